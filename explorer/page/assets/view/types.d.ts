/**
 * The types of what the page draws with. They are global, so that JSDoc in any module can name
 * them.
 */

/**
 * What `element` appends: nodes as they are, anything else as text; null and false are left out.
 */
type Child = Node | string | number | boolean | null | undefined | Child[];

type Attributes = Record<string, any>;

interface Point {
  x: number;
  y: number;
}

interface Circle extends Point {
  r: number;
}

interface Size {
  width: number;
  height: number;
}

interface Box extends Point, Size {
  /** The actor whose mark or name it is. */
  owner?: number;
  /** Whether not even an important name may cover it. */
  solid?: boolean;
  /** How much it costs to cover it; 1 where nothing is said. */
  weight?: number;
}

interface Part extends Size {
  left: number;
  top: number;
}

/** Where the story's card lies on the canvas. */
interface Card {
  left: number;
  top: number;
  right: number;
}

// ---- The store

/** What the store keeps; `tag` is that of the last change. */
interface StoreData {
  network: Network;
  state: State;
  answer: Answers;
  past: StateHistory;
  listeners: ((state: State, before: State) => void)[];
  tag: string;
  /** The history before the run of changes that is going on. */
  run: StateHistory;
  evidence?: { filters: Filters; rests: Map<string, Evidence>; isThere: RowTest };
  scoring: Scoring;
}

type RowTest = (row: NetworkRow) => boolean;

/** Keeps the network's measures and communities in line with the filters. */
interface Scoring {
  /** Whether those of the filters are still being computed. */
  isPending(): boolean;
  /** Whether the filters select all that the page's document was measured on. */
  isWhole(): boolean;
  follow(selected: Masks, version: Version): void;
  /** Computes to the end what is pending, for what is written to a file. */
  finish(): void;
}

interface Store extends StoreData {
  subscribe(listener: (state: State, before: State) => void): void;
  set(patch: Partial<State>, tag?: string): void;
  turnTo(panel: string): void;
  filters(): Filters;
  filter(patch: Partial<Filters>, tag?: string): void;
  isFiltered(filters?: Filters): boolean;
  timelessMask(filters: Filters): Uint8Array;
  turnToStep(step: number): void;
  leaveStory(): void;
  showAll(): void;

  choose(actor: string): void;
  chooseRelation(relation: string): void;
  choosePath(from: string, to: string, between?: string[]): void;
  showCommunity(number: number): void;
  /** Emphasises what cites a source; "" for what has none, null for nothing. */
  showCiting(source: string | null): void;
  leavePath(panel?: string): void;
  /** Asks a question that is typed; "" for none. */
  ask(text: string): void;
  hideActor(actor: string): void;
  /** Takes back that an actor is hidden. */
  showActor(actor: string): void;

  undo(): void;
  redo(): void;
  reset(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

// ---- Styles

interface Theme {
  paper: string;
  ink: string;
  text: string;
  soft: string;
  accent: string;
  veil: string;
  pairs: Record<PairInk, string>;
  steps: string[];
  communities: string[];
  /** How opaque areas of communities are. */
  areas: number;
}

/** A soft area around a community, in pixels of the paper; x and y: the middle of most of it. */
interface CommunityArea extends Point {
  d: string;
  /** Of its colour. */
  place: number;
  name: string;
  /** Whether it has its name at any scale. */
  isAlwaysNamed: boolean;
  /** The foremost actor of a community; a camp has its own name. */
  leader?: number;
}

/** What areas are around: `placeOf` an actor is that of its area, `colours` are places of theirs. */
interface AreaGrouping {
  placeOf(actor: number): number;
  colours: number[];
  names: string[];
  isAlwaysNamed: boolean;
  leaders: number[];
}

interface TypeStyle {
  colour: string;
  dashes: number[];
  arrow: boolean;
  width: number;
}

interface KindStyle {
  shape: string;
  hollow: boolean;
  colour: string;
}

interface Styles {
  types: TypeStyle[];
  kinds: KindStyle[];
}

/** Chooses the ink of an actor's mark. */
type InkChooser = (actor: number, theme: Theme) => string;

// ---- The canvas

/** What is needed to draw the network, whatever draws it: canvas, SVG or print. */
interface Plate {
  network: Network;
  drawing: Drawing;
  types: TypeStyle[];
  kinds: KindStyle[];
  /** The style of each relation, and of each actor, by index. */
  typeIndex: number[];
  kindIndex: number[];
  radii: Float32Array;
  /** What marks were last sized and coloured by. */
  style: [string, string, ArrayLike<number | null>, ArrayLike<number | null>];
  inkOf: InkChooser;
  claims: Claims;
  theme: Theme;
  /** What is in each mark that stands for several actors. */
  insides: Map<number, Inside>;
  /** The relations of each pair of actors. */
  pairs: number[][];
  /** The line of each pair by the relation that carries it; null while each relation has its own. */
  lines: Map<number, PairLine> | null;
  /** How much of their ink the lines of pairs keep. */
  fade?: number;
  /** How much larger than on screen signs are on paper. */
  enlarged?: number;
  /** How long these are together, in pixels a square pixel of the canvas. */
  weave?: number;
  /** How far each relation's line bends, where it has one of its own. */
  bends: () => Float32Array;
  /** The radius of the loop of each relation of an actor to itself, 0 for any other. */
  loops: Float32Array;
  scale: number;
  /** Where an actor is on screen, and how large. */
  place: (actor: number) => Circle;
  /** 1 for each actor that has relations, none of which is drawn. */
  alone?: Uint8Array;
  showsChanges?: boolean;
  widths?: Map<string, number>;
}

type PairInk = "both" | "tie" | "tension" | "power" | "neutral";

/** Types that are drawn alike at rest. */
interface LegendGroup {
  ink: PairInk;
  label: string;
  types: RelationType[];
}

/** The one line that stands for the relations of two actors. */
interface PairLine {
  colour: string;
  /** How much of its ink it keeps; less where one of the two has very many lines. */
  opacity: number;
  width: number;
  dashes: number[];
  /** Whether it has an arrowhead at its carrier's target. */
  arrow: boolean;
  /** Whether it has one at the other end, too. */
  isBothWays: boolean;
}

/** A line that the page paints itself. */
interface OwnLine {
  relation: number;
  source: number;
  target: number;
  bend: number;
  colour: string;
  dashes: number[];
  arrow: boolean;
  isBothWays: boolean;
  width: number;
  opacity: number;
  /** What tells its ink from another. */
  look: string;
}

/** What is around the canvas. */
interface CanvasSurroundings {
  /** Called when the canvas has another size. */
  resized(canvas: Canvas): void;
  /** Where the story's card covers it. */
  card(): Card | null;
  /** How many pixels the note above it takes. */
  note(): number;
  /** Where buttons and words lie on it that nothing should be drawn under. */
  controls(): Box[];
  /** Called when the reader has dragged actors, with where all those that were moved are. */
  dropped(moved: Map<string, Point2>): void;
}

/** What keeps the camera and the moments of drawing: vis-network, or ``own_renderer.js``. */
interface Renderer extends Pick<
  VisNetwork,
  "on" | "getScale" | "getViewPosition" | "moveTo" | "redraw" | "setSize"
> {
  /** Draws nothing until it is released. */
  hold(): void;
  release(): void;
  /** Whether it moves, and has too many lines to draw meanwhile. */
  leavesLinesOut(): boolean;
  /** What is painted just now, in pixels of the canvas; without it, all. */
  part?(): Box;
  /** Paints all anew next time, since there is more than lines and marks on the sheet. */
  forget?(): void;
  /** Whether the paper stays while the pointer drags. */
  paperStays: boolean;
  /** Of vis-network alone. */
  getEdgeAt?: VisNetwork["getEdgeAt"];
  getPosition?: VisNetwork["getPosition"];
}

/** The camera of a network that the page paints itself, and the size of what it looks through. */
interface OwnCamera extends Camera, Size {}

interface Canvas {
  host: HTMLElement;
  plate: Plate;
  /** What vis-network has; null where the page paints all itself. */
  handed: RendererData | null;
  /** Whether lines and marks are painted by the page, and by vis-network nothing. */
  isOwn: boolean;
  /** The lines that the page paints. */
  ownLines: OwnLine[];
  renderer: Renderer;
  at: Positions & { home: { x: Float64Array; y: Float64Array } };
  /** Where the reader moved actors to, as they are drawn now. */
  moves: Map<string, Point2>;
  /** Whether camps stand apart. */
  isApart: boolean;
  size: () => Size;
  shown: Shown | null;
  emphasis: Emphasis | null;
  labels: Label[];
  badges: Badge[];
  /** How many pixels below a sheet covers. */
  inset: number;
  card: () => Card | null;
  /** How many pixels the note above takes. */
  note: () => number;
  /** Where buttons and words lie on it. */
  controls: () => Box[];
  /** The least scale at which a chosen actor is legible enough. */
  least: number;
  /** Whether the reader has moved the paper. */
  moved: boolean;
  /** The actors that were looked at last; null for all. */
  aim: Iterable<number> | null;
  overlay: Overlay;
  view?: Point & Size & { scale: number };
  /** The areas of communities, and what they were made of; null after an actor moved. */
  areas?: { made: unknown[]; list: CommunityArea[] } | null;
  version?: Version;
  due?: boolean;
  /** Whether the lines are about to turn from pairs to relations, or back. */
  turning?: boolean;
  whole?: boolean;
}

interface Overlay {
  /** `ground`: the sheet below, where that has just been drawn. */
  draw(width: number, height: number, ground?: CanvasRenderingContext2D | null): void;
}

/** `frame` leads from the layout's own measure to positions on the plate. */
interface Positions {
  x: Float64Array;
  y: Float64Array;
  frame: Frame;
}

interface Frame {
  turned: boolean;
  middle: Point2;
  scale: Point2;
}

/** What is drawn at present. */
interface Shown {
  actors: Uint8Array;
  relations: Uint8Array;
  alone: Uint8Array;
  /** Relations with marks, and actors that differ between versions. */
  marked: number[];
  changed: number[];
  order: number[];
}

interface RendererData {
  nodes: RendererRows;
  edges: RendererRows;
}

/** `has`: 1 for each row that vis-network has. */
interface RendererRows {
  data: VisDataSet;
  /** How each row that is drawn looks, where that may change. */
  looks: Map<number, string>;
  columns: [name: string, values: any[]][];
  has: Uint8Array;
}

/** The actors and relations that stay in full ink; `ring` is the actor chosen. */
interface Emphasis {
  actors: Set<number>;
  relations: Set<number>;
  strong: Set<number>;
  ring: number | null;
  /** How many parts may be folded into the actor that is chosen. */
  parts?: number;
  steps: Step[];
  order: number[];
}

interface Pointed {
  actor: number | null;
  relation: number | null;
  /** Whether it is the actor's handle that is pointed at. */
  handle?: boolean;
}

interface Camera extends Point {
  scale: number;
}

// ---- What is painted

interface EdgeLine {
  d: string;
  head: string | null;
  middle: Point;
}

interface SceneEdge extends EdgeLine {
  relation: number;
  /** Where the marks at its ends are; null where it bends. */
  ends: [Circle, Circle] | null;
  colour: string;
  width: number;
  opacity: number;
  dashes: number[];
}

interface SceneNode {
  actor: number;
  d: string;
  fill: string;
  stroke: string;
  width: number;
  opacity: number;
  ring: Circle | null;
}

interface Badge extends Point {
  text: string;
  colour: string;
  step: boolean;
  /** Of the actor whose mark it folds or opens. */
  handle?: Size & { actor: number };
}

interface Scene {
  edges: SceneEdge[];
  nodes: SceneNode[];
  badges: Badge[];
}

/** A mark that wants a label. */
interface LabelledMark extends Circle {
  actor: number;
  text: string;
  /** Its lines, the best way to break it first; by its length where there is none. */
  breaks?: string[][];
  /** Whether its letters are bold. */
  strong: boolean;
  /** Whether it must be read, over marks where need be; as it is bold where that is not said. */
  isForemost?: boolean;
  /** Of its colour among those of communities; plain where there is none. */
  place?: number;
}

interface Label extends Box {
  actor: number;
  lines: string[];
  strong: boolean;
  /** From its mark, where it stands away from that. */
  leader?: Leader | null;
  /** Of its colour among those of communities; plain where there is none. */
  place?: number;
}

interface Leader {
  from: Point;
  to: Point;
}

// ---- The parts of the page

interface SearchBox {
  root: HTMLElement;
  input: HTMLInputElement;
  show(actor: Actor | null): void;
  settle(): void;
}

interface Sheets {
  open(id: string): void;
  /** Closes what lies over the network, and says whether anything did. */
  close(): boolean;
  /** Closes the panels of a large screen, and says whether they were open. */
  closePanel(): boolean;
  toggle(id: string): void;
  /** Calls the listener with how many pixels a sheet covers, whenever one is opened or closed. */
  measure(): void; // anew what the open sheet covers
  onShow(listener: (covered: number) => void): void;
}

interface StoryCard {
  draw(): void;
  /** Goes on or back; opens a story that is closed. */
  turn(by: number): void;
  /** Opens the story at the step that was open last. */
  open(): void;
  leave(): void;
  /** Says which step is open, in words. */
  describe(): string;
  /** Where the card lies; null while the story is closed. */
  box(): DOMRect | null;
}

interface BubbleView {
  draw(): void;
  report(): { communities: object[]; labels?: object[] };
  svg(theme: Theme, times?: number): SVGElement | null;
}

/** What to tell the reader; what `stays` is seen until the reader goes on. */
interface Outcome {
  text: string;
  stays?: boolean;
}

interface PictureDrawer {
  /** Draws the network alone; for paper of some size with names that can be read there. */
  draw(theme: Theme, paper?: Size): SVGElement;
  /** The same in the screen's colours. */
  drawAlone(): SVGElement;
  /** Draws it in the screen's colours, with title, legend and credit. */
  drawSheet(): SVGElement;
}

/** An entry of a picture's legend: the sample of a type, a kind, a sign or a colour, and words. */
interface PictureItem {
  text: string;
  type?: TypeStyle;
  pair?: PairInk;
  kind?: KindStyle;
  coloured?: boolean;
  sign?: string;
  colour?: (theme: Theme) => string;
}

interface PictureColours {
  title: string;
  items: PictureItem[];
}

interface PictureWords {
  title: string;
  description: string;
  path: string[];
  legend: PictureItem[];
  colours: PictureColours | null;
  sources: string;
  origin: string;
}

interface Font {
  family: string;
  size: number;
  weight: number;
  line: number;
}

/** A sheet while it is filled; `y`: where the next line begins. */
interface Sheet {
  width: number;
  theme: Theme;
  y: number;
  nodes: SVGElement[];
}

/** The bubbles as they are laid out. */
interface BubbleModel extends Bubbles {
  network: Network;
  store: Store;
  size: Size;
  places: Circle[];
  /** The names in each bubble, and those beside bubbles. */
  within: Label[][];
  labels: Label[];
}

interface ThemeSwitch {
  name(): "light" | "dark";
  toggle(): void;
  onChange(listener: (theme: Theme) => void): void;
}

/** What a panel beside the network is built from. */
interface PanelContext {
  store: Store;
  styles: Styles;
  layout: ReaderLayout;
  /** Opens the panel of paths, with an actor as the first end where one is given. */
  openPath(actor: Actor | null): void;
  /** Waits for a click in the network, where the actor then stands. */
  startMove(actor: Actor): void;
  /** Opens the panels where they are closed. */
  open(): void;
}

interface Panel {
  create(context: PanelContext, body: HTMLElement): PanelBody;
}

/** `draw` brings the panel up to date, and is called only while it is seen. */
interface PanelBody {
  draw(): void;
  start?(actor: Actor | null): void;
}

interface Window {
  actorExplorer: object;
}

// ---- What the larger parts keep

/** A field for an actor's name. */
interface SearchField {
  network: Network;
  options: SearchOptions;
  id: string;
  input: HTMLInputElement;
  list: HTMLElement;
  /** Says when the list is not all there is. */
  summary: HTMLElement;
  popup: HTMLElement;
  note: HTMLElement;
  /** The actors that are listed, and the index of the active one, -1 for none. */
  actors: Actor[];
  active: number;
  /** The actor that the field shows, and the one that it showed before it was edited. */
  held: Actor | null;
  former: Actor | null;
  /** The only actor that a question offers, whom Enter takes. */
  offered: Actor | null;
  /** Whether the focus is leaving the field. */
  left: boolean;
}

interface SearchOptions {
  label: string;
  placeholder?: string;
  pick(actor: Actor, left: boolean): void;
  /** Where it is given, the field holds an actor: any edit drops it, and Esc brings it back. */
  clear?(): void;
  /** Whether the label is visible. */
  seen?: boolean;
}

type PathEnd = "from" | "to";

interface PathPanel {
  store: Store;
  styles: Styles;
  ends: Record<PathEnd, Actor | null>;
  fields: Record<PathEnd, SearchBox>;
  /** Where an actor to avoid is chosen. */
  avoidField: SearchBox;
  avoid: HTMLElement;
  /** Which paths are asked for. */
  more: { root: HTMLDetailsElement; draw(): void };
  answer: HTMLElement;
  shownPath: string[] | null;
  clear(): void;
}

interface TimePanel {
  /** What the line says into which the years are folded, and what folds them. */
  brief: HTMLElement;
  fold: HTMLElement;
  folded: boolean;
  store: Store;
  place: HTMLElement;
  /** The bars of the whole network, and the years that they span. */
  bins: YearBin[];
  first: number;
  last: number;
  fields: { root: HTMLElement; input: HTMLInputElement }[];
  play: HTMLElement;
  certain: HTMLInputElement;
  certainLabel: HTMLElement;
  hint: HTMLElement;
  summary: HTMLElement;
  /** What the bars stand for. */
  key: HTMLElement;
  all: HTMLElement;
  /** What begins and ends at the date that is chosen. */
  changes: HTMLElement;
  chart: SVGSVGElement;
  /** Whether the bars are in sight; else they are not drawn. */
  isChartSeen: boolean;
  counts: YearCounts | null;
  timer: number | undefined;
  /** The bars that are chosen; null for all. */
  brush: Bars | null;
  /** Counts what the reader does here: all changes of one gesture are one step back. */
  gesture: number;
  /** The period that is being played. */
  played: string;
  /** The period in the fields. */
  shown: string;
}

/** The indexes of the first and the last of some bars. */
interface Bars {
  first: number;
  last: number;
}

/** `x`: of a day; `chosen`: the dates that the filter asks about, and where they lie. */
interface TimelineScale {
  width: number;
  x(day: number): number;
  ticks: { year: number; x: number }[];
  breaks: { x: number; width: number }[];
  chosen: { from: string; to: string; x: number; width: number } | null;
  path: TimelinePath | null;
}

/** The path that is shown, as the timeline marks it. */
interface TimelinePath {
  words: string;
  /** The number of the step that a relation is on, by the relation's index. */
  stepByRelation: Map<number, number>;
  /** When all its steps may hold. */
  bands: { x: number; width: number }[];
}

/** The card of the story, with what it shows. */
interface StoryBox {
  store: Store;
  story: Story;
  place: HTMLElement;
  /** Whether the list of steps is open. */
  list: boolean;
  /** Whether more than a strip was ever asked for. */
  opened: boolean;
  /** Called when the card covers another part of the canvas. */
  resized: () => void;
  drawn: number | null;
  last: number;
}

interface LegendEntry {
  key: string;
  label: string;
  name: string;
  /** Null where the canvas does not tell it apart. */
  sample: SVGElement | null;
  count: number;
  shown: boolean;
  /** Changes with the same tag are one step back. */
  toggle(tag?: string): void;
  alone(tag?: string): void;
}

interface LabelGrid {
  add(box: Box): void;
  free(box: Box, owner: number): boolean;
  /** Whether anything that the box meets passes a test. */
  some(box: Box, owner: number, test: (other: Box) => boolean): boolean;
  /** How much it costs to cover what the box meets. */
  weigh(box: Box, owner: number): number;
}

interface LabelGrids {
  names: LabelGrid;
  marks: LabelGrid;
  /** Lines that names had better not cover. */
  lines: Float32Array;
}

/** `column`: "" for the order of the rows. */
interface SortOrder {
  column: string;
  descending: boolean;
}

/** The table that is open; `shown`: how many rows are shown at most. */
interface Tables {
  store: Store;
  name: TableName;
  order: SortOrder;
  shown: number;
  /** The field for the text that rows have, and what is below it. */
  find: HTMLInputElement;
  body: HTMLElement;
}
