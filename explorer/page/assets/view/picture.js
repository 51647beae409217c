/** Draw the network as a picture: for a file, and for paper. */
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

const MOST_SOURCES = 8; // that a picture names; paper and page list all

/**
 * Creates what draws pictures of the network as it stands, whichever view is open.
 * @param {{store: Store, styles: Styles, canvas: Canvas, bubbles: BubbleView,
 *   catchUp: () => void}} parts catchUp: brings a canvas that is out of sight in line with what is
 *   shown
 * @returns {PictureDrawer}
 */
export function createPictures({ store, styles, canvas, bubbles, catchUp }) {
  /** @param {Theme} theme */
  const draw = (theme) => {
    store.scoring.finish();
    catchUp();
    return cropPicture(bubbles.svg(theme) ?? drawSvg(canvas, theme), measurePartInSight(canvas));
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

/** @param {{text: string}[]} sources */
function formatSources(sources) {
  if (!sources.length) return "";
  const named = sources.slice(0, MOST_SOURCES).map(({ text }) => text.replace(/[. ]+$/, ""));
  const more = sources.length - MOST_SOURCES;
  if (more > 0) named.push(`and ${more.toLocaleString("en")} more`);
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
    colours: describeColours(store),
    sources: formatSources(listSourcesInSight(store, canvas)),
    origin: describeOrigin(store, "Made").join(" "),
  };
}
