/**
 * The fewest actors, or steps, whose removal separates two: the same as in
 * `graph/analysis/cut/find.py` and, in words, `graph/analysis/cut/answer.py`.
 */
import { formatCount, formatWhole } from "./counts.js";
import { findDisjointPaths } from "./disjoint_paths.js";
import { buildSteps } from "./step_finder.js";
import { joinWithAnd, shortenMiddle } from "./text.js";

/** @import { StepFinder } from "./step_finder.js" */

const MOST_PATHS = 1_000;
const MOST_LOOKED_AT = 1_000_000; // neighbours, in a search
const MOST_NAMED = 10;

/**
 * @typedef {object} CutSet
 * @property {number[]} actors
 * @property {Step[]} steps
 *
 * @typedef {object} Cut
 * @property {number} source
 * @property {number} target
 * @property {boolean} byActors
 * @property {CutSet[]} sets the nearest to the source, then that nearest to the target if another
 * @property {boolean} isOnly
 * @property {boolean} isComplete
 * @property {number[][]} paths
 * @property {Step|null} direct
 * @property {number[]} neighbourCounts
 */

/**
 * @param {StepFinder} finder
 * @param {number} source
 * @param {number} target another actor
 * @param {boolean} byActors else steps are removed
 * @returns {Cut}
 */
export function findCut(finder, source, target, byActors) {
  const isNear = finder.next(source).includes(target);
  /**
   * @param {(node: number) => number[]} list
   * @param {number} one
   * @param {number} other
   */
  const leaveOut = (list, one, other) => (/** @type {number} */ node) =>
    byActors && node === one ? list(node).filter((each) => each !== other) : list(node);
  const near = {
    next: leaveOut(finder.next, source, target),
    last: leaveOut(finder.last, target, source),
  };
  const { paths, nearSource, nearTarget, isComplete } = findDisjointPaths(source, target, near, {
    sharesNoNode: byActors,
    mostPaths: MOST_PATHS,
    mostLookedAt: MOST_LOOKED_AT,
  });
  const all = paths.length ? [nearSource, nearTarget] : [];
  const known = all.filter((rows) => rows !== null);
  const texts = new Set(known.map((rows) => JSON.stringify(rows)));
  return {
    source,
    target,
    byActors,
    sets: [...texts].map((text) => buildSet(finder, JSON.parse(text), byActors)),
    isOnly: known.length === all.length && texts.size === 1,
    isComplete,
    paths,
    direct: isNear && byActors ? buildSteps(finder, [[source, target]])[0] : null,
    neighbourCounts: [finder.next(source).length, finder.last(target).length],
  };
}

/**
 * @param {StepFinder} finder
 * @param {any[]} rows
 * @param {boolean} byActors
 * @returns {CutSet}
 */
function buildSet(finder, rows, byActors) {
  return byActors ? { actors: rows, steps: [] } : { actors: [], steps: buildSteps(finder, rows) };
}

/**
 * How few separate the two, and which; or that nothing does.
 * @param {Network} network
 * @param {Cut} cut
 */
export function describeCut(network, cut) {
  const [one, other] = [cut.source, cut.target].map((index) => nameActor(network, index));
  const { paths, direct } = cut;
  if (!paths.length && !direct) {
    return `No path leads from ${one} to ${other}: nothing need be removed to separate them.`;
  }
  const removing = describeRemoval(network, cut, `${one} from ${other}`);
  if (!direct) return removing;
  const start = `${one} and ${other} are one step apart, so that no actors separate them.`;
  if (!paths.length) return `${start} Without that step, no path leads from one to the other.`;
  return `${start} Without that step, ${removing[0].toLowerCase()}${removing.slice(1)}`;
}

/**
 * What shows that fewer do not suffice, and whether others would do.
 * @param {Network} network
 * @param {Cut} cut
 * @returns {string[]}
 */
export function listCutNotes(network, cut) {
  const { paths, isComplete, source, target, sets } = cut;
  const count = paths.length;
  if (!count) return [];
  const found =
    count > 1 ? `${formatWhole(count)} paths that share no ${getNoun(cut)}` : "one path";
  if (!isComplete) return [`The search was ended when it had found ${found}.`];
  const verb = count > 1 ? "show" : "shows";
  const isUnclear = sets.length === 1 && !cut.isOnly; // it may be near either
  const ends = sets.length === 1 ? [source, target] : [source];
  const named = isUnclear ? undefined : ends.find((actor) => hasNoOthers(cut, actor));
  return [
    named === undefined ? "" : `${nameActor(network, named)} has no other neighbours.`,
    `${found[0].toUpperCase()}${found.slice(1)} ${verb} that fewer do not suffice.`,
    describeOtherSet(network, cut),
  ].filter(Boolean);
}

/** @param {Cut} cut */
function getNoun({ byActors }) {
  return byActors ? "actor" : "step";
}

/**
 * @param {Network} network
 * @param {Cut} cut
 * @param {string} what
 */
function describeRemoval(network, cut, what) {
  const number = cut.paths.length;
  const count = formatCount(number, getNoun(cut));
  if (!cut.isComplete) return `At least ${count} must be removed to separate ${what}.`;
  if (!cut.sets.length) return `${count} must be removed to separate ${what}.`;
  return `Removing ${count} separates ${what}: ${nameSet(network, cut.sets[0])}.`;
}

/**
 * Whether an end has no neighbours but those of the set, and the other end.
 * @param {Cut} cut
 * @param {number} actor
 */
function hasNoOthers({ source, neighbourCounts, direct, paths }, actor) {
  return neighbourCounts[actor === source ? 0 : 1] - (direct ? 1 : 0) === paths.length;
}

/**
 * @param {Network} network
 * @param {Cut} cut
 */
function describeOtherSet(network, cut) {
  const { sets, isOnly, target, paths } = cut;
  const several = paths.length > 1;
  if (sets.length < 2) {
    const others = several
      ? `${formatWhole(paths.length)} ${getNoun(cut)}s do`
      : `${getNoun(cut)} does`;
    return isOnly ? `No other ${others}.` : "";
  }
  const verb = several ? "these do" : "this one does";
  const name = nameActor(network, target);
  const ends = hasNoOthers(cut, target) ? ` ${name} has no other neighbours.` : "";
  return `Nearest to ${name}, ${verb}, too: ${nameSet(network, sets[1])}.${ends}`;
}

/**
 * @param {Network} network
 * @param {CutSet} set
 */
function nameSet(network, { actors, steps }) {
  const names = [
    ...actors.map((index) => nameActor(network, index)),
    ...steps.map((step) =>
      [step.source, step.target].map((i) => nameActor(network, i)).join(" – "),
    ),
  ];
  const more = names.length - MOST_NAMED;
  return joinWithAnd([
    ...names.slice(0, MOST_NAMED),
    ...(more > 0 ? [`${formatWhole(more)} more`] : []),
  ]);
}

/**
 * @param {Network} network
 * @param {number} index
 */
function nameActor({ actors }, index) {
  return shortenMiddle(actors[index].name);
}
