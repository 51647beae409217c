/** Draw the list of sources, and what would be left out without each. */
import { formatCount, formatWhole } from "../core/counts.js";
import { findRestingRelations, findUnsourcedActors } from "../core/sources.js";
import { shortenMiddle } from "../core/text.js";
import { describeOthers, formatVoiceCount, listChain, listVoices } from "../core/voices.js";
import { element, isolate, replaceContent } from "./element.js";
import { buildSafeLink } from "./references.js";
import { buildAttributeList } from "./relation_item.js";
import { buildEvidenceFold, getEvidence } from "./source_evidence.js";
import { buildWhatIf } from "./what_if_list.js";

const JOINED = ": sources that reach us through one another count as one";

const NO_EVIDENCE = { quoted: 0, relations: 0, alone: 0, actors: 0, actorsAlone: 0, actorsGone: 0 };

/**
 * The button that brings forward on the canvas what rests on a source, or what has none.
 * @param {PanelContext} context
 * @param {string} id
 */
function buildShowButton({ store }, id) {
  const { source, unsourced } = store.state;
  const shown = id ? source === id : unsourced;
  return element(
    "button",
    {
      type: "button",
      class: "deed",
      "aria-pressed": String(shown),
      "data-key": `show ${id}`,
      click: () => store.showCiting(shown ? null : id),
    },
    shown ? "Show the rest again" : "Show in the network",
  );
}

/**
 * @param {PanelContext} context
 * @param {string} id
 */
function buildTrustButton({ store }, id) {
  const wrong = store.filters().withoutSource === id;
  return element(
    "button",
    {
      type: "button",
      class: "deed",
      "aria-pressed": String(wrong),
      "data-key": `wrong ${id}`,
      click: () => store.filter({ withoutSource: wrong ? "" : id }),
    },
    wrong ? "Trust it again" : "What if it is wrong?",
  );
}

/**
 * Says how many relations and actors rest on the source, and how many sources reach us through it.
 * @param {Evidence} evidence
 */
function describeEvidence({ quoted, relations, alone, actors }) {
  const share = alone ? ` (${formatWhole(alone)} on it alone)` : "";
  const rest = relations === 1 ? "rests" : "rest";
  const rows = `${formatCount(relations, "relation")} ${rest} on it${share}`;
  const reach = quoted === 1 ? "reaches" : "reach";
  const through = quoted ? ` ${formatCount(quoted, "source")} ${reach} us through it.` : "";
  return `${rows}, ${formatCount(actors, "actor")}.${through}`;
}

/**
 * What would be left out if the source is wrong, or that nothing would.
 * @param {Evidence} evidence
 */
function describeLoss({ relations, alone, actors, actorsGone }) {
  const gone = [
    alone ? formatCount(alone, "relation") : "",
    actorsGone ? formatCount(actorsGone, "actor") : "",
  ].filter(Boolean);
  if (gone.length) return `Without it, ${gone.join(" and ")} would be gone.`;
  return relations || actors ? "Nothing rests on it alone." : "Nothing rests on it.";
}

/**
 * @param {PanelContext} context
 * @param {Set<string>} open
 * @param {Source} source
 */
function buildSourceItem(context, open, source) {
  const { store } = context;
  const evidence = getEvidence(store).rests.get(source.id) ?? NO_EVIDENCE;
  const { relations, alone, actors, actorsGone } = evidence;
  const isUsed = relations + actors > 0;
  return element(
    "li",
    { class: `source${store.filters().withoutSource === source.id ? " is-wrong" : ""}` },
    element(
      "p",
      { class: "source-title" },
      buildSafeLink(source.url, source.citation || source.title || source.id),
    ),
    source.archiveUrl
      ? element("p", { class: "quiet" }, buildSafeLink(source.archiveUrl, "Archived copy"))
      : null,
    buildThrough(store.network, source),
    buildAttributeList(source.attributes),
    element("p", { class: "quiet" }, `${describeEvidence(evidence)} ${describeLoss(evidence)}`),
    isUsed
      ? element(
          "div",
          { class: "deeds" },
          buildShowButton(context, source.id),
          alone || actorsGone ? buildTrustButton(context, source.id) : null,
        )
      : null,
    isUsed ? buildEvidenceFold(context, open, source.id, "What rests on it") : null,
    store.filters().withoutSource === source.id
      ? buildWhatIf(context, { source: source.id }, open)
      : null,
  );
}

/**
 * Says through which source one reaches us, or with which one it is a single voice.
 * @param {Network} network
 * @param {Source} source
 */
function buildThrough({ sourceById, voiceById }, source) {
  const end = listChain(sourceById, source).slice(-1)[0];
  const voice = sourceById.get(voiceById.get(end.id) ?? "") ?? end;
  if (voice === source) return null;
  const words = end === source ? "One voice with " : "Reaches us through ";
  const other = end === source ? voice : end;
  const name = shortenMiddle(other.citation || other.id);
  return element("p", { class: "quiet" }, words, isolate(name));
}

/**
 * What cites nothing is an entry of its own, behind the sources.
 * @param {PanelContext} context
 * @param {Set<string>} open
 */
function buildUnsourcedItem(context, open) {
  const { network } = context.store;
  const { isThere } = getEvidence(context.store);
  const relations = findRestingRelations(network, "").filter(({ relation }) =>
    isThere(relation),
  ).length;
  const actors = findUnsourcedActors(network).filter(isThere).length;
  if (!relations && !actors) return null;
  return element(
    "li",
    { class: "source" },
    element("p", { class: "source-title" }, "Without a source"),
    element(
      "p",
      { class: "quiet" },
      `${formatCount(relations, "relation")}, ${formatCount(actors, "actor")}.`,
    ),
    element("div", { class: "deeds" }, buildShowButton(context, "")),
    buildEvidenceFold(context, open, "", "What has no source"),
  );
}

/**
 * Says how many sources there are, and how many relations cite a page or a text that is not listed.
 * @param {Network} network
 * @param {Relation[]} relations
 */
function describeSources({ sources, sourceByCitation }, relations) {
  const size = `${formatCount(sources.length, "source")}, the most cited first.`;
  /** @param {Reference} reference */
  const isDirect = ({ source, text = "" }) => !source && !sourceByCitation.has(text);
  const direct = relations.filter(
    ({ references }) => references.length && references.every(isDirect),
  ).length;
  if (!direct) return size;
  const verb = direct === 1 ? "cites" : "cite";
  return `${size} ${formatCount(direct, "relation")} ${verb} a page or a text directly.`;
}

/**
 * Says how many independent voices all that is cited is; nothing where nothing is cited.
 * @param {Network} network
 * @param {(row: NetworkRow) => boolean} isThere
 */
function describeVoices(network, isThere) {
  const rows = [...network.relations, ...network.actors].filter(isThere);
  const voices = listVoices(
    network,
    rows.flatMap(({ references }) => references),
  );
  if (!voices.size) return "";
  const words = formatVoiceCount(voices.size);
  const why = voices.size < network.sources.length ? JOINED : "";
  return ` ${words[0].toUpperCase()}${words.slice(1)}${why}. ${describeOthers(voices)}`.trimEnd();
}

/**
 * @param {PanelContext} context
 * @param {Set<string>} open
 * @param {HTMLElement} place
 */
function drawPanel(context, open, place) {
  const { network } = context.store;
  const { rests: evidence, isThere } = getEvidence(context.store);
  /** @param {string} id */
  const countResting = (id) => evidence.get(id)?.relations ?? 0;
  const order = [...network.sources].sort(
    (a, b) => countResting(b.id) - countResting(a.id) || a.index - b.index,
  );
  replaceContent(
    place,
    element("h2", { class: "card-title" }, "Sources"),
    element(
      "p",
      { class: "quiet" },
      describeSources(network, network.relations.filter(isThere)) +
        describeVoices(network, isThere) +
        (context.store.isFiltered() ? " Counted from what the filters select." : ""),
    ),
    element(
      "ol",
      { class: "sources" },
      order.map((source) => buildSourceItem(context, open, source)),
      buildUnsourcedItem(context, open),
    ),
  );
}

/**
 * The list of sources, and what rests on each.
 * @type {Panel}
 */
export const sourcesPanel = {
  create: (context, place) => {
    /** @type {Set<string>} */
    const open = new Set();
    return { draw: () => drawPanel(context, open, place) };
  },
};
