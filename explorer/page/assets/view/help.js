import { isFramed } from "./confinement.js";
import { element, getPart } from "./element.js";
import { describeWheelZoom } from "./frame_gestures.js";
import { buildIconButton } from "./icons.js";
import { hasShortcuts, setShortcuts } from "./shortcuts.js";
import { isByTouch } from "./touch.js";

const KEYS = [
  ["/", "search for an actor"],
  ["p", "find a path"],
  ["t", "show the table, or the network again"],
  ["f", "fit the network to the window"],
  ["+ −", "zoom"],
  ["← ↑ ↓ →", "in the network: move the picture; on a chosen actor: go to a neighbour"],
  ["Enter", "in the network: choose the most important actor; on a chosen actor: read about it"],
  ["Shift ← ↑ ↓ →", "in the years: pull an end of the period; without Shift, move all of it"],
  ["PgUp PgDn", "in the network: the next or the previous actor, by importance"],
  ["o", "join the chosen actor and its parts into one mark, or separate them again"],
  ["Esc", "close a list, leave a field, or choose nothing"],
  ["n b", "the next or the previous step of the story"],
  ["?", "this help"],
];

const VERSION_KEY = ["v", "the next version: both, before, after"];

const MOUSE_HINTS = [
  "Point at an actor to see its neighbours; click to read what is known and who says so; " +
    "double-click to see only its surroundings.",
  "The legend is the filter: click a line or a mark to hide it, double-click or alt-click " +
    "to see it alone.",
];

const TOUCH_HINTS = [
  "Tap an actor to see its neighbours, what is known of it and who says so; tap it twice to see " +
    "only its surroundings.",
  "The legend is the filter: tap a line or a mark to hide it, or “only” beside it to see it alone.",
  "Pull two fingers apart to zoom.",
];

const HINTS = [
  "Drag an actor to move it. Drag the empty background to move the whole picture. Drag across " +
    "the years to choose a period.",
  "The address of the page says what you see. Copy it to show others the same.",
  "The table has everything that the network shows.",
];

/** In a frame, how to zoom is said, too: the wheel alone scrolls the page around. */
function listHints() {
  const hints = [...(isByTouch() ? TOUCH_HINTS : MOUSE_HINTS), ...HINTS];
  return isFramed() ? [`${describeWheelZoom()}; by touch, use two fingers.`, ...hints] : hints;
}

/** Says on the page whether single keys act. */
function markShortcuts() {
  getPart("app").classList.toggle("has-no-keys", !hasShortcuts());
}

/** Builds the choice whether single keys act. */
function buildShortcutChoice() {
  const box = element("input", {
    type: "checkbox",
    id: "single-keys",
    checked: hasShortcuts(),
    change: () => {
      setShortcuts(box.checked);
      markShortcuts();
    },
  });
  const label = element("label", { for: "single-keys" }, "Single keys work everywhere on the page");
  return element("p", { class: "tick" }, box, label);
}

/**
 * Creates the help, which is built when it is opened first, by "?" or the toolbar.
 * @param {Network} network
 * @returns {() => void} opens it
 */
export function createHelp(network) {
  const dialog = getPart("help");
  markShortcuts();
  dialog.addEventListener("click", (/** @type {Event} */ event) => {
    if (event.target === dialog) dialog.close();
  });
  return () => {
    if (!dialog.childElementCount) dialog.append(...buildHelp(network, () => dialog.close()));
    dialog.showModal();
  };
}

/**
 * @param {Network} network
 * @param {() => void} close
 * @returns {HTMLElement[]}
 */
function buildHelp({ versions }, close) {
  const keys = versions ? [...KEYS, VERSION_KEY] : KEYS;
  return [
    element(
      "div",
      { class: "dialog-head" },
      element("h2", { id: "help-title" }, "How to use this page"),
      buildIconButton("close", "Close help", close),
    ),
    element(
      "ul",
      { class: "hints" },
      listHints().map((hint) => element("li", {}, hint)),
    ),
    element("h3", {}, isByTouch() ? "With a keyboard" : "Keys"),
    buildShortcutChoice(),
    element(
      "dl",
      { class: "keys" },
      keys.flatMap(([key, what]) => [
        element(
          "dt",
          {},
          key.split(" ").map((one) => element("kbd", {}, one)),
        ),
        element("dd", {}, what),
      ]),
    ),
  ];
}
