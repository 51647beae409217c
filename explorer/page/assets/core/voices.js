/**
 * Independent voices: sources that reach us through one, or share a publisher, are one. Counted as
 * in the engine's graph/data/voices.py.
 */
import { findHost } from "./claim_words.js";
import { formatWhole } from "./counts.js";

const MOST_SHOWN = 20; // voices that are no declared source

/**
 * The independent voice that each source is: the first source of that voice, by id. Sources are one
 * where the column `voice` has the same text, or where those through which they reach us are the
 * same, or have the same publisher.
 *
 * @param {Source[]} sources
 * @returns {Map<string, string>} by the source's id, and its address
 */
export function findVoices(sources) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const ends = new Map(sources.map((source) => [source, listChain(byId, source).slice(-1)[0]]));
  /** @type {Map<string, string>} */
  const first = new Map();
  for (const [source, end] of ends) {
    const group = nameGroup(source, end);
    if ((end === source || source.voice) && !first.has(group)) first.set(group, source.id);
  }
  return new Map(
    [...indexCitations(sources)].map(([cited, source]) => [
      cited,
      first.get(nameGroup(source, ends.get(source) ?? source)) ?? source.id,
    ]),
  );
}

/**
 * Sources by what a row may cite: the id, or the address of the source.
 *
 * @param {Source[]} sources
 * @returns {Map<string, Source>}
 */
export function indexCitations(sources) {
  const index = new Map(sources.map((source) => [source.id, source]));
  for (const source of sources) {
    if (source.url && !index.has(source.url)) index.set(source.url, source);
  }
  return index;
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
 * @param {Pick<Network, "voiceById"|"hosts">} network
 * @param {Reference[]} references
 * @returns {number}
 */
export function countVoices(network, references) {
  return listVoices(network, references).size;
}

/**
 * The independent voices that some references are.
 *
 * @param {Pick<Network, "voiceById"|"hosts">} network
 * @param {Reference[]} references
 * @returns {Set<string>}
 */
export function listVoices(network, references) {
  return new Set(references.map((reference) => nameVoice(network, reference)));
}

/**
 * A sentence with the first voices of those that are no declared source.
 * @param {Set<string>} voices as `listVoices` returns them
 * @returns {string} as Python's `describe_others` says it; empty where there is none
 */
export function describeOthers(voices) {
  const others = [...voices].filter((voice) => !voice.startsWith("source "));
  if (!others.length) return "";
  const shown = others.slice(0, MOST_SHOWN).map((voice) => voice.slice(voice.indexOf(" ") + 1));
  const hidden = others.length - shown.length;
  const more = hidden ? `; and ${formatWhole(hidden)} more` : "";
  const text = `${shown.join("; ")}${more}`.replace(/\.+$/, "");
  return `Voices that are no declared source: ${text}.`;
}

/**
 * @param {number} count
 * @returns {string} "one independent voice" or "2 independent voices"
 */
export function formatVoiceCount(count) {
  return count === 1 ? "one independent voice" : `${formatWhole(count)} independent voices`;
}

/**
 * @param {Pick<Network, "voiceById"|"hosts">} network
 * @param {Reference} reference
 */
function nameVoice({ voiceById, hosts }, { source, text = "" }) {
  const voice = voiceById.get(source ? source.id : text) ?? source?.id;
  if (voice !== undefined) return `source ${voice}`;
  const host = findHost(text);
  return host ? `host ${hosts.get(host) ?? host}` : `text ${text}`;
}

/**
 * What all sources of one voice share, and no other source.
 * @param {Source} source
 * @param {Source} end
 */
function nameGroup(source, end) {
  const voice = source.voice || end.voice;
  if (voice) return `voice ${voice}`;
  const publisher = foldPublisher(end);
  return publisher ? `publisher ${publisher}` : `id ${end.id}`;
}

/** @param {Source} source */
function foldPublisher({ publisher }) {
  return publisher.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}
