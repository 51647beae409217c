import { formatCount, formatWhole } from "../core/counts.js";
import { VERSIONS } from "../core/versions.js";
import { CHANGE_SIGNS } from "./badges.js";
import { showChanges } from "./canvas_drawing.js";
import { createInkChooser } from "./colouring.js";
import { element } from "./element.js";
import { drawBadgeSample, buildLegendRow, hideOthers, toggleId } from "./legend_row.js";
import { CHANGE_LOOKS } from "./scene.js";

/** @type {{id: Version, label: string}[]} */
const VERSION_CHOICES = [
  { id: "before", label: "Before" },
  { id: "both", label: "Both" },
  { id: "after", label: "After" },
];
const CHANGE_ROWS = [
  { id: "added", label: "added" },
  { id: "removed", label: "removed" },
  { id: "changed", label: "changed" },
  { id: "same", label: "unchanged" },
];
const SAMPLE_WIDTH = 1.75; // pixels, as wide as other samples

/**
 * @param {Store} store
 * @param {{id: Version, label: string}} choice
 */
function buildVersionChoice(store, { id, label }) {
  const pressed = store.filters().version === id;
  return element(
    "button",
    {
      type: "button",
      class: "choice",
      "aria-pressed": String(pressed),
      "data-key": `version ${id}`,
      click: () => store.filter({ version: id }),
    },
    label,
  );
}

/**
 * @param {Store} store
 * @param {{id: string, label: string}} entry
 */
function buildChangeRow(store, { id, label }) {
  const { hideChanges } = store.filters();
  return buildLegendRow({
    key: `change ${id}`,
    label,
    name: `${label} relations, and actors without any other`,
    sample: drawBadgeSample(CHANGE_SIGNS[id] ?? "", SAMPLE_WIDTH * (CHANGE_LOOKS[id]?.width ?? 1)),
    count: store.answer.legendCounts().changes?.relations.get(id) ?? 0,
    shown: !hideChanges.has(id),
    toggle: (tag) => store.filter({ hideChanges: toggleId(store.filters().hideChanges, id) }, tag),
    alone: (tag) =>
      store.filter({ hideChanges: hideOthers(store.filters().hideChanges, CHANGE_ROWS, id) }, tag),
  });
}

/** @param {ChangeCounts} counts */
function describeActorChanges({ actors }) {
  const changed = CHANGE_ROWS.slice(0, 3)
    .filter(({ id }) => actors.get(id))
    .map(({ id, label }) => `${formatWhole(actors.get(id) ?? 0)} ${label}`);
  return changed.length ? `Actors: ${changed.join(", ")}.` : "";
}

/**
 * The switch between two versions, and what differs between them, which is a filter too.
 * @param {Store} store
 * @returns {HTMLElement|null} null where the page has one version
 */
export function buildVersionSection(store) {
  const { changes } = store.answer.legendCounts();
  if (!changes) return null;
  const words = describeActorChanges(changes);
  return element(
    "section",
    { class: "versions" },
    element("h2", {}, "Version"),
    element(
      "div",
      { class: "choices", role: "group", "aria-label": "Version" },
      VERSION_CHOICES.map((one) => buildVersionChoice(store, one)),
    ),
    element(
      "ul",
      { class: "legend-list" },
      CHANGE_ROWS.map((row) => buildChangeRow(store, row)),
    ),
    words ? element("p", { class: "quiet" }, words) : null,
  );
}

/**
 * Brings the canvas in line with the version shown: signs and widths of lines where both are, and
 * the actors of that version.
 * @param {Store} store
 * @param {Styles} styles
 * @param {Canvas} canvas
 */
export function turnCanvas(store, styles, canvas) {
  const { network, state } = store;
  const { version } = state.filters;
  if (!network.versions || canvas.version === version) return;
  canvas.version = version;
  canvas.plate.inkOf = createInkChooser(network, styles, state.colourBy);
  showChanges(canvas, version === VERSIONS[0]);
}

/**
 * Turns to the next version: both, before, after, both again.
 * @param {Store} store
 */
export function turnVersion(store) {
  if (!store.network.versions) return;
  const next = (VERSIONS.indexOf(store.filters().version) + 1) % VERSIONS.length;
  store.filter({ version: VERSIONS[next] });
}

/**
 * What a change of version is told with.
 * @param {Store} store
 * @param {State} before the state before
 * @returns {string} "" where the version is the same
 */
export function describeVersionChange(store, before) {
  const { version } = store.filters();
  if (version === before.filters.version) return "";
  const label = VERSION_CHOICES.find(({ id }) => id === version)?.label;
  return `${label}${version === VERSIONS[0] ? " versions" : ""}: `;
}

/**
 * How much a version holds.
 * @param {Counts} counts
 */
export function describeVersionSize({ actors, relations }) {
  return `${formatCount(actors, "actor")}, ${formatCount(relations, "relation")}`;
}
