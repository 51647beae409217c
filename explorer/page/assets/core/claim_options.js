/** Read the options of a search by who says so, and by what a row rests on. */
import { foldWords } from "./folding.js";
import { resolve } from "./names.js";
import { BASES } from "./network.js";
import { quote, readChoices, readWords, refuse, suggestChoice } from "./option_errors.js";
import { resolveActor } from "./resolved_actor.js";

/**
 * @param {Network} _
 * @param {string} option
 * @param {unknown} value
 */
export function readBases(_, option, value) {
  return readChoices(option, value, BASES, (word) => `${word} is not a basis.`);
}

/**
 * The claimants that some names mean: actors as a person would name them, or words as the data has
 * them; these are compared folded.
 * @param {Network} network
 * @param {string} option
 * @param {unknown} value
 * @returns {string[]} actors by id, others in words
 */
export function readClaimants(network, option, value) {
  const claimants = [...network.claimantById.keys()].sort();
  return readWords(option, value).flatMap((name) => {
    const meant = findClaimants(network, claimants, name);
    if (meant.length) return meant;
    const advice = claimants.length
      ? suggestChoice(name, claimants)
      : "The data has no claimants: add the column to relations.csv.";
    return refuse(option, `no relation is according to ${quote(name)}. ${advice}`);
  });
}

/**
 * @param {Network} network
 * @param {string[]} claimants
 * @param {string} name
 */
function findClaimants(network, claimants, name) {
  /** @param {string} text */
  const fold = (text) => foldWords(text, network.fold).join(" ");
  const folded = fold(name);
  const meant = claimants.filter((each) => each === name || (folded && fold(each) === folded));
  const { actor, candidates } = resolve(network, name);
  if (!actor && (meant.length || !candidates.length)) return meant;
  const { id } = resolveActor(network, name);
  return network.claimantById.has(id) ? [...new Set([...meant, id])] : meant;
}
