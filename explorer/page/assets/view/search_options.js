/** Show the list of actors below a search field, with the active one. */
import { formatCount } from "../core/counts.js";
import { announce } from "./announce.js";
import { element, isolate } from "./element.js";

/**
 * Fills the list below the field, and says when it is not complete.
 * @param {SearchField} box
 * @param {{actors: Actor[], found: number}} matches
 * @param {(actor: Actor) => void} choose
 */
export function showOptions(box, { actors, found: matchCount }, choose) {
  const summary = describeOptions(actors.length, matchCount);
  box.summary.textContent = summary;
  box.summary.hidden = !summary;
  box.actors = actors;
  box.active = -1;
  box.list.replaceChildren(
    ...actors.map((actor, i) => buildOption(`${box.id}-${i}`, actor, choose)),
  );
  box.popup.hidden = !actors.length;
  box.input.setAttribute("aria-expanded", String(actors.length > 0));
  box.input.removeAttribute("aria-activedescendant");
  if (actors.length) announce(summary || formatCount(actors.length, "actor"));
}

/**
 * @param {number} listedCount
 * @param {number} matchCount
 */
function describeOptions(listedCount, matchCount) {
  if (!listedCount) return "";
  if (!matchCount) return "No name contains that. Did you mean:";
  return matchCount > listedCount
    ? `${listedCount} of ${formatCount(matchCount, "actor")}: type more to narrow them down`
    : "";
}

/**
 * @param {string} id
 * @param {Actor} actor
 * @param {(actor: Actor) => void} choose
 */
function buildOption(id, actor, choose) {
  return element(
    "li",
    {
      id,
      role: "option",
      class: "option",
      "aria-selected": "false",
      // The field keeps the focus; a press that slides off chooses nobody.
      mousedown: (/** @type {Event} */ event) => event.preventDefault(),
      click: () => choose(actor),
    },
    isolate(actor.name),
    element("span", { class: "option-kind" }, actor.kind.label),
  );
}

/** @param {SearchField} box */
export function closeOptions(box) {
  box.popup.hidden = true;
  box.active = -1;
  box.input.setAttribute("aria-expanded", "false");
  box.input.removeAttribute("aria-activedescendant");
}

/**
 * Makes the next or the previous actor of the list the active one.
 * @param {SearchField} box
 * @param {number} step
 */
export function moveActive(box, step) {
  const count = box.actors.length;
  if (!count) return;
  box.active = (box.active + step + count + (box.active < 0 && step < 0 ? 1 : 0)) % count;
  [...box.list.children].forEach((item, i) =>
    item.setAttribute("aria-selected", String(i === box.active)),
  );
  const item = box.list.children[box.active];
  item.scrollIntoView({ block: "nearest" });
  box.input.setAttribute("aria-activedescendant", item.id);
}
