/** What screen readers hear of a change; what the filters leave is told to everybody. */
import { formatCount } from "../core/counts.js";
import { describeAnswer } from "../core/sentences.js";
import { announce, tell } from "./announce.js";
import { describeShown, describeShownTime } from "./canvas_note.js";
import { describeFolding } from "./folds.js";
import { buildTimeChanges } from "./time_changes.js";
import { describeVersionChange } from "./version_switch.js";
import { takeUnsaid } from "./what_if_list.js";

/**
 * Announces what has changed, the most specific first.
 * @param {{store: Store, canvas: Canvas, story: StoryCard|null}} parts
 * @param {State} before
 * @param {Folds} foldsBefore
 */
export function announceChange({ store, canvas, story }, before, foldsBefore) {
  const { network, state, answer } = store;
  /** @param {...(keyof State)} names */
  const hasChanged = (...names) => names.some((name) => state[name] !== before[name]);
  const actor = network.actorById.get(state.actor);
  if (story && hasTurnedStep(state, before)) announce(story.describe());
  else if (actor && hasChanged("actor")) announce(describeActor(store, actor));
  else if (answer.path && hasChanged("path", "pathNumber", "pathAvoid")) {
    announce(describeAnswer(network, answer));
  } else if (hasChanged("fold", "foldCommunity")) announce(describeFolding(store, foldsBefore));
  else if (hasChanged("source", "unsourced")) announce(describeSourceShown(store, canvas));
  else if (hasChanged("filters")) announceFilters(store, before);
}

/**
 * @param {Store} store
 * @param {State} before
 */
function announceFilters(store, before) {
  const { filters } = store.state;
  const shown = `${describeShown(store)} shown${describeShownTime(store)}`;
  const changes = !filters.at || filters.at === before.filters.at ? [] : buildTimeChanges(store);
  const text = describeVersionChange(store, before) + shown;
  if (hasChangedPeriodOnly(filters, before.filters)) {
    announce([text, ...changes.map(({ textContent }) => textContent)].join(". "));
  } else tell({ text: [text, takeUnsaid()].filter(Boolean).join(". ") });
}

/**
 * Whether only the period differs: the panel of time tells that itself, and plays many of them.
 * @param {Filters} one
 * @param {Filters} other
 */
function hasChangedPeriodOnly(one, other) {
  const names = /** @type {(keyof Filters)[]} */ (Object.keys(one));
  return names.every((name) => ["at", "from", "to"].includes(name) || one[name] === other[name]);
}

/**
 * Whether the story has come to another step.
 * @param {State} state
 * @param {State|null} before
 */
export function hasTurnedStep({ step }, before) {
  return step !== null && step !== before?.step;
}

/**
 * @param {Store} store
 * @param {Actor} actor
 */
function describeActor({ network, answer }, { name, index }) {
  const relations = network.ties[index].filter((relation) => answer.mask[relation]);
  return `${name}, ${formatCount(relations.length, "relation")}`;
}

/**
 * @param {Store} store
 * @param {Canvas} canvas
 */
function describeSourceShown({ network, state }, canvas) {
  const { source, unsourced } = state;
  if (!source && !unsourced) return "Everything is shown alike";
  const count = formatCount(canvas.emphasis?.relations.size ?? 0, "relation");
  const emphasised = network.sourceById.get(source);
  return emphasised ? `${count} resting on ${emphasised.citation}` : `${count} without a source`;
}
