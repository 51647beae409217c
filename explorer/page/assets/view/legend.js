import { findColouring } from "../core/colourings.js";
import { formatWhole } from "../core/counts.js";
import { tell } from "./announce.js";
import { CLAIM_NOTES, CLAIM_SIGNS } from "./badges.js";
import { element, getPart, replaceContent } from "./element.js";
import { drawBadgeSample, buildLegendRow, hideOthers, toggleId } from "./legend_row.js";
import { buildClaimsSection } from "./claims_filter.js";
import { drawLineSample, drawMarkSample, drawPairLine } from "./legend_samples.js";
import { buildIconButton } from "./icons.js";
import { FEW, PAIR_INKS, choosePairInk, findHeaviest } from "./pair_lines.js";
import { buildHiddenSection } from "./hidden_actors.js";
import { makeOneStop } from "./roving.js";
import { buildVersionSection } from "./version_switch.js";

const FEW_TYPES = 3; // so few are named beside their group

/**
 * Whether the reader has opened or closed the types of each group.
 * @type {Map<PairInk, boolean>}
 */
const openGroups = new Map();

/**
 * Whether two actors have ties and tensions at once.
 * @param {Network} network
 */
function hasTiesAndTensions({ relations, types }) {
  const signs = new Set(types.map(({ sign }) => sign));
  if (!signs.has("+") || !signs.has("-")) return false;
  /** @type {Map<string, string>} */
  const signOf = new Map();
  return relations.some(({ source, target, type: { sign } }) => {
    if (sign === "0") return false;
    const pair = `${Math.min(source, target)} ${Math.max(source, target)}`;
    const before = signOf.get(pair) ?? sign;
    signOf.set(pair, sign);
    return before !== sign;
  });
}

/**
 * What one line between two actors stands for, and what its width and its ink mean.
 * @param {Network} network
 */
function buildPairNote(network) {
  if (network.versions || network.relations.length <= FEW) return null;
  const isCited = network.relations.some(({ references }) => references.length);
  const voices = isCited
    ? "The more independent voices (sources) state them, the thicker it is. "
    : "";
  const thicker = findHeaviest(network) ? "The more they weigh, the thicker it is. " : voices;
  return element(
    "div",
    { class: "legend-notes" },
    hasTiesAndTensions(network)
      ? element(
          "p",
          { class: "legend-note" },
          drawPairLine(undefined, "pair-both"),
          element("span", {}, "ties and tensions at once"),
        )
      : null,
    element(
      "p",
      { class: "legend-note is-words" },
      `One line stands for all relations between two actors. ${thicker}` +
        "Choose the line, or zoom in, to see each relation.",
    ),
  );
}

/**
 * @param {Store} store
 * @param {Styles} styles
 * @param {RelationType} type
 */
function buildTypeRow(store, styles, type) {
  const { avoid } = store.filters();
  return buildLegendRow({
    key: `type ${type.id}`,
    label: type.label,
    name: type.id,
    sample: drawLineSample(styles.types[store.network.types.indexOf(type)]),
    count: store.answer.legendCounts().types.get(type.id) ?? 0,
    shown: !avoid.has(type.id),
    toggle: (tag) => store.filter({ avoid: toggleId(store.filters().avoid, type.id) }, tag),
    alone: (tag) =>
      store.filter(
        {
          avoid: hideOthers(store.filters().avoid, store.network.types, type.id),
        },
        tag,
      ),
  });
}

/**
 * All types whose relations are drawn alike at rest: a row that shows and hides them together, and
 * opens them one by one.
 * @param {Store} store
 * @param {Styles} styles
 * @param {LegendGroup} group
 */
function buildGroup(store, styles, { ink, label, types }) {
  const { avoid } = store.filters();
  const shown = types.some(({ id }) => !avoid.has(id));
  const isFiltered = shown && types.some(({ id }) => avoid.has(id));
  const isOpen = openGroups.get(ink) ?? (isFiltered || opensGroups(store.network));
  const toggle = () => {
    const next = new Set(store.filters().avoid);
    for (const { id } of types) {
      if (shown) next.add(id);
      else next.delete(id);
    }
    store.filter({ avoid: next });
  };
  const counted = store.answer.legendCounts().types;
  const counts = types.map(({ id }) => counted.get(id) ?? 0);
  const count = counts.reduce((sum, one) => sum + one, 0);
  const list = element(
    "ul",
    { class: "legend-list", id: `legend-${ink}`, hidden: !isOpen },
    types.map((type) => buildTypeRow(store, styles, type)),
  );
  const heading = element(
    "button",
    {
      type: "button",
      class: `group-toggle legend-toggle${shown ? "" : " is-off"}`,
      "aria-pressed": String(shown),
      "data-key": `group ${ink}`,
      click: toggle,
    },
    drawPairLine(undefined, `pair-${ink}`),
    element("span", { class: "legend-label" }, label),
    element("span", { class: "count" }, formatWhole(count)),
    isOpen ? null : nameTypes(types),
  );
  return element(
    "section",
    { class: "legend-group" },
    element("h3", { class: "legend-row" }, heading, buildOpener(ink, label, list)),
    list,
  );
}

/**
 * The types of a group by name, where they are few.
 * @param {RelationType[]} types
 */
function nameTypes(types) {
  if (types.length > FEW_TYPES) return null;
  const names = types.map(({ label }) => label).join(", ");
  return element("bdi", { class: "group-types", title: names }, names);
}

/**
 * The button that opens the types of a group.
 * @param {PairInk} ink
 * @param {string} label
 * @param {HTMLElement} list
 */
function buildOpener(ink, label, list) {
  const open = buildIconButton(
    "open",
    `Types: ${label}`,
    () => {
      const isOpen = list.toggleAttribute("hidden") === false;
      openGroups.set(ink, isOpen);
      open.setAttribute("aria-expanded", String(isOpen));
    },
    {
      class: "icon-button group-open",
      "data-key": `open ${ink}`,
      "aria-expanded": String(!list.hidden),
      "aria-controls": list.id,
    },
  );
  return open;
}

/**
 * Whether the types of all groups are listed from the start: where each has lines of its own.
 * @param {Network} network
 */
function opensGroups({ relations, versions }) {
  return relations.length <= FEW || versions !== null;
}

/**
 * The types by the ink of a pair that has relations of no other type.
 * @param {Network} network
 * @returns {LegendGroup[]}
 */
function groupTypes({ types }) {
  const groups = PAIR_INKS.map(({ id: ink, group: label }) => ({
    ink,
    label,
    types: types.filter((type) => choosePairInk([type]) === ink),
  }));
  return groups.filter((group) => group.types.length > 0);
}

/**
 * @param {Store} store
 * @param {Styles} styles
 * @param {Kind} kind
 * @param {number} i
 */
function buildKindRow(store, styles, kind, i) {
  const { avoidKind } = store.filters();
  return buildLegendRow({
    key: `kind ${kind.id}`,
    label: kind.label,
    name: kind.id,
    sample: drawMarkSample(styles.kinds[i], store.state.colourBy === "kind"),
    count: store.answer.legendCounts().kinds.get(kind.id) ?? 0,
    shown: !avoidKind.has(kind.id),
    toggle: (tag) => store.filter({ avoidKind: toggleId(store.filters().avoidKind, kind.id) }, tag),
    alone: (tag) =>
      store.filter(
        {
          avoidKind: hideOthers(store.filters().avoidKind, store.network.kinds, kind.id),
        },
        tag,
      ),
  });
}

/**
 * What the signs of claims mean, of those that are drawn.
 * @param {Answers} answer
 */
function buildClaimNotes({ claims, mask }) {
  const drawn = new Set(claims.filter((_, index) => mask[index]));
  const notes = Object.entries(CLAIM_NOTES)
    .filter(([standing]) => drawn.has(/** @type {Standing} */ (standing)))
    .map(([standing, words]) =>
      element(
        "li",
        { class: "legend-note" },
        drawBadgeSample(CLAIM_SIGNS[standing] ?? ""),
        element("span", {}, element("b", {}, standing), ` ${words}`),
      ),
    );
  return notes.length ? element("ul", { class: "legend-notes" }, notes) : null;
}

/**
 * Arrow keys go up and down the legend; what stands beside a row is to its right.
 * @param {HTMLElement} place
 */
export function makeLegendOneStop(place) {
  return makeOneStop(place, {
    main: "button:not(.only, .group-open)",
    beside: ".only, .group-open",
    row: ".legend-row",
  });
}

/**
 * Draws the camps apart, or no longer.
 * @param {Store} store
 */
function buildCampsButton({ network, state, set }) {
  if (!network.camps) return null;
  const on = findColouring(network, state.colourBy) === "camp";
  return element(
    "button",
    {
      type: "button",
      class: "link",
      "data-key": "camps apart",
      "aria-pressed": String(on),
      click: () => set({ colourBy: on ? "plain" : "camp" }),
    },
    on ? "Ignore camps" : "Draw camps apart",
  );
}

/**
 * Draws the legend, which is the filter of types and kinds.
 * @param {Store} store
 * @param {Styles} styles
 * @param {HTMLElement} place
 */
export function drawLegend(store, styles, place) {
  const { network, answer } = store;
  replaceContent(
    place,
    buildVersionSection(store),
    buildHiddenSection(store),
    element(
      "div",
      { class: "section-head" },
      element("h2", {}, "Relations"),
      store.isFiltered()
        ? element(
            "button",
            {
              type: "button",
              class: "link",
              "data-key": "show all",
              click: () => {
                store.showAll();
                tell({ text: "All filters are off" });
              },
            },
            "Show all",
          )
        : null,
    ),
    groupTypes(network).map((group) => buildGroup(store, styles, group)),
    buildPairNote(network),
    buildClaimNotes(answer),
    buildClaimsSection(store),
    element("div", { class: "section-head" }, element("h2", {}, "Actors"), buildCampsButton(store)),
    element(
      "ul",
      { class: "legend-list" },
      network.kinds.map((kind, i) => buildKindRow(store, styles, kind, i)),
    ),
  );
}

/** Where the legend and the other filters stand. */
export function buildFilterSections() {
  const legend = element("div", {
    class: "legend",
    id: "legend",
    role: "toolbar",
    "aria-label": "Legend",
    "aria-orientation": "vertical",
  });
  const settings = element("div", { class: "settings", id: "settings" });
  getPart("filters").append(legend, settings);
  return { legend, settings };
}
