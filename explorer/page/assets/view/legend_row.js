import { formatWhole } from "../core/counts.js";
import { svgElement, element } from "./element.js";

let clicks = 0; // on rows; both of a double click are one step back

/**
 * One row of the legend: shows and hides; double or alt-click shows it alone, and so does "only".
 * @param {LegendEntry} entry
 */
export function buildLegendRow({ key, label, name, sample, count, shown, toggle, alone }) {
  /** @param {MouseEvent} event */
  const click = ({ altKey, detail }) => {
    if (detail < 2) clicks += 1;
    const tag = `legend ${key} ${clicks}`;
    if (altKey) alone();
    else if (detail < 3) toggle(tag);
    // The first click of a double click has hidden the row, and the second has taken that back.
    if (!altKey && detail === 2) alone(tag);
  };
  return element(
    "li",
    { class: `legend-row${shown ? "" : " is-off"}${count ? "" : " is-empty"}` },
    element(
      "button",
      {
        type: "button",
        class: `legend-toggle${sample ? "" : " is-plain"}`,
        "aria-pressed": String(shown),
        title: name,
        "data-key": key,
        click,
      },
      sample,
      element("bdi", { class: "legend-label" }, label),
      element("span", { class: "count" }, formatWhole(count)),
    ),
    element(
      "button",
      {
        type: "button",
        class: "only",
        "data-key": `only ${key}`,
        "aria-label": `Show only ${label}`,
        click: () => alone(),
      },
      "only",
    ),
  );
}

/**
 * A set with one more id, or one less.
 * @param {Set<string>} set
 * @param {string} id
 */
export function toggleId(set, id) {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/**
 * All others hidden; none, when this one was alone already.
 * @param {Set<string>} hidden
 * @param {{id: string}[]} items
 * @param {string} id
 */
export function hideOthers(hidden, items, id) {
  const others = items.map((item) => item.id).filter((other) => other !== id);
  const alone = !hidden.has(id) && others.every((other) => hidden.has(other));
  return new Set(alone ? [] : others);
}

/**
 * A line with a sign on it, as the canvas draws it.
 * @param {string} text the sign; "" for a line alone
 * @param {number} [width] of the line
 */
export function drawBadgeSample(text, width = 1.75) {
  return svgElement(
    "svg",
    {
      class: "sample",
      width: 44,
      height: 18,
      viewBox: "0 0 44 18",
      "aria-hidden": "true",
      focusable: "false",
    },
    svgElement("path", { d: "M1 9H43", class: "badge-line", "stroke-width": width }),
    text
      ? [
          svgElement("circle", { cx: 22, cy: 9, r: 7.5, class: "badge-ring" }),
          svgElement("text", { x: 22, y: 13, class: "badge-text" }, text),
        ]
      : null,
  );
}
