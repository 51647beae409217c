import { chooseLabels } from "./canvas_labels.js";
import { listCommunityAreas } from "./community_areas.js";
import { getContext, svgElement } from "./element.js";
import { DISC_OPACITY, makeFoldDiscs } from "./fold_marks.js";
import { chooseLabelColour, getLabelFont, positionLines } from "./labels.js";
import { makePairLines } from "./pair_lines.js";
import { fanPlate, makeScene } from "./scene.js";

/**
 * @param {SceneEdge[]} edges
 * @param {number|null} opacity
 */
function drawEdges(edges, opacity) {
  return svgElement(
    "g",
    { class: "lines", fill: "none", opacity },
    edges.map((edge) =>
      svgElement(
        "g",
        { opacity: edge.opacity === 1 ? null : edge.opacity },
        svgElement("path", {
          d: edge.d,
          stroke: edge.colour,
          "stroke-width": edge.width,
          "stroke-dasharray": edge.dashes.join(" ") || null,
        }),
        edge.head ? svgElement("path", { d: edge.head, fill: edge.colour }) : null,
      ),
    ),
  );
}

/**
 * @param {SceneNode[]} nodes
 * @param {Theme} theme
 * @param {number|null} opacity
 */
function drawNodes(nodes, theme, opacity) {
  return svgElement(
    "g",
    { class: "marks", opacity },
    nodes.map((node) =>
      svgElement(
        "g",
        { opacity: node.opacity === 1 ? null : node.opacity },
        svgElement("path", {
          d: node.d,
          fill: node.fill,
          stroke: node.stroke,
          "stroke-width": node.width,
        }),
        node.ring
          ? svgElement("circle", {
              cx: node.ring.x,
              cy: node.ring.y,
              r: node.ring.r,
              fill: "none",
              stroke: theme.accent,
              "stroke-width": 2.5,
            })
          : null,
      ),
    ),
  );
}

/** @param {boolean} strong */
function splitFont(strong) {
  const [style, family] = getLabelFont(strong).split(/px /);
  return {
    "font-family": family,
    "font-size": style.match(/\d+$/)?.[0] ?? "",
    "font-weight": strong ? 600 : 400,
  };
}

/**
 * @param {Badge} badge
 * @param {Theme} theme
 */
function drawBadgeShape({ x, y, step, colour, handle }, theme) {
  if (handle) {
    const { width, height } = handle;
    return svgElement("rect", {
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
      rx: height / 2,
      fill: colour,
      stroke: theme.paper,
      "stroke-width": 1.5,
    });
  }
  return svgElement("circle", {
    cx: x,
    cy: y,
    r: step ? 10 : 7,
    fill: step ? colour : theme.paper,
    stroke: step ? theme.paper : colour,
    "stroke-width": step ? 2 : 1.25,
  });
}

/**
 * @param {Badge[]} badges
 * @param {Theme} theme
 * @param {number} times how much larger than on screen
 */
function drawBadges(badges, theme, times) {
  /** @param {Badge} badge */
  const enlarge = ({ x, y }) =>
    times > 1 ? `translate(${x} ${y}) scale(${times}) translate(${-x} ${-y})` : null;
  return svgElement(
    "g",
    { "text-anchor": "middle" },
    badges.map((badge) =>
      svgElement(
        "g",
        { transform: enlarge(badge) },
        drawBadgeShape(badge, theme),
        svgElement(
          "text",
          {
            x: badge.x,
            y: badge.y + (badge.handle ? 4 : 4.5),
            fill: badge.step || badge.handle ? theme.paper : theme.text,
            ...splitFont(badge.step),
          },
          badge.text,
        ),
      ),
    ),
  );
}

/**
 * The line to a name that stands away from its mark.
 * @param {Label} label
 * @param {Theme} theme
 */
function drawSvgLeader({ leader }, theme) {
  if (!leader) return null;
  const { from, to } = leader;
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return [theme.paper, theme.soft].map((stroke, i) =>
    svgElement("line", { ...ends, stroke, "stroke-width": 3 - 2 * i }),
  );
}

/**
 * Names with a halo in the colour of the paper.
 * @param {Label[]} labels
 * @param {Theme} theme
 */
export function drawSvgLabels(labels, theme) {
  return svgElement(
    "g",
    {
      "text-anchor": "middle",
      stroke: theme.paper,
      "stroke-width": 4,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    },
    labels.map((label) => drawSvgLeader(label, theme)),
    labels.map((label) =>
      svgElement(
        "g",
        { ...splitFont(label.strong), fill: chooseLabelColour(label, theme) },
        positionLines(label).map(({ line, x, y }) => svgElement("text", { x, y }, line)),
      ),
    ),
  );
}

/**
 * What vis-network has drawn, in the same pixels.
 * @param {Plate} plate
 * @param {Shown} shown
 * @returns {Scene}
 */
function makeWholeScene(plate, shown) {
  const relations = [...(plate.lines ?? plate.network.relations).keys()].filter(
    (i) => shown.relations[i],
  );
  return makeScene(plate, { actors: shown.order, relations, ring: null, steps: [] }, 1);
}

/**
 * Builds the root of a picture, with its background.
 * @param {Size} size
 * @param {string} label
 * @param {Theme} theme
 * @param {...Child} children
 */
export function buildPicture({ width, height }, label, theme, ...children) {
  return svgElement(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": label,
    },
    svgElement("rect", { width, height, fill: theme.paper }),
    children,
  );
}

/**
 * @param {Canvas} canvas
 * @param {Theme} theme
 */
function drawAreas(canvas, theme) {
  const { x, y, scale, width, height } = canvas.view ?? { x: 0, y: 0, scale: 1, ...canvas.size() };
  const transform = `translate(${width / 2} ${height / 2}) scale(${scale}) translate(${-x} ${-y})`;
  return svgElement(
    "g",
    { transform, "fill-opacity": theme.areas },
    listCommunityAreas(canvas).map(({ d, place }) =>
      svgElement("path", { d, fill: theme.communities[place] }),
    ),
  );
}

/**
 * @param {Plate} plate
 * @param {Shown} shown
 */
function drawFoldDiscs(plate, shown) {
  return makeFoldDiscs(plate, shown, plate.place, plate.scale).map(({ x, y, r, colour }) =>
    svgElement("circle", {
      cx: x,
      cy: y,
      r,
      fill: colour,
      "fill-opacity": DISC_OPACITY,
      stroke: colour,
      "stroke-opacity": 0.5,
    }),
  );
}

/**
 * Names that are larger than on screen, as many as then have room in a part of the canvas.
 * @param {Canvas} canvas
 * @param {Theme} theme
 * @param {Box} part
 * @param {number} times how much larger
 */
function drawLargerLabels(canvas, theme, part, times) {
  const { plate, view, badges } = canvas;
  /** @type {<T extends Point>(point: T) => T} */
  const shrink = (point) => ({
    ...point,
    x: (point.x - part.x) / times,
    y: (point.y - part.y) / times,
  });
  const box = { width: part.width / times, height: part.height / times };
  /** @param {number} actor */
  const place = (actor) => {
    const mark = plate.place(actor);
    return { ...shrink(mark), r: mark.r / times };
  };
  const small = {
    ...canvas,
    plate: { ...plate, place },
    badges: badges.map(shrink),
    view: view && {
      ...view,
      scale: view.scale / times,
      width: (view.width - 2 * part.x) / times,
      height: (view.height - 2 * part.y) / times,
    },
    size: () => box,
    card: () => null,
    note: () => 0,
    controls: () => [],
  };
  const labels = chooseLabels(small, getContext(document.createElement("canvas")), box);
  const transform = `translate(${part.x} ${part.y}) scale(${times})`;
  return svgElement("g", { transform }, drawSvgLabels(labels, theme));
}

/**
 * What is on screen as an SVG document of true vectors.
 * @param {Canvas} canvas
 * @param {Theme} [theme] colours other than the screen's
 * @param {Box} [part] of the canvas that is drawn
 * @param {number} [times] how much larger than on screen names and signs are
 * @returns {SVGElement}
 */
export function drawSvg(canvas, theme = canvas.plate.theme, part = undefined, times = 1) {
  const shown = /** @type {Shown} */ (canvas.shown);
  const themed = { ...canvas.plate, theme };
  const lines = themed.lines && makePairLines(themed, shown.relations);
  const plate = { ...themed, lines, enlarged: times };
  const whole = makeWholeScene(plate, shown);
  const faint = canvas.emphasis ? 0.14 : null;
  const front = canvas.emphasis
    ? makeScene(fanPlate(plate), canvas.emphasis, 1.5)
    : { edges: [], nodes: [], badges: [] };
  return buildPicture(
    canvas.size(),
    plate.network.about.title ?? "Network",
    theme,
    drawAreas(canvas, theme),
    drawFoldDiscs(plate, shown),
    drawEdges(whole.edges, faint),
    drawNodes(whole.nodes, theme, faint),
    canvas.emphasis ? null : drawBadges(whole.badges, theme, times),
    drawEdges(front.edges, null),
    drawNodes(front.nodes, theme, null),
    drawBadges(front.badges, theme, times),
    part && times > 1
      ? drawLargerLabels(canvas, theme, part, times)
      : drawSvgLabels(canvas.labels, theme),
  );
}
