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
import { isSmall } from "./sheets.js";

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
    answer: element("div", {
      class: "path-answer",
      id: "path-answer",
      tabindex: -1,
      "data-rest": true,
    }),
    shownPath: null,
  };
  const swap = buildIconButton("swap", "Swap from and to", () => swapEnds(panel));
  body.append(
    element("div", { class: "path-ends" }, panel.fields.from.root, swap, panel.fields.to.root),
    buildDirectedSetting(store),
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
    panel.store.choosePath(from.id, to.id);
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
  if (from && to) panel.store.choosePath(to.id, from.id);
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
    const [from, to] = state.path.map((id) => network.actorById.get(id) ?? null);
    showEnd(panel, "from", from);
    showEnd(panel, "to", to);
  }
  getPart("directed").checked = state.directed;
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
          "Name two actors to see the shortest path from one to the other, step by step, with the sources of each.",
        ),
  );
  // On a phone the fields would fill the sheet; the answer matters more.
  if (isNew && isSmall()) panel.answer.scrollIntoView({ block: "start" });
}

/**
 * @param {PathPanel} panel
 * @param {Actor} actor
 */
function avoidActor({ store, avoidField }, actor) {
  avoidField.show(null);
  store.filter({ avoidActor: new Set([...store.filters().avoidActor, actor.id]) });
}

/**
 * The types and actors a path may not use, and the offer to avoid more.
 * @param {PathPanel} panel
 */
function drawAvoid({ store, avoid, avoidField }) {
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

/** @param {PathPanel} panel */
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
  const one = path?.paths[state.pathNumber - 1];
  if (!path || !one?.steps.length) {
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

/**
 * @param {Store} store
 * @param {Actor} actor
 */
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

/**
 * Where two versions are shown, in which of them the path was looked for.
 * @param {Store} store
 */
function buildVersionHint({ network, state }) {
  return network.versions && state.filters.version === VERSIONS[0]
    ? element("p", { class: "quiet" }, "In the later version. Turn to Before for the earlier one.")
    : null;
}

/** @param {Store} store */
function buildLimitsHint(store) {
  const limits = [
    store.isFiltered() ? "filters" : "",
    store.state.pathAvoid.size ? "avoided types" : "",
    store.state.directed ? "arrows" : "",
  ].filter(Boolean);
  return limits.length
    ? element("p", { class: "quiet" }, `The ${limits.join(" and ")} may stand in the way.`)
    : null;
}

/**
 * @param {PathPanel} panel
 * @param {PathAnswer} path
 */
function buildHead({ store }, path) {
  const { state } = store;
  /** @param {number} pathNumber */
  const go = (pathNumber) => store.set({ pathNumber }, "pathNumber");
  const several = path.paths.length > 1;
  return element(
    "div",
    { class: "path-head" },
    element(
      "p",
      { class: "path-length" },
      element("b", {}, formatCount(path.length ?? 0, "step")),
      several
        ? ` · path ${state.pathNumber} of ${path.count.toLocaleString("en")} equally short${path.cutShort ? `, first ${path.paths.length} listed` : ""}`
        : " · the only path this short",
    ),
    several
      ? element(
          "div",
          { class: "path-turn" },
          buildIconButton("back", "Previous path", () => go(state.pathNumber - 1), {
            disabled: state.pathNumber <= 1,
            "data-key": "previous path",
          }),
          buildIconButton("next", "Next path", () => go(state.pathNumber + 1), {
            disabled: state.pathNumber >= path.paths.length,
            "data-key": "next path",
          }),
        )
      : null,
  );
}

/**
 * @param {PathPanel} panel
 * @param {Step} step
 * @param {number} i
 */
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
 * @param {PathPanel} panel
 * @param {Relation} relation
 * @param {number} from
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

/**
 * @param {PathPanel} panel
 * @param {Path} path
 */
function buildActions(panel, path) {
  const { store } = panel;
  const { network, answer } = store;
  /**
   * @param {typeof writePathText} write
   * @param {string} what
   */
  const copy = (write, what) => async () => {
    if (!answer.path) return;
    const done = await copyText(write(network, path, answer.path, answer.claims));
    announce(done ? `Copied as ${what}` : "The browser does not let this page copy");
  };
  /**
   * @param {string} text
   * @param {() => void} click
   * @param {Attributes} [attributes]
   */
  const deed = (text, click, attributes) =>
    element(
      "button",
      { type: "button", class: "deed", click, "data-key": text, ...attributes },
      text,
    );
  return element(
    "div",
    { class: "deeds" },
    deed("Show only this", () => store.set({ pathAlone: !store.state.pathAlone }), {
      "aria-pressed": String(Boolean(store.state.pathAlone)),
    }),
    deed("Copy text", copy(writePathText, "text")),
    deed("Copy Markdown", copy(writePathMarkdown, "Markdown")),
    deed("Clear", () => clearPath(panel)),
  );
}

/** @param {PathPanel} panel */
function clearPath(panel) {
  setEnds(panel, null, null);
  panel.store.leavePath("path");
  panel.fields.from.input.focus();
}

/**
 * How two actors are connected; `start` begins a path at an actor.  /
 * @type {Panel}
 */
export const pathPanel = { label: "Path", create: createPathPanel };
