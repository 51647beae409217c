/**
 * At rest one line stands for all relations of two actors. Its ink says how they stand to each
 * other, its width how many independent voices say so, or how much they weigh where weights differ.
 */
import { fadeFans } from "../core/line_fade.js";
import { listVoices } from "../core/voices.js";

export const FEW = 25; // relations; so few have a line each
const PLAIN_FROM = 5000; // relations; from here on dashes take most of a frame
const FAR = 2 ** 26; // more actors than any page has
const MANY = 2000; // relations; from here on lines are equally thin
const MOST_VOICES = 4; // that a line's width tells apart
const LEAST_WEIGHTED = 0.25; // the share of relations that weigh other than 1
const THINNEST = 0.75; // by weight, as is the next
const THICKEST = 4;
const DASHES = [6, 4];
const CLEAR = 60; // relations; so few have arrowheads at rest, too

/** Types without a sign that are drawn as what they are: power over somebody. */
const POWER = new Set(["leads", "commands", "controls", "appointed"]);

/**
 * How two actors may stand to each other, and what the types are called that make it so.
 * @type {{id: PairInk, group: string}[]}
 */
export const PAIR_INKS = [
  { id: "tie", group: "Ties" },
  { id: "tension", group: "Tensions" },
  { id: "both", group: "Both" },
  { id: "power", group: "Command" },
  { id: "neutral", group: "Neutral" },
];

/**
 * @param {RelationType[]} types of the relations of two actors
 * @returns {PairInk}
 */
export function choosePairInk(types) {
  let [hasTie, hasTension, hasPower] = [false, false, false];
  for (const { id, sign } of types) {
    hasTie ||= sign === "+";
    hasTension ||= sign === "-";
    hasPower ||= POWER.has(id);
  }
  if (hasTie) return hasTension ? "both" : "tie";
  if (hasTension) return "tension";
  return hasPower ? "power" : "neutral";
}

/**
 * The relations of each pair of actors, and of each actor to itself.
 * @param {{source: number, target: number}[]} relations
 * @returns {number[][]}
 */
export function bundlePairs(relations) {
  /** @type {Map<number, number[]>} */
  const pairs = new Map();
  relations.forEach(({ source, target }, i) => {
    const key = Math.min(source, target) * FAR + Math.max(source, target);
    const pair = pairs.get(key);
    if (pair) pair.push(i);
    else pairs.set(key, [i]);
  });
  return [...pairs.values()];
}

/**
 * All relations of the two actors of one.
 * @param {Network} network
 * @param {Relation} relation
 * @returns {number[]}
 */
export function listPairRelations({ relations, ties }, { source, target }) {
  return ties[source].filter((i) =>
    source === target
      ? relations[i].source === relations[i].target
      : relations[i].source === target || relations[i].target === target,
  );
}

/**
 * The line of each pair that has relations among those shown, by the relation that carries it.
 * @param {Plate} plate
 * @param {Uint8Array} shown
 * @returns {Map<number, PairLine>}
 */
export function makePairLines(plate, shown) {
  /** @type {Map<number, PairLine>} */
  const lines = new Map();
  for (const pair of plate.pairs) {
    const own = pair.filter((i) => shown[i]);
    if (own.length) lines.set(...makePairLine(plate, own));
  }
  const { relations } = plate.network;
  const shares = fadeFans([...lines.keys()].map((i) => [relations[i].source, relations[i].target]));
  [...lines.values()].forEach((line, i) => {
    line.opacity = shares[i];
  });
  return lines;
}

/**
 * @param {Plate} plate
 * @param {number[]} pair relations of two actors
 * @returns {[number, PairLine]}
 */
function makePairLine(plate, pair) {
  const { network, claims, theme } = plate;
  const relations = pair.map((i) => network.relations[i]);
  const ink = choosePairInk(relations.map(({ type }) => type));
  const inDispute = pair.find((i) => claims[i] !== "stands");
  const isPlain = network.relations.length >= PLAIN_FROM;
  const isClear = network.relations.length <= CLEAR;
  const isBothWays = isClear && runBothWays(relations);
  return [
    inDispute ?? findCarrier(network, pair, ink),
    {
      colour: theme.pairs[ink],
      opacity: 1,
      width: measureWidth(plate, relations, ink),
      dashes: inDispute === undefined || isPlain ? [] : DASHES,
      arrow: isBothWays || (isClear && runOneWay(relations)),
      isBothWays,
    },
  ];
}

/**
 * Whether all relations of two actors run from the same one to the other.
 * @param {Relation[]} relations
 */
function runOneWay(relations) {
  const [{ source }] = relations;
  return relations.every((each) => each.source === source && !each.type.mutual);
}

/**
 * Whether there are relations from each of two actors to the other, and none without a direction.
 * @param {Relation[]} relations
 */
function runBothWays(relations) {
  const [{ source, target }] = relations;
  const isMutual = relations.some(({ type }) => type.mutual);
  return source !== target && !isMutual && relations.some((each) => each.source === target);
}

/** @type {WeakMap<Relation[], number>} */
const heaviest = new WeakMap();

/**
 * The most that the relations of two actors weigh together, where weights differ; 0 where they do
 * not, where nearly all relations weigh 1, and in large networks.
 *
 * @param {{relations: Relation[]}} network
 * @param {number[][]} [pairs]
 * @returns {number}
 */
export function findHeaviest({ relations }, pairs = bundlePairs(relations)) {
  const stored = heaviest.get(relations);
  if (stored !== undefined) return stored;
  const weighted = relations.filter(({ weight }) => weight !== 1);
  const differ = relations.some(({ weight }) => weight !== relations[0].weight);
  const isWeighted =
    relations.length < MANY && differ && weighted.length >= LEAST_WEIGHTED * relations.length;
  /** @param {number[]} pair */
  const weigh = (pair) => sumWeights(pair.map((i) => relations[i]));
  const most = isWeighted ? pairs.reduce((max, pair) => Math.max(max, weigh(pair)), 0) : 0;
  heaviest.set(relations, most);
  return most;
}

/** @param {Relation[]} relations */
function sumWeights(relations) {
  return relations.reduce((total, { weight }) => total + weight, 0);
}

/**
 * The first relation that the ink is about.
 * @param {Network} network
 * @param {number[]} pair
 * @param {PairInk} ink
 */
function findCarrier(network, pair, ink) {
  const isAbout = (/** @type {number} */ i) => {
    const own = choosePairInk([network.relations[i].type]);
    return own === ink || (ink === "both" && own === "tension");
  };
  return pair.find(isAbout) ?? pair[0];
}

/**
 * @param {Plate} plate
 * @param {Relation[]} relations
 * @param {PairInk} ink
 */
function measureWidth({ network, pairs }, relations, ink) {
  const isMany = network.relations.length >= MANY;
  const most = findHeaviest(network, pairs);
  if (most) return THINNEST + (THICKEST - THINNEST) * Math.sqrt(sumWeights(relations) / most);
  if (ink === "neutral") return isMany ? 0.5 : 1;
  if (isMany) return 1;
  const voices = listVoices(
    network,
    relations.flatMap(({ references }) => references),
  );
  return 1.5 + 0.5 * Math.min(Math.max(voices.size - 1, 0), MOST_VOICES - 1);
}
