/**
 * In a frame of another page the wheel and one finger scroll that page, as everywhere on it; the
 * network is zoomed with Ctrl or two fingers, or by the wheel after a click into it.
 */
import { followFingers } from "./camera.js";
import { isFramed } from "./confinement.js";
import { element } from "./element.js";

const SHOWN_FOR = 1800; // milliseconds
const SLIP = 10; // pixels that a tap may move

/** @returns {string} how to zoom with a wheel here */
export function describeWheelZoom() {
  const key = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
  return `Hold ${key} and scroll to zoom, or click into the network first`;
}

/**
 * Leaves the wheel and one finger to the page around; in a page of its own the network has them.
 * @param {Canvas} canvas
 */
export function shareGestures(canvas) {
  if (!isFramed()) return;
  const { host } = canvas;
  host.classList.add("shares-gestures");
  const showHint = createHint(host);
  shareWheel(host, () => showHint(describeWheelZoom()));
  shareTouch(canvas, () => showHint("Move and zoom the network with two fingers"));
}

/**
 * @param {HTMLElement} host
 * @returns {(text: string) => void} shows a hint over the canvas for a while
 */
function createHint(host) {
  const hint = element("p", { class: "gesture-hint", "aria-hidden": "true" });
  host.after(hint);
  let timer = 0;
  return (text) => {
    hint.textContent = text;
    hint.classList.add("is-shown");
    clearTimeout(timer);
    timer = window.setTimeout(() => hint.classList.remove("is-shown"), SHOWN_FOR);
  };
}

/**
 * @param {HTMLElement} host
 * @param {() => void} hint
 */
function shareWheel(host, hint) {
  let isActive = false; // since a click, until the pointer leaves
  const deactivate = () => {
    isActive = false;
  };
  host.addEventListener("pointerdown", ({ pointerType }) => {
    isActive = pointerType === "mouse";
  });
  host.addEventListener("pointerleave", deactivate);
  addEventListener("blur", deactivate);
  /** @param {WheelEvent} event */
  const listen = (event) => {
    if (isActive || event.ctrlKey || event.metaKey) return;
    event.stopPropagation(); // the renderer would take it from the page around
    hint();
  };
  host.addEventListener("wheel", listen, { capture: true, passive: true });
}

/**
 * The renderer sees no finger move: with one the page around scrolls, two are followed here.
 * @param {Canvas} canvas
 * @param {() => void} hint
 */
function shareTouch(canvas, hint) {
  const { host } = canvas;
  /** @type {Map<number, Point>} */
  const fingers = new Map();
  /** @param {PointerEvent} event */
  const press = ({ pointerType, pointerId, clientX: x, clientY: y }) => {
    if (pointerType === "touch") fingers.set(pointerId, { x, y });
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    const { pointerId, clientX: x, clientY: y } = event;
    const start = fingers.get(pointerId);
    if (!start) return;
    event.stopPropagation();
    if (fingers.size === 1) {
      if (Math.hypot(x - start.x, y - start.y) > SLIP) hint();
    } else {
      const before = [...fingers.values()];
      fingers.set(pointerId, { x, y });
      followFingers(canvas, before, [...fingers.values()]);
    }
  };
  /** @param {PointerEvent} event */
  const lift = ({ type, pointerId }) => {
    if (type === "pointercancel" && fingers.size === 1) hint(); // the page around scrolls
    fingers.delete(pointerId);
  };
  host.addEventListener("pointerdown", press, { capture: true });
  host.addEventListener("pointermove", move, { capture: true });
  for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
    addEventListener(end, lift, { capture: true });
  }
  /** @param {TouchEvent} event */
  const keepTwoFingers = (event) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };
  host.addEventListener("touchmove", keepTwoFingers, { capture: true, passive: false });
}
