import { element } from "./element.js";
import { safeLink } from "./references.js";

/** Words in their style; a page link leads back to what its step shows. */
function runNode({ text, emphasis, strong, link }, show) {
  let node = text;
  if (show && link && link.startsWith("#")) {
    node = element("button", { type: "button", class: "link", click: show }, text);
  } else if (link && !link.startsWith("#")) node = safeLink(link, text);
  if (emphasis) node = element("em", {}, node);
  return strong ? element("strong", {}, node) : node;
}

function blockNode(block, show) {
  if (block.paragraph) {
    return element(
      "p",
      { dir: "auto" },
      block.paragraph.map((run) => runNode(run, show)),
    );
  }
  if (block.quote) return element("blockquote", {}, storyNodes(block.quote, show));
  const numbered = block.first !== null;
  return element(
    numbered ? "ol" : "ul",
    { start: numbered ? block.first : null },
    block.items.map((item) => element("li", {}, storyNodes(item, show))),
  );
}

/**
 * The text of a story as elements; nothing in it is read as markup.
 * @param {import("../core/story.js").Block[]} blocks
 * @param {() => void} [show] shows again what the step shows; without it, page links are words
 * @returns {HTMLElement[]}
 */
export function storyNodes(blocks, show) {
  return blocks.map((block) => blockNode(block, show));
}
