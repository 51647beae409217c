import { splitRelationSentence } from "../core/sentences.js";
import { shorten } from "../core/text.js";
import { formatCount } from "./announce.js";
import { element, isolate, getPart, isolateNames } from "./element.js";

const AWAY = 14; // pixels between pointer and tip
const LONGEST = 160; // characters

function getChange({ change = "same" }) {
  return change === "same" ? "" : change;
}

function buildTip({ network, store }, { actor, relation }) {
  if (actor !== null) {
    const one = network.actors[actor];
    const ties = network.ties[actor].filter((i) => store.answer.mask[i]).length;
    return [
      isolate(shorten(one.name, LONGEST), "strong"),
      element(
        "span",
        { class: "tip-more" },
        [one.kind.label, formatCount(ties, "relation"), getChange(one)].filter(Boolean).join(", "),
      ),
    ];
  }
  const one = network.relations[relation];
  const claim = store.answer.claims[relation];
  return [
    element(
      "span",
      {},
      isolateNames(
        splitRelationSentence(network, one, one.source).map((words) => shorten(words, LONGEST / 2)),
      ),
    ),
    element(
      "span",
      { class: "tip-more" },
      [
        claim === "contested" ? "contested" : "",
        getChange(one),
        formatCount(one.references.length, "source"),
      ]
        .filter(Boolean)
        .join(", "),
    ),
  ];
}

/**
 * Builds the few words beside the pointer that name what it is on.
 * @param {object} view
 * @returns {(pointed: {actor: number|null, relation: number|null}, point: {x: number, y:
 *   number}|null) => void}
 */
export function createTip(view) {
  const tip = getPart("tip");
  return (pointed, point) => {
    const nothing = !point || (pointed.actor === null && pointed.relation === null);
    tip.hidden = nothing;
    if (nothing) return;
    tip.replaceChildren(...buildTip(view, pointed));
    const room = tip.parentElement.clientWidth - tip.offsetWidth - 8;
    tip.style.left = `${Math.max(8, Math.min(point.x + AWAY, room))}px`;
    tip.style.top = `${point.y + AWAY + tip.offsetHeight > tip.parentElement.clientHeight ? point.y - AWAY - tip.offsetHeight : point.y + AWAY}px`;
  };
}
