/** A graph on one level of the Leiden method: see `leiden.js`. */

/**
 * A graph whose nodes stand for one node or several: `weights` are those of the edges to the
 * neighbours, `strengths` the sums of the edges' ends.
 * @typedef {object} Level
 * @property {ArrayLike<number>[]} neighbours
 * @property {ArrayLike<number>[]} weights
 * @property {ArrayLike<number>} strengths
 * @property {number} total of the strengths
 */

/**
 * Adds up the weights of a node's edges by community: `list` has the communities in the order of
 * the neighbours, `weights` the sum of each.
 * @param {number} count
 */
export function createLinks(count) {
  const weights = new Float64Array(count);
  /** @type {number[]} */
  let list = [];
  return {
    weights,
    get list() {
      return list;
    },
    /**
     * @param {Level} level
     * @param {number} node
     * @param {ArrayLike<number>} groups
     * @param {number[]} [within] only neighbours in the node's community of these count
     */
    sum(level, node, groups, within) {
      for (const group of list) weights[group] = 0;
      list = [];
      const near = level.neighbours[node];
      for (let entry = 0; entry < near.length; entry++) {
        const other = near[entry];
        if (within && within[other] !== within[node]) continue;
        const group = groups[other];
        if (!weights[group]) list.push(group);
        weights[group] += level.weights[node][entry];
      }
    },
  };
}

/**
 * The graph whose nodes are the parts.
 * @param {Level} level
 * @param {number[]} parts numbered by their first nodes
 * @param {number} count of them
 * @returns {Level}
 */
export function mergeNodes(level, parts, count) {
  /** @type {Map<number, number>[]} */
  const links = Array.from({ length: count }, () => new Map());
  const strengths = new Float64Array(count);
  parts.forEach((part, node) => {
    strengths[part] += level.strengths[node];
    const near = level.neighbours[node];
    for (let entry = 0; entry < near.length; entry++) {
      const other = parts[near[entry]];
      if (other === part) continue;
      links[part].set(other, (links[part].get(other) ?? 0) + level.weights[node][entry]);
    }
  });
  return {
    neighbours: links.map((each) => [...each.keys()]),
    weights: links.map((each) => [...each.values()]),
    strengths,
    total: level.total,
  };
}

/**
 * The modularity, times the square of the sum of all strengths: a whole number.
 * @param {Level} level
 * @param {number[]} membership
 */
export function measureQuality({ neighbours, strengths, total }, membership) {
  const sums = new Float64Array(membership.length);
  let within = 0;
  membership.forEach((community, node) => {
    sums[community] += strengths[node];
    const near = neighbours[node];
    for (let entry = 0; entry < near.length; entry++) {
      if (membership[near[entry]] === community) within += 1;
    }
  });
  return total * within - sums.reduce((all, each) => all + each * each, 0);
}
