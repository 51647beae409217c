import { describeAnswer } from "../core/sentences.js";
import { announce } from "./announce.js";
import { element, getPart, replaceContent } from "./element.js";
import { buildIconButton } from "./icons.js";
import { buildAnswer } from "./path_answer.js";
import { avoidActor, drawAvoid } from "./path_avoid.js";
import { createSearchBox } from "./search_box.js";
import { createPathMore } from "./path_more.js";
import { isSmall } from "./phone_sheets.js";

/**
 * @param {PanelContext} context
 * @param {HTMLElement} body
 * @returns {PanelBody}
 */
function createPathPanel({ store, styles }, body) {
  /** @param {PathEnd} end */
  const createField = (end) =>
    createSearchBox(store.network, {
      label: end === "from" ? "From" : "To",
      seen: true,
      placeholder: "Name of an actor",
      pick: (actor, left) => {
        panel.fields[getOtherEnd(end)].settle();
        setEnd(panel, end, actor, left);
      },
      clear: () => setEnd(panel, end, null),
    });
  /** @type {PathPanel} */
  const panel = {
    store,
    styles,
    ends: { from: null, to: null },
    fields: { from: createField("from"), to: createField("to") },
    avoidField: createSearchBox(store.network, {
      label: "Avoid an actor",
      placeholder: "an actor…",
      pick: (actor) => avoidActor(panel, actor),
    }),
    avoid: element("div", { class: "path-avoid" }),
    more: createPathMore(store),
    answer: element("div", {
      class: "path-answer",
      id: "path-answer",
      tabindex: -1,
      "data-rest": true,
    }),
    shownPath: null,
    clear: () => clearPath(panel),
  };
  const swap = buildIconButton("swap", "Swap from and to", () => swapEnds(panel));
  body.append(
    element("div", { class: "path-ends" }, panel.fields.from.root, swap, panel.fields.to.root),
    buildDirectedSetting(store),
    panel.more.root,
    panel.avoid,
    panel.answer,
  );
  return { draw: () => drawPath(panel), start: (actor) => startPath(panel, actor) };
}

/** @param {Store} store */
function buildDirectedSetting(store) {
  const box = element("input", {
    type: "checkbox",
    id: "directed",
    change: () => store.set({ directed: box.checked, pathNumber: 1 }),
  });
  return element(
    "div",
    { class: "setting tick" },
    box,
    element("label", { for: "directed" }, "Only along the arrows"),
  );
}

/** @param {PathEnd} end */
function getOtherEnd(end) {
  return end === "from" ? "to" : "from";
}

/**
 * @param {PathPanel} panel
 * @param {PathEnd} end
 * @param {Actor|null} actor
 * @param {boolean} [left]
 */
function setEnd(panel, end, actor, left = false) {
  panel.ends[end] = actor;
  const { from, to } = panel.ends;
  if (from && to) {
    const between = panel.store.state.path?.slice(1, -1) ?? [];
    panel.store.choosePath(from.id, to.id, between);
    announce(describeShownPath(panel.store));
    if (!left) panel.answer.focus({ preventScroll: true });
  } else if (panel.store.state.path) panel.store.leavePath("path");
  if (actor && !left && !(from && to)) panel.fields[getOtherEnd(end)].input.focus();
}

/**
 * @param {PathPanel} panel
 * @param {Actor|null} from
 * @param {Actor|null} to
 */
function setEnds(panel, from, to) {
  Object.assign(panel.ends, { from, to });
  panel.fields.from.show(from);
  panel.fields.to.show(to);
}

/** @param {PathPanel} panel */
function swapEnds(panel) {
  const { from, to } = panel.ends;
  setEnds(panel, to, from);
  const between = panel.store.state.path?.slice(1, -1).reverse() ?? [];
  if (from && to) panel.store.choosePath(to.id, from.id, between);
}

/**
 * Begins a path at an actor and asks for the other end.
 * @param {PathPanel} panel
 * @param {Actor|null} actor
 */
function startPath(panel, actor) {
  if (!actor) {
    panel.fields[panel.ends.from ? "to" : "from"].input.focus();
    return;
  }
  setEnds(panel, actor, null);
  panel.store.leavePath("path");
  panel.fields.to.input.focus();
}

/** @param {Store} store */
function describeShownPath({ network, answer }) {
  return describeAnswer(network, answer);
}

/**
 * @param {PathPanel} panel
 * @param {PathEnd} end
 * @param {Actor|null} actor
 */
function showEnd(panel, end, actor) {
  if (panel.ends[end] === actor) return;
  panel.ends[end] = actor;
  panel.fields[end].show(actor);
}

/** @param {PathPanel} panel */
function drawPath(panel) {
  const { network, state } = panel.store;
  if (state.path) {
    const named = state.path.map((id) => network.actorById.get(id) ?? null);
    showEnd(panel, "from", named[0]);
    showEnd(panel, "to", named[named.length - 1]);
  }
  getPart("directed").checked = state.directed;
  panel.more.draw();
  drawAvoid(panel);
  const isNew = panel.shownPath !== state.path && state.path;
  panel.shownPath = state.path;
  replaceContent(
    panel.answer,
    state.path
      ? buildAnswer(panel)
      : element(
          "p",
          { class: "quiet" },
          "Name two actors to see the shortest path from one to the other, step by step, with " +
            "the sources of each. Which paths offers others: the most credible, the next best.",
        ),
  );
  // On a phone the fields would fill the sheet; the answer matters more.
  if (isNew && isSmall()) panel.answer.scrollIntoView({ block: "start" });
}

/** @param {PathPanel} panel */
function clearPath(panel) {
  setEnds(panel, null, null);
  panel.store.leavePath("path");
  panel.fields.from.input.focus();
}

/**
 * How two actors are connected; `start` begins a path at an actor.
 * @type {Panel}
 */
export const pathPanel = { create: createPathPanel };
