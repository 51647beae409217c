/** The ids of version 0.1 in links and notes: they lead to the relations that had them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readLayout } from "../explorer/page/assets/core/layout_file.js";
import { findFlaws } from "../explorer/page/assets/core/link_flaws.js";
import { formatHash, parseHash } from "../explorer/page/assets/core/page_link.js";
import { tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({
  actors: ["a", "b"],
  relations: ["a funds b", "a opposes b", "b funds a"],
  former_relation_ids: "5440eb9aff  5440eb9aff-2",
});

describe("a former id", () => {
  it("in a link leads to the relation, whose present id the page writes", () => {
    const state = parseHash("#relation=r5440eb9aff-2", NETWORK);
    assert.equal(state.relation, "r2");
    assert.equal(formatHash(state), "#relation=r2");
    assert.deepEqual(findFlaws("#relation=r5440eb9aff-2", NETWORK), []);
  });

  it("that nobody had is told", () => {
    assert.equal(parseHash("#relation=r0000000000", NETWORK).relation, "");
    assert.deepEqual(findFlaws("#relation=r", NETWORK), ["relation=r"]);
  });

  it("in notes is taken for the present one", () => {
    const { notes } = readLayout(NETWORK, "#tienotes=r5440eb9aff,Ask.");
    assert.deepEqual([...notes.relations], [["r0", { text: "Ask.", from: "link" }]]);
  });
});
