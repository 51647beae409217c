import { makeDefaultFilters } from "./filters.js";
import { WITHOUT_RELATIONS } from "./lone_actors.js";
import { ORDERS } from "./path_question.js";

/** What the page can show; the first is what it opens with. */
export const VIEWS = ["network", "table", "timeline"];

/** The tables of the view of that name; the first is what it opens with. */
export const TABLES = /** @type {TableName[]} */ (["actors", "relations"]);

/** What the view of that name shows: a line for each relation, or how the network changes. */
export const TIMELINES = ["relations", "changes"];

export const LONGEST_QUESTION = 2_000;
export const WIDEST_EGO = 9;
export const LONGEST_FIND = 200;
export const HIGHEST_PATH_NUMBER = 100000;
export const MOST_NAMED = 10; // actors through whom a path leads
export const MOST_STEPPED = 100; // paths that are stepped through

/** @returns {State} the page as it opens */
export function makeDefaultState() {
  return {
    view: VIEWS[0],
    actor: "",
    relation: "",
    path: null,
    pathNumber: 1,
    pathAlone: false,
    directed: false,
    pathTimes: "",
    pathBy: ORDERS[0],
    pathK: 0,
    pathMaxLength: 0,
    pathHubs: true,
    pathAvoid: new Set(),
    ask: "",
    askNumber: 0,
    askAlone: false,
    filters: makeDefaultFilters(),
    sizeBy: "",
    colourBy: "",
    withoutRelations: WITHOUT_RELATIONS[0],
    rankBy: "",
    panel: "",
    ego: 0,
    whole: false,
    source: "",
    unsourced: false,
    community: 0,
    table: TABLES[0],
    sort: "",
    find: "",
    timeline: TIMELINES[0],
    fold: new Set(),
    foldCommunity: new Set(),
    step: null,
  };
}
