/** Actors and relations as rows to sort, to read and to download. */
import { splitClaim } from "./claim_words.js";
import { toCsvText } from "./csv.js";
import { describeChange } from "./versions.js";

/** @type {Intl.Collator|null} made when it is first asked for, since that takes long */
let order = null;

/** @type {Map<string, (actor: Actor) => Cell>} */
const ACTOR_CELLS = new Map([
  ["id", (actor) => actor.id],
  ["name", (actor) => actor.name],
  ["kind", (actor) => actor.kind.id],
  ["aliases", (actor) => actor.aliases.join("|")],
  ["description", (actor) => actor.description],
  ["start", (actor) => actor.start],
  ["end", (actor) => actor.end],
  ["reference", (actor) => writeReferences(actor.references)],
]);

/** @typedef {(relation: Relation, actors: Actor[]) => Cell} ReadRelation */

const RELATION_CELLS = new Map(
  /** @type {[string, ReadRelation][]} */ ([
    ["id", (relation) => relation.id],
    ["source", (relation, actors) => actors[relation.source].id],
    ["source_name", (relation, actors) => actors[relation.source].name],
    ["type", (relation) => relation.type.id],
    ["target", (relation, actors) => actors[relation.target].id],
    ["target_name", (relation, actors) => actors[relation.target].name],
    ["start", (relation) => relation.start],
    ["end", (relation) => relation.end],
    ["weight", (relation) => relation.weight],
    ["confidence", (relation) => relation.confidence],
    ["grade", (relation) => relation.grade],
    ["stance", (relation) => (relation.disputes ? "disputes" : "asserts")],
    ["claimant", (relation) => relation.claimant],
    ["basis", (relation) => relation.basis],
    ["reference", (relation) => writeReferences(relation.references)],
    ["note", (relation) => relation.note],
  ]),
);

/**
 * @param {Network} network
 * @returns {Column[]} of the table of actors: the file's, the relations kept, the measures, the
 *   author's own
 */
export function listActorColumns(network) {
  const measures = network.measures.map(({ id }) => makeColumn(`measure:${id}`, id, true));
  const relations = makeColumn("relations", "relations", true);
  const standard = [
    ...listFileColumns(ACTOR_CELLS),
    relations,
    ...measures,
    ...listChangeColumns(network),
  ];
  return [...standard, ...listOwnColumns(network.actors, standard)];
}

/**
 * @param {Network} network
 * @returns {Column[]} of the table of relations: the file's, whether it is contested, who says so,
 *   under a date whether it holds then, the author's own
 */
export function listRelationColumns(network) {
  const standard = [
    ...listFileColumns(RELATION_CELLS),
    makeColumn("standing", "standing", false),
    makeColumn("claim", "who_says_so", false),
    ...(network.reasons ? [makeColumn("when", "when", false)] : []),
    ...listChangeColumns(network),
  ];
  return [...standard, ...listOwnColumns(network.relations, standard)];
}

/**
 * @param {Network} network
 * @param {Uint8Array} visible 1 for each actor kept
 * @param {Uint8Array} mask 1 for each relation kept
 * @returns {Row[]}
 */
export function buildActorRows(network, visible, mask) {
  const kept = network.actors.filter(({ index }) => visible[index]);
  return kept.map((actor) => {
    const cells = readCells(ACTOR_CELLS, actor, network.actors);
    cells.set("relations", network.ties[actor.index].filter((index) => mask[index]).length);
    for (const { id, scores } of network.measures) cells.set(`measure:${id}`, scores[actor.index]);
    if (network.versions) cells.set("change", describeChange(actor));
    return { index: actor.index, cells };
  });
}

/**
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation kept
 * @param {Claims} claims
 * @returns {Row[]}
 */
export function buildRelationRows(network, mask, claims) {
  const kept = network.relations.filter(({ index }) => mask[index]);
  return kept.map((relation) => {
    const cells = readCells(RELATION_CELLS, relation, network.actors);
    cells.set("standing", claims[relation.index]);
    cells.set("claim", splitClaim(relation).join("").replace(/^, /, ""));
    if (network.reasons) cells.set("when", describeWhen(network.reasons[relation.index]));
    if (network.versions) cells.set("change", describeChange(relation));
    return { index: relation.index, cells };
  });
}

/**
 * Whether a relation holds at the date asked, and why that is not certain.
 * @param {string} reason
 * @returns {string} "holds", or such as "may hold: end not known"
 */
function describeWhen(reason) {
  return reason ? `may hold: ${reason}` : "holds";
}

/**
 * The rows in order of one column, blanks last either way; equal ones keep their order.
 *
 * @param {Row[]} rows
 * @param {string} columnId
 * @param {boolean} [descending]
 * @returns {Row[]}
 */
export function sortRows(rows, columnId, descending = false) {
  const direction = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [first, second] = [one, other].map(({ cells }) => cells.get(columnId) ?? "");
    if (first === "" || second === "") return Number(first === "") - Number(second === "");
    return direction * compareCells(first, second);
  });
}

/**
 * The rows in which some cell has a text, whatever its case and its accents.
 *
 * @param {Row[]} rows
 * @param {string} text
 * @returns {Row[]}
 */
export function findRows(rows, text) {
  const wanted = foldText(text.trim());
  if (!wanted) return rows;
  return rows.filter(({ cells }) =>
    [...cells.values()].some((cell) => foldText(String(cell ?? "")).includes(wanted)),
  );
}

/** @param {string} text */
function foldText(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The rows as a file for a spreadsheet.
 *
 * @param {Row[]} rows
 * @param {Column[]} columns
 * @returns {string}
 */
export function toCsv(rows, columns) {
  const lines = rows.map(({ cells }) => columns.map(({ id }) => cells.get(id) ?? ""));
  return toCsvText([columns.map(({ label }) => label), ...lines]);
}

/**
 * @param {string} id
 * @param {string} label
 * @param {boolean} numeric
 */
function makeColumn(id, label, numeric) {
  return { id, label, numeric };
}

/**
 * How a row changed, where the page has two versions.
 * @param {Network} network
 */
function listChangeColumns({ versions }) {
  return versions ? [makeColumn("change", "change", false)] : [];
}

/** @param {Map<string, any>} cells */
function listFileColumns(cells) {
  return [...cells.keys()].map((id) => makeColumn(id, id, id === "weight" || id === "confidence"));
}

/**
 * The columns of the author's own that any row fills. A heading that one of our columns has gets
 * "(own)" behind it, as in graph/data/own_columns.py.
 * @param {NetworkRow[]} rows
 * @param {Column[]} standard
 */
function listOwnColumns(rows, standard) {
  const names = new Set(rows.flatMap(({ attributes }) => [...attributes.keys()]));
  const fields = new Set(standard.map(({ label }) => label));
  const taken = new Set([...fields, ...names]);
  return [...names].map((name) => {
    let label = name;
    while (fields.has(name) && taken.has(label)) label += " (own)";
    taken.add(label);
    return { ...makeColumn(`attribute:${name}`, label, false), own: true };
  });
}

/**
 * @template {NetworkRow} T
 * @param {Map<string, (row: T, actors: Actor[]) => Cell>} readers
 * @param {T} row
 * @param {Actor[]} actors
 */
function readCells(readers, row, actors) {
  const cells = new Map();
  for (const [id, read] of readers) cells.set(id, read(row, actors));
  for (const [name, text] of row.attributes) cells.set(`attribute:${name}`, text);
  return cells;
}

/** @param {Reference[]} references */
function writeReferences(references) {
  return references.map(({ source, text }) => source?.id ?? text).join("|");
}

/**
 * @param {Cell} first
 * @param {Cell} second
 */
function compareCells(first, second) {
  if (typeof first === "number" && typeof second === "number") return first - second;
  // One order for every reader, whatever the language of the browser; "2nd" before "10th".
  order ??= new Intl.Collator("en", { numeric: true });
  return order.compare(String(first), String(second));
}
