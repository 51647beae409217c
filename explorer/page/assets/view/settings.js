import { formatNumber } from "../core/sentences.js";
import { formatCount } from "./announce.js";
import { listColourChoices, buildColourKey } from "./colouring.js";
import { element } from "./element.js";

function buildSelect(id, label, choices, value, change) {
  const options = choices.map(([key, text]) =>
    element("option", { value: key, selected: key === value }, text),
  );
  return element(
    "div",
    { class: "setting" },
    element("label", { for: id }, label),
    element(
      "select",
      { id, class: "field", change: (event) => change(event.target.value) },
      options,
    ),
  );
}

function buildConfidence(store, refresh) {
  const slide = element("input", {
    type: "range",
    id: "confidence",
    min: 0,
    max: 1,
    step: 0.05,
    value: 0,
  });
  const said = element("output", { for: "confidence", class: "setting-value" });
  slide.addEventListener("input", () => store.filter({ confidence: Number(slide.value) }));
  refresh.push(() => {
    const { confidence } = store.filters();
    slide.value = String(confidence);
    said.textContent = confidence ? `at least ${formatNumber(confidence)}` : "any";
    slide.setAttribute("aria-valuetext", said.textContent);
  });
  return element(
    "div",
    { class: "setting" },
    element("label", { for: "confidence" }, "Confidence"),
    said,
    slide,
  );
}

function buildCheckbox(id, words, checked, change) {
  const box = element("input", { type: "checkbox", id, change: () => change(box.checked) });
  const text = element("label", { for: id }, words());
  return {
    root: element("div", { class: "setting tick" }, box, text),
    refresh: () => {
      box.checked = checked();
      text.textContent = words();
    },
  };
}

function buildUnrated(store, refresh) {
  const unrated = store.network.relations.filter(({ confidence }) => confidence === null).length;
  const one = buildCheckbox(
    "unrated",
    () => `Keep ${formatCount(unrated, "relation")} without a rating`,
    () => store.filters().unrated,
    (unratedKept) => store.filter({ unrated: unratedKept }),
  );
  refresh.push(one.refresh);
  return unrated ? one.root : null;
}

/**
 * Builds the filters and choices below the legend: confidence, size and colour.
 * @param {object} store
 * @param {HTMLElement} place
 * @returns {() => void} brings them up to date
 */
export function createSettings(store, place) {
  const refresh = [];
  const { measures, relations } = store.network;
  const sizes = [
    ["", "number of relations"],
    ...measures.filter(({ id }) => id !== "degree").map((measure) => [measure.id, measure.label]),
  ];
  const rated = relations.some(({ confidence }) => confidence !== null);
  const sizeBy = buildSelect("size-by", "Size by", sizes, store.state.sizeBy, (value) =>
    store.set({ sizeBy: value }),
  );
  const colourBy = buildSelect(
    "colour-by",
    "Colour by",
    listColourChoices(store.network),
    store.state.colourBy,
    (value) => store.set({ colourBy: value }),
  );
  const key = element("div");
  colourBy.append(key);
  place.append(
    ...[
      rated ? buildConfidence(store, refresh) : null,
      rated ? buildUnrated(store, refresh) : null,
      sizeBy,
      colourBy,
    ].filter(Boolean),
  );
  refresh.push(() => {
    sizeBy.querySelector("select").value = store.state.sizeBy;
    colourBy.querySelector("select").value = store.state.colourBy;
    key.replaceChildren(...[buildColourKey(store.network, store.state.colourBy)].filter(Boolean));
  });
  return () => refresh.forEach((one) => one());
}
