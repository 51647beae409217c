/**
 * The page's document, as its script element carries it: JSON, or where that is long, deflated and
 * in base64.
 */
import { element } from "./element.js";
import { giveUpStart } from "./start.js";

const TOO_OLD =
  "This browser cannot unpack a page of this size. Open it in a newer one: Chrome or Edge " +
  "80, Firefox 113, Safari 16.4, or later.";

/**
 * Reads the document, at once where nothing is to be unpacked.
 * @param {HTMLScriptElement} place of the type application/json, or text/plain when it is deflated
 * @param {(pageDocument: PageDocument) => void} use
 */
export function readDocument(place, use) {
  const text = place.textContent ?? "";
  if (isJson(place)) use(JSON.parse(text));
  else if (typeof DecompressionStream === "undefined") {
    giveUpStart(element("p", { class: "strong", role: "alert" }, TOO_OLD));
  } else inflate(text).then((json) => use(JSON.parse(json)));
}

/**
 * @param {HTMLScriptElement} place
 * @returns {Promise<string>} the document as JSON
 */
export async function readDocumentText(place) {
  const text = place.textContent ?? "";
  return isJson(place) ? text : inflate(text);
}

/** @param {HTMLScriptElement} place */
function isJson({ type }) {
  return type === "application/json";
}

/** @param {string} base64 */
async function inflate(base64) {
  const bytes = decodeBase64(base64);
  const { writable, readable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  writer.write(bytes); // a Blob or a Response would go through another process
  writer.close();
  const [reader, decoder] = [readable.getReader(), new TextDecoder()];
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    if (done) return text;
  }
}

/**
 * @param {string} base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
function decodeBase64(base64) {
  const { fromBase64 } = /** @type {any} */ (Uint8Array);
  if (fromBase64) return fromBase64.call(Uint8Array, base64); // ten times as fast, but new
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
