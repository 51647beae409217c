import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeDefaultFilters } from "../explorer/page/assets/core/filters.js";
import { formatHash, parseHash } from "../explorer/page/assets/core/page_link.js";
import { makeDefaultState } from "../explorer/page/assets/core/page_state.js";
import { findUnknownActors } from "../explorer/page/assets/core/link_flaws.js";
import { seededNumbers, tinyNetwork } from "./tiny_network.js";

const NETWORK = tinyNetwork({
  actors: [
    "lukashenko",
    "vilnius",
    "Мінск",
    "a,b&c=d#e%f g+h",
    "x:y/z@w",
    "__proto__",
    { id: "p", kind: "person" },
  ],
  relations: ["lukashenko opposes vilnius"],
  sources: [{ id: "s1" }],
  measures: [{ id: "betweenness", label: "Betweenness", scores: { all: 0 } }],
  communities: {
    number: [1, 1, null, null, null, null, 2],
    foremost: [[0, 1], [6]],
    modularity: 0.5,
  },
});

function state(changes, filters = {}) {
  return { ...makeDefaultState(), ...changes, filters: { ...makeDefaultFilters(), ...filters } };
}

const FULL = state(
  {
    view: "table",
    actor: "lukashenko",
    relation: "r0",
    path: ["lukashenko", "vilnius"],
    pathNumber: 3,
    pathAlone: true,
    directed: true,
    pathBy: "confidence",
    pathK: 3,
    pathMaxLength: 4,
    pathHubs: false,
    pathAvoid: new Set(["borders", "ally"]),
    sizeBy: "betweenness",
    colourBy: "kind",
    withoutRelations: "faded",
    rankBy: "betweenness",
    panel: "ranks",
    ego: 2,
    whole: true,
    source: "s1",
    unsourced: true,
    community: 2,
  },
  {
    avoid: new Set(["funds"]),
    avoidKind: new Set(["person"]),
    avoidActor: new Set(["p"]),
    at: "2022-08",
    from: "2020",
    to: "2022-08-08",
    certain: true,
    minConfidence: 0.25,
    unrated: false,
    withoutSource: "s1",
  },
);

describe("the hash", () => {
  it("is readable", () => {
    assert.equal(formatHash(state({ actor: "lukashenko" })), "#actor=lukashenko");
    const path = { path: ["lukashenko", "vilnius"], pathAvoid: new Set(["borders"]) };
    assert.equal(formatHash(state(path)), "#path=lukashenko,vilnius&path_avoid=borders");
    assert.equal(
      formatHash(state({ view: "table" }, { at: "2022-08", avoid: new Set(["funds"]) })),
      "#view=table&avoid=funds&at=2022-08",
    );
    assert.equal(formatHash(state({ actor: "x:y/z@w" })), "#actor=x:y/z@w");
  });

  it("says everything in one order", () => {
    const text =
      "#view=table&actor=lukashenko&relation=r0&ego=2&path=lukashenko,vilnius" +
      "&path_number=3&path_alone=yes&directed=yes&path_by=confidence&path_k=3" +
      "&path_max_length=4&path_hubs=no&path_avoid=ally,borders&avoid_actor=p" +
      "&avoid=funds&avoid_kind=person&at=2022-08&from=2020&to=2022-08-08&certain=yes" +
      "&min_confidence=0.25&unrated=no&without_source=s1&size_by=betweenness" +
      "&colour_by=kind&without_relations=faded&rank_by=betweenness&panel=ranks&whole=yes" +
      "&source=s1&unsourced=yes&community=2";
    assert.equal(formatHash(FULL), text);
    assert.deepEqual(parseHash(text, NETWORK), FULL);
    const backwards = text.slice(1).split("&").reverse().join("&");
    assert.equal(formatHash(parseHash(backwards, NETWORK)), text);
  });

  it("is empty as the page opens", () => {
    assert.equal(formatHash(makeDefaultState()), "");
    for (const text of ["", "#", "#&&"]) {
      assert.deepEqual(parseHash(text, NETWORK), makeDefaultState());
    }
  });

  it("comes back whole for every actor's id", () => {
    for (const { id } of NETWORK.actors) {
      const shown = state({ actor: id, path: [id, "p"] }, { avoidActor: new Set([id, "vilnius"]) });
      assert.deepEqual(parseHash(formatHash(shown), NETWORK), shown, id);
      assert.match(formatHash(shown), /^#[\x21-\x7E]+$/);
    }
  });
});

describe("a hash from a stranger", () => {
  it("is read without what is unknown in it", () => {
    const hostile = [
      "#actor=nobody",
      "#actor=toString",
      "#relation=r9",
      "#view=secret",
      "#path=lukashenko",
      "#path=lukashenko,nobody",
      `#path=${"lukashenko,".repeat(11)}p`,
      "#path_avoid=hates",
      "#avoid=",
      "#avoid_kind=constructor",
      "#avoid_actor=",
      "#at=2022-02-30",
      "#at=now",
      "#from=%00",
      "#from=9999&to=0001",
      "#to=2021&from=2022-01-01",
      "#path_number=0",
      "#path_number=1e3",
      "#path_number=-1",
      "#path_number=9999999",
      "#ego=12",
      "#ego=two",
      "#min_confidence=2",
      "#min_confidence=NaN",
      "#min_confidence=0x1",
      "#certain=maybe",
      "#undated=maybe",
      "#directed=1",
      "#path_alone=true",
      "#size_by=__proto__",
      "#colour_by=<script>",
      "#without_relations=hidden",
      "#without_source=s2",
      "#__proto__=x",
      "#constructor=x",
      "#filters=x",
      "#=",
      "#=x",
      "#actor",
      "#actor=",
      "#?",
      "#%",
      "#actor=%",
      "#actor=%E0%A4%A",
      "#actor=%FF",
      "#path=%,lukashenko",
      "##actor=lukashenko",
      `#actor=${"x".repeat(1000000)}`,
      `#${"&".repeat(100000)}`,
      `#path=${"lukashenko,".repeat(10000)}p`,
      `#path_number=${"9".repeat(400)}`,
      `#min_confidence=.${"9".repeat(400)}e9`,
      "#actor=%C0%AE",
      "#actor=%ED%A0%80",
      "#actor=%00lukashenko",
      "#actor=%EF%BB%BFlukashenko",
      "#actor=lukashenko%E2%80%AE",
      "#actor=LUKASHENKO",
      "#actor=%2520lukashenko",
      "#prototype=x",
      "#hasOwnProperty=x",
      "#toString=x",
      "#actor.__proto__=x",
      "#actor[]=lukashenko",
      "#path=constructor,prototype",
      "#avoid=__proto__,constructor",
      "#path_number=%31%65%33",
      "#path_number=-0",
      "#path_number= 1",
      "#path_number=٣",
      "#path_number=1.5",
      "#ego=0x9",
      "#ego=1e0",
      "#ego=+1",
      "#min_confidence=Infinity",
      "#min_confidence=1%2C5",
      "#min_confidence=-0.1",
      "#min_confidence=F6",
      "#at=99999",
      "#at=-0",
      "#at=2022-13",
      "#at=2022-8",
      "#at=٢٠٢٢",
      "#to=Infinity",
      "#at=2022%0A",
      "#view=network%00",
      "#view=javascript:alert(1)",
      "#whole=YES",
      "#source=s9",
      "#source=__proto__",
      "#unsourced=1",
      "#community=4",
      "#community=0",
      "#community=01",
      "#community=1e0",
      "#community=９",
      "#actor='\"><svg/onload=alert(1)>",
      "#actor;lukashenko",
      "#javascript:alert(1)",
      "#{{7*7}}",
      "#${alert(1)}",
      "#:~:text=x",
      "#main",
      "#!/actor=lukashenko",
      "#\u2028actor=lukashenko",
      "#actor=lukashenko\u2029",
    ];
    for (const text of hostile) {
      assert.deepEqual(parseHash(text, NETWORK), makeDefaultState(), text);
    }
  });

  it("is read with what is known in it", () => {
    assert.deepEqual(
      parseHash("#path_avoid=hates,ally&x=1&actor=vilnius", NETWORK),
      state({ actor: "vilnius", pathAvoid: new Set(["ally"]) }),
    );
    assert.deepEqual(
      parseHash("#from=2022-05&to=2022", NETWORK),
      state({}, { from: "2022-05", to: "2022" }),
    );
    assert.deepEqual(parseHash("actor=%6C%75kashenko", NETWORK), state({ actor: "lukashenko" }));
    assert.deepEqual(
      parseHash("#min_confidence=1&ego=9&path_number=100000", NETWORK),
      state({ ego: 9, pathNumber: 100000 }, { minConfidence: 1 }),
    );
    assert.deepEqual(parseHash("#min_confidence=.5", NETWORK), state({}, { minConfidence: 0.5 }));
    for (const text of ["high", "80%25", "b2", "8e-1"]) {
      const found = parseHash(`#min_confidence=${text}`, NETWORK);
      assert.deepEqual(found, state({}, { minConfidence: 0.8 }), text);
    }
  });

  it("never breaks anything, and once read says the same again", () => {
    const random = seededNumbers(11);
    const parts = [
      "#",
      "&",
      "=",
      ",",
      "%",
      "%2C",
      "%zz",
      "actor",
      "path",
      "hide",
      "at",
      "2022",
      "ally",
      "vilnius",
      "\u0000",
      "\uD800",
      "😀",
      "__proto__",
    ];
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: random(14) }, () => parts[random(parts.length)]).join("");
      const read = parseHash(text, NETWORK);
      assert.deepEqual(parseHash(formatHash(read), NETWORK), read, JSON.stringify(text));
    }
  });

  it("is written even for an id that no address can hold", () => {
    assert.equal(formatHash(state({ actor: "\uD800" })), "#actor=%EF%BF%BD");
  });
});

describe("the actors a hash names in vain", () => {
  const strangers = (text) => findUnknownActors(text, NETWORK);

  it("are told once each, wherever an actor may stand", () => {
    assert.deepEqual(strangers("#actor=foo&path=vilnius,b%20r&avoid_actor=foo,lukashenko"), [
      "foo",
      "b r",
    ]);
  });

  it("are none where all are known, or where something else is named", () => {
    assert.deepEqual(strangers("#actor=vilnius&avoid=foo&without_source=bar&path"), []);
    assert.deepEqual(strangers("#actor=&path=%E0%A4%A"), []);
  });
});
