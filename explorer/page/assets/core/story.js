/**
 * The story told along the network: what each of its steps shows, and what the address says of it.
 *
 * An address without anything opens the story at its beginning, #step=3 at a step; one that tells
 * what to show shows that, with the story closed unless it tells a step, too.
 */
import { readHash, writeHash } from "./own_span.js";
import { VIEWS } from "./page_state.js";

const AS_IT_OPENS = `#view=${VIEWS[0]}`;

/**
 * @param {Story} story
 * @returns {number} the number of what it begins with: 0 for its introduction, where it has one,
 *   else its first step
 */
export function findFirstStep({ title, introduction }) {
  return title || introduction.length ? 0 : 1;
}

/**
 * @param {Network} network
 * @param {number} step 0 for the introduction
 * @returns {State} what the page shows beside that step
 */
export function makeStepState(network, step) {
  const link = step ? (network.story?.steps[step - 1].link ?? "") : "";
  return { ...readHash(link, network), step };
}

/**
 * @param {string} text the hash of an address
 * @param {Network} network
 * @returns {State} what it asks for
 */
export function readAddressState(text, network) {
  const asked = readHash(text, network);
  if (!network.story) return /^#?$/.test(text) ? readSavedState(network) : asked;
  const tellsMore = text
    .replace(/^#/, "")
    .split("&")
    .some((part) => part !== "" && !part.startsWith("step="));
  return tellsMore ? asked : makeStepState(network, asked.step ?? findFirstStep(network.story));
}

/**
 * @param {State} state
 * @param {Network} network
 * @returns {string} the hash that leads back to it
 */
export function writeAddressState(state, network) {
  if (!network.story) return writePlainAddress(state, network);
  if (state.step !== null && showsItsStep(state, network)) {
    return state.step === findFirstStep(network.story) ? "" : `#step=${state.step}`;
  }
  const shown = writeHash({ ...state, step: null }, network) || AS_IT_OPENS;
  return state.step === null ? shown : `${shown}&step=${state.step}`;
}

/**
 * What a page without a story shows when it opens: what a reader saved, if there is such a layout.
 * @param {Network} network
 */
function readSavedState(network) {
  return readHash(network.saved.state, network);
}

/**
 * @param {State} state
 * @param {Network} network
 */
function writePlainAddress(state, network) {
  const shown = writeHash(state, network);
  if (!network.saved.state && !network.span) return shown;
  return shown === writeHash(readSavedState(network), network) ? "" : shown || AS_IT_OPENS;
}

/**
 * @param {State} state
 * @param {Network} network
 * @returns {boolean} whether the page shows what the step asks for, and not what a reader made of
 *   it
 */
export function showsItsStep(state, network) {
  return (
    state.step !== null &&
    writeHash(state, network) === writeHash(makeStepState(network, state.step), network)
  );
}

/**
 * @param {Story} story
 * @param {number} step
 * @returns {string} such as "Step 2 of 8", or what stands before the first
 */
export function describeStepNumber({ steps }, step) {
  return step
    ? `Step ${step} of ${steps.length}`
    : `A story in ${steps.length} step${steps.length === 1 ? "" : "s"}`;
}

/**
 * @param {Network} network
 * @param {number} step
 * @returns {{heading: string, text: Block[]}} what is told there; at 0 what stands before the first
 *   step
 */
export function readStep({ story, about }, step) {
  if (!story) return { heading: about.title, text: [] };
  return step
    ? story.steps[step - 1]
    : { heading: story.title || about.title, text: story.introduction };
}
