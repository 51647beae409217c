/**
 * What would be otherwise without an actor or a source, as the engine's graph/comparison/what_if.py
 * tells it.
 */
import { describeCamps } from "./camp_changes.js";
import { HEADINGS, TOP, answerAll, listConsequences } from "./consequences.js";
import { formatCount } from "./counts.js";
import { findAskedTime, maskActors, maskRelations } from "./filters.js";
import { joinWithAnd, shortenMiddle } from "./text.js";

const MOST_ACTORS = 2_000;
const MOST_RELATIONS = 10_000;
const USUAL_MEASURE = "betweenness";

/** @type {Record<Topic, string>} */
const COUNTED = {
  structure: "figure",
  connection: "connection",
  paths: "path",
  ranks: "rank",
  balance: "balance fact",
  camps: "side",
};

/**
 * Whether the page can compare the answers about a network: one that is small enough, and no union
 * of two versions, in neither of which all of it is.
 * @param {Network} network
 */
export function canCompare({ actors, relations, versions }) {
  return !versions && actors.length <= MOST_ACTORS && relations.length <= MOST_RELATIONS;
}

/**
 * What is left out beside what the filters leave out anyway.
 *
 * @param {Network} network
 * @param {State} state
 * @param {{actor?: Actor, source?: string}} without either
 * @returns {Supposition}
 */
export function suppose(network, { filters, rankBy, path }, { actor, source = "" }) {
  const title = network.sourceById.get(source)?.title;
  const cited = title ? `"${shortenMiddle(title)}"` : shortenMiddle(source);
  const shown = new Set(filters.avoidActor);
  if (actor) shown.delete(actor.id);
  const before = {
    ...filters,
    avoidActor: shown,
    withoutSource: source ? "" : filters.withoutSource,
  };
  const ends = path && [path[0], path[path.length - 1]].map((id) => network.actorById.get(id));
  return {
    before,
    after: actor
      ? { ...before, avoidActor: new Set([...shown, actor.id]) }
      : { ...before, withoutSource: source },
    measure: rankBy || findUsualMeasure(network),
    ends: ends ? ends.map((end) => end?.index ?? -1) : [],
    text: `without ${actor ? shortenMiddle(actor.name) : `the source ${cited}`}`,
  };
}

/**
 * The measure that the terminal ranks by, where the page has it.
 * @param {Network} network
 */
export function findUsualMeasure({ measures }) {
  return measures.some(({ id }) => id === USUAL_MEASURE) ? USUAL_MEASURE : measures[0].id;
}

/**
 * Compares the answers before and after.
 *
 * @param {Network} network
 * @param {Supposition} supposition
 * @returns {Generator<void, WhatIf>}
 */
export function* compareSupposed(network, { before, after, measure, ends, text }) {
  const asked = findAskedTime(network, before);
  const [was, rest] = [before, after].map((filters) => select(network, filters));
  const start = text[0].toUpperCase() + text.slice(1);
  if (countChosen(was.actors) && !countChosen(rest.actors)) {
    const relations = formatCount(countChosen(was.mask), "relation");
    const all = `${relations} and ${formatCount(countChosen(was.actors), "actor")}`;
    const rests = before.withoutSource === after.withoutSource ? "" : `: all ${all} rest on it`;
    const sentence = `${start}, nothing is left${rests}.`;
    return { sentence, before, consequences: [], notes: [], unknown: [] };
  }
  const earlier = yield* answerAll(network, was, asked, measure);
  const later = yield* answerAll(network, rest, asked, measure);
  const isAsked = ends.length && ends.every((end) => earlier.selected.actors[end]);
  const consequences = listConsequences(network, earlier, later, isAsked ? ends : null);
  const isAbout = (/** @type {Topic} */ own) => consequences.some(({ topic }) => topic === own);
  return {
    sentence: describe(start, consequences),
    before,
    consequences,
    notes: [
      ...(isAbout("ranks")
        ? [`Ranks by ${measure}: of actors in both, among the first ${TOP} in either.`]
        : []),
      ...(isAbout("camps") && earlier.camps ? [describeCamps(network, earlier.camps)] : []),
    ],
    unknown: listUnknown([earlier, later]),
  };
}

/**
 * What would take long to compare.
 * @param {import("./consequences.js").Compared[]} compared
 */
function listUnknown(compared) {
  const isKnown = compared.every(({ balance }) => balance.frustration !== null);
  return [
    ...(isKnown ? [] : ["the frustration index", "tensions"]),
    ...(compared.every(({ camps }) => camps) ? [] : ["camps"]),
  ];
}

/**
 * @param {Network} network
 * @param {Filters} filters
 * @returns {Masks}
 */
function select(network, filters) {
  const mask = maskRelations(network, filters);
  return { mask, actors: maskActors(network, filters, mask) };
}

/** @param {Masks["mask"]} chosen */
function countChosen(chosen) {
  return chosen.reduce((sum, each) => sum + Number(each > 0), 0);
}

/**
 * What is supposed, and how much differs.
 * @param {string} start
 * @param {Consequence[]} consequences
 */
function describe(start, consequences) {
  const differing = consequences.filter(({ before, after }) => before !== after);
  const parts = /** @type {Topic[]} */ (Object.keys(HEADINGS)).flatMap((topic) => {
    const count = differing.filter((each) => each.topic === topic).length;
    return count ? [formatCount(count, COUNTED[topic])] : [];
  });
  if (!parts.length) return `${start}, nothing that is measured differs.`;
  return `${start}, ${joinWithAnd(parts)} differ${differing.length === 1 ? "s" : ""}.`;
}
