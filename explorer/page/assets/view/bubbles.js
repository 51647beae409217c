import { buildBubbles, describeBubbles } from "../core/bubbles.js";
import { findColourNumber } from "../core/communities.js";
import { shorten, makeVisible } from "../core/text.js";
import { announce, formatCount } from "./announce.js";
import { layOutBubbles } from "./bubble_layout.js";
import { svgElement, getPart } from "./element.js";
import { FACE, getLabelFont, placeLabels } from "./labels.js";
import { findFreePart } from "./positions.js";
import { drawSvgLabels } from "./svg.js";

// pixels that bubbles keep from the edges, for their names
const EDGE = { side: 44, above: 14, below: 40 };
const ROOM = 15000; // square pixels a bubble
const MOST_BUBBLES = 40;
const WIDEST_LINK = 8; // pixels of a line
const LONGEST_NAME = 24;
const TURNS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function chooseInk({ state }, theme, number) {
  return state.colourBy === "community" ? theme.communities[findColourNumber(number)] : theme.ink;
}

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

/** The names of the bubbles' foremost actors, where they cover nothing. */
function labelBubbles({ network, bubbles, places, size, paper }) {
  const ctx = document.createElement("canvas").getContext("2d");
  const measure = (text, strong) => {
    ctx.font = getLabelFont(strong);
    return ctx.measureText(text).width;
  };
  const text = ({ first }) => shorten(makeVisible(network.actors[first].name), LONGEST_NAME);
  const marks = bubbles.map((bubble, i) => ({
    actor: i,
    ...places[i],
    text: text(bubble),
    strong: false,
  }));
  const taken = places.map(({ x, y, r }, owner) => ({
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
    owner,
  }));
  const note = { x: 0, y: 0, width: size.width, height: paper.top - EDGE.above };
  return placeLabels(marks, measure, size, [...taken, note], marks.length);
}

function describeBubble(model, { number, actors, first }) {
  return `Community ${number}, around ${model.network.actors[first].name}: ${formatCount(actors, "actor")}`;
}

/** Black or white, whichever is easier to read on a colour. */
function chooseInkOn(colour) {
  const [red, green, blue] = [1, 3, 5].map(
    (at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? "#000000" : "#ffffff";
}

function drawBubble(model, theme, place, attributes = {}) {
  const bubble = model.bubbles[place];
  const { x, y, r } = model.places[place];
  const fill = chooseInk(model.store, theme, bubble.number);
  return svgElement(
    "g",
    { class: "bubble", ...attributes },
    svgElement("circle", { cx: x, cy: y, r, fill, stroke: theme.paper, "stroke-width": 1.5 }),
    svgElement(
      "text",
      {
        x,
        y: y + 4.5,
        fill: chooseInkOn(fill),
        "text-anchor": "middle",
        "font-family": FACE,
        "font-size": 12,
        "font-weight": 600,
      },
      bubble.number,
    ),
  );
}

function drawBubbles(model, theme, marks) {
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
    svgElement("g", { "pointer-events": "none" }, drawSvgLabels(model.labels, theme)),
  );
}

/** The same as a picture to hand over: on paper of its own, with nothing to press. */
function drawPicture(model, theme) {
  const { width, height } = model.size;
  const picture = drawBubbles(
    model,
    theme,
    model.bubbles.map((_, place) => drawBubble(model, theme, place)),
  );
  picture.prepend(svgElement("rect", { width, height, fill: theme.paper }));
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", makeVisible(model.network.about.title || "Network"));
  return picture;
}

/** The free part of the canvas, below the note and clear of the story's card. */
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

/** The bubbles of a state, as many as the canvas has room for. */
function chooseBubbles({ store, canvas }) {
  const { width, height } = findFreePart(canvas.size(), canvas.card());
  return buildBubbles(
    store.network,
    store.answer,
    Math.max(6, Math.min(MOST_BUBBLES, Math.floor((width * height) / ROOM))),
  );
}

/** Where they stand, and their names. */
function layOutModel({ store, canvas }, found) {
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
  return {
    ...found,
    network,
    store,
    size,
    places,
    labels: labelBubbles({ network, bubbles: found.bubbles, places, size, paper }),
  };
}

function openBubble(view, number) {
  view.store.set({ community: number });
  announce(`Only community ${number} is shown`);
  getPart("canvas").focus({ preventScroll: true });
}

/** The bubble that lies most nearly in a direction from another. */
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

function handleKey(view, model, marks, place, event) {
  const way = TURNS[event.key];
  if (event.key === "Enter" || event.key === " ") openBubble(view, model.bubbles[place].number);
  else if (way) {
    const next = marks[findBubbleTowards(model.places, place, way)];
    for (const mark of marks) mark.setAttribute("tabindex", mark === next ? 0 : -1);
    next.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Bubbles that can be opened: by a double click, a touch, or Enter; arrow keys go from one to the
 * next.
 */
function drawLiveBubbles(view, model, theme) {
  const marks = model.bubbles.map((bubble, place) => {
    const mark = drawBubble(model, theme, place, {
      role: "button",
      tabindex: place ? -1 : 0,
      "aria-label": `${describeBubble(model, bubble)}. Open`,
      keydown: (event) => handleKey(view, model, marks, place, event),
      dblclick: () => openBubble(view, bubble.number),
      click: (event) => {
        if (event.pointerType === "touch") openBubble(view, bubble.number);
      },
    });
    mark.append(svgElement("title", {}, describeBubble(model, bubble)));
    return mark;
  });
  return marks;
}

/**
 * A large network as one bubble a community, over the canvas, which is then empty.
 * @param {object} view
 * @returns {{draw: () => void, report: () => object[], svg: (theme: object) => SVGElement|null,
 *   words: () => string}}
 *   draw: brings them up to date, after the note above them; report: what is shown; svg: the
 *   picture, null where there are no bubbles; words: what they show and leave out
 */
export function createBubbles(view) {
  const place = getPart("bubbles");
  const isShown = () => view.store.answer.drawn.bubbles;
  let model = null;
  const draw = () => {
    const shown = isShown();
    place.hidden = !shown;
    getPart("zoom").hidden = shown;
    getPart("canvas").classList.toggle("is-covered", shown);
    model = shown ? layOutModel(view, chooseBubbles(view)) : null;
    const { theme } = view.canvas.plate;
    place.replaceChildren(
      ...(model ? [drawBubbles(model, theme, drawLiveBubbles(view, model, theme))] : []),
    );
  };
  new ResizeObserver(() => {
    if (model) {
      view.drawNote();
      draw();
    }
  }).observe(getPart("canvas"));
  return {
    draw,
    report: () => (model ? model.bubbles.map(({ number, actors }) => ({ number, actors })) : []),
    svg: (theme) => model && drawPicture(model, theme),
    words: () => describeBubbles(chooseBubbles(view), view.store.answer.actors),
  };
}
