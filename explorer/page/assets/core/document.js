/**
 * The page's document (JSON, by columns) -> the network every other module works on.
 *
 * @typedef {{id: string, label: string}} Kind
 * @typedef {{id: string, sign: "+"|"-"|"0", mutual: boolean, influence: boolean, label: string,
 *   inverse: string}} RelationType
 * @typedef {{index: number, id: string, title: string, author: string, publisher: string, date:
 *   string,
 *   url: string, archiveUrl: string, citation: string}} Source
 * @typedef {{source: Source}|{text: string}} Reference
 * @typedef {{index: number, id: string, name: string, aliases: string[], kind: Kind, description:
 *   string,
 *   start: string, end: string, references: Reference[], attributes: Map<string, string>}} Actor
 * @typedef {{index: number, id: string, source: number, target: number, type: RelationType, start:
 *   string,
 *   end: string, weight: number, confidence: number|null, grade: string, disputes: boolean,
 *   references: Reference[], note: string, attributes: Map<string, string>}} Relation
 * @typedef {{actors: Actor[], relations: Relation[], kinds: Kind[], types: RelationType[], sources:
 *   Source[],
 *   actorById: Map<string, Actor>, relationById: Map<string, Relation>, typeById: Map<string,
 *   RelationType>,
 *   kindById: Map<string, Kind>, sourceById: Map<string, Source>, ties: number[][], fold:
 *   Map<string, string>,
 *   measures: {id: string, label: string, scores: number[]}[],
 *   communities: import("./communities.js").Communities, story: import("./story.js").Story|null,
 *   saved: {placed: boolean, notes: {actors: Object<string, string>, relations: Object<string,
 *   string>}, state: string},
 *   about: object,
 *   versions: import("./versions.js").Versions|null, changeById: Map<string, {id: string}>}}
 *   Network
 */
import { buildCommunities } from "./communities.js";
import { CHANGES, readVersions } from "./versions.js";

const ACTOR_COLUMNS = ["id", "name", "kind", "description", "start", "end"];
const TIE_COLUMNS = ["id", "source", "target", "type", "start", "end", "note"];
const RELATION_COLUMNS = [...TIE_COLUMNS, "weight", "confidence", "grade", "disputes"];
const SOURCE_COLUMNS = [
  "id",
  "title",
  "author",
  "publisher",
  "date",
  "url",
  "archive_url",
  "citation",
];

/**
 * One value a row, however the column is written: a list, {all} or {levels, codes}.
 *
 * @param {Array|{all: *}|{levels: Array, codes: number[]}} column
 * @param {number} n how many rows there are
 * @returns {Array}
 */
export function unpackColumn(column, n) {
  const values = spreadColumn(column, n);
  if (values.length !== n) {
    throw new RangeError(
      `A column holds ${values.length} values for ${n} rows. Make the page again.`,
    );
  }
  return values;
}

/**
 * @param {object} parsed the page's document; only its "network" must be there
 * @returns {Network}
 */
export function readNetwork(parsed) {
  const { kinds, types, fold, ...columns } = parsed.network;
  const sources = readSources(columns.sources);
  const actors = readActors(columns.actors, kinds, sources);
  const relations = readRelations(columns.relations, types, sources);
  const told = parsed.comparison;
  const were = told
    ? {
        actorsWere: readActors(told.actors.was, kinds, sources),
        relationsWere: readRelations(told.relations.was, types, sources),
      }
    : {};
  return {
    actors,
    relations,
    kinds,
    types,
    sources,
    actorById: indexById(actors),
    relationById: indexById(relations),
    typeById: indexById(types),
    kindById: indexById(kinds),
    sourceById: indexById(sources),
    ties: listRelationsByActor(actors.length, relations),
    fold: new Map(Object.entries(fold ?? {})),
    measures: readMeasures(parsed.measures ?? [], actors.length),
    communities: readCommunities(parsed.communities ?? {}, actors.length),
    story: parsed.story ?? null,
    saved: { placed: false, notes: { actors: {}, relations: {} }, state: "", ...parsed.saved },
    about: parsed.about ?? {},
    versions: readVersions(told, { actors, relations, ...were, unpack: unpackColumn }),
    changeById: indexById(told ? CHANGES.map((id) => ({ id })) : []),
  };
}

function spreadColumn(column, n) {
  if (Array.isArray(column)) return column;
  if ("all" in column) return new Array(n).fill(column.all);
  return column.codes.map((code) => column.levels[code]);
}

/** How many rows a table has: ids differ, so an {all} column of ids stands for one row. */
function countRows(ids) {
  if (Array.isArray(ids)) return ids.length;
  return "all" in ids ? 1 : ids.codes.length;
}

/** Rows as objects, from the columns named. */
function readRows(table, names) {
  const n = countRows(table.id);
  const columns = names.map((name) => unpackColumn(table[name], n));
  return Array.from({ length: n }, (_, index) => {
    const row = { index };
    names.forEach((name, at) => {
      row[name] = columns[at][index];
    });
    return row;
  });
}

function readSources(table) {
  return readRows(table, SOURCE_COLUMNS).map(({ archive_url: archiveUrl, ...source }) => ({
    ...source,
    archiveUrl,
  }));
}

function readActors(table, kinds, sources) {
  const rows = readRows(table, ACTOR_COLUMNS);
  const attributes = readAttributes(table.attributes, rows.length);
  const aliases = unpackColumn(table.aliases, rows.length);
  const references = unpackColumn(table.reference, rows.length);
  for (const actor of rows) {
    actor.kind = kinds[actor.kind];
    actor.aliases = aliases[actor.index];
    actor.references = readReferences(references[actor.index], sources);
    actor.attributes = attributes[actor.index];
  }
  return rows;
}

function readRelations(table, types, sources) {
  const rows = readRows(table, RELATION_COLUMNS);
  const attributes = readAttributes(table.attributes, rows.length);
  const references = unpackColumn(table.reference, rows.length);
  for (const relation of rows) {
    relation.type = types[relation.type];
    relation.disputes = Boolean(relation.disputes);
    relation.references = readReferences(references[relation.index], sources);
    relation.attributes = attributes[relation.index];
  }
  return rows;
}

/** An integer points into the sources; anything else is text of the person who wrote the row. */
function readReferences(entries, sources) {
  return entries.map((entry) =>
    Number.isInteger(entry) ? { source: sources[entry] } : { text: entry },
  );
}

/**
 * The columns of the author's own, one Map a row, blanks left out; a Map because a column may be
 * called __proto__.
 */
function readAttributes(table, n) {
  const rows = Array.from({ length: n }, () => new Map());
  for (const [name, column] of Object.entries(table ?? {})) {
    unpackColumn(column, n).forEach((value, index) => {
      if (value !== "") rows[index].set(name, value);
    });
  }
  return rows;
}

function readMeasures(measures, n) {
  return measures.map((measure) => ({ ...measure, scores: unpackColumn(measure.scores, n) }));
}

function readCommunities({ number = { all: null }, foremost = [], modularity = 0 }, n) {
  return buildCommunities(unpackColumn(number, n), foremost, modularity);
}

function indexById(rows) {
  return new Map(rows.map((row) => [row.id, row]));
}

/** The relations of each actor in row order; a tie to oneself is listed once. */
function listRelationsByActor(n, relations) {
  const ties = Array.from({ length: n }, () => []);
  for (const { index, source, target } of relations) {
    ties[source].push(index);
    if (target !== source) ties[target].push(index);
  }
  return ties;
}
