/** The names in a typed question. */
import { splitTokens, unquote } from "./pattern_tokens.js";
import { namesOneActor, resolveActor } from "./resolved_actor.js";

const MOST_WORDS = 12; // of two names with a blank between them
const OPTIONS = "There are: cut --relations A, B and ego A --depth 2.";

/**
 * The actors that a question names, each once.
 * @param {Network} network
 * @param {string} text
 * @returns {Actor[]}
 */
export function readActors(network, text) {
  const [option] = /(?:^|\s)--\S*/.exec(text) ?? [];
  if (option) throw new Error(`'${option.trim()}' is no option here. ${OPTIONS}`);
  const actors = splitNames(network, text).map((name) => resolveActor(network, unquote(name)));
  const twice = actors.find((actor, at) => actors.indexOf(actor) < at);
  if (twice) throw new Error(`'${twice.name}' is named twice. Name each once.`);
  return actors;
}

/**
 * Names between commas or semicolons; two may have a blank between them where that can be read in
 * one way only.
 * @param {Network} network
 * @param {string} text
 * @returns {string[]}
 */
function splitNames(network, text) {
  const names = text
    .split(text.includes(";") ? ";" : ",")
    .map((name) => name.trim())
    .filter(Boolean);
  const isOne = (/** @type {string} */ name) => namesOneActor(network, unquote(name));
  if (names.length !== 1 || isOne(names[0])) return names;
  const [name] = names;
  const ways = splitTokens({ text: name, start: 0 })
    .slice(1, MOST_WORDS)
    .map(({ start }) => [name.slice(0, start).trim(), name.slice(start)])
    .filter((pair) => pair.every(isOne));
  return ways.length === 1 ? ways[0] : names;
}

/**
 * The two actors that a question names.
 * @param {Network} network
 * @param {string} text
 * @param {string} purpose what they are needed for
 * @returns {[Actor, Actor]}
 */
export function readEnds(network, text, purpose) {
  const [one, other, more] = readActors(network, text);
  if (!other || more) throw new Error(`Name two actors, ${purpose}.`);
  return [one, other];
}
