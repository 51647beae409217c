/** How sure ranks are, as Python measured it in the whole network. */
import { formatWhole } from "./counts.js";

const ENDINGS = ["th", "st", "nd", "rd"];

/** @param {number} rank */
export function formatOrdinal(rank) {
  const isTeen = rank % 100 > 10 && rank % 100 < 14;
  return `${formatWhole(rank)}${isTeen ? "th" : (ENDINGS[rank % 10] ?? "th")}`;
}

/**
 * The ranks of an actor in nine of ten draws, how far it falls, and without what it has no rank.
 * @param {RankDoubt} doubt
 * @param {string} measure
 * @param {number} actor
 */
export function describeRankDoubt({ measures, omissions }, measure, actor) {
  const { best, worst, falls_to: fallsTo, without, missing } = measures[measure];
  const [first, last] = [best[actor], worst[actor]];
  const drawn = formatOrdinal(first) + (first === last ? "" : ` to ${formatOrdinal(last)}`);
  const cause = without[actor];
  const phrases = [
    cause === null ? "" : `falls to ${formatOrdinal(fallsTo[actor])} without ${omissions[cause]}`,
    missing[actor] ? `no rank without ${missing[actor]}` : "",
  ];
  return [drawn, ...phrases.filter(Boolean)].join("; ");
}

/**
 * Where a whisker begins and ends, as shares of the longest bar: at the scores that have the worst
 * and the best rank in the network as it is.
 * @param {RankDoubt} doubt
 * @param {Measure} measure
 * @param {number} actor
 * @returns {[number, number]}
 */
export function measureWhisker({ measures }, { id, scores }, actor) {
  const ordered = scores.map((score) => score ?? 0).sort((a, b) => b - a);
  const { best, worst } = measures[id];
  const top = ordered[0] || 1;
  return [ordered[worst[actor] - 1] / top, ordered[best[actor] - 1] / top];
}
