/** The answer to a path: its steps with their relations and sources, or why there is none. */
import { writePathMarkdown, writePathText } from "../core/citation.js";
import { mergeMutual } from "../core/claims.js";
import { formatCount, formatWhole } from "../core/counts.js";
import { makeFiltersShowing } from "../core/filters.js";
import { describeNoPath } from "../core/no_path.js";
import { MOST_COUNTED, formatPathCount } from "../core/path_counts.js";
import { describeMerit } from "../core/path_question.js";
import {
  describeBound,
  describeOthers,
  describeSigns,
  describeSupport,
  describeUncertain,
  isByLength,
} from "../core/path_support.js";
import {
  describeRelationFrom,
  splitAnswerSentence,
  splitRelationSentence,
} from "../core/sentences.js";
import { findStepDates, splitStepSentence } from "../core/step_sentence.js";
import { listTurnNotes } from "../core/step_time.js";
import { VERSIONS } from "../core/versions.js";
import { copyText } from "./clipboard.js";
import { element, isolate, isolateNames } from "./element.js";
import { buildIconButton } from "./icons.js";
import { drawLineSample } from "./legend_samples.js";
import { buildReferenceList } from "./references.js";
import { buildFacts } from "./relation_facts.js";
import { buildCitation, listCopies } from "./path_cite.js";
import { buildAttributeList } from "./relation_item.js";

/** @param {PathPanel} panel */
export function buildAnswer(panel) {
  const { store } = panel;
  const {
    answer: { path, leftOut },
    state,
  } = store;
  if (leftOut.length) {
    return [
      element(
        "p",
        { class: "path-none" },
        isolateNames(splitAnswerSentence(store.network, store.answer)),
      ),
      element(
        "div",
        { class: "deeds" },
        leftOut.map((actor) => buildShowButton(store, actor)),
      ),
    ];
  }
  const one = path?.paths[state.pathNumber - 1];
  if (!path || !one?.steps.length) {
    return [
      element(
        "p",
        { class: "path-none" },
        isolateNames(splitAnswerSentence(store.network, store.answer)),
      ),
      path ? buildNote(describeBound(path) || describeWhy(store, path)) : null,
      buildVersionHint(store),
    ];
  }
  return [
    buildHead(panel, path),
    ...buildLeadNotes(path, state.pathNumber),
    buildVersionHint(store),
    element(
      "ol",
      { class: "steps" },
      one.steps.map((step, i) => buildStep(panel, step, i)),
    ),
    buildNotes(store.network, path, state.pathNumber),
    [...buildCitation(panel, path, one), buildActions(panel, one)],
  ];
}

/**
 * @param {Store} store
 * @param {PathAnswer} path without any
 */
function describeWhy({ network, state }, { why }) {
  return why ? describeNoPath(network, why, state) : "";
}

/**
 * What to know before a path: that it is uncertain; of the first, that others differ in sign.
 * @param {PathAnswer} path
 * @param {number} number
 */
function buildLeadNotes(path, number) {
  const uncertain = describeUncertain(path.paths[number - 1].support);
  return [uncertain, number === 1 ? describeSigns(path) : ""].map(buildNote);
}

/**
 * What makes the path good, what it stands on, and below the first how many others there are.
 * @param {Network} network
 * @param {PathAnswer} path
 * @param {number} number
 */
function buildNotes(network, path, number) {
  const shown = path.paths[number - 1];
  const notes = [
    ...describeMerit(network, shown, path.question),
    ...describeSupport(shown.support),
  ];
  const others = number === 1 && path.count > 1 ? `${describeOthers(path)}.` : "";
  return [notes.join(" "), others, describeBound(path)].map(buildNote);
}

/** @param {string} words */
function buildNote(words) {
  return words ? element("p", { class: "quiet", dir: "auto" }, words) : null;
}

/**
 * @param {Store} store
 * @param {Actor} actor
 */
function buildShowButton(store, actor) {
  return element(
    "button",
    {
      type: "button",
      class: "deed",
      "data-key": `show ${actor.id}`,
      click: () => store.filter(makeFiltersShowing(store.network, store.filters(), actor)),
    },
    "Show ",
    isolate(actor.name),
    " again",
  );
}

/**
 * Where two versions are shown, in which of them the path was looked for.
 * @param {Store} store
 */
function buildVersionHint({ network, state }) {
  return network.versions && state.filters.version === VERSIONS[0]
    ? element("p", { class: "quiet" }, "In the later version. Turn to Before for the earlier one.")
    : null;
}

/**
 * Of how many paths one is shown, and which these are.
 * @param {PathAnswer} path
 */
function describeCount({ question, count, isLeast, cutShort, paths }) {
  if (question.k) return `the ${formatWhole(paths.length)} best`;
  const isShortest = isByLength(question);
  const total = formatPathCount(count, isLeast ? MOST_COUNTED : count);
  const limit = cutShort ? `, first ${paths.length} listed` : "";
  return `${total} equally ${isShortest ? "short" : "good"}${limit}`;
}

/**
 * @param {PathPanel} panel
 * @param {PathAnswer} path
 */
function buildHead({ store }, path) {
  const { state } = store;
  /** @param {number} pathNumber */
  const go = (pathNumber) => store.set({ pathNumber }, "pathNumber");
  const several = path.paths.length > 1;
  const isShortest = isByLength(path.question);
  const shown = path.paths[state.pathNumber - 1];
  return element(
    "div",
    { class: "path-head" },
    element(
      "p",
      { class: "path-length" },
      element("b", {}, formatCount(shown.steps.length, "step")),
      several
        ? ` · path ${state.pathNumber} of ${describeCount(path)}`
        : path.question.k
          ? " · the only such path"
          : ` · the only path this ${isShortest ? "short" : "good"}`,
    ),
    several
      ? element(
          "div",
          { class: "path-turn" },
          buildIconButton("back", "Previous path", () => go(state.pathNumber - 1), {
            disabled: state.pathNumber <= 1,
            "data-key": "previous path",
          }),
          buildIconButton("next", "Next path", () => go(state.pathNumber + 1), {
            disabled: state.pathNumber >= path.paths.length,
            "data-key": "next path",
          }),
        )
      : null,
  );
}

/**
 * @param {Pick<PathPanel, "store"|"styles">} panel
 * @param {Step} step
 * @param {number} i
 */
export function buildStep(panel, step, i) {
  const { network, answer } = panel.store;
  const relations = step.relations.map((index) => network.relations[index]);
  const claims = mergeMutual(relations).map((relation) => buildStepRelation(panel, relation, step));
  const turns = listTurnNotes(network, step.relations, (relation) =>
    describeRelationFrom(network, relation, step.source),
  );
  return element(
    "li",
    { class: "step" },
    element("span", { class: "step-number", "aria-hidden": "true" }, i + 1),
    element(
      "div",
      {},
      element(
        "p",
        { class: "step-line" },
        isolateNames(splitStepSentence(network, step, answer.claims)),
      ),
      turns.map((words) => element("p", { class: "quiet", dir: "auto" }, words)),
      element("ul", { class: "step-claims" }, claims),
    ),
  );
}

/**
 * One relation of a step as a sentence from where the step starts, with all that is known of it.
 * @param {Pick<PathPanel, "store"|"styles">} panel
 * @param {Relation} relation
 * @param {Step} step
 */
function buildStepRelation({ store, styles }, relation, step) {
  const { network, answer } = store;
  const from = step.source;
  const dates = findStepDates(network, step, answer.claims, relation);
  return element(
    "li",
    {},
    drawLineSample(styles.types[network.types.indexOf(relation.type)], relation.source !== from),
    element(
      "div",
      {},
      element(
        "button",
        {
          type: "button",
          class: "link claim-link",
          "data-key": `claim ${relation.id}`,
          click: () => store.chooseRelation(relation.id),
        },
        isolateNames(splitRelationSentence(network, relation, from, dates)),
      ),
      buildFacts(store, relation),
      relation.note ? element("p", { class: "note", dir: "auto" }, relation.note) : null,
      buildAttributeList(relation.attributes),
      buildReferenceList(relation.references),
    ),
  );
}

/**
 * The name of an actor as a question takes it, else its id.
 * @param {Actor} actor
 */
function quoteName({ id, name }) {
  return /[;"]/.test(name) ? id : name;
}

/**
 * @param {PathPanel} panel
 * @param {Path} path
 */
function buildActions(panel, path) {
  const { store } = panel;
  const { network, answer } = store;
  /**
   * @param {typeof writePathText} write
   * @param {string} what
   */
  const copy = (write, what) => async () => {
    if (!answer.path) return;
    await copyText(write(network, path, answer.path, answer.claims), `Copied as ${what}`);
  };
  /**
   * @param {string} text
   * @param {() => void} click
   * @param {Attributes} [attributes]
   */
  const deed = (text, click, attributes) =>
    element(
      "button",
      { type: "button", class: "deed", click, "data-key": text, ...attributes },
      text,
    );
  return element(
    "div",
    { class: "deeds" },
    deed("Show only this", () => store.set({ pathAlone: !store.state.pathAlone }), {
      "aria-pressed": String(Boolean(store.state.pathAlone)),
    }),
    deed("What separates them", () => {
      const ends = [path.actors[0], path.actors[path.actors.length - 1]];
      store.ask(`cut ${ends.map((end) => quoteName(network.actors[end])).join("; ")}`);
    }),
    deed("Copy text", copy(writePathText, "text")),
    deed("Copy Markdown", copy(writePathMarkdown, "Markdown")),
    ...listCopies(store, path).map(([text, click]) => deed(text, click)),
    deed("Clear", panel.clear),
  );
}
