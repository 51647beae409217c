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
  if (!network.relations.some(({ disputes }) => disputes)) {
    return network.relations.map(() => CLAIM_STATES[ASSERTED]);
  }
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
 * What is the same for all relations of one type and one pair.
 *
 * @param {Network} network
 * @param {Relation} relation
 * @returns {string}
 */
export function makeClaimKey(network, relation) {
  return `${makePairKey(network, relation)} ${relation.type.id}`;
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
  return groupRelations(relations, (relation) => makeClaimKey(network, relation)).flat();
}

/**
 * Relations in groups with one key, in the order of the first of each.
 *
 * @param {Relation[]} relations
 * @param {(relation: Relation) => string} makeKey
 * @returns {Relation[][]}
 */
export function groupRelations(relations, makeKey) {
  /** @type {Map<string, Relation[]>} */
  const groups = new Map();
  for (const relation of relations) {
    const key = makeKey(relation);
    const group = groups.get(key);
    if (group) group.push(relation);
    else groups.set(key, [relation]);
  }
  return [...groups.values()];
}

/**
 * Relations in their order, those of a mutual type that are listed both ways once: rows with the
 * same type, pair, stance and sentence. The first of them has the references, notes and own columns
 * of all, and the highest confidence.
 *
 * @param {Relation[]} relations
 * @returns {Relation[]} with `claimCount` where a relation stands for several rows
 */
export function mergeMutual(relations) {
  const merged = groupRelations(relations, makeMutualKey).flatMap((rows) =>
    new Set(rows.map(({ source }) => source)).size === 1
      ? rows.map((row) => ({ row, relation: row }))
      : [{ row: rows[0], relation: mergeRows(rows) }],
  );
  const place = new Map(relations.map((relation, i) => [relation, i]));
  /** @param {{row: Relation}} entry */
  const order = ({ row }) => place.get(row) ?? 0;
  return merged.sort((one, other) => order(one) - order(other)).map(({ relation }) => relation);
}

/** @param {Relation} relation */
function makeMutualKey({ index, source, target, type, start, end, ...row }) {
  if (!type.mutual || source === target) return String(index);
  const ends = [Math.min(source, target), Math.max(source, target)];
  const claim = [row.over, row.disputes, row.claimant, row.basis];
  return JSON.stringify([type.id, ...ends, start, end, ...claim, row.weight]);
}

/**
 * @param {Relation[]} rows
 * @returns {Relation}
 */
function mergeRows(rows) {
  /** @param {Relation} row */
  const rate = ({ confidence }) => confidence ?? -1;
  const best = rows.reduce((one, other) => (rate(other) > rate(one) ? other : one));
  const cited = new Map(
    rows.flatMap(({ references }) => references).map((each) => [each.source ?? each.text, each]),
  );
  /** @type {Map<string, string>} */
  const attributes = new Map();
  for (const name of new Set(rows.flatMap((row) => [...row.attributes.keys()]))) {
    attributes.set(name, joinTexts(rows.map((row) => row.attributes.get(name) ?? "")));
  }
  return {
    ...rows[0],
    references: [...cited.values()],
    note: joinTexts(rows.map(({ note }) => note)),
    attributes,
    confidence: best.confidence,
    grade: best.grade,
    claimCount: rows.length,
  };
}

/** @param {string[]} texts */
function joinTexts(texts) {
  return [...new Set(texts.filter(Boolean))].join("; ");
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
