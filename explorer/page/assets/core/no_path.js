/**
 * Why no path leads from one actor to another: in separate parts, or what stands in the way. The
 * engine does the same in `graph/analysis/paths/obstacles.py`.
 */
import { formatWhole } from "./counts.js";
import { judgeClaims } from "./claims.js";
import { formatDays } from "./dates.js";
import { findAskedTime, makeDefaultFilters } from "./filters.js";
import { findJointDays, formatTime, MOST_TIMES } from "./joint_time.js";
import { listSpans } from "./lifetimes.js";
import { leaveOut, listParts, maskSearch, toPartFields } from "./path_filters.js";
import { areLinkedByDisputed, findPathLength } from "./path_search.js";
import { SHORTEST } from "./path_question.js";
import { findBestPaths, findPaths } from "./paths.js";
import { describePath } from "./sentences.js";
import { readStep } from "./step_facts.js";

export const MOST_REPLAYS = 12;
/** @type {{path: Path|null, sentence: string}} */
const NO_DETOUR = { path: null, sentence: "" };

/**
 * Why there is no path.
 *
 * @param {Network} network
 * @param {number} source
 * @param {number} target
 * @param {PathSearch} search under which there is none
 * @returns {NoPath|null} null where nothing can be left out
 */
export function explainMissingPath(network, source, target, search) {
  const limited = findWithoutLimits(network, [source, target], search);
  if (limited) return limited;
  const whole = makeWhole(search);
  const ends = /** @type {const} */ ([source, target]);
  if (findPathLength(network, ...ends, makeOptions(network, whole)) === null) {
    const obstacle = areLinkedByDisputed(network, source, target) ? "disputed" : "separate";
    return { obstacle, without: [], times: null, ...NO_DETOUR };
  }
  const parts = listParts(search);
  if (!parts.length) return null;
  const part = findDetour(network, ends, search, parts.slice(0, MOST_REPLAYS));
  if (!part) {
    const detour = describeDetour(network, findUnder(network, ends, whole), whole);
    return { obstacle: "filters", without: parts, times: null, ...detour };
  }
  const wider = leaveOut(search, part);
  const answer = findUnder(network, ends, wider);
  const times = ["at", "between"].includes(part.name)
    ? findTimes(network, answer.paths[0], listSpans(search.filters))
    : null;
  const detour = describeDetour(network, answer, wider);
  return { obstacle: "filter", without: [part], times, ...detour };
}

/**
 * The shortest path that there would be without one limit of the paths themselves, or all.
 *
 * @param {Network} network
 * @param {number[]} ends
 * @param {PathSearch} search
 * @returns {NoPath|null}
 */
function findWithoutLimits(network, ends, search) {
  const limits = listLimits(search);
  const parts = limits.map((limit) => [limit]);
  const found = parts.flatMap((without) => findWithout(network, ends, search, without) ?? []);
  /** @param {NoPath} each */
  const measure = ({ path }) => path?.steps.length ?? 0;
  const [shortest = null] = found.sort((one, other) => measure(one) - measure(other));
  const isSeveral = !shortest && limits.length > 1;
  return isSeveral ? findWithout(network, ends, search, limits) : shortest;
}

/**
 * @param {PathSearch} search
 * @returns {FilterPart[]}
 */
function listLimits({ question = SHORTEST }) {
  const by = question.by === "influence" ? [{ name: "by", value: question.by }] : [];
  const times = question.times ? [{ name: question.times, value: "" }] : [];
  const longest = question.maxLength;
  const most = longest ? [{ name: "max_length", value: String(longest) }] : [];
  return [...by, ...times, ...most];
}

/**
 * @param {Network} network
 * @param {number[]} ends
 * @param {PathSearch} search
 * @param {FilterPart[]} without
 * @returns {NoPath|null}
 */
function findWithout(network, ends, search, without) {
  const names = without.map(({ name }) => name);
  const { question = SHORTEST } = search;
  const wider = {
    ...question,
    k: null,
    by: names.includes("by") ? SHORTEST.by : question.by,
    maxLength: names.includes("max_length") ? null : question.maxLength,
    times: names.includes(question.times) ? "" : question.times,
  };
  const options = { ...makeOptions(network, search), limit: 1 };
  const answer = findBestPaths(network, ends, wider, options);
  if (!answer.paths.length) return null;
  const obstacle = without.length > 1 ? "limits" : "filter";
  return { obstacle, without, times: null, ...describeDetour(network, answer, search) };
}

/**
 * The part without which the paths are shortest; of equal ones the first.
 *
 * @param {Network} network
 * @param {readonly [number, number]} ends
 * @param {PathSearch} search
 * @param {FilterPart[]} parts
 * @returns {FilterPart|null} null where there is no path without any one of them
 */
function findDetour(network, ends, search, parts) {
  let found = null;
  let shortest = Infinity;
  for (const part of parts) {
    const options = makeOptions(network, leaveOut(search, part));
    const length = findPathLength(network, ...ends, options) ?? Infinity;
    if (length < shortest) [found, shortest] = [part, length];
  }
  return found;
}

/**
 * All of the version that is shown, in either direction.
 * @param {PathSearch} search
 * @returns {PathSearch}
 */
function makeWhole({ filters: { version } }) {
  return {
    filters: { ...makeDefaultFilters(), version },
    pathAvoid: new Set(),
    directed: false,
  };
}

/**
 * @param {Network} network
 * @param {readonly [number, number]} ends
 * @param {PathSearch} search
 */
function findUnder(network, [source, target], search) {
  return findPaths(network, source, target, { ...makeOptions(network, search), limit: 1 });
}

/**
 * @param {Network} network
 * @param {PathSearch} search
 */
function makeOptions(network, search) {
  return {
    mask: maskSearch(network, search).mask,
    directed: search.directed,
    asked: findAskedTime(network, search.filters),
  };
}

/**
 * The first path under a wider search, and its sentence.
 * @param {Network} network
 * @param {PathAnswer} answer
 * @param {PathSearch} search
 */
function describeDetour(network, answer, search) {
  const reasons = findAskedTime(network, search.filters)?.reasons ?? null;
  const claims = judgeClaims(network, maskSearch(network, search).mask);
  const [path] = answer.paths;
  return { path, sentence: describePath({ ...network, reasons }, path, answer, claims) };
}

/**
 * When all steps of a path may hold, if that is at another time than was asked.
 * @param {Network} network
 * @param {Path} path
 * @param {Span[]} asked
 * @returns {[start: string, end: string][]|null}
 */
function findTimes(network, path, asked) {
  const days = findJointDays(
    network,
    path.steps.map(({ relations }) => readStep(network, relations)),
  );
  const last = asked.at(-1);
  if (last && days.some((range) => range[0] <= last.last && range[1] >= last.first)) return null;
  return days.slice(0, MOST_TIMES).map(([first, end]) => formatDays(first, end));
}

/**
 * The same in a sentence.
 *
 * @param {Network} network
 * @param {NoPath} why
 * @param {Pick<PathSearch, "filters"|"own">} search under which there is no path
 * @returns {string}
 */
export function describeNoPath(network, why, search) {
  const { obstacle, without, path, times, sentence } = why;
  if (obstacle === "disputed") return "Only disputed relations link them, which no path follows.";
  if (path === null) return "They are in separate parts of the network.";
  const { length } = path.steps;
  const found = `there is a path of ${formatWhole(length)} step${length === 1 ? "" : "s"}`;
  if (times?.length) {
    return `At another time, ${times.map(formatTime).join(" and ")}, ${found}: ${sentence}`;
  }
  if (obstacle === "filters") {
    const isDirected = without.some(({ name }) => name === "directed");
    const either = isDirected ? ", in either direction," : "";
    return `Without any filter${either} ${found}: ${sentence}`;
  }
  const never = times ? ", but its steps never hold at the same time" : "";
  const names = without.map((part) => namePart(network, part, search)).join(" and ");
  return `Without ${names} ${found}${never}: ${sentence}`;
}

/**
 * The same as data: actors and relations by id.
 *
 * @param {Network} network
 * @param {NoPath} why
 * @param {PathSearch} search under which there is no path
 */
export function toNoPathFields(network, why, search) {
  const { obstacle, without, path, times } = why;
  /** @param {FilterPart} part */
  const isWhole = ({ name }) => obstacle !== "filters" || !["certain", "unrated"].includes(name);
  return {
    obstacle,
    without: without.filter(isWhole).map((part) => toPartFields(network, search, part)),
    actors: path?.actors.map((index) => network.actors[index].id) ?? [],
    relations:
      path?.steps.map(({ relations }) => relations.map((index) => network.relations[index].id)) ??
      [],
    times: times && times.map(([from, to]) => ({ from, to })),
    sentence: describeNoPath(network, why, search),
  };
}

/**
 * @template T
 * @param {(Iterable<T>|undefined)[]} lists
 */
function listAll(...lists) {
  return lists.flatMap((list) => [...(list ?? [])]);
}

/** @param {string[]} [words] */
function joinWords(words = []) {
  return words.join(" or ");
}

/**
 * @param {Network} network
 * @param {FilterPart} part
 * @param {Pick<PathSearch, "filters"|"own">} search
 */
function namePart(network, { name, value }, { filters, own = {} }) {
  const { at, from, to, minConfidence } = filters;
  const claimants = listAll(filters.accordingTo, own.according_to).map(
    (id) => network.claimantById.get(id)?.name ?? id,
  );
  const bases = listAll(filters.basis, own.basis);
  const actors = listAll(own.only_actor).map((index) => network.actors[index].name);
  /** @type {Record<string, string>} */
  const names = {
    by: `asking for ${value}`,
    max_length: `the limit of ${value} step${value === "1" ? "" : "s"}`,
    directed: '"Only along the arrows"',
    together: '"Steps that may hold at the same time"',
    in_order: '"Steps that start in order"',
    certain: '"Only what holds for certain"',
    at: `the date ${at}`,
    between: `the dates ${[from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(" ")}`,
    unrated: "leaving out unrated relations",
    min_confidence: `the least confidence ${minConfidence}`,
    only: `keeping only ${joinWords(own.only)}`,
    kind: `keeping only the kind ${joinWords(own.kind)}`,
    only_actor: `keeping only ${actors.join(", ")}`,
    according_to: `keeping only what is according to ${claimants.join(" or ")}`,
    basis: `keeping only what is ${bases.join(" or ")}`,
    avoid: `avoiding ${value}`,
    avoid_kind: `avoiding the kind ${network.kindById.get(value)?.label ?? value}`,
    avoid_basis: `avoiding what is ${value}`,
    avoid_actor: `avoiding ${network.actorById.get(value)?.name ?? value}`,
    without_source: `leaving out ${network.sourceById.get(value)?.title || value}`,
    hide_changes: `hiding what is ${value}`,
  };
  return names[name];
}
