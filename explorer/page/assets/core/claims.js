/** Several rows may make the same claim, or deny it. */

const ASSERTED = 1;
const DISPUTED = 2;
/** @type {Standing[]} */
const CLAIM_STATES = ["stands", "stands", "disputed", "contested"];

/**
 * How each relation stands among the rows that are kept: rows with the same type and the same pair
 * (in either order when the type is mutual) are claims of one relation. A row left out is judged by
 * itself.
 *
 * @param {Network} network
 * @param {Uint8Array} [mask] 1 for each relation kept; all of them when left out
 * @returns {Claims} one for each relation
 */
export function judgeClaims(network, mask) {
  /** @type {Map<RelationType, Map<number, number>>} */
  const votes = new Map(network.types.map((type) => [type, new Map()]));
  /** @param {Relation} relation */
  const isSelected = ({ index }) => mask === undefined || mask[index] === 1;
  for (const relation of network.relations.filter(isSelected)) {
    const ofType = votes.get(relation.type);
    const pair = makePairKey(network, relation);
    ofType?.set(pair, (ofType.get(pair) ?? 0) | readStance(relation));
  }
  return network.relations.map((relation) => {
    const vote = isSelected(relation)
      ? votes.get(relation.type)?.get(makePairKey(network, relation))
      : undefined;
    return CLAIM_STATES[vote ?? readStance(relation)];
  });
}

/**
 * Every row that speaks of the same type and the same pair as this one.
 *
 * @param {Network} network
 * @param {Relation} relation
 * @returns {Relation[]} in row order, the relation itself among them
 */
export function findClaims(network, relation) {
  const pair = makePairKey(network, relation);
  const ties = network.ties[relation.source].map((index) => network.relations[index]);
  return ties.filter(
    (other) => other.type === relation.type && makePairKey(network, other) === pair,
  );
}

/**
 * Relations in their order, but each behind the first that speaks of the same type and the same
 * pair.
 *
 * @param {Network} network
 * @param {Relation[]} relations
 * @returns {Relation[]}
 */
export function groupClaims(network, relations) {
  const byClaim = new Map();
  for (const relation of relations) {
    const claim = `${relation.type.id} ${makePairKey(network, relation)}`;
    byClaim.set(claim, [...(byClaim.get(claim) ?? []), relation]);
  }
  return [...byClaim.values()].flat();
}

/** @param {Relation} relation */
function readStance(relation) {
  return relation.disputes ? DISPUTED : ASSERTED;
}

/**
 * @param {Network} network
 * @param {Relation} relation
 */
function makePairKey(network, { source, target, type }) {
  const [first, second] = type.mutual && target < source ? [target, source] : [source, target];
  return first * network.actors.length + second;
}
