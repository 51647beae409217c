/** Words for the device at hand: what a mouse clicks, a finger taps. */

/** Whether the reader points with a finger, rather than with a mouse or a pen. */
export function isByTouch() {
  return matchMedia("(pointer: coarse)").matches;
}
