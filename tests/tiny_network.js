/** Networks small enough to work out by hand, written as the page's document would write them. */
import { readNetwork } from "../explorer/page/assets/core/network.js";

/** id, sign, mutual, influence, event, label, inverse, past, past_inverse */
const TYPES = [
  ["ally", "+", true, true, false, "is allied with", "is allied with", "was allied with", ""],
  ["opposes", "-", false, true, false, "opposes", "is opposed by", "opposed", "was opposed by"],
  ["funds", "+", false, true, false, "funds", "is funded by", "funded", "was funded by"],
  ["borders", "0", true, false, false, "borders", "borders", "bordered", ""],
  ["part_of", "0", false, true, false, "is part of", "includes", "was part of", "included"],
  ["member_of", "0", false, true, false, "is in", "has as a member", "was in", "had as a member"],
].map(([id, sign, mutual, influence, event, label, inverse, past, pastInverse]) => ({
  id,
  sign,
  mutual,
  influence,
  event,
  label,
  inverse,
  past,
  past_inverse: mutual ? past : pastInverse,
}));
const PLAIN_TYPES = TYPES.slice(0, 4); // without those of parts, where nothing has any
const KINDS = [
  { id: "person", label: "person" },
  { id: "state", label: "state" },
];
const ACTOR = {
  name: "",
  aliases: [],
  kind: "state",
  description: "",
  start: "",
  end: "",
  reference: [],
};
const RELATION = {
  type: "ally",
  start: "",
  end: "",
  weight: 1,
  confidence: null,
  grade: "",
  disputes: 0,
  claimant: "",
  basis: "stated",
  over: 0,
  reference: [],
  note: "",
};
const SOURCE = {
  title: "",
  author: "",
  publisher: "",
  date: "",
  url: "",
  archive_url: "",
  via: "",
  citation: "",
};

/**
 * @param {{actors: (string|object)[], relations?: (string|object)[], sources?: object[], fold?:
 *   object, kinds?: object[], surnames?: object, weak_words?: string[], measures?: object[],
 *   communities?: object, camps?: object}}
 *   parts an actor may be its id alone; a relation "a funds b",
 *   or {tie: "a funds b", start: "2022"}
 * @returns {import("../explorer/page/assets/core/network.js").Network}
 */
export function tinyNetwork({ measures = [], communities, camps, ...parts }) {
  return readNetwork({
    about: {},
    network: tinyTables(parts),
    measures,
    communities,
    camps,
    drawing: {},
  });
}

/** The "network" part of a document. */
export function tinyTables({
  actors,
  relations = [],
  sources = [],
  fold = {},
  kinds = KINDS,
  ...parts
}) {
  const actorRows = actors.map((actor) =>
    actorRow(typeof actor === "string" ? { id: actor } : actor, kinds),
  );
  const ids = new Map(actorRows.map(({ id }, index) => [id, index]));
  const relationRows = relations.map((relation, index) => relationRow(relation, index, ids));
  return {
    kinds,
    types: relationRows.some(({ type }) => type >= PLAIN_TYPES.length) ? TYPES : PLAIN_TYPES,
    sources: columns(
      sources.map((source) => ({ ...SOURCE, ...source })),
      ["id", ...Object.keys(SOURCE)],
    ),
    actors: { ...columns(actorRows, ["id", ...Object.keys(ACTOR)]), attributes: {} },
    relations: {
      ...columns(relationRows, ["id", "source", "target", ...Object.keys(RELATION)]),
      attributes: {},
    },
    fold,
    latest_day: 0,
    ...parts,
  };
}

/**
 * The same choice of numbers on every run: a linear congruence, good enough for shapes of networks.
 */
export function seededNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function actorRow(actor, kinds) {
  const kind = kinds.findIndex(({ id }) => id === (actor.kind ?? ACTOR.kind));
  return { ...ACTOR, name: actor.id, ...actor, kind };
}

function relationRow(relation, index, ids) {
  const { tie, ...rest } = typeof relation === "string" ? { tie: relation } : relation;
  const [source, type, target] = tie.split(" ");
  return {
    id: `r${index}`,
    ...RELATION,
    ...rest,
    source: ids.get(source),
    target: ids.get(target),
    type: TYPES.findIndex(({ id }) => id === type),
  };
}

function columns(rows, names) {
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}
