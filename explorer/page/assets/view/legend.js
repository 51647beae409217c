import { tell } from "./announce.js";
import { CLAIM_NOTES, CLAIM_SIGNS } from "./badges.js";
import { svgElement, element, getPart, replaceContent } from "./element.js";
import { drawBadgeSample, buildLegendRow, hideOthers, toggleId } from "./legend_row.js";
import { buildClaimsSection } from "./claims_filter.js";
import { drawMark } from "./marks.js";
import { getSignName } from "./styles.js";
import { buildHiddenSection } from "./hidden_actors.js";
import { buildVersionSection } from "./version_switch.js";

/**
 * A type's line as the canvas draws it: colour, dashes and arrowhead.
 * @param {TypeStyle} style
 * @param {boolean} [backwards] whether it is read from where the arrow points
 */
export function drawLineSample(style, backwards = false) {
  return svgElement(
    "svg",
    {
      class: "sample",
      width: 44,
      height: 12,
      viewBox: "0 0 44 12",
      "aria-hidden": "true",
      focusable: "false",
    },
    svgElement(
      "g",
      { transform: backwards ? "matrix(-1 0 0 1 44 0)" : null },
      svgElement("path", {
        d: `M1 6H${style.arrow ? 35 : 43}`,
        stroke: style.colour,
        "stroke-width": 2,
        "stroke-dasharray": style.dashes.join(" ") || null,
        fill: "none",
      }),
      style.arrow
        ? svgElement("path", { d: "M43 6 33 2.4 34 6 33 9.6Z", fill: style.colour })
        : null,
    ),
  );
}

/**
 * A kind's mark as the canvas draws it.
 * @param {KindStyle} style
 * @param {boolean} coloured whether the canvas colours by kind
 */
export function drawMarkSample(style, coloured) {
  const paint = coloured ? style.colour : "currentColor";
  return svgElement(
    "svg",
    {
      class: "sample mark",
      width: 18,
      height: 18,
      viewBox: "-9 -9 18 18",
      "aria-hidden": "true",
      focusable: "false",
    },
    svgElement("path", {
      d: drawMark(style.shape, 0, 0, 6),
      fill: style.hollow ? "none" : paint,
      stroke: paint,
      "stroke-width": style.hollow ? 1.75 : 0,
    }),
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
    count: store.answer.typeCounts.get(type.id) ?? 0,
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
 * All types of one sign under a heading that shows and hides them together.
 * @param {Store} store
 * @param {Styles} styles
 * @param {Sign} sign
 */
function buildSignGroup(store, styles, sign) {
  const types = store.network.types.filter((type) => type.sign === sign);
  if (!types.length) return null;
  const { avoid } = store.filters();
  const shown = types.some(({ id }) => !avoid.has(id));
  const toggle = () => {
    const next = new Set(store.filters().avoid);
    for (const { id } of types) {
      if (shown) next.add(id);
      else next.delete(id);
    }
    store.filter({ avoid: next });
  };
  return element(
    "section",
    { class: "legend-group" },
    element(
      "h3",
      {},
      element(
        "button",
        {
          type: "button",
          class: `group-toggle${shown ? "" : " is-off"}`,
          "aria-pressed": String(shown),
          "data-key": `sign ${sign}`,
          click: toggle,
        },
        getSignName(sign),
      ),
    ),
    element(
      "ul",
      { class: "legend-list" },
      types.map((type) => buildTypeRow(store, styles, type)),
    ),
  );
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
    count: store.answer.kindCounts.get(kind.id) ?? 0,
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

/** Arrow keys go up and down the legend; what stands beside a row is to its right. */
export const LEGEND_CONTROLS = { main: "button:not(.only)", beside: ".only", row: ".legend-row" };

/** @type {Sign[]} */
const SIGNS = ["+", "-", "0"];

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
    SIGNS.map((sign) => buildSignGroup(store, styles, sign)),
    buildClaimNotes(answer),
    buildClaimsSection(store),
    element("h2", {}, "Actors"),
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
