/**
 * What readers keep of a page beside what it shows: where they moved actors to, and notes of their
 * own.
 *
 * A link carries both as moved=id,x,y,... and notes=id,text,... (tienotes for relations), a
 * layout.json everything. Whatever a link says is anybody's text: what is unknown in it, or
 * malformed, is passed over.
 *
 * @typedef {{text: string, from: "page"|"link"|"reader"}} Note
 * @typedef {{moved: Map<string, [number, number]>, notes: {actors: Map<string, Note>, relations:
 *   Map<string, Note>}}} Kept
 *   moved: by an actor's id the place in the layout's own measure
 */
import { decodeValues, encodeValue, formatHash } from "./hash.js";

/** The most characters of a note, as `explore html` reads it. */
export const LONGEST_NOTE = 2000;

const LONGEST_LINK = 8000;
const FURTHEST = 1000000;
const LAYOUT_VERSION = 1;
const NOTE_FIELDS = new Map([
  ["actors", "notes"],
  ["relations", "tienotes"],
]);
const KNOWN_BY = { actors: "actorById", relations: "relationById" };

/**
 * @param {import("./document.js").Network} network with the notes that came with the page
 * @param {string} hash of the address, whose notes go before those
 * @returns {Kept}
 */
export function readLayout(network, hash) {
  const parts = new Map(
    hash
      .replace(/^#/, "")
      .split("&")
      .map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]),
  );
  const valuesOf = (name) => (parts.has(name) ? decodeValues(parts.get(name)) : []);
  const notesOf = (family, name) =>
    new Map([
      ...readNotes(
        Object.entries(network.saved.notes[family] ?? {}),
        "page",
        network[KNOWN_BY[family]],
      ),
      ...readNotes(groupValues(valuesOf(name), 2), "link", network[KNOWN_BY[family]]),
    ]);
  return {
    moved: readPositions(groupValues(valuesOf("moved"), 3), network),
    notes: Object.fromEntries(
      [...NOTE_FIELDS].map(([family, name]) => [family, notesOf(family, name)]),
    ),
  };
}

function groupValues(values, size) {
  return Array.from({ length: Math.floor(values.length / size) }, (_, i) =>
    values.slice(i * size, (i + 1) * size),
  );
}

function readNotes(pairs, from, known) {
  return pairs
    .filter(([id, text]) => known.has(id) && text.trim() && text.length <= LONGEST_NOTE)
    .map(([id, text]) => [id, { text, from }]);
}

function readPositions(rows, { actorById }) {
  const isNumber = (text) => /^-?\d{1,7}$/.test(text) && Math.abs(Number(text)) <= FURTHEST;
  return new Map(
    rows
      .filter(([id, ...place]) => actorById.has(id) && place.every(isNumber))
      .map(([id, x, y]) => [id, [Number(x), Number(y)]]),
  );
}

/**
 * @param {Kept} kept
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
 * @param {import("./hash.js").State} state
 * @param {Kept} kept
 * @returns {{hash: string, without: string[]}} without: what did not fit
 */
export function makeLink(state, kept) {
  const shown = formatHash(state) || "#view=network";
  const moved = formatPart(
    "moved",
    [...kept.moved].flatMap(([id, [x, y]]) => [id, String(Math.round(x)), String(Math.round(y))]),
  );
  const notes = [...NOTE_FIELDS]
    .map(([family, name]) =>
      formatPart(
        name,
        [...kept.notes[family]].flatMap(([id, { text }]) => [id, text]),
      ),
    )
    .join("");
  for (const [added, without] of [
    [moved + notes, []],
    [moved, ["notes"]],
    ["", ["notes", "places"]],
  ]) {
    if (!added || shown.length + added.length <= LONGEST_LINK) {
      return {
        hash: shown + added,
        without: without.filter((name) => ({ notes, places: moved })[name]),
      };
    }
  }
  return { hash: shown, without: [] };
}

function formatPart(name, values) {
  return values.length ? `&${name}=${values.map(encodeValue).join(",")}` : "";
}

/**
 * @param {import("./hash.js").State} state
 * @param {Kept} kept
 * @param {Iterable<[string, [number, number]]>} places of all actors, in pixels of the page
 * @returns {string} a layout.json, as `explore html` reads it
 */
export function writeLayout(state, kept, places) {
  const notes = Object.fromEntries(
    [...NOTE_FIELDS.keys()].map((family) => [
      family,
      Object.fromEntries([...kept.notes[family]].map(([id, { text }]) => [id, text])),
    ]),
  );
  const positions = Object.fromEntries(
    [...places].map(([id, [x, y]]) => [id, [Math.round(x), Math.round(y)]]),
  );
  return `${JSON.stringify({ version: LAYOUT_VERSION, positions, notes, state: formatHash({ ...state, step: null }) }, null, 1)}\n`;
}
