/** Long work a slice at a time, so that nothing freezes. */
import { runWhenReleased } from "./held_pointer.js";

const SLICE = 12; // ms; a frame has 16
const FIRST_SLICE = 40; // ms; so long nobody notices, and a small network is done

/**
 * Runs a generator to its end, at once where that takes no time to be noticed.
 * @template T
 * @param {Generator<void, T>} work
 * @param {(value: T) => void} onDone
 */
export function runInSlices(work, onDone) {
  const goOn = (slice = SLICE) => {
    const end = performance.now() + slice;
    do {
      const { done, value } = work.next();
      if (done) {
        runWhenReleased(() => onDone(value));
        return;
      }
    } while (performance.now() < end);
    setTimeout(goOn, 0);
  };
  goOn(FIRST_SLICE);
}
