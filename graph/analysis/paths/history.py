"""Since when and until when a path exists between two actors, and which.

`graph.analysis.paths.history_search` finds the periods.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.paths.answer import Paths
from graph.analysis.paths.history_search import iter_periods
from graph.analysis.paths.joint_time import format_time
from graph.analysis.paths.no_path import NoPath
from graph.analysis.paths.obstacles import explain_missing_path
from graph.analysis.paths.period import Period
from graph.analysis.paths.question import PathQuestion
from graph.data.counts import format_count
from graph.data.dates import get_first_day, get_last_day
from graph.data.sentences import add_full_stop
from graph.select.asked_time import AskedTime, count_asked

if TYPE_CHECKING:
    import pandas as pd

    from graph.data.records import Actor
    from graph.select.selection import Selection

MOST_PERIODS = 100
COLUMNS = ("start", "end", "length", "id", "sentence")


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
    why
        Why there is no path at any time, as far as that is known; None where there is one.
    """

    source: Actor
    target: Actor
    directed: bool
    periods: tuple[Period, ...]
    cut_short: bool = False
    asked_time: AskedTime | None = None
    why: NoPath | None = None

    @property
    def sentence(self) -> str:
        """When a path exists, in a sentence."""
        ends = f"{self.source.name} to {self.target.name}"
        with_path = [each for each in self.periods if each.path]
        if not with_path:
            return add_full_stop(f"No path leads from {ends} at any time")
        if len(with_path) == len(self.periods):
            return add_full_stop(f"At any time a path may lead from {ends}")
        times = _join_times(with_path)
        return f"A path may lead from {ends}: {' and '.join(times)}."

    @property
    def notes(self) -> tuple[str, ...]:
        """Each period as a sentence."""
        more = (f"Only the first {MOST_PERIODS} periods are listed.",) if self.cut_short else ()
        why = (self.why.describe(),) if self.why else ()
        return (*why, *(each.sentence for each in self.periods), *more, *self.time_notes)

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
            **({"why": self.why.to_dict()} if self.why else {}),
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
    every = iter_periods(network, source, target, directed=directed)
    periods = tuple(islice(every, MOST_PERIODS + 1))
    cut_short = len(periods) > MOST_PERIODS
    listed = periods[:MOST_PERIODS]
    why = None
    if not any(period.path for period in listed):
        question = PathQuestion((source, target), directed)
        missing = Paths(question, None, 0, (), missing=(source, target))
        why = explain_missing_path(network, missing)
    return PathHistory(source, target, directed, listed, cut_short, count_asked(network), why)


def _join_times(periods: Sequence[Period]) -> list[str]:
    """Return the times of periods in words, joined where one begins when another ends."""
    joined: list[tuple[Period, Period]] = []
    for period in periods:
        if joined and _follows(joined[-1][1].dates[1], period.dates[0]):
            joined[-1] = joined[-1][0], period
        else:
            joined.append((period, period))
    return [format_time((first.bounds[0], last.bounds[1])) for first, last in joined]


def _follows(end: str, start: str) -> bool:
    return bool(end and start) and get_last_day(end) + 1 == get_first_day(start)
