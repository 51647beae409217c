/** The reader's own note on an actor or a relation. */
import { LONGEST_NOTE, writeNote } from "../core/layout_file.js";
import { element } from "./element.js";
import { rememberFold } from "./lazy_section.js";

const HINT =
  "A note is no part of the data. It stays while this page is open; Export keeps it in a " +
  "layout or a link.";

const TITLES = {
  none: "Add a note of your own",
  reader: "Your own note",
  page: "A note saved with this page",
  link: "A note from the link you opened",
};

/**
 * Builds a box for a note, under a title that says whose it is.
 * @param {ReaderLayout} layout
 * @param {Set<string>} openFolds which folds are open
 * @param {NoteFamily} family
 * @param {string} id
 * @param {string} name of what the note is on
 */
export function buildNoteBox(layout, openFolds, family, id, name) {
  const readNote = () => layout.notes[family].get(id);
  const getTitle = () => TITLES[readNote()?.from ?? "none"];
  const key = `own note ${id}`;
  const title = element("summary", { "data-key": key }, getTitle());
  const text = readNote()?.text ?? "";
  const field = element(
    "textarea",
    {
      class: "field",
      rows: 3,
      dir: "auto",
      maxlength: LONGEST_NOTE,
      "aria-label": `Note on ${name}`,
      "data-key": `note ${id}`,
      input: () => {
        writeNote(layout, family, id, field.value);
        title.textContent = getTitle();
        layout.changed?.();
      },
    },
    text,
  );
  const fold = element(
    "details",
    { class: "fold own-note", open: text !== "" },
    title,
    field,
    element("p", { class: "quiet" }, HINT),
  );
  return rememberFold(openFolds, key, fold);
}
