import { splitStepSentence } from "../core/sentences.js";
import { findCitedSources } from "../core/sources.js";
import { readStep } from "../core/story.js";
import { VERSIONS } from "../core/versions.js";
import { CHANGE_SIGNS } from "./badges.js";
import { buildColourKey } from "./colouring.js";
import { element, isolate, getPart, isolateNames } from "./element.js";
import { drawBadgeSample } from "./legend_row.js";
import { drawLineSample, drawMarkSample } from "./legend.js";
import { describeShown } from "./canvas_note.js";
import { buildBlocks } from "./story_text.js";
import { THEMES } from "./styles.js";
import { drawSvg } from "./svg.js";

function buildLegend({ store, styles }) {
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
            drawBadgeSample(sign),
            `${change} (${answer.changeCounts.relations.get(change)})`,
          ),
        )
      : null,
    types.map((type) =>
      element(
        "li",
        {},
        drawLineSample(styles.types[network.types.indexOf(type)]),
        isolate(type.label),
        ` (${answer.typeCounts.get(type.id)})`,
      ),
    ),
    kinds.map((kind) =>
      element(
        "li",
        {},
        drawMarkSample(styles.kinds[network.kinds.indexOf(kind)], store.state.colourBy === "kind"),
        isolate(kind.label),
        ` (${answer.kindCounts.get(kind.id)})`,
      ),
    ),
  );
}

/** The path's steps in words, numbered as in the picture. */
function buildPath({ network, answer, state }) {
  const steps = answer.path?.paths[state.which - 1]?.steps ?? [];
  if (!steps.length) return null;
  return element(
    "ol",
    { class: "print-steps" },
    steps.map((step) =>
      element("li", {}, isolateNames(splitStepSentence(network, step, answer.claims))),
    ),
  );
}

/** What is in sight, or what is brought forward of it. */
function listRowsInSight({ canvas, store }) {
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
function buildSources(view) {
  const cited = findCitedSources(listRowsInSight(view));
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
          isolate(source.citation || source.title || source.id),
          source.url ? [" ", isolate(source.url)] : "",
        ),
      ),
    ),
  ];
}

/** What the story tells beside the picture, while it is open. */
function buildStory({ network, state }) {
  if (state.step === null) return null;
  const { heading, text } = readStep(network, state.step);
  return element(
    "div",
    { class: "print-story" },
    element("h2", { dir: "auto" }, heading),
    buildBlocks(text),
  );
}

/**
 * Puts the picture, its legend and its sources on paper, in light colours whatever the screen has.
 */
function layOut(view) {
  const { store, canvas, bubbles } = view;
  const picture = bubbles.svg(THEMES.light) ?? drawSvg(canvas, THEMES.light);
  picture.removeAttribute("width");
  picture.removeAttribute("height");
  getPart("print").replaceChildren();
  const key = buildColourKey(store.network, store.state.colourBy);
  const parts = [
    buildStory(store),
    picture,
    element("p", { class: "print-count" }, describeShown(store)),
    buildPath(store),
    buildLegend(view),
    key,
    buildSources(view),
  ];
  getPart("print").append(...parts.flat().filter(Boolean));
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
  addEventListener("afterprint", () => getPart("print").replaceChildren());
}
