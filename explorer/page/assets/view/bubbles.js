import { bubblesOf, bubbleWords } from "../core/bubbles.js";
import { colourPlace } from "../core/communities.js";
import { shorten, visibleText } from "../core/text.js";
import { announce, counted } from "./announce.js";
import { bubblePlaces } from "./bubble_places.js";
import { drawn, part } from "./element.js";
import { FACE, labelFont, placeLabels } from "./labels.js";
import { freePart } from "./placing.js";
import { svgLabels } from "./svg.js";

// pixels that bubbles keep from the edges, for their names
const EDGE = { side: 44, above: 14, below: 40 };
const ROOM = 15000; // square pixels a bubble
const MOST_BUBBLES = 40;
const WIDEST_LINK = 8; // pixels of a line
const LONGEST_NAME = 24;
const TURNS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function bubbleInk({ state }, theme, number) {
  return state.colourBy === "community" ? theme.communities[colourPlace(number)] : theme.ink;
}

function linkLine(model, theme, { one, other, relations }) {
  const [a, b] = [model.places[one], model.places[other]];
  const width = 1 + (WIDEST_LINK - 1) * Math.sqrt(relations / model.links[0].relations);
  return drawn("line", {
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
function bubbleLabels({ network, bubbles, places, size, paper }) {
  const ctx = document.createElement("canvas").getContext("2d");
  const measure = (text, strong) => {
    ctx.font = labelFont(strong);
    return ctx.measureText(text).width;
  };
  const text = ({ first }) => shorten(visibleText(network.actors[first].name), LONGEST_NAME);
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

function bubbleTitle(model, { number, actors, first }) {
  return `Community ${number}, around ${model.network.actors[first].name}: ${counted(actors, "actor")}`;
}

/** Black or white, whichever is easier to read on a colour. */
function inkOn(colour) {
  const [red, green, blue] = [1, 3, 5].map(
    (at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? "#000000" : "#ffffff";
}

function bubbleMark(model, theme, place, attributes = {}) {
  const bubble = model.bubbles[place];
  const { x, y, r } = model.places[place];
  const fill = bubbleInk(model.store, theme, bubble.number);
  return drawn(
    "g",
    { class: "bubble", ...attributes },
    drawn("circle", { cx: x, cy: y, r, fill, stroke: theme.paper, "stroke-width": 1.5 }),
    drawn(
      "text",
      {
        x,
        y: y + 4.5,
        fill: inkOn(fill),
        "text-anchor": "middle",
        "font-family": FACE,
        "font-size": 12,
        "font-weight": 600,
      },
      bubble.number,
    ),
  );
}

function bubblesSvg(model, theme, marks) {
  const { width, height } = model.size;
  return drawn(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
    drawn(
      "g",
      {},
      model.links.map((link) => linkLine(model, theme, link)),
    ),
    marks,
    drawn("g", { "pointer-events": "none" }, svgLabels(model.labels, theme)),
  );
}

/** The same as a picture to hand over: on paper of its own, with nothing to press. */
function pictureOf(model, theme) {
  const { width, height } = model.size;
  const picture = bubblesSvg(
    model,
    theme,
    model.bubbles.map((_, place) => bubbleMark(model, theme, place)),
  );
  picture.prepend(drawn("rect", { width, height, fill: theme.paper }));
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", visibleText(model.network.about.title || "Network"));
  return picture;
}

/** The free part of the canvas, below the note and clear of the story's card. */
function paperOf(canvas) {
  const { left, top, width, height } = freePart(canvas.size(), canvas.card());
  const above = Math.max(0, canvas.note() - top) + EDGE.above;
  return {
    left: left + EDGE.side,
    top: top + above,
    width: Math.max(120, width - 2 * EDGE.side),
    height: Math.max(120, height - above - EDGE.below),
  };
}

/** The bubbles of a state, as many as the canvas has room for. */
function bubblesNow({ store, canvas }) {
  const { width, height } = freePart(canvas.size(), canvas.card());
  return bubblesOf(
    store.network,
    store.answer,
    Math.max(6, Math.min(MOST_BUBBLES, Math.floor((width * height) / ROOM))),
  );
}

/** Where they stand, and their names. */
function bubbleModel({ store, canvas }, found) {
  const { network } = store;
  const size = canvas.size();
  const paper = paperOf(canvas);
  const members = found.bubbles.map((bubble) => ({
    ...bubble,
    members: network.communities.list[bubble.number - 1].actors,
  }));
  const places = bubblePlaces(members, canvas.at, paper).map(({ x, y, r }) => ({
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
    labels: bubbleLabels({ network, bubbles: found.bubbles, places, size, paper }),
  };
}

function openBubble(view, number) {
  view.store.set({ community: number });
  announce(`Only community ${number} is shown`);
  part("canvas").focus({ preventScroll: true });
}

/** The bubble that lies most nearly in a direction from another. */
function bubbleTowards(places, here, [wx, wy]) {
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

function onBubbleKey(view, model, marks, place, event) {
  const way = TURNS[event.key];
  if (event.key === "Enter" || event.key === " ") openBubble(view, model.bubbles[place].number);
  else if (way) {
    const next = marks[bubbleTowards(model.places, place, way)];
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
function liveMarks(view, model, theme) {
  const marks = model.bubbles.map((bubble, place) => {
    const mark = bubbleMark(model, theme, place, {
      role: "button",
      tabindex: place ? -1 : 0,
      "aria-label": `${bubbleTitle(model, bubble)}. Open`,
      keydown: (event) => onBubbleKey(view, model, marks, place, event),
      dblclick: () => openBubble(view, bubble.number),
      click: (event) => {
        if (event.pointerType === "touch") openBubble(view, bubble.number);
      },
    });
    mark.append(drawn("title", {}, bubbleTitle(model, bubble)));
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
  const place = part("bubbles");
  const isShown = () => view.store.answer.drawn.bubbles;
  let model = null;
  const draw = () => {
    const shown = isShown();
    place.hidden = !shown;
    part("zoom").hidden = shown;
    part("canvas").classList.toggle("is-covered", shown);
    model = shown ? bubbleModel(view, bubblesNow(view)) : null;
    const { theme } = view.canvas.plate;
    place.replaceChildren(
      ...(model ? [bubblesSvg(model, theme, liveMarks(view, model, theme))] : []),
    );
  };
  new ResizeObserver(() => {
    if (model) {
      view.drawNote();
      draw();
    }
  }).observe(part("canvas"));
  return {
    draw,
    report: () => (model ? model.bubbles.map(({ number, actors }) => ({ number, actors })) : []),
    svg: (theme) => model && pictureOf(model, theme),
    words: () => bubbleWords(bubblesNow(view), view.store.answer.actors),
  };
}
