import { findFirstStep, describeStepNumber, showsItsStep, readStep } from "../core/story.js";
import { announce } from "./announce.js";
import { element, isolate, getPart, replaceContent } from "./element.js";
import { buildIconButton } from "./icons.js";
import { buildBlocks } from "./story_text.js";

/**
 * The step that is open, or was open last.
 * @param {StoryBox} card
 */
function getStep({ store, last }) {
  return store.state.step ?? last;
}

/**
 * Whether a strip alone says that there is a story: at first, until the reader opens it.
 * @param {StoryBox} card
 */
function isStrip({ store, story, opened }) {
  return !opened && store.state.step === findFirstStep(story);
}

/**
 * @param {StoryBox} card
 * @param {string} heading
 */
function buildStrip(card, heading) {
  const { story, store } = card;
  return [
    buildHeading(heading),
    element("p", { class: "eyebrow" }, describeStepNumber(story, 0)),
    element(
      "button",
      {
        type: "button",
        class: "deed story-next",
        "data-key": "story onward",
        click: () => turnToStep(card, store.state.step ?? 0),
      },
      "Start",
    ),
    buildCloseButton(card),
  ];
}

/** @param {string} heading */
function buildHeading(heading) {
  const attributes = { id: "story-heading", class: "story-heading", tabindex: -1, dir: "auto" };
  return element("h2", attributes, heading);
}

/** @param {StoryBox} card */
function buildCloseButton(card) {
  return buildIconButton("close", "Leave the story", () => leaveStory(card), {
    "data-key": "story close",
  });
}

/** @param {StoryBox} card */
function buildHead(card) {
  const { story, list } = card;
  return element(
    "div",
    { class: "story-head" },
    element("p", { class: "eyebrow" }, describeStepNumber(story, getStep(card))),
    buildIconButton("list", "All steps", () => openStoryList(card, !list), {
      "aria-expanded": String(list),
      "aria-controls": "story-body",
      "data-key": "story list",
    }),
    buildCloseButton(card),
  );
}

/** @param {StoryBox} card */
function buildStepList(card) {
  const { store, story } = card;
  /**
   * @param {string} heading
   * @param {number} step
   */
  const item = (heading, step) =>
    element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          class: "story-item",
          "data-key": `story ${step}`,
          "aria-current": step === store.state.step ? "step" : null,
          click: () => turnToStep(card, step),
        },
        element("span", { class: "story-number", "aria-hidden": "true" }, step || ""),
        isolate(heading),
      ),
    );
  const first = findFirstStep(story) ? [] : [item(readStep(store.network, 0).heading, 0)];
  return element(
    "ol",
    { class: "story-list" },
    first,
    story.steps.map(({ heading }, i) => item(heading, i + 1)),
  );
}

/** @param {StoryBox} card */
function buildFoot(card) {
  const { store, story } = card;
  const step = getStep(card);
  /**
   * @param {string} label
   * @param {string} key
   * @param {() => void} click
   * @param {Attributes} [attributes]
   */
  const button = (label, key, click, attributes = {}) =>
    element(
      "button",
      { type: "button", class: "deed", "data-key": `story ${key}`, click, ...attributes },
      label,
    );
  const again = showsItsStep(store.state, store.network)
    ? null
    : button("Show this step again", "again", () => turnToStep(card, step));
  const onward =
    step < story.steps.length
      ? button("Next", "onward", () => turnToStep(card, step + 1), { class: "deed story-next" })
      : button("Explore freely", "onward", () => leaveStory(card), { class: "deed story-next" });
  return element(
    "div",
    { class: "story-foot" },
    button("Back", "back", () => turnToStep(card, step - 1), {
      disabled: step <= findFirstStep(story),
    }),
    again,
    onward,
  );
}

/** @param {StoryBox} card */
function buildBody(card) {
  const { store, list } = card;
  const step = getStep(card);
  const content = list
    ? buildStepList(card)
    : buildBlocks(readStep(store.network, step).text, () => turnToStep(card, step));
  return element(
    "div",
    {
      class: "story-body",
      id: "story-body",
      role: "group",
      "aria-labelledby": "story-heading",
      tabindex: 0,
    },
    content,
  );
}

/**
 * Turns to a step; the focus goes to its heading, so that whoever reads on reads the step.
 * @param {StoryBox} card
 * @param {number} step
 */
function turnToStep(card, step) {
  card.list = false;
  card.opened = true;
  card.store.turnToStep(step);
  drawStory(card);
  card.resized();
  getPart("story-heading").focus({ preventScroll: true });
}

/**
 * @param {StoryBox} card
 * @param {boolean} open
 */
function openStoryList(card, open) {
  card.list = open;
  drawStory(card);
}

/** @param {StoryBox} card */
function leaveStory(card) {
  card.store.leaveStory();
  announce("The story is closed");
  getPart("canvas").focus({ preventScroll: true });
}

/** @param {StoryBox} card */
function drawStory(card) {
  const { store } = card;
  const { step } = store.state;
  card.place.hidden = step === null;
  if (step !== card.drawn) card.list = false;
  if (step === null) {
    card.drawn = null;
    return;
  }
  card.last = step;
  const { heading } = readStep(store.network, step);
  const strip = isStrip(card);
  card.place.classList.toggle("is-strip", strip);
  if (strip) replaceContent(card.place, ...buildStrip(card, heading));
  else drawStep(card, step, heading);
  card.drawn = step;
}

/**
 * @param {StoryBox} card
 * @param {number} step
 * @param {string} heading
 */
function drawStep(card, step, heading) {
  // Before any step the whole network is to be seen: the card lies below it.
  card.place.classList.toggle("is-introduction", step === 0 && !card.list);
  const scrolled = card.drawn === step && !card.list ? getPart("story-body")?.scrollTop : 0;
  const isRead = document.activeElement?.id === "story-heading"; // scores that arrive draw it again
  replaceContent(
    card.place,
    buildHead(card),
    buildHeading(heading),
    buildBody(card),
    buildFoot(card),
  );
  getPart("story-body").scrollTop = scrolled ?? 0;
  if (isRead) getPart("story-heading").focus({ preventScroll: true });
}

/**
 * The story as a card: its steps one after the other, with what the network shows beside each.
 * @param {Store} store
 * @param {() => void} resized called when the card covers another part of the canvas
 * @returns {StoryCard|null} null where the page has no story
 */
export function createStory(store, resized) {
  const { story } = store.network;
  if (!story) return null;
  /** @type {StoryBox} */
  const card = {
    store,
    story,
    place: getPart("story"),
    list: false,
    opened: location.hash.includes("step="),
    resized,
    drawn: null,
    last: findFirstStep(story),
  };
  getPart("stage").classList.add("has-story");
  return {
    draw: () => drawStory(card),
    turn: (by) => {
      const { step } = store.state;
      if (step === null) turnToStep(card, card.last);
      else if (step + by >= findFirstStep(story) && step + by <= story.steps.length) {
        turnToStep(card, step + by);
      } else announce(by > 0 ? "This is the last step" : "This is the first step");
    },
    open: () => turnToStep(card, card.last),
    leave: () => leaveStory(card),
    describe: () => {
      const step = getStep(card);
      return `${describeStepNumber(story, step)}: ${readStep(store.network, step).heading}`;
    },
    box: () => (card.place.hidden || isStrip(card) ? null : card.place.getBoundingClientRect()),
  };
}
