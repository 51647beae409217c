/**
 * Stands before the page's joined modules, and is none itself. The modules that no first drawing
 * needs are a script of their own, which a browser would read for as long as it draws some hundred
 * lines. It runs when one of their functions is called, at once, since its text is in the page.
 */
"use strict";
/** @type {Record<string, Record<string, (...words: unknown[]) => unknown>>|null} */
let $later = null;
const $readLater = () => {
  const script = /** @type {HTMLScriptElement} */ (document.getElementById("later"));
  script.removeAttribute("type");
  document.body.append(script); // which runs it, now that it is no longer text
  if (!$later) throw new Error("The site around this page forbids one of its scripts.");
  return $later;
};
/** @param {string} module */
const $of = (module) =>
  new Proxy(/** @type {Record<string, (...words: unknown[]) => unknown>} */ ({}), {
    get:
      (_, name) =>
      (/** @type {unknown[]} */ ...words) =>
        ($later ?? $readLater())[module][String(name)](...words),
  });
