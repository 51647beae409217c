/** Say that what the reader moved and wrote is lost with the page, and how to keep it. */
import { formatCount } from "../core/counts.js";
import { describeOwn } from "../core/layout_file.js";
import { tell } from "./announce.js";
import { buildButton, element, getPart, replaceContent } from "./element.js";
import { buildIconButton } from "./icons.js";
import { copyLink, saveLayout } from "./save_layout.js";

/**
 * Builds the note below the network that offers to keep what the reader moved and wrote. Leaving
 * the page with a note that is not saved is asked about, too.
 * @param {Store} store
 * @param {Canvas} canvas
 * @param {ReaderLayout} layout
 * @returns {() => void} brings it up to date
 */
export function createUnsavedNote(store, canvas, layout) {
  const place = element("div", { class: "unsaved", role: "group", hidden: true });
  place.setAttribute("aria-label", "Not saved yet");
  getPart("canvas").parentElement.append(place);
  let dismissed = "";
  const draw = () => {
    const { moved, notes, text } = describeOwn(store.state, layout);
    place.hidden = !(moved || notes) || [dismissed, layout.saved].includes(text);
    if (place.hidden) return;
    const own = [
      moved ? `moved ${formatCount(moved, "actor")}` : "",
      notes ? `wrote ${formatCount(notes, "note")}` : "",
    ].filter(Boolean);
    const hasAddress = location.protocol !== "about:";
    replaceContent(
      place,
      element("span", {}, `You ${own.join(" and ")}. A reload loses that.`),
      hasAddress ? buildAction("Copy link", () => copyLink(store, layout)) : null,
      buildAction("Save layout", () => tell(saveLayout(store, canvas, layout))),
      buildIconButton("close", "Close this note", () => {
        dismissed = text;
        draw();
        getPart("canvas").focus({ preventScroll: true });
      }),
    );
  };
  layout.changed = draw;
  addEventListener("beforeunload", (event) => {
    const { notes, text } = describeOwn(store.state, layout);
    if (notes && text !== layout.saved) event.preventDefault();
  });
  return draw;
}

/**
 * @param {string} label
 * @param {() => unknown} click
 */
function buildAction(label, click) {
  return buildButton("link", { "data-key": label, click: () => void click() }, label);
}
