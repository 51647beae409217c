import { element, getPart } from "./element.js";
import { isEmbedded } from "./embed.js";
import { buildIcon, buildIconButton } from "./icons.js";

const NARROW = "(max-width: 899px)";
const SHEETS = [
  { id: "filters", label: "Filter", picture: "filter" },
  { id: "time", label: "Time", picture: "time" },
  { id: "panel", label: "Details", picture: "details" },
];

/** Whether filters, time and panels are sheets: on small screens, and in a bare view. */
export function isSmall() {
  return isEmbedded() || matchMedia(NARROW).matches;
}

/** Whether a panel can be seen; a small screen turns to it when its sheet is opened. */
export function isPanelOpen() {
  return isSmall() || getPart("panel").classList.contains("is-open");
}

/**
 * Builds the sheets: on small screens filters, time and panels come from below, opened by a dock.
 * In a bare view, whatever its size, they open beside the canvas; on large screens only the panels
 * open and close.
 * @param {() => void} panelClosed called when the panels of a large screen were closed
 * @returns {Sheets}
 */
export function createSheets(panelClosed) {
  const narrow = matchMedia(NARROW);
  /** @type {((covered: number) => void)[]} */
  const listeners = [];
  let openId = "";
  /** @param {string} id "" for none */
  const show = (id) => {
    openId = id;
    SHEETS.forEach((sheet, i) => {
      getPart(sheet.id).classList.toggle("is-open", sheet.id === id);
      buttons[i].setAttribute("aria-expanded", String(sheet.id === id));
    });
    // In a low window, and in a bare view, a sheet lies beside the canvas and covers nothing.
    const isOver = id !== "" && getComputedStyle(getPart(id)).position === "fixed";
    const covered = isOver ? getPart(id).offsetHeight : 0;
    for (const listener of listeners) listener(covered);
  };
  /** @param {string} id */
  const toggle = (id) => {
    show(openId === id ? "" : id);
    if (openId) getPart(openId).focus({ preventScroll: true });
  };
  const close = () => {
    const closed = openId;
    show("");
    if (closed && !isSmall()) panelClosed();
    if (closed) findOpener(closed, buttons)?.focus({ preventScroll: true });
    return closed !== "";
  };
  const buttons = buildDock(toggle);
  addCloseButtons(close);
  narrow.addEventListener("change", () => {
    if (!isEmbedded()) show("");
  });
  return {
    open: (id) => {
      if (isSmall() || id === "panel") show(id);
    },
    close: () => isSmall() && close(),
    closePanel: () => !isSmall() && close(),
    toggle,
    measure: () => show(openId),
    onShow: (listener) => listeners.push(listener),
  };
}

/**
 * @param {(id: string) => void} toggle
 * @returns {HTMLElement[]} the buttons that open the sheets
 */
function buildDock(toggle) {
  const buttons = SHEETS.map(({ id, label, picture }) =>
    element(
      "button",
      {
        type: "button",
        class: "dock-button",
        "aria-expanded": "false",
        "aria-controls": id,
        click: () => toggle(id),
      },
      buildIcon(picture),
      label,
    ),
  );
  getPart("dock").append(...buttons);
  return buttons;
}

/** @param {() => void} close */
function addCloseButtons(close) {
  for (const { id, label } of SHEETS) {
    const button = buildIconButton("close", `Close ${label.toLowerCase()}`, close, {
      class: "icon-button sheet-close",
    });
    getPart(id).prepend(button);
  }
}

/**
 * Finds what opened a sheet: the focus goes there when the sheet is closed.
 * @param {string} id
 * @param {HTMLElement[]} buttons
 * @returns {HTMLElement|null}
 */
function findOpener(id, buttons) {
  if (isEmbedded()) return getPart(id === "filters" ? "embed-legend" : "canvas");
  if (!isSmall()) return getPart("panel-tabs").querySelector("[tabindex='0']");
  return buttons[SHEETS.findIndex((sheet) => sheet.id === id)];
}
