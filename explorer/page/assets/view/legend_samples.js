/** Draw samples of the lines and marks of the canvas, as legends show them. */
import { svgElement } from "./element.js";
import { drawMark } from "./marks.js";

/**
 * A type's line as the canvas draws it: colour, dashes and arrowhead.
 * @param {TypeStyle} style
 * @param {boolean} [backwards] whether it is read from where the arrow points
 */
export function drawLineSample(style, backwards = false) {
  return svgElement(
    "svg",
    {
      class: "sample",
      width: 44,
      height: 12,
      viewBox: "0 0 44 12",
      "aria-hidden": "true",
      focusable: "false",
    },
    svgElement(
      "g",
      { transform: backwards ? "matrix(-1 0 0 1 44 0)" : null },
      svgElement("path", {
        d: `M1 6H${style.arrow ? 35 : 43}`,
        stroke: style.colour,
        "stroke-width": 2,
        "stroke-dasharray": style.dashes.join(" ") || null,
        fill: "none",
      }),
      style.arrow
        ? svgElement("path", { d: "M43 6 33 2.4 34 6 33 9.6Z", fill: style.colour })
        : null,
    ),
  );
}

/**
 * The line of a pair as the canvas draws it at rest.
 * @param {string} [colour] else the style sheet's, by the class
 * @param {string} [name] of that class
 */
export function drawPairLine(colour, name) {
  return svgElement(
    "svg",
    {
      class: "sample",
      width: 44,
      height: 12,
      viewBox: "0 0 44 12",
      "aria-hidden": "true",
      focusable: "false",
    },
    svgElement("path", {
      d: "M1 6H43",
      class: name ?? null,
      stroke: colour ?? null,
      "stroke-width": colour ? 2 : null,
      fill: "none",
    }),
  );
}

/**
 * A kind's mark as the canvas draws it.
 * @param {KindStyle} style
 * @param {boolean} coloured whether the canvas colours by kind
 */
export function drawMarkSample(style, coloured) {
  const paint = coloured ? style.colour : "currentColor";
  return svgElement(
    "svg",
    {
      class: "sample mark",
      width: 18,
      height: 18,
      viewBox: "-9 -9 18 18",
      "aria-hidden": "true",
      focusable: "false",
    },
    svgElement("path", {
      d: drawMark(style.shape, 0, 0, 6),
      fill: style.hollow ? "none" : paint,
      stroke: paint,
      "stroke-width": style.hollow ? 1.75 : 0,
    }),
  );
}
