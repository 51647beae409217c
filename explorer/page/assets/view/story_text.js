import { element } from "./element.js";
import { buildSafeLink } from "./references.js";

/**
 * Words in their style; a page link leads back to what its step shows.
 * @param {any} options
 * @param {(() => void)|undefined} show
 */
function buildRun({ text, emphasis, strong, link }, show) {
  let node = text;
  if (show && link && link.startsWith("#")) {
    node = element("button", { type: "button", class: "link", click: show }, text);
  } else if (link && !link.startsWith("#")) node = buildSafeLink(link, text);
  if (emphasis) node = element("em", {}, node);
  return strong ? element("strong", {}, node) : node;
}

/**
 * @param {Block} block
 * @param {(() => void)|undefined} show
 */
function buildBlock(block, show) {
  if (block.paragraph) {
    return element(
      "p",
      { dir: "auto" },
      block.paragraph.map((run) => buildRun(run, show)),
    );
  }
  if (block.quote) return element("blockquote", {}, buildBlocks(block.quote, show));
  const numbered = typeof block.first === "number";
  return element(
    numbered ? "ol" : "ul",
    { start: numbered ? block.first : null },
    (block.items ?? []).map((item) => element("li", {}, buildBlocks(item, show))),
  );
}

/**
 * The text of a story as elements; nothing in it is read as markup.
 * @param {Block[]} blocks
 * @param {() => void} [show] shows again what the step shows; without it, page links are words
 * @returns {HTMLElement[]}
 */
export function buildBlocks(blocks, show) {
  return blocks.map((block) => buildBlock(block, show));
}
