/** The path that is shown, as the timeline marks it: its relations, and when it may hold. */
import { parseDate } from "../core/dates.js";
import { describeJointTime } from "../core/joint_time.js";

/**
 * @param {Store} store
 * @param {TimelineScale} scale
 * @returns {TimelinePath|null} null where no path is shown
 */
export function findTimelinePath({ answer, network, state }, scale) {
  const path = answer.path?.paths[state.pathNumber - 1];
  if (!path?.steps.length) return null;
  const { jointTime } = path.support;
  const [source, target] = [path.actors[0], path.actors[path.actors.length - 1]].map(
    (index) => network.actors[index].name,
  );
  const marked = `The steps of the path from ${source} to ${target} have their numbers.`;
  const stepByRelation = new Map(
    path.steps.flatMap(({ relations }, step) => relations.map((index) => [index, step + 1])),
  );
  const held = path.steps.length > 1 ? describeJointTime(jointTime) : "";
  const bands = held ? jointTime.times.flatMap((time) => findBand(time, scale)) : [];
  const shaded = bands.length ? "Those years are shaded." : "";
  return { words: [marked, held, shaded].filter(Boolean).join(" "), stepByRelation, bands };
}

/**
 * @param {readonly [string, string]} time an open end is blank
 * @param {TimelineScale} scale
 */
function findBand([from, to], scale) {
  const [first, last] = [parseDate(from), parseDate(to)];
  if (!first && !last) return [];
  /** @param {number} x */
  const clamp = (x) => Math.min(scale.width, Math.max(0, x));
  const x = first ? clamp(scale.x(first.first)) : 0;
  const end = last ? clamp(scale.x(last.last + 1)) : scale.width;
  return [{ x, width: Math.max(2, end - x) }];
}
