/**
 * A path found again by its id, and what changed since it was cited: the same as in
 * `graph/analysis/paths/cited_path.py`.
 */
import { formatCount } from "./counts.js";
import { quote } from "./option_errors.js";
import { describeRelation } from "./sentences.js";
import { buildSteps } from "./step_finder.js";
import { shortenMiddle } from "./text.js";

/** @import { StepFinder } from "./step_finder.js" */
/** @typedef {{id: string, isBack: boolean, relation: Relation|null}} Named in the id of a path */

const MOST_LISTED = 5;
const FORM = "A path's id is path: and the ids of its relations, as explore path prints it.";

/**
 * @param {Network} network
 * @param {StepFinder} finder
 * @param {Uint8Array} mask of the relations that the filters keep
 * @param {string} id
 * @returns {{sentence: string, notes: string[], steps: Step[]}}
 * @throws {Error} where it is no id of a path, or of another network
 */
export function findCitedPath(network, finder, mask, id) {
  const named = parsePathId(network, id);
  const every = new Map(named.flat().map((each) => [each.id, each.relation]));
  const gone = [...every].flatMap(([name, relation]) => (relation ? [] : [name]));
  if (gone.length === every.size) {
    const problem = `no relation of ${quote(shortenMiddle(id))} is in the data.`;
    throw new Error(`id: ${problem} Is it an id of this network?`);
  }
  const leftOut = [...every.values()].filter((relation) => relation && !mask[relation.index]);
  const pairs = chainPairs(named.map(findEnds), id);
  const steps = pairs ? buildSteps(finder, pairs) : [];
  const stands = pairs && steps.every(({ relations }) => isFollowed(network, relations));
  const today = stands ? steps.flatMap(({ relations }) => relations) : [];
  const added = today.map((at) => network.relations[at]).filter((each) => !every.has(each.id));
  const list = (/** @type {(Relation|null)[]} */ relations) =>
    joinShortened(
      relations.flatMap((each) => (each ? [describeRelation(network, each)] : [])),
      "; ",
    );
  const notes = [
    gone.length ? `Gone: ${joinShortened(gone, ", ")}.` : "",
    leftOut.length ? `Left out by the filters: ${list(leftOut)}.` : "",
    added.length ? `New beside them: ${list(added)}.` : "",
  ];
  const isSame = !gone.length && !added.length;
  const sentence = stands ? describeStanding(leftOut.length > 0, isSame) : describeFallen(leftOut);
  return { sentence, notes: notes.filter(Boolean), steps: stands ? steps : [] };
}

/**
 * @param {boolean} isLimited
 * @param {boolean} isSame
 */
function describeStanding(isLimited, isSame) {
  if (isLimited) return "This path stands with these filters, but not on all its relations.";
  const relations = isSame ? "on" : "but not on";
  return `This path still stands, ${relations} the same relations.`;
}

/** @param {unknown[]} leftOut */
function describeFallen(leftOut) {
  return leftOut.length
    ? "The filters leave no relation of a step of this path."
    : "This path no longer stands: a step of it has no relation left.";
}

/**
 * The relations of each step that the id names.
 * @param {Network} network
 * @param {string} id
 * @returns {Named[][]}
 */
function parsePathId(network, id) {
  const steps = id.replace(/^path:/, "").split(".");
  const named = steps.map((step) => step.split(",").map((word) => readName(network, word)));
  if (!id.startsWith("path:") || !named.flat().every((each) => each.id)) {
    throw new Error(`id: ${quote(id)} is not the id of a path. ${FORM}`);
  }
  return named;
}

/**
 * @param {Network} network
 * @param {string} word
 * @returns {Named}
 */
function readName(network, word) {
  const isBack = word.startsWith("~");
  const escaped = isBack ? word.slice(1) : word;
  let id = escaped;
  try {
    id = decodeURIComponent(escaped);
  } catch {
    // What is no escape stands for itself.
  }
  const relation = network.relationById.get(id);
  return { id, isBack, relation: relation?.id === id ? relation : null };
}

/**
 * @param {Named[]} step
 * @returns {[number, number]|null} null where all its relations are gone
 */
function findEnds(step) {
  for (const { relation, isBack } of step) {
    if (relation) {
      const { source, target } = relation;
      return isBack ? [target, source] : [source, target];
    }
  }
  return null;
}

/**
 * The steps from actor to actor; one that is gone joins those beside it.
 * @param {([number, number]|null)[]} ends
 * @param {string} id
 * @returns {[number, number][]|null} null where the ends of a step are not known
 */
function chainPairs(ends, id) {
  const [first] = ends;
  if (!first || !ends[ends.length - 1]) return null;
  let here = first[0];
  /** @type {[number, number][]} */
  const pairs = [];
  for (const [at, each] of ends.entries()) {
    const following = ends[at + 1];
    if (!each && !following) return null;
    const [from, to] = each ?? [here, following ? following[0] : here];
    if (from !== here) {
      throw new Error(`id: the steps of ${quote(shortenMiddle(id))} do not follow each other.`);
    }
    pairs.push([from, to]);
    here = to;
  }
  return pairs;
}

/**
 * @param {Network} network
 * @param {number[]} relations
 */
function isFollowed(network, relations) {
  return relations.some((at) => !network.relations[at].disputes);
}

/**
 * @param {string[]} words
 * @param {string} mark
 */
function joinShortened(words, mark) {
  const listed = words.slice(0, MOST_LISTED).map((word) => shortenMiddle(word));
  const more = words.length - listed.length;
  return [...listed, ...(more ? [formatCount(more, "other")] : [])].join(mark);
}
