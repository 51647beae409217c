/** A button that chooses an actor. */
import { buildButton, isolate } from "./element.js";

/**
 * @param {Store} store
 * @param {Actor} actor
 * @param {string} key
 */
export function buildActorButton({ choose }, { id, name }, key) {
  return buildButton(
    "link actor-link",
    { "data-key": key, click: () => choose(id) },
    isolate(name),
  );
}
