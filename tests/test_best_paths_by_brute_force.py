"""The best paths in every order on random small networks, against all paths listed by networkx.

What is compared is worked out from the rows alone, as exact fractions.
"""

import itertools
from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from telling import MUTUAL, WITHOUT_INFLUENCE, asserted, parallel, rank
from tiny_network import of_rows

ACTORS = "FDBACE"
FEW = 1
REFERENCES = ["", "x", "y", "x|y", "y|z", "w"]
LINE = st.fixed_dictionaries(
    {
        "source": st.sampled_from(ACTORS),
        "type": st.sampled_from(["funds", "ally", "borders", "opposes", "located_in"]),
        "target": st.sampled_from(ACTORS),
        "stance": st.sampled_from(["asserts", "asserts", "asserts", "disputes"]),
    },
    optional={
        "basis": st.sampled_from(["stated", "alleged"]),
        "start": st.sampled_from(["2000", "2005"]),
        "end": st.sampled_from(["2008", "2010"]),
        "confidence": st.sampled_from(["0.9", "0.6", "0.4", "0.36", "1", "0"]),
        "reference": st.sampled_from(REFERENCES),
    },
)
KINDS = st.tuples(*(st.sampled_from(["person", "place"]) for _ in ACTORS))


def carries(row, here):
    return row["type"] not in WITHOUT_INFLUENCE and (row["type"] in MUTUAL or row["source"] == here)


def followed(rows, actors, ends, here, there, *, directed, by):  # noqa: PLR0913 - a rule
    """Return the rows of a step, those alone that carry influence where it is asked for."""
    step = parallel(rows, here, there, directed=directed)
    is_excused = any(
        actors[end]["kind"] == "place" and end == at
        for end, at in ((ends[0], here), (ends[1], there))
    )
    return step if by != "influence" or is_excused else [row for row in step if carries(row, here)]


def voices(row):
    return {part for part in row.get("reference", "").split("|") if part}


def combine(step):
    """Return the confidence of a step: of rows that share a voice, directly or not, the best."""
    rows = asserted(step)
    shared = nx.Graph()
    shared.add_nodes_from(range(len(rows)))
    for one, other in itertools.combinations(range(len(rows)), 2):
        if (voices(rows[one]) or {""}) & (voices(rows[other]) or {""}):
            shared.add_edge(one, other)
    doubt = Fraction(1)
    for group in nx.connected_components(shared):
        doubt *= 1 - max(Fraction(rows[number].get("confidence") or "0.5") for number in group)
    return max(round((1 - doubt) * 1_000_000), 1)


def hub_steps(rows, actor):
    near = {row["source"] for row in asserted(rows) if row["target"] == actor}
    near |= {row["target"] for row in asserted(rows) if row["source"] == actor}
    count, steps = len(near - {actor}), 0
    while count >= 2 * FEW * 2**steps:
        steps += 1
    return steps


def measure(path, rows, steps, *, by, hubs):
    """Return what a path is compared by before its rank."""
    further = 0 if hubs else sum(hub_steps(rows, actor) for actor in path[1:-1])
    length = len(path) - 1 + further, len(path) - 1
    if by == "voices":
        count = [len(set().union(*map(voices, asserted(step)))) for step in steps]
        return -min(count, default=0), *length
    if by == "confidence":
        product = Fraction(1)
        for step in steps:
            product *= Fraction(combine(step), 1_000_000)
        return -product / 2**further, length[1]
    return length


def list_every(rows, actors, ends, *, directed, by, hubs, max_length):  # noqa: PLR0913 - all asked
    """Return every path with what it is compared by, the best first."""
    graph, asked = nx.DiGraph(), {"directed": directed, "by": by}
    graph.add_nodes_from(actors)
    for here, there in itertools.permutations(actors, 2):
        if asserted(followed(rows, actors, ends, here, there, **asked)):
            graph.add_edge(here, there)
    every = [[ends[0]]] if ends[0] == ends[1] else nx.all_simple_paths(graph, *ends)
    measured = []
    for path in every:
        if max_length is None or len(path) <= max_length + 1:
            pairs = itertools.pairwise(path)
            steps = [followed(rows, actors, ends, *pair, **asked) for pair in pairs]
            first = measure(path, rows, steps, by=by, hubs=hubs)
            measured.append(
                (first, order(path, rows, actors, directed=directed, by=by), "".join(path))
            )
    return sorted(measured)


def order(path, rows, actors, *, directed, by):
    """Return the rank of a path; rows that carry no influence are as good as absent."""
    if by == "influence":
        ends = path[0], path[-1]
        pairs = itertools.pairwise(path)
        rows = [
            {**row, "type": row["type"]}
            for here, there in pairs
            for row in followed(rows, actors, ends, here, there, directed=directed, by=by)
        ]
    return rank(path, rows, actors, directed=directed)


@given(
    rows=st.lists(LINE, max_size=14),
    kinds=KINDS,
    ends=st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)),
    directed=st.booleans(),
    by=st.sampled_from(["steps", "voices", "confidence", "influence"]),
    max_length=st.sampled_from([None, None, 1, 2, 3]),
    hubs=st.booleans(),
    k=st.integers(1, 12),
)
@example(
    rows=[
        {"source": "B", "type": "funds", "target": "A", "stance": "asserts"},
        {"source": "F", "type": "funds", "target": "B", "stance": "asserts", "confidence": "0.4"},
        {"source": "F", "type": "funds", "target": "A", "stance": "asserts", "confidence": "0.9"},
    ],
    kinds=("person",) * 6,
    ends=("B", "F"),
    directed=False,
    by="confidence",
    max_length=None,
    hubs=True,
    k=1,
)
def test_the_best_paths_are_those_of_brute_force(  # noqa: PLR0913, PLR0917 - all that is asked
    rows, kinds, ends, directed, by, max_length, hubs, k
):
    actors = {
        name: {"id": name, "name": name, "kind": kind}
        for name, kind in zip(ACTORS, kinds, strict=True)
    }
    net = of_rows(list(actors.values()), rows)
    asked = {"directed": directed, "by": by, "max_length": max_length, "hubs": hubs}
    every = list_every(rows, actors, ends, **asked)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.analysis.paths.hubs.FEW_NEIGHBOURS", FEW)
        answer = net.path(*ends, k=k, **asked)
        alone = net.path(*ends, **asked)
    assert ids(answer) == [path for *_, path in every[:k]]
    best = [path for first, _, path in every if first == every[0][0]]
    assert ids(alone) == best
    assert alone.path_count == answer.path_count == len(best)
    assert alone.why is None if every else alone.length is None


def ids(answer):
    return ["".join(actor.id for actor in path.actors) for path in answer.paths]
