import { formatWhole } from "../core/counts.js";
import { buildButton } from "./element.js";

const AT_ONCE = 100; // items that are listed before more are asked for

/**
 * Fills a list in portions: the first now, each other when it is asked for.
 * @template T
 * @param {HTMLElement} list
 * @param {T[]} items
 * @param {(item: T) => HTMLElement} build
 * @returns {(HTMLElement|null)[]} the list, and the button that asks for more where there are more
 */
export function appendInPortions(list, items, build) {
  let next = 0;
  const button = buildButton("link", { click: () => append() });
  const append = () => {
    list.append(...items.slice(next, next + AT_ONCE).map(build));
    next += AT_ONCE;
    const left = items.length - next;
    if (left > 0) {
      const more = formatWhole(Math.min(left, AT_ONCE));
      button.textContent = `Show ${more} more of ${formatWhole(left)}`;
    } else button.remove();
  };
  append();
  return [list, items.length > AT_ONCE ? button : null];
}
