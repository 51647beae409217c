"""What is left out in turn: each source, each independent voice, what is inferred or alleged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from graph.data.columns import split_cell
from graph.data.counts import format_count
from graph.data.sentences import join_phrases
from graph.errors import shorten
from graph.select.filters import drop_sources

if TYPE_CHECKING:
    from graph.select.selection import Selection

    S = TypeVar("S", bound=Selection)

MOST = 200  # sources and voices, those with the most relations first
LONGEST_NAME = 80
VOICE_OF = "the voice of "


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


class Omissions(NamedTuple):
    """What was left out in turn, and what could not be.

    Parameters
    ----------
    made
        What was left out, in order.
    impossible
        What was not: all relations rest on it, so that no answer would be left to compare.
    """

    made: Sequence[Omission]
    impossible: Sequence[Omission]

    @property
    def condition(self) -> str:
        """What was left out, behind "without": any one of it; empty where nothing was left out.

        Examples
        --------
        >>> bases = [Omission(f"what is {each}", (), each, 1) for each in ("inferred", "alleged")]
        >>> book = Omission("'A book'", ("book",), "", 2)
        >>> Omissions(bases, ()).condition, Omissions([book, *bases[:1]], ()).condition
        ('what is inferred or alleged', "'A book' or what is inferred")
        """
        sources, voices, bases = _group_by_sort(self.made)
        parts = [
            each[0].name if len(each) == 1 else f"any of {format_count(len(each), word)}"
            for each, word in ((sources, "source"), (voices, "voice"))
            if each
        ]
        parts += [f"what is {' or '.join(each.basis for each in bases)}"] if bases else []
        return " or ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out in turn, and what was not, and why: a sentence each.

        Examples
        --------
        >>> book = Omission("'A book'", ("book",), "", 2)
        >>> Omissions((), [book]).notes[1]
        "All relations rest on one voice alone, 'A book': without it none is left, so it was not \
left out."
        >>> Omissions([book], ()).notes
        ('Left out in turn: one source.',)
        """
        return self._describe_made(), *self.impossible_notes

    @property
    def impossible_notes(self) -> tuple[str, ...]:
        """What was not left out, and why."""
        sources, voices, bases = _group_by_sort(self.impossible)
        one_voice = [
            f"All relations rest on one voice alone, {each.name.removeprefix(VOICE_OF)}: without "
            "it none is left, so it was not left out."
            for each in (*sources, *voices)[:1]
        ]
        one_basis = [
            f"All relations are {each.basis}: without them none is left, so they were not left out."
            for each in bases
        ]
        return *one_voice, *one_basis

    def _describe_made(self) -> str:
        sources, voices, bases = _group_by_sort(self.made)
        parts = [
            f"one {word}" if len(each) == 1 else format_count(len(each), word)
            for each, word in ((sources, "source"), (voices, "voice"))
            if each
        ]
        parts += [each.name for each in bases]
        if parts:
            return f"Left out in turn: {join_phrases(parts)}."
        return "No source, voice or basis was left out in turn."


def _group_by_sort(omissions: Iterable[Omission]) -> tuple[list[Omission], ...]:
    """Return the single sources, the voices of several sources, and the bases."""
    groups: tuple[list[Omission], ...] = ([], [], [])
    for each in omissions:
        groups[2 if each.basis else min(len(each.sources), 2) - 1].append(each)
    return groups


def leave_out(network: S) -> tuple[Omissions, list[S]]:
    """Leave out in turn what changes something; return that, with the networks without it.

    Sources and voices that relations cite come first, in the order of their ids, then what is
    inferred, and what is alleged. A voice of one source is that source, and is left out once. What
    leaves no relation is not left out: no answer is left to compare.
    """
    changed = [(omission, each) for omission, each in _list_omissions(network) if omission.count]
    made = [(omission, each) for omission, each in changed if len(each.relation_numbers)]
    impossible = [omission for omission, each in changed if not len(each.relation_numbers)]
    return Omissions([omission for omission, _ in made], impossible), [each for _, each in made]


def _list_omissions(network: S) -> Iterator[tuple[Omission, S]]:
    """Yield what may be left out, with the network without it."""
    for name, sources in _list_groups(network):
        actors, relations = drop_sources(
            network.columns, network.actor_numbers, network.relation_numbers, set(sources)
        )
        without = replace(network, actor_numbers=actors, relation_numbers=relations)
        yield _count(network, without, Omission(name, sources, "", 0)), without
    bases = network.columns.bases
    for basis in ("inferred", "alleged"):
        rows = [row for row in network.relation_numbers if bases[row] != basis]
        without = replace(network, relation_numbers=rows)
        yield _count(network, without, Omission(f"what is {basis}", (), basis, 0)), without


def _count(network: Selection, without: Selection, omission: Omission) -> Omission:
    """Return an omission with how many relations it leaves out."""
    count = len(network.relation_numbers) - len(without.relation_numbers)
    return replace(omission, count=count)


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
            yield f"{VOICE_OF}{_format_name(network, voice)}", tuple(sources)


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
