import { element, part } from "./element.js";
import { icon, iconButton } from "./icons.js";

const SHEETS = [["filters", "Filter", "filter"], ["time", "Time", "time"], ["panel", "Details", "details"]];

/**
 * On small screens filters, time and panels are sheets from below; a dock opens them.
 * @param {(height: number) => void} covered told how many pixels of the canvas a sheet covers
 * @returns {{open: (id: string) => void, close: () => boolean, isSmall: () => boolean}}
 */
export function createSheets(covered) {
  const small = matchMedia("(max-width: 899px)");
  const buttons = SHEETS.map(([id, label, picture]) => element("button", { type: "button", class: "dock-button", "aria-expanded": "false", "aria-controls": id, click: () => toggle(id) }, icon(picture), label));
  part("dock").append(...buttons);
  let openId = "";
  const show = (id) => {
    openId = id;
    SHEETS.forEach(([other], i) => {
      part(other).classList.toggle("is-open", other === id);
      buttons[i].setAttribute("aria-expanded", String(other === id));
    });
    covered(small.matches && id ? part(id).offsetHeight : 0);
  };
  const toggle = (id) => {
    show(openId === id ? "" : id);
    if (openId) part(openId).focus({ preventScroll: true });
  };
  for (const [id, label] of SHEETS) part(id).prepend(iconButton("close", `Close ${label.toLowerCase()}`, () => closeSheet(), { class: "icon-button sheet-close" }));
  const closeSheet = () => {
    const was = openId;
    show("");
    if (was) buttons[SHEETS.findIndex(([id]) => id === was)].focus({ preventScroll: true });
    return was !== "";
  };
  small.addEventListener("change", () => show(""));
  return { open: (id) => { if (small.matches) show(id); }, close: () => small.matches && closeSheet(), isSmall: () => small.matches };
}
