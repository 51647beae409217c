import { listQualifications } from "../core/sentences.js";
import { element } from "./element.js";

/**
 * What is known of a relation beyond its sentence: how it stands, how far it is trusted, how much
 * it weighs.
 * @param {Relation} relation
 * @param {Standing} claim
 * @returns {HTMLElement|null} null where there is nothing to say
 */
export function buildFacts(relation, claim) {
  const known = listQualifications(relation, claim);
  if (!known.length) return null;
  return element(
    "p",
    { class: "facts" },
    known.flatMap((text, i) => [
      i ? " · " : "",
      element("span", { class: text === "contested" ? "flag" : null }, text),
    ]),
  );
}
