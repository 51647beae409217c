/** The settings below the legend: confidence, size and colour. */
import { findColouring } from "../core/colourings.js";
import { GRADES_NOTE, RATINGS_NOTE } from "../core/confidence.js";
import { formatCount } from "../core/counts.js";
import { formatNumber } from "../core/sentences.js";
import { buildClaimantSetting } from "./claims_filter.js";
import { buildColourKey, listColourChoices } from "./colouring.js";
import { element } from "./element.js";
import { buildFoldSetting } from "./folds.js";

/**
 * A setting, and what brings it up to date.
 * @typedef {{root: HTMLElement, update: () => void}} Setting
 */

/**
 * Builds the settings.
 * @param {Store} store
 * @param {HTMLElement} place
 * @returns {() => void} brings them up to date
 */
export function createSettings(store, place) {
  const { measures, relations } = store.network;
  const unrated = relations.filter(({ confidence }) => confidence === null).length;
  const hasRatings = unrated < relations.length;
  const sizes = measures.filter(({ id }) => id !== "degree").map(({ id, label }) => [id, label]);
  const settings = [
    hasRatings ? buildConfidence(store) : [],
    hasRatings && unrated ? buildUnrated(store, unrated) : [],
    store.network.claimantById.size ? buildClaimantSetting(store) : [],
    buildSelect(store, "sizeBy", "Size by", [["", "number of relations"], ...sizes]),
    buildColourBy(store),
    buildSelect(store, "withoutRelations", "Actors with no visible relations", [
      ["gone", "not drawn"],
      ["faded", "drawn pale"],
    ]),
    buildFoldSetting(store),
  ].flat();
  place.append(...settings.map(({ root }) => root));
  return () => settings.forEach(({ update }) => update());
}

/**
 * @param {Store} store
 * @returns {Setting}
 */
function buildConfidence(store) {
  let gesture = 0; // a slide from here to there is one step back
  const slide = element("input", {
    type: "range",
    id: "confidence",
    min: 0,
    max: 1,
    step: 0.05,
    value: 0,
    input: () => store.filter({ minConfidence: Number(slide.value) }, `confidence ${gesture}`),
    change: () => {
      gesture += 1;
    },
  });
  const output = element("output", { for: "confidence", class: "setting-value" });
  const label = element("label", { for: "confidence" }, "Confidence");
  const isGraded = store.network.relations.some(({ grade }) => grade);
  const what = isGraded ? `${RATINGS_NOTE} ${GRADES_NOTE}` : RATINGS_NOTE;
  const note = element("p", { class: "legend-note is-words" }, what);
  return {
    root: element("div", { class: "setting" }, label, output, slide, note),
    update: () => {
      const { minConfidence } = store.filters();
      const words = minConfidence ? `at least ${formatNumber(minConfidence)}` : "any";
      slide.value = String(minConfidence);
      output.textContent = words;
      slide.setAttribute("aria-valuetext", words);
    },
  };
}

/**
 * @param {Store} store
 * @param {number} count of relations without a rating
 * @returns {Setting}
 */
function buildUnrated(store, count) {
  const box = element("input", {
    type: "checkbox",
    id: "unrated",
    change: () => store.filter({ unrated: box.checked }),
  });
  const words = `Keep ${formatCount(count, "relation")} without a rating`;
  const label = element("label", { for: "unrated" }, words);
  return {
    root: element("div", { class: "setting tick" }, box, label),
    update: () => {
      box.checked = store.filters().unrated;
    },
  };
}

/**
 * @param {Store} store
 * @returns {Setting} with a key to the colours
 */
function buildColourBy(store) {
  const { network } = store;
  const { root, update } = buildSelect(store, "colourBy", "Colour by", listColourChoices(network));
  const key = element("div");
  root.append(key);
  return {
    root,
    update: () => {
      update();
      const content = buildColourKey(store);
      key.replaceChildren(...(content ? [content] : []));
    },
  };
}

/**
 * @param {Store} store
 * @param {"sizeBy"|"colourBy"|"withoutRelations"} name of the field of the state
 * @param {string} label
 * @param {string[][]} choices ids with labels
 * @returns {Setting}
 */
function buildSelect(store, name, label, choices) {
  const id = name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
  const options = choices.map(([value, text]) =>
    element("option", { value, selected: value === store.state[name] }, text),
  );
  const select = element(
    "select",
    { id, class: "field", change: () => store.set({ [name]: select.value }) },
    options,
  );
  return {
    root: element("div", { class: "setting" }, element("label", { for: id }, label), select),
    update: () => {
      select.value =
        name === "sizeBy" ? store.state[name] : findColouring(store.network, store.state[name]);
    },
  };
}
