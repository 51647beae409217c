import { element, getPart } from "./element.js";
import { isEmbedded } from "./embed.js";
import { buildIcon, buildIconButton } from "./icons.js";

const SHEETS = [
  ["filters", "Filter", "filter"],
  ["time", "Time", "time"],
  ["panel", "Details", "details"],
];

/** Where the focus goes when a sheet is closed: to what opened it. */
function findOpener(id, buttons) {
  if (isEmbedded()) return getPart(id === "filters" ? "embed-legend" : "canvas");
  return buttons[SHEETS.findIndex(([other]) => other === id)];
}

/**
 * On small screens filters, time and panels are sheets from below; a dock opens them.
 * In a bare view, whatever its size, they stand beside the canvas while they are open.
 * @param {(height: number) => void} covered told how many pixels of the canvas a sheet covers
 * @returns {{open: (id: string) => void, close: () => boolean, toggle: (id: string) => void,
 *   isSmall: () => boolean,
 *   onShow: (listener: () => void) => void}} onShow: the canvas may have another size now
 */
export function createSheets(covered) {
  const narrow = matchMedia("(max-width: 899px)");
  const isSmall = () => isEmbedded() || narrow.matches;
  const buttons = SHEETS.map(([id, label, picture]) =>
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
  const listeners = [];
  let openId = "";
  const show = (id) => {
    openId = id;
    SHEETS.forEach(([other], i) => {
      getPart(other).classList.toggle("is-open", other === id);
      buttons[i].setAttribute("aria-expanded", String(other === id));
    });
    covered(narrow.matches && !isEmbedded() && id ? getPart(id).offsetHeight : 0);
    for (const listener of listeners) listener();
  };
  const toggle = (id) => {
    show(openId === id ? "" : id);
    if (openId) getPart(openId).focus({ preventScroll: true });
  };
  for (const [id, label] of SHEETS) {
    getPart(id).prepend(
      buildIconButton("close", `Close ${label.toLowerCase()}`, () => closeSheet(), {
        class: "icon-button sheet-close",
      }),
    );
  }
  const closeSheet = () => {
    const was = openId;
    show("");
    if (was) findOpener(was, buttons).focus({ preventScroll: true });
    return was !== "";
  };
  narrow.addEventListener("change", () => {
    if (!isEmbedded()) show("");
  });
  return {
    open: (id) => {
      if (isSmall()) show(id);
    },
    close: () => isSmall() && closeSheet(),
    toggle,
    isSmall,
    onShow: (listener) => listeners.push(listener),
  };
}
