import { announce } from "./announce.js";
import { returnActors } from "./canvas.js";
import { readDocumentText } from "./page_document.js";
import { download } from "./download.js";
import { element, getPart } from "./element.js";
import { buildIcon, buildIconButton } from "./icons.js";
import { copyLink, saveLayout } from "./save_layout.js";
import { drawSvg, toSvgText, toPng } from "./svg.js";
import { writeTableCsv } from "./table_view.js";

/** A name for a file, from the page's title. */
function makeFileStem(about) {
  const stem = (about.title ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return stem || "network";
}

/** Every file the page can hand over; a picture shows what is on screen. */
function listExports(view) {
  const { store, canvas, bubbles } = view;
  const stem = makeFileStem(store.network.about);
  const picture = () => bubbles.svg(canvas.plate.theme) ?? drawSvg(canvas);
  return [
    ["Picture (PNG, twice as fine)", async () => download(`${stem}.png`, await toPng(picture()))],
    ["Vector drawing (SVG)", () => download(`${stem}.svg`, toSvgText(picture()), "image/svg+xml")],
    ["Actors (CSV)", () => download("actors.csv", writeTableCsv(store, "actors"), "text/csv")],
    [
      "Relations (CSV)",
      () => download("relations.csv", writeTableCsv(store, "relations"), "text/csv"),
    ],
    [
      "Everything (JSON)",
      async () =>
        download(`${stem}.json`, await readDocumentText(getPart("document")), "application/json"),
    ],
    ["Layout and notes (layout.json)", () => saveLayout(view)],
    ["Copy a link to this", () => copyLink(view)],
    ["Print", () => print()],
  ];
}

function buildExportMenu(view) {
  const list = element("div", {
    class: "menu",
    id: "export-menu",
    role: "group",
    "aria-label": "Export",
    hidden: true,
  });
  const button = element(
    "button",
    {
      type: "button",
      class: "tool",
      "aria-label": "Export",
      "aria-expanded": "false",
      "aria-controls": "export-menu",
      click: () => openMenu(list.hidden),
    },
    buildIcon("save"),
    element("span", { class: "tool-words" }, "Export"),
  );
  const openMenu = (open) => {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) list.querySelector("button").focus();
  };
  for (const [label, make] of listExports(view)) {
    list.append(
      element(
        "button",
        {
          type: "button",
          class: "menu-item",
          click: async () => {
            openMenu(false);
            button.focus();
            announce((await make()) ?? `${label}: done`);
          },
        },
        label,
      ),
    );
  }
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    openMenu(false);
    button.focus();
  });
  const root = element("div", { class: "menu-wrap" }, button, list);
  root.addEventListener("focusout", (event) => {
    if (!root.contains(event.relatedTarget) && event.relatedTarget) openMenu(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!root.contains(event.target)) openMenu(false);
  });
  return root;
}

/**
 * Builds undo, redo, reset, theme, export and help.
 * @param {object} view store, canvas, theme and what opens the help
 * @returns {() => void} brings the buttons up to date
 */
export function createToolbar(view) {
  const { store, theme, help } = view;
  const back = buildIconButton("undo", "Undo", store.undo);
  const again = buildIconButton("redo", "Redo", store.redo);
  const fresh = buildIconButton("reset", "Start again", () => {
    store.reset();
    returnActors(view.canvas);
    announce("The page is as it opened");
  });
  const story = view.story
    ? buildIconButton(
        "story",
        "Story",
        () => (store.state.step === null ? view.story.open() : store.leaveStory()),
        { "aria-pressed": "false" },
      )
    : null;
  getPart("tools").append(
    back,
    again,
    fresh,
    ...(story ? [story] : []),
    buildIconButton("theme", "Light or dark", theme.toggle),
    buildExportMenu(view),
    buildIconButton("help", "Help", help),
  );
  return () => {
    back.disabled = !store.canUndo();
    again.disabled = !store.canRedo();
    story?.setAttribute("aria-pressed", String(store.state.step !== null));
  };
}
