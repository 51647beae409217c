/** What begins and what ends at the date that is asked about, in words. */
import { formatWhole } from "../core/counts.js";
import { describeSpan } from "../core/dates.js";
import { splitRelationSentence } from "../core/sentences.js";
import { listChanges } from "../core/year_counts.js";
import { element, isolateNames } from "./element.js";

const MOST = 2; // relations that are told

/**
 * @param {Store} store
 * @returns {HTMLElement[]} such as "Begins: A funds B (from 2022), and 2 more."
 */
export function buildTimeChanges(store) {
  const { at } = store.filters();
  const mask = store.timelessMask({ ...store.filters(), at: "", from: "", to: "" });
  const { begin, end } = listChanges(store.network, mask, at);
  const changes = [buildChange(store, "Begins", begin), buildChange(store, "Ends", end)].flat();
  const span = describeSpan(at, at);
  return changes.length ? changes : [element("span", {}, `No relation begins or ends ${span}.`)];
}

/**
 * @param {Store} store
 * @param {string} verb
 * @param {Relation[]} relations
 */
function buildChange(store, verb, relations) {
  if (!relations.length) return [];
  /** @param {Relation} relation */
  const isNeutral = ({ type }) => Number(type.sign !== "+" && type.sign !== "-");
  const network = { ...store.network, reasons: null }; // when it begins is what is told
  const telling = [...relations].sort((one, other) => isNeutral(one) - isNeutral(other));
  const told = telling.slice(0, MOST).map((relation, i) => {
    const sentence = isolateNames(splitRelationSentence(network, relation, relation.source));
    return [i ? "; " : "", element("span", {}, sentence)];
  });
  const more = relations.length - MOST;
  const rest = more > 0 ? `, and ${formatWhole(more)} more` : "";
  return [element("span", {}, element("strong", {}, `${verb}: `), told, `${rest}. `)];
}
