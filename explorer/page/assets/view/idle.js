/** Do work ahead while the page has nothing else to do. */
const SLICE = 50; // actors at a time: about a quarter of a millisecond
const LONGEST = 8; // milliseconds
const LEAST_LEFT = 3; // milliseconds

/**
 * Works in short turns until nothing is left.
 * @param {(count: number) => boolean} work does some of it, and returns whether all is done
 */
export function workWhenIdle(work) {
  // Safari has no idle time to ask for.
  const ask = window.requestIdleCallback ?? ((/** @type {any} */ run) => setTimeout(run, 20));
  /** @param {IdleDeadline} [deadline] */
  const takeTurn = (deadline) => {
    const until = performance.now() + LONGEST;
    let isDone;
    do isDone = work(SLICE);
    while (!isDone && performance.now() < until && (deadline?.timeRemaining() ?? 0) > LEAST_LEFT);
    if (!isDone) ask(takeTurn);
  };
  ask(takeTurn);
}
