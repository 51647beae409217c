/** Set a drawing on a sheet with its title above, and its legend and credit below. */
import { getContext, svgElement } from "./element.js";
import { FACE } from "./labels.js";
import { drawLineSample, drawMarkSample, drawPairLine } from "./legend_samples.js";
import { buildPicture } from "./svg.js";
import { breakLines } from "./text_lines.js";

const MARGIN = 24;
const NARROWEST = 720; // pixels; a smaller drawing is enlarged
const GAP = 18; // pixels between two items of the legend
const SAMPLE_ROOM = 8; // pixels between a sample and its words
const SERIF = 'Georgia, "Noto Serif", "Times New Roman", serif';
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
/** @type {Record<string, Font>} */
const FONTS = {
  title: { family: SERIF, size: 22, weight: 700, line: 28 },
  text: { family: FACE, size: 14, weight: 400, line: 20 },
  item: { family: FACE, size: 12, weight: 400, line: 22 },
  small: { family: FACE, size: 11, weight: 400, line: 16 },
};

/**
 * @param {SVGElement} drawing
 * @param {PictureWords} words
 * @param {Theme} theme
 * @returns {SVGElement}
 */
export function drawSheet(drawing, words, theme) {
  const width = Math.max(NARROWEST, Number(drawing.getAttribute("width")));
  /** @type {Sheet} */
  const sheet = { width, theme, y: MARGIN, nodes: [] };
  addText(sheet, words.title, "title", theme.text);
  addText(sheet, words.description, "text", theme.soft);
  addDrawing(sheet, drawing);
  for (const sentence of words.path) addText(sheet, sentence, "text", theme.text);
  if (words.path.length) sheet.y += 8;
  addItems(sheet, words.legend);
  if (words.colours) {
    addText(sheet, words.colours.title, "small", theme.soft);
    addItems(sheet, words.colours.items);
  }
  addText(sheet, words.sources, "small", theme.soft);
  addText(sheet, words.origin, "small", theme.soft);
  const height = Math.ceil(sheet.y + MARGIN / 2);
  return buildPicture({ width, height }, words.title || "Network", theme, sheet.nodes);
}

/**
 * @param {Font} font
 * @returns {(text: string) => number}
 */
function createMeasure({ family, size, weight }) {
  const ctx = getContext(document.createElement("canvas"));
  ctx.font = `${weight} ${size}px ${family}`;
  return (text) => ctx.measureText(text).width;
}

/**
 * @param {Font} font
 * @param {string} fill
 */
function styleText({ family, size, weight }, fill) {
  return { fill, "font-family": family, "font-size": size, "font-weight": weight };
}

/**
 * Adds a text on as many lines as it needs.
 * @param {Sheet} sheet
 * @param {string} text
 * @param {string} name of its font
 * @param {string} fill
 */
function addText(sheet, text, name, fill) {
  if (!text) return;
  const font = FONTS[name];
  const turned = RIGHT_TO_LEFT.test(text);
  const lines = breakLines(text, sheet.width - 2 * MARGIN, createMeasure(font));
  for (const line of lines) {
    sheet.nodes.push(
      svgElement(
        "text",
        {
          x: turned ? sheet.width - MARGIN : MARGIN,
          y: sheet.y + font.size,
          ...styleText(font, fill),
          direction: turned ? "rtl" : null,
        },
        line,
      ),
    );
    sheet.y += font.line;
  }
}

/**
 * @param {Sheet} sheet
 * @param {SVGElement} drawing
 */
function addDrawing(sheet, drawing) {
  for (const name of ["role", "aria-label"]) drawing.removeAttribute(name);
  const [width, height] = ["width", "height"].map((name) => Number(drawing.getAttribute(name)));
  drawing.setAttribute("width", String(sheet.width));
  drawing.setAttribute("height", String(Math.min((height * sheet.width) / width, sheet.width)));
  drawing.setAttribute("y", String(sheet.y + 8));
  sheet.nodes.push(drawing);
  sheet.y += Number(drawing.getAttribute("height")) + MARGIN;
}

/**
 * Adds samples with their words, as many on a line as there is room for.
 * @param {Sheet} sheet
 * @param {PictureItem[]} items
 */
function addItems(sheet, items) {
  if (!items.length) return;
  const font = FONTS.item;
  const measure = createMeasure(font);
  let x = MARGIN;
  for (const item of items) {
    const sample = drawSample(item, sheet.theme);
    const indent = sample ? Number(sample.getAttribute("width")) + SAMPLE_ROOM : 0;
    const lines = breakLines(item.text, sheet.width - 2 * MARGIN - indent, measure);
    const taken = indent + Math.max(...lines.map(measure), 0);
    if (x > MARGIN && x + taken > sheet.width - MARGIN) {
      x = MARGIN;
      sheet.y += font.line;
    }
    if (sample) {
      sample.setAttribute("x", String(x));
      sample.setAttribute("y", String(sheet.y + 9 - Number(sample.getAttribute("height")) / 2));
      sheet.nodes.push(sample);
    }
    lines.forEach((line, i) => {
      const y = sheet.y + 13 + i * 16;
      const look = styleText(font, sheet.theme.text);
      sheet.nodes.push(svgElement("text", { x: x + indent, y, ...look }, line));
    });
    sheet.y += Math.max(0, lines.length - 1) * 16;
    x += taken + GAP;
  }
  sheet.y += font.line + 6;
}

/**
 * A sample in colours of its own, since a file has no style sheet.
 * @param {PictureItem} item
 * @param {Theme} theme
 * @returns {SVGElement|null}
 */
function drawSample({ type, pair, kind, coloured, sign, colour }, theme) {
  if (pair) return freeSample(drawPairLine(theme.pairs[pair]), theme);
  if (type) return freeSample(drawLineSample(type), theme);
  if (kind) return freeSample(drawMarkSample(kind, Boolean(coloured)), theme);
  if (colour) {
    return svgElement(
      "svg",
      { width: 12, height: 12, viewBox: "0 0 12 12" },
      svgElement("rect", { width: 12, height: 12, fill: colour(theme) }),
    );
  }
  return sign ? drawSign(sign, theme) : null;
}

/**
 * @param {string} sign
 * @param {Theme} theme
 */
function drawSign(sign, theme) {
  return svgElement(
    "svg",
    { width: 44, height: 18, viewBox: "0 0 44 18" },
    svgElement("path", { d: "M1 9H43", fill: "none", stroke: theme.soft, "stroke-width": 1.75 }),
    svgElement("circle", {
      cx: 22,
      cy: 9,
      r: 7.5,
      fill: theme.paper,
      stroke: theme.soft,
      "stroke-width": 1.25,
    }),
    svgElement(
      "text",
      { x: 22, y: 13, "text-anchor": "middle", ...styleText(FONTS.item, theme.text) },
      sign,
    ),
  );
}

/**
 * @param {SVGElement} sample as the page shows it
 * @param {Theme} theme
 */
function freeSample(sample, theme) {
  for (const name of ["class", "aria-hidden", "focusable"]) sample.removeAttribute(name);
  for (const name of ["fill", "stroke"]) {
    for (const node of sample.querySelectorAll(`[${name}="currentColor"]`)) {
      node.setAttribute(name, theme.ink);
    }
  }
  return sample;
}
