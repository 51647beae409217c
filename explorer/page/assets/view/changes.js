import { tieParts } from "../core/sentences.js";
import { CHANGE_SIGNS } from "./badges.js";
import { counted } from "./announce.js";
import { element, named, told } from "./element.js";
import { inPortions } from "./portions.js";

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

function fieldLine({ field, before, after }) {
  const value = (text) => (text ? named(text) : "blank");
  return element(
    "li",
    {},
    element("b", {}, named(field)),
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
export function changeNote({ change, fields = [] }) {
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
    fields.length ? element("ul", {}, fields.map(fieldLine)) : null,
  );
}

function changeItem(view, { actor, relation }) {
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
        ? [named(actor.name), ` (${actor.kind.label})`]
        : told(tieParts(network, relation, relation.source)),
    ),
    row.fields ? element("ul", { class: "change" }, row.fields.map(fieldLine)) : null,
  );
}

/** A fold that is filled when it is first opened, and stays open when the panel is drawn again. */
function changeFold(view, change, title) {
  const { actors, relations } = view.network;
  const kept = (rows) => rows.filter((row) => row.change === change);
  const [people, ties] = [kept(actors), kept(relations)];
  if (!people.length && !ties.length) return null;
  const items = [...people.map((actor) => ({ actor })), ...ties.map((relation) => ({ relation }))];
  const opened = (view.openedChanges ??= new Set());
  const counts = [
    people.length ? counted(people.length, "actor") : "",
    ties.length ? counted(ties.length, "relation") : "",
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
        ...inPortions(element("ul", { class: "ties" }), items, (item) =>
          changeItem(view, item),
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
export function changeList(view) {
  const { versions } = view.network;
  if (!versions) return null;
  const folds = CHANGE_TITLES.map(([change, title]) => changeFold(view, change, title)).filter(
    Boolean,
  );
  return element(
    "section",
    { class: "changes" },
    element("h3", {}, "What changed"),
    folds.length ? folds : element("p", {}, "Nothing differs."),
  );
}
