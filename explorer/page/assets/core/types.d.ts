/**
 * The types of what the page computes with: its document, the network read from it, the state and
 * what follows from a state. They are global, so that JSDoc in any module can name them.
 */

// ---- The page's document: JSON, by columns, as explorer/page/document.py writes it

/** A value a row: as a list, one value for all rows, or codes of few values. */
type PackedColumn<T> = T[] | { all: T } | { levels: T[]; codes: number[] };

type PackedTable = Record<string, PackedColumn<any>> & { id: PackedColumn<string> };

interface PageDocument {
  about?: About;
  network: PackedNetwork;
  measures?: (Omit<Measure, "scores"> & { scores: PackedColumn<number | null> })[];
  communities?: PackedCommunities;
  camps?: PackedCamps;
  rank_doubt?: RankDoubt;
  brokers?: Brokers;
  styles: DocumentStyles;
  drawing: Drawing;
  saved?: Partial<Saved>;
  story?: Story;
  comparison?: PackedComparison;
  span?: OwnSpan;
}

interface PackedNetwork {
  kinds: Kind[];
  types: (Omit<RelationType, "pastInverse" | "presentInverse"> & {
    past_inverse: string;
    present_inverse: string;
  })[];
  sources: RowTable;
  actors: RowTable;
  relations: RowTable;
  /** The ids of version 0.1 without their "r", a word a relation; see explorer/page/former_ids.py. */
  former_relation_ids?: string;
  fold?: Record<string, string>;
  surnames?: Record<string, string>;
  weak_words?: string[];
  /** The latest day of the data, as a day number. */
  latest_day?: number;
  /** The one spelling of each host that is not written in plain letters. */
  hosts?: Record<string, string>;
  unused_phrases?: string[];
}

/** Columns of actors, relations or sources; `attributes` are the columns of the author's own. */
type RowTable = Record<string, any> & {
  id: PackedColumn<string>;
  attributes?: Record<string, PackedColumn<string>>;
};

interface PackedCommunities {
  number?: PackedColumn<number | null>;
  foremost?: number[][];
  modularity?: number;
  agreement?: string;
}

/** See `explorer/page/rank_doubt.py`. */
interface RankDoubt {
  notes: string[];
  omissions: string[];
  measures: Record<string, RankRanges>;
}

interface RankRanges {
  best: number[];
  worst: number[];
  falls_to: number[];
  without: (number | null)[];
  missing: Record<number, string>;
}

/** See `explorer/page/brokers.py`. */
interface Brokers {
  sentence: string;
  notes: string[];
  /** `camp_roles`: only where camps are proved. */
  brokers: { actor: number; figures: string[]; roles: string; camp_roles?: string }[];
  parting: BrokerFact[];
  players: BrokerFact[];
}

/** A sentence, and the actors that it names. */
interface BrokerFact {
  actors: number[];
  sentence: string;
}

/** See `explorer/page/camps.py`. */
interface PackedCamps extends CampFacts {
  number: PackedColumn<number | null>;
}

interface CampFacts {
  names: string[];
  short_names: string[];
  counts: number[];
  foremost: number[][];
  /** Whether the page opens coloured by camp, with camps apart. */
  opens: boolean;
  undecided: number[];
  unplaced: number[];
  /** Places and assets that are on a side. */
  apart: number[];
  sentence: string;
  notes: string[];
  findings: { actors: number[]; sentence: string }[];
  /** By how sure they are. */
  tensions: { title: string; items: CampTension[] }[];
  /** How many there are in all; of many the first are listed. */
  tension_count: number;
  triangles: CampTension[];
  triangle_count: number;
  /** Actors whose time ended before a year: they are drawn below, in grey. */
  past: number[];
  past_limit: string;
  /** Where actors are drawn when camps stand apart; not where a reader arranged them. */
  x?: number[];
  y?: number[];
}

interface CampTension {
  actors: number[];
  sentence: string;
  support: string;
}

interface Camps extends CampFacts {
  numberOf: (number | null)[];
}

interface PackedComparison {
  before: Counts;
  after: Counts;
  actors: PackedChanges;
  relations: PackedChanges;
}

/**
 * `changes`: a number of `CHANGES` a row; `changed`: the rows that differ; `was`: what they were.
 */
interface PackedChanges {
  changes: PackedColumn<number>;
  changed: number[];
  fields: [field: string, before: string, after: string][][];
  was: RowTable;
}

interface DocumentStyles {
  types: { color: string; dashes: number[] }[];
  kinds: { shape: string; color: string }[];
}

/** What pyvis wrote for vis-network: options, and the columns of nodes and edges. */
interface Drawing {
  options: VisOptions;
  nodes: Record<string, PackedColumn<any>>;
  edges: Record<string, PackedColumn<any>>;
}

/** What a layout.json beside the data held when the page was made; `state` is a hash. */
interface Saved {
  placed: boolean;
  notes: { actors: Record<string, string>; relations: Record<string, string> };
  state: string;
}

/** The time that a page was made for, as its filters have it. */
type OwnSpan = Pick<Filters, "at" | "from" | "to" | "certain">;

interface About {
  title: string;
  description: string;
  version: string;
  command: string;
  redacted: boolean;
  embed: boolean;
  actors: number;
  relations: number;
  earliest: string;
  latest: string;
  inputs: { file: string; sha256: string }[];
}

// ---- The network

interface Network {
  actors: Actor[];
  relations: Relation[];
  /** The time that the page was made for; null for all times. */
  span: OwnSpan | null;
  kinds: Kind[];
  types: RelationType[];
  sources: Source[];
  actorById: Map<string, Actor>;
  relationById: Map<string, Relation>;
  typeById: Map<string, RelationType>;
  kindById: Map<string, Kind>;
  sourceById: Map<string, Source>;
  /** By what a row may cite: the id, or the address of the source. */
  sourceByCitation: Map<string, Source>;
  changeById: Map<string, { id: string }>;
  /** The independent voice that each source is, by the source's id, and its address. */
  voiceById: Map<string, string>;
  /** The one spelling of each host that is not written in plain letters. */
  hosts: Map<string, string>;
  /** What types of which there is no relation are called in patterns. */
  unusedPhrases: string[];
  /** Everyone who says something: actors by id, others in words. */
  claimantById: Map<string, { id: string; name: string }>;
  basisById: Map<string, { id: string }>;
  /** The relations of each actor by their index, in row order. */
  ties: number[][];
  /** Non-ASCII character -> lower-case ASCII. */
  fold: Map<string, string>;
  /** Name of a person -> its surname, where that is not the last word; empty where none is sure. */
  surnames: Map<string, string>;
  /** Folded words that identify nothing beside a number: of, august, ii. */
  weakWords: Set<string>;
  /** Until then an end `..` is known, where no dated source is cited; a day number. */
  latestDay: number;
  /** What sentences say of the relations that may hold at the date asked; null where none is. */
  reasons: Reasons | null;
  /** Those of what the filters select, as `communities` are; see core/scores.js. */
  measures: Measure[];
  communities: Communities;
  /** null where there are no two camps, or the network is too large to know. */
  camps: Camps | null;
  /** null where the network is too large to know. */
  rankDoubt: RankDoubt | null;
  /** null where the network is too large to know, or has none. */
  brokers: Brokers | null;
  /** Those of all, as the page's document has them. */
  whole: Scores;
  story: Story | null;
  saved: Saved;
  about: About;
  /** null where the page has one version of the data. */
  versions: Versions | null;
}

interface Kind {
  id: string;
  label: string;
}

interface RelationType {
  id: string;
  sign: Sign;
  mutual: boolean;
  influence: boolean;
  /** Whether it is over when it is done. */
  event: boolean;
  /** The words from source to target, and back; without the latter, the row's order is kept. */
  label: string;
  inverse: string;
  /** The same for what is over; empty where there are none. */
  past: string;
  pastInverse: string;
  /** The same for an event that is still to come. */
  present: string;
  presentInverse: string;
}

/** The words of a relation between its ends, and what a step says of it in brackets. */
interface Phrase {
  near: number;
  verb: string;
  far: number;
  marks: string;
}

type Basis = "stated" | "inferred" | "alleged";

type Sign = "+" | "-" | "0";

interface Source {
  index: number;
  id: string;
  title: string;
  author: string;
  publisher: string;
  date: string;
  url: string;
  archiveUrl: string;
  /** The id of the source that quotes it. */
  via: string;
  /** The same text for sources that are one voice. */
  voice: string;
  citation: string;
  attributes: Map<string, string>;
}

/** A source of the data, or a text of the person who wrote the row. */
interface Reference {
  source?: Source;
  text?: string;
}

/** What actors and relations share; `change` and `fields` only where the page has two versions. */
interface NetworkRow {
  index: number;
  id: string;
  start: string;
  end: string;
  references: Reference[];
  attributes: Map<string, string>;
  change?: Change;
  fields?: FieldChange[];
}

interface Actor extends NetworkRow {
  name: string;
  aliases: string[];
  kind: Kind;
  description: string;
}

interface Relation extends NetworkRow {
  /** Index of an actor, as `target` is. */
  source: number;
  target: number;
  type: RelationType;
  weight: number;
  confidence: number | null;
  grade: string;
  disputes: boolean;
  /** The name of who says so, or words; empty where nobody is named. */
  claimant: string;
  /** The index of that actor. */
  claimantActor: number | null;
  basis: Basis;
  /** Whether it is over, so that sentences are in the past tense. */
  over: boolean;
  /** Whether it is an event that is still to come, so that sentences are in the present tense. */
  planned: boolean;
  /** How many rows it stands for, where a mutual type is listed both ways. */
  claimCount?: number;
  note: string;
}

/** The measures and the communities of a part of the network, or of all. */
interface Scores {
  measures: Measure[];
  communities: Communities;
}

/**
 * A simple graph: the neighbours of a node are those from offsets[node] up to offsets[node + 1], in
 * ascending order.
 */
interface ShownGraph {
  size: number;
  offsets: Int32Array;
  neighbours: Int32Array;
  edgeCount: number;
}

/** Years in which the network is the same; `to` is null for the last ones. */
interface NetworkPeriod {
  from: number;
  to: number | null;
  actors: number;
  relations: number;
  components: number;
  /** null for fewer than two actors. */
  density: number | null;
  /** The rows of the foremost actors. */
  first: number[];
  scores: (number | null)[];
  /** null where it takes long to know. */
  frustration: number | null;
  balanced: number;
  triangles: number;
  /** The members of each camp; null where it takes long to know. */
  camps: number[][] | null;
}

interface Timeline {
  measure: string;
  periods: NetworkPeriod[];
  sentence: string;
  notes: string[];
}

/** A figure of a network's structure; `isShare`: it is no count. */
interface Figure {
  name: string;
  label: string;
  /** null where it is not defined. */
  value: number | null;
  isShare?: boolean;
}

type Topic = "structure" | "connection" | "paths" | "ranks" | "balance" | "camps";

/** Something that differs in the answers before and after; a path that was asked for may not. */
interface Consequence {
  topic: Topic;
  /** The actor that it is about, where it is about one. */
  actor?: number;
  label: string;
  before: string;
  after: string;
}

/** What is selected as it is, and as it is supposed. */
interface Supposition {
  before: Filters;
  after: Filters;
  /** The measure by which actors are ranked. */
  measure: string;
  /** The two ends of the path that is asked for; none where none is. */
  ends: number[];
  text: string;
}

interface WhatIf {
  sentence: string;
  /** What else is left out. */
  before: Filters;
  consequences: Consequence[];
  notes: string[];
  /** What could not be compared, as it takes long to know. */
  unknown: string[];
}

/** The score of each actor, null where the measure says nothing of the actor. */
interface Measure {
  id: string;
  label: string;
  scores: (number | null)[];
  /** How the scores were estimated, where they are. */
  sampled?: string;
  /** What the measure leaves out, and what its scores cannot say: a sentence each. */
  notes?: string[];
  /** What the measure means. */
  facts?: { question: string; formula: string; misleads: string };
}

/**
 * `numberOf`: each actor's community, null for an actor in none; `alone`: how many are in none;
 * `agreement`: how far the tries that found them agree, where they do not.
 */
interface Communities {
  numberOf: (number | null)[];
  list: Community[];
  alone: number;
  modularity: number;
  agreement: string;
}

/** `number`: from 1; `actors`: in row order; `foremost`: those with the weightiest ties inside. */
interface Community {
  number: number;
  actors: number[];
  foremost: number[];
}

// ---- Two versions of the data

type Version = "both" | "before" | "after";
type Change = "same" | "removed" | "added" | "changed";

interface Counts {
  actors: number;
  relations: number;
}

interface FieldChange {
  field: string;
  before: string;
  after: string;
}

/** `shown`: the version whose values the changed rows have at present. */
interface Versions {
  shown: Version;
  before: Counts;
  after: Counts;
  changed: ChangedRow[];
}

/** `names`: the values that may differ between versions. */
interface ChangedRow {
  row: Record<string, any>;
  names: string[];
  before: Record<string, any>;
  after: Record<string, any>;
}

// ---- The story

interface Story {
  title: string;
  introduction: Block[];
  steps: { heading: string; text: Block[]; link: string }[];
}

/** A paragraph, a list (`first` is null where it has no numbers), or a quotation. */
interface Block {
  paragraph?: Run[];
  items?: Block[][];
  first?: number | null;
  quote?: Block[];
}

/** Words of one style. */
interface Run {
  text: string;
  emphasis?: boolean;
  strong?: boolean;
  link?: string;
}

// ---- What the page shows

interface State {
  view: string;
  actor: string;
  relation: string;
  path: string[] | null;
  /** Number of the path shown, from 1. */
  pathNumber: number;
  /** Whether nothing but that path is drawn. */
  pathAlone: boolean;
  directed: boolean;
  /** What the path demands of the times of its steps: "together", "in_order" or "". */
  pathTimes: string;
  pathBy: PathOrder;
  /** How many paths are asked for, the best first; 0 for those that are equally good. */
  pathK: number;
  /** The most steps of a path; 0 for any number. */
  pathMaxLength: number;
  /** Whether it costs nothing to pass through an actor with many neighbours. */
  pathHubs: boolean;
  /** Types that only the path avoids. */
  pathAvoid: Set<string>;
  /** A question that is typed, "" for none; the number of a group of its answer, 0 for all; and
   * whether nothing but that is drawn. */
  ask: string;
  askNumber: number;
  askAlone: boolean;
  filters: Filters;
  /** Id of a measure, or "", as `rankBy` is. */
  sizeBy: string;
  /** Id of a colouring, see `colourings.js`. */
  colourBy: string;
  /** What becomes of actors all of whose relations are filtered away. */
  withoutRelations: string;
  rankBy: string;
  /** The panel that the reader opened; "" for the one that describes what is chosen. */
  panel: string;
  /** Steps around the actor; 0 for the whole network. */
  ego: number;
  /** Whether all of a large network is drawn, not only its foremost actors. */
  whole: boolean;
  /** Id of the source whose relations are emphasised, or "". */
  source: string;
  /** Whether what has no source is emphasised. */
  unsourced: boolean;
  /** Number of the community that is drawn alone; 0 for all. */
  community: number;
  /** The table that is open, by which column it is sorted ("-id" from the highest), and the text
   * that its rows have. */
  table: TableName;
  sort: string;
  find: string;
  /** What the timeline shows, one of `TIMELINES`. */
  timeline: string;
  /** Ids of actors, and numbers of communities, that are drawn as one mark each. */
  fold: Set<string>;
  foldCommunity: Set<number>;
  /** Step of the story; 0 for its introduction, null while the story is closed. */
  step: number | null;
  /** Where a reader moved actors to, in the layout's own measure; no part of the address. */
  moved?: Map<string, Point2>;
}

/** The names are those of Python, of the options and of links. */
interface Filters {
  avoid: Set<string>;
  avoidKind: Set<string>;
  avoidActor: Set<string>;
  at: string;
  from: string;
  to: string;
  certain: boolean;
  minConfidence: number;
  unrated: boolean;
  accordingTo: Set<string>;
  basis: Set<string>;
  avoidBasis: Set<string>;
  withoutSource: string;
  version: Version;
  hideChanges: Set<string>;
}

// ---- Time

/**
 * The days that a date may mean, as day numbers; `margin`: how many earlier or later they may be.
 * With digits that are not known (185X) one of them is meant, and not known which.
 */
interface Days {
  first: number;
  last: number;
  margin: number;
  hasUnknownDigits: boolean;
}

/** The days that are asked about, both included. */
interface Span {
  first: number;
  last: number;
}

/**
 * For each row the days between which it began, and between which it ended. It certainly began by
 * `latestStart`, and lasted at least until `earliestEnd`.
 */
interface Lifetimes {
  earliestStart: Int32Array;
  latestStart: Int32Array;
  earliestEnd: Int32Array;
  latestEnd: Int32Array;
}

/** A bar, or a gap: years in which nothing starts or ends. */
interface YearBin {
  from: number;
  to: number;
  gap: boolean;
}

/** By bar; `yearless`: how many relations have no year of a start or an end. */
interface YearCounts {
  starts: Int32Array;
  holding: Int32Array;
  yearless: number;
}

/** `edges`: where each bar begins, and the last one ends; `x`: of a year, or a part of one. */
interface YearAxis {
  width: number;
  edges: number[];
  bin(x: number): number;
  x(year: number): number;
  /** `edge`: where the year begins; `label`: the middle of its label. */
  ticks: { index: number; year: number; edge: number; label: number }[];
  breaks: { x: number; width: number }[];
}

// ---- What follows from a state

type Standing = "stands" | "contested" | "disputed";

/** The standing of each relation. */
type Claims = Standing[];

/** For each relation why it merely may hold at the date asked; "" where it holds. */
type Reasons = string[];

/** 1 for each relation, and each actor, that is selected. */
interface Masks {
  mask: Uint8Array;
  actors: Uint8Array;
}

/** What the filters select. */
interface Selected extends Masks {
  claims: Claims;
  /** Whether each relation holds at the date asked; null, as `reasons` is, where none is. */
  states: Uint8Array | null;
  reasons: Reasons | null;
  /** The actors with most relations; null where the network is drawn whole. */
  foremost: Set<number> | null;
  legendCounts: () => LegendCounts;
}

/** How many all the other filters let through, by what the rows of the legend stand for. */
interface LegendCounts {
  types: Map<string, number>;
  kinds: Map<string, number>;
  bases: Map<string, number>;
  changes: ChangeCounts | null;
}

interface ChangeCounts {
  actors: Map<string, number>;
  relations: Map<string, number>;
}

/** Everything the page says about a state. */
interface Answers extends Selected {
  kept: Selected;
  filters: Filters;
  asked: AskedPath;
  path: PathAnswer | null;
  /** Number of the path shown, from 1: the one asked for, or the last where there are fewer. */
  pathNumber: number;
  /** The ends of that path that the filters leave out. */
  leftOut: Actor[];
  question: Asked | null;
  questionText: string;
  shown: ShownAnswer | undefined;
  folds: Folds;
  drawn: Drawn;
}

/**
 * What is drawn as one mark. `network`: with relations that lead to the actors whose marks stand
 * for their ends; `host`: the actor whose mark stands for each actor, null where nothing is folded;
 * `insides`: what is in each mark that stands for several; `key`: what all of it depends on.
 */
interface Folds {
  network: Network;
  host: Int32Array | null;
  insides: Map<number, Inside>;
  key: unknown[];
}

/**
 * `actors`: those beside the one whose mark it is; `relations`: between any of them; `outward`: the
 * others.
 */
interface Inside {
  actors: number[];
  relations: number;
  outward: number;
  /** The number of the community that the mark stands for; 0 for an actor with its parts. */
  community: number;
}

/** What is brought forward: a path, or what answers a question. */
type ShownAnswer = Pick<Path, "actors" | "steps">;

/** The answer to a question that is typed. */
interface Asked {
  /** Why it cannot be read, and where in it; null where it can. */
  error: { message: string; start: number; end: number } | null;
  sentence: string;
  notes: string[];
  groups: AskedGroup[];
  /** Whom it names. */
  actors: number[];
  /** What was brought forward of it before, by the number of the group. */
  shown: Map<number, ShownAnswer>;
}

/** Steps that belong together: a match, a path, those of one distance. */
interface AskedGroup {
  heading: string;
  /** Each with the network that says when its relations may hold. */
  steps: { step: Step; network: Network }[];
  actors: number[];
}

interface AskedPath extends Pick<
  State,
  "pathBy" | "pathK" | "pathMaxLength" | "pathHubs" | "pathTimes"
> {
  path: string[] | null;
  pathAvoid: Set<string>;
  directed: boolean;
}

interface Drawn {
  relations: Uint8Array;
  actors: Uint8Array;
  /** Whether only the foremost actors are drawn, with those that are chosen. */
  few: boolean;
  /** Whether a bubble a community is drawn instead. */
  bubbles: boolean;
}

/** A step with all its parallel relations, by their index. */
interface Step {
  source: number;
  target: number;
  relations: number[];
}

interface Path {
  actors: number[];
  steps: Step[];
  support: Support;
}

/** What a path stands on; steps by their number, from 1. */
/** When all steps of a path may hold at the same time, or two of them that never did. */
interface JointTime {
  times: [start: string, end: string][];
  gap: { ended: number; end: string; began: number; start: string } | null;
}

interface Support {
  stepCount: number;
  sign: NetSign;
  /** The product of the confidences of its steps, each of all its relations together. */
  confidence: number;
  /** Those that are multiplied, one a step. */
  stepConfidences: number[];
  /** The steps whose best relation is not rated. */
  unratedSteps: number[];
  /** The steps that are more credible than each of their relations. */
  combinedSteps: number[];
  voiceCount: number;
  /** Of the step that rests on the fewest. */
  leastVoiceCount: number;
  weakestStep: number | null;
  weakestConfidence: number | null;
  weakestVoiceCount: number;
  contestedSteps: number[];
  allegedSteps: number[];
  inferredSteps: number[];
  negativeSteps: number[];
  mixedSteps: number[];
  sharedOpponents: Actor[];
  jointTime: JointTime;
  undatedSteps: number[];
  startlessSteps: number[];
  /** The steps of whose relations none certainly holds in the span that is asked. */
  uncertainSteps: number[];
  /** That span in words, such as "in 1990"; "" where none is asked. */
  span: string;
  stepsWithoutInfluence: number[];
  typesWithoutInfluence: string[];
  /** The references without any of which the path would fall. */
  fallsWithout: Reference[];
}

/** What a sentence about an answer's ends needs. */
type PathEnds = Pick<PathAnswer, "source" | "target" | "missing"> & { isBounded?: boolean };

interface PathAnswer {
  source: number;
  target: number;
  /** The actors between them that were named, in order. */
  through: number[];
  question: PathQuestion;
  directed: boolean;
  /** null where there is no path. */
  length: number | null;
  /** How many are equally good. */
  count: number;
  /** Whether there may be more of them. */
  isLeast: boolean;
  /** Whether the search ended at its bound before as many were found as were asked for. */
  isBounded: boolean;
  cutShort: boolean;
  /** How many of all the paths have each net sign. */
  signCounts: Record<NetSign, number>;
  /** How many of them have influence at every step, and the types of steps that have none. */
  influenceCount: number;
  typesWithoutInfluence: string[];
  paths: Path[];
  /** Two of the actors between whom there is no path. */
  missing: [number, number] | null;
  /** Why there is none, where it was asked on the page. */
  why?: NoPath | null;
}

/** A time, and the path that there may be in it. */
interface Period {
  dates: [start: string, end: string];
  path: Path | null;
  /** The actors whose own dates the first and the last are, where no relation begins or ends. */
  bounding: [start: number[], end: number[]];
  /** The relations that may hold in it. */
  mask: Uint8Array;
  reasons: Reasons;
}

/** What a search for a path depends on; `own`: what a script asks for beyond the page's filters. */
interface PathSearch {
  filters: Filters;
  pathAvoid: Set<string>;
  directed: boolean;
  own?: Pick<ParsedPathOptions, "only" | "kind" | "only_actor" | "according_to" | "basis">;
  /** What is asked of the paths themselves; the shortest where it is not given. */
  question?: PathQuestion;
}

/** What of a search can be left out by itself: a filter, or one value of it. */
interface FilterPart {
  name: string;
  value: string;
}

/** Why there is no path, and the nearest that there would be `without` some filters. */
interface NoPath {
  obstacle: "separate" | "disputed" | "filter" | "filters" | "limits";
  without: FilterPart[];
  path: Path | null;
  /** When all its steps may hold, where the date asked stands in the way. */
  times: [start: string, end: string][] | null;
  sentence: string;
}

/** A span in words, and why relations may hold in it, but not certainly. */
interface AskedTime {
  reasons: Reasons;
  span: string;
}

/** Why each relation of a step is doubtful; "" where one is not. */
type Doubt = "" | "contested" | "alleged";

type NetSign = "+" | "-" | "mixed";

/** What the asserting relations of a step say; `voices` and `days` once they are asked for. */
interface StepFacts {
  asserting: Relation[];
  doubt: Doubt;
  isInferred: boolean;
  hasInfluence: boolean;
  types: string[];
  isDated: boolean;
  isStartless: boolean;
  /** Whether one of them certainly holds in the span that is asked, if one is. */
  isCertain: boolean;
  sign: NetSign;
  /** The best of the relations; null where that is of an unrated one. */
  confidence: number | null;
  /** The same as a whole number, half a million for an unrated one. */
  millionths: number;
  /** The confidence of all relations together, in millionths. */
  combined?: number;
  voices?: Set<string>;
  days?: [first: number, last: number][];
}

/** The actors on shortest paths by their distance from the source, and for each the next ones. */
interface ShortestPaths extends Ranking {
  layers: number[][];
  onwards: Map<number, number[]>;
}

/** What puts equally good paths between two actors in order. */
interface Ranking {
  network: Network;
  ends: readonly [source: number, target: number];
  asked: AskedTime | null;
  facts(here: number, there: number): StepFacts;
}

/** What makes a path the best: see `PathQuestion` in Python. */
type PathOrder = "steps" | "voices" | "confidence" | "influence";

/** What is asked of paths between actors. */
interface PathQuestion {
  directed: boolean;
  by: PathOrder;
  /** How many paths, the best first; null for those alone that are equally good. */
  k: number | null;
  /** The most steps from one named actor to the next. */
  maxLength: number | null;
  /** Whether it costs nothing to pass through an actor with many neighbours. */
  hubs: boolean;
  /** What is demanded of the times of its steps: "together", "in_order" or "". */
  times: string;
}

/** How many relations and actors rest on a source. */
interface Evidence {
  /** How many sources reach us through it. */
  quoted: number;
  relations: number;
  /** Those of the relations that rest on it alone. */
  alone: number;
  actors: number;
  actorsAlone: number;
  /** Actors of whom nothing is left without the source. */
  actorsGone: number;
}

/** One bubble a community; `first` is the index of its foremost actor. */
interface Bubble {
  number: number;
  actors: number;
  first: number;
}

/** `one` and `other` are indexes of bubbles. */
interface BubbleLink {
  one: number;
  other: number;
  relations: number;
}

/** `unlinked`: how many pairs of bubbles have relations between them and no line. */
interface Bubbles {
  bubbles: Bubble[];
  links: BubbleLink[];
  communities: number;
  unlinked: number;
}

// ---- What readers add

interface Note {
  text: string;
  from: "page" | "link" | "reader";
}

type NoteFamily = "actors" | "relations";

/** `moved`: positions by an actor's id, in the layout's own measure. */
interface ReaderLayout {
  moved: Map<string, Point2>;
  notes: Record<NoteFamily, Map<string, Note>>;
  /** What of the reader's own was saved or copied last, as `describeOwn` has it. */
  saved?: string;
  /** Called when notes have changed, or were saved. */
  changed?(): void;
}

type Point2 = [x: number, y: number];

interface AreaMark extends Circle {
  /** The place of its community; those without an area come last. */
  community: number;
}

interface AreaGrid {
  left: number;
  top: number;
  cell: number;
  /** Points across, and down. */
  wide: number;
  high: number;
  reach: number;
}

/** The nearest community at each point, the next one, and how far both are. */
interface AreaField extends AreaGrid {
  limit: number;
  first: Float64Array;
  second: Float64Array;
  nearest: Uint8Array;
  next: Uint8Array;
}

interface StateHistory {
  past: State[];
  present: State;
  future: State[];
}

// ---- Tables

type TableName = "actors" | "relations";

type Cell = string | number | null;

/** `index`: of the actor or the relation; `cells`: by the id of a column. */
interface Row {
  index: number;
  cells: Map<string, Cell>;
}

/** `label`: what files and the terminal call it. */
interface Column {
  id: string;
  label: string;
  numeric: boolean;
  /** Whether it is a column of the author's own. */
  own?: boolean;
}

// ---- Names as they are compared

/** `sorted`: the words in order; `numbers`: the runs of digits; both with spaces. */
interface Folded {
  words: string[];
  joined: string;
  sorted: string;
  numbers: string;
  /** The words by which alone a person is named. */
  surname: string[];
}

/**
 * `scripts`: those whose transliteration loses distinctions; `keeping`: the same text with the
 * letters of some scripts as they are.
 */
interface Spelling extends Folded {
  scripts: string[];
  keeping(scripts: string[]): Folded;
}

interface Resolution {
  actor: Actor | null;
  candidates: Actor[];
  suggestions: Actor[];
  refused: boolean;
}

/**
 * The entries of actor a are those from offsets[a] up to offsets[a + 1], in the order of the rows;
 * `asserts` is by relation, everything else by entry.
 */
interface Adjacency {
  offsets: Int32Array;
  neighbours: Int32Array;
  relations: Int32Array;
  walks: Uint8Array;
  asserts: Uint8Array;
}

/** What a script may ask for, beside the two ends of a path; the names are those of Python. */
interface PathOptions {
  only?: string | string[];
  avoid?: string | string[];
  only_actor?: string | string[];
  avoid_actor?: string | string[];
  kind?: string | string[];
  avoid_kind?: string | string[];
  at?: string | number;
  from?: string | number;
  to?: string | number;
  certain?: boolean;
  min_confidence?: number;
  unrated?: boolean;
  according_to?: string | string[];
  basis?: string | string[];
  avoid_basis?: string | string[];
  directed?: boolean;
  together?: boolean;
  in_order?: boolean;
  limit?: number;
  by?: PathOrder;
  k?: number;
  max_length?: number;
  hubs?: boolean;
  via?: string | string[];
}

/**
 * The options as they are read: `only_actor` and `via` as indexes of actors, `avoid_actor` and `according_to`
 * as ids.
 */
interface ParsedPathOptions {
  only?: string[];
  avoid?: string[];
  only_actor?: number[];
  avoid_actor?: string[];
  kind?: string[];
  avoid_kind?: string[];
  at?: string;
  from?: string;
  to?: string;
  certain?: boolean;
  min_confidence?: number;
  unrated?: boolean;
  according_to?: string[];
  basis?: string[];
  avoid_basis?: string[];
  directed?: boolean;
  together?: boolean;
  in_order?: boolean;
  limit?: number;
  by?: PathOrder;
  k?: number;
  max_length?: number;
  hubs?: boolean;
  via?: number[];
}
