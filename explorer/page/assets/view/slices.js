/** Long work a slice at a time, so that nothing freezes. */
import { runWhenReleased } from "./held_pointer.js";

const SLICE = 12; // ms; a frame has 16
const FIRST_SLICE = 40; // ms; so long nobody notices, and a small network is done

/**
 * Runs a generator to its end, at once where that takes no time to be noticed.
 * @template T
 * @param {Generator<void, T>} work
 * @param {(value: T) => void} onDone
 * @param {number} [firstSlice] milliseconds; Infinity for all at once
 */
export function runInSlices(work, onDone, firstSlice = FIRST_SLICE) {
  const goOn = (slice = SLICE) => {
    const end = performance.now() + slice;
    do {
      const { done, value } = work.next();
      if (done) {
        if (slice === Infinity) onDone(value);
        else runWhenReleased(() => onDone(value));
        return;
      }
    } while (performance.now() < end);
    setTimeout(goOn, 0);
  };
  goOn(firstSlice);
}
