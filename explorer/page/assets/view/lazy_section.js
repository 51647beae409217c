import { element } from "./element.js";

/**
 * Remembers whether a fold is open, and opens it again when its panel is drawn again.
 * @param {Set<string>} open the keys of the folds that are open
 * @param {string} key of this one
 * @param {HTMLDetailsElement} fold
 */
export function rememberFold(open, key, fold) {
  if (open.has(key)) fold.open = true;
  fold.addEventListener("toggle", () => {
    if (fold.open) open.add(key);
    else open.delete(key);
  });
  return fold;
}

/**
 * Builds a fold that is filled when it is first opened, and is open again when its panel is drawn
 * again.
 * @param {Set<string>} open the keys of the folds that are open
 * @param {string} key of this one
 * @param {HTMLElement} summary
 * @param {() => Child[]} buildContent
 */
export function buildLazyFold(open, key, summary, buildContent) {
  const fold = rememberFold(open, key, element("details", { class: "fold" }, summary));
  const fillOnce = () => {
    if (!fold.open || fold.childElementCount > 1) return;
    for (const node of /** @type {any[]} */ (buildContent()).flat(Infinity)) {
      if (node) fold.append(node);
    }
  };
  fold.addEventListener("toggle", fillOnce);
  fillOnce();
  return fold;
}
