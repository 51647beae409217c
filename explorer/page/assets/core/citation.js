/** A path to paste elsewhere, every relation with its sources. */
import { mergeMutual } from "./claims.js";
import { formatPathId } from "./path_id.js";
import { describeMerit, describeQuestion } from "./path_question.js";
import { describePathNotes } from "./path_support.js";
import { describePath, describeQualifiedRelation } from "./sentences.js";
import { splitStepSentence } from "./step_sentence.js";
import { escapeMarkdown, escapeFootnote, makeVisible, readWebAddress } from "./text.js";

/**
 * @typedef {{type: string, sentence: string, numbers: number[], note: string, own: string[]}}
 *   CitedRelation
 * @typedef {{sentence: string, relations: CitedRelation[]}} CitedStep
 */

/**
 * How a path is written in one format.
 * @typedef {object} PathStyle
 * @property {(text: string) => string} escape
 * @property {(text: string) => string} cite
 * @property {(sentence: string) => string} title
 * @property {(head: string, step: CitedStep, width: number) => string[]} step
 * @property {(lines: string[]) => string[]} sources
 * @property {(number: number, text: string, digits: number) => string} source
 * @property {(address: string) => string} link
 * @property {(text: string) => string} code
 * @property {string} gap between two paragraphs of notes
 */

/**
 * @typedef {{style: PathStyle, network: Network, claims: Claims,
 *   numbers: Map<Source|string, number>}} PathWriter numbers: of what is cited, in order
 */

/** @type {PathStyle} */
const PLAIN_STYLE = {
  escape: makeVisible,
  cite: makeVisible,
  title: (sentence) => sentence,
  step: writePlainStep,
  sources: (lines) => (lines.length ? ["Sources", ...lines] : []),
  source: (number, text, digits) => `${`[${number}]`.padEnd(digits + 2)} ${text}`,
  link: (address) => address,
  code: (text) => text,
  gap: "\n",
};

/** @type {PathStyle} */
const MARKDOWN_STYLE = {
  escape: escapeMarkdown,
  title: (sentence) => `**${sentence}**`,
  step: writeMarkdownStep,
  sources: (lines) => lines,
  source: (number, text) => `[^${number}]: ${text}`,
  cite: escapeFootnote,
  link: (address) => `<${address}>`,
  code: (text) => `\`${text}\``,
  gap: "\n\n",
};

/**
 * The path as plain text: its sentence, the relations of each step with their notes, the sources.
 *
 * @param {Network} network
 * @param {Path|undefined} path
 * @param {PathAnswer} answer
 * @param {Claims} claims
 * @returns {string}
 */
export function writePathText(network, path, answer, claims) {
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
export function writePathMarkdown(network, path, answer, claims) {
  return writePath(MARKDOWN_STYLE, network, path, answer, claims);
}

/**
 * What a reference says, and where it leads.
 *
 * @param {Reference} reference
 * @returns {{text: string, url: string, address: string|null}} url as the file has it; address:
 *   where a link may lead
 */
export function readCitation({ source, text = "" }) {
  if (source === undefined) return { text, url: text, address: readWebAddress(text) };
  const url = readWebAddress(source.url) === null ? source.archiveUrl : source.url;
  return { text: source.citation || source.title || source.id, url, address: readWebAddress(url) };
}

/**
 * @param {PathStyle} style
 * @param {Network} network
 * @param {Path|undefined} path
 * @param {PathAnswer} answer
 * @param {Claims} claims
 */
function writePath(style, network, path, answer, claims) {
  const numbers = new Map();
  const writer = { style, network, claims, numbers };
  const steps = (path?.steps ?? []).map((step) => ({
    sentence: style.escape(splitStepSentence(network, step, claims, false).join("")),
    relations: mergeMutual(step.relations.map((index) => network.relations[index])).map(
      (relation) => citeRelation(writer, relation, step.source),
    ),
  }));
  const width = Math.max(
    0,
    ...steps.flatMap(({ relations }) => relations.map(({ type }) => countCharacters(type))),
  );
  const lines = steps.flatMap((step, index) =>
    style.step(`${index + 1}. `.padStart(String(steps.length).length + 2), step, width),
  );
  const sentence = style.escape(describePath(network, path, answer, claims));
  const digits = String(numbers.size).length;
  const sources = [...numbers].map(([reference, number]) =>
    style.source(number, writeReference(style, reference), digits),
  );
  const parts = [
    path === undefined ? sentence : style.title(sentence),
    lines.join("\n"),
    path?.steps.length ? writeSupport(style, network, path, answer.question) : "",
    style.sources(sources).join("\n"),
    style.escape(describeQuestion(answer.question)),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/**
 * What a path stands on, and its id.
 * @param {PathStyle} style
 * @param {Network} network
 * @param {Path} path
 * @param {PathQuestion} question
 */
function writeSupport(style, network, path, question) {
  const merit = describeMerit(network, path, question);
  const notes = style.escape([...merit, ...describePathNotes(path.support)].join(" "));
  return [notes, `Cite as ${style.code(formatPathId(network, path.steps))}`].join(style.gap);
}

/**
 * Read from where the step starts, whichever way the relation runs; its sources in the order of
 * their numbers.
 * @param {PathWriter} writer
 * @param {Relation} relation
 * @param {any} actorIndex
 * @returns {CitedRelation}
 */
function citeRelation({ style, network, claims, numbers }, relation, actorIndex) {
  const cited = new Set(relation.references.map((reference) => numberCitation(reference, numbers)));
  return {
    type: style.escape(relation.type.id),
    sentence: style.escape(describeQualifiedRelation(network, relation, actorIndex, claims)),
    numbers: [...cited].sort((one, other) => one - other),
    note: style.escape(relation.note),
    own: [...relation.attributes].map(([name, text]) => style.escape(`${name}: ${text}`)),
  };
}

/**
 * As the terminal has it: the types in a column of their own, each note and each own column on a
 * line below its relation.
 * @param {string} head
 * @param {CitedStep} step
 * @param {number} width
 */
function writePlainStep(head, { relations }, width) {
  return relations.flatMap(({ type, sentence, numbers, note, own }, index) => {
    const start =
      (index ? " ".repeat(head.length) : head) +
      type +
      " ".repeat(width - countCharacters(type) + 2);
    const line = start + sentence + numbers.map((number) => ` [${number}]`).join("");
    const more = [note, ...own].filter(Boolean);
    return [line, ...more.map((text) => " ".repeat(countCharacters(start)) + text)];
  });
}

/**
 * @param {string} head
 * @param {CitedStep} step
 */
function writeMarkdownStep(head, { sentence, relations }) {
  const place = head.trimStart();
  const items = relations.map(({ type, sentence: words, numbers, note, own }) => {
    const marks = numbers.map((number) => `[^${number}]`).join("");
    const more = [note, own.join("; ")].filter(Boolean).map((text) => ` (${text})`);
    return `${" ".repeat(place.length)}- *${type}*: ${words}${marks}${more.join("")}`;
  });
  return [place + sentence, ...items];
}

/** @param {string} text */
function countCharacters(text) {
  return Array.from(text).length;
}

/**
 * What is cited again keeps its first number.
 * @param {Reference} reference
 * @param {Map<Source|string, number>} numbers
 * @returns {number}
 */
export function numberCitation({ source, text }, numbers) {
  const cited = source ?? text ?? "";
  const number = numbers.get(cited) ?? numbers.size + 1;
  numbers.set(cited, number);
  return number;
}

/**
 * The citation with its address as a link: where the citation gives it, or else behind it.
 * @param {PathStyle} style
 * @param {Source|string} cited
 */
function writeReference(style, cited) {
  const { text, url, address } = readCitation(
    typeof cited === "string" ? { text: cited } : { source: cited },
  );
  if (address === null) return style.cite(text);
  const [before, ...after] = text.split(url);
  if (!after.length) return `${style.escape(text)} ${style.link(address)}`;
  return style.escape(before) + style.link(address) + style.escape(after.join(url));
}
