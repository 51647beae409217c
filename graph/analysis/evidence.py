"""What rests on each source: who cites it, and what cites nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.data.columns import Columns, split_cell
from graph.data.dictionary_column import iter_values
from graph.data.records import Actor, Source

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection


@dataclass(frozen=True)
class SourceEvidence:
    """One source, and what cites it.

    Parameters
    ----------
    source
        The source itself.
    relations
        How many relations cite it; one that cites it twice counts once.
    alone
        How many of these cite nothing else: they would fall with it.
    actors
        Who cites it, in row order.
    actors_alone
        Those of them who cite nothing else.
    """

    source: Source
    relations: int
    alone: int
    actors: tuple[Actor, ...]
    actors_alone: tuple[Actor, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the same as data, actors by id."""
        return {
            "source": self.source.id,
            "citation": self.source.citation,
            "relations": self.relations,
            "alone": self.alone,
            "actors": [actor.id for actor in self.actors],
            "actors_alone": [actor.id for actor in self.actors_alone],
        }


@dataclass(frozen=True, repr=False)
class Evidence(Answer):
    """Every source, and what rests on it.

    Parameters
    ----------
    sources
        The most cited first, then in row order; those that nothing cites are last.
    relations
        How many relations there are.
    direct
        How many of them cite pages or texts, and no source that is declared.
    unsourced
        How many of them cite nothing.
    """

    sources: tuple[SourceEvidence, ...]
    relations: int
    direct: int
    unsourced: int

    @property
    def sentence(self) -> str:
        """How many sources and relations there are.

        Examples
        --------
        >>> import graph
        >>> print(graph.load_example().evidence())
        28 sources, 220 relations.
        """
        return f"{_counted(len(self.sources), 'source')}, {_counted(self.relations, 'relation')}."

    @property
    def notes(self) -> tuple[str, ...]:
        """How many relations cite none of the sources."""
        cited = {
            "a page or a text and no declared source": self.direct,
            "nothing": self.unsourced,
        }
        return tuple(
            f"{count:,} {'cites' if count == 1 else 'cite'} {what}."
            for what, count in cited.items()
            if count
        )

    @property
    def frame(self) -> pd.DataFrame:
        """A row a source: its id, its citation, and how many relations and actors cite it."""
        import pandas as pd

        rows = [
            (
                each.source.id,
                each.source.citation,
                each.relations,
                each.alone,
                len(each.actors),
                len(each.actors_alone),
            )
            for each in self.sources
        ]
        names = ["source", "citation", "relations", "alone", "actors", "actors_alone"]
        return pd.DataFrame(rows, columns=names)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: sources and actors by id, as in JSON and on the page."""
        return {
            "sources": [each.to_dict() for each in self.sources],
            "relations": self.relations,
            "direct": self.direct,
            "unsourced": self.unsourced,
        }

    def __repr__(self) -> str:
        return f"<Evidence: {len(self.sources)} sources, {self.relations} relations>"


def evidence(network: Selection) -> Evidence:
    """Return what of a Network rests on each of its sources.

    Relations count as rows: parallel ones each for themselves, those that dispute too, whatever
    their direction and weight. Every declared source is told, also one that the filters leave
    without anything.
    """
    columns = network.columns
    cells = Counter(iter_values(columns.relations.cells("reference"), network.relation_numbers))
    cited, alone = _counts(cells, columns.sources)
    actors = _citing_actors(columns, network.actor_numbers)
    found = [
        SourceEvidence(
            source,
            cited[name],
            alone[name],
            tuple(actor for actor, _ in actors.get(name, ())),
            tuple(actor for actor, only in actors.get(name, ()) if only),
        )
        for name, source in columns.sources.items()
    ]
    found.sort(key=lambda each: -each.relations)
    return Evidence(
        tuple(found),
        len(network.relation_numbers),
        _total(cells, lambda named: bool(named) and columns.sources.keys().isdisjoint(named)),
        _total(cells, lambda named: not named),
    )


def _counts(
    cells: Mapping[str, int], sources: Collection[str]
) -> tuple[Counter[str], Counter[str]]:
    """Return by source how many cells name it, and how many name nothing else."""
    cited: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for cell, count in cells.items():
        for name, only in _named(cell, sources):
            cited[name] += count
            alone[name] += count * only
    return cited, alone


def _named(cell: str, sources: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Yield each source that a cell names, once, and whether it names nothing else."""
    named = dict.fromkeys(split_cell(cell))
    for name in named:
        if name in sources:
            yield name, len(named) == 1


def _citing_actors(columns: Columns, rows: Iterable[int]) -> Mapping[str, list[tuple[Actor, bool]]]:
    """Return by source the actors that cite it, and whether each cites nothing else."""
    found: dict[str, list[tuple[Actor, bool]]] = {}
    cells = columns.actors.cells("reference")
    for row in rows:
        for name, only in _named(cells[row], columns.sources):
            found.setdefault(name, []).append((columns.actor(row), only))
    return found


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _total(cells: Mapping[str, int], test: Callable[[tuple[str, ...]], bool]) -> int:
    return sum(count for cell, count in cells.items() if test(split_cell(cell)))
