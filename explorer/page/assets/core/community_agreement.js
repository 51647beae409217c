/**
 * How far several tries to find communities agree, in the words of the engine's
 * graph/analysis/community_agreement.py.
 */
import { formatWhole } from "./counts.js";

/** Modularities that differ by less are one. */
const SAME = 1e-9;
/** How many actors that move between tries are named. */
const MOST_NAMED = 5;

/**
 * @param {import("./leiden.js").Try[]} tries several, the best first
 * @param {(node: number) => string} nameOf
 * @returns {string} empty where all found the same
 */
export function describeAgreement(tries, nameOf) {
  const { length } = tries;
  const words = tries.map(({ membership }) => membership.join());
  const distinct = new Map(words.map((word, place) => [word, tries[place].modularity]));
  if (distinct.size < 2) return "";
  const agreeing = words.filter((word) => word === words[0]).length;
  const best = [...distinct.values()].filter((each) => each >= tries[0].modularity - SAME).length;
  const moves = countMoves(tries);
  const stable = 1 - moves.reduce((sum, each) => sum + each) / (moves.length * length);
  const share = stable < 0.995 ? `${Math.floor(100 * stable + 0.5)} %` : "more than 99 %";
  const moving = [...moves.keys()].filter((node) => moves[node]);
  moving.sort((one, other) => moves[other] - moves[one] || one - other);
  const named = moving
    .slice(0, MOST_NAMED)
    .map((node) => `${nameOf(node)} (${moves[node]} of ${length})`);
  const rest = moving.length - named.length;
  const others = ` and ${formatWhole(rest)} other${rest === 1 ? "" : "s"}`;
  return (
    `The search ran ${length} times: ${agreeing} of the runs found these communities, the others ` +
    `found some with a modularity of at least ${tries[length - 1].modularity.toFixed(3)}. ` +
    `They found ${distinct.size} different partitions, ${best > 1 ? best : "one"} of them with ` +
    `the highest modularity; on average ${share} of the actors stay in the same ` +
    `community. In another community in other runs: ${named.join(", ")}${rest ? others : ""}.`
  );
}

/**
 * In how many tries each node is in another community than in the best.
 * @param {import("./leiden.js").Try[]} tries
 */
function countMoves([{ membership: best }, ...tries]) {
  const moves = best.map(() => 0);
  for (const { membership } of tries) {
    const [forth, back] = [findMost(best, membership), findMost(membership, best)];
    best.forEach((own, node) => {
      const other = membership[node];
      if (forth[own] !== other || back[other] !== own) moves[node] += 1;
    });
  }
  return moves;
}

/**
 * The community of the other partition where most of each community of the one is.
 * @param {number[]} one
 * @param {number[]} other
 */
function findMost(one, other) {
  /** @type {number[][]} */
  const counts = [];
  one.forEach((community, node) => {
    const row = (counts[community] ??= []);
    row[other[node]] = (row[other[node]] ?? 0) + 1;
  });
  return counts.map((row) => row.indexOf(Math.max(...row.filter(Boolean))));
}
