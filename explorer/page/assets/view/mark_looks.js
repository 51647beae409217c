/** What the sizes and colours of the marks stand for, and when they are given anew. */
import { isLarge } from "../core/large_network.js";
import { countRelations, sortActorsByMeasure } from "../core/ranks.js";
import { restyleCanvas } from "./canvas_drawing.js";
import { createInkChooser } from "./colouring.js";
import { getPart } from "./element.js";
import { measureRadii } from "./styles.js";

/**
 * Sizes and colours the marks, only when what sizes and colours mean has changed, or the scores.
 * Those of a large network do not follow the filters.
 * @param {Store} store
 * @param {Styles} styles
 * @param {Canvas} canvas
 * @returns {number[]|null} the actors in their new order
 */
export function styleCanvas({ network, state, answer, scoring }, styles, canvas) {
  const { plate } = canvas;
  const { sizeBy, colourBy } = state;
  const { measures } = network;
  const mask = isLarge(network) || scoring.isWhole() ? undefined : answer.mask;
  const style = nameStyle(network, measures, state, mask);
  const { width, height } = canvas.size(); // the one it had, while another view is open
  if (style.every((each, place) => isAlike(each, plate.style[place]))) return null;
  Object.assign(plate, {
    style,
    inkOf: createInkChooser(network, styles, colourBy),
    radii: measureRadii(chooseSizes(measures, network, sizeBy, mask), width * height),
  });
  restyleCanvas(canvas);
  return sortActorsByMeasure(network, sizeBy, mask);
}

/**
 * What the marks' sizes and colours stand for: two names, and two rows of numbers.
 * @param {Network} network
 * @param {Measure[]} measures
 * @param {State} state
 * @param {Uint8Array} [mask] 1 for each relation that counts
 * @returns {Plate["style"]}
 */
export function nameStyle(network, measures, { sizeBy, colourBy }, mask) {
  const scores = measures.find(({ id }) => id === colourBy)?.scores ?? [];
  return [
    sizeBy,
    colourBy,
    chooseSizes(measures, network, sizeBy, mask),
    colourBy === "community" ? network.communities.numberOf : scores,
  ];
}

/**
 * @param {ArrayLike<unknown>} one
 * @param {ArrayLike<unknown>} other
 */
function isAlike(one, other) {
  const rest = Array.from(other);
  return one.length === rest.length && Array.from(one).every((each, i) => each === rest[i]);
}

/**
 * What marks are sized by: a measure, or the number of relations.
 * @param {Measure[]} measures
 * @param {Network} network
 * @param {string} sizeBy
 * @param {Uint8Array} [mask] 1 for each relation that counts
 */
export function chooseSizes(measures, network, sizeBy, mask) {
  const measure = measures.find(({ id }) => id === sizeBy);
  return measure ? measure.scores : countRelations(network, mask);
}

/** The area of the canvas in square pixels, by which marks are sized. */
export function measureArea() {
  const { clientWidth, clientHeight } = getPart("canvas");
  return (clientWidth || 800) * (clientHeight || 600);
}
