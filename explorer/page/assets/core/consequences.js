/**
 * What differs in the answers about what is selected before and after a change, in the words of the
 * engine's graph/comparison/consequences.py.
 */
import { measureBalance } from "./balance.js";
import { compareCamps } from "./camp_changes.js";
import { divideInCamps } from "./camp_division.js";
import { judgeClaims } from "./claims.js";
import { formatCount, formatWhole } from "./counts.js";
import { SHORTEST } from "./path_question.js";
import { findBestPaths } from "./paths.js";
import { rankScores } from "./ranks.js";
import { computeMeasure } from "./scores.js";
import { formatFigure, measureStructure } from "./structure.js";
import { shortenMiddle } from "./text.js";

/** @type {Record<Topic, string>} */
export const HEADINGS = {
  structure: "Structure",
  connection: "Joined to the largest component",
  paths: "Shortest paths",
  ranks: "Ranks (among actors that are there before and after)",
  balance: "Balance",
  camps: "Camps",
};
export const TOP = 10; // ranks that are compared
const INSIDE = "in the largest component";
const OUTSIDE = "outside it";
const TENSE = "in tension";
const CALM = "not in tension";

/**
 * @typedef {object} Compared
 * @property {Masks} selected
 * @property {AskedTime|null} asked
 * @property {Figure[]} figures
 * @property {Set<number>} largest
 * @property {(number|null)[]} scores
 * @property {import("./balance.js").Balance} balance
 * @property {import("./camp_division.js").Division|null} camps
 */

/**
 * Answers all that is compared.
 *
 * @param {Network} network
 * @param {Masks} selected
 * @param {AskedTime|null} asked
 * @param {string} measure by which actors are ranked
 * @returns {Generator<void, Compared>}
 */
export function* answerAll(network, selected, asked, measure) {
  const { mask } = selected;
  const timed = { ...network, reasons: asked?.reasons ?? null };
  const structure = yield* measureStructure(network, selected);
  const scores = yield* computeMeasure(network, selected, measure);
  const balance = yield* measureBalance(timed, mask, judgeClaims(network, mask));
  // What takes long for signed relations alone takes longer with structural ones.
  const camps = balance.frustration === null ? null : yield* divideInCamps(network, selected);
  return { selected, asked, ...structure, scores, balance, camps };
}

/**
 * What differs, in the order of the topics; a path that is asked for is listed whatever it is.
 *
 * @param {Network} network
 * @param {Compared} before
 * @param {Compared} after
 * @param {number[]|null} ends of the path
 * @returns {Consequence[]}
 */
export function listConsequences(network, before, after, ends) {
  return [
    ...compareStructures(before, after),
    ...compareConnection(network, before, after),
    ...(ends ? [comparePath(network, before, after, ends)] : []),
    ...compareRanks(network, before, after),
    ...compareBalances(before.balance, after.balance),
    ...(before.camps && after.camps ? compareCamps(network, before.camps, after.camps) : []),
  ];
}

/**
 * The answer after and the answer before, or that it is the same.
 * @param {Consequence} consequence
 */
export function describeConsequence({ label, before, after }) {
  return `${label}: ${after}, ${before === after ? "as before" : `was ${before}`}`;
}

/**
 * @param {Compared} before
 * @param {Compared} after
 * @returns {Consequence[]}
 */
function compareStructures(before, after) {
  const [earlier, later] = [before, after].map(
    ({ figures }) => new Map(figures.map((figure) => [figure.name, figure])),
  );
  const all = [...new Map([...earlier, ...later]).values()];
  return all
    .map(({ name, label }) => ({
      topic: /** @type {Topic} */ ("structure"),
      label,
      before: formatFigure(earlier.get(name)),
      after: formatFigure(later.get(name)),
    }))
    .filter((each) => each.before !== each.after);
}

/**
 * Who no longer has a path to the largest component, or has one now.
 * @param {Network} network
 * @param {Compared} before
 * @param {Compared} after
 * @returns {Consequence[]}
 */
function compareConnection({ actors }, before, after) {
  return actors
    .filter(({ index }) => before.selected.actors[index] && after.selected.actors[index])
    .filter(({ index }) => before.largest.has(index) !== after.largest.has(index))
    .map(({ index, name }) => ({
      topic: "connection",
      actor: index,
      label: name,
      before: before.largest.has(index) ? INSIDE : OUTSIDE,
      after: after.largest.has(index) ? INSIDE : OUTSIDE,
    }));
}

/**
 * @param {Network} network
 * @param {Compared} before
 * @param {Compared} after
 * @param {number[]} ends
 * @returns {Consequence}
 */
function comparePath(network, before, after, ends) {
  const [source, target] = ends.map((end) => shortenMiddle(network.actors[end].name));
  return {
    topic: "paths",
    label: `${source} to ${target}`,
    before: formatPath(network, before, ends),
    after: formatPath(network, after, ends),
  };
}

/**
 * @param {Network} network
 * @param {Compared} compared
 * @param {number[]} ends
 */
function formatPath(network, { selected: { mask, actors }, asked }, ends) {
  if (ends.some((end) => !actors[end])) return "not there";
  const { paths, length } = findBestPaths(network, ends, SHORTEST, { mask, asked, limit: 1 });
  if (!paths.length) return "no path";
  const through = paths[0].actors
    .slice(1, -1)
    .map((actor) => shortenMiddle(network.actors[actor].name))
    .join(", ");
  return formatCount(length ?? 0, "step") + (through && ` through ${through}`);
}

/**
 * The actors of both whose rank among these differs, and is high in either.
 * @param {Network} network
 * @param {Compared} before
 * @param {Compared} after
 * @returns {Consequence[]}
 */
function compareRanks({ actors }, before, after) {
  const shared = actors
    .map(({ index }) => index)
    .filter((index) => before.selected.actors[index] && after.selected.actors[index]);
  const [earlier, later] = [before, after].map(({ scores }) => rankAmong(shared, scores));
  const scoreOf = (/** @type {number} */ index) => before.scores[index] ?? 0;
  return shared
    .sort((one, other) => scoreOf(other) - scoreOf(one) || one - other)
    .map((index) => ({ index, ranks: [earlier.get(index) ?? 0, later.get(index) ?? 0] }))
    .filter(({ ranks }) => ranks[0] !== ranks[1] && Math.min(...ranks) <= TOP)
    .map(({ index, ranks }) => ({
      topic: "ranks",
      actor: index,
      label: actors[index].name,
      before: formatWhole(ranks[0]),
      after: formatWhole(ranks[1]),
    }));
}

/**
 * The rank of some actors among themselves, from 1; equals share the better one.
 * @param {number[]} shared
 * @param {(number|null)[]} scores
 */
function rankAmong(shared, scores) {
  const listed = shared.map((index) => scores[index] ?? 0);
  const rankOf = rankScores([...listed].sort((one, other) => other - one));
  return new Map(shared.map((index, i) => [index, rankOf.get(listed[i])]));
}

/**
 * The frustration index and the balanced triangles, where they differ, and tensions.
 * @param {import("./balance.js").Balance} before
 * @param {import("./balance.js").Balance} after
 * @returns {Consequence[]}
 */
function compareBalances(before, after) {
  const isKnown = before.frustration !== null && after.frustration !== null;
  const both = [before, after];
  /** @type {[label: string, texts: string[]][]} */
  const figures = [
    ["frustration index", both.map((each) => (isKnown ? formatWhole(each.frustration ?? 0) : ""))],
    ["balanced triangles", both.map(formatBalanced)],
    ["pairs with ties and tensions, apart", both.map(({ bothSigns }) => formatWhole(bothSigns))],
  ];
  const differing = figures.filter(([, texts]) => texts[0] !== texts[1]);
  const sentences = isKnown ? [...before.tensions, ...after.tensions] : [];
  const turned = [...new Set(sentences)]
    .filter((each) => before.tensions.has(each) !== after.tensions.has(each))
    .sort();
  return [
    ...differing.map(([label, texts]) => makeBalanceFact(label, texts[0], texts[1])),
    ...turned.map((each) =>
      before.tensions.has(each)
        ? makeBalanceFact(each, TENSE, CALM)
        : makeBalanceFact(each, CALM, TENSE),
    ),
  ];
}

/** @param {import("./balance.js").Balance} balance */
function formatBalanced({ balanced, triangles }) {
  return `${formatWhole(balanced)} of ${formatWhole(triangles)}`;
}

/**
 * @param {string} label
 * @param {string} before
 * @param {string} after
 * @returns {Consequence}
 */
function makeBalanceFact(label, before, after) {
  return { topic: "balance", label, before, after };
}
