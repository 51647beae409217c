/** What the page uses of vis-network 9, which is a global of the page. */

type VisOptions = Record<string, any>;

type VisId = number;

interface VisPointer {
  /** In the measure of the drawing. */
  canvas: Point;
  DOM: { x: number; y: number };
}

interface VisDataSet {
  add(rows: Record<string, any>[]): void;
  update(rows: Record<string, any>[]): void;
}

interface VisNetwork {
  body: { emitter: { emit(event: "_blockRedraw" | "_allowRedraw"): void } };
  on(event: "click", listener: (event: { pointer: VisPointer }) => void): void;
  on(event: "dragStart", listener: (event: { pointer: VisPointer }) => void): void;
  on(event: "dragging", listener: (event: { nodes: VisId[] }) => void): void;
  on(event: string, listener: (context: any) => void): void;
  getEdgeAt(point: { x: number; y: number }): VisId | undefined;
  getPosition(node: VisId): { x: number; y: number };
  getScale(): number;
  getViewPosition(): { x: number; y: number };
  moveTo(view: {
    position?: { x: number; y: number };
    scale?: number;
    animation: false | { duration: number; easingFunction: string };
  }): void;
  redraw(): void;
  setSize(width: string, height: string): void;
}

declare var vis: {
  DataSet: new () => VisDataSet;
  Network: new (
    host: HTMLElement,
    data: { nodes: VisDataSet; edges: VisDataSet },
    options: VisOptions,
  ) => VisNetwork;
};
