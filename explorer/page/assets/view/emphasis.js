import { findHost } from "../core/folds.js";
import { countParts } from "./folds.js";
import { listPairRelations } from "./pair_lines.js";
import { findRestingActors, findUnsourcedActors, findRestingRelations } from "../core/sources.js";

/**
 * The mark of the chosen actor, with how many parts may be folded into it.
 * @param {Store} store
 * @param {Actor} actor
 * @returns {Omit<Emphasis, "order">}
 */
function emphasiseChosen(store, { index }) {
  const { folds } = store.answer;
  const host = findHost(folds, index);
  const parts = folds.insides.has(host) ? 0 : countParts(store, index);
  return { ...emphasiseChosenActor(store, host), parts };
}

/**
 * The chosen actor in its surroundings; where these are wider than a step, all of them.
 * @param {Store} store
 * @param {number} index
 * @returns {Omit<Emphasis, "order">}
 */
function emphasiseChosenActor(store, index) {
  const { state, answer } = store;
  const { network } = answer.folds;
  if (state.ego < 2 || !answer.drawn.actors[index]) return emphasiseActor(store, index);
  return {
    actors: new Set([...network.actors.keys()].filter((i) => answer.drawn.actors[i])),
    relations: new Set([...network.relations.keys()].filter((i) => answer.drawn.relations[i])),
    strong: new Set([index]),
    ring: index,
    steps: [],
  };
}

/**
 * @param {Store} store
 * @param {number} index
 * @returns {Omit<Emphasis, "order">}
 */
function emphasiseActor({ answer }, index) {
  const { network } = answer.folds;
  const relations = new Set(network.ties[index].filter((i) => answer.drawn.relations[i]));
  const actors = new Set([index]);
  for (const i of relations) {
    actors.add(network.relations[i].source).add(network.relations[i].target);
  }
  return { actors, relations, strong: new Set([index]), ring: index, steps: [] };
}

/**
 * A relation with all others of its two actors.
 * @param {Store} store
 * @param {Relation} relation
 * @returns {Omit<Emphasis, "order">}
 */
function emphasiseRelation({ answer }, { index }) {
  const { network } = answer.folds;
  const relation = network.relations[index];
  const relations = new Set(
    listPairRelations(network, relation).filter((i) => answer.drawn.relations[i]),
  );
  const actors = new Set([relation.source, relation.target]);
  return { actors, relations, strong: actors, ring: null, steps: [] };
}

/**
 * @param {Store} store
 * @returns {Omit<Emphasis, "order">|null}
 */
function emphasisePath(store) {
  const { shown, path, question } = store.answer;
  if (!shown) return null;
  const actors = new Set(shown.actors);
  return {
    actors,
    relations: new Set(shown.steps.flatMap((step) => step.relations)),
    strong: path ? actors : new Set(question?.actors),
    ring: null,
    steps: path ? shown.steps : [],
  };
}

/**
 * What rests on a source, or has none: the relations with their ends, and the actors.
 * @param {Store} store
 * @param {State} state
 * @returns {Omit<Emphasis, "order">|null}
 */
function emphasiseSource(store, { source, unsourced }) {
  if (!source && !unsourced) return null;
  const { network, answer } = store;
  const relations = findRestingRelations(network, source)
    .map(({ relation }) => answer.folds.network.relations[relation.index])
    .filter(({ index }) => answer.drawn.relations[index]);
  const resting = (source ? findRestingActors(network, source) : findUnsourcedActors(network)).map(
    ({ index }) => findHost(answer.folds, index),
  );
  const actors = new Set([
    ...relations.flatMap((relation) => [relation.source, relation.target]),
    ...resting,
  ]);
  return {
    actors,
    relations: new Set(relations.map(({ index }) => index)),
    strong: new Set(),
    ring: null,
    steps: [],
  };
}

/**
 * Only what is drawn can come forward; the most important actors first.
 * @param {Store} store
 * @param {Omit<Emphasis, "order">|null} emphasis
 * @param {number[]} order
 * @returns {Emphasis|null}
 */
function orderEmphasis(store, emphasis, order) {
  if (!emphasis) return null;
  const actors = new Set([...emphasis.actors].filter((i) => store.answer.drawn.actors[i]));
  if (!actors.size) return null;
  const strongFirst = [...emphasis.strong].filter((i) => actors.has(i));
  return {
    ...emphasis,
    actors,
    order: [...new Set([...strongFirst, ...order.filter((i) => actors.has(i))])],
  };
}

/**
 * What is brought forward on the canvas: what is pointed at, else what is chosen, else what rests
 * on a source, else the path.
 * @param {Store} store
 * @param {Pointed|null} pointed
 * @param {number[]} order actors, the most important first
 * @returns {Emphasis|null}
 */
export function chooseEmphasis(store, pointed, order) {
  const { network, state } = store;
  if (pointed && pointed.actor !== null) {
    return orderEmphasis(store, emphasiseActor(store, pointed.actor), order);
  }
  if (pointed && pointed.relation !== null) {
    return orderEmphasis(
      store,
      emphasiseRelation(store, network.relations[pointed.relation]),
      order,
    );
  }
  const actor = network.actorById.get(state.actor);
  if (actor) return orderEmphasis(store, emphasiseChosen(store, actor), order);
  const relation = network.relationById.get(state.relation);
  if (relation) return orderEmphasis(store, emphasiseRelation(store, relation), order);
  return orderEmphasis(store, emphasiseSource(store, state) ?? emphasisePath(store), order);
}
