/**
 * Actors folded with their parts, and folded communities: each is drawn as one mark, to which the
 * relations of all that is in it lead. Nothing is added up anew: every relation stays what it is.
 */

/**
 * The types whose source is a part of the target. Being located somewhere makes nobody a part of
 * it: an army abroad is no part of that country.
 */
const PART_TYPES = new Set(["part_of", "member_of"]);

/** @type {WeakMap<Selected, Map<number, number[]>>} */
const LAST_PARTS = new WeakMap();

/**
 * The parts of each actor that has any, in row order, by the relations that the filters select and
 * that do not dispute. What was a part only counts where a date is asked.
 *
 * @param {Network} network
 * @param {Selected} kept
 * @returns {Map<number, number[]>}
 */
export function listParts({ relations }, kept) {
  const known = LAST_PARTS.get(kept);
  if (known) return known;
  /** @type {Map<number, number[]>} */
  const parts = new Map();
  for (const { index, source, target, type, disputes, over } of relations) {
    if (!PART_TYPES.has(type.id) || !kept.mask[index] || disputes || source === target) continue;
    if (over && !kept.states) continue;
    const own = parts.get(target);
    if (!own) parts.set(target, [source]);
    else if (!own.includes(source)) own.push(source);
  }
  LAST_PARTS.set(kept, parts);
  return parts;
}

/**
 * An actor's parts, and theirs.
 *
 * @param {Map<number, number[]>} parts
 * @param {number} actor
 * @returns {number[]}
 */
export function listAllParts(parts, actor) {
  const reached = new Set([actor]);
  for (const one of reached) for (const part of parts.get(one) ?? []) reached.add(part);
  reached.delete(actor);
  return [...reached];
}

/**
 * What is folded in a state. What has an actor of the path inside is drawn open.
 *
 * @param {Network} network
 * @param {Selected} kept
 * @param {State} state
 * @param {ShownAnswer} [shown] the path that is shown, or what answers a question
 * @param {Folds} [before]
 * @returns {Folds}
 */
export function findFolds(network, kept, { fold, foldCommunity }, shown, before) {
  const { numberOf } = network.communities;
  const key = [kept, fold, foldCommunity, shown, foldCommunity.size ? numberOf : null];
  if (before && key.every((part, i) => part === before.key[i])) return before;
  const plain = { key, network, host: null, insides: new Map() };
  if (!fold.size && !foldCommunity.size) return plain;
  const folded = { fold, foldCommunity };
  const { host, communities } = findHosts(network, kept, folded, shown?.actors ?? []);
  const insides = countInsides(network, kept, host, communities);
  if (!insides.size) return plain;
  return { key, network: leadToHosts(network, host, insides), host, insides };
}

/**
 * The actor whose mark stands for an actor.
 * @param {Folds} folds
 * @param {number} actor
 */
export function findHost({ host }, actor) {
  return host ? host[actor] : actor;
}

/**
 * What is selected, as it may be drawn: no actor that is in another, and no relation inside one.
 * @param {Folds} folds
 * @param {Selected} kept
 * @returns {Selected}
 */
export function foldSelected({ network, host, insides }, kept) {
  if (!host) return kept;
  const isInside = (/** @type {number} */ i) => {
    const { source, target } = network.relations[i];
    return source === target && insides.has(source);
  };
  return {
    ...kept,
    actors: kept.actors.map((one, i) => (host[i] === i ? one : 0)),
    mask: kept.mask.map((one, i) => (isInside(i) ? 0 : one)),
    foremost: kept.foremost && new Set([...kept.foremost].map((i) => host[i])),
  };
}

/**
 * @param {Network} network
 * @param {Selected} kept
 * @param {Pick<State, "fold"|"foldCommunity">} folded
 * @param {number[]} path
 */
function findHosts(network, kept, { fold, foldCommunity }, path) {
  const parts = listParts(network, kept);
  const folded = new Set([...fold].flatMap((id) => network.actorById.get(id)?.index ?? []));
  const communities = new Set(foldCommunity);
  for (;;) {
    const host = hostParts(parts, folded, network.actors.length);
    const whole = hostCommunities(network, kept, host, communities);
    const away = path.find((actor) => whole[actor] !== actor);
    if (away === undefined) return { host: whole, communities };
    if (host[away] !== away) folded.delete(host[away]);
    else communities.delete(network.communities.numberOf[away] ?? 0);
  }
}

/**
 * Each part is drawn with the first of the actors, in row order, that are folded and that it is in;
 * one that is folded itself goes with its parts.
 * @param {Map<number, number[]>} parts
 * @param {Set<number>} folded
 * @param {number} size
 */
function hostParts(parts, folded, size) {
  const host = new Int32Array(size).fill(-1);
  for (const whole of [...folded].sort((a, b) => a - b)) {
    if (host[whole] < 0) hostOwnParts(parts, whole, host);
  }
  return host.map((one, actor) => (one < 0 ? actor : followHosts(host, one)));
}

/**
 * @param {Map<number, number[]>} parts
 * @param {number} whole
 * @param {Int32Array} host what is found so far; -1 for nothing
 */
function hostOwnParts(parts, whole, host) {
  host[whole] = whole;
  const found = [whole];
  for (const one of found) {
    for (const part of parts.get(one) ?? []) {
      if (part === whole || (host[part] >= 0 && host[part] !== part)) continue;
      if (host[part] < 0) found.push(part); // the parts of one that is folded are found already
      host[part] = whole;
    }
  }
}

/**
 * The last in a row of actors, each of which is drawn in the next.
 * @param {Int32Array} host
 * @param {number} first
 */
function followHosts(host, first) {
  let last = first;
  while (host[last] !== last) {
    host[last] = host[host[last]]; // so that no row is followed twice
    last = host[last];
  }
  return last;
}

/**
 * The marks of a community's members become that of its foremost actor that has a mark.
 * @param {Network} network
 * @param {Selected} kept
 * @param {Int32Array} host
 * @param {Set<number>} folded numbers of communities
 */
function hostCommunities({ communities }, kept, host, folded) {
  const anchors = new Map(
    communities.list
      .filter(({ number }) => folded.has(number))
      .map(({ number, actors, foremost }) => [
        number,
        [...foremost, ...actors].find((actor) => kept.actors[actor] && host[actor] === actor),
      ]),
  );
  return host.map((one, actor) =>
    kept.actors[actor] ? (anchors.get(communities.numberOf[one] ?? 0) ?? one) : one,
  );
}

/**
 * The network with relations that lead to the actors whose marks stand for their ends.
 * @param {Network} network
 * @param {Int32Array} host
 * @param {Map<number, Inside>} insides
 * @returns {Network}
 */
function leadToHosts(network, host, insides) {
  /** @type {number[][]} */
  const ties = network.ties.map(() => []);
  const relations = network.relations.map((relation) => {
    const [source, target] = [host[relation.source], host[relation.target]];
    if (source !== target || !insides.has(source)) {
      for (const end of new Set([source, target])) ties[end].push(relation.index);
    }
    const isSame = source === relation.source && target === relation.target;
    return isSame ? relation : { ...relation, source, target };
  });
  // Scores and communities of the network change while it is shown.
  return Object.assign(Object.create(network), { relations, ties });
}

/**
 * What each mark stands for that stands for several actors.
 * @param {Network} network
 * @param {Selected} kept
 * @param {Int32Array} host
 * @param {Set<number>} folded numbers of communities
 * @returns {Map<number, Inside>}
 */
function countInsides({ relations, communities }, kept, host, folded) {
  /** @type {Map<number, Inside>} */
  const insides = new Map();
  host.forEach((one, actor) => {
    if (one === actor) return;
    const number = communities.numberOf[one] ?? 0;
    const community = folded.has(number) ? number : 0;
    const inside = insides.get(one) ?? { actors: [], relations: 0, outward: 0, community };
    insides.set(one, inside);
    if (kept.actors[actor]) inside.actors.push(actor);
  });
  for (const { index, source, target } of relations) {
    if (!kept.mask[index]) continue;
    const [from, to] = [host[source], host[target]];
    const [one, other] = [insides.get(from), insides.get(to)];
    if (one && one === other) one.relations += 1;
    else {
      if (one) one.outward += 1;
      if (other) other.outward += 1;
    }
  }
  return insides;
}
