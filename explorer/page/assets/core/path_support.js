/**
 * What a path stands on, and what differs between equally short ones; the words are those of
 * `graph/analysis/paths/support.py` and `graph/analysis/paths/answer.py`.
 */
import { LONGEST_NAME } from "./claim_words.js";
import { formatCount, formatWhole } from "./counts.js";
import { describeJointTime, findJointTime, toJointTimeFields } from "./joint_time.js";
import { CERTAIN, multiplyConfidences, toMillionths } from "./merits.js";
import { MOST_COUNTED, formatPathCount } from "./path_counts.js";
import { SHORTEST, describeMerit } from "./path_question.js";
import { describeTensions, findSharedOpponents } from "./path_sign.js";
import { formatNumber } from "./sentences.js";
import { findWeakest, getCombinedConfidence, getVoices, multiplySigns } from "./step_facts.js";
import { describeSteps } from "./step_words.js";
import { shortenMiddle } from "./text.js";
import { describeSpent } from "./timed_search.js";
import { listChain } from "./voices.js";

const MOST_SOURCES = 3; // named
const NEGATIVE = "A path is negative if an odd number of its steps are tensions.";
/** @type {[NetSign, string][]} */
const SIGN_NAMES = [
  ["+", "not negative"],
  ["-", "negative"],
  ["mixed", "mixed"],
];

/**
 * @param {Network} network
 * @param {number[]} actors of a path
 * @param {StepFacts[]} steps
 * @param {boolean[]} lacking which of them have no influence, and are not excused
 * @param {AskedTime|null} asked
 * @returns {Support}
 */
export function measureSupport(network, actors, steps, lacking, asked) {
  const powerless = steps.flatMap((_, index) => (lacking[index] ? index + 1 : []));
  const support = summariseSteps(network, steps, powerless, asked);
  const { negativeSteps } = support;
  return { ...support, sharedOpponents: findSharedOpponents(network, actors, negativeSteps) };
}

/**
 * What some steps stand on together.
 *
 * @param {Network} network
 * @param {StepFacts[]} steps
 * @param {number[]} stepsWithoutInfluence their numbers, from 1
 * @param {AskedTime|null} asked
 * @returns {Support}
 */
export function summariseSteps(network, steps, stepsWithoutInfluence, asked) {
  /** @param {(facts: StepFacts) => boolean} test */
  const numbers = (test) => steps.flatMap((facts, index) => (test(facts) ? index + 1 : []));
  const weakest = steps.length ? findWeakest(network, steps) : null;
  const combined = steps.map((step) => getCombinedConfidence(network, step));
  return {
    stepCount: steps.length,
    sign: steps.reduce(
      (sign, facts) => multiplySigns(sign, facts.sign),
      /** @type {NetSign} */ ("+"),
    ),
    confidence: multiplyConfidences(combined),
    stepConfidences: combined.map((millionths) => millionths / CERTAIN),
    unratedSteps: numbers(({ confidence }) => confidence === null),
    combinedSteps: numbers(
      (facts) => getCombinedConfidence(network, facts) > toMillionths(facts.confidence),
    ),
    voiceCount: new Set(steps.flatMap((facts) => [...getVoices(network, facts)])).size,
    leastVoiceCount: steps.length
      ? Math.min(...steps.map((step) => getVoices(network, step).size))
      : 0,
    weakestStep: weakest === null ? null : weakest + 1,
    weakestConfidence: weakest === null ? null : steps[weakest].confidence,
    weakestVoiceCount: weakest === null ? 0 : getVoices(network, steps[weakest]).size,
    contestedSteps: numbers(({ doubt }) => doubt === "contested"),
    allegedSteps: numbers(({ doubt }) => doubt === "alleged"),
    inferredSteps: numbers(({ isInferred }) => isInferred),
    negativeSteps: numbers(({ sign }) => sign === "-"),
    mixedSteps: numbers(({ sign }) => sign === "mixed"),
    sharedOpponents: [],
    jointTime: findJointTime(network, steps),
    undatedSteps: numbers(({ isDated }) => !isDated),
    startlessSteps: numbers(({ isStartless }) => isStartless),
    uncertainSteps: numbers(({ isCertain }) => !isCertain),
    span: asked?.span ?? "",
    stepsWithoutInfluence,
    typesWithoutInfluence: [
      ...new Set(stepsWithoutInfluence.flatMap((number) => steps[number - 1].types)),
    ],
    fallsWithout: findNeeded(network, steps),
  };
}

/**
 * That steps may hold in the span that is asked, but not certainly.
 *
 * @param {Support} support
 * @returns {string} empty if none
 */
export function describeUncertain(support) {
  return describeSteps(support, support.uncertainSteps, `uncertain ${support.span}`);
}

/**
 * Both what to know before a path, and what it stands on.
 *
 * @param {Support} support
 * @returns {string[]}
 */
export function describePathNotes(support) {
  return [describeUncertain(support), ...describeSupport(support)].filter(Boolean);
}

/**
 * What a reader should know of a path, a sentence each.
 *
 * @param {Support} support
 * @returns {string[]}
 */
export function describeSupport(support) {
  if (!support.stepCount) return [];
  const types = support.typesWithoutInfluence.join(", ");
  return [
    `Stands on ${formatVoices(support.voiceCount, "independent voice")}.`,
    describeTensions(support),
    describeSteps(support, support.mixedSteps, "both a tie and a tension"),
    describeWeakest(support),
    describeSteps(support, support.contestedSteps, "contested"),
    describeSteps(support, support.allegedSteps, "only alleged"),
    describeSteps(support, support.inferredSteps, "only inferred"),
    describeSteps(support, support.undatedSteps, "undated"),
    describeSteps(support, support.startlessSteps, "without a start date"),
    support.stepCount > 1 ? describeJointTime(support.jointTime) : "",
    describeSteps(support, support.stepsWithoutInfluence, `without influence (${types})`),
    describeFall(support.fallsWithout),
  ].filter(Boolean);
}

/**
 * The same in the words of files and of Python: names with underscores, references by id.
 *
 * @param {Support} support
 * @returns {Record<string, unknown>}
 */
export function toSupportFields(support) {
  return {
    sign: support.sign,
    confidence: support.confidence,
    step_confidences: support.stepConfidences,
    unrated_steps: support.unratedSteps,
    combined_steps: support.combinedSteps,
    voice_count: support.voiceCount,
    least_voice_count: support.leastVoiceCount,
    weakest_step: support.weakestStep,
    weakest_confidence: support.weakestConfidence,
    weakest_voice_count: support.weakestVoiceCount,
    contested_steps: support.contestedSteps,
    alleged_steps: support.allegedSteps,
    inferred_steps: support.inferredSteps,
    negative_steps: support.negativeSteps,
    mixed_steps: support.mixedSteps,
    shared_opponents: support.sharedOpponents.map(({ id }) => id),
    undated_steps: support.undatedSteps,
    startless_steps: support.startlessSteps,
    joint_time: toJointTimeFields(support.jointTime),
    uncertain_steps: support.uncertainSteps,
    steps_without_influence: support.stepsWithoutInfluence,
    types_without_influence: support.typesWithoutInfluence,
    falls_without: support.fallsWithout.map(({ source, text = "" }) => source?.id ?? text),
    notes: describePathNotes(support),
  };
}

/**
 * That other paths as short as the first have another net sign.
 *
 * @param {PathAnswer} answer
 * @returns {string} empty if none has
 */
export function describeSigns({ paths, signCounts, count, isLeast, question }) {
  const alike = isByLength(question) ? "of this length" : "as good";
  const total = isLeast ? MOST_COUNTED : count;
  const first = paths[0]?.support.sign;
  const differing = SIGN_NAMES.filter(([sign]) => sign !== first && signCounts[sign]);
  if (!first || !differing.length) return "";
  const rest = `${formatPathCount(count - 1, total)} other paths ${alike}`;
  const [others, ...more] = differing.map(([sign, name]) => {
    const number = signCounts[sign];
    const isOne = differing.length === 1;
    const who = isOne ? nameOthers(number, count - 1, rest, alike) : formatPathCount(number, total);
    return `${who} ${number === 1 ? "is" : "are"} ${name}`;
  });
  const named = SIGN_NAMES.find(([sign]) => sign === first)?.[1];
  const comparison = more.length ? `of the ${rest} ${others} and ${more[0]}` : others;
  return `The first path is ${named}; ${comparison}. ${NEGATIVE}`;
}

/**
 * @param {number} number how many are meant
 * @param {number} of how many
 * @param {string} rest these in words
 * @param {string} alike
 */
function nameOthers(number, of, rest, alike) {
  if (of === 1) return `the other path ${alike}`;
  return number === of ? `all ${rest}` : `${formatPathCount(number)} of the ${rest}`;
}

/**
 * How many more paths there are than the first, and how many of them are mere geography.
 *
 * @param {PathAnswer} answer
 * @returns {string} such as "7 other paths of 3 steps, 2 of them with a step of borders alone"
 */
export function describeOthers(answer) {
  const { count, isLeast, length, influenceCount, typesWithoutInfluence, question } = answer;
  const more = count - 1;
  const total = isLeast ? MOST_COUNTED : count;
  const others = `other path${more === 1 ? "" : "s"}`;
  const alike = isByLength(question) ? `of ${formatCount(length ?? 0, "step")}` : "as good";
  const words = `${formatPathCount(more, total)} ${others} ${alike}`;
  const geography = count - influenceCount;
  if (!influenceCount || !geography) return words;
  const number = more === geography ? "all" : formatPathCount(geography, total);
  const they = more === 1 ? "" : `${number} of them `;
  return `${words}, ${they}with a step of ${typesWithoutInfluence.join(" or ")} alone`;
}

/** @param {PathQuestion} [question] whether paths that are as good are as long */
export function isByLength({ by, hubs } = SHORTEST) {
  return (by === "steps" || by === "influence") && hubs;
}

/**
 * That the search ended at its bound.
 *
 * @param {PathAnswer} answer
 * @returns {string} empty where it did not
 */
export function describeBound({ isBounded, paths }) {
  if (!isBounded) return "";
  if (!paths.length) return `${describeSpent()} There may be a path: set filters.`;
  const words = "The search for more would take too long, and ended";
  return `${words} after ${formatCount(paths.length, "path")}. There may be others.`;
}

/**
 * Everything that is said beside the first path.
 *
 * @param {Network} network
 * @param {PathAnswer} answer
 * @returns {string[]}
 */
export function describeNotes(network, answer) {
  const [first] = answer.paths;
  const support = first
    ? [...describeMerit(network, first, answer.question), ...describeSupport(first.support)]
    : [];
  const others = answer.count > 1 ? `${describeOthers(answer)}.` : "";
  const uncertain = answer.paths.length ? describeUncertain(answer.paths[0].support) : "";
  const bound = describeBound(answer);
  return [uncertain, describeSigns(answer), ...support, others, bound].filter(Boolean);
}

/**
 * The references without any of which a step would have no relation left, those of most steps
 * first.
 * @param {Network} network
 * @param {StepFacts[]} steps
 * @returns {Reference[]}
 */
function findNeeded(network, steps) {
  /** @type {Map<string, {reference: Reference, steps: number}>} */
  const needed = new Map();
  for (const { asserting } of steps) {
    for (const [key, reference] of findNeededByStep(network, asserting)) {
      const before = needed.get(key)?.steps ?? 0;
      needed.set(key, { reference, steps: before + 1 });
    }
  }
  return [...needed.values()]
    .sort((one, other) => other.steps - one.steps)
    .map(({ reference }) => reference);
}

/**
 * @param {Network} network
 * @param {Relation[]} relations
 * @returns {Map<string, Reference>} by id or text
 */
function findNeededByStep(network, relations) {
  const chains = relations.flatMap(({ references }) =>
    references.length ? references.map((each) => listChained(network, each)) : [new Map()],
  );
  const [first = new Map(), ...others] = chains;
  return new Map([...first].filter(([key]) => others.every((chain) => chain.has(key))));
}

/**
 * @param {Network} network
 * @param {Reference} reference
 * @returns {Map<string, Reference>}
 */
function listChained({ sourceById, sourceByCitation }, { source, text = "" }) {
  const cited = source ?? sourceByCitation.get(text);
  if (!cited) return new Map([[text, { text }]]);
  return new Map(listChain(sourceById, cited).map((each) => [each.id, { source: each }]));
}

/** @param {Support} support */
function describeWeakest({ stepCount, weakestStep, weakestConfidence, weakestVoiceCount }) {
  const rated =
    weakestConfidence === null
      ? "is not rated"
      : `has a confidence of ${formatNumber(weakestConfidence)}`;
  if (stepCount === 1) return `The step ${rated}.`;
  const voices = formatVoices(weakestVoiceCount, "voice");
  const step = formatWhole(weakestStep ?? 0);
  return `The weakest is step ${step}; it ${rated} and rests on ${voices}.`;
}

/** @param {Reference[]} references */
function describeFall(references) {
  if (!references.length) return "";
  const names = references.slice(0, MOST_SOURCES).map((each) => `"${nameReference(each)}"`);
  const more = references.length - names.length;
  if (more === 1) names.push("one other source");
  else if (more) names.push(`one of ${formatWhole(more)} other sources`);
  const last = names.pop();
  return `It falls if ${names.length ? `${names.join(", ")} or ${last}` : last} is withdrawn.`;
}

/** @param {Reference} reference */
function nameReference({ source, text = "" }) {
  return shortenMiddle(source ? source.title || source.id : text, LONGEST_NAME);
}

/**
 * @param {number} count
 * @param {string} kind
 */
function formatVoices(count, kind) {
  if (!count) return "no source";
  return count === 1 ? `one ${kind}` : formatCount(count, kind);
}
