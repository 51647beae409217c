/** On which days a relation may hold, as day numbers; `graph/data/lifetimes.py` has the rules. */

const BEFORE_EVERY_DAY = -2_000_000_000;
const AFTER_EVERY_DAY = 2_000_000_000;
const DAYS_OF_MONTH = 31;
const DAYS_OF_YEAR = 12 * DAYS_OF_MONTH;
const DATE = /^(?:(\d{3,4}|-\d{1,6})(?:-(\d{2})(?:-(\d{2}))?)?|(-?\d{2})(?:(\d)X|XX))([~?]?)$/;

/** @typedef {[first: number, last: number]} DayRange */

/**
 * @param {Network} network
 * @param {Relation} relation
 * @returns {DayRange} no longer than both its actors; the first is after the last where nothing is
 *   left
 */
export function findPossibleDays(network, relation) {
  const ranges = [relation.source, relation.target].map((index) =>
    findActorDays(network, network.actors[index]),
  );
  const { start, end, type } = relation;
  const first = readDays(start)?.[0] ?? BEFORE_EVERY_DAY;
  const last =
    end === "ended"
      ? findDayOfWriting(network, relation)
      : (readDays(end || (type.event ? start : ""))?.[1] ?? AFTER_EVERY_DAY);
  return [
    Math.max(first, ...ranges.map((range) => range[0])),
    Math.min(last, ...ranges.map((range) => range[1])),
  ];
}

/**
 * @param {Network} network
 * @param {Actor} actor
 * @returns {DayRange}
 */
function findActorDays(network, actor) {
  return [
    readDays(actor.start)?.[0] ?? BEFORE_EVERY_DAY,
    actor.end === "ended"
      ? findDayOfWriting(network, actor)
      : (readDays(actor.end)?.[1] ?? AFTER_EVERY_DAY),
  ];
}

/**
 * The latest day of the sources that a row cites, else the latest of the data.
 * @param {Network} network
 * @param {NetworkRow} row
 */
function findDayOfWriting(network, { references }) {
  const dates = references.flatMap(({ source }) => readDays(source?.date ?? "", false) ?? []);
  return dates.length ? Math.max(...dates) : network.latestDay;
}

/**
 * The first and the last day that a date may mean.
 * @param {string} text
 * @param {boolean} [doubtful] whether a doubt counts
 * @returns {DayRange|null} null where it is no date
 */
function readDays(text, doubtful = true) {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year, month, day, century, decade, doubt] = match;
  const [first, last] = century
    ? spanYears(century, decade)
    : [
        countDays(Number(year), Number(month ?? 1), Number(day ?? 1)),
        countDays(Number(year), Number(month ?? 12), Number(day ?? DAYS_OF_MONTH)),
      ];
  const margin = doubt && doubtful ? last - first + 1 : 0;
  return [first - margin, last + margin];
}

/**
 * @param {string} century
 * @param {string|undefined} decade
 * @returns {DayRange}
 */
function spanYears(century, decade) {
  const years = decade === undefined ? 100 : 10;
  const nearest = Number(century.replace("-", "") + (decade ?? "")) * years;
  const first = century.startsWith("-") ? 1 - years - nearest : nearest;
  return [countDays(first, 1, 1), countDays(first + years, 1, 1) - 1];
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function countDays(year, month, day) {
  return year * DAYS_OF_YEAR + (month - 1) * DAYS_OF_MONTH + day - 1;
}
