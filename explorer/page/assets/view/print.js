import { stepParts } from "../core/sentences.js";
import { citedBy } from "../core/sources.js";
import { stepTold } from "../core/story.js";
import { VERSIONS } from "../core/versions.js";
import { CHANGE_SIGNS } from "./badges.js";
import { colourKey } from "./colouring.js";
import { element, named, part, told } from "./element.js";
import { badgeSample } from "./legend_row.js";
import { lineSample, markSample } from "./legend.js";
import { shownWords } from "./note.js";
import { storyNodes } from "./story_text.js";
import { THEMES } from "./style.js";
import { canvasToSvg } from "./svg.js";

function legendForPrint({ store, styles }) {
  const { network, answer } = store;
  const types = network.types.filter(({ id }) => !store.filters().hiddenTypes.has(id));
  const kinds = network.kinds.filter(({ id }) => !store.filters().hiddenKinds.has(id));
  return element(
    "ul",
    { class: "print-legend" },
    network.versions && store.filters().version === VERSIONS[0]
      ? Object.entries(CHANGE_SIGNS).map(([change, sign]) =>
          element(
            "li",
            {},
            badgeSample(sign),
            `${change} (${answer.changeCounts.relations.get(change)})`,
          ),
        )
      : null,
    types.map((type) =>
      element(
        "li",
        {},
        lineSample(styles.types[network.types.indexOf(type)]),
        named(type.label),
        ` (${answer.typeCounts.get(type.id)})`,
      ),
    ),
    kinds.map((kind) =>
      element(
        "li",
        {},
        markSample(styles.kinds[network.kinds.indexOf(kind)], store.state.colourBy === "kind"),
        named(kind.label),
        ` (${answer.kindCounts.get(kind.id)})`,
      ),
    ),
  );
}

/** The path's steps in words, numbered as in the picture. */
function pathForPrint({ network, answer, state }) {
  const steps = answer.path?.paths[state.which - 1]?.steps ?? [];
  if (!steps.length) return null;
  return element(
    "ol",
    { class: "print-steps" },
    steps.map((step) => element("li", {}, told(stepParts(network, step, answer.claims)))),
  );
}

/** What is in sight, or what is brought forward of it. */
function rowsInSight({ canvas, store }) {
  const { shown, emphasis } = canvas;
  const { actors, relations } = store.network;
  const indexes = emphasis ?? {
    actors: shown.order,
    relations: [...relations.keys()].filter((i) => shown.relations[i]),
  };
  return [
    ...[...indexes.actors].map((i) => actors[i]),
    ...[...indexes.relations].map((i) => relations[i]),
  ];
}

/** The sources of what is in sight. */
function sourcesForPrint(view) {
  const cited = citedBy(rowsInSight(view));
  const sources = view.store.network.sources.filter(({ id }) => cited.has(id));
  if (!sources.length) return null;
  return [
    element("h2", {}, "Sources"),
    element(
      "ol",
      { class: "print-sources" },
      sources.map((source) =>
        element(
          "li",
          {},
          named(source.citation || source.title || source.id),
          source.url ? [" ", named(source.url)] : "",
        ),
      ),
    ),
  ];
}

/** What the story tells beside the picture, while it is open. */
function storyForPrint({ network, state }) {
  if (state.step === null) return null;
  const { heading, text } = stepTold(network, state.step);
  return element(
    "div",
    { class: "print-story" },
    element("h2", { dir: "auto" }, heading),
    storyNodes(text),
  );
}

/**
 * Puts the picture, its legend and its sources on paper, in light colours whatever the screen has.
 */
function layOut(view) {
  const { store, canvas, bubbles } = view;
  const picture = bubbles.svg(THEMES.light) ?? canvasToSvg(canvas, THEMES.light);
  picture.removeAttribute("width");
  picture.removeAttribute("height");
  part("print").replaceChildren();
  const key = colourKey(store.network, store.state.colourBy);
  const parts = [
    storyForPrint(store),
    picture,
    element("p", { class: "print-count" }, shownWords(store)),
    pathForPrint(store),
    legendForPrint(view),
    key,
    sourcesForPrint(view),
  ];
  part("print").append(...parts.flat().filter(Boolean));
}

/**
 * Prepares the printed page whenever one is asked for.
 * @param {object} view
 */
export function listenToPrint(view) {
  addEventListener("beforeprint", () => layOut(view));
  matchMedia("print").addEventListener("change", (event) => {
    if (event.matches) layOut(view);
  });
  addEventListener("afterprint", () => part("print").replaceChildren());
}
