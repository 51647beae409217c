/** List shortest paths from the cheapest on: each only when it is asked for. */

/**
 * @typedef {{before: Trail|null, actor: number}} Trail the actors of an unfinished path
 * @typedef {{trail: Trail, choice: number, spent: number}} Turn which of the next actors it takes
 * @typedef {{total: number, actor: number}} Choice a next actor, and the cost to the target by it
 */

/**
 * Every shortest path by its cost; the cheapest ones in the order of the rows. The cost of what is
 * left of a path is known exactly, so that no step is taken in vain.
 *
 * @param {number[][]} layers the actors on shortest paths, by their distance from the source
 * @param {Map<number, number[]>} onwards for each of them the next ones, in the order of the rows
 * @param {(here: number, there: number) => number} cost of a step, 0 or more
 * @returns {() => number[]|null} gives the next path at each call, as indexes of actors
 */
export function findCheapest(layers, onwards, cost) {
  const [source] = layers[0];
  const [target] = layers[layers.length - 1];
  const { remaining, choices } = orderChoices(layers, onwards, cost);
  /** @param {number} actor */
  const costFrom = (actor) => remaining.get(actor) ?? 0;
  let total = costFrom(source);
  /** @type {Map<number, Turn[]>} */
  const turns = new Map();
  addTurn(turns, total, { trail: { before: null, actor: source }, choice: 0, spent: 0 });
  /** @param {Turn} turn */
  const take = ({ trail, choice, spent }) => {
    const here = choices.get(trail.actor) ?? [];
    const { total: onward, actor } = here[choice];
    if (choice + 1 < here.length) {
      addTurn(turns, spent + here[choice + 1].total, { trail, choice: choice + 1, spent });
    }
    const longer = { before: trail, actor };
    if (actor === target) return listActors(longer);
    addTurn(turns, total, { trail: longer, choice: 0, spent: spent + onward - costFrom(actor) });
    return null;
  };
  return () => {
    let path = null;
    while (!path && turns.size) {
      const turn = turns.get(total)?.pop();
      if (turn) path = take(turn);
      else {
        turns.delete(total);
        total = Math.min(...turns.keys());
      }
    }
    return path;
  };
}

/**
 * @param {Map<number, Turn[]>} turns
 * @param {number} total
 * @param {Turn} turn
 */
function addTurn(turns, total, turn) {
  const waiting = turns.get(total);
  if (waiting) waiting.push(turn);
  else turns.set(total, [turn]);
}

/**
 * What each actor is from the target, and its next actors, the cheapest first.
 * @param {number[][]} layers
 * @param {Map<number, number[]>} onwards
 * @param {(here: number, there: number) => number} cost
 */
function orderChoices(layers, onwards, cost) {
  /** @type {Map<number, number>} */
  const remaining = new Map();
  /** @type {Map<number, Choice[]>} */
  const choices = new Map();
  for (const layer of layers.slice(0, -1).reverse()) {
    for (const here of layer) {
      const next = (onwards.get(here) ?? []).map((actor) => ({
        total: cost(here, actor) + (remaining.get(actor) ?? 0),
        actor,
      }));
      next.sort((one, other) => one.total - other.total || one.actor - other.actor);
      choices.set(here, next);
      remaining.set(here, next[0].total);
    }
  }
  return { remaining, choices };
}

/** @param {Trail|null} trail */
function listActors(trail) {
  const actors = [];
  for (let last = trail; last !== null; last = last.before) actors.push(last.actor);
  return actors.reverse();
}
