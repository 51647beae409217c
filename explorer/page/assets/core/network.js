/**
 * The page's document (JSON, by columns) -> the network every other module works on.
 */
import { getClaimantId } from "./claim_words.js";
import { readCamps } from "./camps.js";
import { buildCommunities } from "./communities.js";
import { BEFORE_EVERY_DAY } from "./dates.js";
import { countRows, readAttributes, readRows, unpackColumn } from "./packed_columns.js";
import { CHANGES, readVersions } from "./versions.js";
import { findVoices, indexCitations } from "./voices.js";

const ACTOR_COLUMNS = ["id", "name", "kind", "description", "start", "end"];
const SOURCE_COLUMNS = ["id", "title", "author", "publisher", "date", "url", "via", "citation"];

/**
 * What a row may rest on; the first is what it is taken for.
 * @type {Basis[]}
 */
export const BASES = ["stated", "inferred", "alleged"];

/**
 * What the relations of a network rest on.
 * @param {Network} network
 * @returns {string[]} those of `BASES` that there are
 */
export function listBases({ relations }) {
  const used = new Set(relations.map(({ basis }) => String(basis)));
  return BASES.filter((id) => used.has(id));
}

const BASIS_BY_ID = new Map(BASES.map((id) => [String(id), { id }]));

/**
 * @param {PageDocument} parsed the page's document; only its "network" must be there
 * @returns {Network}
 */
export function readNetwork(parsed) {
  const { kinds, fold, surnames, weak_words: weakWords, ...columns } = parsed.network;
  const types = columns.types.map(readType);
  const sources = readSources(columns.sources);
  const actors = readActors(columns.actors, kinds, sources);
  const relations = readRelations(columns.relations, types, sources, actors);
  const { comparison } = parsed;
  const earlier = comparison && {
    actors: readActors(comparison.actors.was, kinds, sources),
    relations: readRelations(comparison.relations.was, types, sources, actors),
  };
  const whole = readScores(parsed, actors.length);
  return {
    ...whole,
    whole,
    actors,
    relations,
    kinds,
    types,
    sources,
    actorById: indexById(actors),
    relationById: indexRelations(relations, columns.former_relation_ids),
    typeById: indexById(types),
    kindById: indexById(kinds),
    sourceById: indexById(sources),
    sourceByCitation: indexCitations(sources),
    voiceById: findVoices(sources),
    hosts: readHosts(parsed.network),
    unusedPhrases: parsed.network.unused_phrases ?? [],
    ties: listRelationsByActor(actors.length, relations),
    fold: new Map(Object.entries(fold ?? {})),
    surnames: new Map(Object.entries(surnames ?? {})),
    weakWords: new Set(weakWords ?? []),
    latestDay: readLatestDay(parsed.network),
    reasons: null,
    ...readAnalyses(parsed, actors.length),
    ...readOpening(parsed),
    versions:
      comparison && earlier ? readVersions(comparison, { actors, relations }, earlier) : null,
    claimantById: indexById(listClaimants(actors, relations, earlier)),
    basisById: BASIS_BY_ID,
    changeById: indexById(comparison ? CHANGES.map((id) => ({ id })) : []),
  };
}

/**
 * What Python found in the whole network; null where it did not look.
 * @param {Pick<PageDocument, "camps"|"rank_doubt"|"brokers">} parsed
 * @param {number} n how many actors there are
 * @returns {Pick<Network, "camps"|"rankDoubt"|"brokers">}
 */
function readAnalyses({ camps, rank_doubt: rankDoubt, brokers }, n) {
  return {
    camps: readCamps(camps, n),
    rankDoubt: rankDoubt ?? null,
    brokers: brokers ?? null,
  };
}

/**
 * What a page opens with.
 * @param {PageDocument} parsed
 */
function readOpening({ story, span, saved, about }) {
  return {
    story: story ?? null,
    span: span ?? null,
    saved: { placed: false, notes: { actors: {}, relations: {} }, state: "", ...saved },
    about: about ?? /** @type {About} */ ({}),
  };
}

/**
 * @param {any} packed
 * @returns {RelationType}
 */
function readType({ past_inverse: pastInverse, present_inverse: presentInverse, ...type }) {
  return { ...type, pastInverse, presentInverse };
}

/** @param {PackedNetwork} network */
function readHosts({ hosts = {} }) {
  return new Map(Object.entries(hosts));
}

/** @param {PackedNetwork} network */
function readLatestDay({ latest_day: latestDay = BEFORE_EVERY_DAY }) {
  return latestDay;
}

/**
 * @param {RowTable} table
 * @returns {Source[]}
 */
function readSources(table) {
  const rows = readRows(table, SOURCE_COLUMNS);
  const attributes = readAttributes(table.attributes, rows.length);
  const archives = unpackColumn(table.archive_url, rows.length);
  const voices = unpackColumn(table.voice ?? { all: "" }, rows.length);
  for (const source of rows) {
    source.archiveUrl = archives[source.index];
    source.voice = voices[source.index];
    source.attributes = attributes[source.index];
  }
  return rows;
}

/**
 * @param {RowTable} table
 * @param {Kind[]} kinds
 * @param {Source[]} sources
 * @returns {Actor[]}
 */
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

/**
 * The relations, each written out: they are many, and a browser reads such objects soonest.
 * @param {RowTable} table
 * @param {RelationType[]} types
 * @param {Source[]} sources
 * @param {Actor[]} actors
 * @returns {Relation[]}
 */
function readRelations(table, types, sources, actors) {
  const n = countRows(table.id);
  const read = (/** @type {string} */ name) => unpackColumn(table[name], n);
  const [ids, froms, tos, typeNumbers] = ["id", "source", "target", "type"].map(read);
  const [starts, ends, notes, bases] = ["start", "end", "note", "basis"].map(read);
  const [weights, confidences, grades] = ["weight", "confidence", "grade"].map(read);
  const [disputes, references, claimants] = ["disputes", "reference", "claimant"].map(read);
  const [over, planned] = [table.over, table.planned].map((column) =>
    unpackColumn(column ?? { all: 0 }, n),
  );
  const attributes = readAttributes(table.attributes, n);
  return ids.map((id, index) => ({
    index,
    id,
    source: froms[index],
    target: tos[index],
    type: types[typeNumbers[index]],
    start: starts[index],
    end: ends[index],
    note: notes[index],
    weight: weights[index],
    confidence: confidences[index],
    grade: grades[index],
    disputes: Boolean(disputes[index]),
    basis: bases[index],
    over: Boolean(over[index]),
    planned: Boolean(planned[index]),
    claimant: nameClaimant(claimants[index], actors),
    claimantActor: typeof claimants[index] === "number" ? claimants[index] : null,
    references: readReferences(references[index], sources),
    attributes: attributes[index],
  }));
}

/**
 * Everyone who says something: actors by id, others in words, in the order of their names.
 * @param {Actor[]} actors
 * @param {Relation[]} relations
 * @param {{relations: Relation[]}|null} [earlier] those that changed, as they were
 * @returns {{id: string, name: string}[]}
 */
function listClaimants(actors, relations, earlier) {
  const names = new Map(
    [...(earlier?.relations ?? []), ...relations]
      .filter(({ claimant }) => claimant)
      .map((relation) => [getClaimantId({ actors }, relation), relation.claimant]),
  );
  const claimants = [...names].map(([id, name]) => ({ id, name }));
  if (claimants.length < 2) return claimants;
  const collator = new Intl.Collator("en");
  return claimants.sort((one, other) => collator.compare(one.name, other.name));
}

/**
 * An integer points into the actors; anything else is words, empty where nobody is named.
 * @param {number|string} claimant
 * @param {Actor[]} actors
 */
function nameClaimant(claimant, actors) {
  return typeof claimant === "number" ? actors[claimant].name : claimant;
}

/**
 * An integer points into the sources; anything else is text of the person who wrote the row.
 * @param {(number|string)[]} entries
 * @param {Source[]} sources
 * @returns {Reference[]}
 */
function readReferences(entries, sources) {
  return entries.map((entry) =>
    typeof entry === "number" ? { source: sources[entry] } : { text: entry },
  );
}

/**
 * @param {PageDocument} parsed
 * @param {number} n
 * @returns {Scores}
 */
function readScores({ measures = [], communities = {} }, n) {
  return { measures: readMeasures(measures, n), communities: readCommunities(communities, n) };
}

/**
 * @param {NonNullable<PageDocument["measures"]>} measures
 * @param {number} n
 * @returns {Measure[]}
 */
function readMeasures(measures, n) {
  return measures.map((measure) => ({ ...measure, scores: unpackColumn(measure.scores, n) }));
}

/**
 * @param {PackedCommunities} packed
 * @param {number} n
 * @returns {Communities}
 */
function readCommunities(packed, n) {
  const { number = { all: null }, foremost = [], modularity = 0, agreement = "" } = packed;
  return buildCommunities(unpackColumn(number, n), foremost, modularity, agreement);
}

/**
 * @template {{id: string}} T
 * @param {T[]} rows
 * @returns {Map<string, T>}
 */
function indexById(rows) {
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The relations by id, and by the id that they had in version 0.1, which old links and notes name.
 * @param {Relation[]} relations
 * @param {string} [former] without the "r", a word each; empty where the id was given
 */
function indexRelations(relations, former) {
  const index = indexById(relations);
  former?.split(" ").forEach((id, row) => {
    if (id && !index.has(`r${id}`)) index.set(`r${id}`, relations[row]);
  });
  return index;
}

/**
 * The relations of each actor in row order; a tie to oneself is listed once.
 * @param {number} n
 * @param {Relation[]} relations
 * @returns {number[][]}
 */
function listRelationsByActor(n, relations) {
  /** @type {number[][]} */
  const ties = Array.from({ length: n }, () => []);
  for (const { index, source, target } of relations) {
    ties[source].push(index);
    if (target !== source) ties[target].push(index);
  }
  return ties;
}
