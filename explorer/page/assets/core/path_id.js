/** The id of a path, made of the ids of its relations: `graph/analysis/paths/path_id.py`. */

const MOST_RELATIONS = 10; // of one step

/**
 * @param {Network} network
 * @param {Step[]} steps
 * @returns {string} "" for a path without a step
 */
export function formatPathId(network, steps) {
  const words = steps.map(({ source, relations }) =>
    relations
      .map((index) => network.relations[index])
      .map((relation) => ({ name: escapeId(relation.id), back: relation.source !== source }))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .slice(0, MOST_RELATIONS)
      .map(({ name, back }) => (back ? "~" : "") + name)
      .join(","),
  );
  return words.length ? `path:${words.join(".")}` : "";
}

/** @param {string} text */
function escapeId(text) {
  return encodeURIComponent(text).replace(
    /[.!~*'()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
