"""What is left out in turn: each source, each independent voice, what is inferred or alleged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from graph.data.columns import split_cell
from graph.data.counts import format_count
from graph.errors import shorten
from graph.select.filters import drop_sources

if TYPE_CHECKING:
    from graph.select.selection import Selection

    S = TypeVar("S", bound=Selection)

MOST = 200  # sources and voices, those with the most relations first
LONGEST_NAME = 80


@dataclass(frozen=True)
class Omission:
    """Something that is left out.

    Parameters
    ----------
    name
        What it is, in words, as behind "without".
    sources
        The ids of the sources that are left out with what rests on them alone; empty for a basis.
    basis
        ``inferred`` or ``alleged``: the relations of this basis; empty for sources.
    count
        How many relations are left out.
    """

    name: str
    sources: tuple[str, ...]
    basis: str
    count: int

    def to_dict(self) -> dict[str, Any]:
        """Return it as data."""
        return {
            "name": self.name,
            "sources": list(self.sources),
            "basis": self.basis,
            "relation_count": self.count,
        }


def list_omissions(network: S) -> Iterator[tuple[Omission, S]]:
    """Yield what is left out in turn, with the network without it: those that change something.

    Sources and voices that relations cite come first, in the order of their ids, then what is
    inferred, and what is alleged. A voice of one source is that source, and is left out once. What
    leaves no relation is not yielded: no answer is left to compare.
    """
    for name, sources in _list_groups(network):
        actors, relations = drop_sources(
            network.columns, network.actor_numbers, network.relation_numbers, set(sources)
        )
        without = replace(network, actor_numbers=actors, relation_numbers=relations)
        yield from _yield_changed(network, without, Omission(name, sources, "", 0))
    bases = network.columns.bases
    for basis in ("inferred", "alleged"):
        rows = [row for row in network.relation_numbers if bases[row] != basis]
        without = replace(network, relation_numbers=rows)
        yield from _yield_changed(network, without, Omission(f"what is {basis}", (), basis, 0))


def _yield_changed(network: S, without: S, omission: Omission) -> Iterator[tuple[Omission, S]]:
    count = len(network.relation_numbers) - len(without.relation_numbers)
    if count and len(without.relation_numbers):
        yield replace(omission, count=count), without


def _list_groups(network: Selection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the name and the ids of each source and of each voice of several sources."""
    columns = network.columns
    cited = _list_cited(network)
    for source in cited:
        yield _format_name(network, source), (source,)
    voices: dict[str, list[str]] = {}
    for source in cited:
        voices.setdefault(columns.voices[source], []).append(source)
    for voice, sources in voices.items():
        if len(sources) > 1:
            yield f"the voice of {_format_name(network, voice)}", tuple(sources)


def _list_cited(network: Selection) -> Sequence[str]:
    """Return the ids of the declared sources that most relations cite, sorted."""
    columns = network.columns
    cells = columns.relations.cells("reference")
    counts: dict[str, int] = {}
    for row in network.relation_numbers:
        for part in dict.fromkeys(split_cell(cells[row])):
            if part in columns.sources:
                cited = columns.sources[part].id
                counts[cited] = counts.get(cited, 0) + 1
    return sorted(sorted(counts, key=lambda each: (-counts[each], each))[:MOST])


def _format_name(network: Selection, source: str) -> str:
    title = network.columns.sources[source].title or source
    return f'"{shorten(title, LONGEST_NAME)}"'


def describe_omissions(omissions: Sequence[Omission]) -> str:
    """Return in a sentence how many parts were left out in turn.

    Examples
    --------
    >>> describe_omissions([])
    'No source, voice or basis was left out in turn: all relations depend on it, or none.'
    """
    if not omissions:
        what = "all relations depend on it, or none"
        return f"No source, voice or basis was left out in turn: {what}."
    parts = format_count(len(omissions), "part")
    return f"Left out in turn: {parts}, of sources, voices, and what is inferred or alleged."
