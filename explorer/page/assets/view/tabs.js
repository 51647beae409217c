import { element, getPart } from "./element.js";

/**
 * A row of tabs by the ARIA pattern: one tab stop, arrows move between them.
 * @param {HTMLElement} place an element with the role tablist
 * @param {{id: string, label: string, panel: string}[]} tabs
 * @param {(id: string) => void} choose
 * @returns {(id: string) => void} marks the tab that is open, "" for none
 */
export function createTabs(place, tabs, choose) {
  const buttons = tabs.map(({ id, label, panel }) =>
    element(
      "button",
      {
        type: "button",
        class: "tab",
        role: "tab",
        id: `tab-${id}`,
        "aria-controls": panel,
        "aria-selected": "false",
        tabindex: -1,
        click: () => choose(id),
      },
      label,
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
    tabs.forEach((tab, i) => {
      buttons[i].setAttribute("aria-selected", String(tab.id === id));
      buttons[i].tabIndex = tab.id === id || (id === "" && i === 0) ? 0 : -1;
      if (tab.id === id && place.scrollWidth > place.clientWidth) {
        buttons[i].scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      getPart(tab.panel).hidden = tab.id !== id;
    });
}
