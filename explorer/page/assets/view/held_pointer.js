/**
 * What draws by itself waits while the reader presses a control: a control that is replaced between
 * press and release gets no click.
 */
let isHeld = false;
/** @type {(() => void)[]} */
const waiting = [];

function release() {
  isHeld = false;
  // The click comes in the same turn as the release.
  for (const run of waiting.splice(0)) setTimeout(run);
}

/** Follows the mouse, the pen and the fingers. */
export function listenToPointer() {
  addEventListener("pointerdown", () => (isHeld = true), true);
  for (const event of ["pointerup", "pointercancel"]) addEventListener(event, release, true);
  addEventListener("blur", release); // of the window alone: that of a control is no release
  addEventListener("pointermove", ({ buttons }) => buttons || release(), true);
}

/**
 * Runs something at once, or as soon as nothing is pressed.
 * @param {() => void} run
 */
export function runWhenReleased(run) {
  if (isHeld) waiting.push(run);
  else run();
}
