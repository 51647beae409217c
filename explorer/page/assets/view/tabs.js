import { element, getPart } from "./element.js";

/**
 * A row of tabs by the ARIA pattern: one tab stop, arrows move between them. A tab has the name of
 * what it turns to.
 * @param {HTMLElement} place an element with the role tablist
 * @param {string[]} ids
 * @param {string} part what the ids of the parts that they turn to begin with
 * @param {(id: string) => void} choose
 * @returns {(id: string) => void} marks the tab that is open, "" for none
 */
export function createTabs(place, ids, part, choose) {
  const buttons = ids.map((id) =>
    element(
      "button",
      {
        type: "button",
        class: "tab",
        role: "tab",
        id: `tab-${id}`,
        "aria-controls": `${part}-${id}`,
        "aria-selected": "false",
        tabindex: -1,
        click: () => choose(id),
      },
      id.charAt(0).toUpperCase() + id.slice(1),
    ),
  );
  place.append(...buttons);
  place.addEventListener("keydown", (event) => {
    const here = buttons.findIndex((button) => button === document.activeElement);
    /** @type {Record<string, number|undefined>} */
    const moves = {
      ...(getComputedStyle(place).flexDirection === "column"
        ? { ArrowDown: here + 1, ArrowUp: here - 1 }
        : { ArrowRight: here + 1, ArrowLeft: here - 1 }),
      Home: 0,
      End: buttons.length - 1,
    };
    const there = moves[event.key];
    if (here < 0 || there === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const button = buttons[(there + buttons.length) % buttons.length];
    button.focus();
    button.click();
  });
  return (id) =>
    ids.forEach((each, i) => {
      buttons[i].setAttribute("aria-selected", String(each === id));
      buttons[i].tabIndex = each === id || (id === "" && i === 0) ? 0 : -1;
      if (each === id && place.scrollWidth > place.clientWidth) {
        buttons[i].scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      getPart(`${part}-${each}`).hidden = each !== id;
    });
}
