"""List the relations that began last, and those that ended last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.data.claims import find_standings, get_claim
from graph.data.columns import Columns
from graph.data.dates import parse_date
from graph.data.records import Relation, Standing

if TYPE_CHECKING:
    from graph.select.selection import Selection

Column = Literal["start", "end"]


@dataclass(frozen=True)
class DatedChange:
    """A relation that began or ended, and how many more belong to it.

    Parameters
    ----------
    relation, standing
        The relation, and whether it is contested.
    more_count
        How many more began, or ended, on the same date with one of its two actors.
    """

    relation: Relation
    standing: Standing
    more_count: int = 0


@dataclass(frozen=True)
class LatestChanges:
    """What changed last.

    Parameters
    ----------
    begun
        The relations with the latest start, the latest first.
    ended
        The relations with the latest end that is a date, likewise; events are not among them.
    """

    begun: Sequence[DatedChange]
    ended: Sequence[DatedChange]


def list_latest_changes(network: Selection, most: int = 4) -> LatestChanges:
    """List the relations that began last, and those that ended last; disputing rows are left out.

    Of relations with the same date and an actor in common only the first is listed: they are
    often one event in several rows.
    A year, or a month, counts from its first day on: what has a more precise date is later.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    most
        How many of each are listed at the most.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> edges = [("a", "b", {"type": "ally", "start": "2001", "end": "2003"}),
    ...          ("b", "c", {"type": "ally", "start": "2003-05"})]
    >>> changes = list_latest_changes(Network.from_graph(nx.Graph(edges)), 1)
    >>> [each.relation.start for each in changes.begun]
    ['2003-05']
    >>> [each.relation.end for each in changes.ended]
    ['2003']
    """
    columns = network.columns
    types = columns.relation_types
    asserting = [row for row in network.relation_numbers if not columns.disputes[row]]
    lasting = [row for row in asserting if not types[row].event]
    standings = find_standings(columns, network.relation_numbers)

    def list_changes(rows: Sequence[int], column: Column) -> list[DatedChange]:
        listed = _list_latest(columns, rows, column, most)
        return [
            DatedChange(network.relation(row), standings[get_claim(columns, row)], count)
            for row, count in listed.items()
        ]

    return LatestChanges(list_changes(asserting, "start"), list_changes(lasting, "end"))


def _list_latest(
    columns: Columns, rows: Sequence[int], column: Column, most: int
) -> Mapping[int, int]:
    """Return the rows that are listed, the latest first, and how many more belong to each."""
    cells = columns.relations.cells(column)
    listed: dict[int, int] = {}
    for row in _sort_by_date(cells, rows, column):
        same = next((each for each in listed if _is_beside(columns, cells, each, row)), None)
        if same is not None:
            listed[same] += 1
        elif len(listed) < most:
            listed[row] = 0
        elif all(cells[each] != cells[row] for each in listed):
            break
    return listed


def _sort_by_date(cells: Sequence[str], rows: Sequence[int], column: Column) -> list[int]:
    """Return the rows with a date, the latest first, equal ones in row order."""
    dated = [(days, row) for row in rows if (days := parse_date(cells[row]))]
    dated.sort(key=lambda each: -(each[0].first if column == "start" else each[0].last))
    return [row for _, row in dated]


def _is_beside(columns: Columns, cells: Sequence[str], one: int, other: int) -> bool:
    """Return whether two rows have the same date and an actor in common."""
    sources, targets = columns.endpoints
    ends = {sources[one], targets[one]}
    return cells[one] == cells[other] and not ends.isdisjoint((sources[other], targets[other]))
