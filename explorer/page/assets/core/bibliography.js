/**
 * Sources as BibTeX and as CSL-JSON, for programs that keep references; the same as
 * `explorer/report/bibliography.py`.
 */
import { makeVisible, readWebAddress } from "./text.js";

/** @typedef {Record<string, any>} Item */

const DATE = /^(-?[0-9]{1,6})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?]?)$/;
const FIELDS = ["author", "title", "year", "month", "publisher", "URL", "note"];
/** @type {Record<string, string>} */
const SIGNS = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/**
 * The references of a path, each once, in the order in which it cites them.
 *
 * @param {Network} network
 * @param {Path} path
 * @returns {Reference[]}
 */
export function listPathReferences(network, path) {
  const cited = path.steps
    .flatMap(({ relations }) => relations)
    .flatMap((index) => network.relations[index].references);
  return [...new Map(cited.map((each) => [each.source ?? each.text, each])).values()];
}

/**
 * @param {Reference[]} references
 * @returns {Item[]}
 */
export function toCslItems(references) {
  const used = new Set();
  return references.map((reference) => toCslItem(nameItem(used, reference), reference));
}

/**
 * @param {Reference[]} references
 * @returns {string}
 */
export function writeCslJson(references) {
  return `${JSON.stringify(toCslItems(references), null, 2)}\n`;
}

/**
 * @param {Reference[]} references
 * @returns {string}
 */
export function writeBibtex(references) {
  return `${toCslItems(references).map(formatEntry).join("\n\n")}\n`;
}

/**
 * @param {Set<string>} used
 * @param {Reference} reference
 */
function nameItem(used, { source }) {
  const given = source ? source.id : "reference";
  const stem = given.replace(/[^A-Za-z0-9_:-]+/g, "-").replace(/^-+|-+$/g, "") || "source";
  let name = stem;
  for (let number = 2; used.has(name.toLowerCase()); number++) name = `${stem}-${number}`;
  used.add(name.toLowerCase());
  return name;
}

/**
 * @param {string} id
 * @param {Reference} reference
 * @returns {Item}
 */
function toCslItem(id, reference) {
  const { source, text = "" } = reference;
  const address = findAddress(source ? [source.url, source.archiveUrl] : [text]);
  const type = address ? "webpage" : "document";
  if (!source) {
    return { id, type, title: makeVisible(text), ...(address ? { URL: address } : {}) };
  }
  const fields = {
    title: makeVisible(source.title || source.id),
    author: source.author && [{ literal: makeVisible(source.author) }],
    issued: source.date && toCslDate(source.date),
    publisher: makeVisible(source.publisher),
    URL: address,
    note: describeWay(source, address),
  };
  return { id, type, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) };
}

/**
 * The first that is a web address, as it is written, and has nothing that ends a link.
 * @param {string[]} addresses
 */
function findAddress(addresses) {
  const isSafe = (/** @type {string} */ each) =>
    readWebAddress(each) !== null && !/[<>"'`^{|}]/.test(each);
  return addresses.find(isSafe) ?? "";
}

/**
 * @param {Source} source
 * @param {string} address
 */
function describeWay({ via, archiveUrl }, address) {
  const archive = findAddress([archiveUrl]);
  const words = [
    via && `Quoted in ${via}.`,
    archive && archive !== address && `Archived: ${archive}`,
  ];
  return makeVisible(words.filter(Boolean).join(" "));
}

/** @param {string} date */
function toCslDate(date) {
  const match = DATE.exec(date);
  if (!match) return { literal: makeVisible(date) };
  const parts = match.slice(1, 4).filter(Boolean).map(Number);
  return { "date-parts": [parts], ...(match[4] ? { circa: true } : {}) };
}

/** @param {Item} item */
function formatEntry(item) {
  const { issued = {} } = item;
  const [year = issued.literal, month] = issued["date-parts"]?.[0] ?? [];
  /** @type {Item} */
  const fields = { ...item, author: item.author?.[0].literal, year, month };
  const lines = FIELDS.filter((name) => fields[name] !== undefined).map(
    (name) => `  ${name.toLowerCase()} = ${brace(String(fields[name]), name)},`,
  );
  return [`@misc{${item.id},`, ...lines, "}"].join("\n");
}

/**
 * @param {string} text
 * @param {string} name
 */
function brace(text, name) {
  if (name === "URL") return `{${text}}`;
  const escaped = text.replace(/[\\{}#$%&_~^]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
  return ["author", "title", "publisher"].includes(name) ? `{{${escaped}}}` : `{${escaped}}`;
}
