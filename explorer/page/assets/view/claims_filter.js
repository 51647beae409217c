/** The filters by what relations rest on, in the legend, and by who says so, in the settings. */
import { showsBasis } from "../core/filters.js";
import { BASES, listBases } from "../core/network.js";
import { element } from "./element.js";
import { buildLegendRow, hideOthers, toggleId } from "./legend_row.js";

const NOTE =
  "Stated: a source says that it is so. Inferred: the author of the data concludes it. Alleged: " +
  "a source says that somebody claims it. All are drawn with the same line.";
const BASIS_NAMES = new Map([
  ["stated", "The sources state it"],
  ["inferred", "The author of the row infers it"],
  ["alleged", "Somebody alleges it"],
]);

/**
 * Builds the section, a row for each basis that the network has; nothing where all is stated.
 * @param {Store} store
 */
export function buildClaimsSection(store) {
  const bases = listBases(store.network);
  if (bases.every((id) => id === BASES[0])) return null;
  const rows = bases.map((id) => buildBasisRow(store, id));
  return [
    element("h2", {}, "Claims"),
    element("p", { class: "legend-note is-words" }, NOTE),
    element("ul", { class: "legend-list" }, rows),
  ];
}

/**
 * @param {Store} store
 * @param {string} id
 */
function buildBasisRow(store, id) {
  const { answer } = store;
  const items = BASES.map((basis) => ({ id: basis }));
  const listHidden = () =>
    new Set(BASES.filter((basis) => !showsBasis(store.filters(), basis)).map(String));
  /**
   * @param {Set<string>} avoidBasis
   * @param {string} [tag]
   */
  const hide = (avoidBasis, tag) => store.filter({ basis: new Set(), avoidBasis }, tag);
  return buildLegendRow({
    key: `basis ${id}`,
    label: id,
    name: BASIS_NAMES.get(id) ?? id,
    sample: null, // the canvas draws all alike
    count: answer.legendCounts().bases.get(id) ?? 0,
    shown: showsBasis(store.filters(), id),
    toggle: (tag) => hide(toggleId(listHidden(), id), tag),
    alone: (tag) => hide(hideOthers(listHidden(), items, id), tag),
  });
}

/**
 * Builds the choice of who says so.
 * @param {Store} store
 * @returns {import("./settings.js").Setting}
 */
export function buildClaimantSetting(store) {
  const several = element("option", { value: "several", hidden: true }, "several");
  const claimants = [...store.network.claimantById.values()].map(({ id, name }) =>
    element("option", { value: `id ${id}` }, name),
  );
  const select = element(
    "select",
    {
      id: "according-to",
      class: "field",
      change: () => {
        const ids = select.value.startsWith("id ") ? [select.value.slice(3)] : [];
        store.filter({ accordingTo: new Set(ids) });
      },
    },
    [element("option", { value: "" }, "anybody"), several, ...claimants],
  );
  const label = element("label", { for: "according-to" }, "According to");
  return {
    root: element("div", { class: "setting" }, label, select),
    update: () => {
      const [first, ...others] = store.filters().accordingTo;
      select.value = others.length ? "several" : first === undefined ? "" : `id ${first}`;
    },
  };
}
