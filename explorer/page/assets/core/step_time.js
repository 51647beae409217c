/** What a step says where a date is asked: a change within it, and what is missing. */
import { groupRelations } from "./claims.js";
import { endsWithStart, parseDate } from "./dates.js";

const MOST_COMPARED = 500; // dated relations of two actors and of one sign that read differently
const MOST_DESCRIBED = 20; // changes between two actors
/** Why something may hold, the least doubtful first. */
const REASONS = ["", "date in doubt", "end not known", "start not known", "undated"];

/**
 * Of a positive and a negative relation between the same actors: which came first, if that is
 * known, and the date within which the other may have followed.
 * @typedef {{first: Relation, second: Relation, date: string, ordered: boolean}} Turn
 */

/**
 * What is said at the end of a relation's sentence.
 * @param {Network} network
 * @param {Relation} relation
 * @returns {string} such as ", undated"; "" where it holds, or no date is asked
 */
export function markWhen({ reasons }, { index }) {
  const reason = reasons?.[index];
  return reason ? `, ${reason}` : "";
}

/**
 * What is said at the end of a step.
 * @param {Network} network
 * @param {number[]} indexes of its relations
 * @param {Claims} claims
 * @returns {{changed: string, missing: string}} such as " (changed within 1907)" and ", undated"
 */
export function describeStepTime(network, indexes, claims) {
  const { reasons } = network;
  if (!reasons) return { changed: "", missing: "" };
  const stands = indexes.filter(
    (index) => claims[index] !== "disputed" && !network.relations[index].disputes,
  );
  const dates = new Set(findTurns(stands.map((i) => network.relations[i])).map(({ date }) => date));
  const changed = dates.size ? ` (changed within ${joinDates([...dates])})` : "";
  const least = stands.reduce(
    (rank, index) => Math.min(rank, REASONS.indexOf(reasons[index])),
    REASONS.length,
  );
  return { changed, missing: stands.length && least > 0 ? `, ${REASONS[least]}` : "" };
}

/**
 * What changed on a step within a year, a month or a day of the time asked.
 * @param {Network} network
 * @param {number[]} indexes of its relations
 * @param {(relation: Relation) => string} describe its sentence
 * @returns {string[]} such as "Within 1907 this changed: A was allied with B (1904 to 1907), then
 *   ..."
 */
export function listTurnNotes({ reasons, relations }, indexes, describe) {
  if (!reasons) return [];
  const rows = indexes.map((index) => relations[index]);
  const turns = findTurns(rows);
  const notes = turns.slice(0, MOST_DESCRIBED).map(({ first, second, date, ordered }) => {
    const both = ordered
      ? `${describe(first)}, then ${describe(second)}.`
      : `${describe(first)}, and ${describe(second)}; the order is not known.`;
    return `Within ${date} this changed: ${both}`;
  });
  const isCut = turns.length > MOST_DESCRIBED || areTooMany(rows);
  return isCut ? [...notes, "There may be more such changes."] : notes;
}

/**
 * Finds where friend became foe, or foe friend, within one year, month or day. Relations that read
 * alike count once; of very many the first are compared.
 * @param {Relation[]} relations of the same two actors
 * @returns {Turn[]}
 */
export function findTurns(relations) {
  const compared = selectCompared(relations);
  return compared.flatMap((here, i) =>
    compared.slice(i + 1).flatMap((there) => {
      const differ = here.type.sign !== there.type.sign;
      return differ && here.disputes === there.disputes ? findTurn(here, there) : [];
    }),
  );
}

/**
 * The first of each sign, in order; none where all are of one.
 * @param {Relation[]} relations
 */
function selectCompared(relations) {
  const signed = listSigned(relations);
  const first = ["+", "-"].map((sign) =>
    signed.filter(({ type }) => type.sign === sign).slice(0, MOST_COMPARED),
  );
  const selected = new Set(first.flat());
  return first.every(({ length }) => length) ? signed.filter((each) => selected.has(each)) : [];
}

/**
 * Whether more relations are of one sign than are compared.
 * @param {Relation[]} relations
 */
function areTooMany(relations) {
  const signed = listSigned(relations);
  const positive = signed.filter(({ type }) => type.sign === "+").length;
  const counts = [positive, signed.length - positive];
  return Math.min(...counts) > 0 && Math.max(...counts) > MOST_COMPARED;
}

/**
 * The dated relations that are positive or negative; those that read alike once.
 * @param {Relation[]} relations
 */
function listSigned(relations) {
  const signed = relations.filter(({ type, start, end }) => type.sign !== "0" && (start || end));
  const groups = groupRelations(signed, ({ type, source, target, start, end, ...row }) =>
    JSON.stringify([
      ...[type.id, source, target, start, end],
      ...[row.disputes, row.claimant, row.basis],
    ]),
  );
  return groups.map(([first]) => first);
}

/**
 * @param {Relation} here
 * @param {Relation} there
 * @returns {Turn[]} at most one
 */
function findTurn(here, there) {
  const [date, back] = [findTurningDate(here, there), findTurningDate(there, here)];
  if (date) return [{ first: here, second: there, date, ordered: !back }];
  return back ? [{ first: there, second: here, date: back, ordered: true }] : [];
}

/**
 * The date within which the second may have followed the first; "" if it did not.
 * @param {Relation} first
 * @param {Relation} second
 */
function findTurningDate(first, second) {
  const last = endsWithStart(first, first.type.event) ? first.start : first.end;
  const [end, start] = [parseDate(last), parseDate(second.start)];
  if (!end || !start || end.first > start.last || start.first > end.last) return "";
  return end.last - end.first >= start.last - start.first ? last : second.start;
}

/** @param {string[]} dates */
function joinDates(dates) {
  return dates.length > 1 ? `${dates.slice(0, -1).join(", ")} and ${dates.at(-1)}` : dates[0];
}
