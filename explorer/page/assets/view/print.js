import { formatWhole } from "../core/counts.js";
import { numberCitation, readCitation } from "../core/citation.js";
import { describeMerit } from "../core/path_question.js";
import { describePathNotes } from "../core/path_support.js";
import { splitStepSentence } from "../core/step_sentence.js";
import { readStep } from "../core/story.js";
import { adviseOpening, isConfined } from "./confinement.js";
import { buildColourKey } from "./colouring.js";
import { element, getPart, isolate, isolateNames, replaceContent } from "./element.js";
import { drawBadgeSample } from "./legend_row.js";
import { drawLineSample, drawMarkSample, drawPairLine } from "./legend_samples.js";
import {
  chooseSeen,
  describeOrigin,
  listLegendItems,
  listSourcesInSight,
} from "./picture_words.js";
import { VIEWS } from "../core/page_state.js";
import { buildShown } from "./timeline_view.js";
import { buildBlocks } from "./story_text.js";
import { THEMES } from "./styles.js";

/** Pixels that a picture has on A4 and Letter at the least, upright or on its side. */
const PICTURE = { width: 664, height: 566 };
const PAPER = 660; // pixels of an upright A4 or Letter sheet between its margins

/**
 * What lines, marks and signs mean.
 * @param {Store} store
 * @param {Styles} styles
 * @param {Canvas} canvas
 */
function buildLegend(store, styles, canvas) {
  return element(
    "ul",
    { class: "print-legend" },
    listLegendItems(store, styles, canvas).map((item) =>
      element("li", {}, buildSample(item), isolate(item.text)),
    ),
  );
}

/** @param {PictureItem} item */
function buildSample({ type, pair, kind, coloured, sign }) {
  if (pair) return drawPairLine(THEMES.light.pairs[pair]);
  if (type) return drawLineSample(type);
  if (kind) return drawMarkSample(kind, Boolean(coloured));
  return sign ? drawBadgeSample(sign) : null;
}

/**
 * The path's steps in words, numbered as in the picture, with the numbers of their sources, and
 * what the path stands on.
 * @param {Store} store
 * @param {Path} path
 * @param {Map<Source|string, number>} numbers of what is cited, to be filled
 */
function buildPath({ network, answer }, path, numbers) {
  /** @param {Step} step */
  const cite = ({ relations }) => {
    const references = relations.flatMap((index) => network.relations[index].references);
    const cited = new Set(references.map((reference) => numberCitation(reference, numbers)));
    return [...cited].sort((one, other) => one - other).map((number) => ` [${number}]`);
  };
  const merit = answer.path ? describeMerit(network, path, answer.path.question) : [];
  const notes = [...merit, ...describePathNotes(path.support)];
  return [
    element(
      "ol",
      { class: "print-steps" },
      path.steps.map((step) =>
        element(
          "li",
          {},
          isolateNames(splitStepSentence(network, step, answer.claims)),
          element("span", { class: "print-cited" }, cite(step)),
        ),
      ),
    ),
    element("p", { class: "print-notes", dir: "auto" }, notes.join(" ")),
  ];
}

/**
 * The sources of a path, by their numbers.
 * @param {Map<Source|string, number>} numbers
 */
function buildCited(numbers) {
  const cited = [...numbers.keys()].map((each) =>
    readCitation(typeof each === "string" ? { text: each } : { source: each }),
  );
  return listSources(cited.map(({ text, url }) => ({ text, url: text.includes(url) ? "" : url })));
}

/** @param {{text: string, url: string}[]} sources */
function listSources(sources) {
  if (!sources.length) return null;
  const items = sources.map(({ text, url }) =>
    element("li", {}, isolate(text), url ? [" ", isolate(url)] : ""),
  );
  return element(
    "div",
    { class: "print-sources" },
    element("h2", {}, "Sources"),
    element("ol", {}, items),
  );
}

/**
 * What the story tells beside the picture, while it is open.
 * @param {Store} store
 */
function buildStory({ network, state }) {
  if (state.step === null) return null;
  const { heading, text } = readStep(network, state.step);
  const isTitle = heading === document.querySelector(".masthead h1")?.textContent;
  return element(
    "div",
    { class: "print-story" },
    isTitle ? null : element("h2", { dir: "auto" }, heading),
    buildBlocks(text),
  );
}

/**
 * Lays out the picture, its legend and its sources for paper, in light colours whatever the screen
 * has.
 * @param {PrintTargets} targets
 */
function layOut(targets) {
  const { store } = targets;
  const isNetwork = store.state.view === VIEWS[0];
  replaceContent(
    getPart("print"),
    isNetwork ? layOutNetwork(targets) : [buildStory(store), layOutRows(targets)],
    element(
      "p",
      { class: "print-origin" },
      describeOrigin(store, "Printed").map((sentence) => [isolate(sentence), " "]),
    ),
  );
}

/**
 * The table or the timeline that is open, as far as the page shows its rows.
 * @param {PrintTargets} targets
 */
function layOutRows({ store, styles }) {
  if (store.state.view === "timeline") return buildShown(store, styles, PAPER, true);
  const copy = /** @type {Element} */ (getPart("view-table").cloneNode(true));
  const all = copy.querySelector(".more-rows")?.textContent?.match(/of (.*)/)?.[1];
  const table = copy.querySelector("table");
  const rows = formatWhole(table?.tBodies[0].rows.length ?? 0);
  table?.removeAttribute("id");
  return [
    element("p", { class: "print-notes" }, copy.querySelector(".table-head .quiet")?.textContent),
    all ? element("p", { class: "print-notes" }, `The first ${rows} of ${all} rows.`) : null,
    table,
  ];
}

/**
 * The picture comes first, so that on a sheet on its side the words are beside it.
 * @param {PrintTargets} targets
 */
function layOutNetwork({ store, styles, canvas, pictures }) {
  const picture = pictures.draw(THEMES.light, PICTURE);
  picture.removeAttribute("width");
  picture.removeAttribute("height");
  const { answer, state } = store;
  const path = answer.path?.paths[state.pathNumber - 1];
  const shown = path?.steps.length ? path : null;
  const numbers = new Map();
  return [
    picture,
    buildStory(store),
    shown && buildPath(store, shown, numbers),
    buildLegend(store, styles, canvas),
    buildColourKey(store, chooseSeen(store, canvas.emphasis).actors),
    shown ? buildCited(numbers) : listSources(listSourcesInSight(store, canvas)),
  ];
}

/**
 * @typedef {{store: Store, styles: Styles, canvas: Canvas,
 *   pictures: PictureDrawer}} PrintTargets
 */

/**
 * Prepares the printed page whenever one is asked for.
 * @param {PrintTargets} targets
 */
export function listenToPrint(targets) {
  addEventListener("beforeprint", () => layOut(targets));
  matchMedia("print").addEventListener("change", (event) => {
    if (event.matches) layOut(targets);
  });
  addEventListener("afterprint", () => getPart("print").replaceChildren());
}

const PATIENCE = 300; // milliseconds in which a browser says that it prints

/**
 * Prints, and says so where a frame does not let the page print, of which browsers say nothing.
 * @returns {Promise<Outcome|void>}
 */
export async function printPage() {
  let prints = false;
  const note = () => {
    prints = true;
  };
  addEventListener("beforeprint", note, { once: true });
  print();
  if (!isConfined()) return undefined;
  await new Promise((done) => {
    setTimeout(done, PATIENCE);
  });
  removeEventListener("beforeprint", note);
  if (prints) return undefined;
  return { text: `This frame does not let the page print. ${adviseOpening()}`, stays: true };
}
