/** Whether single keys act on the page, as a reader has set it: speech presses keys, too. */

const NAME = "actor-explorer-keys";
const OFF = "off";
let isOn = readChoice();

function readChoice() {
  try {
    return localStorage.getItem(NAME) !== OFF;
  } catch {
    return true; // a frame without storage
  }
}

/** Whether single keys act wherever the focus is. */
export function hasShortcuts() {
  return isOn;
}

/** @param {boolean} on */
export function setShortcuts(on) {
  isOn = on;
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, OFF);
  } catch {
    // Then it holds while the page is open.
  }
}
