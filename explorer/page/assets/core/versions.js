/** Two versions of the data in one page: which rows each has, and what changed rows were. */
import { judgeClaims } from "./claims.js";
import { forgetLifetimes } from "./lifetimes.js";
import { unpackColumn } from "./packed_columns.js";
import { forgetSpellings } from "./spellings.js";

/**
 * What can be shown; the first is what the page opens with.
 * @type {Version[]}
 */
export const VERSIONS = ["both", "before", "after"];

/**
 * How a row may have changed, in the order of the numbers that stand for it in the page's document.
 * @type {Change[]}
 */
export const CHANGES = ["same", "removed", "added", "changed"];

const ACTOR_VALUES = [
  "name",
  "kind",
  "aliases",
  "description",
  "start",
  "end",
  "references",
  "attributes",
];
const RELATION_VALUES = [
  "start",
  "end",
  "weight",
  "confidence",
  "grade",
  "disputes",
  "claimant",
  "claimantActor",
  "basis",
  "over",
  "planned",
  "references",
  "note",
  "attributes",
];

/** @typedef {{actors: Actor[], relations: Relation[]}} Rows */

/**
 * Gives every row its change, and the changed ones the fields that differ.
 *
 * @param {PackedComparison} comparison
 * @param {Rows} rows
 * @param {Rows} earlier the changed ones, as they were
 * @returns {Versions}
 */
export function readVersions(comparison, rows, earlier) {
  const { before, after, actors, relations } = comparison;
  const changed = [
    ...readChanges(actors, rows.actors, earlier.actors, ACTOR_VALUES),
    ...readChanges(relations, rows.relations, earlier.relations, RELATION_VALUES),
  ];
  return { shown: VERSIONS[0], before, after, changed };
}

/**
 * @param {PackedChanges} changes
 * @param {NetworkRow[]} rows
 * @param {NetworkRow[]} earlier
 * @param {string[]} names
 * @returns {ChangedRow[]}
 */
function readChanges({ changes, changed, fields }, rows, earlier, names) {
  unpackColumn(changes, rows.length).forEach((change, index) => {
    rows[index].change = CHANGES[change];
  });
  return changed.map((index, i) => {
    const row = rows[index];
    if (fields[i].length) {
      row.fields = fields[i].map(([field, before, after]) => ({ field, before, after }));
    }
    return { row, names, before: earlier[i], after: { ...row } };
  });
}

/**
 * Gives the changed rows the values that they have in a version; in both, those of the later one.
 *
 * @param {Network} network
 * @param {Version} version one of `VERSIONS`
 * @returns {boolean} whether any row has other values now
 */
export function showVersion(network, version) {
  const { versions } = network;
  if (!versions || versions.shown === version) return false;
  const [was, now] = [versions.shown, version].map((one) => one === "before");
  versions.shown = version;
  if (was === now) return false;
  for (const { row, names, before, after } of versions.changed) {
    for (const name of names) row[name] = (now ? before : after)[name];
  }
  forgetSpellings(network);
  forgetLifetimes(network);
  return true;
}

/**
 * Whether a version has a row at all.
 *
 * @param {{change?: Change}} row
 * @param {Version} version
 * @returns {boolean}
 */
export function isInVersion({ change }, version) {
  return (
    !(version === "before" && change === "added") && !(version === "after" && change === "removed")
  );
}

/**
 * The relations that a path may walk: where both versions are shown, those of the later one, as no
 * path leads through two.
 *
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation kept
 * @param {Version} version
 * @returns {Uint8Array}
 */
export function maskForPaths(network, mask, version) {
  const isUnion = network.versions && version === VERSIONS[0];
  return isUnion ? maskVersion(network.relations, mask, "after") : mask;
}

/**
 * How each relation stands among the rows of its own version: one that was removed among the
 * earlier ones.
 *
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation kept
 * @param {Version} version
 * @returns {Claims}
 */
export function judgeShownClaims(network, mask, version) {
  if (!network.versions || version !== VERSIONS[0]) return judgeClaims(network, mask);
  const before = judgeClaims(network, maskVersion(network.relations, mask, "before"));
  const after = judgeClaims(network, maskVersion(network.relations, mask, "after"));
  return network.relations.map(
    ({ index, change }) => (change === "removed" ? before : after)[index],
  );
}

/**
 * The selected rows that a version has.
 *
 * @param {NetworkRow[]} rows
 * @param {Uint8Array} mask 1 for each row selected
 * @param {Version} version
 * @returns {Uint8Array}
 */
export function maskVersion(rows, mask, version) {
  return mask.map((kept, index) => (kept && isInVersion(rows[index], version) ? 1 : 0));
}

/**
 * How a row differs between the versions, in words.
 *
 * @param {{change?: Change, fields?: FieldChange[]}} row
 * @returns {string} "" where it does not; else such as "added" or "changed: weight: 2, was 1"
 */
export function describeChange({ change, fields = [] }) {
  if (!change || change === "same") return "";
  return fields.length ? `changed: ${fields.map(describeField).join("; ")}` : change;
}

/**
 * @param {FieldChange} change
 * @returns {string} as the terminal says it: "end: 2022, was blank"
 */
export function describeField({ field, before, after }) {
  return `${field}: ${after || "blank"}, was ${before || "blank"}`;
}
