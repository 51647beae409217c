/** The members of a community, or of a camp, as links. */
import { element, isolate } from "./element.js";
import { appendInPortions } from "./paged_list.js";

/**
 * @param {PanelContext} context
 * @param {number} actor
 * @param {string} key
 */
export function buildMemberLink({ store }, actor, key) {
  const { id, name } = store.network.actors[actor];
  return element(
    "button",
    { type: "button", class: "link", "data-key": `${key} ${id}`, click: () => store.choose(id) },
    isolate(name),
  );
}

/**
 * @param {PanelContext} context
 * @param {number[]} actors
 * @param {string} key
 */
export function buildMemberList(context, actors, key) {
  return appendInPortions(element("ul", { class: "members" }), actors, (actor) =>
    element("li", {}, buildMemberLink(context, actor, key)),
  );
}
