/** What is cited of a path beside its text: its id, its sources, and when there was one. */
import { listPathReferences, writeBibtex, writeCslJson } from "../core/bibliography.js";
import { maskAskedPath } from "../core/answers.js";
import { LONGEST_QUESTION } from "../core/ask.js";
import { findAskedTime } from "../core/filters.js";
import { describePeriod, findPathHistory } from "../core/path_history.js";
import { formatHash } from "../core/page_link.js";
import { formatPathId } from "../core/path_id.js";
import { copyText } from "./clipboard.js";
import { element } from "./element.js";
import { buildLazyFold } from "./lazy_section.js";

/** @type {Set<string>} */
const open = new Set();
const NO_PATH = { path: null, pathNumber: 1, pathAlone: false };

/**
 * The id of a path, and when there is one between two actors.
 *
 * @param {PathPanel} panel
 * @param {PathAnswer} answer
 * @param {Path} path
 */
export function buildCitation(panel, answer, path) {
  const history = answer.through.length ? null : buildHistory(panel, answer);
  return [buildPathId(panel.store.network, path), history];
}

/**
 * The id of a path, by which `explore cite` finds it again.
 * @param {Network} network
 * @param {Path} path
 */
function buildPathId(network, path) {
  const id = element("code", { class: "path-id" }, formatPathId(network, path.steps));
  return element("p", { class: "quiet" }, "Cite as ", id);
}

/**
 * @param {Store} store
 * @param {Path} path
 * @returns {[text: string, copy: () => Promise<void>][]} what can be copied for reference managers,
 *   and a link that finds the path again by its id
 */
export function listCopies({ network, state }, path) {
  const references = listPathReferences(network, path);
  const ask = `cite ${formatPathId(network, path.steps)}`;
  const link = formatHash({ ...state, ...NO_PATH, ask, panel: "ask" });
  const isLinked = ask.length <= LONGEST_QUESTION && location.protocol !== "about:";
  /** @type {[text: string, copy: () => Promise<void>][]} */
  const links = [
    ["Copy link", () => copyText(location.href.split("#")[0] + link, "Link to this path copied")],
  ];
  return [
    ...(isLinked ? links : []),
    ["Copy BibTeX", () => copyText(writeBibtex(references), "Copied as BibTeX")],
    ["Copy CSL-JSON", () => copyText(writeCslJson(references), "Copied as CSL-JSON")],
  ];
}

/**
 * Since when and until when a path exists, computed when it is opened.
 * @param {PathPanel} panel
 * @param {PathAnswer} answer
 */
function buildHistory({ store }, answer) {
  const { network, state } = store;
  const { kept, filters } = store.answer;
  const { source, target, directed } = answer;
  return buildLazyFold(
    open,
    "path history",
    element("summary", {}, "When is there a path?"),
    () => {
      const mask = maskAskedPath(network, kept, filters, state.pathAvoid);
      const options = { mask, directed, asked: findAskedTime(network, filters) };
      const { periods, bound } = findPathHistory(network, source, target, options);
      if (bound) return [element("p", {}, `${bound} Set filters.`)];
      return [
        element(
          "ul",
          { class: "path-periods" },
          periods.map((period) =>
            element("li", { dir: "auto" }, describePeriod(network, period, answer)),
          ),
        ),
      ];
    },
  );
}
