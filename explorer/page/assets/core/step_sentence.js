/** One step of a path in words, with all its parallel relations. */
import { markStep } from "./claim_words.js";
import { groupRelations } from "./claims.js";
import { describeStepTime } from "./step_time.js";
import { shortenMiddle } from "./text.js";
import { chooseWording, formatInterval, getTenseWord } from "./wording.js";

/**
 * One step of a path with all its parallel relations.
 *
 * @param {Network} network
 * @param {Step} step
 * @param {Claims} claims
 * @returns {string} "A funds, hosts (contested) and is led by B"
 */
export function describeStep(network, step, claims) {
  return splitStepSentence(network, step, claims).join("");
}

/**
 * The same in pieces, as in `splitRelationSentence`.
 *
 * @param {Network} network
 * @param {Step} step
 * @param {Claims} claims
 * @param {boolean} [withDates] whether it says dates: not where the relations follow, each with
 *   its own
 * @returns {string[]} "A", " ", "funds", ", ", "hosts", " (contested) and ", "is led by", " ", "B"
 */
export function splitStepSentence(network, step, claims, withDates = true) {
  const { changed, missing } = describeStepTime(network, step.relations, claims);
  /** @type {string[]} */
  const words = [];
  let tail = "";
  for (const end of [step.source, step.target]) {
    const alike = groupAlike(network, step, end, claims);
    if (!alike.length) continue;
    const { shared, own } = placeDates(alike, withDates && !changed);
    const phrases = alike.map((relations, i) => ({
      ...chooseWording(relations[0], step.source),
      marks: formatMarks(network, relations, claims, [own[i], shared]),
    }));
    if (words.length) words.push(`${tail}, and `);
    words.push(...joinStep(network, phrases));
    tail = shared && ` ${shared}`;
  }
  tail += changed + missing;
  return tail ? [...words, tail] : words;
}

/**
 * The dates that the sentence of a step says of one of its relations.
 *
 * @param {Network} network
 * @param {Step} step
 * @param {Claims} claims
 * @param {Relation} relation
 * @returns {string} such as "(since 1994)"; "" where it says none
 */
export function findStepDates(network, step, claims, relation) {
  if (describeStepTime(network, step.relations, claims).changed) return "";
  const { near } = chooseWording(relation, step.source);
  const alike = groupAlike(network, step, near, claims);
  const { shared, own } = placeDates(alike, true);
  return shared || own[alike.findIndex((relations) => relations.some(isSame(relation)))] || "";
}

/** @param {Relation} relation */
function isSame({ index }) {
  return (/** @type {Relation} */ other) => other.index === index;
}

/**
 * The relations of a step that have words in its sentence. A row that disputes what another asserts
 * has none of its own: the other's are marked.
 * @param {Network} network
 * @param {Step} step
 * @param {Claims} claims
 */
function listWorded(network, step, claims) {
  const relations = step.relations.map((index) => network.relations[index]);
  const worded = relations.filter(
    ({ index, disputes }) => claims[index] !== "contested" || !disputes,
  );
  return worded.length ? worded : relations;
}

/**
 * Those of them that the sentence says from one end, by their words and standing.
 * @param {Network} network
 * @param {Step} step
 * @param {number} end
 * @param {Claims} claims
 */
function groupAlike(network, step, end, claims) {
  const worded = listWorded(network, step, claims).filter(
    (relation) => chooseWording(relation, step.source).near === end,
  );
  return groupRelations(worded, (relation) => {
    const { verb } = chooseWording(relation, step.source);
    return `${claims[relation.index]} ${getTenseWord(relation)} ${verb}`;
  });
}

/**
 * Where the dates of relations are said that begin at one end: behind all of them if they share
 * them, else behind the only words that have any.
 * @param {Relation[][]} alike by their words
 * @param {boolean} withDates
 * @returns {{shared: string, own: string[]}} intervals in brackets; "" where none is said
 */
function placeDates(alike, withDates) {
  const none = { shared: "", own: alike.map(() => "") };
  const periods = alike.map((relations) => new Set(relations.map(formatInterval)));
  if (!withDates || periods.some(({ size }) => size > 1)) return none;
  const own = periods.flatMap((period) => [...period]);
  if (new Set(own).size === 1) return { ...none, shared: own[0] };
  return own.filter(Boolean).length === 1 ? { ...none, own } : none;
}

/**
 * @param {Network} network
 * @param {Phrase[]} phrases at least one, all from the same side
 * @returns {string[]}
 */
function joinStep(network, phrases) {
  const { near, far } = phrases[0];
  const [source, target] = [near, far].map((index) => shortenMiddle(network.actors[index].name));
  const words = phrases.flatMap(({ verb, marks }, i) => [
    shortenMiddle(verb),
    marks + joinPhrases(phrases.length - 1 - i, " "),
  ]);
  return [source, " ", ...words, target];
}

/**
 * What a step says in brackets behind the words of relations that read alike.
 * @param {Network} network
 * @param {Relation[]} relations
 * @param {Claims} claims
 * @param {[own: string, shared: string]} dates those said there, and those said of all at the end
 */
function formatMarks(network, relations, claims, [own, shared]) {
  const tense = getTenseWord(relations[0]);
  const marks = [
    own.replace(/^\(|\)$/g, ""),
    (own + shared).includes(tense) ? "" : tense,
    markStep(network, relations, claims),
  ].filter(Boolean);
  return marks.length ? ` (${marks.join(", ")})` : "";
}

/**
 * What stands behind one of several phrases, of which so many are left.
 * @param {number} left
 * @param {any} last
 */
export function joinPhrases(left, last) {
  if (left === 0) return last;
  return left === 1 ? " and " : ", ";
}
