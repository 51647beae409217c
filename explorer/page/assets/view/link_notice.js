import { findFlaws, findUnknownActors } from "../core/link_flaws.js";
import { shorten } from "../core/text.js";
import { announce } from "./announce.js";
import { element, getPart, replaceContent, isolateNames } from "./element.js";
import { buildIconButton } from "./icons.js";

const MOST_NAMED = 3;

/**
 * The notice in pieces, of our own and from the link by turns.
 * @param {string[]} ids of actors that are not here
 * @param {string[]} flaws that mean nothing
 */
function splitNotice(ids, flaws) {
  const actors = listNames("This link names", ids, [
    "which is not an actor here.",
    "which are not actors here.",
  ]);
  const others = listNames("This link says", flaws, [
    "which means nothing here.",
    "which mean nothing here.",
  ]);
  if (!actors.length || !others.length) return [...actors, ...others];
  return [...actors.slice(0, -1), `${actors[actors.length - 1]} ${others[0]}`, ...others.slice(1)];
}

/**
 * @param {string} begin
 * @param {string[]} names
 * @param {[one: string, several: string]} ends
 */
function listNames(begin, names, [one, several]) {
  if (!names.length) return [];
  const pieces = names
    .slice(0, MOST_NAMED)
    .flatMap((name, i) => [i ? "', '" : `${begin} '`, shorten(name)]);
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  return [...pieces, `'${more}, ${names.length === 1 ? one : several}`];
}

function hideNotice() {
  getPart("notice").hidden = true;
}

/**
 * @param {Network} network
 * @param {string} hash
 */
function readLink(network, hash) {
  const pieces = splitNotice(findUnknownActors(hash, network), findFlaws(hash, network));
  getPart("notice").hidden = !pieces.length;
  if (!pieces.length) return;
  replaceContent(
    getPart("notice"),
    element("p", {}, isolateNames(["", ...pieces])),
    buildIconButton("close", "Close this notice", hideNotice),
  );
  announce(pieces.join(""));
}

/**
 * Says what in a link is not here; the rest of the link is shown all the same.
 * @param {Network} network
 * @param {string} opened the hash that the page was opened with
 */
export function listenToLinks(network, opened) {
  readLink(network, opened);
  addEventListener("hashchange", ({ newURL }) => readLink(network, new URL(newURL).hash));
}
