/**
 * Colours of the canvas and of exported pictures, steps for a measure from its highest, and
 * communities from the largest; the style sheet says the same to the rest of the page.
 */
export const THEMES = {
  light: {
    paper: "#ffffff",
    ink: "#33363b",
    text: "#16181c",
    soft: "#5b6067",
    accent: "#990f3d",
    veil: "rgba(255,255,255,0.86)",
    pairs: {
      both: "#8d4fb5",
      tie: "#009e73",
      tension: "#d55e00",
      power: "#33363b",
      neutral: "#c3c7cd",
    },
    steps: ["#0b2f66", "#2f66a8", "#5f8dbd", "#8b9098"],
    communities: [
      "#004f94",
      "#d55e00",
      "#127e43",
      "#6c0b51",
      "#1999d1",
      "#e8004d",
      "#4109d0",
      "#4a2d00",
      "#8b9098",
    ],
    areas: 0.11,
  },
  dark: {
    paper: "#14161a",
    ink: "#c9cdd3",
    text: "#f1f2f4",
    soft: "#a4aab3",
    accent: "#ff8fab",
    veil: "rgba(20,22,26,0.86)",
    pairs: {
      both: "#b98ad8",
      tie: "#00a87b",
      tension: "#e06a0c",
      power: "#e4e7eb",
      neutral: "#6a7079",
    },
    steps: ["#e3f1ff", "#8fc0f0", "#5b8fc7", "#747a83"],
    communities: [
      "#3191ff",
      "#ea8f00",
      "#9ece7b",
      "#e8a4c3",
      "#1dd0ff",
      "#ff506d",
      "#c268d5",
      "#00a893",
      "#666470",
    ],
    areas: 0.2,
  },
};

/** The colour of lines that are drawn in the ink of the theme. */
export const INK = "currentColor";

const SIGN_NAMES = { "+": "Ties", "-": "Tensions", 0: "Neutral" };

/**
 * The heading of a sign's group of types.
 * @param {Sign} sign
 */
export function getSignName(sign) {
  return SIGN_NAMES[sign] ?? SIGN_NAMES["0"];
}

/**
 * How each type of relation is drawn.
 * @param {Network} network
 * @param {{types: {color: string, dashes: number[]}[]}} styles
 * @returns {TypeStyle[]} one per type, in
 *   the network's order
 */
export function makeTypeStyles(network, styles) {
  const width = network.relations.length < 2000 ? 1.5 : 1;
  return network.types.map((type, i) => ({
    colour: styles.types[i].color === THEMES.light.ink ? INK : styles.types[i].color,
    dashes: styles.types[i].dashes,
    arrow: !type.mutual,
    width,
  }));
}

/**
 * How each kind of actor is drawn. The second kind to use a shape is drawn hollow.
 * @param {Network} network
 * @param {{kinds: {shape: string, color: string}[]}} styles
 * @returns {KindStyle[]} one per kind, in the network's
 *   order
 */
export function makeKindStyles(network, styles) {
  const used = new Map();
  return network.kinds.map((_, i) => {
    const { shape, color: colour } = styles.kinds[i];
    const times = used.get(shape) ?? 0;
    used.set(shape, times + 1);
    return { shape, hollow: times % 2 === 1, colour };
  });
}

const RARE = 100; // actors, one of which at most is large where large marks stay so in a crowd
const ROOMY = 5800; // square pixels an actor, from which on marks are as large as meant

/**
 * Radii of the actors' marks, in pixels at first sight, by the square root of scores.
 * @param {(number|null)[]} scores
 * @param {number} area of the canvas, in square pixels; the less of it for each actor, the smaller
 *   all marks
 * @returns {Float32Array}
 */
export function measureRadii(scores, area) {
  const top =
    scores.reduce((/** @type {number} */ most, score) => Math.max(most, score ?? 0), 0) || 1;
  const crowd = Math.min(1, Math.max(0.15, Math.sqrt(area / ROOMY / Math.max(1, scores.length))));
  const large = scores.filter((score) => Number(score) >= top / 4).length;
  const isRare = large * RARE <= scores.length;
  const [least, most] = [2 + 3 * crowd, 5 + 10 * (isRare ? Math.max(crowd, 0.6) : crowd)];
  return Float32Array.from(
    scores,
    (score) => least + (most - least) * Math.sqrt(Math.max(0, score ?? 0) / top),
  );
}

/**
 * How types and kinds are drawn.
 * @param {Network} network
 * @param {DocumentStyles} styles
 * @returns {Styles}
 */
export function makeStyles(network, styles) {
  return { types: makeTypeStyles(network, styles), kinds: makeKindStyles(network, styles) };
}
