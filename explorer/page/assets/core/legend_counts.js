/** What the legend counts: the relations and actors that all the other filters let through. */
import { maskActors, maskRelations } from "./filters.js";
import { CHANGES } from "./versions.js";

/**
 * @param {Network} network
 * @param {Filters} filters
 * @returns {LegendCounts}
 */
export function countForLegend(network, filters) {
  return {
    types: countTypes(network, filters),
    kinds: countKinds(network, filters),
    bases: countBases(network, filters),
    changes: network.versions && countChanges(network, filters),
  };
}

/**
 * How many relations of each type all the other filters let through.
 *
 * @param {Network} network
 * @param {Filters} filters
 * @returns {Map<string, number>} type id -> count, for every type
 */
export function countTypes(network, filters) {
  const mask = maskRelations(network, { ...filters, avoid: new Set() });
  return countByGroup(network.types, network.relations, mask, (relation) => relation.type.id);
}

/**
 * How many actors of each kind all the other filters let through.
 *
 * @param {Network} network
 * @param {Filters} filters
 * @returns {Map<string, number>} kind id -> count, for every kind
 */
export function countKinds(network, filters) {
  const others = { ...filters, avoidKind: new Set() };
  const visible = maskActors(network, others, maskRelations(network, others));
  return countByGroup(network.kinds, network.actors, visible, (actor) => actor.kind.id);
}

/**
 * How many relations of each basis all the other filters let through.
 *
 * @param {Network} network
 * @param {Filters} filters
 * @returns {Map<string, number>} by basis
 */
export function countBases(network, filters) {
  const others = { ...filters, basis: new Set(), avoidBasis: new Set() };
  const mask = maskRelations(network, others);
  const groups = [...network.basisById.values()];
  return countByGroup(groups, network.relations, mask, ({ basis }) => basis);
}

/**
 * How many actors and relations of each change all the other filters let through.
 *
 * @param {Network} network
 * @param {Filters} filters
 * @returns {{actors: Map<string, number>, relations: Map<string, number>}} by change, each of
 *   `CHANGES`
 */
export function countChanges(network, filters) {
  const others = { ...filters, hideChanges: new Set() };
  const mask = maskRelations(network, others);
  const groups = CHANGES.map((id) => ({ id }));
  /**
   * @param {NetworkRow[]} rows
   * @param {Uint8Array} kept
   */
  const count = (rows, kept) => countByGroup(groups, rows, kept, ({ change }) => change ?? "");
  return {
    actors: count(network.actors, maskActors(network, others, mask)),
    relations: count(network.relations, mask),
  };
}

/**
 * Counts the rows that are selected, by group.
 * @template {NetworkRow} T
 * @param {{id: string}[]} groups
 * @param {T[]} rows
 * @param {Uint8Array} selected
 * @param {(row: T) => string} groupOf
 * @returns {Map<string, number>}
 */
function countByGroup(groups, rows, selected, groupOf) {
  const counts = new Map(groups.map(({ id }) => [id, 0]));
  rows.forEach((row, index) => {
    if (selected[index]) counts.set(groupOf(row), (counts.get(groupOf(row)) ?? 0) + 1);
  });
  return counts;
}
