"""Measure a network over time; `graph.analysis.timeline.answer` describes the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.analysis.balance.measurement import measure_balance
from graph.analysis.camps.placement import find_camps
from graph.analysis.centrality import measure_centrality
from graph.analysis.extent import measure_extent
from graph.analysis.large.strategy import ReportProgress, ignore_progress
from graph.analysis.measures import resolve_measures
from graph.analysis.timeline.answer import UNITS, NetworkPeriod, Timeline, Unit
from graph.data.dates import format_days, parse_date
from graph.data.spans import Span
from graph.errors import QuestionError

if TYPE_CHECKING:
    from graph.select.filtering import FilterableSelection

DEFAULT = "betweenness"
FIGURES = ("components", "density", "frustration", "balance")
FIRST = 3  # actors that are named of each period
MOST = 200  # periods; of more the latest are listed
SECONDS = 5  # for the proofs of each period
MOST_DIVIDED = 5_000  # relations of a network whose balance and camps are found for each period
Moment = tuple[str, "FilterableSelection"]


def measure_timeline(  # noqa: PLR0913 - options of the question
    network: FilterableSelection,
    measure: str = DEFAULT,
    *,
    every: Unit = "year",
    certain: bool = False,
    most: int = MOST,
    divide: bool = True,
    progress: ReportProgress | None = None,
) -> Timeline:
    """Measure a network in every period in which it is the same.

    In each year, or month, the relations count that may hold then (see `Network.at`), with the
    actors that have one. Structure, ranks, balance and camps are answered as by their own
    questions, with direction, weights and parallel relations as there.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    measure
        The measure by which actors are ranked. Where one of `FIGURES` is named, which every period
        has anyway, they are ranked by betweenness.
    every
        ``year`` or ``month``: how finely periods are told apart.
    certain
        Whether only what holds for certain counts, and not what may hold.
    most
        How many periods are measured, the latest; `left_out_count` of the answer has the others.
    divide
        Whether balance and camps are found for each period, of a network that is not too large.
    progress
        Called with the name of the work, how many of its shares are done, and how many there are.

    Raises
    ------
    QuestionError
        When there is no such measure, or no such unit.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> edges = [("a", "b", {"type": "ally", "start": "2001", "end": "2003"}),
    ...          ("b", "c", {"type": "ally", "start": "2003"})]
    >>> answer = measure_timeline(Network.from_graph(nx.Graph(edges)), "degree")
    >>> [(each.dates, each.relation_count) for each in answer.periods]
    [('2001 to 2002', 1), ('2003', 2), ('from 2004', 1)]
    """
    (name,) = resolve_measures([DEFAULT if measure in FIGURES else measure])
    if every not in UNITS:
        raise QuestionError("every", f"{every!r} is no unit. Ask for {' or '.join(UNITS)}.")
    report = progress or ignore_progress
    moments = list(_iter_moments(network, every, certain=certain))
    shown = moments[-most:]
    ends = [_find_previous(start, every) for start, _ in shown]
    last = _name(network.span.last, every) if network.span and network.span.end else ""
    is_divided = divide and len(network.relation_numbers) <= MOST_DIVIDED
    periods = []
    for number, (start, selected) in enumerate(shown):
        report("Measuring", number, len(shown))
        end = ends[number + 1] if number + 1 < len(shown) else last
        period = _measure_period(selected, name, start, end)
        periods.append(_divide(selected, period) if is_divided else period)
    starts = network.columns.relations.cells("start")
    startless = sum(not starts[row] for row in network.relation_numbers)
    counts = startless, len(network.relation_numbers)
    return Timeline(every, name, periods, *counts, certain, len(moments) - len(shown), is_divided)


def _iter_moments(network: FilterableSelection, unit: Unit, *, certain: bool) -> Iterator[Moment]:
    """Yield each year, or month, from which on other relations may hold, with these."""
    before: tuple[int, ...] = ()
    for moment in _list_dates(network, unit):
        selected = network.at(moment, certain=certain)
        rows = tuple(selected.relation_numbers)
        if rows != before:
            before = rows
            yield moment, _keep_related(selected)


def _list_dates(network: FilterableSelection, unit: Unit) -> list[str]:
    """Return the years, or months, in which a relation starts or after which it ends, in order.

    Of a span that was asked about, its first is one of them.
    """
    columns = network.columns.relations
    starts, ends = columns.cells("start"), columns.cells("end")
    span = network.span or Span()
    days = {span.first} if span.start else set()
    for row in network.relation_numbers:
        start, end = parse_date(starts[row]), parse_date(ends[row])
        days |= {start.first - start.margin} if start else set()
        days |= {end.last + end.margin + 1} if end else set()
    within = (day for day in sorted(days) if span.first <= day <= span.last)
    return list(dict.fromkeys(_name(day, unit) for day in within))


def _name(day: int, unit: Unit) -> str:
    """Return the year, or the month, of a day."""
    text = format_days(day, day)[0]
    sign = "-" * text.startswith("-")
    year, *rest = text.removeprefix("-").split("-")
    return f"{sign}{year}" if unit == "year" else f"{sign}{year}-{rest[0] if rest else '01'}"


def _find_previous(moment: str, unit: Unit) -> str:
    """Return the year, or the month, before another; empty where there is none."""
    days = parse_date(moment)
    return _name(days.first - 1, unit) if days else ""


def _keep_related(network: FilterableSelection) -> FilterableSelection:
    """Return the network of the actors that have a relation."""
    sources, targets = network.columns.endpoints
    ends = {end[row] for row in network.relation_numbers for end in (sources, targets)}
    ids = network.columns.actors.cells("id")
    return network.only_actor([ids[row] for row in sorted(ends)])


def _measure_period(
    network: FilterableSelection, measure: str, start: str, end: str
) -> NetworkPeriod:
    extent = measure_extent(network)
    ranked = measure_centrality(network, measure) if network.actor_numbers else None
    return NetworkPeriod(
        start,
        end,
        *extent,
        list(ranked.actors[:FIRST]) if ranked else [],
    )


def _divide(network: FilterableSelection, period: NetworkPeriod) -> NetworkPeriod:
    """Return a period with its balance and its camps."""
    balance = measure_balance(network, seconds=SECONDS)
    triangles = sum(balance.triangles.values())
    camps = [camp.name for camp in find_camps(network, seconds=SECONDS).camps]
    return replace(
        period,
        lower=balance.lower,
        upper=balance.upper,
        balanced=triangles - balance.unbalanced_count,
        triangles=triangles,
        camps=camps,
    )
