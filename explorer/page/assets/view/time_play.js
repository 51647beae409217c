/** Playing the years: from one date at which something changes to the next. */
import { parseDate } from "../core/dates.js";
import { listChangeDates } from "../core/year_counts.js";
import { runWhenReleased } from "./held_pointer.js";
import { buildIcon } from "./icons.js";
import { getSpan, maskTimeless, setSpan } from "./time_span.js";

const BEAT = 1200; // milliseconds a date stays while playing
const READING = 20; // more of them for each letter of what changes

/** @param {TimePanel} panel */
export function drawPlayButton(panel) {
  const playing = panel.timer !== undefined;
  panel.play.replaceChildren(buildIcon(playing ? "pause" : "play"), playing ? "Pause" : "Play");
  panel.play.setAttribute("aria-pressed", String(playing));
}

/** @param {TimePanel} panel */
export function stopPlaying(panel) {
  clearTimeout(panel.timer);
  panel.timer = undefined;
  drawPlayButton(panel);
}

/**
 * How many milliseconds a date stays while playing: as long as what changes takes to read.
 * @param {TimePanel} panel
 */
function findPause({ changes }) {
  return BEAT + READING * (changes.textContent?.length ?? 0);
}

/**
 * Plays from one date at which something changes to the next, beginning where the brush is; at the
 * end it stops.
 * @param {TimePanel} panel
 */
export function togglePlay(panel) {
  if (panel.timer !== undefined) {
    stopPlaying(panel);
    return;
  }
  const dates = listChangeDates(panel.store.network, maskTimeless(panel));
  let next = findNextDate(dates, getSpan(panel)[0]);
  const beat = () => {
    if (panel.timer === undefined) return;
    const date = dates[next];
    panel.played = [date, date].join();
    setSpan(panel, date, date);
    next += 1;
    if (next >= dates.length) stopPlaying(panel);
    else panel.timer = setTimeout(runWhenReleased, findPause(panel), beat);
  };
  if (!dates.length) return;
  panel.gesture += 1;
  panel.timer = 0;
  beat();
  drawPlayButton(panel);
}

/**
 * Where playing begins: with the date chosen, or the next one; after the last one again with the
 * first.
 * @param {string[]} dates
 * @param {string} chosen
 */
function findNextDate(dates, chosen) {
  const from = parseDate(chosen)?.first;
  if (from === undefined) return 0;
  const next = dates.findIndex((date) => /** @type {Days} */ (parseDate(date)).first >= from);
  return next < 0 || next === dates.length - 1 ? 0 : next;
}
