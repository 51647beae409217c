/** Where the reader moves actors to, and the reader's notes: read from a link, saved, copied. */
import { nameCampColouring } from "../core/colourings.js";
import { describeOwn, makeLink, readLayout, writeLayout } from "../core/layout_file.js";
import { listPositions } from "./canvas.js";
import { tell } from "./announce.js";
import { copyText } from "./clipboard.js";
import { download } from "./download.js";

/**
 * Reads what the page was saved with, and what its link brings.
 * @param {Network} network
 * @returns {ReaderLayout}
 */
export function readLinkedLayout(network) {
  return readLayout(network, location.hash);
}

/**
 * Takes the notes of another link that is opened.
 * @param {Network} network
 * @param {ReaderLayout} layout which gets the notes of the link
 * @param {() => void} drawPanels
 */
export function listenToLinkedNotes(network, layout, drawPanels) {
  addEventListener("hashchange", () => {
    const { notes } = readLayout(network, location.hash);
    for (const family of /** @type {const} */
    (["actors", "relations"])) {
      for (const [id, note] of notes[family]) {
        if (note.from === "link") layout.notes[family].set(id, note);
      }
    }
    drawPanels();
  });
}

/**
 * Writes a layout.json of what the page shows at present.
 * @param {Store} store
 * @param {Canvas} canvas
 * @param {ReaderLayout} layout
 * @returns {string}
 */
export function writeLayoutNow({ state, network }, canvas, layout) {
  const positions = listPositions(canvas);
  return writeLayout(
    nameCampColouring(state, network),
    layout,
    network.actors.map(({ id }, i) => [id, positions[i]]),
  );
}

/**
 * @param {Store} store
 * @param {Canvas} canvas
 * @param {ReaderLayout} layout
 * @returns {Outcome}
 */
export function saveLayout(store, canvas, layout) {
  const text = writeLayoutNow(store, canvas, layout);
  const outcome = download("layout.json", text, "application/json");
  if (!outcome.stays) markSaved(store, layout); // else it may not have arrived
  return outcome;
}

/**
 * Copies a link to what the page shows at present, with moved actors and notes.
 * @param {Store} store
 * @param {ReaderLayout} layout
 */
export async function copyLink(store, layout) {
  if (location.protocol === "about:") {
    const text = "A page inside a notebook has no address. Save the layout instead.";
    tell({ text, stays: true });
    return;
  }
  const moved = store.state.moved ?? new Map();
  const state = moved.size ? nameCampColouring(store.state, store.network) : store.state;
  const { hash, without } = makeLink(state, { ...layout, moved });
  const missing = without.join(" and ");
  const done = missing
    ? `Link copied without your ${missing}, too long for one. Save the layout to keep them`
    : "Link copied";
  await copyText(location.href.split("#")[0] + hash, done);
  if (!missing) markSaved(store, layout);
}

/**
 * Nothing of the reader's own is lost with the page from here on.
 * @param {Store} store
 * @param {ReaderLayout} layout
 */
function markSaved({ state }, layout) {
  layout.saved = describeOwn(state, layout).text;
  layout.changed?.();
}
