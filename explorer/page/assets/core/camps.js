/** Who stands with whom, as Python found it in the whole network. */
import { unpackColumn } from "./packed_columns.js";

/** The places of the colours of the camps among those of communities; they can be told apart. */
export const CAMP_COLOURS = [5, 0];
const REST = 8; // the colour of whoever is in no camp

/**
 * @param {PackedCamps|undefined} packed
 * @param {number} n how many actors there are
 * @returns {Camps|null}
 */
export function readCamps(packed, n) {
  if (!packed) return null;
  const { number, ...camps } = packed;
  return { ...camps, numberOf: unpackColumn(number, n) };
}

/**
 * The place of the colour of a camp, or of whoever is in none.
 * @param {number|null} number
 */
export function findCampColour(number) {
  return number === null ? REST : CAMP_COLOURS[number - 1];
}

/**
 * The question that brings forward all relations among some actors.
 * @param {Network} network
 * @param {number[]} actors two or more
 */
export function askAmong({ actors: all }, actors) {
  const names = actors.map((i) => `"${all[i].id}"`);
  return names
    .flatMap((one, i) => names.slice(i + 1).map((other) => `${one} any ${other}`))
    .join("; ");
}
