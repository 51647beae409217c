/** The types and actors that a path avoids. */
import { element, isolate, replaceContent } from "./element.js";
import { buildIcon } from "./icons.js";

/**
 * The types and actors a path may not use, and the offer to avoid more.
 * @param {PathPanel} panel
 */
export function drawAvoid({ store, avoid, avoidField }) {
  const { network, state } = store;
  const types = [...state.pathAvoid].flatMap((id) => {
    const label = network.typeById.get(id)?.label ?? id;
    return buildChip(label, `Walk ${label} again`, () => avoidType(store, id, false));
  });
  const actors = [...state.filters.avoidActor].flatMap((id) => {
    const name = network.actorById.get(id)?.name ?? id;
    return buildChip(name, `Bring ${name} back`, () => allowActor(store, id));
  });
  const others = network.types.filter(({ id }) => !state.pathAvoid.has(id));
  const choose = element(
    "select",
    {
      class: "field",
      id: "avoid-type",
      "data-key": "avoid type",
      change: () => avoidType(store, choose.value, true),
    },
    element("option", { value: "" }, "a type…"),
    others.map(({ id, label }) => element("option", { value: id }, label)),
  );
  const held = document.activeElement === avoidField.input;
  replaceContent(
    avoid,
    element("label", { for: "avoid-type", class: "field-label" }, "Avoid"),
    element("div", { class: "avoid-fields" }, choose, avoidField.root),
    types.length + actors.length ? element("div", { class: "chips" }, types, actors) : null,
  );
  if (held) avoidField.input.focus();
}

/**
 * @param {PathPanel} panel
 * @param {Actor} actor
 */
export function avoidActor({ store, avoidField }, actor) {
  avoidField.show(null);
  store.filter({ avoidActor: new Set([...store.filters().avoidActor, actor.id]) });
}

/**
 * @param {string} text
 * @param {string} label
 * @param {() => void} click
 */
function buildChip(text, label, click) {
  return element(
    "button",
    { type: "button", class: "chip", "aria-label": label, title: label, "data-key": label, click },
    isolate(text),
    buildIcon("close"),
  );
}

/**
 * @param {Store} store
 * @param {string} id
 * @param {boolean} avoided
 */
function avoidType(store, id, avoided) {
  const next = new Set(store.state.pathAvoid);
  if (avoided && id) next.add(id);
  else next.delete(id);
  store.set({ pathAvoid: next, pathNumber: 1 });
}

/**
 * @param {Store} store
 * @param {string} id
 */
function allowActor(store, id) {
  const next = new Set(store.filters().avoidActor);
  next.delete(id);
  store.filter({ avoidActor: next });
}
