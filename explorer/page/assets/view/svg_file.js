/** A drawing in SVG as a file: its text, or a PNG of it. */
import { getContext } from "./element.js";

/**
 * The text of an SVG file.
 * @param {SVGElement} svg
 */
export function toSvgText(svg) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/**
 * The same picture as a PNG, twice as fine as the screen.
 * @param {SVGElement} svg
 * @returns {Promise<Blob>}
 */
export async function toPng(svg) {
  const url = URL.createObjectURL(new Blob([toSvgText(svg)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const sheet = document.createElement("canvas");
    [sheet.width, sheet.height] = [image.width * 2, image.height * 2];
    getContext(sheet).drawImage(image, 0, 0, sheet.width, sheet.height);
    return await new Promise((done, fail) => {
      sheet.toBlob((blob) => (blob ? done(blob) : fail(new Error("No picture."))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
