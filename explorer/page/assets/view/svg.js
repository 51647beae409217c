import { drawn } from "./element.js";
import { labelFont, labelLines } from "./labels.js";
import { sceneOf } from "./scene.js";

function svgEdges(edges, opacity) {
  return drawn(
    "g",
    { fill: "none", opacity },
    edges.map((edge) =>
      drawn(
        "g",
        { opacity: edge.opacity === 1 ? null : edge.opacity },
        drawn("path", {
          d: edge.d,
          stroke: edge.colour,
          "stroke-width": edge.width,
          "stroke-dasharray": edge.dashes.join(" ") || null,
        }),
        edge.head ? drawn("path", { d: edge.head, fill: edge.colour }) : null,
      ),
    ),
  );
}

function svgNodes(nodes, theme, opacity) {
  return drawn(
    "g",
    { opacity },
    nodes.map((node) =>
      drawn(
        "g",
        { opacity: node.opacity === 1 ? null : node.opacity },
        drawn("path", {
          d: node.d,
          fill: node.fill,
          stroke: node.stroke,
          "stroke-width": node.width,
        }),
        node.ring
          ? drawn("circle", {
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

function fontOf(strong) {
  const [style, family] = labelFont(strong).split(/px /);
  return {
    "font-family": family,
    "font-size": style.match(/\d+$/)[0],
    "font-weight": strong ? 600 : 400,
  };
}

function svgBadges(badges, theme) {
  return drawn(
    "g",
    { "text-anchor": "middle" },
    badges.map((badge) =>
      drawn(
        "g",
        {},
        drawn("circle", {
          cx: badge.x,
          cy: badge.y,
          r: badge.step ? 10 : 7,
          fill: badge.step ? badge.colour : theme.paper,
          stroke: badge.step ? theme.paper : badge.colour,
          "stroke-width": badge.step ? 2 : 1.25,
        }),
        drawn(
          "text",
          {
            x: badge.x,
            y: badge.y + 4.5,
            fill: badge.step ? theme.paper : theme.text,
            ...fontOf(badge.step),
          },
          badge.text,
        ),
      ),
    ),
  );
}

/** Names with a halo in the colour of the paper. */
export function svgLabels(labels, theme) {
  return drawn(
    "g",
    {
      "text-anchor": "middle",
      fill: theme.text,
      stroke: theme.paper,
      "stroke-width": 4,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    },
    labels.map((label) =>
      drawn(
        "g",
        fontOf(label.strong),
        labelLines(label).map(({ line, x, y }) => drawn("text", { x, y }, line)),
      ),
    ),
  );
}

/** What vis-network has drawn, in the same pixels. */
function wholeScene(plate, shown) {
  const relations = [...plate.network.relations.keys()].filter((i) => shown.relations[i]);
  return sceneOf(plate, { actors: shown.order, relations, ring: null, steps: [] }, 1);
}

/**
 * What is on screen as an SVG document of true vectors.
 * @param {object} canvas
 * @param {object} [theme] colours other than the screen's
 * @returns {SVGElement}
 */
export function canvasToSvg(canvas, theme = canvas.plate.theme) {
  const { width, height } = canvas.size();
  const plate = { ...canvas.plate, theme };
  const whole = wholeScene(plate, canvas.shown);
  const faint = canvas.emphasis ? 0.14 : null;
  const front = canvas.emphasis
    ? sceneOf(plate, canvas.emphasis, 1.5)
    : { edges: [], nodes: [], badges: [] };
  return drawn(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": plate.network.about.title ?? "Network",
    },
    drawn("rect", { width, height, fill: theme.paper }),
    svgEdges(whole.edges, faint),
    svgNodes(whole.nodes, theme, faint),
    canvas.emphasis ? null : svgBadges(whole.badges, theme),
    svgEdges(front.edges, null),
    svgNodes(front.nodes, theme, null),
    svgBadges(front.badges, theme),
    svgLabels(canvas.labels, theme),
  );
}

/**
 * The text of an SVG file.
 * @param {SVGElement} svg
 */
export function svgText(svg) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/**
 * The same picture as a PNG, twice as fine as the screen.
 * @param {SVGElement} svg
 * @returns {Promise<Blob>}
 */
export async function svgToPng(svg) {
  const url = URL.createObjectURL(new Blob([svgText(svg)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const sheet = document.createElement("canvas");
    [sheet.width, sheet.height] = [image.width * 2, image.height * 2];
    sheet.getContext("2d").drawImage(image, 0, 0, sheet.width, sheet.height);
    return await new Promise((done) => {
      sheet.toBlob(done, "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
