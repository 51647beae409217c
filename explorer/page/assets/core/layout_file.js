/**
 * What readers keep of a page beside what it shows: where they moved actors to, and notes of their
 * own.
 *
 * A link carries both as moved=id,x,y,... and notes=id,text,... (tienotes for relations), a
 * layout.json everything. Whatever a link says is anybody's text: what is unknown in it, or
 * malformed, is passed over.
 */
import { decodeValues, encodeValue, formatHash } from "./page_link.js";

/** The most characters of a note, as `explore html` reads it. */
export const LONGEST_NOTE = 2000;

export const LONGEST_LINK = 8000;
export const FURTHEST = 1000000;
export const LAYOUT_VERSION = 1;
/** @type {[family: NoteFamily, field: string][]} */
const NOTE_FIELDS = [
  ["actors", "notes"],
  ["relations", "tienotes"],
];

/**
 * @param {Network} network with the notes that came with the page
 * @param {string} hash of the address, whose notes go before those
 * @returns {ReaderLayout}
 */
export function readLayout(network, hash) {
  const parts = new Map(
    hash
      .replace(/^#/, "")
      .split("&")
      .map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]),
  );
  /** @param {string} name */
  const valuesOf = (name) => decodeValues(parts.get(name) ?? "");
  /**
   * @param {Record<string, string>} saved
   * @param {string} name
   * @param {Map<string, any>} rows
   */
  const notesOf = (saved, name, rows) =>
    new Map([
      ...readNotes(Object.entries(saved ?? {}), "page", rows),
      ...readNotes(groupValues(valuesOf(name), 2), "link", rows),
    ]);
  const { notes } = network.saved;
  return {
    moved: readPositions(groupValues(valuesOf("moved"), 3), network),
    notes: {
      actors: notesOf(notes.actors, "notes", network.actorById),
      relations: notesOf(notes.relations, "tienotes", network.relationById),
    },
  };
}

/**
 * @param {string[]} values
 * @param {number} size
 */
function groupValues(values, size) {
  return Array.from({ length: Math.floor(values.length / size) }, (_, i) =>
    values.slice(i * size, (i + 1) * size),
  );
}

/**
 * @param {string[][]} pairs
 * @param {Note["from"]} from
 * @param {Map<string, any>} rows
 * @returns {[string, Note][]}
 */
function readNotes(pairs, from, rows) {
  return pairs
    .filter(([id, text]) => rows.has(id) && text.trim() && text.length <= LONGEST_NOTE)
    .map(([id, text]) => [rows.get(id).id, { text, from }]);
}

/**
 * @param {string[][]} rows
 * @param {Network} network
 * @returns {Map<string, Point2>}
 */
function readPositions(rows, { actorById }) {
  /** @param {string} text */
  const isNumber = (text) => /^-?\d{1,7}$/.test(text) && Math.abs(Number(text)) <= FURTHEST;
  return new Map(
    rows
      .filter(([id, ...place]) => actorById.has(id) && place.every(isNumber))
      .map(([id, x, y]) => [id, [Number(x), Number(y)]]),
  );
}

/**
 * @param {ReaderLayout} kept
 * @param {"actors"|"relations"} family
 * @param {string} id
 * @param {string} text what the reader wrote; nothing takes the note away
 */
export function writeNote(kept, family, id, text) {
  if (text.trim()) {
    kept.notes[family].set(id, { text: text.slice(0, LONGEST_NOTE), from: "reader" });
  } else kept.notes[family].delete(id);
}

/**
 * The hash that shows somebody else what this reader sees; notes, and then places, that are too
 * long for it stay out.
 *
 * @param {State} state
 * @param {ReaderLayout} kept
 * @returns {{hash: string, without: string[]}} without: what did not fit
 */
export function makeLink(state, kept) {
  const shown = formatHash(state) || "#view=network";
  const moved = formatPart(
    "moved",
    [...kept.moved].flatMap(([id, [x, y]]) => [id, String(Math.round(x)), String(Math.round(y))]),
  );
  const notes = NOTE_FIELDS.map(([family, name]) =>
    formatPart(
      name,
      [...kept.notes[family]].flatMap(([id, { text }]) => [id, text]),
    ),
  ).join("");
  for (const added of [moved + notes, moved]) {
    if (added && shown.length + added.length <= LONGEST_LINK) {
      return { hash: shown + added, without: added === moved && notes ? ["notes"] : [] };
    }
  }
  const without = [notes ? "notes" : "", moved ? "positions" : ""].filter(Boolean);
  return { hash: shown, without };
}

/**
 * @param {string} name
 * @param {string[]} values
 */
function formatPart(name, values) {
  return values.length ? `&${name}=${values.map(encodeValue).join(",")}` : "";
}

/**
 * @param {State} state
 * @param {ReaderLayout} kept
 * @param {Iterable<[string, [number, number]]>} places of all actors, in pixels of the page
 * @returns {string} a layout.json, as `explore html` reads it
 */
export function writeLayout(state, kept, places) {
  const notes = Object.fromEntries(
    NOTE_FIELDS.map(([family]) => [
      family,
      Object.fromEntries([...kept.notes[family]].map(([id, { text }]) => [id, text])),
    ]),
  );
  const positions = Object.fromEntries(
    [...places].map(([id, [x, y]]) => [id, [Math.round(x), Math.round(y)]]),
  );
  const hash = formatHash({ ...state, step: null });
  const layout = { version: LAYOUT_VERSION, positions, notes, state: hash };
  return `${JSON.stringify(layout, null, 1)}\n`;
}

/**
 * What of the reader's own would be lost with the page: moved actors, and notes written here.
 *
 * @param {State} state
 * @param {ReaderLayout} kept
 * @returns {{moved: number, notes: number, text: string}} text: equal for what is equal
 */
export function describeOwn({ moved }, kept) {
  const moves = [...(moved ?? [])].filter(([id, at]) => String(kept.moved.get(id)) !== String(at));
  const notes = NOTE_FIELDS.flatMap(([family]) =>
    [...kept.notes[family]].filter(([, { from }]) => from === "reader"),
  );
  return { moved: moves.length, notes: notes.length, text: JSON.stringify([moves, notes]) };
}
