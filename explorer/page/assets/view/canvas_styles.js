/** How vis-network draws each actor and each relation. */
import { fadeColour } from "../core/line_fade.js";
import { getLineStyle, getLook } from "./scene.js";

/** @param {number} bend */
function toSmooth(bend) {
  if (Math.abs(bend) < 1e-4) return false;
  return { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) };
}

/** @param {VisOptions} options */
export function mergeOptions(options) {
  /** @type {VisOptions} */
  const merged = { ...options, autoResize: true };
  merged.nodes = { ...options.nodes, chosen: false };
  merged.edges = { ...options.edges, chosen: false, hoverWidth: 0, selectionWidth: 0 };
  merged.interaction = {
    ...options.interaction,
    selectConnectedEdges: false,
    keyboard: false,
    zoomSpeed: 0.6,
  };
  return merged;
}

/**
 * @param {Canvas} canvas
 * @param {number} i
 */
export function styleNode({ at, plate }, i) {
  return {
    x: at.x[i],
    y: at.y[i],
    size: plate.radii[i],
    shape: plate.kinds[plate.kindIndex[i]].shape,
    ...colourNode(plate, i),
  };
}

/**
 * @param {Plate} plate
 * @param {number} i
 */
function colourNode(plate, i) {
  const style = plate.kinds[plate.kindIndex[i]];
  const ink = plate.inkOf(i, plate.theme);
  const paper = plate.theme.paper;
  return {
    color: style.hollow ? { background: paper, border: ink } : { background: ink, border: paper },
    borderWidth: style.hollow ? 2 : 1.5,
  };
}

/**
 * @param {Canvas} canvas
 * @param {number} i
 */
export function styleEdge({ plate }, i) {
  const { source, target } = plate.network.relations[i];
  const { bend, colour: color } = getLineStyle(plate, i);
  const own = plate.lines ? stylePair(plate, i) : styleChange(plate, i);
  return { from: source, to: target, smooth: toSmooth(bend), color, ...own };
}

/**
 * @param {Plate} plate
 * @param {number} i
 */
function stylePair(plate, i) {
  const { colour, opacity, width, dashes, arrow, isBothWays } = getLineStyle(plate, i);
  const color = fadeColour(colour, opacity);
  const arrows = isBothWays ? "to, from" : arrow ? "to" : "";
  return { color, width, dashes: dashes.length ? dashes : false, arrows };
}

/**
 * The width and ink of a line that differs between two versions; nothing of any other.
 * @param {Plate} plate
 * @param {number} i
 */
export function styleChange(plate, i) {
  const { change = "same" } = plate.network.relations[i];
  if (change === "same") return {};
  const { colour: color, width } = getLineStyle(plate, i);
  const look = getLook(plate, i);
  return { width: width * look.width, color: { color, opacity: look.opacity } };
}
