/**
 * Who says what: at the end of a sentence, in a step of a path, and about what is contested. The
 * same words as in the engine's graph/data/claim_words.py.
 */
import { formatWhole } from "./counts.js";
import { findClaims } from "./claims.js";
import { joinWithAnd, shortenMiddle } from "./text.js";

const MOST_NAMES = 3;
/** Characters of each name: a row of one relation is told with the names of others. */
export const LONGEST_NAME = 80;
const DOUBTFUL_BASES = ["inferred", "alleged"];
const ADDRESS = /^https?:\/\/(?:[^\s/?#]*@)?(?:www\.)?([^\s/?#@:]+)(?::[0-9]*)?(?:[/?#]\S*)?$/i;

/**
 * How a sentence ends: on what a row rests, and who says so.
 *
 * @param {{disputes: boolean, claimant: string, basis: Basis}} relation
 * @returns {string[]} [", alleged by ", "A"], [", inferred"] or [""]
 */
export function splitClaim({ disputes, claimant, basis }) {
  let words = basis === "stated" ? "" : `, ${basis}`;
  if (disputes) words += ", disputed";
  if (!claimant) return [words];
  const name = shortenMiddle(claimant);
  if (!words) return [", according to ", name];
  return [`${words} ${words === ", inferred" ? "from the words of" : "by"} `, name];
}

/**
 * What a step of a path says in brackets of relations that read alike. Where any of them is stated
 * by its sources alone, the step needs no word about the others. The sides of what is contested are
 * named where a row has a claimant; lists name them always.
 *
 * @param {Network} network
 * @param {Relation[]} relations those with one wording and one standing
 * @param {Claims} claims
 * @returns {string} such as "alleged by A"; may be empty
 */
export function markStep(network, relations, claims) {
  const standing = claims[relations[0].index];
  if (standing === "contested") {
    const isNamed = findClaims(network, relations[0]).some(
      ({ claimant, index }) => claimant && claims[index] === "contested",
    );
    const sides = isNamed ? `: ${describeSides(network, relations[0], claims)}` : "";
    return addBases(`contested${sides}`, relations);
  }
  if (standing === "disputed") return addBases(addNames("disputed", relations), relations);
  const stated = relations.filter(({ basis }) => basis === "stated");
  if (stated.length) {
    return stated.every(({ claimant }) => claimant)
      ? `according to ${joinNames(stated.map(({ claimant }) => claimant))}`
      : "";
  }
  return DOUBTFUL_BASES.map((basis) => ({
    basis,
    rows: relations.filter((row) => row.basis === basis),
  }))
    .filter(({ rows }) => rows.length)
    .map(({ basis, rows }) => addNames(basis, rows))
    .join(", ");
}

/**
 * Who asserts and who disputes a contested relation: the claimant of a row, else the authors or
 * titles of its sources.
 *
 * @param {Network} network
 * @param {Relation} relation
 * @param {Claims} claims
 * @returns {string} "asserted by A, disputed by B"; empty where it is not contested
 */
export function describeSides(network, relation, claims) {
  if (claims[relation.index] !== "contested") return "";
  const rows = findClaims(network, relation).filter(({ index }) => claims[index] === "contested");
  return [false, true]
    .map((disputes) => {
      const named = rows.filter((row) => row.disputes === disputes).map(nameSide);
      const unnamed = named.filter((names) => !names.length).length;
      const others = unnamed === 1 ? "one row" : `${formatWhole(unnamed)} rows`;
      const names = [...named.flat(), ...(unnamed ? [others] : [])];
      return `${disputes ? "disputed" : "asserted"} by ${joinNames(names)}`;
    })
    .join(", ");
}

/**
 * The id of the actor who says so, else the words; empty where nobody is named.
 *
 * @param {{actors: Actor[]}} network
 * @param {Relation} relation
 */
export function getClaimantId({ actors }, { claimant, claimantActor }) {
  return claimantActor === null ? claimant : actors[claimantActor].id;
}

/**
 * The host of a web address, without "www."; empty for any other text. Who logs in, the port and a
 * dot at the end do not count.
 *
 * @param {string} text
 */
export function findHost(text) {
  return ADDRESS.exec(text)?.[1].toLowerCase().replace(/\.+$/, "") ?? "";
}

/**
 * Names, each once, with commas and "and"; many, and long ones, are shortened.
 *
 * @param {string[]} names
 * @returns {string} "A, B, C and 2 others"
 */
export function joinNames(names) {
  const unique = [...new Set(names)];
  const hidden = unique.length - MOST_NAMES;
  if (hidden > 1) unique.splice(MOST_NAMES, hidden, `${formatWhole(hidden)} others`);
  const short = unique.map((name) => shortenMiddle(name, LONGEST_NAME));
  return joinWithAnd(short);
}

/**
 * Words behind what the relations rest on, unless one of them is stated.
 * @param {string} words
 * @param {Relation[]} relations
 */
function addBases(words, relations) {
  const bases = new Set(relations.map(({ basis }) => /** @type {string} */ (basis)));
  const doubtful = bases.has("stated") ? [] : DOUBTFUL_BASES.filter((basis) => bases.has(basis));
  return [...doubtful, words].join(", ");
}

/**
 * @param {string} words
 * @param {Relation[]} relations
 */
function addNames(words, relations) {
  const names = joinNames(relations.map(({ claimant }) => claimant).filter(Boolean));
  const by = words === "inferred" ? "from the words of" : "by";
  return names ? `${words} ${by} ${names}` : words;
}

/** @param {Relation} relation */
function nameSide({ claimant, references }) {
  return claimant ? [claimant] : references.map(nameReference);
}

/** @param {Reference} reference */
function nameReference({ source, text = "" }) {
  if (!source) return findHost(text) || text;
  return source.author || (source.title ? `"${source.title}"` : source.id);
}
