import { relationMask, visibleActors } from "../core/filter.js";
import { formatHash } from "../core/hash.js";
import { resolve } from "../core/names.js";
import { findPaths } from "../core/paths.js";
import { pathSentence } from "../core/sentences.js";
import { reportOfCanvas } from "./pointing.js";

function oneActor(network, query) {
  const { actor, candidates, suggestions } = resolve(network, query);
  if (actor) return actor;
  const near = (candidates.length ? candidates : suggestions).map(({ name }) => name).join(", ");
  throw new RangeError(`${query}: not one actor's name. ${near ? `Nearest: ${near}.` : "See the table of actors."}`);
}

/** A path's answer in ids, as the terminal and the notebook give it. */
function findByName({ network, store }, from, to, { directed = false, limit = 100, avoid = [] } = {}) {
  const { filters } = store.state;
  const mask = relationMask(network, filters);
  const kept = mask.map((one, i) => (one && !avoid.includes(network.relations[i].type.id) ? 1 : 0));
  const blocked = new Set([...visibleActors(network, filters, mask).entries()].filter(([, shown]) => !shown).map(([i]) => i));
  const answer = findPaths(network, oneActor(network, from).index, oneActor(network, to).index, { mask: kept, blocked, directed, limit });
  const paths = answer.paths.map((path) => ({
    actors: path.actors.map((i) => network.actors[i].id),
    relations: path.steps.map((step) => step.relations.map((i) => network.relations[i].id)),
    sentence: pathSentence(network, path, answer, store.answer.claims),
  }));
  return { length: answer.length, count: answer.count, paths };
}

/**
 * The page's own small interface, for notebooks, tests and whoever scripts the page:
 * `actorExplorer.state()` is the hash of what is shown, `find(from, to)` a path in ids, `drawing()` what is on the canvas.
 * @param {object} view
 */
export function openInterface(view) {
  globalThis.actorExplorer = Object.freeze({
    state: () => formatHash(view.store.state),
    find: (from, to, options) => findByName(view, from, to, options),
    drawing: () => reportOfCanvas(view.canvas),
  });
}
