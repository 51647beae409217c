import { LONGEST_QUESTION, listExamples } from "../core/ask.js";
import { describeAnswer } from "../core/sentences.js";
import { splitStepSentence } from "../core/step_sentence.js";
import { announce } from "./announce.js";
import { copyText } from "./clipboard.js";
import { buildButton, element, getPart, isolate, replaceContent } from "./element.js";
import { buildStep } from "./path_answer.js";

/**
 * A box for questions, and their answers in sentences with sources.
 * @param {PanelContext} context
 * @param {HTMLElement} body
 * @returns {PanelBody}
 */
function createAskPanel(context, body) {
  const { store } = context;
  const send = () => {
    store.ask(field.value);
    announce(describeAsked(store));
    // The panel of paths may stand in the place of this one.
    if (store.state.path) getPart("path-answer").focus({ preventScroll: true });
  };
  const field = element("input", {
    id: "ask",
    class: "field",
    type: "text",
    maxlength: LONGEST_QUESTION,
    placeholder: "? leads A; A attacks …",
    autocomplete: "off",
    spellcheck: false,
    "aria-describedby": "ask-help",
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && !event.isComposing) send();
    },
  });
  const answer = element("div", { class: "ask-answer", id: "ask-answer", tabindex: -1 });
  const form = element(
    "div",
    { class: "ask-form" },
    element("label", { for: "ask" }, "Question"),
    element(
      "div",
      { class: "ask-line" },
      field,
      buildButton("deed", { "data-key": "ask", click: send }, "Ask"),
    ),
  );
  body.append(form, answer);
  return {
    draw: () => {
      if (document.activeElement !== field || !field.value) field.value = store.state.ask;
      replaceContent(answer, store.answer.question ? buildAnswer(context) : buildHelp(store));
    },
  };
}

/** @param {Store} store */
function describeAsked({ network, answer }) {
  const { question } = answer;
  return question
    ? (question.error?.message ?? question.sentence)
    : describeAnswer(network, answer);
}

/** @param {Store} store */
function buildHelp(store) {
  const examples = listExamples(store.network).map((text) =>
    element(
      "li",
      {},
      buildButton("link", { "data-key": text, click: () => store.ask(text) }, isolate(text)),
    ),
  );
  return [
    element(
      "p",
      { class: "quiet", id: "ask-help" },
      "Write ? for anybody, or a capital letter such as A for anybody who is the same wherever " +
        "it stands; A[person] is a person. Between two actors write a type, + for ties, - for " +
        "tensions, or any; behind them, if you like, a date: @2022.",
    ),
    element("p", { class: "quiet" }, "For example:"),
    element("ul", { class: "ask-examples" }, examples),
  ];
}

/** @param {PanelContext} context */
function buildAnswer(context) {
  const { store } = context;
  const question = /** @type {Asked} */ (store.answer.question);
  if (question.error) return [buildError(store, question.error), ...buildHelp(store)];
  const { state } = store;
  const several = question.groups.length > 1;
  return [
    element("p", { class: "ask-sentence", dir: "auto" }, question.sentence),
    ...question.notes.map((note) => element("p", { class: "quiet", dir: "auto" }, note)),
    question.groups.map((group, at) =>
      buildGroup(context, group, several ? at + 1 : 0, state.askNumber === at + 1),
    ),
    buildActions(store, question),
  ];
}

/**
 * What is wrong, and the question with the place marked.
 * @param {Store} store
 * @param {NonNullable<Asked["error"]>} error
 */
function buildError({ state: { ask } }, { message, start, end }) {
  const marked = end > start;
  return element(
    "div",
    { class: "ask-error", role: "alert" },
    element("p", { dir: "auto" }, message),
    marked
      ? element(
          "p",
          { dir: "auto" },
          ask.slice(0, start),
          element("b", { class: "ask-wrong" }, ask.slice(start, end)),
          ask.slice(end),
        )
      : null,
  );
}

/**
 * @param {PanelContext} context
 * @param {AskedGroup} group
 * @param {number} number 0 where there is only this one
 * @param {boolean} isChosen
 */
function buildGroup({ store, styles }, { heading, steps }, number, isChosen) {
  const choose = () => store.set({ askNumber: isChosen ? 0 : number }, "askNumber");
  return element(
    "section",
    { class: "ask-group" },
    heading && number
      ? element(
          "h3",
          {},
          buildButton(
            "link",
            { "data-key": `group ${number}`, "aria-pressed": String(isChosen), click: choose },
            isolate(heading),
          ),
        )
      : heading
        ? element("h3", {}, isolate(heading))
        : null,
    element(
      "ol",
      { class: "steps" },
      // Whether a relation holds then, each part of a pattern may ask for a time of its own.
      steps.map(({ step, network }, at) =>
        buildStep({ store: { ...store, network }, styles }, step, at),
      ),
    ),
  );
}

/**
 * @param {Store} store
 * @param {Asked} question
 */
function buildActions(store, question) {
  const { state } = store;
  const write = () =>
    [
      question.sentence,
      ...question.groups.flatMap(({ heading, steps }) => [
        ...(heading ? ["", heading] : []),
        ...steps.map(({ step, network }) =>
          splitStepSentence(network, step, store.answer.claims).join(""),
        ),
      ]),
      "",
      ...question.notes,
    ].join("\n");
  const deeds = [
    question.groups.length
      ? buildButton(
          "deed",
          {
            "data-key": "only",
            "aria-pressed": String(state.askAlone),
            click: () => store.set({ askAlone: !state.askAlone }),
          },
          "Show only this",
        )
      : null,
    buildButton(
      "deed",
      { "data-key": "copy", click: () => copyText(write(), "Copied as text") },
      "Copy text",
    ),
    buildButton("deed", { "data-key": "clear", click: () => store.ask("") }, "Clear"),
  ];
  return element("div", { class: "deeds" }, deeds);
}

/**
 * What fits a pattern, what connects or separates actors, who is near one.
 * @type {Panel}
 */
export const askPanel = { create: createAskPanel };
