/** A button that gives the marks a colouring, and takes it away again. */
import { findColouring } from "../core/colourings.js";
import { tell } from "./announce.js";
import { element } from "./element.js";

/**
 * @param {Store} store
 * @param {string} colouring as links name it
 * @param {string} key by which it keeps the focus
 * @param {string} label
 * @param {string} text what is said when marks have the colouring
 */
export function buildColouringButton(store, colouring, key, label, text) {
  const on = findColouring(store.network, store.state.colourBy) === colouring;
  const click = () => {
    store.set({ colourBy: on ? "plain" : colouring });
    tell({ text: on ? "Marks are as before" : text });
  };
  return element(
    "button",
    { type: "button", class: "deed", "aria-pressed": String(on), "data-key": key, click },
    label,
  );
}
