import { findColourNumber, describeModularity } from "../core/communities.js";
import { formatCount, formatWhole } from "../core/counts.js";
import { tell } from "./announce.js";
import { describeBasis } from "./cautions.js";
import { buildColouringButton } from "./colouring_button.js";
import { element, replaceContent } from "./element.js";
import { buildAllCommunitiesButton, buildCommunityFoldButton } from "./folds.js";
import { buildLazyFold } from "./lazy_section.js";
import { buildMemberLink, buildMemberList } from "./member_list.js";
import { appendInPortions } from "./paged_list.js";

const METHOD =
  "A community is a set of actors with more relations among themselves than by chance, as the " +
  "Leiden method finds them. Several relations between two actors count as one, and tensions do " +
  "not count.";

/**
 * The colour that stands for a community; its number is always said beside it.
 * @param {number} number
 */
export function buildCommunitySwatch(number) {
  return element("span", {
    class: `swatch community-${findColourNumber(number)}`,
    "aria-hidden": "true",
  });
}

/**
 * @param {PanelContext} context
 * @param {number} number
 */
function buildOnlyButton({ store }, number) {
  const shown = store.state.community === number;
  return element(
    "button",
    {
      type: "button",
      class: "deed",
      "aria-pressed": String(shown),
      "data-key": `community ${number}`,
      click: () => {
        store.showCommunity(shown ? 0 : number);
        const text = shown
          ? "The whole network is shown again"
          : `Only community ${number} is shown`;
        tell({ text });
      },
    },
    shown ? "Show all again" : "Show only this",
  );
}

/**
 * All members, listed when the fold is first open.
 * @param {PanelContext} context
 * @param {Set<string>} open
 * @param {Community} community
 */
function buildMemberFold(context, open, { number, actors }) {
  const summary = element("summary", { "data-key": `members ${number}` }, "All members");
  return buildLazyFold(open, String(number), summary, () =>
    buildMemberList(context, actors, "member"),
  );
}

/**
 * @param {PanelContext} context
 * @param {Set<string>} open
 * @param {Community} community
 */
function buildCommunityItem(context, open, community) {
  const { number, actors, foremost } = community;
  return element(
    "li",
    { class: `community${context.store.state.community === number ? " is-shown" : ""}` },
    element(
      "h3",
      { class: "community-title" },
      buildCommunitySwatch(number),
      `Community ${number}`,
      element("span", { class: "count" }, formatCount(actors.length, "actor")),
    ),
    element(
      "p",
      {},
      foremost.flatMap((actor, place) => [
        place ? ", " : "",
        buildMemberLink(context, actor, `foremost ${number}`),
      ]),
    ),
    element(
      "div",
      { class: "deeds" },
      buildOnlyButton(context, number),
      buildCommunityFoldButton(context.store, number),
    ),
    actors.length > foremost.length ? buildMemberFold(context, open, community) : null,
  );
}

/** @param {PanelContext} context */
function buildDeeds({ store }) {
  const text = "Marks have the colour of their community";
  return element(
    "div",
    { class: "deeds" },
    buildColouringButton(
      store,
      "community",
      "colour communities",
      "Colour marks by community",
      text,
    ),
    buildAllCommunitiesButton(store),
  );
}

/**
 * Says how many communities there are, how distinct they are, and how many actors are in none.
 * @param {Communities} communities
 */
function describeCommunities(communities) {
  const { list, alone } = communities;
  const noun = list.length === 1 ? "community" : "communities";
  const size = `${formatWhole(list.length)} ${noun}. ${describeModularity(communities)}`;
  if (!alone) return size;
  const rest = alone === 1 ? "is in none: it has" : "are in none: they have";
  return `${size} ${formatCount(alone, "actor")} ${rest} no relation that counts.`;
}

/**
 * @param {PanelContext} context
 * @param {Set<string>} open
 * @param {HTMLElement} place
 */
function drawPanel(context, open, place) {
  const { communities } = context.store.network;
  const { list } = communities;
  replaceContent(
    place,
    element("h2", { class: "card-title" }, "Communities"),
    list.length
      ? [
          element(
            "p",
            { class: "quiet basis" },
            `${METHOD} ${describeBasis(context.store, "community")}`,
          ),
          element("p", {}, describeCommunities(communities)),
          element("p", { class: "quiet" }, communities.agreement),
          buildDeeds(context),
          appendInPortions(element("ol", { class: "communities" }), list, (community) =>
            buildCommunityItem(context, open, community),
          ),
        ]
      : element("p", { class: "quiet" }, "There are no communities: no actor has an edge."),
  );
}

/**
 * Who belongs together: the communities, the largest first.
 * @type {Panel}
 */
export const communitiesPanel = {
  create: (context, place) => {
    /** @type {Set<string>} */
    const open = new Set();
    return { draw: () => drawPanel(context, open, place) };
  },
};
