import { THEMES } from "./styles.js";

// Of this page alone: other pages of the same origin have authors, and themes, of their own.
const KEY = `actor-explorer-theme ${location.pathname}`;

/** What the reader chose on this page before, where the browser lets a page remember. */
function readTheme() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} name */
function saveTheme(name) {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Not remembering is no harm.
  }
}

/**
 * Opens as its author would have it, else as the system's light or dark, until the reader chooses.
 * @returns {ThemeSwitch}
 */
export function createTheme() {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const authors = document.documentElement.dataset.theme;
  /** @type {((theme: Theme) => void)[]} */
  const listeners = [];
  let chosen = readTheme();
  if (!Object.hasOwn(THEMES, chosen ?? "")) chosen = null;
  const name = () =>
    /** @type {"light"|"dark"} */
    (chosen ?? authors ?? (system.matches ? "dark" : "light"));
  const apply = () => {
    document.documentElement.dataset.theme = name();
    for (const listener of listeners) listener(THEMES[name()]);
  };
  system.addEventListener("change", apply);
  apply();
  return {
    name,
    toggle: () => {
      chosen = name() === "dark" ? "light" : "dark";
      saveTheme(chosen);
      apply();
    },
    onChange: (listener) => listeners.push(listener),
  };
}
