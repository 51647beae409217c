/**
 * The tensions on a path, and what they make of its two ends; the words are those of
 * `graph/analysis/paths/path_sign.py`.
 */
import { formatWhole } from "./counts.js";
import { joinWithAnd, shortenMiddle } from "./text.js";

const MOST_OPPONENTS = 3; // named

/**
 * The actors between two negative steps: those before and after them both oppose them.
 *
 * @param {Network} network
 * @param {number[]} actors
 * @param {number[]} negative the numbers of the negative steps, from 1
 * @returns {Actor[]}
 */
export function findSharedOpponents(network, actors, negative) {
  return negative
    .filter((step) => negative.includes(step + 1))
    .map((step) => network.actors[actors[step]]);
}

/**
 * How many tensions a path of several steps crosses, and that they make no alliance.
 *
 * @param {Support} support
 * @returns {string}
 */
export function describeTensions({ stepCount, sign, negativeSteps, sharedOpponents }) {
  const count = negativeSteps.length;
  if (!count || stepCount === 1) return "";
  if (count === 1) return `It crosses one tension, at step ${formatWhole(negativeSteps[0])}.`;
  const numbers = joinWithAnd(negativeSteps.map(formatWhole));
  const crossed = `It crosses ${formatWhole(count)} tensions, at steps ${numbers}`;
  if (sharedOpponents.length) {
    return `${crossed}: ${nameOpponents(sharedOpponents)}, which makes no alliance.`;
  }
  return sign === "+" ? `${crossed}; that makes no alliance.` : `${crossed}.`;
}

/** @param {Actor[]} opponents */
function nameOpponents(opponents) {
  const names = opponents.slice(0, MOST_OPPONENTS).map(({ name }) => shortenMiddle(name));
  const more = opponents.length - names.length;
  if (more) names.push(`${formatWhole(more)} more`);
  const be = names.length === 1 ? "is a shared opponent" : "are shared opponents";
  return `${joinWithAnd(names)} ${be}`;
}
