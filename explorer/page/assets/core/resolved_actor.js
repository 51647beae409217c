/** The only actor that a name can mean; any other name is refused. */
import { resolve } from "./names.js";
import { quote, refuse } from "./option_errors.js";

/**
 * Finds the only actor that a name or an id can mean.
 * @param {Network} network
 * @param {unknown} query
 * @returns {Actor}
 */
export function resolveActor(network, query) {
  if (typeof query !== "string") return refuse("actor", `${quote(query)} is not a name.`);
  const { actor, candidates, suggestions, refused } = resolve(network, query);
  if (actor) return actor;
  if (refused) {
    const count = Array.from(query.trim()).length;
    throw new Error(
      `A name of ${count} characters names no actor. Give at most 200, or the exact id or name.`,
    );
  }
  if (candidates.length) throw new Error(describeCandidates(query, candidates));
  const near = suggestions.length
    ? `Did you mean ${listActors(suggestions)}?`
    : "No actor has a name near it.";
  throw new Error(`${quote(query)} names no actor. ${near}`);
}

/**
 * Whether a name or an id can mean one actor only.
 * @param {Network} network
 * @param {string} query
 */
export function namesOneActor(network, query) {
  return Boolean(resolve(network, query).actor);
}

/**
 * @param {string} query
 * @param {Actor[]} candidates
 */
function describeCandidates(query, candidates) {
  const more = candidates.length > 5 ? ` and ${candidates.length - 5} more` : "";
  const listed = listActors(candidates.slice(0, 5));
  return `${quote(query)} names ${candidates.length} actors: ${listed}${more}. Give the id.`;
}

/** @param {Actor[]} actors */
function listActors(actors) {
  const texts = actors.map(({ id, name }) => (id === name ? quote(id) : `${quote(id)} (${name})`));
  return texts.length > 1 ? `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}` : texts[0];
}
