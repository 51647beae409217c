/** Which panel stands beside the network. */

/**
 * The panels in the order of their tabs; `view/panels.js` says which file draws each. That of
 * brokers has the tab of ranks.
 */
export const PANELS = [
  "details",
  "path",
  "ask",
  "ranks",
  "brokers",
  "communities",
  "camps",
  "sources",
  "about",
];

/**
 * The panel a state shows: the one the reader turned to, else the one that tells of what is chosen.
 *
 * @param {Pick<State, "panel" | "actor" | "relation" | "path" | "ask">} state
 * @returns {string} one of `PANELS`
 */
export function choosePanel({ panel, actor, relation, path, ask }) {
  if (panel) return panel;
  if (ask && !path && !actor && !relation) return "ask";
  return path && !actor && !relation ? "path" : "details";
}
