import { formatCount } from "../core/counts.js";
import { element, isolate, replaceContent } from "./element.js";
import { drawLineSample, drawMarkSample } from "./legend_samples.js";
import { FEW } from "./pair_lines.js";
import { getSignName } from "./styles.js";
import { describeVersionSize } from "./version_switch.js";

/**
 * @param {string} name
 * @param {Child} value
 */
function buildTerm(name, value) {
  return value ? [element("dt", {}, name), element("dd", {}, value)] : [];
}

/** @param {About["inputs"]} inputs */
function buildInputList(inputs) {
  return element(
    "ul",
    { class: "inputs" },
    inputs.map(({ file, sha256 }) =>
      element("li", {}, element("b", {}, isolate(file)), element("code", { class: "sum" }, sha256)),
    ),
  );
}

/**
 * @param {Network} network
 * @param {Styles} styles
 */
function buildLineKey(network, styles) {
  return element(
    "ul",
    { class: "key" },
    network.types.map((type, i) =>
      element(
        "li",
        {},
        drawLineSample(styles.types[i]),
        element(
          "span",
          {},
          isolate(type.label),
          ` – ${getSignName(type.sign).toLowerCase()}${type.mutual ? ", mutual" : ""} `,
          element("code", {}, type.id),
        ),
      ),
    ),
  );
}

/**
 * @param {Network} network
 * @param {Styles} styles
 */
function buildMarkKey(network, styles) {
  return element(
    "ul",
    { class: "key" },
    network.kinds.map((kind, i) =>
      element(
        "li",
        {},
        drawMarkSample(styles.kinds[i], true),
        element("span", {}, isolate(kind.label), " ", element("code", {}, kind.id)),
      ),
    ),
  );
}

/**
 * How much there is; of two versions, in each.
 * @param {Network} network
 */
function buildSizes({ about, versions }) {
  if (!versions) {
    return [buildTerm("Actors", about.actors), buildTerm("Relations", about.relations)];
  }
  return [
    buildTerm("Before", describeVersionSize(versions.before)),
    buildTerm("After", describeVersionSize(versions.after)),
  ];
}

/**
 * What the signs of two versions mean.
 * @param {Network} network
 */
function explainVersions({ versions }) {
  if (!versions) return "";
  return element(
    "p",
    {},
    "This page holds two versions of the data. While both are shown, + marks what only the " +
      "later one has, − what only the earlier one has, and ~ what differs; added lines are " +
      "wider, removed ones thin and faint. Actors are the same by their id, relations by type " +
      "and ends, as far as what they say agrees. Measures and communities are those of the " +
      "later version.",
  );
}

/** @param {Network} network */
function describeLines({ relations, versions }) {
  return relations.length > FEW && !versions
    ? "One line stands for all relations of two actors. Where it is chosen or zoomed in on, each " +
        "relation has a line of its own, as one row of the data states it."
    : "A line is a relation as one row of the data states it. Lines between the same two actors " +
        "lie beside each other.";
}

/**
 * @param {Network} network
 * @param {Styles} styles
 */
function explainDrawing(network, styles) {
  return [
    element("h3", {}, "What the drawing means"),
    element(
      "p",
      {},
      `${describeLines(network)} Its colour, dashes and arrow tell its type; an arrow points ` +
        "from the one who acts. A mark's shape tells the kind of actor, its size a measure of " +
        "the reader's choice. Where an actor stands on the paper means nothing but who is near " +
        "whom.",
    ),
    element("p", {}, "The last word of each row is its name in commands, as in --avoid or --kind."),
    buildLineKey(network, styles),
    buildMarkKey(network, styles),
    explainVersions(network),
    element(
      "p",
      {},
      "A blank end date means that the end is not known, not that a relation still holds. At a " +
        "date, a relation holds, may hold (a date of it is missing or in doubt) or does not; it " +
        "lasts no longer than its two actors. What may hold is drawn and marked as such, unless " +
        "only what holds for certain is asked for.",
    ),
  ];
}

/**
 * @param {Network} network
 * @param {Styles} styles
 * @param {HTMLElement} place
 */
function drawAbout(network, styles, place) {
  const { about } = network;
  const actors = formatCount(about.actors, "actor");
  const relations = formatCount(about.relations, "relation");
  const period = about.earliest ? `${about.earliest} to ${about.latest}` : "no dates";
  replaceContent(
    place,
    element("h2", { class: "card-title" }, "About this page"),
    about.description ? element("p", { dir: "auto" }, about.description) : null,
    about.redacted
      ? element(
          "p",
          { class: "strong" },
          "This page is a redacted export: some of what is known was left out of it.",
        )
      : null,
    element(
      "dl",
      { class: "attributes" },
      buildSizes(network),
      buildTerm("Sources", network.sources.length),
      buildTerm("Dates", period),
      buildTerm("Version", about.version),
      buildTerm("Command", about.command ? element("code", {}, about.command) : null),
    ),
    explainDrawing(network, styles),
    about.inputs?.length ? element("h3", {}, "Made from") : null,
    about.inputs?.length ? buildInputList(about.inputs) : null,
    element(
      "p",
      { class: "quiet" },
      `${actors} and ${relations} are in this one file. Opening it asks no server for anything.`,
    ),
  );
}

/**
 * What the page shows, how it was made and what its drawing means: the same under every filter.
 * @type {Panel}
 */
export const aboutPanel = {
  create({ store, styles }, place) {
    drawAbout(store.network, styles, place);
    return { draw: () => {} };
  },
};
