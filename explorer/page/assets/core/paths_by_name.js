/** Find paths between two actors by name, as scripts ask for them, in the terminal's words. */
import { judgeClaims } from "./claims.js";
import { findAskedTime, keepAmong, keepTypes, maskActors, maskRelations } from "./filters.js";
import { quote, refuse } from "./option_errors.js";
import { readPathOptions, resolveActor } from "./path_options.js";
import { describeNotes, toSupportFields } from "./path_support.js";
import { findPaths } from "./paths.js";
import { describePath } from "./sentences.js";
import { maskForPaths } from "./versions.js";

const MOST_LISTED = 100;

/**
 * Finds the shortest paths between two actors, over what both the page's filters and the options
 * select.
 *
 * @param {Network} network
 * @param {Filters} filters of the page; a date and a confidence among the options replace theirs
 * @param {string} from a name or an id
 * @param {string} to
 * @param {PathOptions} [options]
 * @returns {object} source, target, directed, length, path_count, cut_short and paths, in ids and
 *   sentences
 * @throws {Error} for a name or an option that cannot be read
 */
export function findPathsByName(network, filters, from, to, options = {}) {
  const parsed = readPathOptions(network, options);
  const ends = [from, to].map((query) => resolveActor(network, query));
  const selection = applyOptions(network, filters, parsed);
  const mask = maskForPaths(network, selection.mask, filters.version);
  for (const { index, name } of ends) {
    if (!selection.actors[index]) refuse("actor", `${quote(name)} is left out by the filters.`);
  }
  const { directed = false, limit = MOST_LISTED } = parsed;
  const { asked } = selection;
  const answer = findPaths(network, ends[0].index, ends[1].index, { mask, directed, asked, limit });
  const telling = { ...network, reasons: asked?.reasons ?? null };
  return toPathIds(telling, answer, judgeClaims(network, mask));
}

/**
 * Describes the answer in ids and sentences.
 * @param {Network} network
 * @param {PathAnswer} answer
 * @param {Claims} claims
 */
export function toPathIds(network, answer, claims) {
  /** @param {number} index */
  const idOf = (index) => network.actors[index].id;
  const paths = answer.paths.map((path) => ({
    actors: path.actors.map(idOf),
    relations: path.steps.map((step) => step.relations.map((index) => network.relations[index].id)),
    sentence: describePath(network, path, answer, claims),
    ...toSupportFields(path.support),
  }));
  const { source, target, directed, length, count, cutShort, signCounts } = answer;
  return {
    source: idOf(source),
    target: idOf(target),
    directed,
    length,
    path_count: count,
    cut_short: cutShort,
    positive_count: signCounts["+"],
    negative_count: signCounts["-"],
    mixed_count: signCounts.mixed,
    influence_count: answer.influenceCount,
    types_without_influence: answer.typesWithoutInfluence,
    notes: describeNotes(answer),
    paths,
  };
}

/**
 * Selects relations and actors by the page's filters and the options together. As in Python,
 * `certain` counts only with a date and `unrated` only with a confidence.
 * @param {Network} network
 * @param {Filters} filters
 * @param {ParsedPathOptions} options
 * @returns {Masks & {asked: AskedTime|null}}
 */
function applyOptions(network, filters, options) {
  const { only_actor: onlyActors, only = [], avoid = [], avoid_actor: avoidActors = [] } = options;
  const { kind, avoid_kind: avoidKinds = [] } = options;
  const hiddenKinds = network.kinds
    .map(({ id }) => id)
    .filter((id) => avoidKinds.includes(id) || (kind && !kind.includes(id)));
  const combined = {
    ...filters,
    ...listOwnLimits(options),
    avoidActor: new Set([...filters.avoidActor, ...avoidActors]),
    avoidKind: new Set([...filters.avoidKind, ...hiddenKinds]),
  };
  const mask = keepTypes(
    network,
    maskRelations(network, combined),
    (type) => (!only.length || only.includes(type)) && !avoid.includes(type),
  );
  const actors = maskActors(network, combined, mask);
  const asked = findAskedTime(network, combined);
  const masks = { mask, actors };
  return { ...(onlyActors ? keepAmong(network, masks, onlyActors) : masks), asked };
}

/**
 * The time and the confidence among the options, which replace those of the page.
 * @param {ParsedPathOptions} options
 * @returns {Partial<Filters>}
 */
function listOwnLimits({ at, from, to, certain = false, min_confidence: least, unrated = true }) {
  const period = from || to ? { from: from ?? "", to: to ?? "", certain } : {};
  return {
    ...period,
    ...(at ? { at, certain } : {}),
    ...(least === undefined ? {} : { minConfidence: least, unrated }),
  };
}
