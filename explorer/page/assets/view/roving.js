/** Make many controls one tab stop, as the ARIA pattern of a toolbar has it. */

const STEPS = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

/**
 * Arrow keys go from one control to the next: up and down among the main ones, left and right to
 * what belongs to one of them.
 * @param {HTMLElement} place
 * @param {{main: string, beside: string, row: string}} selectors of the main controls, of those
 *   beside them, and of the row that both are in
 * @returns {() => void} brings the tab stop up to date after the controls were drawn again
 */
export function makeOneStop(place, { main, beside, row }) {
  let key = "";
  /** @param {string} selector */
  const list = (selector) =>
    /** @type {HTMLElement[]} */ ([...place.querySelectorAll(selector)]).filter(
      (control) => !control.closest("[hidden]"),
    );
  /** @param {Element|undefined} stop */
  const mark = (stop) => {
    for (const control of list(`${main}, ${beside}`)) control.tabIndex = control === stop ? 0 : -1;
  };
  /**
   * @param {HTMLElement} here
   * @param {string} pressed
   */
  const findNext = (here, pressed) => {
    const controls = list(main);
    const own = here.closest(row);
    const at = controls.findIndex((control) => control === here || own?.contains(control));
    const step = STEPS.get(pressed);
    if (step) return controls[Math.min(controls.length - 1, Math.max(0, at + step))];
    if (pressed === "Home") return controls[0];
    if (pressed === "End") return controls[controls.length - 1];
    if (pressed === "ArrowRight") return own?.querySelector(beside);
    return pressed === "ArrowLeft" ? own?.querySelector(main) : null;
  };
  place.addEventListener("focusin", ({ target }) => {
    const control = /** @type {HTMLElement} */ (target);
    if (!control.matches(`${main}, ${beside}`)) return;
    key = control.dataset.key ?? "";
    mark(control);
  });
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = findNext(/** @type {HTMLElement} */ (event.target), event.key);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    /** @type {HTMLElement} */ (next).focus();
  });
  return () => {
    const controls = list(`${main}, ${beside}`);
    mark(controls.find((control) => control.dataset.key === key) ?? controls[0]);
  };
}
