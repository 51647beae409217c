import { element } from "./element.js";

const AT_ONCE = 100; // items that are listed before more are asked for

/**
 * Appends a list in portions: the first now, each other when it is asked for.
 * @param {HTMLElement} list
 * @param {Array} items
 * @param {(item: *) => HTMLElement} draw
 * @returns {(HTMLElement|null)[]} the list, and the button that asks for more where there are more
 */
export function appendInPortions(list, items, draw) {
  let next = 0;
  const more = element("button", { type: "button", class: "link" });
  const add = () => {
    list.append(...items.slice(next, next + AT_ONCE).map(draw));
    next += AT_ONCE;
    const left = items.length - next;
    if (left > 0) {
      more.textContent = `Show ${Math.min(left, AT_ONCE).toLocaleString("en")} more of ${left.toLocaleString("en")}`;
    } else more.remove();
  };
  more.addEventListener("click", add);
  add();
  return [list, items.length > AT_ONCE ? more : null];
}
