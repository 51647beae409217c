import { fitPositions } from "./positions.js";

const PUSHES = 200;
const BUBBLE_AIR = 36; // pixels between two bubbles, for their names
const COVERED = 0.15; // share of the paper that all bubbles cover at the most
const LEAST_RADIUS = 12; // radius of a bubble in pixels

/**
 * Radii by the number of actors, so that an area stands for a number.
 * @param {Bubble[]} bubbles
 * @param {Size} size
 */
function measureRadii(bubbles, { width, height }) {
  const actors = bubbles.reduce((sum, bubble) => sum + bubble.actors, 0) || 1;
  const unit = Math.sqrt((COVERED * width * height) / (Math.PI * actors));
  return bubbles.map((bubble) =>
    Math.max(
      LEAST_RADIUS,
      Math.min(unit * Math.sqrt(bubble.actors), 0.16 * Math.min(width, height)),
    ),
  );
}

/**
 * @param {{x: Float64Array, y: Float64Array}} at
 * @param {number[]} actors
 */
function findMiddle(at, actors) {
  /** @param {Float64Array} values */
  const mean = (values) =>
    actors.reduce((sum, actor) => sum + values[actor], 0) / (actors.length || 1);
  return { x: mean(at.x), y: mean(at.y) };
}

/**
 * Pushes bubbles apart that overlap, and back onto the paper.
 * @param {Circle[]} places
 * @param {Size} size
 */
function settleBubbles(places, { width, height }) {
  for (let round = 0; round < PUSHES; round += 1) {
    let still = true;
    places.forEach((a, i) =>
      places.slice(i + 1).forEach((b) => {
        if (pushBubbles(a, b)) still = false;
      }),
    );
    for (const place of places) {
      place.x = Math.min(width - place.r, Math.max(place.r, place.x));
      place.y = Math.min(height - place.r, Math.max(place.r, place.y));
    }
    if (still) return;
  }
}

/**
 * @param {Circle} a
 * @param {Circle} b
 */
function pushBubbles(a, b) {
  const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y || 0.01];
  const away = Math.hypot(dx, dy);
  const least = a.r + b.r + BUBBLE_AIR;
  if (away >= least) return false;
  const shift = (least - away) / 2 / away;
  a.x -= dx * shift;
  a.y -= dy * shift;
  b.x += dx * shift;
  b.y += dy * shift;
  return true;
}

/**
 * Where bubbles stand: near where their members are drawn, none over another, all on the paper.
 * @param {(Bubble & {members: number[]})[]} bubbles
 * @param {{x: Float64Array, y: Float64Array}} at where each actor is drawn
 * @param {{width: number, height: number}} paper
 * @returns {{x: number, y: number, r: number}[]} one a bubble, from the paper's corner
 */
export function layOutBubbles(bubbles, at, paper) {
  const radii = measureRadii(bubbles, paper);
  const middles = bubbles.map(({ members }) => findMiddle(at, members));
  const fitted = fitPositions(
    middles.map(({ x }) => x),
    middles.map(({ y }) => y),
    paper,
  );
  const places = radii.map((r, i) => ({
    x: fitted.x[i] + paper.width / 2,
    y: fitted.y[i] + paper.height / 2,
    r,
  }));
  settleBubbles(places, paper);
  return places;
}
