/** Find paths between two actors by name, as scripts ask for them, in the terminal's words. */
import { explainAbsence } from "./absence.js";
import { judgeClaims } from "./claims.js";
import { findAskedTime } from "./filters.js";
import { explainMissingPath, toNoPathFields } from "./no_path.js";
import { quote, refuse } from "./option_errors.js";
import { readPathOptions } from "./path_options.js";
import { maskSearch } from "./path_filters.js";
import { formatPathId } from "./path_id.js";
import { describeNotes, toSupportFields } from "./path_support.js";
import { SHORTEST } from "./path_question.js";
import { findBestPaths } from "./paths.js";
import { resolveActor } from "./resolved_actor.js";
import { describePath } from "./sentences.js";

const MOST_LISTED = 100;

/**
 * Finds the best paths between two actors, over what both the page's filters and the options
 * select.
 *
 * @param {Network} network
 * @param {Filters} filters of the page; a date and a confidence among the options replace theirs
 * @param {string} from a name or an id
 * @param {string} to
 * @param {PathOptions} [options]
 * @returns {object} source, target, directed, length, path_count, cut_short and paths, in ids and
 *   sentences; `why` where there is no path
 * @throws {Error} for a name or an option that cannot be read
 */
export function findPathsByName(network, filters, from, to, options = {}) {
  const parsed = readPathOptions(network, options);
  const [source, target] = [from, to].map((query) => resolveActor(network, query));
  const between = (parsed.via ?? []).map((index) => network.actors[index]);
  const named = [source, ...between, target];
  const search = makeSearch(filters, parsed);
  const { mask, actors } = maskSearch(network, search);
  for (const actor of named) {
    if (actors[actor.index]) continue;
    const why = explainAbsence(network, search.filters, actor);
    refuse("actor", `${quote(actor.name)} ${why}.`);
  }
  const { limit = MOST_LISTED } = parsed;
  const asked = findAskedTime(network, search.filters);
  const indexes = named.map(({ index }) => index);
  const answer = findBestPaths(network, indexes, search.question, { mask, asked, limit });
  const withReasons = { ...network, reasons: asked?.reasons ?? null };
  const fields = toPathIds(withReasons, answer, judgeClaims(network, mask));
  const missing = answer.isBounded ? null : answer.missing;
  const why = missing && explainMissingPath(network, ...missing, search);
  return why ? { ...fields, why: toNoPathFields(network, why, search) } : fields;
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
    id: formatPathId(network, path.steps),
    actors: path.actors.map(idOf),
    relations: path.steps.map((step) => step.relations.map((index) => network.relations[index].id)),
    sentence: describePath(network, path, answer, claims),
    ...toSupportFields(path.support),
  }));
  const { source, target, through, question, length, count, cutShort, signCounts } = answer;
  return {
    source: idOf(source),
    target: idOf(target),
    through: through.map(idOf),
    directed: question.directed,
    by: question.by,
    k: question.k,
    max_length: question.maxLength,
    hubs: question.hubs,
    together: question.times === "together",
    in_order: question.times === "in_order",
    length,
    path_count: count,
    is_least: answer.isLeast,
    is_bounded: answer.isBounded,
    cut_short: cutShort,
    positive_count: signCounts["+"],
    negative_count: signCounts["-"],
    mixed_count: signCounts.mixed,
    influence_count: answer.influenceCount,
    types_without_influence: answer.typesWithoutInfluence,
    notes: describeNotes(network, answer),
    paths,
  };
}

/**
 * The page's filters and the options together.
 * @param {Filters} filters
 * @param {ParsedPathOptions} options
 * @returns {PathSearch & {question: PathQuestion}}
 */
function makeSearch(filters, options) {
  const { avoid = [], avoid_actor: actors = [], avoid_kind: kinds = [] } = options;
  const { avoid_basis: bases = [], directed = false, only, kind } = options;
  const { only_actor: onlyActor, according_to: accordingTo, basis } = options;
  return {
    filters: {
      ...filters,
      ...listOwnLimits(options),
      avoidActor: new Set([...filters.avoidActor, ...actors]),
      avoidKind: new Set([...filters.avoidKind, ...kinds]),
      avoidBasis: new Set([...filters.avoidBasis, ...bases]),
    },
    pathAvoid: new Set(avoid),
    directed,
    question: {
      directed,
      by: options.by ?? SHORTEST.by,
      k: options.k ?? null,
      maxLength: options.max_length ?? null,
      hubs: options.hubs ?? true,
      times: options.together ? "together" : options.in_order ? "in_order" : "",
    },
    own: { only, kind, only_actor: onlyActor, according_to: accordingTo, basis },
  };
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
