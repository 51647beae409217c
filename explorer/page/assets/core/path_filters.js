/** What a search for a path selects: the filters, and what of them can be left out by itself. */
import { getClaimantId } from "./claim_words.js";
import { keepAmong, keepTypes, maskActors, maskRelations } from "./filters.js";
import { listSpans } from "./lifetimes.js";
import { maskForPaths } from "./versions.js";

/**
 * What can be left out by itself, in order: the link's fields. Those with several values are left
 * out a value at a time.
 *
 * @param {PathSearch} search
 * @returns {FilterPart[]}
 */
export function listParts({ filters, pathAvoid, directed, own = {} }) {
  const asksTime = listSpans(filters).length > 0;
  /** @type {[name: string, is: unknown][]} */
  const whole = [
    ["directed", directed],
    ["certain", asksTime && filters.certain],
    ["at", listSpans({ ...filters, from: "", to: "" }).length],
    ["between", listSpans({ ...filters, at: "" }).length],
    ["unrated", !filters.unrated],
    ["min_confidence", filters.minConfidence > 0],
    ["only", own.only?.length],
    ["kind", own.kind?.length],
    ["only_actor", own.only_actor],
    ["according_to", filters.accordingTo.size || own.according_to?.length],
    ["basis", filters.basis.size || own.basis?.length],
  ];
  /** @type {[name: string, values: Iterable<string>][]} */
  const single = [
    ["avoid", new Set([...filters.avoid, ...pathAvoid])],
    ["avoid_kind", filters.avoidKind],
    ["avoid_basis", filters.avoidBasis],
    ["avoid_actor", filters.avoidActor],
    ["without_source", filters.withoutSource ? [filters.withoutSource] : []],
    ["hide_changes", filters.hideChanges],
  ];
  return [
    ...whole.filter(([, is]) => is).map(([name]) => ({ name, value: "" })),
    ...single.flatMap(([name, values]) => [...values].map((value) => ({ name, value }))),
  ];
}

/**
 * @param {PathSearch} search
 * @param {FilterPart} part
 * @returns {PathSearch}
 */
export function leaveOut(search, { name, value }) {
  const { filters, pathAvoid, directed, own } = search;
  /** @param {Set<string>} set */
  const less = (set) => new Set([...set].filter((each) => each !== value));
  /** @type {Record<string, Partial<Filters>>} */
  const changes = {
    certain: { certain: false },
    at: { at: "" },
    between: { from: "", to: "" },
    unrated: { unrated: true },
    min_confidence: { minConfidence: 0, unrated: true },
    according_to: { accordingTo: new Set() },
    basis: { basis: new Set() },
    avoid: { avoid: less(filters.avoid) },
    avoid_kind: { avoidKind: less(filters.avoidKind) },
    avoid_basis: { avoidBasis: less(filters.avoidBasis) },
    avoid_actor: { avoidActor: less(filters.avoidActor) },
    without_source: { withoutSource: "" },
    hide_changes: { hideChanges: less(filters.hideChanges) },
  };
  return {
    filters: { ...filters, ...changes[name] },
    pathAvoid: name === "avoid" ? less(pathAvoid) : pathAvoid,
    directed: directed && name !== "directed",
    own: { ...own, [name]: undefined },
  };
}

/**
 * The relations that are followed, and the actors that are left.
 *
 * @param {Network} network
 * @param {PathSearch} search
 * @returns {Masks}
 */
export function maskSearch(network, { filters, pathAvoid, own = {} }) {
  const combined = own.kind?.length ? keepKinds(network, filters, own.kind) : filters;
  const types = new Set(own.only?.length ? own.only : network.types.map(({ id }) => id));
  const claimants = new Set(own.according_to);
  const bases = new Set(own.basis);
  /** @param {Relation} relation */
  const isOwn = (relation) =>
    (!claimants.size || claimants.has(getClaimantId(network, relation))) &&
    (!bases.size || bases.has(relation.basis));
  const filtered = maskRelations(network, combined);
  const masks = {
    mask: keepTypes(network, filtered, (type) => types.has(type) && !pathAvoid.has(type)).map(
      (one, index) => (one && isOwn(network.relations[index]) ? 1 : 0),
    ),
    actors: maskActors(network, combined, filtered),
  };
  const among = own.only_actor ? keepAmong(network, masks, own.only_actor) : masks;
  return { ...among, mask: maskForPaths(network, among.mask, filters.version) };
}

/**
 * @param {Network} network
 * @param {Filters} filters
 * @param {string[]} chosen
 * @returns {Filters}
 */
function keepKinds({ kinds }, filters, chosen) {
  const others = kinds.map(({ id }) => id).filter((id) => !chosen.includes(id));
  return { ...filters, avoidKind: new Set([...filters.avoidKind, ...others]) };
}

/**
 * @param {string} name
 * @param {string} value
 */
function readPartValue(name, value) {
  return name === "max_length" ? Number(value) : value;
}

/**
 * What is meant by a part, as Python has it: its words, dates, number or ids.
 *
 * @param {Network} network
 * @param {PathSearch} search
 * @param {FilterPart} part
 * @returns {{name: string, arguments: (string|number)[], certain?: boolean, unrated?: boolean}}
 */
export function toPartFields(network, { filters, own = {} }, { name, value }) {
  if (value) return { name, arguments: [readPartValue(name, value)] };
  const { at, from, to, minConfidence, certain, unrated } = filters;
  const time = certain ? { certain } : {};
  if (name === "at") return { name, arguments: [at], ...time };
  if (name === "between") return { name, arguments: [from, to], ...time };
  if (name === "min_confidence") {
    return { name, arguments: [minConfidence], ...(unrated ? {} : { unrated }) };
  }
  /** @type {Record<string, Iterable<string>|undefined>} */
  const words = {
    only: own.only,
    kind: own.kind,
    only_actor: own.only_actor?.map((index) => network.actors[index].id),
    according_to: new Set([...filters.accordingTo, ...(own.according_to ?? [])]),
    basis: new Set([...filters.basis, ...(own.basis ?? [])]),
  };
  return { name, arguments: [...(words[name] ?? [])] };
}
