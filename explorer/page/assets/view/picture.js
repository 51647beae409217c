/** Draw the network as a picture: for a file, and for paper. */
import { drawSheet } from "./picture_sheet.js";
import {
  describeColours,
  describeOrigin,
  listLegendItems,
  listPathSentences,
} from "./picture_words.js";
import { drawSvg } from "./svg.js";

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
    return bubbles.svg(theme) ?? drawSvg(canvas, theme);
  };
  return {
    draw,
    drawSheet: () => {
      const { theme } = canvas.plate;
      return drawSheet(draw(theme), collectWords(store, styles, canvas), theme);
    },
  };
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
    origin: describeOrigin(store, "Made").join(" "),
  };
}
