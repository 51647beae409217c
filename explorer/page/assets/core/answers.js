/**
 * Everything the page says about a state: what the filters keep, the path asked for, and what of it
 * is drawn.
 */
import { answerQuestion } from "./ask.js";
import { listMembers } from "./communities.js";
import {
  findAskedTime,
  findRelationStates,
  keepTypes,
  maskActors,
  maskRelations,
} from "./filters.js";
import { findFolds, findHost, foldSelected } from "./folds.js";
import { findForemostActors, isLarge, opensAsBubbles, showsOnlyChanges } from "./large_network.js";
import { countForLegend } from "./legend_counts.js";
import { listReasons, listSpans } from "./lifetimes.js";
import { leaveOutLoneActors } from "./lone_actors.js";
import { explainMissingPath } from "./no_path.js";
import { makeOnce } from "./once.js";
import { findBestPaths } from "./paths.js";
import { judgeShownClaims, maskForPaths } from "./versions.js";

const MOST_PATHS = 100;

/**
 * What the filters keep is only worked out again when they change, a path only when what it depends
 * on does.
 *
 * @param {Network} network
 * @param {State} state
 * @param {Answers} [before] the answers to the state before
 * @param {(selected: Selected) => void} [score] called before what is drawn is chosen, which
 *   depends on the communities
 * @returns {Answers}
 */
export function answerState(network, state, before, score = () => {}) {
  const kept =
    before && before.filters === state.filters ? before.kept : applyFilters(network, state.filters);
  score(kept);
  const { pathBy, pathK, pathMaxLength, pathHubs, pathTimes } = state;
  const own = { pathBy, pathK, pathMaxLength, pathHubs, pathTimes };
  const asked = { path: state.path, pathAvoid: state.pathAvoid, directed: state.directed, ...own };
  const path =
    before && before.kept === kept && hasSameFields(before.asked, asked)
      ? before.path
      : findAskedPath(network, kept, state.filters, asked);
  const pathNumber = Math.max(1, Math.min(state.pathNumber, path?.paths.length ?? 1));
  const leftOut = findHiddenEnds(network, kept, path);
  const question = findAskedAnswer(network, kept, state, before);
  const shown = path?.paths[pathNumber - 1] ?? chooseGroups(question, state.askNumber);
  const folds = findFolds(network, kept, state, shown, before?.folds);
  const drawable = foldSelected(folds, kept);
  const chosen = chooseDrawn(folds, drawable, state, shown);
  const actors = leaveOutLoneActors(folds, drawable, chosen.actors, state);
  const drawn = { bubbles: false, ...chosen, actors };
  const questions = { path, pathNumber, leftOut, question, questionText: state.ask, shown };
  return { ...kept, kept, filters: state.filters, asked, ...questions, folds, drawn };
}

/**
 * Actors within some steps of one, over the relations kept, whether they dispute or not.
 *
 * @param {Network} network
 * @param {Uint8Array} mask 1 for each relation kept
 * @param {number} centre index of an actor
 * @param {number} depth how many steps
 * @returns {Set<number>} indexes, that of the centre among them
 */
export function findSurroundings(network, mask, centre, depth) {
  const reached = new Set([centre]);
  let rim = [centre];
  for (let step = 0; step < depth; step++) {
    rim = rim
      .flatMap((actor) => findNeighbours(network, mask, actor))
      .filter((actor) => !reached.has(actor));
    for (const actor of rim) reached.add(actor);
  }
  return reached;
}

/**
 * How much of the network is drawn.
 *
 * @param {Network} network
 * @param {{relations: Uint8Array, actors: Uint8Array}} drawn 1 for each that may be drawn; a
 *   relation needs both its actors
 * @returns {{actors: number, relations: number}}
 */
export function countDrawn(network, drawn) {
  /** @param {{index: number, source: number, target: number}} options */
  const whole = ({ index, source, target }) =>
    drawn.relations[index] && drawn.actors[source] && drawn.actors[target];
  return {
    actors: drawn.actors.reduce((sum, one) => sum + one, 0),
    relations: network.relations.filter(whole).length,
  };
}

/**
 * @param {Record<string, any>} one
 * @param {Record<string, any>} other
 */
function hasSameFields(one, other) {
  return Object.keys(other).every((name) => one[name] === other[name]);
}

/**
 * @param {Network} network
 * @param {Filters} filters
 * @returns {Selected}
 */
function applyFilters(network, filters) {
  const mask = maskRelations(network, filters);
  const actors = maskActors(network, filters, mask);
  const states = findRelationStates(network, filters);
  return {
    mask,
    actors,
    foremost:
      isLarge(network) && !showsOnlyChanges(network, filters, mask)
        ? findForemostActors(network, mask, actors)
        : null,
    states,
    reasons: listReasons(network, states, listSpans(filters)),
    claims: judgeShownClaims(network, mask, filters.version),
    legendCounts: makeOnce(() => countForLegend(network, filters)),
  };
}

/**
 * The path, over what the filters keep but the types it avoids; a hidden actor has no relation
 * kept.
 * @param {Network} network
 * @param {Selected} kept
 * @param {Filters} filters
 * @param {AskedPath} asked
 * @returns {PathAnswer|null}
 */
function findAskedPath(network, kept, filters, { path, pathAvoid, directed, ...own }) {
  if (path === null) return null;
  const named = path.map((id) => network.actorById.get(id)?.index ?? -1);
  const question = {
    directed,
    by: own.pathBy,
    k: own.pathK || null,
    maxLength: own.pathMaxLength || null,
    hubs: own.pathHubs,
    times: own.pathTimes,
  };
  const mask = maskAskedPath(network, kept, filters, pathAvoid);
  const asked = findAskedTime(network, filters);
  const answer = findBestPaths(network, named, question, { mask, asked, limit: MOST_PATHS });
  const { missing, isBounded } = answer;
  if (!missing || isBounded || named.some((actor) => !kept.actors[actor])) return answer;
  const search = { filters, pathAvoid, directed, question };
  return { ...answer, why: explainMissingPath(network, ...missing, search) };
}

/**
 * The answer to the question that is typed, over what the filters keep.
 * @param {Network} network
 * @param {Selected} kept
 * @param {State} state
 * @param {Answers} [before]
 */
function findAskedAnswer(network, kept, { ask, filters }, before) {
  if (!ask) return null;
  if (before?.kept === kept && before.questionText === ask) return before.question;
  const mask = maskForPaths(network, kept.mask, filters.version);
  const asked = findAskedTime(network, filters);
  return answerQuestion({ ...network, reasons: kept.reasons }, ask, { mask, asked });
}

/**
 * What is brought forward of an answer: the group that is chosen, else all; the same each time.
 * @param {Asked|null} question
 * @param {number} number
 * @returns {ShownAnswer|undefined}
 */
function chooseGroups(question, number) {
  if (!question || question.error) return undefined;
  const { groups, actors, shown } = question;
  if (!shown.has(number)) {
    const chosen = number && groups[number - 1] ? [groups[number - 1]] : groups;
    shown.set(number, {
      actors: [...new Set([...actors, ...chosen.flatMap((group) => group.actors)])],
      steps: chosen.flatMap((group) => group.steps.map(({ step }) => step)),
    });
  }
  return shown.get(number);
}

/**
 * The relations that a path may follow.
 *
 * @param {Network} network
 * @param {Selected} kept
 * @param {Filters} filters
 * @param {Set<string>} pathAvoid
 * @returns {Uint8Array}
 */
export function maskAskedPath(network, kept, filters, pathAvoid) {
  const selected = maskForPaths(network, kept.mask, filters.version);
  return pathAvoid.size ? keepTypes(network, selected, (type) => !pathAvoid.has(type)) : selected;
}

/**
 * @param {Network} network
 * @param {Selected} kept
 * @param {PathAnswer|null} path
 */
function findHiddenEnds(network, kept, path) {
  const ends = path ? [...new Set([path.source, ...path.through, path.target])] : [];
  return ends.filter((end) => !kept.actors[end]).map((end) => network.actors[end]);
}

/**
 * @param {Network} network
 * @param {Uint8Array} mask
 * @param {number} actor
 */
function findNeighbours(network, mask, actor) {
  const kept = network.ties[actor].filter((tie) => mask[tie]).map((tie) => network.relations[tie]);
  return kept.map(({ source, target }) => (source === actor ? target : source));
}

/**
 * @param {State} state
 * @param {ShownAnswer} shown
 */
function isShownAlone({ pathAlone, askAlone }, { steps }) {
  return (pathAlone || askAlone) && steps.length > 0;
}

/**
 * What is drawn of what the filters keep: all of it, a path alone, the surroundings of an actor, a
 * community, or the foremost actors.
 * @param {Folds} folds
 * @param {Selected} kept as it may be drawn
 * @param {State} state
 * @param {ShownAnswer|undefined} shown
 * @returns {Omit<Drawn, "bubbles"> & {bubbles?: boolean}}
 */
function chooseDrawn(folds, kept, state, shown) {
  const { network } = folds;
  if (shown && isShownAlone(state, shown)) {
    const relations = new Set(shown.steps.flatMap((step) => step.relations));
    return {
      relations: maskAmong(kept.mask, relations),
      actors: maskAmong(kept.actors, new Set(shown.actors)),
      few: false,
    };
  }
  const chosen = network.actorById.get(state.actor);
  const centre = chosen ? findHost(folds, chosen.index) : null;
  if (centre !== null && state.ego) {
    return drawAmong(network, kept, findSurroundings(network, kept.mask, centre, state.ego), false);
  }
  const members = state.community ? listMembers(network, state.community) : null;
  if (members) {
    return drawAmong(network, kept, new Set(members.map((i) => findHost(folds, i))), false);
  }
  if (!kept.foremost || state.whole) {
    return { relations: kept.mask, actors: kept.actors, few: false };
  }
  if (opensAsBubbles(network, state, shown)) {
    return { ...drawAmong(network, kept, new Set(), false), bubbles: true };
  }
  return drawAmong(
    network,
    kept,
    new Set([...kept.foremost, ...findChosenActors(folds, kept, centre, state, shown)]),
    true,
  );
}

/**
 * @param {Network} network
 * @param {Selected} kept
 * @param {Set<number>} chosen
 * @param {boolean} few
 */
function drawAmong(network, kept, chosen, few) {
  const relations = kept.mask.map((one, index) => {
    const { source, target } = network.relations[index];
    return one && chosen.has(source) && chosen.has(target) ? 1 : 0;
  });
  return { relations, actors: maskAmong(kept.actors, chosen), few };
}

/**
 * Whoever is chosen is drawn, however few their relations: an actor with its neighbours, a
 * relation's ends, a path.
 * @param {Folds} folds
 * @param {Selected} kept
 * @param {number|null} centre
 * @param {State} state
 * @param {ShownAnswer|undefined} shown
 */
function findChosenActors(folds, kept, centre, state, shown) {
  const { network } = folds;
  const relation = network.relationById.get(state.relation);
  const near = centre === null ? [] : findSurroundings(network, kept.mask, centre, 1);
  const ends = relation ? [relation.source, relation.target] : [];
  return [...near, ...ends.map((end) => findHost(folds, end)), ...(shown?.actors ?? [])];
}

/**
 * @param {Uint8Array} mask
 * @param {Set<number>} chosen
 */
function maskAmong(mask, chosen) {
  return mask.map((kept, index) => (chosen.has(index) ? kept : 0));
}
