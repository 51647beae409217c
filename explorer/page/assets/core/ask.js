/**
 * Questions that are typed: a pattern, or what the terminal's commands of these names take:
 * "path A, B", "between A, B, C", "cut A, B", "cut --relations A, B", "ego A --depth 2",
 * "cite path:...".
 */
import { readActors, readEnds } from "./ask_names.js";
import { findCitedPath } from "./cited_path.js";
import { judgeClaims } from "./claims.js";
import {
  describeConnection,
  findConnection,
  listConnectionNotes,
  MOST_CONNECTED,
} from "./connection.js";
import { formatWhole } from "./counts.js";
import { describeCut, findCut, listCutNotes } from "./cut.js";
import { describeEgoNetwork, findEgoNetwork, listEgoNotes, nameDistance } from "./ego_network.js";
import { findBestPaths } from "./paths.js";
import { SHORTEST } from "./path_question.js";
import { describeNotes } from "./path_support.js";
import { LONGEST_PATTERN, parsePattern } from "./pattern_parse.js";
import {
  buildMatchSteps,
  describeMatches,
  findMatches,
  listMatchNotes,
  nameMatch,
} from "./pattern_search.js";
import { splitPathSentence } from "./sentences.js";
import { buildSteps, makeStepFinder, toStepFields } from "./step_finder.js";

/** @import { StepFinder } from "./step_finder.js" */
/** @typedef {Omit<Asked, "error"|"shown">} AnsweredText */

export const LONGEST_QUESTION = LONGEST_PATTERN;
const MOST_LISTED = 100;
const MOST_GROUPS = 20; // of matches, and of paths
const DEEPEST = 20;
const COMMAND = /^\s*(?:(path|between|cut|ego|cite)\s+)?(.*)$/s;
const DEPTH = /\s--depth[\s=]+(\d+)\s*$/;
const TO_CONNECT = "to connect them";
const BY_RELATIONS = /(?:^|\s)--relations(?=\s|$)/;

/**
 * Answers a question over the relations that the filters keep.
 *
 * @param {Network} network
 * @param {string} text
 * @param {{mask: Uint8Array, asked: AskedTime|null}} kept
 * @returns {Asked|null} null for no question
 */
export function answerQuestion(network, text, kept) {
  if (!text.trim()) return null;
  try {
    const { command, rest } = readCommand(text);
    const answer = command ? ANSWERS[command] : answerPattern;
    const answered = answer(network, command ? rest : text, kept);
    return { error: null, ...answered, shown: new Map() };
  } catch (error) {
    const why = describeError(/** @type {Error} */ (error), text);
    return { ...NOTHING, error: why, shown: new Map() };
  }
}

/**
 * The two actors between whom a path is asked for: a panel of its own answers it.
 *
 * @param {Network} network
 * @param {string} text
 * @returns {[from: string, to: string]|null} their ids; null for any other question, and where a
 *   name cannot be read
 */
export function findAskedEnds(network, text) {
  const { command, rest } = readCommand(text);
  if (command !== "path") return null;
  try {
    const [from, to] = readEnds(network, rest, TO_CONNECT);
    return [from.id, to.id];
  } catch {
    return null;
  }
}

/** @param {string} text */
function readCommand(text) {
  const [, named, rest] = COMMAND.exec(text) ?? [];
  return { command: /^path:\S+\s*$/.test(rest) ? "cite" : named, rest };
}

/**
 * The answer to a question in words and ids, as scripts ask for it.
 *
 * @param {Network} network
 * @param {Selected} kept
 * @param {string} text
 */
export function describeQuestion(network, kept, text) {
  const { reasons, mask } = kept;
  const asked = reasons && { reasons, span: "" };
  const answer = answerQuestion({ ...network, reasons }, text, { mask, asked });
  if (!answer) return null;
  const { error, sentence, notes, groups } = answer;
  if (error) return { error: error.message };
  const steps = groups.map((group) =>
    toStepFields(
      network,
      group.steps.map(({ step }) => step),
    ),
  );
  return { sentence, notes, headings: groups.map(({ heading }) => heading), steps };
}

/**
 * Questions that the network may answer, to begin with.
 * @param {Network} network
 * @returns {string[]}
 */
export function listExamples({ actors, relations, ties }) {
  const degrees = actors.map(({ index }) => new Set(ties[index]).size);
  const [one, two, three] = [...actors]
    .sort((a, b) => degrees[b.index] - degrees[a.index] || a.index - b.index)
    .map(({ name }) => (/[,;]/.test(name) ? "" : name))
    .filter(Boolean);
  const type = relations.find((relation) => !relation.disputes && !relation.type.mutual)?.type.id;
  return [
    ...(type ? [`? ${type} A; A any ?`] : []),
    ...(three ? [`between ${one}, ${two}, ${three}`] : []),
    ...(two ? [`cut ${one}, ${two}`, `ego ${one} --depth 2`] : []),
  ];
}

/** @type {AnsweredText} */
const NOTHING = { sentence: "", notes: [], groups: [], actors: [] };

/** @typedef {{mask: Uint8Array, asked: AskedTime|null}} Kept */

/** @type {Record<string, (network: Network, text: string, kept: Kept) => AnsweredText>} */
const ANSWERS = {
  path: answerPath,
  between: answerBetween,
  cut: answerCut,
  ego: answerEgo,
  cite: answerCite,
};

/**
 * @param {Network} network
 * @param {string} text
 * @param {Kept} kept
 */
function answerPath(network, text, { mask, asked }) {
  const ends = readEnds(network, text, TO_CONNECT).map(({ index }) => index);
  const answer = findBestPaths(network, ends, SHORTEST, { mask, asked, limit: MOST_GROUPS });
  const { paths, count } = answer;
  return {
    sentence: splitPathSentence(network, answer, 1, judgeClaims(network, mask)).join(""),
    notes: describeNotes(network, answer),
    groups: paths.map(({ steps }, at) =>
      makeGroup(network, `Path ${at + 1} of ${formatWhole(count)}`, steps),
    ),
    actors: ends,
  };
}

/**
 * @param {Network} network
 * @param {string} text
 * @param {Kept} kept
 */
function answerBetween(network, text, kept) {
  const ends = readActors(network, text).map(({ index }) => index);
  if (ends.length < 2) throw new Error(`Name two actors or more, ${TO_CONNECT}.`);
  if (ends.length > MOST_CONNECTED) throw new Error(`Name at most ${MOST_CONNECTED} actors.`);
  const finder = makeStepFinder(network, kept);
  const found = findConnection(network, finder, ends, kept);
  return {
    sentence: describeConnection(network, ends, found),
    notes: listConnectionNotes(found),
    groups: found.steps.length ? [makeGroup(network, "", found.steps)] : [],
    actors: ends,
  };
}

/**
 * @param {Network} network
 * @param {string} text
 * @param {Kept} kept
 */
function answerCut(network, text, kept) {
  const [one, other] = readEnds(network, text.replace(BY_RELATIONS, ""), "to separate them");
  const finder = makeStepFinder(network, kept);
  const cut = findCut(finder, one.index, other.index, !BY_RELATIONS.test(text));
  const paths = cut.paths
    .slice(0, MOST_GROUPS)
    .map((path, at) =>
      makeGroup(network, `Path ${at + 1} of ${cut.paths.length}`, buildPathSteps(finder, path)),
    );
  return {
    sentence: describeCut(network, cut),
    notes: listCutNotes(network, cut),
    groups: [...(cut.direct ? [makeGroup(network, "", [cut.direct])] : []), ...paths],
    actors: [one.index, other.index],
  };
}

/**
 * @param {Network} network
 * @param {string} text
 * @param {Kept} kept
 */
function answerEgo(network, text, kept) {
  const depth = Number(DEPTH.exec(text)?.[1] ?? 1);
  if (depth < 1 || depth > DEEPEST) throw new Error(`--depth must be 1 to ${DEEPEST}.`);
  const [actor, more] = readActors(network, text.replace(DEPTH, ""));
  if (!actor || more) throw new Error("Name one actor.");
  const finder = makeStepFinder(network, kept);
  const ego = findEgoNetwork(network, finder, actor.index, depth, MOST_LISTED);
  const groups = ego.counts.flatMap((_, at) => {
    const members = ego.members.filter(({ distance }) => distance === at + 1);
    const steps = buildSteps(
      finder,
      members.map((member) => [member.before, member.actor]),
    );
    const heading = nameDistance(at + 1);
    return steps.length
      ? [makeGroup(network, `${heading[0].toUpperCase()}${heading.slice(1)}`, steps)]
      : [];
  });
  return {
    sentence: describeEgoNetwork(network, ego),
    notes: listEgoNotes(ego),
    groups,
    actors: [actor.index],
  };
}

/**
 * @param {Network} network
 * @param {string} text
 * @param {Kept} kept
 */
function answerCite(network, text, kept) {
  const finder = makeStepFinder(network, kept);
  const { steps, ...said } = findCitedPath(network, finder, kept.mask, text.trim());
  const ends = steps.length ? [steps[0].source, steps[steps.length - 1].target] : [];
  return { ...said, groups: steps.length ? [makeGroup(network, "", steps)] : [], actors: ends };
}

/**
 * @param {Network} network
 * @param {string} text
 * @param {Kept} kept
 */
function answerPattern(network, text, { mask }) {
  const pattern = parsePattern(network, text);
  const found = findMatches(network, pattern, mask);
  const groups = found.matches.slice(0, MOST_GROUPS).map((match, at) => ({
    heading: `${at + 1}. ${nameMatch(network, pattern, match)}`,
    steps: buildMatchSteps(network, pattern, mask, match),
    actors: match,
  }));
  const more = found.matches.length > groups.length;
  return {
    sentence: describeMatches(found),
    notes: [...listMatchNotes(found), ...(more ? [`The first ${groups.length} are listed.`] : [])],
    groups,
    actors: pattern.slots.flatMap(({ row }) => (row === null ? [] : [row])),
  };
}

/**
 * @param {StepFinder} finder
 * @param {number[]} path
 */
function buildPathSteps(finder, path) {
  return buildSteps(
    finder,
    path.slice(1).map((there, step) => [path[step], there]),
  );
}

/**
 * @param {Network} network
 * @param {string} heading
 * @param {Step[]} steps
 * @returns {AskedGroup}
 */
function makeGroup(network, heading, steps) {
  return {
    heading,
    steps: steps.map((step) => ({ step, network })),
    actors: [...new Set(steps.flatMap(({ source, target }) => [source, target]))],
  };
}

/**
 * @param {Error} error
 * @param {string} text
 * @returns {NonNullable<Asked["error"]>}
 */
function describeError(error, text) {
  if (!("start" in error)) return { message: error.message, start: 0, end: 0 };
  const { start, end } = /** @type {any} */ (error);
  const what = /^(?:is|has|needs|ends)\b/.test(error.message)
    ? `This ${error.message}`
    : `${error.message[0].toUpperCase()}${error.message.slice(1)}`;
  return { message: what, start, end: Math.min(end, text.length) };
}
