/** Who stands elsewhere after a change, as in the engine's graph/comparison/consequences.py. */
import { formatWhole } from "./counts.js";
import { joinWithAnd, shortenMiddle } from "./text.js";

/** @import { Division } from "./camp_division.js" */

const FOREMOST = 3; // members by which a camp is named
const MATCHED =
  "A camp after has the number of the camp before with which it shares the most actors.";

/**
 * The actors of both that stand elsewhere, by the camps of the one before.
 *
 * @param {Network} network
 * @param {Division} before
 * @param {Division} after
 * @returns {Consequence[]}
 */
export function compareCamps(network, before, after) {
  const earlier = listSides(
    before,
    before.camps.map((_, i) => `camp ${formatWhole(i + 1)}`),
  );
  const later = listSides(after, nameLater(network, before, after));
  return [...earlier]
    .filter(([actor, side]) => later.has(actor) && later.get(actor) !== side)
    .map(([actor, side]) => ({
      topic: "camps",
      actor,
      label: network.actors[actor].name,
      before: side,
      after: later.get(actor) ?? "",
    }));
}

/**
 * Which camp is which.
 * @param {Network} network
 * @param {Division} before
 */
export function describeCamps(network, { camps }) {
  const names = camps.map((camp, i) => `Camp ${formatWhole(i + 1)}: ${nameCamp(network, camp)}`);
  return [names.join("; "), MATCHED].filter(Boolean).join(". ");
}

/**
 * The side of each actor.
 * @param {Division} division
 * @param {string[]} names of the camps
 * @returns {Map<number, string>}
 */
function listSides({ camps, undecided, unplaced }, names) {
  /** @type {[name: string, actors: number[]][]} */
  const groups = [
    ...camps.map((camp, i) => /** @type {[string, number[]]} */ ([names[i], camp])),
    ["undecided", undecided],
    ["in no camp", unplaced],
  ];
  return new Map(
    groups.flatMap(([name, actors]) =>
      actors.map((actor) => /** @type {[number, string]} */ ([actor, name])),
    ),
  );
}

/**
 * For each later camp the name of the earlier one with which it shares most actors.
 * @param {Network} network
 * @param {Division} before
 * @param {Division} after
 */
function nameLater(network, before, after) {
  const shared = after.camps.flatMap((later, index) =>
    before.camps.map((earlier, number) => ({
      index,
      number,
      overlap: earlier.filter((actor) => later.includes(actor)).length,
    })),
  );
  shared.sort((a, b) => b.overlap - a.overlap || a.index - b.index || a.number - b.number);
  /** @type {Map<number, number>} */
  const numberOf = new Map();
  for (const { index, number, overlap } of shared) {
    const isFree = !numberOf.has(index) && ![...numberOf.values()].includes(number);
    if (overlap && isFree) numberOf.set(index, number);
  }
  return after.camps.map((camp, index) => {
    const number = numberOf.get(index);
    if (number === undefined) return `a new camp (${nameCamp(network, camp)})`;
    return `camp ${formatWhole(number + 1)}`;
  });
}

/**
 * @param {Network} network
 * @param {number[]} members
 */
export function nameCamp({ actors }, members) {
  return joinWithAnd(members.slice(0, FOREMOST).map((actor) => shortenMiddle(actors[actor].name)));
}
