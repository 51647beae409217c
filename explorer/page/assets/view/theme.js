import { THEMES } from "./styles.js";

const KEY = "actor-explorer-theme";

/** What the reader chose before, where the browser lets a page remember. */
function readTheme() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function saveTheme(name) {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Not remembering is no harm.
  }
}

/**
 * Opens as its author would have it, else as the system's light or dark, until the reader chooses.
 * @param {(colours: object) => void} changed
 * @returns {{name: () => string, toggle: () => void}}
 */
export function createTheme(changed) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const authors = document.documentElement.dataset.theme;
  let chosen = readTheme();
  if (!Object.hasOwn(THEMES, chosen ?? "")) chosen = null;
  const name = () => chosen ?? authors ?? (system.matches ? "dark" : "light");
  const apply = () => {
    document.documentElement.dataset.theme = name();
    changed(THEMES[name()]);
  };
  system.addEventListener("change", apply);
  document.documentElement.dataset.theme = name();
  return {
    name,
    toggle: () => {
      chosen = name() === "dark" ? "light" : "dark";
      saveTheme(chosen);
      apply();
    },
  };
}
