import { svgElement, element } from "./element.js";

/** @type {Record<string, string>} */
const PATHS = {
  undo: "M8 5 4 9l4 4M4 9h9a5 5 0 0 1 0 10h-3",
  redo: "m16 5 4 4-4 4M20 9h-9a5 5 0 0 0 0 10h3",
  reset: "M19 12a7 7 0 1 1-2-5M19 4v4h-4",
  theme: "M12 4a8 8 0 1 0 8 8 6 6 0 0 1-8-8Z",
  save: "M12 4v11m-4-4 4 4 4-4M5 19h14",
  help: "M9 9a3 3 0 1 1 4 2.8c-.7.4-1 .8-1 1.7M12 17v.5",
  more: "M12 5v14M5 12h14",
  less: "M5 12h14",
  move: "M12 3v18M3 12h18m-9-9-3 3m3-3 3 3m-3 15-3-3m3 3 3-3M3 12l3-3m-3 3 3 3m15-3-3-3m3 3-3 3",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  close: "m6 6 12 12M18 6 6 18",
  play: "M8 5v14l11-7Z",
  pause: "M8 5v14M16 5v14",
  open: "m6 10 6 6 6-6",
  back: "m14 6-6 6 6 6",
  next: "m10 6 6 6-6 6",
  filter: "M4 6h16M7 12h10M10 18h4",
  details: "M12 11v6M12 7v.5M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0",
  path: "M5 19c6 0 2-8 7-8s2-6 7-6M5 19h.01M19 5h.01",
  time: "M5 19v-5M10 19V9M15 19v-8M20 19V5",
  swap: "M7 4v14m-3-3 3 3 3-3M17 20V6m-3 3 3-3 3 3",
  list: "M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5",
  story: "M12 7c-2-1.5-5-2-8-2v13c3 0 6 .5 8 2 2-1.5 5-2 8-2V5c-3 0-6 .5-8 2Zm0 0v13",
  search: "M16 16l4 4M4 11a7 7 0 1 0 14 0 7 7 0 1 0-14 0",
};

/**
 * A small line drawing, for those who see; its button says in words what it does.
 * @param {string} name
 */
export function buildIcon(name) {
  return svgElement(
    "svg",
    { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svgElement("path", { d: PATHS[name] }),
  );
}

/**
 * A button with only an icon to see.
 * @param {string} name the icon
 * @param {string} label what it does
 * @param {() => void} click
 * @param {Attributes} [attributes]
 */
export function buildIconButton(name, label, click, attributes = {}) {
  return element(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": label,
      title: label,
      click,
      ...attributes,
    },
    buildIcon(name),
  );
}
