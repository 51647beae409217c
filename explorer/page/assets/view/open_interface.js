import { claimState } from "../core/claims.js";
import { keepTypes, relationMask, visibleActors } from "../core/filter.js";
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

/** What a question filters besides what the page does: dates, actors, types. */
function keptFor({ network, store }, { at, undated, without = [], only = [], avoid = [] }) {
  const { filters } = store.state;
  const asked = { ...filters, at: at ?? filters.at, undated: undated ?? filters.undated, without: new Set([...filters.without, ...without]) };
  const mask = keepTypes(network, relationMask(network, asked), (type) => (!only.length || only.includes(type)) && !avoid.includes(type));
  const actors = visibleActors(network, asked, mask);
  return { mask, blocked: new Set([...network.actors.keys()].filter((i) => !actors[i])) };
}

/** A path's answer in ids, in the fields that the terminal and the notebook give it. */
function findByName(view, from, to, options = {}) {
  const { network } = view;
  const { mask, blocked } = keptFor(view, options);
  const claims = claimState(network, mask);
  const { directed = false, limit = 100 } = options;
  const [source, target] = [oneActor(network, from), oneActor(network, to)];
  const answer = findPaths(network, source.index, target.index, { mask, blocked, directed, limit });
  const paths = answer.paths.map((path) => ({
    actors: path.actors.map((i) => network.actors[i].id),
    relations: path.steps.map((step) => step.relations.map((i) => network.relations[i].id)),
    sentence: pathSentence(network, path, answer, claims),
  }));
  const { length, count, cutShort } = answer;
  const sentence = pathSentence(network, answer.paths[0], answer, claims);
  return { source: source.id, target: target.id, directed, length, count, cut_short: cutShort, paths, sentence };
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
