/** Everything the page says about a state: what the filters keep, the path asked for, and what of it is drawn. */
import { claimState } from "./claims.js";
import { keepTypes, kindCounts, relationMask, typeCounts, visibleActors } from "./filter.js";
import { findPaths } from "./paths.js";

/**
 * @typedef {import("./document.js").Network} Network
 * @typedef {import("./hash.js").State} State
 * @typedef {{mask: Uint8Array, actors: Uint8Array, claims: import("./sentences.js").Claims,
 *   typeCounts: Map<string, number>, kindCounts: Map<string, number>}} Kept
 *   mask: 1 for each relation that the filters keep; actors: likewise; the counts are those of the legend
 * @typedef {Kept & {kept: Kept, filters: import("./filter.js").Filters, asked: object, path: import("./paths.js").PathAnswer|null,
 *   which: number, leftOut: import("./document.js").Actor[], drawn: {relations: Uint8Array, actors: Uint8Array}}} Answers
 *   which: number of the path shown, from 1: the one asked for, or the last where there are fewer;
 *   leftOut: the ends of that path whom the filters hide
 */

const MOST_PATHS = 100;

/**
 * What the filters keep is only worked out again when they change, a path only when what it depends on does.
 *
 * @param {Network} network
 * @param {State} state
 * @param {Answers} [before] the answers to the state before
 * @returns {Answers}
 */
export function answersFor(network, state, before) {
  const kept = before && before.filters === state.filters ? before.kept : filtered(network, state.filters);
  const asked = { path: state.path, avoid: state.avoid, directed: state.directed };
  const path = before && before.kept === kept && sameFields(before.asked, asked) ? before.path : pathAsked(network, kept.mask, asked);
  const which = Math.max(1, Math.min(state.which, path?.paths.length ?? 1));
  const leftOut = hiddenEnds(network, kept, path);
  return { ...kept, kept, filters: state.filters, asked, path, which, leftOut, drawn: drawnPart(network, kept, { ...state, which }, path) };
}

/**
 * Actors within some steps of one, over the relations kept, whether they dispute or not.
 *
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation kept
 * @param {number} centre index of an actor
 * @param {number} depth how many steps
 * @returns {Set<number>} indexes, that of the centre among them
 */
export function surroundings(network, mask, centre, depth) {
  const reached = new Set([centre]);
  let rim = [centre];
  for (let step = 0; step < depth; step++) {
    rim = rim.flatMap((actor) => neighboursOf(network, mask, actor)).filter((actor) => !reached.has(actor));
    for (const actor of rim) reached.add(actor);
  }
  return reached;
}

function sameFields(one, other) {
  return Object.keys(other).every((name) => one[name] === other[name]);
}

function filtered(network, filters) {
  const mask = relationMask(network, filters);
  return {
    mask,
    actors: visibleActors(network, filters, mask),
    claims: claimState(network, mask),
    typeCounts: typeCounts(network, filters),
    kindCounts: kindCounts(network, filters),
  };
}

/** The path, over what the filters keep but the types it avoids; a hidden actor has no relation kept. */
function pathAsked(network, kept, { path, avoid, directed }) {
  if (path === null) return null;
  const [source, target] = path.map((id) => network.actorById.get(id).index);
  const mask = avoid.size ? keepTypes(network, kept, (type) => !avoid.has(type)) : kept;
  return findPaths(network, source, target, { mask, directed, limit: MOST_PATHS });
}

function hiddenEnds(network, kept, path) {
  const ends = path ? [...new Set([path.source, path.target])] : [];
  return ends.filter((end) => !kept.actors[end]).map((end) => network.actors[end]);
}

function neighboursOf(network, mask, actor) {
  const kept = network.ties[actor].filter((tie) => mask[tie]).map((tie) => network.relations[tie]);
  return kept.map(({ source, target }) => (source === actor ? target : source));
}

/** What is drawn of what the filters keep: all of it, the surroundings of an actor, or a path alone. */
function drawnPart(network, kept, state, path) {
  const steps = state.only && path ? path.paths[state.which - 1]?.steps : null;
  if (steps?.length) {
    const relations = new Set(steps.flatMap((step) => step.relations));
    const actors = new Set(steps.flatMap(({ source, target }) => [source, target]));
    return { relations: among(kept.mask, relations), actors: among(kept.actors, actors) };
  }
  const centre = state.ego ? network.actorById.get(state.actor) : undefined;
  if (!centre) return { relations: kept.mask, actors: kept.actors };
  const near = surroundings(network, kept.mask, centre.index, state.ego);
  return { relations: kept.mask, actors: among(kept.actors, near) };
}

function among(mask, chosen) {
  return mask.map((kept, index) => (chosen.has(index) ? kept : 0));
}
