/** The panel of what is chosen: an actor, a relation, or where to begin. */
import { buildActorCard } from "./actor_card.js";
import { buildWelcome } from "./details_welcome.js";
import { replaceContent } from "./element.js";
import { focusPanel } from "./focus.js";
import { buildRelationCard } from "./relation_card.js";

/**
 * What is known about the chosen actor or relation, and who says so.
 * @type {Panel}
 */
export const detailsPanel = {
  create: (context, body) => {
    /** @type {Set<string>} */
    const openFolds = new Set();
    let subject = "";
    const draw = () => {
      const { actor, relation } = context.store.state;
      const hadFocus = body.contains(document.activeElement);
      replaceContent(body, buildContent(context, openFolds));
      // The title of another subject, not the control that was in the same row.
      if (hadFocus && `${actor} ${relation}` !== subject) focusPanel(context.store.state);
      subject = `${actor} ${relation}`;
    };
    return { draw };
  },
};

/**
 * @param {PanelContext} context
 * @param {Set<string>} openFolds which folds are open
 */
function buildContent(context, openFolds) {
  const { network, state } = context.store;
  const actor = network.actorById.get(state.actor);
  if (actor) return buildActorCard(context, actor, openFolds);
  const relation = network.relationById.get(state.relation);
  return relation
    ? buildRelationCard(context, relation, openFolds)
    : buildWelcome(context, openFolds);
}
