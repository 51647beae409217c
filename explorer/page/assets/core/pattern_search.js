/**
 * What fits all clauses of a pattern at once, in bounded work: the same as in
 * `graph/analysis/pattern/search.py` and, in words, `graph/analysis/pattern/answer.py`.
 */
import { formatWhole } from "./counts.js";
import { makeClaimKey } from "./claims.js";
import { findRelationStates } from "./filters.js";
import { DOES_NOT, listReasons, listSpans } from "./lifetimes.js";
import { makeStepFinder } from "./step_finder.js";
import { findSymmetries, isFirstImage } from "./pattern_symmetry.js";
import { shortenMiddle } from "./text.js";

/** @import { Pattern } from "./pattern_parse.js" */
/** @import { Verb } from "./pattern_verbs.js" */
/** @import { StepFinder } from "./step_finder.js" */

const MOST_MATCHES = 10_000;
const MOST_LOOKED_AT = 300_000; // pairs of actors

/**
 * @typedef {object} Matches
 * @property {Pattern} pattern
 * @property {number[][]} matches the actor of each slot
 * @property {boolean} isComplete
 * @property {boolean} isSymmetric whether mirror images count once
 * @property {string|null} alone the first clause that nothing fits even alone
 */

class SearchEnded extends Error {}

/**
 * @param {Network} network
 * @param {Pattern} pattern
 * @param {Uint8Array} mask 1 for each relation kept
 * @returns {Matches}
 */
export function findMatches(network, pattern, mask) {
  const search = makeSearch(network, pattern, mask);
  const { matches, isComplete } = collectMatches(search, MOST_MATCHES);
  const isSymmetric = search.symmetries.length > 0;
  const isNone = !matches.length && isComplete;
  const alone = isNone
    ? pattern.clauses.find((clause) => {
        const slots = [pattern.slots[clause.source], pattern.slots[clause.target]];
        const clauses = [{ ...clause, source: 0, target: 1 }];
        const each = makeSearch(network, { ...pattern, slots, clauses }, mask);
        return !collectMatches(each, 1).matches.length;
      })
    : null;
  return { pattern, matches, isComplete, isSymmetric, alone: alone?.text ?? null };
}

/**
 * The steps of a match, one for each clause, with the network that says when each may hold.
 * @param {Network} network
 * @param {Pattern} pattern
 * @param {Uint8Array} mask
 * @param {number[]} match
 * @returns {{step: Step, network: Network}[]}
 */
export function buildMatchSteps(network, pattern, mask, match) {
  const search = makeSearch(network, pattern, mask);
  return pattern.clauses.map((clause, at) => {
    const [source, target] = [match[clause.source], match[clause.target]];
    const fitting = listFitting(search, at, source, target);
    const claims = new Set(fitting.map((row) => makeClaimKey(network, network.relations[row])));
    const relations = search.finder
      .relations(source, target)
      .filter(
        (row) =>
          fitting.includes(row) ||
          (network.relations[row].disputes &&
            claims.has(makeClaimKey(network, network.relations[row]))),
      );
    const reasons = clause.span
      ? listReasons(network, search.states[at], listSpans({ at: "", ...clause.span }))
      : network.reasons;
    return { step: { source, target, relations }, network: { ...network, reasons } };
  });
}

/**
 * Who stands for whom, in words.
 * @param {Network} network
 * @param {Pattern} pattern
 * @param {number[]} match
 */
export function nameMatch({ actors }, { slots }, match) {
  const open = slots.flatMap(({ text, row }, at) =>
    row === null ? [`${text} is ${shortenMiddle(actors[match[at]].name)}`] : [],
  );
  return open.join(", ") || "All actors are named";
}

/** @param {Matches} found */
export function describeMatches({ pattern, matches, isComplete }) {
  const text = `“${shortenMiddle(pattern.text)}”`;
  const count = matches.length;
  if (!count) return `Nothing fits ${text}.`;
  const least = isComplete ? "" : "At least ";
  return `${least}${formatWhole(count)} answer${count === 1 ? "" : "s"} to ${text}.`;
}

/**
 * Why there is none, or that there may be more.
 * @param {Matches} found
 * @returns {string[]}
 */
export function listMatchNotes(found) {
  return [
    ...found.pattern.namesakes.map(
      (letter) =>
        `${letter} is anybody here. For the actor of that name, write "${letter}" in quotes.`,
    ),
    ...explainCount(found),
    ...(found.isSymmetric && found.matches.length
      ? ["Answers that differ only in the order of the actors count once."]
      : []),
  ];
}

/** @param {Matches} found */
function explainCount({ pattern, matches, isComplete, alone }) {
  if (!isComplete) return ["The search was ended: there may be more. Name an actor or a type."];
  if (matches.length) return [];
  if (pattern.clauses.length === 1) return ["No relation does."];
  if (alone === null) return ["Each part has answers alone, but not all parts together."];
  return [`Its part “${shortenMiddle(alone)}” fits no relation.`];
}

/**
 * @typedef {object} Search
 * @property {Network} network
 * @property {Pattern} pattern
 * @property {Uint8Array} mask
 * @property {StepFinder} finder
 * @property {(Uint8Array|null)[]} states of each clause that asks for a time
 * @property {number[][]} symmetries
 * @property {number} lookedAt
 */

/**
 * @param {Network} network
 * @param {Pattern} pattern
 * @param {Uint8Array} mask
 * @returns {Search}
 */
function makeSearch(network, pattern, mask) {
  const states = pattern.clauses.map(({ span }) =>
    span ? findRelationStates(network, /** @type {Filters} */ ({ at: "", ...span })) : null,
  );
  const finder = makeStepFinder(network, { mask });
  const symmetries = findSymmetries(pattern, network.types, fits);
  return { network, pattern, mask, finder, states, symmetries, lookedAt: 0 };
}

/**
 * @param {Search} search
 * @param {number} most
 */
function collectMatches(search, most) {
  const { slots, clauses } = search.pattern;
  /** @type {number[][]} */
  const matches = [];
  let isComplete = true;
  const start = slots.map(({ row }) => row);
  try {
    for (const each of extend(search, start, [...clauses.keys()])) {
      const match = /** @type {number[]} */ (each);
      if (!isFirstImage(match, search.symmetries)) continue;
      isComplete = matches.length < most;
      if (!isComplete) break;
      matches.push(match);
    }
  } catch (error) {
    if (!(error instanceof SearchEnded)) throw error;
    isComplete = false;
  }
  return { matches: matches.sort(compareRows), isComplete };
}

/**
 * The matches that have the actors that some slots have taken.
 * @param {Search} search
 * @param {(number|null)[]} taken
 * @param {number[]} left the numbers of clauses
 * @returns {Iterable<(number|null)[]>}
 */
function* extend(search, taken, left) {
  if (!left.length) {
    yield taken;
    return;
  }
  const { clauses } = search.pattern;
  /** @param {number} at */
  const countOpen = (at) =>
    Number(taken[clauses[at].source] === null) + Number(taken[clauses[at].target] === null);
  const chosen = left.reduce((best, at) => (countOpen(at) < countOpen(best) ? at : best));
  const rest = left.filter((at) => at !== chosen);
  const { source, target } = clauses[chosen];
  for (const [one, other] of listPairs(search, taken, chosen)) {
    search.lookedAt += 1;
    if (search.lookedAt > MOST_LOOKED_AT) throw new SearchEnded();
    const next = taken.with(source, one).with(target, other);
    if (listFitting(search, chosen, one, other).length && areApart(search, next, chosen)) {
      yield* extend(search, next, rest);
    }
  }
}

/**
 * The relations between two actors that fit a clause.
 * @param {Search} search
 * @param {number} at the number of the clause
 * @param {number} source
 * @param {number} target
 */
function listFitting({ network, pattern, finder, states }, at, source, target) {
  return finder.relations(source, target).filter((row) => {
    const { disputes, type, source: start } = network.relations[row];
    const isThen = states[at]?.[row] !== DOES_NOT;
    return !disputes && isThen && fits(pattern.clauses[at].verb, type, start === source);
  });
}

/**
 * The pairs of neighbours that a clause may be about.
 * @param {Search} search
 * @param {(number|null)[]} taken
 * @param {number} at
 * @returns {Iterable<number[]>}
 */
function listPairs({ network, pattern, mask, finder }, taken, at) {
  const { source, target, verb } = pattern.clauses[at];
  const [one, other] = [taken[source], taken[target]];
  if (one !== null && other !== null) return [[one, other]];
  if (one !== null) return finder.next(one).map((each) => [one, each]);
  if (other !== null) return finder.next(other).map((each) => [each, other]);
  return listOpenPairs(network, mask, verb);
}

/**
 * Whether the actors of a clause are of the right kinds, and no others' again.
 * @param {Search} search
 * @param {(number|null)[]} taken
 * @param {number} at
 */
function areApart({ network, pattern: { slots, clauses } }, taken, at) {
  return [clauses[at].source, clauses[at].target].every((number) => {
    const { kinds, words } = slots[number];
    const row = /** @type {number} */ (taken[number]);
    if (kinds.size && !kinds.has(network.actors[row].kind.id)) return false;
    if (words !== "letter") return true;
    return taken.every(
      (other, index) => other !== row || index === number || slots[index].words === "?",
    );
  });
}

/**
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {Verb} verb
 */
function* listOpenPairs({ relations }, mask, verb) {
  const seen = new Set();
  for (const { index, source, target, type } of relations) {
    const may = mask[index] && source !== target;
    if (!may || !(fits(verb, type, true) || fits(verb, type, false))) continue;
    for (const pair of [
      [source, target],
      [target, source],
    ]) {
      const key = pair.join(" ");
      if (seen.has(key)) continue;
      seen.add(key);
      yield pair;
    }
  }
}

/**
 * Whether a relation fits that runs this way; a mutual one runs both ways.
 * @param {Verb} verb
 * @param {RelationType} type
 * @param {boolean} isForwards
 */
function fits({ isAny, forwards, backwards, signs }, { id, sign, mutual }, isForwards) {
  if (isAny) return true;
  if ((isForwards || mutual) && (forwards.has(id) || signs.has(sign))) return true;
  return (mutual || !isForwards) && backwards.has(id);
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function compareRows(one, other) {
  const at = one.findIndex((row, index) => row !== other[index]);
  return at < 0 ? 0 : one[at] - other[at];
}
