"""Balance and camps of the shared networks: against all divisions, and alike in every face.

The rows stand in tests/cases/camp_questions.csv; tests/shared_camps.test.js asks node.
"""

import csv
import itertools
import json
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from camp_cases import (
    describe_balance,
    describe_camps,
    is_default,
    make_camp_network,
    make_rows,
    read_options,
)
from terminal import run
from test_camp_programmes import list_divisions, list_firm

from graph.comparison.what_if import what_if
from graph.layout.camp_positions import find_past

CASES = Path(__file__).parent / "cases"
with (CASES / "camp_questions.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
ANSWERS = json.loads((CASES / "camps.json").read_text(encoding="utf-8"))
PAIRS = list(zip(ROWS, ANSWERS, strict=True))
TINY = [pair for pair in PAIRS if not pair[0]["folder"]]
SIGNS = {"ally": 1, "supports": 1, "opposes": -1, "sanctions": -1}
BELONGING = {"part_of", "member_of", "leads", "commands"}
OPENED = "the example", "places take no side", "evidence later"
DIVIDED = "a wheel with a foe in the middle", "five foes in a ring", "foes alone"


def named(pairs):
    return pytest.mark.parametrize(
        ("asked", "due"), pairs, ids=[each[0]["about"] for each in pairs]
    )


def pick(*names):
    return [pair for pair in PAIRS if pair[0]["about"] in names]


class Conflict:
    """The pairs of a tiny network, read without the explorer, and all divisions of its actors."""

    def __init__(self, asked):
        actors, relations = make_rows(asked)
        self.actors = sorted(each["id"] for each in actors)
        self.places = {each["id"] for each in actors if each["kind"] == "place"}
        self.k, self.signed_only = read_options(asked).values()
        rows = [each for each in relations if each.get("stance") != "disputes"]
        self.signed, self.belonging = {}, {}  # by pair: sign and whether it is over; whether over
        for pair, between in self.group(each for each in rows if each["type"] in SIGNS):
            signs = {SIGNS[each["type"]] for each in between}
            if len(signs) == 1:
                self.signed[pair] = signs.pop(), self.is_over(between)
        if not self.signed_only:
            tied = self.group(each for each in rows if each["type"] in BELONGING)
            self.belonging = {pair: self.is_over(between) for pair, between in tied}
        self.divisions = list_divisions(len(self.actors), self.k)

    def group(self, rows):
        """Return the rows of each pair, by the numbers of its actors."""
        found = {}
        for row in rows:
            ends = (self.actors.index(row[end]) for end in ("source", "target"))
            found.setdefault(tuple(sorted(ends)), []).append(row)
        return list(found.items())

    @staticmethod
    def is_over(rows):
        return all("end" in row for row in rows)

    def count(self, pairs):
        """Return how many of some pairs each division has in tension, by their signs."""
        parted = [
            (self.divisions[:, one] != self.divisions[:, other]) == (sign > 0)
            for (one, other), sign in pairs
        ]
        return np.sum(parted, axis=0, dtype=int) + np.zeros(len(self.divisions), int)

    def list_best(self, *, with_draws):
        """Return the divisions with the fewest in tension; of equals those that draws choose."""
        every = [(pair, sign) for pair, (sign, _) in self.signed.items()]
        costs = [self.count(every)]
        if with_draws:
            over = [(pair, sign) for pair, (sign, is_over) in self.signed.items() if is_over]
            tied = [(pair, 1) for pair in self.belonging]
            still = [(pair, 1) for pair, is_over in self.belonging.items() if not is_over]
            costs += [-self.count(over), self.count(tied) + self.count(still)]
        keys = np.array(costs).T
        best = min(map(tuple, keys.tolist()))
        return best[0], self.divisions[(keys == best).all(axis=1)]

    def list_tensions(self, optima):
        """Return the pairs in tension in some of the best divisions, and whether in all."""
        found = {}
        for (one, other), (sign, _) in self.signed.items():
            tense = (optima[:, one] != optima[:, other]) == (sign > 0)
            if tense.any():
                found[frozenset((self.actors[one], self.actors[other]))] = bool(tense.all())
        return found

    def choose_component(self):
        """Return the actors in the largest conflict: of equals that of more pairs, of lower ids."""
        joined = nx.Graph([*self.signed, *self.belonging])
        wanted = {sign for sign, _ in self.signed.values()}
        ends = {
            end
            for pair, (sign, _) in self.signed.items()
            for end in pair
            if sign < 0 or wanted == {1}
        }
        parts = [part for part in nx.connected_components(joined) if part & ends]
        size = {id(part): sum(set(pair) <= part for pair in self.signed) for part in parts}
        return max(parts, key=lambda part: (len(part), size[id(part)], -min(part)), default=set())

    def list_placed(self, optima, inside):
        """Return who is on one side in all of the best divisions."""
        if self.k > 2:
            order = sorted(inside)
            rows = np.unique(optima[:, order], axis=0)
            edges = [
                (order.index(one), order.index(other), sign)
                for (one, other), (sign, _) in self.signed.items()
                if {one, other} <= inside
            ]
            return {order[each] for each in list_firm(len(order), edges, rows)}
        degrees = {each: sum(each in pair for pair in self.signed) for each in inside}
        together = [
            frozenset(o for o in inside if len(set((optima[:, one] == optima[:, o]).tolist())) == 1)
            for one in inside
        ]
        best, *rest = sorted(
            ((len(each), sum(map(degrees.get, each)), sorted(each)) for each in set(together)),
            reverse=True,
        )
        is_sure = best[0] > 1 and not (rest and rest[0][:2] == best[:2])
        return set(best[2]) if is_sure else set()

    def name(self, numbers):
        return sorted(self.actors[each] for each in numbers)


@named(TINY)
def test_balance_is_that_of_all_divisions(asked, due):
    conflict = Conflict({**asked, "k": "2"})
    least, optima = conflict.list_best(with_draws=False)
    found = due["balance"]
    assert (found["frustration"], found["lower"], found["upper"]) == (least,) * 3
    assert found["optimal"] is True
    tensions = {frozenset(each[:2]): each[-1] for each in found["tensions"]}
    assert tensions == conflict.list_tensions(optima)
    counted = dict.fromkeys(("+++", "++-", "+--", "---"), 0)
    names = []
    for three in itertools.combinations(range(len(conflict.actors)), 3):
        signs = [conflict.signed.get(pair, (0,))[0] for pair in itertools.combinations(three, 2)]
        if all(signs):
            counted["+" * signs.count(1) + "-" * signs.count(-1)] += 1
            names += [set(conflict.name(three))] if signs.count(-1) % 2 else []
    assert found["triangles"] == counted
    assert sorted(map(sorted, names)) == sorted(sorted(each[0]) for each in found["unbalanced"])


@named(TINY)
def test_camps_are_those_of_all_divisions(asked, due):
    conflict = Conflict(asked)
    least, optima = conflict.list_best(with_draws=True)
    found = due["camps"]
    assert (found["frustration"], found["lower"], found["upper"]) == (least,) * 3
    assert found["optimal"] is True
    inside = conflict.choose_component()
    placed = conflict.list_placed(optima, inside) if inside else set()
    sides = {}
    for each in placed:
        sides.setdefault(int(optima[0, each]), set()).add(each)
    expected = [
        (sorted({*conflict.name(side)} - conflict.places), conflict.name(side))
        for side in sides.values()
    ]
    apart = [sorted(set(everybody) & conflict.places) for _, everybody in expected]
    assert sorted(map(sorted, found["camps"])) == sorted(members for members, _ in expected)
    assert sorted(map(sorted, found["apart"])) == sorted(apart)
    rest = {*conflict.actors} - conflict.places
    free = {*conflict.name(inside - placed)} - conflict.places
    assert sorted(found["undecided"]) == sorted(free)
    assert sorted(found["unplaced"]) == sorted(rest - free - {*conflict.name(placed)})
    tensions = {frozenset(each[:2]): each[-1] for each in found["tensions"]}
    if conflict.k > 2:
        assert len(tensions) == least
    else:
        assert tensions == conflict.list_tensions(optima)


def ask_terminal(command, asked, folder, *words):
    """Return what a command prints as JSON of the network of a row."""
    options = [*words]
    options += ["--at", asked["at"]] if asked["at"] else []
    for each in filter(None, asked["avoid"].split("|")):
        options += ["--avoid", each]
    result = run(command, *options, "--format", "json", data=place(asked, folder))
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def place(asked, folder):
    """Return the folder of a row; a tiny network is written into it."""
    if asked["folder"]:
        return None if asked["folder"] == "example" else CASES / asked["folder"]
    for name, rows in zip(("actors", "relations"), make_rows(asked), strict=True):
        header = {column: "" for row in rows for column in row} or {"source": "", "target": ""}
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as written:
            writer = csv.DictWriter(written, list(header))
            writer.writeheader()
            writer.writerows(rows)
    return folder


@named(PAIRS)
def test_the_terminal_answers_the_same(asked, due, tmp_path):
    words = ["--k", asked["k"], *["--signed-only"] * (asked["signed_only"] == "yes")]
    assert describe_camps(ask_terminal("camps", asked, tmp_path, *words)) == due["camps"]
    assert describe_balance(ask_terminal("balance", asked, tmp_path)) == due["balance"]


OTHERS = {
    "brokers": ([], lambda net, _: net.brokers()),
    "timeline": ([], lambda net, _: net.timeline()),
    "camps": (["--doubt", "--draws", "3"], lambda net, _: net.camps_doubt(draws=3)),
    "whatif": (["--without", None], lambda net, actor: what_if(net, without=[actor])),
}


@pytest.mark.slow
@pytest.mark.parametrize("command", OTHERS)
@named([pair for pair in PAIRS if is_default(pair[0])])
def test_brokers_doubt_suppositions_and_time_are_alike(command, asked, due, tmp_path):
    words, ask = OTHERS[command]
    (actor, *_) = due["actors"]
    expected = json.loads(json.dumps(ask(make_camp_network(asked), actor).to_dict()))
    found = ask_terminal(command, asked, tmp_path, *(actor if w is None else w for w in words))
    assert {name: found[name] for name in expected} == expected


@pytest.mark.browser
@named(pick(*OPENED))
def test_the_panel_shows_the_same(asked, due, visit, page_of):
    network = make_camp_network(asked)
    one = visit(page_of(network), "#panel=camps&colour_by=plain")
    panel = one.page.locator("#panel-camps")
    camps = due["camps"]
    parts = [*zip(camps["camps"], camps["apart"], strict=True)]
    parts += [(each, []) for each in (camps["undecided"], camps["unplaced"]) if each]
    gone = {network.columns.actor(row).id for row in find_past(network)}
    past = [each for members, apart in parts[:2] for each in [*members, *apart] if each in gone]
    parts += [(past, [])] if past else []
    folds = panel.locator("details")
    names = {actor.id: actor.name for actor in network.actor_rows}
    assert folds.count() == len(parts)
    for number, (members, apart) in enumerate(parts):
        folds.nth(number).locator("summary").click()
        lists = folds.nth(number).locator(".members")
        lists.first.wait_for(state="attached")
        shown = [lists.nth(each).locator("li").all_inner_texts() for each in range(lists.count())]
        expected = [members, apart] if apart else [members]
        assert [sorted(each) for each in shown] == [
            sorted(names[each] for each in part) for part in expected
        ]
    sentences = [each[1] for each in camps["defections"]]
    sentences += [each[3] for each in camps["tensions"]]
    sentences += [each[1].removesuffix(".") for each in due["balance"]["unbalanced"]]
    assert panel.locator(".tensions .link").all_inner_texts() == sentences


@pytest.mark.browser
@named(pick(*DIVIDED))
def test_without_two_camps_there_is_no_panel_of_them(asked, due, visit, page_of):
    one = visit(page_of(make_camp_network(asked)))
    assert (one.page.locator("#tab-camps").count() == 1) is (len(due["camps"]["camps"]) == 2)
