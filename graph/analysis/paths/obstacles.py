"""Find out what stands in the way of a path: where none is found, or one filter, or all of them.

What limits the paths themselves is left out first. Then all rows are searched; then what the
filters select without one part of them at a time. The answer has the shortest path found; of
equally short ones the first in the order of `ORDER`. All searches follow one adjacency, that of all
rows, so that each costs what it visits. The page does the same in
`explorer/page/assets/core/no_path.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from graph.analysis.paths.answer import Paths
from graph.analysis.paths.cheapest import UNKNOWN_LENGTH, find_length
from graph.analysis.paths.day_ranges import DayRange
from graph.analysis.paths.joint_time import MOST_TIMES, Dates, find_joint_days
from graph.analysis.paths.limits import find_without_limits
from graph.analysis.paths.no_path import NoPath
from graph.analysis.paths.shortest import find_shortest_paths
from graph.analysis.paths.step_facts import StepFacts
from graph.analysis.paths.steps import Path
from graph.data.dates import format_days
from graph.data.lazy_rows import LazyRows, is_testable
from graph.data.records import Actor
from graph.data.spans import Span
from graph.select.adjacency import SelectedNeighbours
from graph.select.applied_filter import AppliedFilter, leave_out
from graph.select.parts import are_linked_by_disputed, may_be_linked
from graph.select.selection import Selection

DIRECTED = AppliedFilter("directed")
DATES = ("at", "between")
ORDER = (
    "directed",
    "certain",
    *DATES,
    "unrated",
    "min_confidence",
    "only",
    "kind",
    "only_actor",
    "according_to",
    "basis",
    "avoid",
    "avoid_kind",
    "avoid_basis",
    "avoid_actor",
    "without_source",
)
MOST_REPLAYS = 12
MOST_SEEN = 10_000  # actors: to look at more takes longer than to find the parts of the network


class _Detour(NamedTuple):
    """A path that there is without a part of the filters."""

    without: AppliedFilter
    network: Selection
    directed: bool
    length: int


def explain_missing_path(network: Selection, answer: Paths) -> NoPath | None:
    """Return why an answer has no path; None where its filters do not explain it."""
    limited = find_without_limits(network, answer)
    if limited:
        return limited
    whole = _select_all(network)
    ends = _get_ends(answer)
    if _find_length(whole, whole, answer, directed=False) is None:
        rows = (network.columns.actor_row[each.id] for each in ends)
        is_disputed = are_linked_by_disputed(network.columns, *rows)
        return NoPath("disputed" if is_disputed else "separate")
    parts = _list_parts(network.filters, directed=answer.directed)
    if not parts or not _is_selected_by(network, whole):
        return None
    detour = _find_shortest(network, whole, answer, parts[:MOST_REPLAYS])
    if detour is None:
        every = (*([DIRECTED] if answer.directed else []), *network.filters)
        ordered = tuple(sorted(every, key=lambda each: ORDER.index(each.name)))
        return NoPath("filters", ordered, find_shortest_paths(whole, *ends, limit=1).paths[0])
    found = find_shortest_paths(detour.network, *ends, directed=detour.directed, limit=1).paths[0]
    is_date = detour.without.name in DATES
    times = _find_times(detour, found, network.span) if is_date else None
    return NoPath("filter", (detour.without,), found, times)


def _get_ends(answer: Paths) -> tuple[Actor, Actor]:
    """Return the two actors between whom there is no path."""
    return answer.missing or (answer.source, answer.target)


def _select_all(network: Selection) -> Selection:
    columns = network.columns
    every = range(len(columns.actors)), range(len(columns.relations))
    return replace(
        network, actor_numbers=every[0], relation_numbers=every[1], span=None, filters=()
    )


def _list_parts(filters: Iterable[AppliedFilter], *, directed: bool) -> Sequence[AppliedFilter]:
    """Return what can be left out by itself, each once, in order."""
    parts = dict.fromkeys(part for each in filters for part in each.parts)
    every = [*([DIRECTED] if directed else []), *parts]
    return sorted(every, key=lambda part: ORDER.index(part.name))


def _is_selected_by(network: Selection, whole: Selection) -> bool:
    """Return whether its filters select a network; not where it was cut before or otherwise."""
    if is_testable(network.actor_numbers) and is_testable(network.relation_numbers):
        return True  # only filters leave rows that are listed when they are needed
    replayed = _replay(whole, network.filters)
    return len(replayed.actor_numbers) == len(network.actor_numbers) and len(
        replayed.relation_numbers
    ) == len(network.relation_numbers)


def _replay(whole: Selection, filters: Iterable[AppliedFilter]) -> Selection:
    for each in filters:
        whole = each.apply(whole)
    return whole


def _find_shortest(
    network: Selection, whole: Selection, answer: Paths, parts: Sequence[AppliedFilter]
) -> _Detour | None:
    """Return the shortest of the paths without one part of the filters, the first of several."""
    shortest: _Detour | None = None
    for part in parts:
        directed = answer.directed and part != DIRECTED
        selected = network if part == DIRECTED else _replay(whole, leave_out(network.filters, part))
        if part != DIRECTED and _are_as_many(selected, network):
            continue  # it leaves out nothing that the others do not
        below = shortest.length if shortest else None
        length = _find_length(whole, selected, answer, directed=directed, below=below)
        if length is not None:
            shortest = _Detour(part, selected, directed, length)
    return shortest


def _are_as_many(some: Selection, others: Selection) -> bool:
    """Return whether two selections have as many relations; False where to count them is slow."""
    rows = some.relation_numbers, others.relation_numbers
    return not any(isinstance(each, LazyRows) for each in rows) and len(rows[0]) == len(rows[1])


def _find_length(
    whole: Selection,
    selected: Selection,
    answer: Paths,
    *,
    directed: bool,
    below: int | None = None,
) -> int | None:
    """Return how long the shortest paths over selected relations are, if shorter than `below`."""
    columns, rows = whole.columns, selected.relation_numbers
    source, target = (columns.actor_row[actor.id] for actor in _get_ends(answer))
    ends = source, target
    neighbours = (
        SelectedNeighbours(columns, whole.adjacency(way if directed else "either"), rows)
        for way in ("forwards", "backwards")
    )
    search = partial(find_length, *ends, *neighbours, below=below)
    length = search(most_seen=MOST_SEEN)
    if length != UNKNOWN_LENGTH:
        return length
    return search() if may_be_linked(columns, rows, *ends) else None


def _find_times(detour: _Detour, path: Path, asked: Span | None) -> tuple[Dates, ...] | None:
    """Return when all steps of a path may hold, if that is at another time than was asked."""
    days = _intersect_days(detour, path)
    if asked and any(first <= asked.last and last >= asked.first for first, last in days):
        return None
    return tuple(format_days(*each) for each in days[:MOST_TIMES])


def _intersect_days(detour: _Detour, path: Path) -> Sequence[DayRange]:
    columns = detour.network.columns
    adjacency = detour.network.adjacency("forwards" if detour.directed else "either")
    rows = [columns.actor_row[actor.id] for actor in path.actors]
    steps = (StepFacts(columns, adjacency[here][there]) for here, there in pairwise(rows))
    return find_joint_days(list(steps))
