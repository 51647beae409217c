"""Evidence: how many relations and actors rest on each source, and how many on it alone.

What cites a source that another one quotes rests on both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.analysis.answer import Answer
from graph.analysis.undeclared_references import UndeclaredReference, count_undeclared
from graph.data.columns import Columns, split_cell
from graph.data.counts import format_count
from graph.data.dictionary_column import iter_values
from graph.data.own_columns import add_own_columns
from graph.data.records import Actor, Source
from graph.data.via import list_chain
from graph.data.voices import describe_others, format_voice_count, list_voices
from graph.select.asked_time import AskedTime, count_asked

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection

JOINED = ": sources that reach us through one another count as one"


@dataclass(frozen=True)
class SourceEvidence:
    """One source, and what rests on it.

    Parameters
    ----------
    source
        The source itself.
    relation_count
        How many relations rest on it: cite it, or a source that reaches us through it.
    alone_count
        How many of them rest on it alone, so that they fall with it.
    actors
        Actors that rest on it, in row order.
    actors_alone
        Those of them that rest on it alone.
    voice
        The independent voice that it is: the id of the first source of that voice.
    through
        The source at the end of the chain through which it reaches us; None where there is none.
    quoted_count
        How many sources reach us through it.
    """

    source: Source
    relation_count: int
    alone_count: int
    actors: tuple[Actor, ...]
    actors_alone: tuple[Actor, ...]
    voice: str = ""
    through: Source | None = None
    quoted_count: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Return it as data, actors by id."""
        return {
            "source": self.source.id,
            "citation": self.source.citation,
            "attributes": dict(self.source.attributes),
            "via": self.source.via,
            "voice": self.voice,
            "quoted_count": self.quoted_count,
            "relation_count": self.relation_count,
            "alone_count": self.alone_count,
            "actors": [actor.id for actor in self.actors],
            "actors_alone": [actor.id for actor in self.actors_alone],
        }


@dataclass(frozen=True, repr=False)
class Evidence(Answer):
    """All sources, and how many relations and actors rest on each.

    Parameters
    ----------
    sources
        Those on which most relations rest first, equal ones in row order.
    relation_count
        How many relations there are.
    direct_count
        How many of them cite pages or texts, and no declared source.
    unsourced_count
        How many of them cite nothing.
    voice_count
        How many independent voices all that is cited is.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    all_relation_count
        How many relations there are without the filters.
    other_voices
        The voices that are no declared source: hosts of pages, and texts.
    undeclared
        What relations cite and is no declared source, most cited first; at most 1,000.
    undeclared_count
        How many there are.
    """

    sources: tuple[SourceEvidence, ...]
    relation_count: int
    direct_count: int
    unsourced_count: int
    voice_count: int = 0
    asked_time: AskedTime | None = None
    all_relation_count: int = 0
    other_voices: tuple[str, ...] = ()
    undeclared: tuple[UndeclaredReference, ...] = ()
    undeclared_count: int = 0

    @property
    def sentence(self) -> str:
        """How many sources there are, and how many relations are counted.

        Examples
        --------
        >>> import graph
        >>> print(graph.load_example().evidence().sentence)
        28 sources, 235 relations.
        >>> print(graph.load_example().only("ally").evidence().sentence)
        28 sources, 2 of 235 relations under the filters.
        """
        relations = format_count(self.relation_count, "relation")
        if self.all_relation_count > self.relation_count:
            every = format_count(self.all_relation_count, "relation")
            relations = f"{self.relation_count:,} of {every} under the filters"
        return f"{format_count(len(self.sources), 'source')}, {relations}."

    @property
    def notes(self) -> tuple[str, ...]:
        """How many independent voices there are, and how many relations cite no source."""
        cited = {
            "a page or a text and no declared source": self.direct_count,
            "nothing": self.unsourced_count,
        }
        counts = tuple(
            f"{count:,} {'cites' if count == 1 else 'cite'} {what}."
            for what, count in cited.items()
            if count
        )
        words = format_voice_count(self.voice_count)
        why = JOINED if self.voice_count < len(self.sources) else ""
        voices = (f"{words[0].upper()}{words[1:]}{why}.",) if self.voice_count else ()
        others = (describe_others(self.other_voices),) if self.other_voices else ()
        return voices + others + counts + self.time_notes

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each source: id, citation, counts of what rests on it, own columns."""
        import pandas as pd

        rows = [
            (
                each.source.id,
                each.source.citation,
                each.source.via,
                each.voice,
                each.quoted_count,
                each.relation_count,
                each.alone_count,
                len(each.actors),
                len(each.actors_alone),
            )
            for each in self.sources
        ]
        names = [
            "source",
            "citation",
            "via",
            "voice",
            "quoted",
            "relations",
            "alone",
            "actors",
            "actors_alone",
        ]
        return add_own_columns(
            pd.DataFrame(rows, columns=names), [each.source.attributes for each in self.sources]
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: sources and actors by id, as in JSON and on the page."""
        return {
            "sources": [each.to_dict() for each in self.sources],
            "relation_count": self.relation_count,
            "all_relation_count": self.all_relation_count,
            "direct_count": self.direct_count,
            "unsourced_count": self.unsourced_count,
            "voice_count": self.voice_count,
            "other_voices": list(self.other_voices),
            "undeclared": [each.to_dict() for each in self.undeclared],
            "undeclared_count": self.undeclared_count,
            **self.time_fields,
        }

    def __repr__(self) -> str:
        return f"<Evidence: {len(self.sources)} sources, {self.relation_count} relations>"


class CitedCells(NamedTuple):
    """The cells of references that are counted.

    Parameters
    ----------
    relations
        How many relations have each cell, in the order of the first.
    actors
        The cells of the actors.
    by_actor
        Actors with their cells, at least of those that cite a declared source, in row order.
    """

    relations: Mapping[str, int]
    actors: Iterable[str]
    by_actor: Iterable[tuple[Actor, str]]


def count_evidence(network: Selection) -> Evidence:
    """Count for each source of a Network the relations and actors that rest on it.

    Every row counts, parallel and disputing relations too, whatever their direction and weight.
    Every declared source is listed, also when the filters leave nothing that rests on it.
    """
    columns, rows = network.columns, network.actor_numbers
    cells = columns.actors.cells("reference")
    cited = CitedCells(
        Counter(iter_values(columns.relations.cells("reference"), network.relation_numbers)),
        iter_values(cells, rows),
        ((columns.actor(row), cells[row]) for row in rows if cells[row]),
    )
    return build_evidence(columns, cited, len(columns.relations), count_asked(network))


def build_evidence(
    columns: Columns, cited: CitedCells, all_relation_count: int, asked_time: AskedTime | None
) -> Evidence:
    """Count what rests on each source, of cells that were counted before.

    Parameters
    ----------
    columns
        The sources are looked up here.
    cited
        The cells.
    all_relation_count
        How many relations there are without the filters.
    asked_time
        The span that was asked, if one was.
    """
    cells = cited.relations
    chains = {
        name: list_chain(columns.sources, source) for name, source in columns.source_ids.items()
    }
    counts, alone_counts = _count_relations(cells, chains)
    actors = _find_resting_actors(cited.by_actor, chains)
    quoted = Counter(each for name in columns.sources for each in chains[name][1:])
    sources = [
        SourceEvidence(
            source,
            counts[name],
            alone_counts[name],
            tuple(actor for actor, _ in actors.get(name, ())),
            tuple(actor for actor, alone in actors.get(name, ()) if alone),
            columns.voices[name],
            None if chains[name] == [name] else columns.sources[chains[name][-1]],
            quoted[name],
        )
        for name, source in columns.sources.items()
    ]
    sources.sort(key=lambda each: -each.relation_count)
    voices = _list_voices(columns, (*cells, *cited.actors))
    return Evidence(
        tuple(sources),
        sum(cells.values()),
        _sum_where(cells, lambda names: bool(names) and chains.keys().isdisjoint(names)),
        _sum_where(cells, lambda names: not names),
        len(voices),
        asked_time,
        all_relation_count,
        tuple(voice.split(" ", 1)[1] for voice in voices if not voice.startswith("source ")),
        *count_undeclared(cells, chains),
    )


def _list_voices(columns: Columns, cells: Iterable[str]) -> tuple[str, ...]:
    """Return the independent voices that cells cite."""
    references = dict.fromkeys(part for cell in dict.fromkeys(cells) for part in split_cell(cell))
    cited = (columns.sources.get(part, part) for part in references)
    return list_voices(columns.voices, cited)


Chains = Mapping[str, Sequence[str]]
"""By each reference to a source its id, and those of the sources through which it reaches us."""


def _count_relations(cells: Mapping[str, int], chains: Chains) -> tuple[Counter[str], Counter[str]]:
    """Return by source how many cells rest on it, and how many on it alone."""
    counts: Counter[str] = Counter()
    alone_counts: Counter[str] = Counter()
    for cell, count in cells.items():
        for name, alone in _list_grounds(cell, chains):
            counts[name] += count
            alone_counts[name] += count * alone
    return counts, alone_counts


def _list_grounds(cell: str, chains: Chains) -> Iterator[tuple[str, bool]]:
    """Yield each source on which a cell rests, once, and whether it rests on that alone."""
    cited = dict.fromkeys(split_cell(cell))
    counts = Counter(name for reference in cited for name in chains.get(reference, ()))
    for name, count in counts.items():
        yield name, count == len(cited)


def _find_resting_actors(
    by_actor: Iterable[tuple[Actor, str]], chains: Chains
) -> Mapping[str, list[tuple[Actor, bool]]]:
    """Return by source the actors that rest on it, and whether each rests on it alone."""
    resting: dict[str, list[tuple[Actor, bool]]] = {}
    for actor, cell in by_actor:
        for name, alone in _list_grounds(cell, chains):
            resting.setdefault(name, []).append((actor, alone))
    return resting


def _sum_where(cells: Mapping[str, int], test: Callable[[tuple[str, ...]], bool]) -> int:
    return sum(count for cell, count in cells.items() if test(split_cell(cell)))
