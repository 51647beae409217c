/** Who stands with whom, as Python found it in the whole network. */
import { formatCount, formatWhole } from "./counts.js";
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
 * Who is in each camp, who is undecided, and who is in none: what there is of these.
 * @param {Camps} camps
 * @returns {{key: string, title: string, colour: number, actors: number[], apart: number[]}[]}
 *   members, and apart from them places and assets
 */
export function listCampParts({ numberOf, names, counts, undecided, unplaced, apart }) {
  const isApart = new Set(apart);
  const parts = names.map((name, i) => {
    const all = [...numberOf.keys()].filter((actor) => numberOf[actor] === i + 1);
    return {
      key: String(i + 1),
      title: `Camp ${i + 1}: ${name} (${formatCount(counts[i], "actor")})`,
      colour: findCampColour(i + 1),
      actors: all.filter((actor) => !isApart.has(actor)),
      apart: all.filter((actor) => isApart.has(actor)),
    };
  });
  const rest = { colour: findCampColour(null), apart: [] };
  const others = [
    {
      ...rest,
      key: "undecided",
      title: `Undecided (${formatWhole(undecided.length)})`,
      actors: undecided,
    },
    {
      ...rest,
      key: "none",
      title: `In no camp (${formatWhole(unplaced.length)})`,
      actors: unplaced,
    },
  ];
  return [...parts, ...others].filter((part) => part.actors.length + part.apart.length);
}

/**
 * Who is in a camp, or on its side, and grey for having ended long ago.
 * @param {Camps} camps
 */
export function listPastMembers({ numberOf, past }) {
  return past.filter((actor) => numberOf[actor] !== null);
}

/**
 * Where an actor stands.
 * @param {Camps} camps
 * @param {number} actor
 * @returns {[string, string]|null} words, and those that lead to the camps; null for a place or an
 *   asset on no side
 */
export function describeSide({ numberOf, short_names, apart, undecided, unplaced }, actor) {
  const number = numberOf[actor];
  if (number !== null) {
    const camp = `camp ${number}: ${short_names[number - 1]}`;
    return [apart.includes(actor) ? "On the side of " : "In ", camp];
  }
  if (undecided.includes(actor)) return ["Undecided ", "between the camps"];
  return unplaced.includes(actor) ? ["In ", "no camp"] : null;
}

/**
 * What stands in tension, by title; where not all are listed, the last title says how many are.
 * @param {Camps} camps
 * @returns {{title: string, items: {actors: number[], sentence: string, support?: string}[]}[]}
 */
export function listTensions({ findings, tensions, tension_count, triangles, triangle_count }) {
  const listed = tensions.reduce((sum, { items }) => sum + items.length, 0);
  return [
    { title: "Against their own side", items: findings },
    ...tensions.map(({ title, items }, i) => ({
      title: i === tensions.length - 1 ? title + saySome(listed, tension_count) : title,
      items,
    })),
    {
      title: `Unbalanced triangles${saySome(triangles.length, triangle_count)}`,
      items: triangles,
    },
  ].filter(({ items }) => items.length);
}

/** @param {number} listed @param {number} all */
function saySome(listed, all) {
  return listed < all ? ` (${formatWhole(listed)} of ${formatWhole(all)} are listed)` : "";
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
