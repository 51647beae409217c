/** Folding an actor with its parts, and a community, into one mark; and opening them again. */
import { formatCount, formatWhole } from "../core/counts.js";
import { findHost, listAllParts, listParts } from "../core/folds.js";
import { shorten } from "../core/text.js";
import { buildButton, element, isolate } from "./element.js";
import { buildIcon } from "./icons.js";
import { isSmall } from "./phone_sheets.js";

const MOST_FOLDED = 500; // at once; more would make a link that nothing takes
const MOST_IN_NOTE = 3; // on a phone 1
const LONGEST_NAME = 40; // characters
const LONGEST_CHIP = 24;

/**
 * How many parts an actor has, with theirs, by what the filters select.
 * @param {Store} store
 * @param {number} actor
 */
export function countParts({ network, answer }, actor) {
  return listAllParts(listParts(network, answer.kept), actor).length;
}

/**
 * Opens the mark that stands for an actor, where it is one of several in it; else folds its parts.
 * @param {Store} store
 * @param {number} actor
 * @returns {boolean} whether there was something to do
 */
export function turnFold(store, actor) {
  const { network, state, answer } = store;
  const host = findHost(answer.folds, actor);
  const inside = answer.folds.insides.get(host);
  const { id } = network.actors[host];
  if (inside?.community) turnCommunity(store, inside.community);
  else if (inside) store.set({ fold: leaveOut(state.fold, id) });
  else if (countParts(store, actor) && !state.fold.has(id)) {
    store.set({ fold: new Set([...state.fold, id]) });
  } else return false;
  return true;
}

/**
 * Folds a community, or opens it.
 * @param {Store} store
 * @param {number} number
 */
export function turnCommunity({ set, state: { foldCommunity: folded } }, number) {
  set({
    foldCommunity: folded.has(number) ? leaveOut(folded, number) : new Set([...folded, number]),
  });
}

/**
 * @template T
 * @param {Set<T>} all
 * @param {T} one
 */
function leaveOut(all, one) {
  return new Set([...all].filter((each) => each !== one));
}

/** @param {Store} store */
function foldAllParts({ set, network, answer }) {
  const wholes = [...listParts(network, answer.kept)]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, MOST_FOLDED);
  set({ fold: new Set(wholes.map(([actor]) => network.actors[actor].id)) });
}

/** @param {Store} store */
function foldAllCommunities({ set, network }) {
  const { list } = network.communities;
  set({ foldCommunity: new Set(list.slice(0, MOST_FOLDED).map(({ number }) => number)) });
}

/** @param {Store} store */
function openAll({ set }) {
  set({ fold: new Set(), foldCommunity: new Set() });
}

/**
 * What is in a mark that stands for several actors.
 * @param {Inside} inside
 */
export function describeInside({ actors, relations, outward, community }) {
  const noun = community ? "more actor" : "part";
  const count = formatCount(actors.length, noun);
  const others = formatWhole(outward);
  return `${count}, ${formatCount(relations, "relation")} inside, ${others} to others`;
}

/**
 * What a mark that stands for several actors is called.
 * @param {Store} store
 * @param {number} host
 */
function nameHost({ network, answer }, host) {
  const name = shorten(network.actors[host].name, LONGEST_NAME);
  const number = answer.folds.insides.get(host)?.community;
  return number ? `community ${number}, around ${name}` : name;
}

/**
 * Says on an actor's card how it is drawn, where something is folded.
 * @param {Store} store
 * @param {Actor} actor
 */
export function buildFoldNote(store, { id, index }) {
  const { answer, state } = store;
  const host = findHost(answer.folds, index);
  const inside = answer.folds.insides.get(host);
  if (inside && host !== index) {
    return buildWords("Drawn in ", isolate(nameHost(store, host)), ", which is folded.");
  }
  if (inside) {
    const what = inside.community ? `Folded as community ${inside.community}` : "Folded";
    return buildWords(`${what}: ${describeInside(inside)}.`);
  }
  return state.fold.has(id) && answer.path && countParts(store, index)
    ? buildWords("Drawn open while the path leads through it.")
    : null;
}

/** @param {...Child} words */
function buildWords(...words) {
  return element("p", { class: "quiet" }, words);
}

/**
 * The button on an actor's card that folds its parts, or opens the mark that it is drawn in.
 * @param {Store} store
 * @param {Actor} actor
 */
export function buildFoldButton(store, { id, index }) {
  const { folds } = store.answer;
  const host = findHost(folds, index);
  const isFolded = folds.insides.has(host);
  const parts = isFolded || store.state.fold.has(id) ? 0 : countParts(store, index);
  if (!isFolded && !parts) return null;
  const words = isFolded
    ? ["Open ", isolate(nameHost(store, host))]
    : [`Fold its ${formatCount(parts, "part")}`];
  return buildButton(
    "deed",
    { "data-key": "fold", click: () => turnFold(store, index) },
    buildIcon(isFolded ? "more" : "less"),
    element("span", {}, words),
  );
}

/**
 * The button in the list of communities that folds one, or opens it.
 * @param {Store} store
 * @param {number} number
 */
export function buildCommunityFoldButton(store, number) {
  const isFolded = store.state.foldCommunity.has(number);
  return buildButton(
    "deed",
    { "data-key": `fold ${number}`, click: () => turnCommunity(store, number) },
    isFolded ? "Open" : "Fold",
  );
}

/** @param {Store} store */
export function buildAllCommunitiesButton(store) {
  const isFolded = store.state.foldCommunity.size > 0;
  const click = () =>
    isFolded ? store.set({ foldCommunity: new Set() }) : foldAllCommunities(store);
  return buildButton("deed", { "data-key": "fold all", click }, isFolded ? "Open all" : "Fold all");
}

/**
 * Builds what the note above the canvas says of what is folded, each with a way to open it.
 * @param {Store} store
 * @returns {Child[]}
 */
export function buildFoldedNote(store) {
  const { insides } = store.answer.folds;
  const hosts = [...insides]
    .sort(([, one], [, other]) => other.actors.length - one.actors.length)
    .map(([host]) => host);
  const named = hosts.slice(0, isSmall() ? 1 : MOST_IN_NOTE);
  const more = hosts.length - named.length;
  return [
    element("span", {}, "Folded:"),
    named.map((host) => buildChip(store, host)),
    more > 0 ? element("span", {}, `and ${formatWhole(more)} more`) : null,
    more > 0
      ? buildButton("link", { "data-key": "open all", click: () => openAll(store) }, "Open all")
      : null,
  ];
}

/**
 * @param {Store} store
 * @param {number} host
 */
function buildChip(store, host) {
  const name = nameHost(store, host);
  const inside = /** @type {Inside} */ (store.answer.folds.insides.get(host));
  const short = shorten(store.network.actors[host].name, LONGEST_CHIP);
  return buildButton(
    "chip",
    {
      "data-key": `open ${host}`,
      "aria-label": `Open ${name}`,
      title: "Open",
      click: () => turnFold(store, host),
    },
    inside.community ? "Around " : null,
    isolate(short),
    ` +${formatWhole(inside.actors.length)}`,
    buildIcon("close"),
  );
}

/**
 * Builds the setting that folds the parts of all actors, or opens all, where any has parts.
 * @param {Store} store
 */
export function buildFoldSetting(store) {
  const fold = buildButton(
    "deed",
    { "data-key": "fold parts", click: () => foldAllParts(store) },
    "Fold all",
  );
  const open = buildButton(
    "deed",
    { "data-key": "open parts", click: () => openAll(store) },
    "Open all",
  );
  const root = element(
    "div",
    { class: "setting", role: "group", "aria-label": "Parts of actors" },
    element("span", { class: "strong" }, "Parts of actors"),
    element("div", { class: "deeds" }, fold, open),
  );
  return {
    root,
    update: () => {
      const { size } = listParts(store.network, store.answer.kept);
      const isFolded = store.answer.folds.insides.size > 0;
      root.hidden = !size && !isFolded;
      fold.disabled = !size;
      open.disabled = !isFolded;
    },
  };
}

/**
 * What has been folded or opened, in words; "" for nothing.
 * @param {Store} store
 * @param {Folds} before
 */
export function describeFolding(store, before) {
  const { folds } = store.answer;
  const folded = [...folds.insides.keys()].filter((host) => !before.insides.has(host));
  const opened = [...before.insides.keys()].filter((host) => !folds.insides.has(host));
  const [host] = folded;
  if (folded.length === 1) {
    const inside = /** @type {Inside} */ (folds.insides.get(host));
    return `${nameHost(store, host)} is folded: ${describeInside(inside)}`;
  }
  if (folded.length) return `${formatCount(folded.length, "mark")} folded`;
  if (opened.length === 1) return `${shorten(store.network.actors[opened[0]].name)} is open`;
  return opened.length ? `${formatCount(opened.length, "mark")} open` : "";
}
