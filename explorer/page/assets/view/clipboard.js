import { tell } from "./announce.js";
import { element, getPart } from "./element.js";
import { buildIconButton } from "./icons.js";

/**
 * Copies with the clipboard where the browser allows it, else by way of a selection; where neither
 * is allowed, shows the text for the reader to copy.
 * @param {string} text
 * @param {string} done what to tell once it is copied
 */
export async function copyText(text, done) {
  if ((await writeClipboard(text)) || copySelection(text)) tell({ text: done });
  else showText(text);
}

/** @param {string} text */
async function writeClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text */
function copySelection(text) {
  const focused = /** @type {HTMLElement|null} */ (document.activeElement);
  const field = element("textarea", { class: "unseen", "aria-hidden": "true" });
  field.value = text;
  document.body.append(field);
  field.select();
  let isDone = false;
  try {
    isDone = document.execCommand("copy");
  } catch {
    // Some policies throw instead of answering.
  }
  field.remove();
  focused?.focus({ preventScroll: true });
  return isDone;
}

/** @param {string} text */
function showText(text) {
  const field = element("textarea", {
    class: "field copy-field",
    readonly: true,
    rows: 8,
    "aria-label": "Text to copy",
  });
  field.value = text;
  const dialog = element("dialog", { class: "dialog", "aria-labelledby": "copy-title" });
  dialog.append(
    element(
      "div",
      { class: "dialog-head" },
      element("h2", { id: "copy-title" }, "Copy this text"),
      buildIconButton("close", "Close", () => dialog.close()),
    ),
    element(
      "p",
      { class: "copy-advice" },
      "The browser does not let this page copy. The text is selected: copy it with Ctrl+C, " +
        "or ⌘C on a Mac.",
    ),
    field,
  );
  dialog.addEventListener("close", () => dialog.remove());
  getPart("app").append(dialog);
  dialog.showModal();
  field.select();
}
