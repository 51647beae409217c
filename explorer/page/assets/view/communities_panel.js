import { findColourNumber, describeModularity } from "../core/communities.js";
import { announce, formatCount } from "./announce.js";
import { element, isolate, replaceContent } from "./element.js";
import { appendInPortions } from "./paged_list.js";

const BASIS =
  "Actors with more ties among themselves than chance would give them, by the Leiden method. Found in the whole network as exported, every tie counting as one, without relations of a negative sign; the filters do not change it.";

/** The colour that stands for a community; its number is always said beside it. */
export function buildCommunitySwatch(number) {
  return element("span", {
    class: `swatch community-${findColourNumber(number)}`,
    "aria-hidden": "true",
  });
}

function buildMemberLink({ store }, actor, key) {
  const { id, name } = store.network.actors[actor];
  return element(
    "button",
    { type: "button", class: "link", "data-key": `${key} ${id}`, click: () => store.choose(id) },
    isolate(name),
  );
}

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
        announce(shown ? "The whole network is shown again" : `Only community ${number} is shown`);
      },
    },
    shown ? "Show all again" : "Show only this",
  );
}

/**
 * All members, listed when the fold is first opened; it stays open when the panel is drawn again.
 */
function buildMemberFold(view, opened, { number, actors }) {
  const fold = element(
    "details",
    { class: "fold", open: opened.has(number) },
    element("summary", { "data-key": `members ${number}` }, "All members"),
  );
  const fillOnce = () => {
    if (fold.open && fold.childElementCount === 1) {
      fold.append(
        ...appendInPortions(element("ul", { class: "members" }), actors, (actor) =>
          element("li", {}, buildMemberLink(view, actor, "member")),
        ).filter(Boolean),
      );
    }
  };
  fold.addEventListener("toggle", () => {
    if (fold.open) opened.add(number);
    else opened.delete(number);
    fillOnce();
  });
  fillOnce();
  return fold;
}

function buildCommunityItem(view, opened, community) {
  const { number, actors, foremost } = community;
  return element(
    "li",
    { class: `community${view.store.state.community === number ? " is-shown" : ""}` },
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
        buildMemberLink(view, actor, `foremost ${number}`),
      ]),
    ),
    element("div", { class: "deeds" }, buildOnlyButton(view, number)),
    actors.length > foremost.length ? buildMemberFold(view, opened, community) : null,
  );
}

function buildColourButton({ store }) {
  const on = store.state.colourBy === "community";
  return element(
    "div",
    { class: "deeds" },
    element(
      "button",
      {
        type: "button",
        class: "deed",
        "aria-pressed": String(on),
        "data-key": "colour communities",
        click: () => {
          store.set({ colourBy: on ? "plain" : "community" });
          announce(on ? "Marks as before" : "Marks have the colour of their community");
        },
      },
      "Colour marks by community",
    ),
  );
}

function drawPanel(view, opened, place) {
  const { communities } = view.store.network;
  const { list, alone } = communities;
  replaceContent(
    place,
    element("h2", { class: "card-title" }, "Communities"),
    list.length
      ? [
          element("p", { class: "quiet basis" }, BASIS),
          element(
            "p",
            {},
            `${list.length.toLocaleString("en")} ${list.length === 1 ? "community" : "communities"}. ${describeModularity(communities)}${alone ? ` ${formatCount(alone, "actor")} ${alone === 1 ? "is" : "are"} in none, without a tie that counts.` : ""}`,
          ),
          buildColourButton(view),
          appendInPortions(element("ol", { class: "communities" }), list, (community) =>
            buildCommunityItem(view, opened, community),
          ),
        ]
      : element("p", { class: "quiet" }, "There are no communities: nobody has a tie that counts."),
  );
}

/** Who belongs together: the communities, the largest first. */
export const communitiesPanel = {
  label: "Communities",
  create: (view, place) => {
    const opened = new Set();
    return { draw: () => drawPanel(view, opened, place) };
  },
};
