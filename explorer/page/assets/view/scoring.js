/**
 * Keeps the scores and communities in line with the filters: computed a slice at a time, so that
 * nothing freezes. A worker would need an address, which the page's policy allows to no script.
 */
import { chooseScored, computeScores, isWhole } from "../core/scores.js";
import { toScoreIds } from "../core/scores_by_id.js";
import { runWhenReleased } from "./held_pointer.js";

const SLICE = 12; // ms; a frame has 16
const FIRST_SLICE = 40; // ms; so long nobody notices, and a small network is done
const MOST_AT_ONCE = 2000; // relations of a network that is

/**
 * All scores of what the filters select, by the ids of the actors.
 * @param {Store} store
 */
export function readShownScores({ network, answer, scoring }) {
  scoring.finish();
  return toScoreIds(network, answer.actors, network);
}

/**
 * @param {Network} network whose measures and communities are replaced
 * @param {() => void} onDone called when scores are there that were not there at once
 * @returns {Scoring}
 */
export function createScoring(network, onDone) {
  /** @type {{selected: Masks|null, whole: boolean, run: Generator<void, Scores>|null}} */
  const scoring = { selected: null, whole: true, run: null };
  /** @param {number} milliseconds */
  const advance = (milliseconds) => {
    const end = performance.now() + milliseconds;
    while (scoring.run) {
      const { done, value } = scoring.run.next();
      if (done) {
        scoring.run = null;
        Object.assign(network, value);
      } else if (performance.now() > end) return;
    }
  };
  /** @param {Generator<void, Scores>} run that this slice belongs to */
  const goOn = (run) => {
    if (scoring.run !== run) return;
    advance(SLICE);
    if (scoring.run) setTimeout(goOn, 0, run);
    else runWhenReleased(onDone);
  };
  return {
    isPending: () => scoring.run !== null,
    isWhole: () => scoring.whole,
    follow: (selected, version) => {
      if (scoring.selected === selected) return;
      const scored = chooseScored(network, selected, version);
      const whole = isWhole(network, scored, version);
      Object.assign(scoring, { selected, whole, run: null });
      if (whole) {
        Object.assign(network, network.whole);
        return;
      }
      scoring.run = computeScores(network, scored);
      if (network.relations.length <= MOST_AT_ONCE) advance(FIRST_SLICE);
      if (scoring.run) setTimeout(goOn, 0, scoring.run);
    },
    finish: () => {
      if (!scoring.run) return;
      advance(Infinity);
      onDone();
    },
  };
}
