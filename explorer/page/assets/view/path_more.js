/** Which paths are asked for: the order, how many, how long, through whom; folded until wanted. */
import { MOST_NAMED, MOST_STEPPED } from "../core/page_state.js";
import { element, isolate, replaceContent } from "./element.js";
import { buildIcon } from "./icons.js";
import { createSearchBox } from "./search_box.js";

/** @type {[PathOrder, string][]} */
const ORDER_NAMES = [
  ["steps", "the fewest steps"],
  ["voices", "most voices at the weakest step"],
  ["confidence", "the highest confidence"],
  ["influence", "along influence"],
];
/** @type {[string, string][]} */
const TIME_NAMES = [
  ["", "of any time"],
  ["together", "that may hold at once"],
  ["in_order", "that start in order"],
];
const COUNTS = [0, 3, 10, 25, MOST_STEPPED];

/**
 * @typedef {{root: HTMLDetailsElement, draw: () => void}} PathMore
 */

/**
 * @param {Store} store
 * @returns {PathMore}
 */
export function createPathMore(store) {
  /** @param {Partial<State>} changes */
  const ask = (changes) => store.set({ ...changes, pathNumber: 1 });
  const order = buildChoice("path-by", "The best path has", ORDER_NAMES, (value) =>
    ask(askOrder(value)),
  );
  const counts = COUNTS.map((each) => nameCount(each));
  const count = buildChoice("path-k", "List", counts, (value) => ask({ pathK: Number(value) }));
  const longest = buildLongest((pathMaxLength) => ask({ pathMaxLength }));
  const times = buildChoice("path-times", "Steps", TIME_NAMES, (value) =>
    ask(askTimes(store, value)),
  );
  const hubs = buildHubs((pathHubs) => ask(pathHubs ? { pathHubs } : { pathHubs, pathTimes: "" }));
  const chips = element("div", { class: "chips" });
  const through = createThrough(store);
  const root = element(
    "details",
    { class: "fold path-more" },
    element("summary", {}, "Which paths"),
    [order.root, count.root, longest.root, times.root, hubs.root, through.root, chips],
  );
  const draw = () => {
    const { pathBy, pathK, pathMaxLength, pathHubs, pathTimes, path } = store.state;
    times.field.value = pathTimes;
    order.field.value = pathBy;
    if (!COUNTS.includes(pathK)) count.field.append(buildOption(nameCount(pathK)));
    count.field.value = String(pathK);
    longest.field.value = pathMaxLength ? String(pathMaxLength) : "";
    hubs.field.checked = !pathHubs;
    const between = path?.slice(1, -1) ?? [];
    through.root.hidden = !path || path.length >= MOST_NAMED;
    const shown = between.map((id, at) => buildChip(store, id, at + 1));
    replaceContent(chips, shown);
    times.root.hidden = between.length > 0;
    const isOther = pathBy !== "steps" || !pathHubs || pathTimes;
    if (isOther || pathK || pathMaxLength || between.length) root.open = true;
  };
  return { root, draw };
}

/**
 * @param {number} count
 * @returns {[string, string]} as the address has it, and in words
 */
function nameCount(count) {
  return [String(count), count ? `the ${count} best, of any length` : "those that are equal"];
}

/**
 * Times go with the orders of steps and influence alone.
 * @param {string} value
 * @returns {Partial<State>}
 */
function askOrder(value) {
  const pathBy = /** @type {PathOrder} */ (value);
  return isTimed(value) ? { pathBy } : { pathBy, pathTimes: "" };
}

/**
 * What else is asked where times are: an order that goes with them, and no way around hubs.
 * @param {Store} store
 * @param {string} pathTimes
 * @returns {Partial<State>}
 */
function askTimes({ state: { pathBy } }, pathTimes) {
  if (!pathTimes) return { pathTimes };
  return { pathTimes, pathBy: isTimed(pathBy) ? pathBy : ORDER_NAMES[0][0], pathHubs: true };
}

/**
 * Whether an order of paths and the times of their steps can be asked for at once.
 * @param {string} order
 */
function isTimed(order) {
  return order === "steps" || order === "influence";
}

/** @param {[value: string, name: string]} option */
function buildOption([value, name]) {
  return element("option", { value }, name);
}

/** @param {(most: number) => void} change */
function buildLongest(change) {
  const field = element("input", {
    inputmode: "numeric",
    class: "field",
    id: "path-longest",
    placeholder: "any number",
    change: () => change(Math.min(99, Math.max(0, Math.floor(Number(field.value)) || 0))),
  });
  const label = element("label", { for: "path-longest" }, "Most steps");
  return { field, root: element("div", { class: "setting" }, label, field) };
}

/** @param {(hubs: boolean) => void} change */
function buildHubs(change) {
  const field = element("input", {
    type: "checkbox",
    id: "path-hubs",
    change: () => change(!field.checked),
  });
  const title = "To pass an actor counts as a step more for 16 neighbours, two for 32 and so on";
  const label = element("label", { for: "path-hubs" }, "Around actors with many neighbours");
  return { field, root: element("div", { class: "setting tick", title }, field, label) };
}

/** @param {Store} store */
function createThrough(store) {
  const box = createSearchBox(store.network, {
    label: "Through an actor",
    placeholder: "Through an actor…",
    pick: (actor) => {
      box.show(null);
      addThrough(store, actor);
    },
  });
  return box;
}

/**
 * @param {string} id
 * @param {string} label
 * @param {[value: string, name: string][]} options
 * @param {(value: string) => void} change
 */
function buildChoice(id, label, options, change) {
  const field = element(
    "select",
    { class: "field", id, change: () => change(field.value) },
    options.map(buildOption),
  );
  const root = element("div", { class: "setting" }, element("label", { for: id }, label), field);
  return { field, root };
}

/**
 * @param {Store} store
 * @param {Actor} actor
 */
function addThrough(store, actor) {
  const { path } = store.state;
  if (path) setPath(store, [...path.slice(0, -1), actor.id, ...path.slice(-1)]);
}

/**
 * @param {Store} store
 * @param {string[]} path
 */
function setPath(store, path) {
  store.set({ path, pathNumber: 1, ...(path.length > 2 ? { pathTimes: "" } : {}) });
}

/**
 * @param {Store} store
 * @param {string} id
 * @param {number} at
 */
function buildChip(store, id, at) {
  const name = store.network.actorById.get(id)?.name ?? id;
  const path = store.state.path ?? [];
  const label = `No longer through ${name}`;
  return element(
    "button",
    {
      type: "button",
      class: "chip",
      "aria-label": label,
      title: label,
      "data-key": label,
      click: () =>
        setPath(
          store,
          path.filter((_, index) => index !== at),
        ),
    },
    isolate(`through ${name}`),
    buildIcon("close"),
  );
}
