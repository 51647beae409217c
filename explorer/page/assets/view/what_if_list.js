/** List what would be otherwise without an actor or a source. */
import { HEADINGS, describeConsequence } from "../core/consequences.js";
import { formatWhole } from "../core/counts.js";
import { joinWithAnd } from "../core/text.js";
import { canCompare, compareSupposed, suppose } from "../core/what_if.js";
import { announce } from "./announce.js";
import { buildActorButton } from "./actor_button.js";
import { element, isolate, replaceContent } from "./element.js";
import { buildLazyFold } from "./lazy_section.js";
import { appendInPortions } from "./paged_list.js";
import { runInSlices } from "./slices.js";

const PLAIN_WORD = /^[\w.-]+$/;

/**
 * The comparison that was made last: a panel that is drawn again shows it at once. `unsaid`: its
 * sentence, where it was made while the panel was drawn and is not announced yet.
 * @type {{key: unknown[], answer: WhatIf|null, show: (answer: WhatIf) => void, unsaid: string}}
 */
const last = { key: [], answer: null, show: () => {}, unsaid: "" };

/** The sentence that is to be announced beside what the filters leave; "" where there is none. */
export function takeUnsaid() {
  const { unsaid } = last;
  last.unsaid = "";
  return unsaid;
}

/**
 * Builds the list; nothing on a page of two versions, or of a large network.
 * @param {PanelContext} context
 * @param {{actor?: Actor, source?: string}} without either
 * @param {Set<string>} open the folds that are open
 */
export function buildWhatIf(context, without, open) {
  const { network, state } = context.store;
  if (!canCompare(network)) return null;
  const title = `Without this ${without.actor ? "actor" : "source"}`;
  const place = element("div", {}, element("p", { class: "quiet" }, "Being compared."));
  compare(network, state, without, (answer) => {
    replaceContent(
      place,
      buildAnswer(context, answer, open),
      buildRemarks(context, answer, without),
    );
  });
  return element("section", { class: "what-if" }, element("h3", {}, title), place);
}

/**
 * @param {Network} network
 * @param {State} state
 * @param {{actor?: Actor, source?: string}} without
 * @param {(answer: WhatIf) => void} show
 */
function compare(network, state, without, show) {
  const key = [without.actor, without.source, state.filters, state.rankBy, state.path];
  last.show = show;
  if (key.every((each, i) => each === last.key[i])) {
    if (last.answer) show(last.answer);
    return;
  }
  Object.assign(last, { key, answer: null, unsaid: "" });
  let isDrawing = true;
  runInSlices(compareSupposed(network, suppose(network, state, without)), (answer) => {
    if (last.key !== key) return;
    last.answer = answer;
    last.show(answer);
    if (isDrawing) last.unsaid = answer.sentence;
    else announce(answer.sentence);
  });
  isDrawing = false;
}

/**
 * @param {PanelContext} context
 * @param {WhatIf} answer
 * @param {Set<string>} open
 */
function buildAnswer(context, { sentence, consequences }, open) {
  const topics = /** @type {Topic[]} */ (Object.keys(HEADINGS));
  return [
    element("p", { class: "what-if-sum" }, isolate(sentence)),
    topics.map((topic) => {
      const own = consequences.filter((each) => each.topic === topic);
      if (!own.length) return null;
      const list = () =>
        appendInPortions(element("ul", {}), own, (each) => buildItem(context, each));
      if (topic !== "structure") return [element("h4", {}, HEADINGS[topic]), list()];
      const summary = element(
        "summary",
        { "data-key": "what if" },
        `${HEADINGS[topic]} (${formatWhole(own.length)})`,
      );
      return buildLazyFold(open, "what if", summary, list);
    }),
  ];
}

/**
 * @param {PanelContext} context
 * @param {Consequence} consequence
 */
function buildItem({ store }, consequence) {
  const { topic, actor, label } = consequence;
  const rest = describeConsequence({ ...consequence, label: "" });
  return element(
    "li",
    {},
    actor === undefined
      ? isolate(label)
      : buildActorButton(store, store.network.actors[actor], `what if ${topic} ${actor}`),
    rest,
  );
}

/**
 * How it is compared, and what the terminal tells beyond.
 * @param {PanelContext} context
 * @param {WhatIf} answer
 * @param {{actor?: Actor, source?: string}} without
 */
function buildRemarks({ store }, { before, notes, unknown }, { actor, source = "" }) {
  const option = actor ? `--without ${quote(actor.id)}` : `--without-source ${quote(source)}`;
  const beyond = joinWithAnd(unknown);
  const same = store.isFiltered(before) ? " with the same filters" : "";
  return [
    notes.map((note) => element("p", { class: "quiet" }, isolate(note))),
    unknown.length
      ? element(
          "p",
          { class: "quiet" },
          `${beyond[0].toUpperCase()}${beyond.slice(1)} are not compared here, but by `,
          element("code", {}, `explore whatif ${option}`),
          `${same}.`,
        )
      : null,
  ];
}

/**
 * A word as a shell reads it.
 * @param {string} word
 */
function quote(word) {
  return PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
