/** What of the measures is not exact. */
import { listCautions } from "../core/ranks.js";
import { element } from "./element.js";

/** @param {Measure[]} measures */
export function buildCautions(measures) {
  return listCautions({ measures }).map((text) => element("p", { class: "quiet" }, text));
}
