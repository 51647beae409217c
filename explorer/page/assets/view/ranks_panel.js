import { formatWhole } from "../core/counts.js";
import { describeRankDoubt, measureWhisker } from "../core/rank_doubt.js";
import { rankActors, formatScore } from "../core/ranks.js";
import { tell } from "./announce.js";
import { buildRanksSwitch } from "./brokers_panel.js";
import { buildCautions, describeBasis } from "./cautions.js";
import { buildButton, element, isolate, replaceContent } from "./element.js";
import { buildLazyFold } from "./lazy_section.js";

const ROWS = 50;

/**
 * The measure ranked by.
 * @param {PanelContext} context
 * @returns {Measure}
 */
function readMeasure({ store: { network, state } }) {
  return network.measures.find(({ id }) => id === state.rankBy) ?? network.measures[0];
}

/**
 * @param {PanelContext} context
 * @param {Measure} measure
 */
function buildMeasureChoice({ store }, measure) {
  const options = store.network.measures.map(({ id, label }) =>
    element("option", { value: id, selected: id === measure.id }, label),
  );
  const select = element(
    "select",
    {
      id: "rank-by",
      class: "field",
      "data-key": "rank by",
      change: () => store.set({ rankBy: select.value }),
    },
    options,
  );
  const label = element("label", { for: "rank-by" }, "Rank by");
  return element("div", { class: "setting" }, label, select);
}

/**
 * What the measure means, in a fold; nothing where the page does not say.
 * @param {Set<string>} open the folds that are open
 * @param {Measure} measure
 */
function buildFacts(open, { facts }) {
  if (!facts) return null;
  const score = `Score of an actor a, one of n: ${facts.formula}.`;
  const texts = [facts.question, score, facts.misleads];
  return buildLazyFold(open, "facts", element("summary", {}, "What it means"), () =>
    texts.map((text) => element("p", { class: "quiet" }, text)),
  );
}

/**
 * @param {PanelContext} context
 * @param {Measure} measure
 */
function buildActions({ store }, { id, label }) {
  /**
   * @param {string} text
   * @param {"sizeBy"|"colourBy"} name of the field of the state
   * @param {string} usual
   * @param {string} done
   */
  const button = (text, name, usual, done) => {
    const isOn = store.state[name] === id;
    const click = () => {
      store.set({ [name]: isOn ? usual : id });
      tell({ text: isOn ? "Marks are as before" : `Marks ${done} by ${label}` });
    };
    return buildButton("deed", { "data-key": name, "aria-pressed": String(isOn), click }, text);
  };
  return element(
    "div",
    { class: "deeds" },
    button("Size marks by it", "sizeBy", "", "sized"),
    button("Colour marks by it", "colourBy", "", "coloured"),
  );
}

/**
 * How sure ranks are, while they are those of the whole network.
 * @param {PanelContext} context
 * @param {Measure} measure
 */
function findDoubt({ store: { network, scoring } }, { id }) {
  const { rankDoubt } = network;
  return rankDoubt?.measures[id] && scoring.isWhole() && !scoring.isPending() ? rankDoubt : null;
}

/**
 * How sure ranks are, and how that was measured, in a fold.
 * @param {PanelContext} context
 * @param {Set<string>} open the folds that are open
 * @param {Measure} measure
 */
function buildDoubtNote(context, open, measure) {
  const { rankDoubt } = context.store.network;
  if (!rankDoubt?.measures[measure.id]) return null;
  const how = findDoubt(context, measure)
    ? "Below each bar: the ranks in nine of ten draws of the whole network, and how far an actor " +
      "falls without one source, one voice, or what is inferred or alleged. The thin line spans " +
      "their scores."
    : "How sure ranks are is known of the whole network: it is shown without filters.";
  return buildLazyFold(open, "doubt", element("summary", {}, "How sure ranks are"), () =>
    [how, ...rankDoubt.notes].map((text) => element("p", { class: "quiet" }, isolate(text))),
  );
}

/**
 * @param {PanelContext} context
 * @param {Measure} measure
 * @param {number} actor
 * @returns {{whisker: HTMLElement|null, words: HTMLElement|null}}
 */
function buildDoubt(context, measure, actor) {
  const doubt = findDoubt(context, measure);
  if (!doubt) return { whisker: null, words: null };
  const [start, end] = measureWhisker(doubt, measure, actor).map((share) => 100 * share);
  const whisker = element("span", { class: "whisker" });
  whisker.style.insetInlineStart = `${start.toFixed(1)}%`;
  whisker.style.inlineSize = `${(end - start).toFixed(1)}%`;
  const text = describeRankDoubt(doubt, measure.id, actor);
  return { whisker, words: element("span", { class: "doubt quiet" }, isolate(text)) };
}

/**
 * @param {PanelContext} context
 * @param {Measure} measure
 * @param {number} top
 * @param {{actor: number, rank: number}} row
 */
function buildRow(context, measure, top, { actor, rank }) {
  const { store } = context;
  const { id, name } = store.network.actors[actor];
  const { whisker, words } = buildDoubt(context, measure, actor);
  const bar = element("span", { class: "meter-bar" });
  const share = top > 0 ? (measure.scores[actor] ?? 0) / top : 0;
  bar.style.inlineSize = `${Math.max(1, Math.round(100 * share))}%`;
  return element(
    "tr",
    {},
    element("td", { class: "quiet" }, `${formatWhole(rank)}.`),
    element(
      "th",
      { scope: "row" },
      element(
        "button",
        { type: "button", class: "link", "data-key": `rank ${id}`, click: () => store.choose(id) },
        isolate(name),
      ),
      element("span", { class: "meter", "aria-hidden": "true" }, bar, whisker),
      words,
    ),
    element("td", { class: "number" }, formatScore(measure, actor)),
  );
}

/**
 * @param {PanelContext} context
 * @param {Measure} measure
 * @param {{actor: number, rank: number}[]} rows
 */
function buildTable(context, measure, rows) {
  const top = rows.length ? (measure.scores[rows[0].actor] ?? 0) : 0;
  return element(
    "table",
    { class: "ranks" },
    element("caption", { class: "unseen" }, `Actors by ${measure.label}`),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ["Rank", "Actor", "Score"].map((text) => element("th", { scope: "col" }, text)),
      ),
    ),
    element(
      "tbody",
      {},
      rows.map((row) => buildRow(context, measure, top, row)),
    ),
  );
}

/**
 * @param {PanelContext} context
 * @param {HTMLElement} place
 * @param {number} shown
 * @param {() => void} more
 * @param {Set<string>} open the folds that are open
 */
function drawPanel(context, place, shown, more, open) {
  const { network, answer } = context.store;
  const measure = readMeasure(context);
  const rows = rankActors(network, measure, answer.actors);
  const left = rows.length - shown;
  replaceContent(
    place,
    buildRanksSwitch(context.store, "ranks"),
    element("h2", { class: "card-title" }, "Ranks"),
    buildMeasureChoice(context, measure),
    element("p", { class: "quiet basis" }, describeBasis(context.store, measure.id)),
    buildCautions([measure]),
    buildFacts(open, measure),
    buildDoubtNote(context, open, measure),
    buildActions(context, measure),
    buildTable(context, measure, rows.slice(0, shown)),
    left > 0
      ? element(
          "button",
          { type: "button", class: "deed more-rows", "data-key": "more ranks", click: more },
          `Show ${Math.min(ROWS, left)} more of ${formatWhole(rows.length)}`,
        )
      : null,
  );
}

/**
 * Who is first by any measure, with bars.
 * @type {Panel}
 */
export const ranksPanel = {
  create(context, place) {
    let shown = ROWS;
    /** @type {Set<string>} */
    const open = new Set();
    const showMore = () => {
      shown += ROWS;
      draw();
    };
    const draw = () => drawPanel(context, place, shown, showMore, open);
    return { draw };
  },
};
