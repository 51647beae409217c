/** Read the options and names of a search for paths; what cannot be read is refused. */
import { formatWhole } from "./counts.js";
import { readBases, readClaimants } from "./claim_options.js";
import { CONFIDENCE_DUE, parseConfidence } from "./confidence.js";
import { describeReversal, describeWrongDate } from "./date_advice.js";
import { isAskedDate } from "./dates.js";
import { quote, readChoices, readWords, refuse, suggestChoice } from "./option_errors.js";
import { MOST_RANKED, ORDERS } from "./path_question.js";
import { resolveActor } from "./resolved_actor.js";

/**
 * How each option is read; what it cannot mean is refused.
 * @type {Record<string, (network: Network, name: string, value: unknown) => any>}
 */
const OPTIONS = {
  only: readTypes,
  avoid: readTypes,
  avoid_actor: (network, name, value) =>
    readWords(name, value).map((word) => resolveActor(network, word).id),
  only_actor: (network, name, value) =>
    readWords(name, value).map((word) => resolveActor(network, word).index),
  kind: readKinds,
  avoid_kind: readKinds,
  at: readDate,
  from: readDate,
  to: readDate,
  certain: readFlag,
  min_confidence: readConfidence,
  unrated: readFlag,
  according_to: readClaimants,
  basis: readBases,
  avoid_basis: readBases,
  directed: readFlag,
  together: readFlag,
  in_order: readFlag,
  limit: readLimit,
  by: readOrder,
  k: (network, name, value) => readLimit(network, name, value, MOST_RANKED),
  max_length: readLimit,
  hubs: readFlag,
  via: (network, name, value) =>
    readWords(name, value).map((word) => resolveActor(network, word).index),
};

/**
 * Reads the options, without those that are not given.
 * @param {Network} network
 * @param {PathOptions} options
 * @returns {ParsedPathOptions}
 */
export function readPathOptions(network, options) {
  if (options === null || typeof options !== "object") {
    refuse("options", `${quote(options)} is not an object such as { avoid: ["borders"] }.`);
  }
  /** @type {Record<string, any>} */
  const parsed = {};
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(OPTIONS, name)) {
      refuse(name, `there is no such option. ${suggestChoice(name, Object.keys(OPTIONS))}`);
    }
    if (value !== undefined && value !== null) parsed[name] = OPTIONS[name](network, name, value);
  }
  checkTogether(parsed);
  return parsed;
}

/**
 * Refuses what the options do not mean together, as Python does.
 * @param {ParsedPathOptions} options
 */
function checkTogether(options) {
  const { at, from = "", to = "", certain, min_confidence: least, unrated } = options;
  if (options.together && options.in_order) {
    refuse("together", "and steps in order exclude each other. Ask for one, then for the other.");
  }
  const reversal = describeReversal(from, to);
  if (reversal) refuse("to", reversal);
  if (certain && !(at || from || to)) refuse("certain", "needs at, from or to.");
  if (unrated === false && least === undefined) refuse("unrated", "needs min_confidence.");
}

/**
 * @param {Network} network
 * @param {string} option
 * @param {unknown} value
 */
function readTypes(network, option, value) {
  const choices = network.types.map(({ id }) => id);
  /** @param {string} word */
  const describe = (word) => `${word} is not a relation type here.`;
  return readChoices(option, value, choices, describe, "Known");
}

/**
 * @param {Network} network
 * @param {string} option
 * @param {unknown} value
 */
function readKinds(network, option, value) {
  const choices = network.kinds.map(({ id }) => id);
  return readChoices(option, value, choices, (word) => `no actor is of the kind ${word}.`);
}

/**
 * A year may be a number; an empty text asks for no date.
 * @param {Network} _
 * @param {string} option
 * @param {unknown} value
 * @returns {string}
 */
function readDate(_, option, value) {
  const text = String(value);
  if (text !== "" && !isAskedDate(text)) refuse(option, describeWrongDate(text, quote(value)));
  return text;
}

/**
 * @param {Network} _
 * @param {string} option
 * @param {unknown} value
 * @returns {boolean}
 */
function readFlag(_, option, value) {
  if (typeof value !== "boolean") refuse(option, `${quote(value)} is neither true nor false.`);
  return value;
}

/**
 * @param {Network} _
 * @param {string} option
 * @param {unknown} value
 * @returns {number}
 */
function readConfidence(_, option, value) {
  const share = ["number", "string"].includes(typeof value)
    ? parseConfidence(String(value).trim())
    : null;
  return share ?? refuse(option, `${quote(value)} is not a confidence. ${CONFIDENCE_DUE}`);
}

/**
 * @param {Network} _
 * @param {string} option
 * @param {unknown} value
 * @returns {PathOrder}
 */
function readOrder(_, option, value) {
  const order = ORDERS.find((each) => each === value);
  return (
    order ??
    refuse(
      option,
      `${quote(value)} is not an order of paths. ${suggestChoice(String(value), ORDERS)}`,
    )
  );
}

/**
 * @param {Network} _
 * @param {string} option
 * @param {unknown} value
 * @param {number} [most]
 * @returns {number}
 */
function readLimit(_, option, value, most = Infinity) {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    return refuse(option, `${quote(value)} is not a whole number. Give 1 or more.`);
  }
  if (value > most) {
    refuse(option, `must be ${formatWhole(most)} or less, not ${value}.`);
  }
  return value < 1 ? refuse(option, `must be 1 or more, not ${value}.`) : value;
}
