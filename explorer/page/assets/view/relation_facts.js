import { describeGrade } from "../core/confidence.js";
import { listQualifications } from "../core/sentences.js";
import { element } from "./element.js";

/**
 * What is known of a relation beyond its sentence: how it stands, how far it is trusted, how much
 * it weighs.
 * @param {Store} store
 * @param {Relation} relation
 * @returns {HTMLElement|null} null where there is nothing to say
 */
export function buildFacts({ network, answer }, relation) {
  const known = listQualifications(network, relation, answer.claims);
  const { grade } = relation;
  /** @param {string} text */
  const isGraded = (text) => grade && text.includes(`grade ${grade}`);
  if (!known.length) return null;
  return element(
    "p",
    { class: "facts" },
    known.flatMap((text, i) => [
      i ? " · " : "",
      text.startsWith("contested")
        ? element("bdi", { class: "flag" }, text)
        : element("span", { title: isGraded(text) ? describeGrade(grade) : null }, text),
    ]),
  );
}
