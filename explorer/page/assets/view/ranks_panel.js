import { countDegrees, followsFilters } from "../core/degrees.js";
import { listCautions, rankActors, formatScore } from "../core/ranks.js";
import { announce } from "./announce.js";
import { element, isolate, replaceContent } from "./element.js";

const ROWS = 50;

/** The measure ranked by, counted again where it follows the filters. */
function readMeasure({ store }) {
  const { network, answer, state } = store;
  const measure = network.measures.find(({ id }) => id === state.rankBy) ?? network.measures[0];
  return followsFilters(measure)
    ? { ...measure, scores: countDegrees(network, answer.mask, measure.id) }
    : measure;
}

function buildMeasureChoice({ store }, measure) {
  const option = ({ id, label }) =>
    element("option", { value: id, selected: id === measure.id }, label);
  return element(
    "div",
    { class: "setting" },
    element("label", { for: "rank-by" }, "Rank by"),
    element(
      "select",
      {
        id: "rank-by",
        class: "field",
        "data-key": "rank by",
        change: ({ target }) => store.set({ rankBy: target.value }),
      },
      store.network.measures.map(option),
    ),
  );
}

/** What the ranks stand on, in a sentence that names the reader's filters. */
function describeBasis({ store }, measure) {
  if (!followsFilters(measure)) {
    return "Of the whole network, as exported; the filters choose who is listed and change no score.";
  }
  return store.isFiltered()
    ? "Counted from the relations that the filters keep."
    : "Counted from all relations.";
}

function buildActions({ store }, { id }) {
  const button = (text, name) =>
    element(
      "button",
      {
        type: "button",
        class: "deed",
        "data-key": name,
        "aria-pressed": String(store.state[name] === id),
        click: () => {
          const on = store.state[name] === id;
          store.set({ [name]: on ? { sizeBy: "", colourBy: "plain" }[name] : id });
          announce(on ? "Marks as before" : `${text}: done`);
        },
      },
      text,
    );
  return element(
    "div",
    { class: "deeds" },
    button("Size marks by it", "sizeBy"),
    button("Colour marks by it", "colourBy"),
  );
}

function buildRow({ store }, measure, top, { actor, rank }) {
  const { id, name } = store.network.actors[actor];
  const bar = element("span", { class: "meter-bar" });
  bar.style.inlineSize = `${top > 0 ? Math.max(1, Math.round((100 * measure.scores[actor]) / top)) : 1}%`;
  return element(
    "tr",
    {},
    element("td", { class: "quiet" }, `${rank.toLocaleString("en")}.`),
    element(
      "th",
      { scope: "row" },
      element(
        "button",
        { type: "button", class: "link", "data-key": `rank ${id}`, click: () => store.choose(id) },
        isolate(name),
      ),
      element("span", { class: "meter", "aria-hidden": "true" }, bar),
    ),
    element("td", { class: "number" }, formatScore(measure, actor)),
  );
}

function buildTable(view, measure, rows) {
  const top = rows.length ? measure.scores[rows[0].actor] : 0;
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
      rows.map((row) => buildRow(view, measure, top, row)),
    ),
  );
}

function drawPanel(view, place, shown, more) {
  const { network, answer } = view.store;
  const measure = readMeasure(view);
  const rows = rankActors(network, measure, answer.actors);
  const left = rows.length - shown;
  replaceContent(
    place,
    element("h2", { class: "card-title" }, "Ranks"),
    buildMeasureChoice(view, measure),
    element("p", { class: "quiet basis" }, describeBasis(view, measure)),
    listCautions({ measures: [measure] }).map((text) => element("p", { class: "quiet" }, text)),
    buildActions(view, measure),
    buildTable(view, measure, rows.slice(0, shown)),
    left > 0
      ? element(
          "button",
          { type: "button", class: "deed more-rows", "data-key": "more ranks", click: more },
          `Show ${Math.min(ROWS, left)} more of ${rows.length.toLocaleString("en")}`,
        )
      : null,
  );
}

/** Who is first by any measure, with bars. */
export const ranksPanel = {
  label: "Ranks",
  create(view, place) {
    let shown = ROWS;
    const draw = () =>
      drawPanel(view, place, shown, () => {
        shown += ROWS;
        draw();
      });
    return { draw };
  },
};
