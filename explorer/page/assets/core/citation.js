/** A path to paste elsewhere, every relation with its sources. */
import { pathSentence, stepSentence, tieSentence } from "./sentences.js";
import { escapeMarkdown, visibleText, webAddress } from "./text.js";

/**
 * @typedef {import("./document.js").Network} Network
 * @typedef {import("./paths.js").Path} Path
 * @typedef {import("./paths.js").PathAnswer} PathAnswer
 * @typedef {import("./sentences.js").Claims} Claims
 */

const PLAIN_STYLE = {
  escape: visibleText,
  relation: (sentence, notes) => `   ${sentence}${notes.map((note) => ` [${note}]`).join("")}`,
  note: (number, text) => `[${number}] ${text}`,
  link: (address) => address,
};

const MARKDOWN_STYLE = {
  escape: escapeMarkdown,
  relation: (sentence, notes) => `   - ${sentence}${notes.map((note) => `[^${note}]`).join("")}`,
  note: (number, text) => `[^${number}]: ${text}`,
  link: (address) => `<${address}>`,
};

/**
 * The path as plain text: its sentence, numbered steps, the relations of each, the sources.
 *
 * @param {Network} network
 * @param {Path|undefined} path
 * @param {PathAnswer} answer
 * @param {Claims} claims
 * @returns {string}
 */
export function pathText(network, path, answer, claims) {
  return writePath(PLAIN_STYLE, network, path, answer, claims);
}

/**
 * The path as Markdown: the same, with the sources as footnotes.
 *
 * @param {Network} network
 * @param {Path|undefined} path
 * @param {PathAnswer} answer
 * @param {Claims} claims
 * @returns {string}
 */
export function pathMarkdown(network, path, answer, claims) {
  return writePath(MARKDOWN_STYLE, network, path, answer, claims);
}

/**
 * What a reference says, and where it leads.
 *
 * @param {import("./document.js").Reference} reference
 * @returns {{text: string, url: string, address: string|null}} url as the file has it; address: where a link may lead
 */
export function citationOf({ source, text }) {
  if (source === undefined) return { text, url: text, address: webAddress(text) };
  const url = webAddress(source.url) === null ? source.archiveUrl : source.url;
  return { text: source.citation || source.title || source.id, url, address: webAddress(url) };
}

function writePath(style, network, path, answer, claims) {
  const notes = new Map();
  const steps = (path?.steps ?? []).map((step, index) => {
    const sentence = style.escape(`${stepSentence(network, step, claims)}.`);
    const relations = step.relations.map((at) => writeRelation(style, network, network.relations[at], step.source, notes));
    return [`${index + 1}. ${sentence}`, ...relations].join("\n");
  });
  const sentence = style.escape(pathSentence(network, path, answer, claims));
  const sources = [...notes].map(([reference, number]) => style.note(number, writeReference(style, reference)));
  return `${[sentence, steps.join("\n"), sources.join("\n")].filter(Boolean).join("\n\n")}\n`;
}

/** Read from where the step starts, whichever way the relation runs. */
function writeRelation(style, network, relation, actorIndex, notes) {
  const numbers = relation.references.map((reference) => noteNumber(reference, notes));
  return style.relation(style.escape(tieSentence(network, relation, actorIndex)), [...new Set(numbers)]);
}

/** What is cited again keeps its first number. */
function noteNumber({ source, text }, notes) {
  const cited = source ?? text;
  if (!notes.has(cited)) notes.set(cited, notes.size + 1);
  return notes.get(cited);
}

/** The citation with its address as a link: where the citation gives it, or else behind it. */
function writeReference(style, cited) {
  const { text, url, address } = citationOf(typeof cited === "string" ? { text: cited } : { source: cited });
  if (address === null) return style.escape(text);
  const [before, ...after] = text.split(url);
  if (!after.length) return `${style.escape(text)} ${style.link(address)}`;
  return style.escape(before) + style.link(address) + style.escape(after.join(url));
}
