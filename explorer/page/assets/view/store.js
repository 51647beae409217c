import { answerState } from "../core/answers.js";
import { findAskedEnds } from "../core/ask.js";
import { isLarge } from "../core/large_network.js";
import { maskRelations } from "../core/filters.js";
import { readLayout } from "../core/layout_file.js";
import { makeOwnFilters } from "../core/own_span.js";
import { formatHash } from "../core/page_link.js";
import { makeDefaultState, VIEWS } from "../core/page_state.js";
import { choosePanel } from "../core/panels.js";
import { createScoring } from "./scoring.js";
import { showVersion, VERSIONS } from "../core/versions.js";
import { isSameState, redo, reset, startHistory, undo, visit } from "../core/history.js";
import { writeAddressState, readAddressState, makeStepState } from "../core/story.js";

const NO_SOURCE = { source: "", unsourced: false };

/**
 * Writes a state into the address; where a frame forbids it, the page works on without.
 * @param {Network} network
 * @param {State} state
 * @param {boolean} replace
 */
function writeAddress(network, state, replace) {
  const hash = writeAddressState(state, network);
  if (hash === decodeAddress(location.hash) || hash === location.hash) return;
  try {
    history[replace ? "replaceState" : "pushState"](null, "", hash || location.href.split("#")[0]);
  } catch {
    // A page inside a sandboxed frame has no address of its own.
  }
}

/** @param {string} text */
function decodeAddress(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The one place where the page's state is kept and changed.
 * @param {Network} network
 * @returns {Store}
 */
export function createStore(network) {
  /** @type {Scoring} */
  const scoring = createScoring(network, () => show(data, settle(data, data.state, data.answer)));
  const first = settleAddress({ network, scoring });
  const past = startHistory(first.state);
  /** @type {StoreData} */
  const data = { network, scoring, ...first, past, run: past, listeners: [], tag: "" };
  const store = Object.assign(data, {
    ...makeActions(data),
    ...makeChoices(data),
    ...makeQuestions(data),
    ...makeEmphases(data),
    ...makeHistoryActions(data),
  });
  addEventListener("popstate", () => readAddress(store));
  addEventListener("hashchange", () => readAddress(store));
  return store;
}

/**
 * A state with its answers, and the number of a path and of a community in it that there is.
 * @param {Pick<StoreData, "network"|"scoring">} store
 * @param {State} asked
 * @param {Answers} [before]
 * @returns {{state: State, answer: Answers}}
 */
function settle({ network, scoring }, asked, before) {
  const { version } = asked.filters;
  showVersion(network, version);
  const answer = answerState(network, asked, before, (selected) => {
    scoring.follow(selected, version);
  });
  network.reasons = answer.reasons;
  const isThere = scoring.isPending() || asked.community <= network.communities.list.length;
  const { pathNumber } = answer;
  const community = isThere ? asked.community : 0;
  const isSettled = asked.pathNumber === pathNumber && asked.community === community;
  return { answer, state: isSettled ? asked : { ...asked, pathNumber, community } };
}

/**
 * What the address asks for; one that counts too far is set right. Actors stay where they were
 * moved to, unless the address moves them.
 * @param {Pick<StoreData, "network"|"scoring"> & Partial<StoreData>} store
 * @returns {{state: State, answer: Answers}}
 */
function settleAddress(store) {
  const { network } = store;
  const { moved } = readLayout(network, location.hash);
  const earlier = store.state?.moved;
  const address = readAddressState(location.hash, network);
  // A link with moved actors that does not name camps was made where camps were not apart.
  if (moved.size && network.camps?.opens) address.colourBy ||= "plain";
  const asked = {
    ...address,
    moved: moved.size ? new Map([...(earlier ?? []), ...moved]) : earlier,
  };
  const settled = settle(store, asked, store.answer);
  if (settled.state !== asked) writeAddress(network, settled.state, true);
  return settled;
}

/** @param {Store} store */
function readAddress(store) {
  const settled = settleAddress(store);
  if (isSameState(settled.state, store.state)) return;
  store.tag = "";
  store.past = visit(store.past, settled.state);
  show(store, settled);
}

/**
 * @param {StoreData} store
 * @param {{state: State, answer: Answers}} settled
 */
function show(store, { state, answer }) {
  const before = store.state;
  Object.assign(store, { state, answer });
  for (const listener of store.listeners) listener(state, before);
}

/**
 * A run of changes with the same tag (a slider being dragged) is one step back, or none where it
 * ends as it began.
 * @param {StoreData} store
 * @param {Partial<State>} patch
 * @param {string} [tag]
 */
function change(store, patch, tag = "") {
  const settled = settle(store, { ...store.state, ...patch }, store.answer);
  const { state } = settled;
  if (isSameState(state, store.state)) return;
  const again = tag !== "" && tag === store.tag;
  if (!again) store.run = store.past;
  store.tag = tag;
  store.past = visit(store.run, state);
  show(store, settled);
  writeAddress(store.network, state, again);
}

/**
 * Opens a panel, which is no step to take back.
 * @param {StoreData} store
 * @param {string} id
 */
function turnTo(store, id) {
  const implied = choosePanel({ ...store.state, panel: "" }) === id;
  const settled = settle(store, { ...store.state, panel: implied ? "" : id }, store.answer);
  store.past = { ...store.past, present: settled.state };
  store.tag = "";
  show(store, settled);
  writeAddress(store.network, settled.state, true);
}

/**
 * @param {StoreData} store
 * @returns {Pick<Store,
 *   "subscribe" | "set" | "turnTo" | "filters" | "filter" | "isFiltered" | "timelessMask" |
 *   "turnToStep" | "leaveStory" | "showAll">}
 */
function makeActions(store) {
  return {
    subscribe: (listener) => store.listeners.push(listener),
    set: (patch, tag) => change(store, patch, tag),
    turnTo: (id) => turnTo(store, id),
    filters: () => store.state.filters,
    filter: (patch, tag) =>
      change(store, { filters: { ...store.state.filters, ...patch }, pathNumber: 1 }, tag),
    isFiltered: (asked = store.state.filters) => {
      const filters = { ...asked, version: VERSIONS[0] };
      const own = { ...makeDefaultState(), filters: makeOwnFilters(store.network) };
      return formatHash({ ...own, filters }) !== formatHash(own);
    },
    timelessMask: (filters) => maskRelations(store.network, filters),
    turnToStep: (step) =>
      change(store, { ...makeStepState(store.network, step), moved: store.state.moved }),
    leaveStory: () => change(store, { step: null }),
    showAll: () =>
      change(store, {
        filters: { ...makeOwnFilters(store.network), version: store.state.filters.version },
        pathNumber: 1,
        ego: 0,
        pathAlone: false,
        askAlone: false,
        community: 0,
      }),
  };
}

/**
 * The community that alone is drawn, as long as one of these actors is in it.
 * @param {StoreData} store
 * @param {...number} actors
 */
function keepCommunity({ network, state }, ...actors) {
  return actors.some((actor) => network.communities.numberOf[actor] === state.community)
    ? state.community
    : 0;
}

const NO_QUESTION = { ask: "", askNumber: 0, askAlone: false };
const NOTHING_CHOSEN = { actor: "", relation: "", ego: 0, community: 0 };

/**
 * @param {StoreData} store
 * @returns {Pick<Store, "choose" | "chooseRelation" | "hideActor" | "showActor">}
 */
function makeChoices(store) {
  const { network } = store;
  /** @param {string} id */
  const findCommunity = (id) =>
    id ? keepCommunity(store, network.actorById.get(id)?.index ?? -1) : store.state.community;
  // In a large network an actor is shown with its surroundings alone, or it would be lost.
  /** @param {string} id */
  const findEgo = (id) => {
    const { ego, whole } = store.state;
    return ego || (isLarge(network) && !whole && !findCommunity(id) ? 1 : 0);
  };
  return {
    choose: (id) =>
      change(store, {
        actor: id,
        relation: "",
        ego: id ? findEgo(id) : 0,
        community: findCommunity(id),
        ...(id ? { panel: "", ...NO_SOURCE } : {}),
      }),
    chooseRelation: (id) => {
      const relation = network.relationById.get(id);
      const community = relation ? keepCommunity(store, relation.source, relation.target) : 0;
      change(store, { ...NOTHING_CHOSEN, ...NO_SOURCE, relation: id, community, panel: "" });
    },
    hideActor: (id) => {
      const avoidActor = new Set([...store.state.filters.avoidActor, id]);
      change(store, { actor: "", ego: 0, filters: { ...store.state.filters, avoidActor } });
    },
    showActor: (id) => {
      const avoidActor = new Set(store.state.filters.avoidActor);
      avoidActor.delete(id);
      change(store, { pathNumber: 1, filters: { ...store.state.filters, avoidActor } });
    },
  };
}

/**
 * @param {StoreData} store
 * @returns {Pick<Store, "choosePath" | "leavePath" | "ask">}
 */
function makeQuestions(store) {
  /** @type {Store["choosePath"]} */
  const choosePath = (from, to, between = []) =>
    change(store, {
      ...NOTHING_CHOSEN,
      ...NO_SOURCE,
      ...NO_QUESTION,
      path: [from, ...between, to],
      pathNumber: 1,
      pathAlone: false,
      panel: "",
    });
  return {
    choosePath,
    leavePath: (panel = "") =>
      change(store, { path: null, pathNumber: 1, pathAlone: false, panel }),
    ask: (text) => {
      const ends = findAskedEnds(store.network, text);
      if (ends) return choosePath(...ends);
      return change(store, {
        ...NOTHING_CHOSEN,
        ...NO_SOURCE,
        ...NO_QUESTION,
        path: null,
        pathAlone: false,
        ask: text,
        panel: text ? "" : "ask",
      });
    },
  };
}

/**
 * @param {StoreData} store
 * @returns {Pick<Store, "showCommunity" | "showCiting">}
 */
function makeEmphases(store) {
  return {
    showCommunity: (number) =>
      change(store, {
        ...NOTHING_CHOSEN,
        ...NO_SOURCE,
        community: number,
        view: VIEWS[0],
        pathAlone: false,
        panel: "communities",
      }),
    showCiting: (source) => {
      const shown = { source: source ?? "", unsourced: source === "" };
      const place = { ...NOTHING_CHOSEN, view: VIEWS[0], panel: "sources" };
      change(store, source === null ? NO_SOURCE : { ...place, ...shown });
    },
  };
}

/**
 * @param {StoreData} store
 * @returns {Pick<Store,
 *   "undo" | "redo" | "reset" | "canUndo" | "canRedo">}
 */
function makeHistoryActions(store) {
  /** @param {StateHistory} past */
  const go = (past) => {
    if (past === store.past) return;
    store.past = past;
    store.tag = "";
    show(store, settle(store, past.present, store.answer));
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
