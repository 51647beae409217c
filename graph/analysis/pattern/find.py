"""Find what fits a pattern such as ``? leads A; A attacks Ukraine``.

A clause is an actor, a relation and an actor: ``?`` is anybody, a capital letter the same anybody
wherever it stands, ``A[person]`` one of a kind, and anything else a name. A relation is a type or
its words in sentences (``is led by``), a sign (``+``, ``-``, ``0``) or ``any``; of several with a
bar between them one must fit. It is read from left to right, mutual types and ``any`` both ways.
``@2022`` or ``@2020..2022`` behind a clause is the time at which it may hold.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from graph.analysis.paths.build_step import build_step
from graph.analysis.paths.steps import Step
from graph.analysis.pattern.answer import PatternMatch, PatternMatches
from graph.analysis.pattern.parse import parse_pattern
from graph.analysis.pattern.search import PatternSearch
from graph.analysis.pattern.terms import Clause, Pattern
from graph.data.claims import get_claim
from graph.data.lazy_sequence import LazyTuple
from graph.errors import QuestionError
from graph.select.asked_time import count_asked
from graph.select.selection import Selection


def find_matches(network: Selection, text: str, *, limit: int = 100) -> PatternMatches:
    """Return all that fits a pattern in a network.

    Relations that are only disputed fit nothing. Of answers that are mirror images of each other,
    as both ways of ``A ally B``, the first counts.

    Parameters
    ----------
    text
        The pattern.
    limit
        The most matches to list; `match_count` says how many there are.

    Raises
    ------
    PatternError
        When it is no pattern.
    ActorError
        When a name in it does not lead to one actor.
    QuestionError
        When `limit` is less than 1.
    """
    if limit < 1:
        raise QuestionError("limit", f"must be 1 or more, not {limit}.")
    pattern = parse_pattern(network, text)
    search = PatternSearch(network, pattern)
    found = search.find()
    listed = tuple(found.matches[: min(limit, sys.maxsize)])
    matches = LazyTuple(listed, partial(_build_match, search))
    answer = PatternMatches(pattern, len(found.matches), found.is_complete, matches)
    is_symmetric = bool(search.symmetries)
    answer = replace(answer, is_symmetric=is_symmetric, asked_time=count_asked(network))
    if found.matches or not found.is_complete:
        return answer
    return replace(
        answer,
        alone=_find_empty_clause(network, pattern),
        without_filters=bool(network.filters) and _has_match(network.select_all(), pattern),
    )


def _find_empty_clause(network: Selection, pattern: Pattern) -> str | None:
    """Return the first clause that nothing fits even alone."""
    for clause in pattern.clauses:
        slots = pattern.slots[clause.source], pattern.slots[clause.target]
        alone = replace(pattern, slots=slots, clauses=(replace(clause, source=0, target=1),))
        if not _has_match(network, alone):
            return clause.text
    return None


def _has_match(network: Selection, pattern: Pattern) -> bool:
    return bool(PatternSearch(network, pattern).find(1).matches)


def _build_match(search: PatternSearch, rows: Sequence[int]) -> PatternMatch:
    columns = search.network.columns
    actors = tuple(map(columns.actor, rows))

    def build(clause: Clause) -> Step:
        source, target = rows[clause.source], rows[clause.target]
        fitting = search.list_fitting(clause, source, target)
        claims = {get_claim(columns, row) for row in fitting}
        between = search.network.adjacency("either")[source][target]
        # Rows that dispute what fits belong to it: they make it contested.
        disputing = (row for row in between if columns.disputes[row])
        about = (row for row in disputing if get_claim(columns, row) in claims)
        asked = replace(search.network, span=clause.span or search.network.span)
        ends = actors[clause.source], actors[clause.target]
        return build_step(asked, sorted({*fitting, *about}), *ends)

    steps = tuple(map(build, search.pattern.clauses))
    return PatternMatch(search.pattern.slots, actors, steps)
