/** Which relations and actors the reader's choices let through. */
import { isOutOfTime } from "./absence.js";
import { getClaimantId } from "./claim_words.js";
import { describeSpan, isAskedDate } from "./dates.js";
import {
  DOES_NOT,
  findStates,
  getLifetimes,
  HOLDS,
  listReasons,
  listSpans,
  MAY_HOLD,
} from "./lifetimes.js";
import { findFalling, restsOnlyOn } from "./sources.js";
import { isInVersion, VERSIONS } from "./versions.js";

/** @typedef {(relation: Relation) => boolean} RelationTest */

/** @returns {Filters} what lets everything through */
export function makeDefaultFilters() {
  return {
    avoid: new Set(),
    avoidKind: new Set(),
    avoidActor: new Set(),
    at: "",
    from: "",
    to: "",
    certain: false,
    minConfidence: 0,
    unrated: true,
    accordingTo: new Set(),
    basis: new Set(),
    avoidBasis: new Set(),
    withoutSource: "",
    version: VERSIONS[0],
    hideChanges: new Set(),
  };
}

/**
 * @param {Network} network
 * @param {Filters} filters
 * @returns {Uint8Array} 1 for each relation kept
 */
export function maskRelations(network, filters) {
  const tests = makeTests(network, filters);
  if (!tests.length) return new Uint8Array(network.relations.length).fill(1);
  return Uint8Array.from(network.relations, (relation) =>
    tests.every((test) => test(relation)) ? 1 : 0,
  );
}

/**
 * Which relations hold in the time that the filters ask about.
 *
 * @param {Network} network
 * @param {Filters} filters
 * @returns {Uint8Array|null} a state for each; null where no date is asked
 */
export function findRelationStates(network, filters) {
  const spans = listSpans(filters);
  if (!spans.length) return null;
  const key = JSON.stringify(spans);
  const lifetimes = getLifetimes(network).relations;
  let found = LAST_STATES.get(lifetimes);
  if (found?.key !== key) {
    found = { key, states: findStates(lifetimes, spans) };
    LAST_STATES.set(lifetimes, found);
  }
  return found.states;
}

/**
 * The time that the filters ask about, and why relations may hold in it, but not certainly.
 *
 * @param {Network} network
 * @param {Filters} filters
 * @returns {AskedTime|null} null where no date is asked
 */
export function findAskedTime(network, filters) {
  const reasons = listReasons(network, findRelationStates(network, filters), listSpans(filters));
  if (!reasons) return null;
  const { at, from, to } = filters;
  return { reasons, span: isAskedDate(at) ? describeSpan(at, at) : describeSpan(from, to) };
}

/**
 * The states last asked for: legend, chart and selection ask for the same.
 * @type {WeakMap<Lifetimes, {key: string, states: Uint8Array|null}>}
 */
const LAST_STATES = new WeakMap();

/**
 * What is left of the relations kept when only some types count.
 *
 * @param {Network} network
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
 * @param {Network} network
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
 * Actors that are not hidden themselves, and may exist at the time asked. An actor that rests on
 * nothing but the source assumed wrong, or that changed in a way that is hidden, goes too, unless a
 * relation kept still speaks of it.
 *
 * @param {Network} network
 * @param {Filters} filters
 * @param {Uint8Array} mask of the relations
 * @returns {Uint8Array} 1 for each actor kept
 */
export function maskActors(network, filters, mask) {
  const spans = listSpans(filters);
  const states = spans.length ? findStates(getLifetimes(network).actors, spans) : null;
  const falling = findFalling(network, filters.withoutSource);
  return Uint8Array.from(network.actors, (actor) => {
    if (isHiddenActor(actor, filters) || states?.[actor.index] === DOES_NOT) return 0;
    if (!restsOnlyOn(actor, falling) && !filters.hideChanges.has(actor.change ?? "")) {
      return 1;
    }
    return network.ties[actor.index].some((index) => mask[index]) ? 1 : 0;
  });
}

/**
 * Makes filters without those that hide an actor.
 *
 * @param {Network} network
 * @param {Filters} filters
 * @param {Actor} actor
 * @returns {Filters}
 */
export function makeFiltersShowing(network, filters, { index, id, kind, references, change }) {
  /**
   * @param {Set<string>} set
   * @param {string} gone
   */
  const less = (set, gone) => new Set([...set].filter((each) => each !== gone));
  const falling = findFalling(network, filters.withoutSource);
  const withoutSource = restsOnlyOn({ references }, falling) ? "" : filters.withoutSource;
  const version = isInVersion({ change }, filters.version) ? filters.version : VERSIONS[0];
  const hideChanges = less(filters.hideChanges, change ?? "");
  const allYears = isOutOfTime(network, filters, index) ? { at: "", from: "", to: "" } : {};
  return {
    ...filters,
    ...allYears,
    withoutSource,
    version,
    hideChanges,
    avoidActor: less(filters.avoidActor, id),
    avoidKind: less(filters.avoidKind, kind.id),
  };
}

/**
 * The tests that these filters need: a filter that is off costs nothing.
 * @param {Network} network
 * @param {Filters} filters
 * @returns {RelationTest[]}
 */
function makeTests(network, filters) {
  const tests = [
    makeTypeTest(filters),
    makeEndsTest(network, filters),
    makeTimeTest(network, filters),
    makeConfidenceTest(filters),
    makeVersionTest(network, filters),
    makeClaimantTest(network, filters),
    makeBasisTest(filters),
    makeSourceTest(network, filters),
  ];
  return tests.filter((test) => test !== null);
}

/**
 * @param {Filters} filters
 * @returns {RelationTest|null}
 */
function makeTypeTest({ avoid }) {
  return avoid.size ? (relation) => !avoid.has(relation.type.id) : null;
}

/**
 * @param {Network} network
 * @param {Filters} filters
 * @returns {RelationTest|null}
 */
function makeEndsTest(network, filters) {
  if (!filters.avoidKind.size && !filters.avoidActor.size) return null;
  const hidden = network.actors.map((actor) => isHiddenActor(actor, filters));
  return ({ source, target }) => !hidden[source] && !hidden[target];
}

/**
 * @param {Network} network
 * @param {Filters} filters
 * @returns {RelationTest|null}
 */
function makeTimeTest(network, filters) {
  const states = findRelationStates(network, filters);
  const least = filters.certain ? HOLDS : MAY_HOLD;
  return states && (({ index }) => states[index] >= least);
}

/**
 * @param {Filters} filters
 * @returns {RelationTest|null}
 */
function makeConfidenceTest({ minConfidence, unrated }) {
  if (minConfidence <= 0 && unrated) return null;
  return (relation) =>
    relation.confidence === null ? unrated : relation.confidence >= minConfidence;
}

/**
 * @param {Network} network
 * @param {Filters} filters
 * @returns {RelationTest|null}
 */
function makeClaimantTest(network, { accordingTo }) {
  return accordingTo.size ? (relation) => accordingTo.has(getClaimantId(network, relation)) : null;
}

/**
 * @param {Filters} filters
 * @returns {RelationTest|null}
 */
function makeBasisTest(filters) {
  if (!filters.basis.size && !filters.avoidBasis.size) return null;
  return ({ basis }) => showsBasis(filters, basis);
}

/**
 * @param {Network} network
 * @param {Filters} filters
 * @returns {RelationTest|null}
 */
function makeSourceTest(network, { withoutSource }) {
  if (!withoutSource) return null;
  const falling = findFalling(network, withoutSource);
  return (relation) => !restsOnlyOn(relation, falling);
}

/**
 * Whether relations that rest on this are kept.
 *
 * @param {Filters} filters
 * @param {string} id stated, inferred or alleged
 */
export function showsBasis({ basis, avoidBasis }, id) {
  return !avoidBasis.has(id) && (!basis.size || basis.has(id));
}

/**
 * @param {Network} network
 * @param {Filters} filters
 * @returns {RelationTest|null}
 */
function makeVersionTest({ versions }, { version, hideChanges }) {
  if (!versions || (version === VERSIONS[0] && !hideChanges.size)) return null;
  return (relation) => isInVersion(relation, version) && !hideChanges.has(relation.change ?? "");
}

/**
 * @param {Actor} actor
 * @param {Filters} filters
 */
function isHiddenActor(actor, { avoidKind, avoidActor, version }) {
  return avoidKind.has(actor.kind.id) || avoidActor.has(actor.id) || !isInVersion(actor, version);
}
