/** Relations and paths in words: the same words that the terminal and the notebook use. */
import { splitAbsence } from "./absence.js";
import { describeSides, splitClaim } from "./claim_words.js";
import { formatWhole } from "./counts.js";
import { describeStep } from "./step_sentence.js";
import { markWhen } from "./step_time.js";
import { shortenMiddle } from "./text.js";
import { countVoices, formatVoiceCount } from "./voices.js";
import { chooseWording, formatInterval, getTenseWord } from "./wording.js";

/**
 * @param {Network} network
 * @param {Relation} relation
 * @returns {string} "A funds B (from 2022)", with ", disputed" when this row disputes it
 */
export function describeRelation(network, relation) {
  return describeRelationFrom(network, relation, relation.source);
}

/**
 * The relation read from the side of one of its two actors.
 *
 * @param {Network} network
 * @param {Relation} relation
 * @param {number} actorIndex the relation's source or target
 * @returns {string} from B's side "B is funded by A (from 2022)"
 */
export function describeRelationFrom(network, relation, actorIndex) {
  return splitRelationSentence(network, relation, actorIndex).join("");
}

/**
 * The same in pieces, for whoever keeps names apart from the sentence around them.
 *
 * @param {Network} network
 * @param {Relation} relation
 * @param {number} actorIndex the relation's source or target
 * @param {string} [besides] the dates that are said beside it, and need not be said again
 * @returns {string[]} from the data and of our own by turns: "B", " ", "is funded by", " ", "A", "
 *   (from 2022)"
 */
export function splitRelationSentence(network, relation, actorIndex, besides = "") {
  const { near, verb, far } = chooseWording(relation, actorIndex);
  const own = formatInterval(relation);
  const dates = own === besides ? "" : own;
  const tense = getTenseWord(relation);
  const mark = tense && !own.includes(tense) ? `, ${tense}` : "";
  const [claim, ...claimant] = splitClaim(relation);
  const tail = (dates && ` ${dates}`) + mark + markWhen(network, relation) + claim;
  const [source, words, target] = [network.actors[near].name, verb, network.actors[far].name].map(
    (text) => shortenMiddle(text),
  );
  return [source, " ", words, " ", target, tail, ...claimant];
}

/**
 * What weakens or strengthens a relation: that it is contested, and by whom (a row that disputes
 * says so itself), how many rows it stands for, its weight where that is not 1, how far it is
 * trusted.
 *
 * @param {Network} network
 * @param {Relation} relation
 * @param {Claims} claims
 * @returns {string[]} such as ["contested: asserted by A, disputed by B", "confidence 0.4 (grade
 *   C4)"]
 */
export function listQualifications(network, relation, claims) {
  const { disputes, weight, confidence, grade, claimCount = 1 } = relation;
  const sides = disputes ? "" : describeSides(network, relation, claims);
  const rated =
    confidence === null
      ? grade && `grade ${grade}`
      : [formatNumber(confidence), grade && `(grade ${grade})`].filter(Boolean).join(" ");
  return [
    sides && `contested: ${sides}`,
    claimCount > 1 ? `${formatWhole(claimCount)} claims` : "",
    weight === 1 ? "" : `weight ${formatWeight(weight)}`,
    rated && `confidence ${rated}`,
    relation.references.length > 1
      ? formatVoiceCount(countVoices(network, relation.references))
      : "",
  ].filter(Boolean);
}

/**
 * @param {Network} network
 * @param {Relation} relation
 * @param {number} actorIndex the relation's source or target
 * @param {Claims} claims
 * @returns {string} the relation from that actor's side, with its qualifications: "A funds B,
 *   contested, confidence 0.4"
 */
export function describeQualifiedRelation(network, relation, actorIndex, claims) {
  return [
    describeRelationFrom(network, relation, actorIndex),
    ...listQualifications(network, relation, claims),
  ].join(", ");
}

/**
 * @param {number} value
 * @returns {string} in the fewest digits that tell it, up to six, without an exponent
 */
export function formatNumber(value) {
  return writeDigits(value, 6);
}

/**
 * @param {number} value
 * @returns {string} as a person writes it: "1,234,567"; weights are often sums of money, so that
 *   none is rounded
 */
export function formatWeight(value) {
  const [whole, ...part] = writeDigits(value, 15).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...part].join(".");
}

/**
 * @param {number} value
 * @param {number} digits at most
 * @returns {string} without an exponent
 */
function writeDigits(value, digits) {
  const text = String(Number(value.toPrecision(digits))); // Intl takes long to start
  if (value && Number.isFinite(value) && !text.includes("e")) return text;
  return value.toLocaleString("en", { maximumSignificantDigits: digits, useGrouping: false });
}

/**
 * A sentence with its full stop, which the name at its end may have: Lysk Ltd.
 * @param {string} sentence
 */
function endSentence(sentence) {
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}

/**
 * @param {Network} network
 * @param {Path|undefined} path one of the answer's paths; undefined when it has none
 * @param {PathEnds} answer
 * @param {Claims} claims
 * @returns {string}
 */
export function describePath(network, path, answer, claims) {
  const ends = answer.missing ?? [answer.source, answer.target];
  const [source, target] = ends.map((index) => network.actors[index].name);
  if (path === undefined) return endSentence(`${startNoPath(answer)}${source} to ${target}`);
  if (!path.steps.length) return `Both names mean ${source}.`;
  return endSentence(path.steps.map((step) => describeStep(network, step, claims)).join("; "));
}

/**
 * @param {PathEnds} answer without a path
 * @returns {string} how a sentence begins that says so
 */
function startNoPath({ isBounded }) {
  return `No path ${isBounded ? "was found" : "leads"} from `;
}

/**
 * What the page says about the path asked for.
 *
 * @param {Network} network
 * @param {Answers} answer to a state with a path
 * @returns {string} the path in words, that there is none, or which end the filters leave out
 */
export function describeAnswer(network, answer) {
  return splitAnswerSentence(network, answer).join("");
}

/**
 * The same in pieces, as in `splitRelationSentence`; a path that there is stays whole.
 *
 * @param {Network} network
 * @param {Answers} answer
 * @returns {string[]}
 */
export function splitAnswerSentence(network, { filters, path, pathNumber, leftOut, claims }) {
  if (leftOut.length) return splitAbsence(network, filters, leftOut);
  return path === null ? [] : splitPathSentence(network, path, pathNumber, claims);
}

/**
 * @param {Network} network
 * @param {PathAnswer} answer
 * @param {number} number of the path
 * @param {Claims} claims
 * @returns {string[]}
 */
export function splitPathSentence(network, answer, number, claims) {
  const shown = answer.paths[number - 1];
  if (shown !== undefined) return [describePath(network, shown, answer, claims)];
  const ends = answer.missing ?? [answer.source, answer.target];
  const [source, target] = ends.map((index) => network.actors[index].name);
  return [
    "",
    startNoPath(answer),
    source,
    " to ",
    target,
    endSentence(target).slice(target.length),
  ];
}
