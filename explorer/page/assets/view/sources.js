import { whatRests } from "../core/sources.js";
import { counted } from "./announce.js";
import { element, renew } from "./element.js";
import { safeLink } from "./references.js";

function sourceItem(store, source, { relations, alone, actors }) {
  const wrong = store.filters().source === source.id;
  return element("li", { class: `source${wrong ? " is-wrong" : ""}` },
    element("p", { class: "source-title" }, safeLink(source.url, source.citation || source.title || source.id)),
    source.archiveUrl ? element("p", { class: "quiet" }, safeLink(source.archiveUrl, "Archived copy")) : null,
    element("p", { class: "quiet" }, `${counted(relations, "relation")}${relations ? ` (${alone.toLocaleString("en")} on nothing else)` : ""}, ${counted(actors, "actor")}`),
    alone ? element("button", { type: "button", class: "deed", "aria-pressed": String(wrong), "data-key": `wrong ${source.id}`, click: () => store.filter({ source: wrong ? "" : source.id }) },
      wrong ? "Trust it again" : "What if it is wrong?") : null);
}

function drawSources(store, place) {
  const { network } = store;
  const rests = (store.rests ??= whatRests(network));
  const bare = network.relations.filter(({ references }) => !references.length).length;
  const free = network.relations.filter(({ references }) => references.length && references.every(({ source }) => !source)).length;
  const order = [...network.sources].sort((a, b) => rests.get(b.id).relations - rests.get(a.id).relations || a.index - b.index);
  renew(place,
    element("h2", { class: "card-title" }, "Sources"),
    element("p", { class: "quiet" }, `${counted(network.sources.length, "source")}, the most cited first.${free ? ` ${counted(free, "relation")} cite a page or a text directly.` : ""}${bare ? ` ${counted(bare, "relation")} without a source.` : ""}`),
    element("ol", { class: "sources" }, order.map((source) => sourceItem(store, source, rests.get(source.id)))));
}

/** The list of sources and what rests on each. */
export const sourcesPanel = {
  label: "Sources",
  create: ({ store }, place) => ({ draw: () => drawSources(store, place) }),
};
