/** What a reference says and where it leads. */
import { webAddress } from "./text.js";

/**
 * @param {import("./document.js").Reference} reference
 * @returns {{text: string, url: string, address: string|null}} url as the file has it; address: where a link may lead
 */
export function citationOf({ source, text }) {
  if (source === undefined) return { text, url: text, address: webAddress(text) };
  const url = webAddress(source.url) === null ? source.archiveUrl : source.url;
  return { text: source.citation || source.title || source.id, url, address: webAddress(url) };
}
