/** Relations, steps and paths in words: the same words that the terminal and the notebook use. */
import { describeSides, markStep, splitClaim } from "./claim_words.js";
import { groupRelations } from "./claims.js";
import { countVoices, formatVoiceCount } from "./voices.js";
import { formatDates } from "./dates.js";
import { shortenMiddle } from "./text.js";
import { describeStepTime, markWhen } from "./step_time.js";

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
 * @returns {string[]} from the data and of our own by turns: "B", " ", "is funded by", " ", "A", "
 *   (from 2022)"
 */
export function splitRelationSentence(network, relation, actorIndex) {
  const { near, verb, far } = chooseWording(relation, actorIndex);
  const dates = formatDates(relation.start, relation.end, relation.type.event);
  const ended = needsEnded(relation) && !dates.includes("ended") ? ", ended" : "";
  const [claim, ...claimant] = splitClaim(relation);
  const tail = (dates && ` ${dates}`) + ended + markWhen(network, relation) + claim;
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
 * @returns {string[]} such as ["contested: asserted by A, disputed by B", "confidence 0.4 (C4)"]
 */
export function listQualifications(network, relation, claims) {
  const { disputes, weight, confidence, grade, claimCount = 1 } = relation;
  const sides = disputes ? "" : describeSides(network, relation, claims);
  const rated =
    confidence === null
      ? grade
      : [formatNumber(confidence), grade && `(${grade})`].filter(Boolean).join(" ");
  return [
    sides && `contested: ${sides}`,
    claimCount > 1 ? `${claimCount.toLocaleString("en")} claims` : "",
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
  return value.toLocaleString("en", { maximumSignificantDigits: 6, useGrouping: false });
}

/**
 * @param {number} value
 * @returns {string} as a person writes it: "1,234,567"; weights are often sums of money, so that
 *   none is rounded
 */
export function formatWeight(value) {
  return value.toLocaleString("en", { maximumSignificantDigits: 15 });
}

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
 * @returns {string[]} "A", " ", "funds", ", ", "hosts", " (contested) and ", "is led by", " ", "B"
 */
export function splitStepSentence(network, step, claims) {
  // A row that disputes what another asserts has no words of its own: the other's are marked.
  const telling = step.relations.filter(
    (index) => claims[index] !== "contested" || !network.relations[index].disputes,
  );
  const rows = (telling.length ? telling : step.relations).map((at) => network.relations[at]);
  const alike = groupRelations(rows, (relation) => {
    const { near, verb } = chooseWording(relation, step.source);
    return `${near} ${claims[relation.index]} ${needsEnded(relation)} ${verb}`;
  });
  const told = alike.map((relations) => ({
    ...chooseWording(relations[0], step.source),
    marks: formatMarks(network, relations, claims),
  }));
  const clauses = [step.source, step.target]
    .map((end) => told.filter(({ near }) => near === end))
    .filter((phrases) => phrases.length)
    .map((phrases) => joinStep(network, phrases));
  const end = describeStepTime(network, step.relations, claims);
  const words = clauses.flatMap((clause, i) => (i ? [", and ", ...clause] : clause));
  return end ? [...words, end] : words;
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
 * A sentence with its full stop, which the name at its end may have: Lysk Ltd.
 * @param {string} sentence
 */
function endSentence(sentence) {
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}

/**
 * @param {Network} network
 * @param {Path|undefined} path one of the answer's paths; undefined when it has none
 * @param {PathAnswer} answer
 * @param {Claims} claims
 * @returns {string}
 */
export function describePath(network, path, answer, claims) {
  const [source, target] = [answer.source, answer.target].map(
    (index) => network.actors[index].name,
  );
  if (path === undefined) return endSentence(`No path leads from ${source} to ${target}`);
  if (!path.steps.length) return `Both names mean ${source}.`;
  return endSentence(path.steps.map((step) => describeStep(network, step, claims)).join("; "));
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
export function splitAnswerSentence(network, { path, pathNumber, leftOut, claims }) {
  const names = leftOut.flatMap(({ name }, i) => [name, joinPhrases(leftOut.length - 1 - i, "")]);
  if (leftOut.length) {
    return [
      ...names.slice(0, -1),
      ` ${leftOut.length > 1 ? "are" : "is"} left out by the filters.`,
    ];
  }
  if (path === null) return [];
  const shown = path.paths[pathNumber - 1];
  const [source, target] = [path.source, path.target].map((index) => network.actors[index].name);
  if (shown === undefined) {
    return [
      "",
      "No path leads from ",
      source,
      " to ",
      target,
      endSentence(target).slice(target.length),
    ];
  }
  return [describePath(network, shown, path, claims)];
}

/**
 * The words of a relation between its ends. The sentence begins with the actor, unless the type has
 * no words for this direction.
 *
 * @param {Relation} relation
 * @param {number} actorIndex
 * @returns {{near: number, verb: string, far: number}}
 */
function chooseWording({ source, target, type, over }, actorIndex) {
  const back = over ? type.past && type.pastInverse : type.inverse;
  const forth = (over && type.past) || type.label;
  const verb = source === actorIndex ? "" : type.mutual ? forth : back;
  return verb ? { near: target, verb, far: source } : { near: source, verb: forth, far: target };
}

/**
 * Whether a relation is over and its type has no words in the past that say so.
 * @param {Relation} relation
 */
function needsEnded({ over, type }) {
  return over && !type.past;
}

/**
 * What a step says in brackets behind the words of relations that read alike.
 * @param {Network} network
 * @param {Relation[]} relations
 * @param {Claims} claims
 */
function formatMarks(network, relations, claims) {
  const marks = [needsEnded(relations[0]) && "ended", markStep(network, relations, claims)].filter(
    Boolean,
  );
  return marks.length ? ` (${marks.join(", ")})` : "";
}

/**
 * What stands behind one of several phrases, of which so many are left.
 * @param {number} left
 * @param {any} last
 */
function joinPhrases(left, last) {
  if (left === 0) return last;
  return left === 1 ? " and " : ", ";
}
