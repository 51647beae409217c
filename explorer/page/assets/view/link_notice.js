import { findUnknownActors } from "../core/page_link.js";
import { shorten } from "../core/text.js";
import { announce } from "./announce.js";
import { element, getPart, replaceContent, isolateNames } from "./element.js";
import { buildIconButton } from "./icons.js";

const MOST_NAMED = 3;

/**
 * The notice in pieces, of our own and from the link by turns.
 * @param {string[]} ids
 */
function splitNotice(ids) {
  const names = ids
    .slice(0, MOST_NAMED)
    .flatMap((id, i) => [i ? "', '" : "This link names '", shorten(id)]);
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
  return [
    ...names,
    `'${more}, which ${ids.length === 1 ? "is not an actor" : "are not actors"} here.`,
  ];
}

function hideNotice() {
  getPart("notice").hidden = true;
}

/** @param {Network} network */
function readLink(network) {
  const ids = findUnknownActors(location.hash, network);
  getPart("notice").hidden = !ids.length;
  if (!ids.length) return;
  replaceContent(
    getPart("notice"),
    element("p", {}, isolateNames(["", ...splitNotice(ids)])),
    buildIconButton("close", "Close this notice", hideNotice),
  );
  announce(splitNotice(ids).join(""));
}

/**
 * Says which actors of a link are not here; the rest of the link is shown all the same.
 * @param {Network} network
 */
export function listenToLinks(network) {
  readLink(network);
  addEventListener("hashchange", () => readLink(network));
}
