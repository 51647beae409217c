"""Every shared path case, checked with networkx and without the search that answered it."""

import itertools
import json
import re
import runpy
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from telling import rank

import graph

CASES = Path(__file__).parent / "cases"
PATHS = json.loads((CASES / "paths.json").read_text(encoding="utf-8"))
LIMIT = 100
WRITTEN = date(2022, 12, 31)
TAIL = re.compile(  # dates, and what is missing where a date is asked
    r"(?: \((?:from |since |until )?(?:the )?[-0-9X]+s?(?: to (?:the )?[-0-9X]+s?)?"
    r"(?:, ended)?\)| \(ended\))?"
    r"(?:, (?:undated|(?:start|end) not known|date in doubt))?$"
)


@pytest.fixture(scope="module")
def multigraph():
    return graph.load_example().graph


def days(text, *, last):
    """Return the first or last day of a partial date, found by counting days."""
    if text.endswith("X"):
        text = text.replace("X", "9" if last else "0")
    year, month, day = (int(part) for part in (*text.split("-"), "0", "0")[:3])
    if day:
        return date(year, month, day)
    if not last:
        return date(year, month or 1, 1)
    following = (date(year + 1, 1, 1) if month in {0, 12} else date(year, month + 1, 1)).toordinal()
    return date.fromordinal(following - 1)


def last_day(row, *, event=False):
    """Return the last day on which a row may hold: every row cites the article of 2022-12."""
    if row["end"] == "ended":
        return WRITTEN
    end = row["end"] or (row["start"] if event else "")
    return date.max if end in {"", ".."} else days(end, last=True)


def is_within_doubt(row, asked):
    """Return whether no day that is asked is after a doubtful start, and before a doubtful end."""
    start, end = row["start"], row["end"]
    return (start.endswith("X") and days(asked, last=True) <= days(start, last=True)) or (
        end.endswith("X") and days(asked, last=False) >= days(end, last=False)
    )


def in_time(multigraph, edge, ends, case):
    """Return whether an edge may be of a date, or is for certain; no date is a doubtful one."""
    asked = case["at"]
    if not asked:
        return True
    event = edge["type"] in {"founded", "met"}
    if case["certain"]:
        known = event or edge["end"] not in {"", "..", "ended"}
        still = edge["end"] == ".." and days(asked, last=False) <= WRITTEN
        if not (edge["start"] and (known or still)):
            return False
        bounds = [edge, *(multigraph.nodes[end] for end in ends)]
        if any(is_within_doubt(row, asked) for row in bounds):
            return False
    actors = [multigraph.nodes[end] for end in ends]
    begins = max(days(row["start"] or "1", last=False) for row in [edge, *actors])
    ends_by = min(last_day(edge, event=event), *map(last_day, actors))
    return begins <= days(asked, last=True) and ends_by >= days(asked, last=False)


def kept_edges(multigraph, case):
    return [
        (source, target, key, edge)
        for source, target, key, edge in multigraph.edges(keys=True, data=True)
        if in_time(multigraph, edge, (source, target), case)
        and edge["type"] not in case["avoid"]
        and (not case["only"] or edge["type"] in case["only"])
        and source not in case["avoid_actor"]
        and target not in case["avoid_actor"]
        and (not case["only_actor"] or {source, target} <= {*case["only_actor"]})
    ]


def projection(multigraph, case):
    """Return who can step to whom on an asserting relation, as a simple directed graph."""
    steps = nx.DiGraph()
    steps.add_nodes_from(multigraph)
    for source, target, _, edge in kept_edges(multigraph, case):
        if edge["stance"] == "asserts" and source != target:
            steps.add_edge(source, target)
            if edge["mutual"] or not case["directed"]:
                steps.add_edge(target, source)
    return steps


@pytest.fixture(scope="module")
def row_order():
    return [relation.id for relation in graph.load_example().relation_rows]


def told_on(multigraph, case, here, there):
    """Return the relations a step should tell: all that can be walked that way."""
    return {
        key
        for source, target, key, edge in kept_edges(multigraph, case)
        if (source, target) == (here, there)
        or ((target, source) == (here, there) and (edge["mutual"] or not case["directed"]))
    }


def label(case):
    parts = [
        case["from"],
        case["to"],
        *case["only"],
        *case["avoid"],
        *case["avoid_actor"],
        case["at"],
    ]
    parts += [f"among {actor}" for actor in case["only_actor"]]
    flags = ["certain" if case["certain"] else "", "directed" if case["directed"] else ""]
    return " ".join(filter(None, parts + flags))


def spell_out(row):
    """Return a row with plain dates, as the ranks compare them."""
    ends = {"..": "9999", "ended": "2022-12"}
    start, end = row["start"].replace("X", "0"), row["end"].replace("X", "9")
    return {**row, "start": start, "end": ends.get(end, end)}


each_case = pytest.mark.parametrize("case", PATHS, ids=map(label, PATHS))


@pytest.mark.long
@pytest.mark.nightly(but_each=2)
@each_case
def test_length_count_and_order_are_those_of_networkx(multigraph, case):
    steps = projection(multigraph, case)
    rows = [
        {"source": source, "target": target, "id": key, **spell_out(edge)}
        for source, target, key, edge in kept_edges(multigraph, case)
    ]
    actors = {actor: spell_out(row) for actor, row in multigraph.nodes(data=True)}
    voice_of = dict.fromkeys(graph.load_example().sources["id"], "consequences_article")
    ranking = {"directed": case["directed"], "voice_of": voice_of}
    if case["at"]:
        holding = graph.load_example().at(case["at"], certain=True).relation_rows
        ranking["known"] = lambda row: row["id"] in {each.id for each in holding}
    try:
        every = list(nx.all_shortest_paths(steps, case["from"], case["to"]))
    except nx.NetworkXNoPath:
        every = []
    every.sort(key=lambda path: rank(path, rows, actors, **ranking))
    assert case["length"] == (len(every[0]) - 1 if every else None)
    assert case["path_count"] == len(every)
    assert [path["actors"] for path in case["paths"]] == every[:LIMIT]


@each_case
def test_every_step_tells_every_kept_relation_in_row_order(multigraph, row_order, case):
    steps = {
        (here, there): relations
        for path in case["paths"]
        for (here, there), relations in zip(
            itertools.pairwise(path["actors"]), path["relations"], strict=True
        )
    }
    for (here, there), relations in steps.items():
        ids = told_on(multigraph, case, here, there)
        assert relations == [key for key in row_order if key in ids]


@each_case
def test_the_sentence_names_the_actors_in_order(multigraph, case):
    for path in case["paths"]:
        names = [multigraph.nodes[actor]["name"] for actor in path["actors"]]
        if len(names) == 1:
            assert path["sentence"] == f"Both names mean {names[0]}."
            continue
        parts = path["sentence"].removesuffix(".").split("; ")
        assert len(parts) == len(names) - 1
        for (here, there), part in zip(itertools.pairwise(names), parts, strict=True):
            assert part.startswith(f"{here} ")
            assert TAIL.sub("", part, count=1).endswith(f" {there}")


def test_the_cases_are_of_many_kinds():
    assert len(PATHS) >= 40
    assert {case["length"] for case in PATHS} >= {None, 0, 1, 2, 3, 4, 5}
    assert max(case["path_count"] for case in PATHS) >= 15
    for name in ("only", "avoid", "avoid_actor", "only_actor", "at", "directed"):
        assert sum(bool(case[name]) for case in PATHS) >= 5
    assert sum(case["certain"] for case in PATHS) >= 5


@pytest.mark.slow
def test_no_case_file_is_stale():
    fresh = runpy.run_path(str(CASES / "regenerate.py"))["files"]()
    for name, text in fresh.items():
        stored = (CASES / name).read_text(encoding="utf-8")
        assert stored == text, f"{name}: run: python tests/cases/regenerate.py"
