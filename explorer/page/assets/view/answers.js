import { claimState } from "../core/claims.js";
import { kindCounts, relationMask, typeCounts, visibleActors } from "../core/filter.js";
import { findPaths } from "../core/paths.js";

/** What the filters let through, and the counts the legend shows. */
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

/**
 * The path asked for, over what the filters let through and without the types it avoids.
 * @param {object} network
 * @param {{mask: Uint8Array, actors: Uint8Array}} kept
 * @param {{path: [string, string]|null, avoid: Set<string>, directed: boolean}} state
 * @returns {object|null} null when no path is asked for
 */
export function pathAnswer(network, kept, state) {
  if (!state.path) return null;
  const [source, target] = state.path.map((id) => network.actorById.get(id).index);
  const mask = state.avoid.size ? kept.mask.map((one, i) => (one && !state.avoid.has(network.relations[i].type.id) ? 1 : 0)) : kept.mask;
  const blocked = new Set();
  kept.actors.forEach((shown, i) => { if (!shown && i !== source && i !== target) blocked.add(i); });
  return findPaths(network, source, target, { mask, blocked, directed: state.directed, limit: 100 });
}

function neighboursOf(network, mask, actor) {
  const kept = network.ties[actor].filter((tie) => mask[tie]).map((tie) => network.relations[tie]);
  return kept.map(({ source, target }) => (source === actor ? target : source));
}

/** Actors within some steps of one, over the relations kept. */
function surroundings(network, mask, start, depth) {
  const reached = new Set([start]);
  let rim = [start];
  for (let step = 0; step < depth; step += 1) {
    rim = rim.flatMap((actor) => neighboursOf(network, mask, actor)).filter((actor) => !reached.has(actor));
    for (const actor of rim) reached.add(actor);
  }
  return reached;
}

/** What is drawn of what the filters keep: all of it, the surroundings of an actor, or a path alone. */
function drawnPart(network, kept, state, path) {
  const steps = state.only && path ? path.paths[state.which - 1]?.steps : null;
  if (steps?.length) {
    const relations = new Set(steps.flatMap((step) => step.relations));
    const actors = new Set(steps.flatMap(({ source, target }) => [source, target]));
    return { relations: kept.mask.map((one, i) => (relations.has(i) ? one : 0)), actors: kept.actors.map((one, i) => (actors.has(i) ? 1 : 0)) };
  }
  const centre = state.ego ? network.actorById.get(state.actor) : undefined;
  if (!centre) return { relations: kept.mask, actors: kept.actors };
  const near = surroundings(network, kept.mask, centre.index, state.ego);
  return { relations: kept.mask, actors: kept.actors.map((one, i) => (near.has(i) ? one : 0)) };
}

/**
 * Everything the page says about a state; what the filters keep is only worked out again when they change.
 * @param {object} network
 * @param {object} state
 * @param {object} [before] the answers to the state before
 */
export function answersFor(network, state, before) {
  const kept = before && before.filters === state.filters ? before.kept : filtered(network, state.filters);
  const path = pathAnswer(network, kept, state);
  return { ...kept, kept, filters: state.filters, path, drawn: drawnPart(network, kept, state, path) };
}
