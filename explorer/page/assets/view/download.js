import { adviseOpening, isConfined, isForbidden } from "./confinement.js";
import { element } from "./element.js";

/**
 * Hands a file to the reader.
 * @param {string} name
 * @param {string|Blob} content
 * @param {string} [type] media type of a text
 * @returns {Outcome} what to tell the reader
 */
export function download(name, content, type = "text/plain") {
  if (isForbidden("allow-downloads")) {
    return { text: `${name} is not saved: this frame forbids it. ${adviseOpening()}`, stays: true };
  }
  const blob =
    content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const url = URL.createObjectURL(blob);
  const link = element("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  if (!isConfined()) return { text: `Saved as ${name}` };
  const doubt = "If no file arrives, this frame forbids it.";
  return { text: `${name} goes to the browser. ${doubt} ${adviseOpening()}`, stays: true };
}
