import { readWebAddress } from "../core/text.js";
import { element, isolate } from "./element.js";

/**
 * A link to a web address, or plain text where there is none that is safe.
 * @param {string} address
 * @param {string} text
 */
export function buildSafeLink(address, text) {
  const url = readWebAddress(address);
  if (!url) return isolate(text);
  return element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, isolate(text));
}

/** @param {Source} source */
function buildSource(source) {
  const archive =
    source.archiveUrl && readWebAddress(source.archiveUrl)
      ? [" ", buildSafeLink(source.archiveUrl, "archived")]
      : null;
  return [buildSafeLink(source.url, source.citation || source.title || source.id), archive];
}

/**
 * The sources of an actor or a relation, each as a link where it has an address.
 * @param {Reference[]} references
 */
export function buildReferenceList(references) {
  if (!references.length) return element("p", { class: "references none" }, "No source given");
  const items = references.map((reference) =>
    element(
      "li",
      {},
      reference.source
        ? buildSource(reference.source)
        : buildSafeLink(reference.text ?? "", reference.text ?? ""),
    ),
  );
  return element("ul", { class: "references" }, items);
}
