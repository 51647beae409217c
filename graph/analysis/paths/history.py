"""Since when and until when a path exists between two actors, and which.

One search by steps finds for each day how few steps lead there (`graph.analysis.paths.time_rules`:
all may hold on it). From the earliest day on the most telling of the shortest paths is taken, until
it no longer holds or a shorter one does. The page does the same in
`explorer/page/assets/core/path_history.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from graph.analysis.answer import Answer
from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.build import build_path
from graph.analysis.paths.cheapest import Follow, find_cheapest
from graph.analysis.paths.day_ranges import DayRange
from graph.analysis.paths.joint_time import Dates, find_joint_days, format_time
from graph.analysis.paths.rank import RankedPaths, Ranking
from graph.analysis.paths.time_rules import Together
from graph.analysis.paths.timed_search import TimedSearch
from graph.data.counts import format_count
from graph.data.dates import (
    AFTER_EVERY_DAY,
    BEFORE_EVERY_DAY,
    format_days,
    get_first_day,
    get_last_day,
)
from graph.data.sentences import add_full_stop
from graph.select.asked_time import AskedTime, count_asked

if TYPE_CHECKING:
    import pandas as pd

    from graph.analysis.paths.search import ShortestPaths
    from graph.analysis.paths.steps import Path
    from graph.data.records import Actor
    from graph.select.selection import Selection

MOST_PERIODS = 100
COLUMNS = ("start", "end", "length", "id", "sentence")


@dataclass(frozen=True)
class Period:
    """A time, and the path that there may be in it.

    Parameters
    ----------
    dates
        The first and the last date, blank where open.
    path
        The path; None where there is none.
    """

    dates: Dates
    path: Path | None

    @property
    def sentence(self) -> str:
        """The period as a sentence."""
        time = format_time(self.dates) if any(self.dates) else "at any time"
        if self.path is None:
            return f"{_capitalize(time)}: no path."
        steps = format_count(len(self.path.steps), "step")
        return f"{_capitalize(time)}, {steps}: {self.path.sentence}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as data: actors and relations by id."""
        path = self.path
        return {
            "from": self.dates[0],
            "to": self.dates[1],
            "length": len(path.steps) if path else None,
            "id": path.id if path else "",
            "actors": [actor.id for actor in path.actors] if path else [],
            "relations": [[r.id for r in step.relations] for step in path.steps] if path else [],
            "sentence": self.sentence,
        }


@dataclass(frozen=True, repr=False)
class PathHistory(Answer):
    """Since when and until when a path exists between two actors, and which.

    Parameters
    ----------
    source, target
        The two actors.
    directed
        Whether relations were followed from source to target only.
    periods
        The times without a gap between them, the earliest first, each with its path.
    cut_short
        Whether later periods are not listed.
    asked_time
        The span that was asked, if one was.
    """

    source: Actor
    target: Actor
    directed: bool
    periods: tuple[Period, ...]
    cut_short: bool = False
    asked_time: AskedTime | None = None

    @property
    def sentence(self) -> str:
        """When a path exists, in a sentence."""
        ends = f"{self.source.name} to {self.target.name}"
        with_path = [each for each in self.periods if each.path]
        if not with_path:
            return add_full_stop(f"No path leads from {ends} at any time")
        if len(with_path) == len(self.periods):
            return add_full_stop(f"At any time a path may lead from {ends}")
        times = [format_time(each) for each in _join_times(with_path)]
        return f"A path may lead from {ends}: {' and '.join(times)}."

    @property
    def notes(self) -> tuple[str, ...]:
        """Each period as a sentence."""
        more = (f"Only the first {MOST_PERIODS} periods are listed.",) if self.cut_short else ()
        return (*(each.sentence for each in self.periods), *more, *self.time_notes)

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each period. Columns: start, end, length, id, sentence."""
        import pandas as pd

        rows = [each.to_dict() for each in self.periods]
        names = ("from", "to", "length", "id", "sentence")
        cells = [[row[name] for name in names] for row in rows]
        return pd.DataFrame(cells, columns=[*COLUMNS]).astype({"length": "Int64"})

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        return {
            "source": self.source.id,
            "target": self.target.id,
            "directed": self.directed,
            "cut_short": self.cut_short,
            "sentence": self.sentence,
            "periods": [each.to_dict() for each in self.periods],
            **self.time_fields,
        }

    def __repr__(self) -> str:
        periods = format_count(len(self.periods), "period")
        return f"<PathHistory: {self.source.id} to {self.target.id}, {periods}>"


def find_path_history(
    network: Selection, source: Actor, target: Actor, *, directed: bool = False
) -> PathHistory:
    """Return since when and until when a path exists between two actors, and which.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    source, target
        Two of its actors.
    directed
        Whether relations are followed from source to target only (mutual types both ways).
    """
    rows = network.columns.actor_row
    sweep = _Sweep(network, rows[source.id], rows[target.id], directed=directed)
    periods = []
    for period in sweep:
        periods.append(period)
        if len(periods) > MOST_PERIODS:
            break
    cut_short = len(periods) > MOST_PERIODS
    listed = tuple(periods[:MOST_PERIODS])
    return PathHistory(source, target, directed, listed, cut_short, count_asked(network))


class _OnDays(Together):
    """The days on which all steps may hold, as a history asks for them."""

    name = "history"


class _Sweep:
    """Yields the periods from the earliest day to the latest."""

    def __init__(self, network: Selection, source: int, target: int, *, directed: bool) -> None:
        self._network, self._source, self._target = network, source, target
        self._forwards = network.adjacency("forwards" if directed else "either")
        self._backwards = network.adjacency("backwards" if directed else "either")
        self._ranking = Ranking.between(network, self._forwards, (source, target))

    def __iter__(self) -> Iterator[Period]:
        day = BEFORE_EVERY_DAY
        for first, last in self._list_reached():
            if first > day:
                yield Period(format_days(day, first - 1), None)
            day = first
            while day <= last:
                rows, end = self._find_on(day, last)
                path = build_path(self._network, ((self._ranking, rows),))
                yield Period(format_days(day, end), path)
                day = end + 1
        if day <= AFTER_EVERY_DAY:
            yield Period(format_days(day, AFTER_EVERY_DAY), None)

    def _list_reached(self) -> Sequence[DayRange]:
        """Return the days with a path, in order, cut where its least number of steps changes."""
        follow = Follow(self._forwards.__getitem__, self._backwards.__getitem__)
        search = TimedSearch(self._target, follow, self._ranking, _OnDays())
        return sorted(days for state in search.list_states(self._source) for days in state)

    def _find_on(self, day: int, last: int) -> tuple[Sequence[int], int]:
        """Return the most telling of the shortest paths on a day, and until when it holds."""
        follow = Follow(
            lambda node: [n for n in self._forwards[node] if self._holds(node, n, day)],
            lambda node: [n for n in self._backwards[node] if self._holds(n, node, day)],
        )
        found = find_cheapest(Subspace((self._source,)), self._target, follow)
        paths = cast("ShortestPaths", found)  # each of these days was reached
        rows = next(iter(RankedPaths(paths, self._ranking)))
        shared = find_joint_days(self._ranking.list_steps(rows))
        return rows, next(min(end, last) for start, end in shared if start <= day <= end)

    def _holds(self, here: int, there: int, day: int) -> bool:
        days = self._ranking.facts[here, there].days
        return any(first <= day <= last for first, last in days)


def _join_times(periods: Sequence[Period]) -> list[Dates]:
    """Return the times of periods of which one may begin when another ends, joined."""
    joined: list[Dates] = []
    for period in periods:
        before = joined[-1] if joined else None
        if before and _follows(before[1], period.dates[0]):
            joined[-1] = before[0], period.dates[1]
        else:
            joined.append(period.dates)
    return joined


def _follows(end: str, start: str) -> bool:
    return bool(end and start) and get_last_day(end) + 1 == get_first_day(start)


def _capitalize(text: str) -> str:
    return text[:1].upper() + text[1:]
