/** The words of a relation between its ends, in its tense, and its dates. */
import { formatDates } from "./dates.js";

/**
 * The words of a relation between its ends. The sentence begins with the actor, unless the type has
 * no words for this direction.
 *
 * @param {Relation} relation
 * @param {number} actorIndex
 * @returns {{near: number, verb: string, far: number}}
 */
export function chooseWording(relation, actorIndex) {
  const { source, target, type } = relation;
  const [forth, back] = chooseTense(relation);
  const verb = source === actorIndex ? "" : type.mutual ? forth : back;
  return verb ? { near: target, verb, far: source } : { near: source, verb: forth, far: target };
}

/**
 * The words there and back in the tense of a relation.
 * @param {Relation} relation
 */
function chooseTense({ type, over, planned }) {
  if (over) return [type.past || type.label, type.past && type.pastInverse];
  return planned && type.present ? [type.present, type.presentInverse] : [type.label, type.inverse];
}

/**
 * What says that a relation is over, or still to come, where its type has no words of that tense;
 * an event that is over is told by its date alone.
 * @param {Relation} relation
 */
export function getTenseWord({ over, planned, type }) {
  if (over) return type.past || type.event ? "" : "ended";
  return planned && !type.present ? "planned" : "";
}

/** @param {Relation} relation */
export function formatInterval({ start, end, type }) {
  return formatDates(start, end, type.event);
}
