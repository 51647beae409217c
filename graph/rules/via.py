"""Rules about the sources through which other sources reach us."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.data.dates import get_earliest_day, get_latest_day, parse_date
from graph.data.table import Table
from graph.errors import Problem, quote_value, shorten
from graph.names import suggest

MOST_SUGGESTIONS = 50
SHOWN_SOURCES = 8
LONGEST_ID = 40
MOST_BETWEEN = 100  # a longer chain is a mistake, and every question would follow it again


def check_via(sources: Table) -> Iterator[Problem]:
    """Report each `via` that is no source's id, circles of them, long chains, and older sources."""
    ids, through = sources.cells("id"), sources.cells("via")
    if not any(through):
        return
    rows = {source: row for row, source in reversed(list(enumerate(ids))) if source}
    suggested = 0
    for row, cell in enumerate(through):
        if cell and cell not in rows:
            hint = ""
            if suggested < MOST_SUGGESTIONS:
                suggested += 1
                hint = suggest.suggest_word(cell, list(rows))
            what = f"{quote_value(cell)} is not the id of a source."
            remedy = hint or f"Add the source to {sources.name}."
            yield sources.error(row, "via", what, remedy, rule="unknown-source")
    via = {ids[row]: through[row] for row in rows.values()}
    circles = list(_check_circles(sources, via))
    yield from circles or _check_lengths(sources, via)
    yield from _check_ages(sources, rows)


def _check_ages(sources: Table, rows: Mapping[str, int]) -> Iterator[Problem]:
    """Warn of each source that reaches us through an older one, which cannot have quoted it."""
    dates = [cell if parse_date(cell) else "" for cell in sources.cells("date")]
    for row, through in enumerate(sources.cells("via") if any(dates) else ()):
        older = dates[rows[through]] if through in rows else ""
        if older and dates[row] and get_earliest_day(dates[row]) > get_latest_day(older):
            what = f"{quote_value(through)} ({older}) is older than {quote_value(dates[row])}, "
            what += "the date of the source that is to reach us through it."
            remedy = "Correct a date, or say through which source it reaches us."
            yield sources.warning(row, "via", what, remedy, rule="via-older")


def _check_lengths(sources: Table, via: Mapping[str, str]) -> Iterator[Problem]:
    """Report the first source that reaches us through too many others, one through another."""
    for row, source in enumerate(sources.cells("id")):
        count, through = 0, via.get(source, "")
        while through and count <= MOST_BETWEEN:
            count, through = count + 1, via.get(through, "")
        if count > MOST_BETWEEN:
            what = f"{quote_value(source)} reaches us through more than {MOST_BETWEEN} sources."
            remedy = "Leave out some of those between."
            yield sources.error(row, "via", what, remedy, rule="long-chain")
            return


def _check_circles(sources: Table, via: Mapping[str, str]) -> Iterator[Problem]:
    """Report each circle of sources that reach us through each other, at its first row."""
    checked: set[str] = set()
    for row, source in enumerate(sources.cells("id")):
        trail: dict[str, int] = {}
        while source and source in via and source not in checked and source not in trail:
            trail[source] = len(trail)
            source = via[source]  # noqa: PLW2901 - follows the chain
        checked.update(trail)
        if source in trail:
            circle = list(trail)[trail[source] :]
            first = row if circle[0] == sources.cells("id")[row] else _find_first(sources, circle)
            what = f"{_format_circle(circle)}: these sources reach us through each other."
            remedy = "Leave the cell of one of them blank."
            if len(circle) == 1:
                what = f"{quote_value(shorten(source, LONGEST_ID))} reaches us through itself."
                remedy = "Leave the cell blank."
            yield sources.error(first, "via", what, remedy, rule="circle")


def _find_first(sources: Table, circle: list[str]) -> int:
    return next(row for row, source in enumerate(sources.cells("id")) if source in circle)


def _format_circle(circle: list[str]) -> str:
    names = [quote_value(shorten(source, LONGEST_ID)) for source in (*circle, circle[0])]
    hidden = len(names) - SHOWN_SOURCES
    if hidden > 0:
        names[SHOWN_SOURCES - 1 : -1] = [f"{hidden:,} more"]
    return ", ".join(names)
