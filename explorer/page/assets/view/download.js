import { element } from "./element.js";

/**
 * Hands a file to the reader.
 * @param {string} name
 * @param {string|Blob} content
 * @param {string} [type] media type of a text
 */
export function download(name, content, type = "text/plain") {
  const blob =
    content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const url = URL.createObjectURL(blob);
  const link = element("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
