/** How bubbles look. */
import { findColouring } from "../core/colourings.js";
import { findColourNumber } from "../core/communities.js";
import { formatCount } from "../core/counts.js";
import { makeVisible } from "../core/text.js";
import { svgElement } from "./element.js";
import { NAME_LINE, nameBubbles } from "./bubble_names.js";
import { FACE } from "./labels.js";
import { drawSvgLabels } from "./svg.js";

const WIDEST_LINK = 8; // pixels of a line

/**
 * @param {BubbleModel} model
 * @param {Theme} theme
 * @param {Child} marks
 * @param {number} [times] how much larger than on screen names are
 */
export function drawBubbles(model, theme, marks, times = 1) {
  const named = times > 1 ? nameLarger(model, times) : model;
  const { width, height } = model.size;
  return svgElement(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
    svgElement(
      "g",
      {},
      model.links.map((link) => drawLink(model, theme, link)),
    ),
    marks,
    svgElement(
      "g",
      { "pointer-events": "none", transform: times > 1 ? `scale(${times})` : null },
      drawNamesWithin(named, theme),
      drawSvgLabels(named.labels, theme),
    ),
  );
}

/**
 * The names that have room where all else is smaller.
 * @param {BubbleModel} model
 * @param {number} times
 * @returns {BubbleModel}
 */
function nameLarger(model, times) {
  const { size, places, store } = model;
  const small = {
    ...model,
    size: { width: size.width / times, height: size.height / times },
    places: places.map(({ x, y, r }) => ({ x: x / times, y: y / times, r: r / times })),
  };
  return { ...small, ...nameBubbles(small, store.answer.actors, 0) };
}

/**
 * @param {BubbleModel} model
 * @param {Theme} theme
 * @param {number} place
 * @param {Attributes} [attributes]
 */
export function drawBubble(model, theme, place, attributes = {}) {
  const bubble = model.bubbles[place];
  const { x, y, r } = model.places[place];
  const fill = chooseInk(model.store, theme, bubble.number);
  return svgElement(
    "g",
    { class: "bubble", ...attributes },
    svgElement("circle", { cx: x, cy: y, r, fill, stroke: theme.paper, "stroke-width": 1.5 }),
  );
}

/**
 * The names within bubbles; they lie over the buttons that bubbles are, and are no part of these.
 * @param {BubbleModel} model
 * @param {Theme} theme
 */
function drawNamesWithin({ store, bubbles, places, within }, theme) {
  return within.map((labels, place) =>
    svgElement(
      "g",
      {
        fill: chooseInkOn(chooseInk(store, theme, bubbles[place].number)),
        "text-anchor": "middle",
        "font-family": FACE,
        "font-size": 12,
      },
      labels.map(({ y, strong, lines }) =>
        lines.map((line, i) => {
          const look = { "font-weight": strong ? 600 : 400 };
          return svgElement(
            "text",
            { x: places[place].x, y: y + 11 + i * NAME_LINE, ...look },
            line,
          );
        }),
      ),
    ),
  );
}

/**
 * The same as a picture to hand over: on paper of its own, with nothing to press.
 * @param {BubbleModel} model
 * @param {Theme} theme
 * @param {number} [times] how much larger than on screen names are
 */
export function drawPicture(model, theme, times) {
  const { width, height } = model.size;
  const picture = drawBubbles(
    model,
    theme,
    model.bubbles.map((_, place) => drawBubble(model, theme, place)),
    times,
  );
  picture.prepend(svgElement("rect", { width, height, fill: theme.paper }));
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", makeVisible(model.network.about.title || "Network"));
  return picture;
}

/**
 * @param {BubbleModel} model
 * @param {Bubble} options
 */
export function describeBubble(model, { number, actors, first }) {
  const { name } = model.network.actors[first];
  return `Community ${number}, around ${name}: ${formatCount(actors, "actor")}`;
}

/**
 * @param {BubbleModel} model
 * @param {Theme} theme
 * @param {BubbleLink} options
 */
function drawLink(model, theme, { one, other, relations }) {
  const [a, b] = [model.places[one], model.places[other]];
  const width = 1 + (WIDEST_LINK - 1) * Math.sqrt(relations / model.links[0].relations);
  return svgElement("line", {
    x1: a.x,
    y1: a.y,
    x2: b.x,
    y2: b.y,
    stroke: theme.soft,
    "stroke-opacity": 0.3,
    "stroke-width": Math.round(width * 10) / 10,
    "stroke-linecap": "round",
  });
}

/**
 * @param {Store} store
 * @param {Theme} theme
 * @param {number} number
 */
function chooseInk({ network, state }, theme, number) {
  const isColoured = findColouring(network, state.colourBy) === "community";
  return isColoured ? theme.communities[findColourNumber(number)] : theme.ink;
}

/**
 * Black or white, whichever is easier to read on a colour.
 * @param {string} colour
 */
function chooseInkOn(colour) {
  const [red, green, blue] = [1, 3, 5].map(
    (at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? "#000000" : "#ffffff";
}
