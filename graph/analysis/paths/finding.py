"""Answer what is asked of paths: search each part, and make one answer of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.analysis.paths.answer import Paths
from graph.analysis.paths.build import build_path
from graph.analysis.paths.part_search import PartSearch
from graph.analysis.paths.parts import Part, combine_parts, combine_tied, find_part
from graph.data.lazy_sequence import LazyTuple
from graph.select.asked_time import count_asked

if TYPE_CHECKING:
    from graph.analysis.paths.question import PathQuestion
    from graph.analysis.paths.steps import Path
    from graph.select.selection import Selection


def find_paths(network: Selection, question: PathQuestion) -> Paths:
    """Return the paths that a question asks for; see `graph.analysis.paths.question`.

    Relations are followed in either direction, or from source to target only where it is asked
    (mutual types both ways even then). Length counts steps and ignores weights. Parallel relations
    are one step that names them all. Disputed relations are not followed. No actor comes twice on
    the way from one named actor to the next.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    """
    rows = [network.columns.actor_row[actor.id] for actor in question.actors]
    most = min(question.k or question.limit, sys.maxsize)
    parts = [
        find_part(PartSearch(network, question, *ends), most, every_length=question.k is not None)
        for ends in pairwise(rows)
    ]
    listed = tuple(combine_parts(parts, most))
    asked_time = count_asked(network)
    if not listed:
        empty = next(number for number, part in enumerate(parts) if not part.listed)
        return Paths(
            question,
            None,
            0,
            (),
            is_bounded=parts[empty].is_bounded,
            asked_time=asked_time,
            missing=question.parts[empty],
        )
    tied = combine_tied(parts)
    return Paths(
        question,
        sum(len(rows) - 1 for rows in listed[0]),
        tied.path_count,
        LazyTuple(listed, partial(_build, network, parts)),
        is_least=tied.is_least,
        is_bounded=len(listed) < most and any(part.is_bounded for part in parts),
        positive_count=tied.signs.get("+", 0),
        negative_count=tied.signs.get("-", 0),
        mixed_count=tied.signs.get("mixed", 0),
        influence_count=tied.influence_count,
        types_without_influence=tied.types,
        asked_time=asked_time,
    )


def _build(network: Selection, parts: Sequence[Part], rows: Sequence[Sequence[int]]) -> Path:
    rankings = (part.search.ranking for part in parts)
    return build_path(network, tuple(zip(rankings, rows, strict=True)))
