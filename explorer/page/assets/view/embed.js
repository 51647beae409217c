import { writeAddressState } from "../core/story.js";
import { fitCanvas, LEGIBLE } from "./camera.js";
import { redrawCanvas } from "./canvas_drawing.js";
import { buildButton, element, isolate, getPart } from "./element.js";
import { buildIcon } from "./icons.js";

/** Whether the page is a bare view in a frame of another page. */
export function isEmbedded() {
  return getPart("app").classList.contains("is-embed");
}

/**
 * Whether the page was written for a frame, and is not asked for in full.
 * @param {About} about
 */
export function opensEmbedded(about) {
  return Boolean(about.embed) && !new URLSearchParams(location.search).has("full");
}

/**
 * Where the page is in full, with what it shows now; a frame without an address of its own has no
 * such place.
 * @param {Store} store
 */
function makeFullAddress({ state, network }) {
  return location.protocol === "about:" ? "" : `?full${writeAddressState(state, network)}`;
}

function buildLegendButton() {
  const filters = getPart("filters");
  const button = element(
    "button",
    {
      type: "button",
      class: "embed-legend",
      id: "embed-legend",
      "aria-expanded": "false",
      "aria-controls": "filters",
    },
    buildIcon("filter"),
    "Legend",
  );
  new MutationObserver(() =>
    button.setAttribute("aria-expanded", String(filters.classList.contains("is-open"))),
  ).observe(filters, { attributes: true, attributeFilter: ["class"] });
  return button;
}

/**
 * Where no full page can be opened, as in a notebook: the ways to an actor and to a path.
 * @param {Store} store
 */
function buildWays(store) {
  const search = () => getPart("search").querySelector("input")?.focus();
  return [
    buildButton("embed-legend", { "data-key": "embed search", click: search }, "Search"),
    buildButton(
      "embed-legend",
      { "data-key": "embed path", click: () => store.turnTo("path") },
      "Path",
    ),
  ];
}

/** @param {State} state */
const hasSelection = ({ actor, relation, path, ask, panel }) =>
  Boolean(actor || relation || path || ask || panel);

/**
 * Makes a page that was written for a frame a bare view: canvas, legend, and a line with its title.
 * Its link asks for it in full (?full), and then it is the page it always was.
 * @param {Store} store
 * @returns {(canvas: Canvas, sheets: Sheets) => void} connects the canvas, and the sheets beside it
 *   that the view opens and closes
 */
export function createEmbed(store) {
  const { about } = store.network;
  if (!opensEmbedded(about)) return () => {};
  getPart("app").classList.add("is-embed");
  const button = buildLegendButton();
  const link = element(
    "a",
    { class: "embed-full", target: "_blank", rel: "noopener" },
    "Open in full",
  );
  const updateLink = () => {
    const address = makeFullAddress(store);
    link.hidden = address === "";
    link.setAttribute("href", address || "#");
  };
  updateLink();
  const title = isolate(about.title, "embed-title");
  const ways = makeFullAddress(store) === "" ? buildWays(store) : [];
  getPart("app").append(element("footer", { class: "embed-line" }, button, ways, title, link));
  return (canvas, sheets) => {
    canvas.least = LEGIBLE; // there is little room: what is chosen comes near
    button.addEventListener("click", () => sheets.toggle("filters"));
    sheets.onShow(() => redrawCanvas(canvas));
    store.subscribe((state, before) => {
      updateLink();
      if (!hasSelection(before) || hasSelection(state)) return;
      sheets.close();
      fitCanvas(canvas, false);
    });
  };
}
