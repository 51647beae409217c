import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findFlaws } from "../explorer/page/assets/core/link_flaws.js";
import { makeOwnFilters, readHash } from "../explorer/page/assets/core/own_span.js";
import { formatHash } from "../explorer/page/assets/core/page_link.js";
import { readAddressState, writeAddressState } from "../explorer/page/assets/core/story.js";
import { tinyNetwork } from "./tiny_network.js";

const SPAN = { at: "2024", from: "", to: "", certain: false };
const ALL_TIMES = tinyNetwork({ actors: ["a", "b"], relations: ["a ally b"] });
const NETWORK = { ...ALL_TIMES, span: SPAN };
const read = (text, network = NETWORK) => readHash(text, network).filters;

describe("a page that was made for a date", () => {
  it("opens with that date, whatever else the address asks", () => {
    assert.equal(read("").at, "2024");
    assert.equal(read("#path=a,b").at, "2024");
    assert.equal(readAddressState("", NETWORK).filters.at, "2024");
    assert.equal(makeOwnFilters(NETWORK).at, "2024");
    assert.equal(read("", ALL_TIMES).at, "");
  });

  it("shows another date that the address names, or none", () => {
    assert.equal(read("#at=2022").at, "2022");
    assert.deepEqual([read("#from=2020").at, read("#from=2020").from], ["", "2020"]);
    assert.equal(read("#avoid=ally&at=").at, "");
    assert.deepEqual(findFlaws("#at=", NETWORK), []);
  });

  it("keeps what is certain, where it was made of that", () => {
    const network = { ...NETWORK, span: { ...SPAN, certain: true } };
    assert.deepEqual([read("", network).certain, read("#at=2024", network).certain], [true, false]);
    assert.equal(read("#certain=yes").certain, true);
  });

  it("leads back to what it shows by its address", () => {
    for (const text of ["", "#view=network&at=2022", "#view=table", "#at=", "#avoid=ally"]) {
      const state = readAddressState(text, NETWORK);
      const again = readAddressState(writeAddressState(state, NETWORK), NETWORK);
      assert.equal(formatHash(again), formatHash(state));
      assert.deepEqual(again.filters, state.filters);
    }
    assert.equal(writeAddressState(readAddressState("", NETWORK), NETWORK), "");
  });
});
