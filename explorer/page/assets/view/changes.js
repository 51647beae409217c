import { splitRelationSentence } from "../core/sentences.js";
import { CHANGE_SIGNS } from "./badges.js";
import { formatCount } from "./announce.js";
import { element, isolate, isolateNames } from "./element.js";
import { appendInPortions } from "./paged_list.js";

const CHANGE_WORDS = {
  added: "Only in the later version",
  removed: "Only in the earlier version",
  changed: "Changed",
};
const CHANGE_TITLES = [
  ["added", "Added"],
  ["removed", "Removed"],
  ["changed", "Changed"],
];

function buildFieldItem({ field, before, after }) {
  const value = (text) => (text ? isolate(text) : "blank");
  return element(
    "li",
    {},
    element("b", {}, isolate(field)),
    ": ",
    value(after),
    element("span", { class: "was" }, ", was ", value(before)),
  );
}

/**
 * How an actor or a relation differs between two versions.
 * @param {object} row
 * @returns {HTMLElement|null} null where it does not
 */
export function buildChangeNote({ change, fields = [] }) {
  const sign = CHANGE_SIGNS[change];
  if (!sign) return null;
  return element(
    "div",
    { class: "change" },
    element(
      "p",
      {},
      element("span", { class: "change-sign", "aria-hidden": "true" }, sign),
      CHANGE_WORDS[change],
    ),
    fields.length ? element("ul", {}, fields.map(buildFieldItem)) : null,
  );
}

function buildChangeItem(view, { actor, relation }) {
  const { store } = view;
  const { network } = store;
  const click = () => (actor ? store.choose(actor.id) : store.chooseRelation(relation.id));
  const row = actor ?? relation;
  return element(
    "li",
    { class: "tie" },
    element(
      "button",
      {
        type: "button",
        class: "link rest-link",
        "data-key": `change ${actor ? "actor" : "relation"} ${row.id}`,
        click,
      },
      actor
        ? [isolate(actor.name), ` (${actor.kind.label})`]
        : isolateNames(splitRelationSentence(network, relation, relation.source)),
    ),
    row.fields ? element("ul", { class: "change" }, row.fields.map(buildFieldItem)) : null,
  );
}

/** A fold that is filled when it is first opened, and stays open when the panel is drawn again. */
function buildChangeFold(view, change, title) {
  const { actors, relations } = view.network;
  const kept = (rows) => rows.filter((row) => row.change === change);
  const [people, ties] = [kept(actors), kept(relations)];
  if (!people.length && !ties.length) return null;
  const items = [...people.map((actor) => ({ actor })), ...ties.map((relation) => ({ relation }))];
  const opened = (view.openedChanges ??= new Set());
  const counts = [
    people.length ? formatCount(people.length, "actor") : "",
    ties.length ? formatCount(ties.length, "relation") : "",
  ]
    .filter(Boolean)
    .join(", ");
  const fold = element(
    "details",
    { class: "fold", open: opened.has(change) },
    element(
      "summary",
      { "data-key": `fold ${change}` },
      element("span", { class: "change-sign", "aria-hidden": "true" }, CHANGE_SIGNS[change]),
      `${title}: ${counts}`,
    ),
  );
  const fillOnce = () => {
    if (fold.open && fold.childElementCount === 1) {
      fold.append(
        ...appendInPortions(element("ul", { class: "ties" }), items, (item) =>
          buildChangeItem(view, item),
        ).filter(Boolean),
      );
    }
  };
  fold.addEventListener("toggle", () => {
    if (fold.open) opened.add(change);
    else opened.delete(change);
    fillOnce();
  });
  fillOnce();
  return fold;
}

/**
 * Everything that differs between two versions, as sentences that lead to it.
 * @param {object} view
 * @returns {HTMLElement|null} null where the page has one version
 */
export function buildChangeList(view) {
  const { versions } = view.network;
  if (!versions) return null;
  const folds = CHANGE_TITLES.map(([change, title]) => buildChangeFold(view, change, title)).filter(
    Boolean,
  );
  return element(
    "section",
    { class: "changes" },
    element("h3", {}, "What changed"),
    folds.length ? folds : element("p", {}, "Nothing differs."),
  );
}
