import { buildBubbles, describeBubbles } from "../core/bubbles.js";
import { announce } from "./announce.js";
import { describeBubble, drawBubble, drawBubbles, drawPicture } from "./bubble_drawing.js";
import { layOutBubbles } from "./bubble_layout.js";
import { nameBubbles } from "./bubble_names.js";
import { getPart, svgElement } from "./element.js";
import { reportLabels } from "./pointer.js";
import { findFreePart } from "./camera_fit.js";

// pixels that bubbles keep from the edges, for their names
const EDGE = { side: 44, above: 14, below: 40 };
const ROOM = 15000; // square pixels a bubble
const MOST_BUBBLES = 40;
/** @type {Record<string, Point2|undefined>} */
const TURNS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The free part of the canvas, below the note and clear of the story's card.
 * @param {Canvas} canvas
 */
function measurePaper(canvas) {
  const { left, top, width, height } = findFreePart(canvas.size(), canvas.card());
  const above = Math.max(0, canvas.note() - top) + EDGE.above;
  return {
    left: left + EDGE.side,
    top: top + above,
    width: Math.max(120, width - 2 * EDGE.side),
    height: Math.max(120, height - above - EDGE.below),
  };
}

/**
 * The bubbles of a state, as many as the canvas has room for.
 * @param {Store} store
 * @param {Canvas} canvas
 * @returns {Bubbles}
 */
function chooseBubbles(store, canvas) {
  const { width, height } = findFreePart(canvas.size(), canvas.card());
  return buildBubbles(
    store.network,
    store.answer,
    Math.max(6, Math.min(MOST_BUBBLES, Math.floor((width * height) / ROOM))),
  );
}

/**
 * Where they stand, and their names.
 * @param {Store} store
 * @param {Canvas} canvas
 * @param {Bubbles} found
 * @returns {BubbleModel}
 */
function layOutModel(store, canvas, found) {
  const { network } = store;
  const size = canvas.size();
  const paper = measurePaper(canvas);
  const members = found.bubbles.map((bubble) => ({
    ...bubble,
    members: network.communities.list[bubble.number - 1].actors,
  }));
  const places = layOutBubbles(members, canvas.at, paper).map(({ x, y, r }) => ({
    x: x + paper.left,
    y: y + paper.top,
    r,
  }));
  const model = { ...found, network, store, size, places };
  return { ...model, ...nameBubbles(model, store.answer.actors, paper.top - EDGE.above) };
}

/**
 * @param {Store} store
 * @param {number} number
 */
function openBubble(store, number) {
  store.set({ community: number });
  announce(`Only community ${number} is shown`);
  getPart("canvas").focus({ preventScroll: true });
}

/**
 * The bubble that lies most nearly in a direction from another.
 * @param {Circle[]} places
 * @param {number} here
 * @param {Point2} options
 */
function findBubbleTowards(places, here, [wx, wy]) {
  const from = places[here];
  const costs = places.map(({ x, y }) => {
    const along = (x - from.x) * wx + (y - from.y) * wy;
    return along > 0
      ? along + 2 * Math.abs((x - from.x) * wy) + 2 * Math.abs((y - from.y) * wx)
      : Infinity;
  });
  const least = Math.min(...costs);
  return least === Infinity ? here : costs.indexOf(least);
}

/**
 * @param {Store} store
 * @param {BubbleModel} model
 * @param {SVGElement[]} marks
 * @param {number} place
 * @param {KeyboardEvent} event
 */
function handleKey(store, model, marks, place, event) {
  const way = TURNS[event.key];
  if (event.key === "Enter" || event.key === " ") openBubble(store, model.bubbles[place].number);
  else if (way) {
    const next = marks[findBubbleTowards(model.places, place, way)];
    for (const mark of marks) mark.setAttribute("tabindex", mark === next ? "0" : "-1");
    next.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Bubbles that can be opened: by a double click, a touch, or Enter; arrow keys go from one to the
 * next.
 * @param {Store} store
 * @param {BubbleModel} model
 * @param {Theme} theme
 */
function drawLiveBubbles(store, model, theme) {
  const marks = model.bubbles.map((bubble, place) => {
    const mark = drawBubble(model, theme, place, {
      role: "button",
      tabindex: place ? -1 : 0,
      "aria-label": `${describeBubble(model, bubble)}. Open`,
      keydown: (/** @type {KeyboardEvent} */ event) => handleKey(store, model, marks, place, event),
      dblclick: () => openBubble(store, bubble.number),
      click: (/** @type {PointerEvent} */ event) => {
        if (event.pointerType === "touch") openBubble(store, bubble.number);
      },
    });
    mark.append(svgElement("title", {}, describeBubble(model, bubble)));
    return mark;
  });
  return marks;
}

/**
 * What the bubbles show and leave out, in a sentence.
 * @param {Store} store
 * @param {Canvas} canvas
 */
export function describeShownBubbles(store, canvas) {
  return describeBubbles(chooseBubbles(store, canvas), store.answer.actors);
}

/**
 * Draws a large network as one bubble a community, over the canvas, which is then empty.
 * @param {Store} store
 * @param {Canvas} canvas
 * @param {() => void} drawNote the note above, which the bubbles lie below
 * @returns {BubbleView}
 */
export function createBubbles(store, canvas, drawNote) {
  const layer = getPart("bubbles");
  /** @type {BubbleModel|null} */
  let model = null;
  const draw = () => {
    const isShown = store.answer.drawn.bubbles;
    layer.hidden = !isShown;
    getPart("zoom").hidden = isShown;
    getPart("canvas").classList.toggle("is-covered", isShown);
    model = isShown ? layOutModel(store, canvas, chooseBubbles(store, canvas)) : null;
    const { theme } = canvas.plate;
    layer.replaceChildren(
      ...(model ? [drawBubbles(model, theme, drawLiveBubbles(store, model, theme))] : []),
    );
  };
  new ResizeObserver(() => {
    if (!model) return;
    drawNote();
    draw();
  }).observe(getPart("canvas"));
  return {
    draw,
    report: () => {
      if (!model) return { communities: [] };
      const { bubbles, places, labels, within } = model;
      return {
        communities: bubbles.map(({ number, actors }, i) => ({ number, actors, ...places[i] })),
        labels: reportLabels(store.network, [...within.flat(), ...labels]),
      };
    },
    svg: (theme, times) => model && drawPicture(model, theme, times),
  };
}
