/**
 * What a measure leaves out of what is shown, and what its scores cannot say: the same sentences as
 * the engine's graph/analysis/measure_notes.py.
 */
import { formatWhole } from "./counts.js";
import { shortenMiddle } from "./text.js";
import { listVoices } from "./voices.js";

const LONGEST_NAME = 80;
const MOST_ACTORS = 2000; // of a network that is measured twice
const MOST_RELATIONS = 20000;
const RELATIONS = 2048; // between two looks at the clock
const UNSIGNED = 1e-12; // how far a PN score may be from 1 and still be 1
const LEAST_SHARE = 0.1; // of the relations; a voice that has less is hardly what ranks hang on

/**
 * A voice in the words of a reader, the relations that rest on it alone, and how many relations are
 * part of edges.
 * @typedef {{name: string, rows: number[], count: number}} CarryingVoice
 */

/**
 * How many relations of what is shown are part of edges, by their sign.
 * @param {Relation[]} counted
 * @returns {Record<Sign, number>}
 */
export function countSigns(counted) {
  const counts = { "+": 0, "-": 0, 0: 0 };
  for (const { type } of counted) counts[type.sign] += 1;
  return counts;
}

/**
 * How many relations a measure leaves out for their sign; "" where none.
 * @param {Record<Sign, number>} counts
 * @param {string} measure
 */
export function describeSigns(counts, measure) {
  const { "-": negative, 0: neutral } = counts;
  if (measure === "pn") {
    if (!counts["+"] && !negative) {
      return "no relation is positive or negative, so that all scores are 1.";
    }
    return neutral ? `${countRelations(neutral, "neutral")} left out.` : "";
  }
  if (!negative || (measure !== "eigenvector" && measure !== "pagerank")) return "";
  const pronoun = negative === 1 ? "it" : "them";
  const why = `because an edge counts as support (in commands, --signs all keeps ${pronoun})`;
  return `${countRelations(negative, "negative")} left out, ${why}.`;
}

/**
 * What the scores of a measure cannot say; "" where there is nothing to be said.
 * @param {string} measure
 * @param {number[]} scores
 */
export function describeScores(measure, scores) {
  if (measure === "pn") {
    const ones = scores.filter((score) => Math.abs(score - 1) < UNSIGNED).length;
    if (2 * ones <= scores.length || ones === scores.length) return "";
    const share = `${formatWhole(ones)} of ${formatWhole(scores.length)} scores are 1`;
    return `${share}, as of an actor without positive and negative relations.`;
  }
  const zeros = scores.filter((score) => score === 0).length;
  const others = scores.length - zeros;
  if (!others) return zeros > 1 ? "all scores are 0, so it ranks nobody." : "";
  if (zeros <= others) return "";
  const rest = others === 1 ? "one" : formatWhole(others);
  const share = `${formatWhole(zeros)} of ${formatWhole(scores.length)} scores are 0`;
  return `${share}, so it ranks only the other ${rest}.`;
}

/**
 * The voice on which most relations rest alone, of equal ones that of the first row.
 * @param {Network} network
 * @param {Relation[]} counted
 * @returns {Generator<void, CarryingVoice|null>} null where hardly any relation rests on one voice
 *   alone
 */
export function* findCarryingVoice(network, counted) {
  /** @type {Map<string, number[]>} */
  const rowsOf = new Map();
  const isCounted = new Set(counted);
  for (const relation of network.relations) {
    if (relation.index % RELATIONS === 0) yield;
    const voices = [...listVoices(network, relation.references)];
    if (voices.length !== 1) continue;
    const rows = rowsOf.get(voices[0]) ?? [];
    if (isCounted.has(relation)) rows.push(relation.index);
    rowsOf.set(voices[0], rows);
  }
  let [voice, rows] = ["", /** @type {number[]} */ ([])];
  for (const [each, its] of rowsOf) if (its.length > rows.length) [voice, rows] = [each, its];
  if (!rows.length || rows.length < LEAST_SHARE * counted.length) return null;
  return { name: nameVoice(network, voice), rows, count: counted.length };
}

/**
 * Whether it is to be found out who would be first without the voice: not where all relations rest
 * on it, and not in a large network.
 * @param {CarryingVoice|null} voice
 * @param {number} actors how many are shown
 */
export function asksWithout(voice, actors) {
  const { rows, count } = voice ?? { rows: [], count: 0 };
  return rows.length < count && actors <= MOST_ACTORS && count <= MOST_RELATIONS;
}

/**
 * How the ranks hang on the voice; "" where they do not.
 * @param {Network} network
 * @param {CarryingVoice|null} voice
 * @param {(number|null)[]} scores
 * @param {(number|null)[]|null} without the scores without what rests on it alone; null where they
 *   were not asked for
 */
export function describeCarryingVoice(network, voice, scores, without) {
  if (!voice) return "";
  const { name, rows, count } = voice;
  const rest = `rest on one voice alone, ${name}`;
  if (rows.length === count) {
    return `all ${formatWhole(count)} relations ${rest}: ranks follow what it tells.`;
  }
  const share = `${formatWhole(rows.length)} of ${formatWhole(count)} relations`;
  if (!without) {
    return 2 * rows.length > count ? `${share} ${rest}: ranks may follow what it tells.` : "";
  }
  const [now, then] = [scores, without].map(listFirst);
  if (!now.length || !then.length || now.some((actor) => then.includes(actor))) return "";
  const [first, other] = [now, then].map(([actor]) =>
    shortenMiddle(network.actors[actor].name, LONGEST_NAME),
  );
  return `without the ${share} that ${rest}, ${other} would be first, not ${first}.`;
}

/**
 * The actors with the highest score.
 * @param {(number|null)[]} scores
 */
function listFirst(scores) {
  const highest = scores.reduce(
    (/** @type {number} */ most, score) => Math.max(most, score ?? -Infinity),
    -Infinity,
  );
  return [...scores.keys()].filter((actor) => scores[actor] === highest);
}

/**
 * A voice, as core/voices.js writes it, in the words of a reader.
 * @param {Network} network
 * @param {string} voice
 */
function nameVoice({ sourceById }, voice) {
  const at = voice.indexOf(" ");
  const [kind, name] = [voice.slice(0, at), voice.slice(at + 1)];
  const title = kind === "source" ? sourceById.get(name)?.title || name : name;
  return kind === "host" ? title : `"${shortenMiddle(title, LONGEST_NAME)}"`;
}

/**
 * @param {number} number
 * @param {string} sign
 */
function countRelations(number, sign) {
  const noun = number === 1 ? "relation is" : "relations are";
  return `${formatWhole(number)} ${sign} ${noun}`;
}
