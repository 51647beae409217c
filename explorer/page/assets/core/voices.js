/**
 * Independent voices: sources that reach us through one, or share a publisher, are one. Counted as
 * in the engine's graph/data/voices.py.
 */
import { findHost } from "./claim_words.js";

/**
 * The independent voice that each source is: the first source of that voice, by id.
 *
 * @param {Source[]} sources
 * @returns {Map<string, string>} by the source's id
 */
export function findVoices(sources) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const ends = sources.map((source) => listChain(byId, source).slice(-1)[0]);
  /** @type {Map<string, string>} */
  const first = new Map();
  sources.forEach((source, i) => {
    const publisher = foldPublisher(source);
    if (ends[i] === source && publisher && !first.has(publisher)) first.set(publisher, source.id);
  });
  return new Map(sources.map(({ id }, i) => [id, first.get(foldPublisher(ends[i])) ?? ends[i].id]));
}

/**
 * A source, and each source through which it reaches us, in order.
 *
 * @param {Map<string, Source>} sourceById
 * @param {Source} source
 * @returns {Source[]}
 */
export function listChain(sourceById, source) {
  const chain = new Set([source]);
  let next = sourceById.get(source.via);
  while (next && !chain.has(next)) {
    chain.add(next);
    next = sourceById.get(next.via);
  }
  return [...chain];
}

/**
 * How many independent voices some references are: of an address its host counts, else the text.
 *
 * @param {{voiceById: Map<string, string>}} network
 * @param {Reference[]} references
 * @returns {number}
 */
export function countVoices({ voiceById }, references) {
  return listVoices({ voiceById }, references).size;
}

/**
 * The independent voices that some references are.
 *
 * @param {{voiceById: Map<string, string>}} network
 * @param {Reference[]} references
 * @returns {Set<string>}
 */
export function listVoices({ voiceById }, references) {
  return new Set(references.map((reference) => nameVoice(voiceById, reference)));
}

/**
 * @param {number} count
 * @returns {string} "one independent voice" or "2 independent voices"
 */
export function formatVoiceCount(count) {
  return count === 1 ? "one independent voice" : `${count.toLocaleString("en")} independent voices`;
}

/**
 * @param {Map<string, string>} voiceById
 * @param {Reference} reference
 */
function nameVoice(voiceById, { source, text = "" }) {
  if (source) return `source ${voiceById.get(source.id) ?? source.id}`;
  const host = findHost(text);
  return host ? `host ${host}` : `text ${text}`;
}

/** @param {Source} source */
function foldPublisher({ publisher }) {
  return publisher.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}
