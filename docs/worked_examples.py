"""A tiny network by which docs/measures.md explains each measure, worked out by hand.

What is worked out must equal what the program computes, or the page is not written.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

import graph
from graph.analysis.structure_figure import read_value

KINDS = {
    "Ann": "person",
    "Ben": "person",
    "Cleo": "organisation",
    "Dan": "organisation",
    "Eve": "person",
    "Fay": "person",
}
RELATIONS = (
    ("Ann", "funds", "Ben", 3),
    ("Ann", "funds", "Cleo", 1),
    ("Ben", "ally", "Cleo", 2),
    ("Cleo", "funds", "Dan", 4),
    ("Eve", "opposes", "Cleo", 1),
)
WORKINGS = {
    "degree": ("Cleo", "1 + 1 + 1 + 1", "Ann, Ben, Dan and Eve"),
    "in_degree": ("Cleo", "1 + 1 + 1", "Ann, Eve, and Ben, as an alliance is mutual"),
    "out_degree": ("Cleo", "1 + 1", "Dan, and Ben, as an alliance is mutual"),
    "weighted_degree": ("Cleo", "1 + 2 + 4 + 1", "the weights of its four relations"),
    "weighted_in_degree": ("Cleo", "1 + 2 + 1", "from Ann, Ben and Eve"),
    "weighted_out_degree": ("Cleo", "2 + 4", "to Ben and Dan"),
    "betweenness": (
        "Cleo",
        "(1 + 1 + 1 + 1 + 1) / 10",
        "of 10 pairs, on the only shortest path of Ann-Dan, Ann-Eve, Ben-Dan, Ben-Eve, Dan-Eve",
    ),
    "closeness": (
        "Ann",
        "4 / (1 + 1 + 2 + 2) * 4 / 5",
        "4 of 5 others reach Ann: Ben and Cleo in 1 step, Dan and Eve in 2",
    ),
    "harmonic": ("Ann", "1 + 1 + 1 / 2 + 1 / 2", "the same steps, each as 1 / steps"),
    "eigenvector": (
        "Cleo",
        "({Ann} + {Ben} + {Dan}) / 2.1701",
        "2.1701 is the largest value; Eve's relation is negative and left out",
    ),
    "pagerank": (
        "Cleo",
        "0.15 / 6 + 0.85 * ({Ann} / 2 + {Ben} / 2 + {Dan} / 1 + ({Eve} + {Fay}) / 6)",
        "Ann and Ben have 2 edges, Dan 1; Eve and Fay none, as Eve's is negative and left out",
    ),
    "pn": (
        "Cleo",
        "1 + ({Ann} + {Ben} + {Dan} - 2 * {Eve}) / (2 * 6 - 2)",
        "Ann, Ben and Dan are friends, Eve is a foe",
    ),
}
WORKINGS |= {
    "clustering": ("Cleo", "1 / (4 * 3 / 2)", "of 6 pairs of neighbours, Ann and Ben have an edge"),
    "triangles": ("Cleo", "1", "with Ann and Ben"),
    "core_number": ("Ann", "2", "Ann, Ben and Cleo each have two of the others as neighbours"),
    "articulation": ("Cleo", "4 - 2", "without Cleo: Ann and Ben, Dan, Eve, Fay"),
}
FIGURES = {
    "actor_count": ("6", "Ann to Fay"),
    "relation_count": ("5", "the five above"),
    "edge_count": ("5", "no two relations are of one pair"),
    "directed_edge_count": ("4 + 2", "the alliance runs both ways"),
    "density": ("2 * 5 / (6 * 5)", "5 edges, 6 actors"),
    "directed_density": ("6 / (6 * 5)", "6 directed edges"),
    "reciprocity": ("2 / 6", "the two of the alliance"),
    "components.weak": ("2", "Ann to Eve; Fay"),
    "components.largest_weak": ("5", "Ann to Eve"),
    "components.strong": ("5", "Ben and Cleo; each other actor alone"),
    "components.largest_strong": ("2", "Ben and Cleo"),
    "isolates": ("1", "Fay"),
    "articulation_points": ("1", "Cleo"),
    "bridges": ("2", "Cleo-Dan, Cleo-Eve"),
    "transitivity": ("3 * 1 / (6 + 1 + 1)", "one triangle; 6 paths over Cleo, 1 over Ann and Ben"),
    "mean_clustering": ("(1 + 1 + 1 / 6) / 6", "Ann 1, Ben 1, Cleo 1 / 6, all others 0"),
    "triangles": ("1", "Ann, Ben, Cleo"),
    "core_number": ("2", "each of the triangle has two of the others"),
    "core_actors": ("3", "Ann, Ben, Cleo"),
    "assortativity_by_kind": (
        "(2 / 5 - 1 / 2) / (1 - 1 / 2)",
        "2 of 5 edges within a kind; half would be by chance, as each kind has 5 of the 10 ends",
    ),
    "diameter": ("2", "as from Ann to Dan"),
    "radius": ("1", "Cleo reaches all of the largest part in 1 step"),
    "mean_path_length": ("(5 * 1 + 5 * 2) / 10", "5 of 10 pairs are 1 step apart, 5 are 2"),
}
CLOSE = 5e-4  # scores in workings are rounded to four decimals


def make_example() -> graph.Network:
    """Return the network."""
    multigraph = nx.MultiDiGraph()
    multigraph.add_nodes_from((name, {"kind": kind}) for name, kind in KINDS.items())
    for source, kind, target, weight in RELATIONS:
        multigraph.add_edge(source, target, type=kind, weight=weight)
    return graph.Network.from_graph(multigraph)


def list_scores(measure: str) -> dict[str, float]:
    """Return the score of each actor of the example by name."""
    answer = make_example().centrality(measure)
    scores = dict(zip((each.id for each in answer.actors), answer.scores[measure], strict=True))
    return {name: scores[name] for name in KINDS}


def work_out(measure: str) -> str:
    """Return a score as it is worked out by hand.

    Raises
    ------
    ValueError
        When the program computes another one.
    """
    name, expression, words = WORKINGS[measure]
    scores = list_scores(measure)
    text = expression.format(**{each: format_score(score) for each, score in scores.items()})
    return f"`{name}`: {compare(measure, text, scores[name])} ({words})"


def work_out_figure(figure: str) -> str:
    """Return a figure as it is worked out by hand; likewise."""
    if figure not in FIGURES:
        return ""
    expression, words = FIGURES[figure]
    value = read_value(make_example().structure(), figure)
    return f"{compare(figure, expression, value or 0)} ({words})"


def compare(name: str, text: str, computed: float) -> str:
    """Return what is worked out, with its result."""
    value = evaluate(text)
    if abs(value - computed) > CLOSE:
        raise ValueError(f"{name}: {text} is {value}, not {computed}")
    result = format_score(computed)
    return f"`{text}`" if text == result else f"`{text} = {result}`"


def evaluate(expression: str) -> float:
    """Return the value of sums and products of numbers."""
    nothing: dict[str, Any] = {"__builtins__": {}}
    return float(eval(expression, nothing))  # noqa: S307 - our own, of numbers alone


def format_score(score: float) -> str:
    """Return a score with at most four decimals."""
    return f"{score:.4f}".rstrip("0").rstrip(".")
