/**
 * What a frame or the policy of a host may forbid a page. A browser refuses in silence, so that
 * the page cannot know whether a file was saved: then it promises nothing.
 */

/** Whether the page is in a frame of another page. */
export function isFramed() {
  return self !== top;
}

/** Whether the page is in a frame or has no origin of its own: something may be forbidden. */
export function isConfined() {
  return isFramed() || (origin === "null" && location.protocol !== "file:");
}

/**
 * Whether the frame is known to forbid something, which a page of another origin cannot see.
 * @param {string} token of the frame's sandbox, such as "allow-downloads"
 */
export function isForbidden(token) {
  try {
    const frame = window.frameElement;
    return Boolean(frame?.hasAttribute("sandbox")) && !frame?.matches(`[sandbox~="${token}"]`);
  } catch {
    return false;
  }
}

/** What a reader can do where a frame forbids something. */
export function adviseOpening() {
  return location.protocol === "about:"
    ? 'Save the page with net.save("page.html"), open it, and do it there.'
    : "Open the page in a window of its own, and do it there.";
}
