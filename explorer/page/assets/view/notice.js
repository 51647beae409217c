import { strangersInHash } from "../core/hash.js";
import { shorten } from "../core/text.js";
import { announce } from "./announce.js";
import { element, part, renew } from "./element.js";
import { iconButton } from "./icons.js";

const MOST_NAMED = 3;

function words(ids) {
  const named = ids.slice(0, MOST_NAMED).map((id) => `'${shorten(id)}'`);
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
  return `This link names ${named.join(", ")}${more}, which ${ids.length === 1 ? "is no actor" : "are no actors"} here.`;
}

function hideNotice() {
  part("notice").hidden = true;
}

function readLink(network) {
  const ids = strangersInHash(location.hash, network);
  part("notice").hidden = !ids.length;
  if (!ids.length) return;
  renew(part("notice"), element("p", {}, words(ids)), iconButton("close", "Close this notice", hideNotice));
  announce(words(ids));
}

/**
 * Says which actors of a link are not here; the rest of the link is shown all the same.
 * @param {object} network
 */
export function listenToLinks(network) {
  readLink(network);
  addEventListener("hashchange", () => readLink(network));
}
