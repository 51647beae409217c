import { readLayout, writeLayout, makeLink, LONGEST_NOTE, writeNote } from "../core/layout_file.js";
import { moveActors, toLayoutPosition, listPositions } from "./canvas.js";
import { copyText } from "./clipboard.js";
import { download } from "./download.js";
import { element } from "./element.js";

const NOTE_HINT =
  "A note is no part of the data. It stays while this page is open; Export keeps it in a layout or a link.";
const NOTE_ORIGINS = {
  none: "Add a note of your own",
  reader: "Your own note",
  page: "A note saved with this page",
  link: "A note from the link you opened",
};

/**
 * Keeps where the reader moves actors to, and the reader's notes; a link may bring others.
 * @param {object} network
 * @returns {import("../core/layout_file.js").Kept}
 */
export function readLinkedLayout(network) {
  return readLayout(network, location.hash);
}

/**
 * Moves actors to where the link has them, now and when another one is opened.
 * @param {{network: object, canvas: object, kept: object, panels: object}} view
 */
export function listenToLinkedLayout(view) {
  moveActors(view.canvas, view.kept.moved);
  addEventListener("hashchange", () => {
    const { moved, notes } = readLayout(view.network, location.hash);
    moveActors(view.canvas, moved);
    for (const [family, told] of Object.entries(notes)) {
      for (const [id, note] of told) {
        if (note.from === "link") view.kept.notes[family].set(id, note);
      }
    }
    view.panels.draw();
  });
}

/** What the reader has moved is kept in the layout's own measure, which every window shares. */
function collectLayout({ canvas, kept, network }) {
  return {
    ...kept,
    moved: new Map(
      [...canvas.dragged].map((i) => [network.actors[i].id, toLayoutPosition(canvas, i)]),
    ),
  };
}

/** @param {object} view */
export function writeLayoutNow(view) {
  const { network, store, canvas } = view;
  return writeLayout(
    store.state,
    view.kept,
    listPositions(canvas).map((place, i) => [network.actors[i].id, place]),
  );
}

/** @param {object} view */
export function saveLayout(view) {
  download("layout.json", writeLayoutNow(view), "application/json");
}

/**
 * @param {object} view
 * @returns {Promise<string>} what came of it, in words
 */
export async function copyLink(view) {
  if (location.protocol === "about:") {
    return "A page inside a notebook has no address. Save the layout instead";
  }
  const { hash, without } = makeLink(view.store.state, collectLayout(view));
  if (!(await copyText(location.href.split("#")[0] + hash))) {
    return "The browser did not allow copying";
  }
  return without.length
    ? `Link copied without your ${without.join(" and ")}, too long for one. Save the layout to keep them`
    : "Link copied";
}

/**
 * A box for a note on an actor or a relation, which says whose it is.
 * @param {object} view
 * @param {"actors"|"relations"} family
 * @param {{id: string}} about
 * @param {string} name
 */
export function buildNoteBox({ kept }, family, { id }, name) {
  const origin = () => NOTE_ORIGINS[kept.notes[family].get(id)?.from ?? "none"];
  const title = element("summary", {}, origin());
  const input = ({ target }) => {
    writeNote(kept, family, id, target.value);
    title.textContent = origin();
  };
  const note = kept.notes[family].get(id)?.text ?? "";
  return element(
    "details",
    { class: "fold own-note", open: note !== "" },
    title,
    element(
      "textarea",
      {
        class: "field",
        rows: 3,
        dir: "auto",
        maxlength: LONGEST_NOTE,
        "aria-label": `Note on ${name}`,
        "data-key": `note ${id}`,
        input,
      },
      note,
    ),
    element("p", { class: "quiet" }, NOTE_HINT),
  );
}
