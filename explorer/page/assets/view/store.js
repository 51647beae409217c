import { answerState, isLarge } from "../core/answers.js";
import { makeDefaultFilters, maskRelations } from "../core/filters.js";
import { makeDefaultState, formatHash, VIEWS } from "../core/hash.js";
import { choosePanel } from "../core/panels.js";
import { showVersion, VERSIONS } from "../core/versions.js";
import { redo, reset, startHistory, undo, visit } from "../core/history.js";
import { writeAddressState, readAddressState, makeStepState } from "../core/story.js";

const NONE_RESTING = { rests: "", unsourced: false };

/** Writes a state into the address; where a frame forbids it, the page works on without. */
function writeAddress(network, state, replace) {
  const hash = writeAddressState(state, network);
  if (hash === decodeAddress(location.hash) || hash === location.hash) return;
  try {
    history[replace ? "replaceState" : "pushState"](null, "", hash || location.href.split("#")[0]);
  } catch {
    // A page inside a sandboxed frame has no address of its own.
  }
}

function decodeAddress(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The one place where the page's state is kept and changed.
 * @param {object} network
 * @returns {object} network, state, answer and the verbs that change them
 */
export function createStore(network) {
  const first = settleAddress(network);
  const store = { network, ...first, past: startHistory(first.state), listeners: [], tag: "" };
  Object.assign(store, makeActions(store), makeSelectionActions(store), makeHistoryActions(store));
  addEventListener("popstate", () => readAddress(store));
  addEventListener("hashchange", () => readAddress(store));
  return store;
}

/** A state with its answers, and the number of a path in it that there is. */
function settle(network, asked, before) {
  showVersion(network, asked.filters.version);
  const answer = answerState(network, asked, before);
  return {
    answer,
    state: asked.which === answer.which ? asked : { ...asked, which: answer.which },
  };
}

/** What the address asks for; one that counts too far is set right. */
function settleAddress(network, before) {
  const asked = readAddressState(location.hash, network);
  const settled = settle(network, asked, before);
  if (settled.state !== asked) writeAddress(network, settled.state, true);
  return settled;
}

function readAddress(store) {
  const settled = settleAddress(store.network, store.answer);
  if (formatHash(settled.state) === formatHash(store.state)) return;
  store.past = visit(store.past, settled.state);
  show(store, settled);
}

function show(store, { state, answer }) {
  const before = store.state;
  Object.assign(store, { state, answer });
  for (const listener of store.listeners) listener(state, before);
}

/** A run of changes with the same tag (a slider being dragged) is one step back. */
function change(store, patch, tag = "") {
  const settled = settle(store.network, { ...store.state, ...patch }, store.answer);
  const { state } = settled;
  if (formatHash(state) === formatHash(store.state)) return;
  const again = tag !== "" && tag === store.tag;
  store.tag = tag;
  store.past = again ? { ...store.past, present: state, future: [] } : visit(store.past, state);
  show(store, settled);
  writeAddress(store.network, state, again);
}

/** Opens a panel, which is no step to take back. */
function turnTo(store, id) {
  const implied = choosePanel({ ...store.state, panel: "" }) === id;
  const settled = settle(store.network, { ...store.state, panel: implied ? "" : id }, store.answer);
  store.past = { ...store.past, present: settled.state };
  show(store, settled);
  writeAddress(store.network, settled.state, true);
}

function makeActions(store) {
  return {
    subscribe: (listener) => store.listeners.push(listener),
    set: (patch, tag) => change(store, patch, tag),
    turnTo: (id) => turnTo(store, id),
    filters: () => store.state.filters,
    filter: (patch, tag) =>
      change(store, { filters: { ...store.state.filters, ...patch }, which: 1 }, tag),
    isFiltered: () =>
      formatHash({
        ...makeDefaultState(),
        filters: { ...store.state.filters, version: VERSIONS[0] },
      }) !== "",
    timelessMask: (filters) => maskRelations(store.network, filters),
    turnToStep: (step) => change(store, makeStepState(store.network, step)),
    leaveStory: () => change(store, { step: null }),
    showAll: () =>
      change(store, {
        filters: { ...makeDefaultFilters(), version: store.state.filters.version },
        which: 1,
        ego: 0,
        only: false,
        community: 0,
      }),
  };
}

/** The community that alone is drawn, as long as one of these actors is in it. */
function keepCommunity({ network, state }, ...actors) {
  return actors.some((actor) => network.communities.numberOf[actor] === state.community)
    ? state.community
    : 0;
}

function makeSelectionActions(store) {
  const { network } = store;
  const among = (id) =>
    id ? keepCommunity(store, network.actorById.get(id).index) : store.state.community;
  const between = (id) => {
    const { source, target } = network.relationById.get(id);
    return keepCommunity(store, source, target);
  };
  // In a large network an actor is shown with its surroundings alone, or it would be lost.
  const egoOf = (id) =>
    store.state.ego || (isLarge(network) && !store.state.whole && !among(id) ? 1 : 0);
  const without = (id) => new Set([...store.state.filters.without, id]);
  return {
    choose: (id) =>
      change(store, {
        actor: id,
        relation: "",
        ego: id ? egoOf(id) : 0,
        community: among(id),
        ...(id ? { panel: "", ...NONE_RESTING } : {}),
      }),
    chooseRelation: (id) =>
      change(store, {
        relation: id,
        actor: "",
        ego: 0,
        community: between(id),
        panel: "",
        ...NONE_RESTING,
      }),
    choosePath: (from, to) =>
      change(store, {
        path: [from, to],
        which: 1,
        only: false,
        actor: "",
        relation: "",
        ego: 0,
        community: 0,
        panel: "",
        ...NONE_RESTING,
      }),
    showCommunity: (number) =>
      change(store, {
        community: number,
        view: VIEWS[0],
        only: false,
        actor: "",
        relation: "",
        ego: 0,
        panel: "communities",
        ...NONE_RESTING,
      }),
    showResting: (id) =>
      change(
        store,
        id === null
          ? NONE_RESTING
          : {
              rests: id,
              unsourced: id === "",
              view: VIEWS[0],
              actor: "",
              relation: "",
              ego: 0,
              community: 0,
              panel: "sources",
            },
      ),
    leavePath: (panel = "") => change(store, { path: null, which: 1, only: false, panel }),
    hideActor: (id) =>
      change(store, {
        actor: "",
        ego: 0,
        filters: { ...store.state.filters, without: without(id) },
      }),
  };
}

function makeHistoryActions(store) {
  const go = (past) => {
    if (past === store.past) return;
    store.past = past;
    store.tag = "";
    show(store, settle(store.network, past.present, store.answer));
    writeAddress(store.network, past.present, false);
  };
  return {
    undo: () => go(undo(store.past)),
    redo: () => go(redo(store.past)),
    reset: () => go(reset(store.past, readAddressState("", store.network))),
    canUndo: () => store.past.past.length > 0,
    canRedo: () => store.past.future.length > 0,
  };
}
