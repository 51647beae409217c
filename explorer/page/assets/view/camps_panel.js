import {
  askAmong,
  findCampColour,
  listCampParts,
  listPastMembers,
  listTensions,
} from "../core/camps.js";
import { formatWhole } from "../core/counts.js";
import { buildColouringButton } from "./colouring_button.js";
import { element, isolate, replaceContent } from "./element.js";
import { buildLazyFold } from "./lazy_section.js";
import { buildMemberList } from "./member_list.js";
import { appendInPortions } from "./paged_list.js";
import { RELEASED } from "./released.js";

const METHOD =
  "The actors are divided into two camps so that as few relations as possible do not fit: ties " +
  "between the camps, or tensions inside one. The camps are computed from the whole network; " +
  "filters do not change them.";

/**
 * The members of a part, and places and assets with them, listed when the fold is first open.
 * @param {PanelContext} context
 * @param {Set<string>} open
 * @param {ReturnType<typeof listCampParts>[number]} part
 */
function buildPart(context, open, { key, title, colour, actors, apart }) {
  const own = `camp ${key}`;
  const summary = element(
    "summary",
    { "data-key": own },
    element("span", { class: `swatch community-${colour}`, "aria-hidden": "true" }),
    " ",
    isolate(title),
  );
  return buildLazyFold(open, key, summary, () => [
    buildMemberList(context, actors, own),
    apart.length
      ? [element("p", { class: "quiet" }, "with"), buildMemberList(context, apart, own)]
      : null,
  ]);
}

/**
 * Who is drawn grey for having ended long ago.
 * @param {PanelContext} context
 * @param {Set<string>} open
 */
function buildPast(context, open) {
  const { network, answer } = context.store;
  const camps = /** @type {Camps} */ (network.camps);
  const actors = listPastMembers(camps).filter((actor) => answer.drawn.actors[actor]);
  if (!actors.length) return null;
  const part = { key: "past", colour: findCampColour(null), apart: [] };
  const title = `Ended before ${camps.past_limit} (${formatWhole(actors.length)})`;
  return [
    buildPart(context, open, { ...part, title, actors }),
    element(
      "p",
      { class: "quiet" },
      `These actors and their relations ended before ${camps.past_limit}. They still belong to ` +
        "their camps, but when the camps are drawn apart, they are grey, below the others.",
    ),
  ];
}

/**
 * Sentences that are shown on the drawing when they are clicked.
 * @param {PanelContext} context
 * @param {ReturnType<typeof listTensions>[number]} group
 */
function buildSentences({ store }, { title, items }) {
  const { network, state } = store;
  /** @param {number[]} actors */
  const show = (actors) => {
    if (actors.length < 2) store.choose(network.actors[actors[0]].id);
    else store.set({ ...RELEASED, ask: askAmong(network, actors), panel: "camps" });
  };
  return [
    element("h3", {}, title),
    appendInPortions(element("ul", { class: "tensions" }), items, ({ actors, sentence, support }) =>
      element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            class: "link",
            "aria-pressed": String(actors.length > 1 && state.ask === askAmong(network, actors)),
            "data-key": `tension ${actors.join(" ")}`,
            click: () => show(actors),
          },
          isolate(sentence),
        ),
        support ? element("p", { class: "quiet" }, isolate(support)) : null,
      ),
    ),
  ];
}

/** @param {PanelContext} context */
function buildDeeds({ store }) {
  const text = "Camps stand apart, in colours of their own";
  return element(
    "div",
    { class: "deeds" },
    buildColouringButton(store, "camp", "colour camps", "Draw the camps apart", text),
  );
}

/**
 * @param {PanelContext} context
 * @param {Set<string>} open
 * @param {HTMLElement} place
 */
function drawPanel(context, open, place) {
  const { network } = context.store;
  const { camps } = network;
  const title = element("h2", { class: "card-title" }, "Who stands with whom");
  if (!camps) {
    const why = "No two camps are known: nobody opposes anybody, or the network is large.";
    replaceContent(place, title, element("p", { class: "quiet" }, why));
    return;
  }
  replaceContent(
    place,
    title,
    element("p", { class: "quiet basis" }, METHOD),
    element("p", {}, isolate(camps.sentence)),
    buildDeeds(context),
    listCampParts(camps).map((part) => buildPart(context, open, part)),
    buildPast(context, open),
    listTensions(camps).map((each) => buildSentences(context, each)),
    element("p", { class: "quiet" }, isolate(camps.notes.join(" "))),
  );
}

/**
 * Who stands with whom: camps, who is against their own side, and what is in tension.
 * @type {Panel}
 */
export const campsPanel = {
  create: (context, place) => {
    /** @type {Set<string>} */
    const open = new Set();
    return { draw: () => drawPanel(context, open, place) };
  },
};
