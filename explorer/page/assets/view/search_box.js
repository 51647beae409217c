/** Build the field for an actor's name: what is typed is read as everywhere, or asked about. */
import { formatCount } from "../core/counts.js";
import { LONGEST_TYPED, suggestWhileTyping, resolve } from "../core/names.js";
import { shorten, makeVisible } from "../core/text.js";
import { announce } from "./announce.js";
import { element, isolate, replaceContent } from "./element.js";
import { closeOptions, moveActive, showOptions } from "./search_options.js";

const MOST_OPTIONS = 8;
const MOST_ASKED = 5;
let boxes = 0;

/**
 * A field for an actor's name with suggestions while typing, and the same forgiving reading on
 * Enter as everywhere.
 * @param {Network} network
 * @param {SearchOptions} options clear: the field holds an actor; any edit drops
 *   it, leaving the field reads what is typed as Enter does, and Esc brings the actor back
 * @returns {SearchBox}
 */
export function createSearchBox(network, options) {
  const box = buildField(network, options);
  listenToInput(box);
  return {
    root: buildRoot(box),
    input: box.input,
    show: (actor) => showActor(box, actor),
    settle: () => settleName(box),
  };
}

/**
 * @param {Network} network
 * @param {SearchOptions} options
 * @returns {SearchField}
 */
function buildField(network, options) {
  boxes += 1;
  const id = `search-${boxes}`;
  const list = element("ul", {
    class: "options",
    role: "listbox",
    id: `${id}-list`,
    "aria-label": options.label,
  });
  const summary = element("p", { class: "options-told" });
  return {
    network,
    options,
    id,
    input: buildInput(id, options.placeholder ?? ""),
    list,
    summary,
    popup: element("div", { class: "options-popup", hidden: true }, summary, list),
    note: element("p", { class: "search-note", id: `${id}-note`, hidden: true }),
    actors: [],
    active: -1,
    held: null,
    former: null,
    offered: null,
    left: false,
  };
}

/**
 * @param {string} id
 * @param {string} placeholder
 */
function buildInput(id, placeholder) {
  return element("input", {
    id,
    type: "search",
    class: "field",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: LONGEST_TYPED,
    dir: "auto",
    "aria-expanded": "false",
    "aria-controls": `${id}-list`,
    "aria-autocomplete": "list",
    "aria-describedby": `${id}-note`,
    placeholder,
  });
}

/** @param {SearchField} box */
function buildRoot({ id, options, input, popup, note }) {
  const className = options.seen ? "field-label" : "unseen";
  return element(
    "div",
    { class: "search-box" },
    element("label", { for: id, class: className }, options.label),
    element("div", { class: "field-wrap" }, input, popup),
    note,
  );
}

/** @param {SearchField} box */
function listenToInput(box) {
  const { input } = box;
  input.addEventListener("input", () => {
    releaseActor(box);
    typeAhead(box);
  });
  input.addEventListener("focus", () => {
    if (input.value) input.select();
  });
  input.addEventListener("keydown", (event) => handleKey(box, event));
  input.addEventListener("blur", () => setTimeout(() => leaveField(box), 150));
}

/**
 * Late enough for a click on what is offered; the focus stays where the reader has put it.
 * @param {SearchField} box
 */
function leaveField(box) {
  if (document.activeElement === box.input) return;
  if (box.options.clear) settleName(box);
  closeOptions(box);
}

/**
 * Reads what is typed, unless it is read already or asked about.
 * @param {SearchField} box
 */
function settleName(box) {
  if (box.held || !box.note.hidden) return;
  box.left = true;
  acceptInput(box);
  box.left = false;
}

/**
 * The field no longer says whom it held.
 * @param {SearchField} box
 */
function releaseActor(box) {
  if (!box.held) return;
  box.former = box.held;
  box.held = null;
  box.options.clear?.();
}

/**
 * @param {SearchField} box
 * @param {Actor|null} actor
 */
function showActor(box, actor) {
  box.input.value = actor ? makeVisible(actor.name) : "";
  box.held = actor;
  box.former = null;
  closeOptions(box);
  writeNote(box, []);
}

/** @param {SearchField} box */
function typeAhead(box) {
  const query = box.input.value.trim();
  writeNote(box, []);
  if (!query) {
    closeOptions(box);
    return;
  }
  const matches = suggestWhileTyping(box.network, query, MOST_OPTIONS);
  showOptions(box, matches, (actor) => pickActor(box, actor));
}

/**
 * @param {SearchField} box
 * @param {Actor} actor
 */
function pickActor(box, actor) {
  showActor(box, actor);
  box.options.pick(actor, box.left);
}

/**
 * @param {SearchField} box
 * @param {number} step
 */
function stepThroughOptions(box, step) {
  if (box.popup.hidden) typeAhead(box);
  moveActive(box, step);
}

/**
 * @param {SearchField} box
 * @param {KeyboardEvent} event
 */
function handleKey(box, event) {
  if (event.key === "ArrowDown") stepThroughOptions(box, 1);
  else if (event.key === "ArrowUp") stepThroughOptions(box, -1);
  else if (event.key === "Enter") takeEnter(box, event);
  else if (event.key === "Escape" && !box.popup.hidden) closeOptions(box);
  else {
    if (event.key === "Escape") restoreActor(box);
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/**
 * A key that is held down asks once, and answers no question that it has asked.
 * @param {SearchField} box
 * @param {KeyboardEvent} event
 */
function takeEnter(box, { repeat }) {
  if (!repeat) acceptInput(box);
}

/** @param {KeyboardEvent} event */
function ignoreHeldEnter(event) {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}

/**
 * What was typed and not taken goes; the key goes on, for the page to take the focus elsewhere.
 * @param {SearchField} box
 */
function restoreActor(box) {
  const former = box.options.clear ? (box.held ?? box.former) : null;
  box.left = true;
  if (former) pickActor(box, former);
  else showActor(box, null);
  box.left = false;
}

/** @param {SearchField} box */
function acceptInput(box) {
  if (box.active >= 0) pickActor(box, box.actors[box.active]);
  else if (box.offered && !box.left) pickActor(box, box.offered);
  else if (box.held) pickActor(box, box.held);
  else readName(box);
}

/**
 * Takes what is typed only when it can mean one actor; else asks.
 * @param {SearchField} box
 */
function readName(box) {
  const query = box.input.value.trim();
  if (!query) return;
  const { actor, candidates, suggestions } = resolve(box.network, query);
  const quoted = `'${shorten(makeVisible(query), 60)}'`;
  if (actor) pickActor(box, actor);
  else if (candidates.length) askWhich(box, quoted, candidates);
  else if (suggestions.length) offerSuggestions(box, quoted, suggestions);
  else askQuestion(box, `${quoted} names no actor. No actor has a name near it.`, []);
}

/**
 * @param {SearchField} box
 * @param {string} quoted
 * @param {Actor[]} candidates
 */
function askWhich(box, quoted, candidates) {
  const more = candidates.length - MOST_ASKED;
  askQuestion(
    box,
    `${quoted} names ${formatCount(candidates.length, "actor")}:`,
    candidates.slice(0, MOST_ASKED),
    more > 0 ? ` and ${more} more.` : ".",
  );
}

/**
 * Offers the nearest actors; a single one is taken by Enter.
 * @param {SearchField} box
 * @param {string} quoted
 * @param {Actor[]} suggestions
 */
function offerSuggestions(box, quoted, suggestions) {
  const isOne = suggestions.length === 1;
  const end = isOne ? "? Enter takes it." : "?";
  askQuestion(box, `${quoted} names no actor. Did you mean`, suggestions, end);
  box.offered = isOne ? suggestions[0] : null;
}

/**
 * Asks about actors, each a choice of its own: a name may hold commas and "or". The focus moves to
 * the first of several, unless the reader has left the field.
 * @param {SearchField} box
 * @param {string} question
 * @param {Actor[]} actors
 * @param {string} [end]
 */
function askQuestion(box, question, actors, end = "") {
  /** @param {number} i */
  const joint = (i) => {
    if (i === 0) return " ";
    return i === actors.length - 1 && !end.startsWith(" and") ? " or " : ", ";
  };
  /** @param {Actor} actor */
  const choice = (actor) => {
    const click = () => {
      box.input.focus({ preventScroll: true }); // the choice goes away
      pickActor(box, actor);
    };
    const attributes = { type: "button", class: "chip", click, keydown: ignoreHeldEnter };
    return element("button", attributes, isolate(actor.name));
  };
  closeOptions(box);
  const choices = actors.map(choice);
  writeNote(box, [question, choices.flatMap((button, i) => [joint(i), button]), end]);
  if (choices.length > 1 && !box.left) choices[0].focus();
  const names = actors.flatMap(({ name }, i) => [joint(i), `'${name}'`]);
  announce(`${question}${names.join("")}${end}`);
}

/**
 * @param {SearchField} box
 * @param {Child[]} parts
 */
function writeNote(box, parts) {
  replaceContent(box.note, parts);
  box.offered = null;
  box.note.hidden = !parts.length;
}
