/** Which relations and actors the reader's choices let through. */
import { isPartialDate, overlapsSpan } from "./dates.js";
import { citesOnly } from "./sources.js";
import { CHANGES, isInVersion, VERSIONS } from "./versions.js";

/**
 * @typedef {{hiddenTypes: Set<string>, hiddenKinds: Set<string>, without: Set<string>, at: string,
 *   from: string,
 *   to: string, undated: boolean, confidence: number, unrated: boolean, source: string, version:
 *   string,
 *   hiddenChanges: Set<string>}} Filters version: one of `VERSIONS`, where the page has two;
 *   hiddenChanges: of `CHANGES`
 */

/** @returns {Filters} what lets everything through */
export function makeDefaultFilters() {
  return {
    hiddenTypes: new Set(),
    hiddenKinds: new Set(),
    without: new Set(),
    at: "",
    from: "",
    to: "",
    undated: true,
    confidence: 0,
    unrated: true,
    source: "",
    version: VERSIONS[0],
    hiddenChanges: new Set(),
  };
}

/**
 * @param {import("./document.js").Network} network
 * @param {Filters} filters
 * @returns {Uint8Array} 1 for each relation kept
 */
export function maskRelations(network, filters) {
  const tests = makeTests(network, filters);
  return Uint8Array.from(network.relations, (relation) => tests.every((test) => test(relation)));
}

/**
 * What is left of the relations kept when only some types count.
 *
 * @param {import("./document.js").Network} network
 * @param {Uint8Array} mask 1 for each relation kept
 * @param {(type: string) => boolean} wanted told the id of a type
 * @returns {Uint8Array}
 */
export function keepTypes(network, mask, wanted) {
  return mask.map((kept, index) => (kept && wanted(network.relations[index].type.id) ? 1 : 0));
}

/**
 * What is left of what is kept when only some actors count, and the relations among them.
 *
 * @param {import("./document.js").Network} network
 * @param {{mask: Uint8Array, actors: Uint8Array}} kept 1 for each relation, and each actor, kept
 * @param {Iterable<number>} chosen actors by their index
 * @returns {{mask: Uint8Array, actors: Uint8Array}}
 */
export function keepAmong(network, { mask, actors }, chosen) {
  const known = new Set(chosen);
  return {
    mask: mask.map((kept, index) =>
      kept &&
      known.has(network.relations[index].source) &&
      known.has(network.relations[index].target)
        ? 1
        : 0,
    ),
    actors: actors.map((kept, index) => (kept && known.has(index) ? 1 : 0)),
  };
}

/**
 * Actors that are not hidden themselves. An actor that rests on nothing but the source assumed
 * wrong, or that changed in a way that is hidden, goes too, unless a relation kept still speaks of
 * it.
 *
 * @param {import("./document.js").Network} network
 * @param {Filters} filters
 * @param {Uint8Array} mask of the relations
 * @returns {Uint8Array} 1 for each actor kept
 */
export function maskActors(network, filters, mask) {
  return Uint8Array.from(network.actors, (actor) => {
    if (isHiddenActor(actor, filters)) return 0;
    if (!citesOnly(actor, filters.source) && !filters.hiddenChanges.has(actor.change)) return 1;
    return network.ties[actor.index].some((index) => mask[index]) ? 1 : 0;
  });
}

/**
 * Filters without those that hide an actor.
 *
 * @param {Filters} filters
 * @param {import("./document.js").Actor} actor
 * @returns {Filters}
 */
export function makeFiltersShowing(filters, { id, kind, references, change }) {
  const less = (set, gone) => new Set([...set].filter((one) => one !== gone));
  const source = citesOnly({ references }, filters.source) ? "" : filters.source;
  const version = isInVersion({ change }, filters.version) ? filters.version : VERSIONS[0];
  const hiddenChanges = less(filters.hiddenChanges, change);
  return {
    ...filters,
    source,
    version,
    hiddenChanges,
    without: less(filters.without, id),
    hiddenKinds: less(filters.hiddenKinds, kind.id),
  };
}

/**
 * How many relations of each type all the other filters let through.
 *
 * @param {import("./document.js").Network} network
 * @param {Filters} filters
 * @returns {Map<string, number>} type id -> count, for every type
 */
export function countTypes(network, filters) {
  const mask = maskRelations(network, { ...filters, hiddenTypes: new Set() });
  return countByGroup(network.types, network.relations, mask, (relation) => relation.type.id);
}

/**
 * How many actors of each kind all the other filters let through.
 *
 * @param {import("./document.js").Network} network
 * @param {Filters} filters
 * @returns {Map<string, number>} kind id -> count, for every kind
 */
export function countKinds(network, filters) {
  const others = { ...filters, hiddenKinds: new Set() };
  const visible = maskActors(network, others, maskRelations(network, others));
  return countByGroup(network.kinds, network.actors, visible, (actor) => actor.kind.id);
}

/**
 * How many actors and relations of each change all the other filters let through.
 *
 * @param {import("./document.js").Network} network
 * @param {Filters} filters
 * @returns {{actors: Map<string, number>, relations: Map<string, number>}} by change, each of
 *   `CHANGES`
 */
export function countChanges(network, filters) {
  const others = { ...filters, hiddenChanges: new Set() };
  const mask = maskRelations(network, others);
  const groups = CHANGES.map((id) => ({ id }));
  const count = (rows, kept) => countByGroup(groups, rows, kept, ({ change }) => change);
  return {
    actors: count(network.actors, maskActors(network, others, mask)),
    relations: count(network.relations, mask),
  };
}

/** The tests that these filters need: a filter that is off costs nothing. */
function makeTests(network, filters) {
  const tests = [
    makeTypeTest(filters),
    makeEndsTest(network, filters),
    makeTimeTest(filters),
    makeConfidenceTest(filters),
    makeVersionTest(network, filters),
  ];
  if (filters.source) tests.push((relation) => !citesOnly(relation, filters.source));
  return tests.filter((test) => test !== null);
}

function makeTypeTest({ hiddenTypes }) {
  return hiddenTypes.size ? (relation) => !hiddenTypes.has(relation.type.id) : null;
}

function makeEndsTest(network, filters) {
  if (!filters.hiddenKinds.size && !filters.without.size) return null;
  const hidden = network.actors.map((actor) => isHiddenActor(actor, filters));
  return ({ source, target }) => !hidden[source] && !hidden[target];
}

function makeTimeTest({ at, from, to, undated }) {
  const spans = [
    [at, at],
    [from, to],
  ]
    .map((span) => span.map(acceptDate))
    .filter(([first, last]) => first || last);
  if (!spans.length && undated) return null;
  return ({ start, end }) => {
    if (!start && !end) return undated;
    return spans.every(([first, last]) => overlapsSpan(start, end, first, last));
  };
}

/** Half a date is still being typed: it filters nothing yet. */
function acceptDate(text) {
  return isPartialDate(text) ? text : "";
}

function makeConfidenceTest({ confidence, unrated }) {
  if (confidence <= 0 && unrated) return null;
  return (relation) => (relation.confidence === null ? unrated : relation.confidence >= confidence);
}

function makeVersionTest({ versions }, { version, hiddenChanges }) {
  if (!versions || (version === VERSIONS[0] && !hiddenChanges.size)) return null;
  return (relation) => isInVersion(relation, version) && !hiddenChanges.has(relation.change);
}

function isHiddenActor(actor, { hiddenKinds, without, version }) {
  return hiddenKinds.has(actor.kind.id) || without.has(actor.id) || !isInVersion(actor, version);
}

function countByGroup(groups, rows, kept, groupOf) {
  const counts = new Map(groups.map(({ id }) => [id, 0]));
  rows.forEach((row, index) => {
    if (kept[index]) counts.set(groupOf(row), counts.get(groupOf(row)) + 1);
  });
  return counts;
}
