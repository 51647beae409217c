/** Draw the network as a picture: for a file, and for paper. */
import { formatWhole } from "../core/counts.js";
import { measurePartInSight } from "./bounds.js";
import { drawSheet } from "./picture_sheet.js";
import {
  describeColours,
  describeOrigin,
  listLegendItems,
  listPathSentences,
  listSourcesInSight,
} from "./picture_words.js";
import { drawSvg } from "./svg.js";

const NAME = 12; // pixels of a name on screen
const LEGIBLE = (7.2 * 96) / 72; // pixels on paper: 7 points and a little
const MOST_SOURCES = 8; // that a picture names; paper and page list all

/**
 * Creates what draws pictures of the network as it stands, whichever view is open.
 * @param {{store: Store, styles: Styles, canvas: Canvas, bubbles: BubbleView,
 *   catchUp: () => void}} parts catchUp: brings a canvas that is out of sight in line with what is
 *   shown
 * @returns {PictureDrawer}
 */
export function createPictures({ store, styles, canvas, bubbles, catchUp }) {
  /**
   * @param {Theme} theme
   * @param {Size} [paper] that it has to fit
   */
  const draw = (theme, paper) => {
    store.scoring.finish();
    catchUp();
    const part = measurePartInSight(canvas);
    const times = paper ? enlargeNames(part, paper) : 1;
    const drawn = bubbles.svg(theme, times) ?? drawSvg(canvas, theme, part, times);
    return cropPicture(drawn, part);
  };
  return {
    draw,
    drawAlone: () => draw(canvas.plate.theme),
    drawSheet: () => {
      const { theme } = canvas.plate;
      return drawSheet(draw(theme), collectWords(store, styles, canvas), theme);
    },
  };
}

/**
 * How much larger names are than on screen, so that they can be read on paper.
 * @param {Box} part of the canvas
 * @param {Size} paper
 */
function enlargeNames(part, paper) {
  const scale = Math.min(paper.width / part.width, paper.height / part.height);
  return Math.max(1, LEGIBLE / (NAME * scale));
}

/** @param {{text: string}[]} sources */
function formatSources(sources) {
  if (!sources.length) return "";
  const named = sources.slice(0, MOST_SOURCES).map(({ text }) => text.replace(/[. ]+$/, ""));
  const more = sources.length - MOST_SOURCES;
  if (more > 0) named.push(`and ${formatWhole(more)} more`);
  return `Sources: ${named.join("; ")}.`;
}

/**
 * @param {SVGElement} picture
 * @param {Box} part
 */
function cropPicture(picture, { x, y, width, height }) {
  picture.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  picture.setAttribute("width", String(width));
  picture.setAttribute("height", String(height));
  return picture;
}

/**
 * @param {Store} store
 * @param {Styles} styles
 * @param {Canvas} canvas
 * @returns {PictureWords}
 */
function collectWords(store, styles, canvas) {
  const { title, description } = store.network.about;
  return {
    title,
    description,
    path: listPathSentences(store),
    legend: listLegendItems(store, styles, canvas),
    colours: describeColours(store, canvas.emphasis),
    sources: formatSources(listSourcesInSight(store, canvas)),
    origin: describeOrigin(store, "Made").join(" "),
  };
}
