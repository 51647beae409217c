import { writePathMarkdown, writePathText } from "../core/citation.js";
import { makeFiltersShowing } from "../core/filters.js";
import {
  splitAnswerSentence,
  describeAnswer,
  splitStepSentence,
  splitRelationSentence,
} from "../core/sentences.js";
import { VERSIONS } from "../core/versions.js";
import { announce, formatCount } from "./announce.js";
import { copyText } from "./clipboard.js";
import { element, isolate, getPart, replaceContent, isolateNames } from "./element.js";
import { buildFacts } from "./relation_facts.js";
import { buildIcon, buildIconButton } from "./icons.js";
import { drawLineSample } from "./legend.js";
import { buildReferenceList } from "./references.js";
import { createSearchBox } from "./search_box.js";

function createPathPanel(view, place) {
  const { store } = view;
  const ends = { from: null, to: null };
  const panel = {
    store,
    styles: view.styles,
    sheets: null,
    ends,
    answer: element("div", {
      class: "path-answer",
      id: "path-answer",
      tabindex: -1,
      "data-rest": true,
    }),
    avoid: element("div", { class: "path-avoid" }),
  };
  const pick = (end) => (actor, left) => {
    panel[end === "from" ? "to" : "from"].settle();
    setEnd(panel, end, actor, left);
  };
  panel.from = createSearchBox(store.network, {
    label: "From",
    seen: true,
    placeholder: "Name of an actor",
    pick: pick("from"),
    clear: () => setEnd(panel, "from", null),
  });
  panel.to = createSearchBox(store.network, {
    label: "To",
    seen: true,
    placeholder: "Name of an actor",
    pick: pick("to"),
    clear: () => setEnd(panel, "to", null),
  });
  panel.without = createSearchBox(store.network, {
    label: "Avoid an actor",
    placeholder: "an actor…",
    pick: (actor) => avoidActor(panel, actor),
  });
  const swap = buildIconButton("swap", "Swap from and to", () => swapEnds(panel));
  place.append(
    element("div", { class: "path-ends" }, panel.from.root, swap, panel.to.root),
    element(
      "div",
      { class: "setting tick" },
      element("input", {
        type: "checkbox",
        id: "directed",
        change: (event) => store.set({ directed: event.target.checked, which: 1 }),
      }),
      element("label", { for: "directed" }, "Only along the arrows"),
    ),
    panel.avoid,
    panel.answer,
  );
  return {
    draw: () => {
      panel.sheets = view.sheets;
      drawPath(panel);
    },
    start: (actor) => startPath(panel, actor),
  };
}

function setEnd(panel, end, actor, left = false) {
  panel.ends[end] = actor;
  const { from, to } = panel.ends;
  if (from && to) {
    panel.store.choosePath(from.id, to.id);
    announce(describeShownPath(panel.store));
    if (!left) panel.answer.focus({ preventScroll: true });
  } else if (panel.store.state.path) panel.store.leavePath("path");
  if (actor && !left && !(from && to)) panel[end === "from" ? "to" : "from"].input.focus();
}

function setEnds(panel, from, to) {
  Object.assign(panel.ends, { from, to });
  panel.from.show(from);
  panel.to.show(to);
}

function swapEnds(panel) {
  const { from, to } = panel.ends;
  setEnds(panel, to, from);
  if (from && to) panel.store.choosePath(to.id, from.id);
}

/** Begins a path at an actor and asks for the other end. */
function startPath(panel, actor) {
  if (!actor) {
    panel[panel.ends.from ? "to" : "from"].input.focus();
    return;
  }
  setEnds(panel, actor, null);
  panel.store.leavePath("path");
  panel.to.input.focus();
}

function describeShownPath({ network, answer }) {
  return describeAnswer(network, answer);
}

function drawPath(panel) {
  const { network, state } = panel.store;
  if (state.path) {
    ["from", "to"].forEach((end, i) => {
      const actor = network.actorById.get(state.path[i]);
      if (panel.ends[end] === actor) return;
      panel.ends[end] = actor;
      panel[end].show(actor);
    });
  }
  getPart("directed").checked = state.directed;
  drawAvoid(panel);
  const fresh = panel.shownPath !== state.path && state.path;
  panel.shownPath = state.path;
  replaceContent(
    panel.answer,
    state.path
      ? buildAnswer(panel)
      : element(
          "p",
          { class: "quiet" },
          "Name two actors to see the shortest path from one to the other, step by step, with the sources of each.",
        ),
  );
  // On a phone the fields would fill the sheet; the answer matters more.
  if (fresh && panel.sheets?.isSmall()) panel.answer.scrollIntoView({ block: "start" });
}

function avoidActor({ store, without }, actor) {
  without.show(null);
  store.filter({ without: new Set([...store.filters().without, actor.id]) });
}

/** The types and actors a path may not use, and the offer to avoid more. */
function drawAvoid({ store, avoid, without }) {
  const { network, state } = store;
  const types = [...state.avoid]
    .map((id) => network.typeById.get(id))
    .map(({ id, label }) =>
      buildChip(label, `Walk ${label} again`, () => avoidType(store, id, false)),
    );
  const actors = [...state.filters.without]
    .map((id) => network.actorById.get(id))
    .map(({ id, name }) => buildChip(name, `Bring ${name} back`, () => allowActor(store, id)));
  const left = network.types.filter(({ id }) => !state.avoid.has(id));
  const choose = element(
    "select",
    {
      class: "field",
      id: "avoid-type",
      "data-key": "avoid type",
      change: (event) => avoidType(store, event.target.value, true),
    },
    element("option", { value: "" }, "a type…"),
    left.map(({ id, label }) => element("option", { value: id }, label)),
  );
  const held = document.activeElement === without.input;
  replaceContent(
    avoid,
    element("label", { for: "avoid-type", class: "field-label" }, "Avoid"),
    element("div", { class: "avoid-fields" }, choose, without.root),
    types.length + actors.length ? element("div", { class: "chips" }, types, actors) : null,
  );
  if (held) without.input.focus();
}

function buildChip(text, label, click) {
  return element(
    "button",
    { type: "button", class: "chip", "aria-label": label, title: label, "data-key": label, click },
    isolate(text),
    buildIcon("close"),
  );
}

function avoidType(store, id, avoided) {
  const next = new Set(store.state.avoid);
  if (avoided && id) next.add(id);
  else next.delete(id);
  store.set({ avoid: next, which: 1 });
}

function allowActor(store, id) {
  const next = new Set(store.filters().without);
  next.delete(id);
  store.filter({ without: next });
}

function buildAnswer(panel) {
  const { store } = panel;
  const {
    answer: { path, leftOut },
    state,
  } = store;
  if (leftOut.length) {
    return [
      element(
        "p",
        { class: "path-none" },
        isolateNames(splitAnswerSentence(store.network, store.answer)),
      ),
      element(
        "div",
        { class: "deeds" },
        leftOut.map((actor) => buildShowButton(store, actor)),
      ),
    ];
  }
  const one = path.paths[state.which - 1];
  if (!one || !one.steps.length) {
    const same = one ? element("p", { class: "quiet" }, "From and To name the same actor.") : null;
    return [
      same,
      element(
        "p",
        { class: "path-none" },
        isolateNames(splitAnswerSentence(store.network, store.answer)),
      ),
      one ? null : buildLimitsHint(store),
      buildVersionHint(store),
    ];
  }
  return [
    buildHead(panel, path),
    buildVersionHint(store),
    element(
      "ol",
      { class: "steps" },
      one.steps.map((step, i) => buildStep(panel, step, i)),
    ),
    buildActions(panel, one),
  ];
}

function buildShowButton(store, actor) {
  return element(
    "button",
    {
      type: "button",
      class: "deed",
      "data-key": `show ${actor.id}`,
      click: () => store.filter(makeFiltersShowing(store.filters(), actor)),
    },
    "Show ",
    isolate(actor.name),
    " again",
  );
}

/** Where two versions are shown, in which of them the path was looked for. */
function buildVersionHint({ network, state }) {
  return network.versions && state.filters.version === VERSIONS[0]
    ? element("p", { class: "quiet" }, "In the later version. Turn to Before for the earlier one.")
    : null;
}

function buildLimitsHint(store) {
  const limits = [
    store.isFiltered() ? "filters" : "",
    store.state.avoid.size ? "avoided types" : "",
    store.state.directed ? "arrows" : "",
  ].filter(Boolean);
  return limits.length
    ? element("p", { class: "quiet" }, `The ${limits.join(" and ")} may stand in the way.`)
    : null;
}

function buildHead({ store }, path) {
  const { state } = store;
  const go = (which) => store.set({ which }, "which");
  const several = path.paths.length > 1;
  return element(
    "div",
    { class: "path-head" },
    element(
      "p",
      { class: "path-length" },
      element("b", {}, formatCount(path.length, "step")),
      several
        ? ` · path ${state.which} of ${path.count.toLocaleString("en")} equally short${path.cutShort ? `, first ${path.paths.length} listed` : ""}`
        : " · the only path this short",
    ),
    several
      ? element(
          "div",
          { class: "path-turn" },
          buildIconButton("back", "Previous path", () => go(state.which - 1), {
            disabled: state.which <= 1,
            "data-key": "previous path",
          }),
          buildIconButton("next", "Next path", () => go(state.which + 1), {
            disabled: state.which >= path.paths.length,
            "data-key": "next path",
          }),
        )
      : null,
  );
}

function buildStep(panel, step, i) {
  const { network, answer } = panel.store;
  const claims = step.relations.map((index) =>
    buildStepRelation(panel, network.relations[index], step.source),
  );
  return element(
    "li",
    { class: "step" },
    element("span", { class: "step-number", "aria-hidden": "true" }, i + 1),
    element(
      "div",
      {},
      element(
        "p",
        { class: "step-line" },
        isolateNames(splitStepSentence(network, step, answer.claims)),
      ),
      element("ul", { class: "step-claims" }, claims),
    ),
  );
}

/**
 * One relation of a step as a sentence from where the step starts, with all that is known of it.
 */
function buildStepRelation({ store, styles }, relation, from) {
  const { network, answer } = store;
  return element(
    "li",
    {},
    drawLineSample(styles.types[network.types.indexOf(relation.type)], relation.source !== from),
    element(
      "div",
      {},
      element(
        "button",
        {
          type: "button",
          class: "link claim-link",
          "data-key": `claim ${relation.id}`,
          click: () => store.chooseRelation(relation.id),
        },
        isolateNames(splitRelationSentence(network, relation, from)),
      ),
      buildFacts(relation, answer.claims[relation.index]),
      relation.note ? element("p", { class: "note", dir: "auto" }, relation.note) : null,
      buildReferenceList(relation.references),
    ),
  );
}

function buildActions(panel, one) {
  const { store } = panel;
  const { network, answer } = store;
  const copy = (make, what) => async () => {
    const done = await copyText(make(network, one, answer.path, answer.claims));
    announce(done ? `Copied as ${what}` : "The browser does not let this page copy");
  };
  const deed = (text, click, attributes) =>
    element(
      "button",
      { type: "button", class: "deed", click, "data-key": text, ...attributes },
      text,
    );
  return element(
    "div",
    { class: "deeds" },
    deed("Show only this", () => store.set({ only: !store.state.only }), {
      "aria-pressed": String(Boolean(store.state.only)),
    }),
    deed("Copy text", copy(writePathText, "text")),
    deed("Copy Markdown", copy(writePathMarkdown, "Markdown")),
    deed("Clear", () => clearPath(panel)),
  );
}

function clearPath(panel) {
  setEnds(panel, null, null);
  panel.store.leavePath("path");
  panel.from.input.focus();
}

/** How two actors are connected; `start` begins a path at an actor. */
export const pathPanel = { label: "Path", create: createPathPanel };
