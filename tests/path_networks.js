/** Networks with several paths, and the paths between two of their actors. */
import { findPaths } from "../explorer/page/assets/core/paths.js";

/** a - b - d and a - c - d: the smallest network with two shortest paths. */
export const DIAMOND = {
  actors: ["a", "b", "c", "d", "e"],
  relations: ["a ally b", "a ally c", "b ally d", "c ally d"],
};

const SIXTY = Array.from({ length: 60 }, (_, at) => at);

/** 60 diamonds in a row, from j0 to j60: 2 to the power of 60 shortest paths. */
export const DIAMOND_CHAIN = {
  actors: ["j0", ...SIXTY.flatMap((at) => [`u${at}`, `v${at}`, `j${at + 1}`])],
  relations: SIXTY.flatMap((at) =>
    ["u", "v"].flatMap((way) => [`j${at} ally ${way}${at}`, `${way}${at} ally j${at + 1}`]),
  ),
};

/** Finds the paths between two actors that are named by their ids. */
export function findPathsById(network, source, target, options) {
  const [from, to] = [source, target].map((id) => network.actorById.get(id).index);
  return findPaths(network, from, to, options);
}
