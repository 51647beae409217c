import { strangersInHash } from "../core/hash.js";
import { shorten } from "../core/text.js";
import { announce } from "./announce.js";
import { element, part, renew, told } from "./element.js";
import { iconButton } from "./icons.js";

const MOST_NAMED = 3;

/** The notice in pieces, of our own and from the link by turns. */
function noticeParts(ids) {
  const names = ids
    .slice(0, MOST_NAMED)
    .flatMap((id, i) => [i ? "', '" : "This link names '", shorten(id)]);
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
  return [...names, `'${more}, which ${ids.length === 1 ? "is no actor" : "are no actors"} here.`];
}

function hideNotice() {
  part("notice").hidden = true;
}

function readLink(network) {
  const ids = strangersInHash(location.hash, network);
  part("notice").hidden = !ids.length;
  if (!ids.length) return;
  renew(
    part("notice"),
    element("p", {}, told(["", ...noticeParts(ids)])),
    iconButton("close", "Close this notice", hideNotice),
  );
  announce(noticeParts(ids).join(""));
}

/**
 * Says which actors of a link are not here; the rest of the link is shown all the same.
 * @param {object} network
 */
export function listenToLinks(network) {
  readLink(network);
  addEventListener("hashchange", () => readLink(network));
}
