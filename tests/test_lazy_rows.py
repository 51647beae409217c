"""On cached data filters list their rows only when needed: same rows, same paths, no numpy."""

import subprocess
import sys
from random import Random

import numpy as np
import pytest
from tiny_network import folder

import graph
from graph.cache.cached_columns import CachedColumns
from graph.data.lazy_rows import LazyRows
from graph.select.adjacency import count_neighbours
from graph.select.asked_time import count_asked

pytestmark = pytest.mark.usefixtures("cache_folder")

FILTERS = {
    "only": lambda network: network.only("funds", "ally"),
    "avoid": lambda network: network.avoid("funds"),
    "at": lambda network: network.at("2015"),
    "between": lambda network: network.between("2012", "2016"),
    "open": lambda network: network.between("2016"),
    "certain": lambda network: network.at("2015", certain=True),
    "confidence": lambda network: network.min_confidence(0.6),
    "rated": lambda network: network.min_confidence(0.6, unrated=False),
    "kind": lambda network: network.kind("person", "state"),
    "avoid_kind": lambda network: network.avoid_kind("state"),
    "avoid_actor": lambda network: network.avoid_actor("a3", "a5"),
    "only_actor": lambda network: network.only_actor(*(f"a{number}" for number in range(1, 16))),
    "basis": lambda network: network.basis("stated"),
}
OPTIONS = (
    ["--at", "2015"],
    ["--from", "2012", "--to", "2016"],
    ["--avoid", "funds"],
    ["--only", "ally"],
    ["--min-confidence", "0.6"],
    ["--avoid-kind", "state"],
    ["--avoid-actor", "a3"],
    ["--basis", "stated"],
)
ASKED = """\
import sys
import graph.cache
graph.cache.LEAST_BYTES = 0
from explorer.cli import main
try:
    main()
finally:
    print("with" if "numpy" in sys.modules else "without", "numpy")
"""


@pytest.fixture
def case(tmp_path):
    """A folder of 20 actors and 90 relations, made up with the same seed each time."""
    random = Random(7)  # noqa: S311 - no secret
    choose = random.choice
    kinds = ["person", "state", "organisation"]
    actors = [
        f"a{row},Actor {row},{choose(kinds)},{choose(['', '2011', '2013'])},{choose(['', '2017'])}"
        for row in range(20)
    ]
    cells = (
        [f"a{row}" for row in range(20)],
        [f"a{row}" for row in range(20)],
        ["funds", "ally", "attacks"],
        ["", "2010", "2014", "2015-03", "2016", "2014~", "201X"],
        ["", "", "2018", "..", "ended"],
        ["", "0.5", "0.9"],
        ["", "stated", "alleged"],
        ["asserts", "asserts", "disputes"],
    )
    relations = [",".join([*map(choose, cells), f"https://example.org/{row}"]) for row in range(90)]
    (tmp_path / "case").mkdir()
    head = "source,target,type,start,end,confidence,basis,stance,reference"
    return folder(
        tmp_path / "case",
        actors="\n".join(["id,name,kind,start,end", *actors, ""]),
        relations="\n".join([head, *relations, ""]),
    )


@pytest.fixture
def both(case):
    """The network as its files are read, and as it is cached."""
    plain = graph.load(case, cache=False)
    graph.load(case, cache=True)
    cached = graph.load(case, cache=True)
    assert isinstance(cached.columns, CachedColumns)
    return plain, cached


@pytest.mark.parametrize("first", FILTERS)
@pytest.mark.parametrize("second", ["avoid", "at", "certain", "avoid_actor", "avoid_kind"])
def test_two_filters_keep_the_same_rows_whether_tested_or_listed(both, first, second):
    plain, cached = (FILTERS[second](FILTERS[first](network)) for network in both)
    for family in ("actor_numbers", "relation_numbers"):
        expected, rows = list(getattr(plain, family)), getattr(cached, family)
        every = range(len(getattr(cached.columns, family.removesuffix("_numbers") + "s")))
        assert [row for row in every if row in rows] == expected
        assert [int(row) for row in np.arange(len(every)) if row in rows] == expected
        assert list(rows) == expected
        assert len(rows) == len(expected)


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("direction", ["either", "forwards", "backwards"])
def test_steps_of_rows_that_are_not_listed_are_those_of_all(both, name, direction):
    plain, cached = (FILTERS[name](network) for network in both)
    expected, steps = plain.adjacency(direction), cached.adjacency(direction)
    for actor in range(20):
        assert {key: list(rows) for key, rows in steps[actor].items()} == dict(expected[actor])


@pytest.mark.parametrize("name", FILTERS)
def test_paths_are_told_alike(both, name):
    plain, cached = (FILTERS[name](network) for network in both)
    for target in ("a1", "a2", "a4", "a7", "a9"):
        answers = []
        for network in (plain, cached):
            try:
                answers.append(network.path("a6", target).to_dict())
            except graph.ActorError as error:
                answers.append(str(error))
        assert answers[0] == answers[1]


def test_neighbours_are_counted_as_they_are_listed(both):
    plain, cached = both
    adjacency = plain.adjacency("either")
    assert [*cached.columns.neighbour_counts] == [len(adjacency[actor]) for actor in range(20)]
    unlisted = cached.adjacency("either")
    assert [count_neighbours(unlisted, actor) for actor in range(20)] == [
        *cached.columns.neighbour_counts
    ]


def test_filters_of_cached_data_list_nothing_at_once(both):
    network = FILTERS["avoid_kind"](FILTERS["at"](FILTERS["avoid"](both[1])))
    for rows in (network.actor_numbers, network.relation_numbers):
        assert isinstance(rows, LazyRows)
        assert "listed" not in vars(rows)


@pytest.mark.parametrize("start", ["", "2009", "2014-06", "2015-03-05", "2016", "2030"])
@pytest.mark.parametrize("end", ["", "2010", "2014-06", "2016", "2031"])
@pytest.mark.parametrize("certain", [True, False])
def test_what_was_counted_before_is_what_is_counted_now(both, start, end, certain):
    if (start > end > "") or not (start or end):
        return
    plain, cached = (network.between(start, end, certain=certain) for network in both)
    rows = cached.relation_numbers
    assert len(rows) == len(plain.relation_numbers)
    assert cached.may_hold_count == plain.may_hold_count
    assert cached.is_any_in_doubt == plain.is_any_in_doubt
    assert count_asked(cached) == count_asked(plain)


@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
@pytest.mark.usefixtures("cache_folder", "both")
def test_a_path_with_a_filter_asked_again_does_without_numpy(case, options):
    words = ["--data", str(case), "path", "a6", "a9", *options]
    asked = subprocess.run(
        [sys.executable, "-c", ASKED, *words], capture_output=True, text=True, check=False
    )
    assert asked.stdout.endswith("without numpy\n"), asked.stdout + asked.stderr


@pytest.mark.parametrize("first", FILTERS)
@pytest.mark.parametrize(
    "span", [("2015", "2015"), ("2014-06", "2016"), ("", "2014"), ("2016", "")]
)
@pytest.mark.parametrize("certain", [True, False])
def test_what_is_counted_of_filters_is_what_is_listed(both, first, span, certain):
    for later in ("avoid", "avoid_actor", "avoid_kind", "basis", "confidence"):
        asked = [FILTERS[later](FILTERS[first](network)) for network in both]
        plain, cached = (each.between(*span, certain=certain) for each in asked)
        assert count_asked(cached) == count_asked(plain)
        assert len(cached.relation_numbers) == len(plain.relation_numbers)
        whole_years = all("-" not in date for date in span)
        rows = cached.relation_numbers
        is_listed = isinstance(rows, LazyRows) and "listed" in vars(rows)
        assert not (is_listed and whole_years and first not in {"between", "only_actor"})


def test_a_date_beside_another_filter_does_without_numpy(case, both):
    words = ["--data", str(case), "path", "a6", "a9", "--at", "2015", "--avoid", "funds"]
    words += ["--avoid-kind", "state", "--min-confidence", "0.5"]
    asked = subprocess.run(
        [sys.executable, "-c", ASKED, *words], capture_output=True, text=True, check=False
    )
    assert both
    assert asked.stdout.endswith("without numpy\n"), asked.stdout + asked.stderr
