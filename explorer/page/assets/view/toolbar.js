import { writeAddressState } from "../core/story.js";
import { tell } from "./announce.js";
import { readDocumentText } from "./page_document.js";
import { download } from "./download.js";
import { buildButton, element, getPart } from "./element.js";
import { buildIcon, buildIconButton } from "./icons.js";
import { copyLink, saveLayout } from "./save_layout.js";
import { printPage } from "./print.js";
import { readShownScores } from "./scoring.js";
import { toSvgText, toPng } from "./svg_file.js";
import { writeTableCsv } from "./table_view.js";

/**
 * A name for a file, from the page's title.
 * @param {About} about
 */
function makeFileStem(about) {
  const stem = (about.title ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return stem || "network";
}

/**
 * What the tools act on.
 * @typedef {object} ToolTargets
 * @property {Store} store
 * @property {Canvas} canvas
 * @property {PictureDrawer} pictures
 * @property {ReaderLayout} layout
 * @property {ThemeSwitch} theme
 * @property {StoryCard|null} story
 * @property {() => void} showHelp
 */

/**
 * Builds undo, redo, reset, theme, export and help.
 * @param {ToolTargets} targets
 * @returns {() => void} brings the buttons up to date
 */
export function createToolbar(targets) {
  const { store, theme, story, showHelp } = targets;
  const undo = buildIconButton("undo", "Undo", store.undo);
  const redo = buildIconButton("redo", "Redo", store.redo);
  const reset = buildIconButton("reset", "Start again", () => {
    store.reset();
    tell({ text: "The page is as it opened" });
  });
  const toggleStory = () => (store.state.step === null ? story?.open() : store.leaveStory());
  const storyButton = story
    ? buildIconButton("story", "Story", toggleStory, { "aria-pressed": "false" })
    : null;
  getPart("tools").append(
    undo,
    redo,
    reset,
    ...(storyButton ? [storyButton] : []),
    buildIconButton("theme", "Light or dark", theme.toggle),
    buildExportMenu(targets),
    buildIconButton("help", "Help", showHelp),
  );
  return () => {
    undo.disabled = !store.canUndo();
    redo.disabled = !store.canRedo();
    storyButton?.setAttribute("aria-pressed", String(store.state.step !== null));
  };
}

/**
 * Lists every file the page can write; a picture shows what is on screen.
 * @param {ToolTargets} targets
 * @returns {{label: string, run: () => Promise<Outcome|void>|Outcome|void}[]}
 */
function listExports({ store, canvas, pictures, layout }) {
  const stem = makeFileStem(store.network.about);
  /** @param {"actors"|"relations"} name */
  const saveTable = (name) => download(`${name}.csv`, writeTableCsv(store, name), "text/csv");
  return [
    {
      label: "Picture (PNG, double size)",
      run: async () => download(`${stem}.png`, await toPng(pictures.drawSheet())),
    },
    {
      label: "Vector drawing (SVG)",
      run: () => download(`${stem}.svg`, toSvgText(pictures.drawSheet()), "image/svg+xml"),
    },
    {
      label: "Only the drawing, as PNG",
      run: async () => download(`${stem}-drawing.png`, await toPng(pictures.drawAlone())),
    },
    {
      label: "Only the drawing, as SVG",
      run: () => download(`${stem}-drawing.svg`, toSvgText(pictures.drawAlone()), "image/svg+xml"),
    },
    { label: "Actors (CSV)", run: () => saveTable("actors") },
    { label: "Relations (CSV)", run: () => saveTable("relations") },
    {
      label: "Everything (JSON)",
      run: async () => {
        const text = addShownScores(store, await readDocumentText(getPart("document")));
        return download(`${stem}.json`, text, "application/json");
      },
    },
    {
      label: "Layout and notes (layout.json)",
      run: () => saveLayout(store, canvas, layout),
    },
    { label: "Copy a link to this", run: () => copyLink(store, layout) },
    { label: "Print", run: printPage },
  ];
}

/**
 * Adds to the page's data what the filters select of it, and its scores, where these differ.
 * @param {Store} store
 * @param {string} text
 */
function addShownScores(store, text) {
  if (store.scoring.isWhole()) return text;
  const shown = { link: writeAddressState(store.state, store.network), ...readShownScores(store) };
  return JSON.stringify({ ...JSON.parse(text), shown });
}

/**
 * @param {() => Promise<Outcome|void>|Outcome|void} run
 * @returns {Promise<void>}
 */
async function runExport(run) {
  try {
    const outcome = await run();
    if (outcome) tell(outcome);
  } catch (error) {
    tell({ text: `This did not work: ${/** @type {Error} */ (error).message}`, stays: true });
    throw error;
  }
}

/** @param {ToolTargets} targets */
function buildExportMenu(targets) {
  const list = element("div", {
    class: "menu",
    id: "export-menu",
    role: "group",
    "aria-label": "Export",
    hidden: true,
  });
  const button = buildButton(
    "tool",
    {
      "aria-label": "Export",
      "aria-expanded": "false",
      "aria-controls": "export-menu",
      click: () => openMenu(Boolean(list.hidden)),
    },
    buildIcon("save"),
    element("span", { class: "tool-words" }, "Export"),
  );
  /** @param {boolean} isOpen */
  const openMenu = (isOpen) => {
    list.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) list.querySelector("button")?.focus();
  };
  for (const { label, run } of listExports(targets)) {
    const click = async () => {
      openMenu(false);
      button.focus();
      await runExport(run);
    };
    list.append(buildButton("menu-item", { click }, label));
  }
  const root = element("div", { class: "menu-wrap" }, button, list);
  closeOnLeaving(root, list, button, () => openMenu(false));
  return root;
}

/**
 * Closes the menu on Esc, and when the focus or the pointer goes elsewhere.
 * @param {HTMLElement} root
 * @param {HTMLElement} list
 * @param {HTMLElement} button
 * @param {() => void} close
 */
function closeOnLeaving(root, list, button, close) {
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
    button.focus();
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !root.contains(/** @type {Node} */ (relatedTarget))) close();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!root.contains(/** @type {Node} */ (target))) close();
  });
}
