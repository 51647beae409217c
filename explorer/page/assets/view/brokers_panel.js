import { describeRankDoubt } from "../core/rank_doubt.js";
import { buildButton, element, isolate, replaceContent } from "./element.js";
import { RELEASED } from "./released.js";
import { appendInPortions } from "./paged_list.js";

const FIGURES = ["Betweenness", "Constraint", "Effective size", "Cut off"];
const BASIS = "Computed from the whole network: filters change nothing here.";
const NONE = "Brokers are not known: nobody has relations, or the network is large.";
/** @type {[term: string, meaning: string][]} */
const MEANINGS = [
  ["Betweenness", "the share of shortest paths between two others through it"],
  ["Constraint", "low where its neighbours do not know each other (Burt)"],
  ["Effective size", "its neighbours, less how many of the others each knows"],
  ["Cut off", "how many others lose touch without it"],
];

/**
 * The buttons that turn from ranks to brokers, and back; nothing where no brokers are known.
 * @param {Store} store
 * @param {string} shown the id of the panel
 */
export function buildRanksSwitch({ network, turnTo }, shown) {
  if (!network.brokers) return null;
  const sides = [
    ["ranks", "Ranks"],
    ["brokers", "Brokers and key players"],
  ];
  return element(
    "div",
    { class: "deeds", role: "group", "aria-label": "Who is central" },
    sides.map(([id, text]) =>
      buildButton(
        "deed",
        { "aria-pressed": String(id === shown), "data-key": `turn ${id}`, click: () => turnTo(id) },
        text,
      ),
    ),
  );
}

/**
 * A broker with its figures; below it its roles between kinds and between camps, and how sure its
 * rank is.
 * @param {PanelContext} context
 * @param {Brokers["brokers"][number]} broker
 */
function buildBroker({ store }, { actor, figures, roles, camp_roles: campRoles }) {
  const { network } = store;
  const { id, name } = network.actors[actor];
  const doubt = network.rankDoubt && describeRankDoubt(network.rankDoubt, "betweenness", actor);
  const parts = [
    roles && `between kinds: ${roles}`,
    campRoles && `between camps: ${campRoles}`,
    doubt && `rank: ${doubt}`,
  ];
  const words = parts.filter(Boolean).join("; ");
  return element(
    "tbody",
    {},
    element(
      "tr",
      {},
      element(
        "th",
        { scope: "rowgroup" },
        buildButton(
          "link",
          { "data-key": `broker ${id}`, click: () => store.choose(id) },
          isolate(name),
        ),
      ),
      figures.map((text) => element("td", { class: "number" }, text)),
    ),
    words
      ? element(
          "tr",
          {},
          element("td", { class: "quiet", colspan: FIGURES.length + 1 }, isolate(words)),
        )
      : null,
  );
}

/**
 * @param {PanelContext} context
 * @param {Brokers} brokers
 */
function buildTable(context, { brokers }) {
  const table = element(
    "table",
    { class: "ranks brokers" },
    element("caption", { class: "unseen" }, "Brokers, with their roles"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ["Actor", ...FIGURES].map((text) => element("th", { scope: "col" }, text)),
      ),
    ),
  );
  table.append(...brokers.map((broker) => buildBroker(context, broker)));
  return table;
}

/**
 * Sentences that show their actors on the drawing when they are clicked: a single actor in its
 * surroundings, several with what connects them.
 * @param {PanelContext} context
 * @param {string} title
 * @param {BrokerFact[]} facts
 */
function buildFacts({ store }, title, facts) {
  if (!facts.length) return null;
  const { network, state } = store;
  /** @param {BrokerFact} fact */
  const build = ({ actors, sentence }) => {
    const ids = actors.map((actor) => network.actors[actor].id);
    const ask = `between ${ids.join(", ")}`;
    const click = () =>
      ids.length < 2
        ? store.choose(ids[0])
        : store.set({ ...RELEASED, ask: state.ask === ask ? "" : ask, panel: "brokers" });
    return element(
      "li",
      {},
      ids.length > 1 && ids.some((id) => /[,;"]/.test(id))
        ? isolate(sentence)
        : buildButton(
            "link",
            {
              "aria-pressed": ids.length > 1 ? String(state.ask === ask) : null,
              "data-key": `${title} ${ids.join(" ")} ${sentence.length}`,
              click,
            },
            isolate(sentence),
          ),
    );
  };
  return [
    element("h3", {}, title),
    appendInPortions(element("ul", { class: "tensions" }), facts, build),
  ];
}

/**
 * @param {PanelContext} context
 * @param {HTMLElement} place
 */
function drawPanel(context, place) {
  const { brokers } = context.store.network;
  const title = element("h2", { class: "card-title" }, "Who stands between others");
  if (!brokers) {
    replaceContent(place, title, element("p", { class: "quiet" }, NONE));
    return;
  }
  replaceContent(
    place,
    buildRanksSwitch(context.store, "brokers"),
    title,
    element("p", { class: "quiet basis" }, BASIS),
    element("p", {}, isolate(brokers.sentence)),
    buildTable(context, brokers),
    element(
      "dl",
      { class: "attributes" },
      MEANINGS.map(([term, meaning]) => [element("dt", {}, term), element("dd", {}, meaning)]),
    ),
    buildFacts(context, "Without whom others lose touch", brokers.parting),
    buildFacts(context, "Key players", brokers.players),
    element("p", { class: "quiet basis" }, isolate(brokers.notes.join(" "))),
  );
}

/**
 * Who stands between others, in which roles, and without whom others lose touch.
 * @type {Panel}
 */
export const brokersPanel = {
  create: (context, place) => ({ draw: () => drawPanel(context, place) }),
};
