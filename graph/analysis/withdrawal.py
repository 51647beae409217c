"""What the withdrawal of a source would affect: the relations and actors that rest on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.relation_frame import build_relation_frame
from graph.data.claims import (
    add_sides,
    find_sides,
    find_standings,
    get_claim,
    merge_mutual,
    select_between,
)
from graph.data.columns import Columns, split_cell
from graph.data.counts import format_count
from graph.data.matching_rows import filter_rows
from graph.data.records import Actor, Relation, Source, Standing
from graph.data.via import find_falling
from graph.names.sources import match_only_sources, match_sources, resolve_source
from graph.select.asked_time import AskedTime, count_asked_of

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection


@dataclass(frozen=True)
class CitingRelation:
    """A relation that cites a source, or one that reaches us through it.

    Parameters
    ----------
    relation
        The relation.
    alone
        Whether it rests on the source alone: all that it cites falls with it.
    standing
        Whether its claim stands, is contested or is disputed.
    """

    relation: Relation
    alone: bool
    standing: Standing


@dataclass(frozen=True, repr=False)
class Withdrawal(Answer):
    """Relations and actors that rest on a source, or that cite nothing.

    Parameters
    ----------
    source
        The source; None for what cites nothing.
    relations
        Those that rest on it alone first, each part in row order.
    actors
        Actors that rest on it, in row order; without a source, those that cite nothing.
    actors_alone
        Those of them that rest on it alone.
    quoted
        The sources that reach us through it, in row order; they fall with it.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    is_filtered
        Whether filters leave out relations or actors of the data.
    """

    source: Source | None
    relations: tuple[CitingRelation, ...]
    actors: tuple[Actor, ...]
    actors_alone: tuple[Actor, ...]
    quoted: tuple[Source, ...] = ()
    asked_time: AskedTime | None = None
    is_filtered: bool = False

    @property
    def claims(self) -> tuple[CitingRelation, ...]:
        """The relations, a mutual one that is listed both ways once."""
        by_part: list[CitingRelation] = []
        for alone in (True, False):
            part = [each for each in self.relations if each.alone == alone]
            merged = merge_mutual([each.relation for each in part])
            by_part += (replace(part[index], relation=relation) for index, relation in merged)
        return tuple(by_part)

    @property
    def alone_count(self) -> int:
        """How many of the relations rest on it alone."""
        return sum(each.alone for each in self.relations)

    @property
    def sentence(self) -> str:
        """How many relations and actors rest on it, and how many sources reach us through it.

        Examples
        --------
        >>> import graph
        >>> print(graph.load_example().withdrawal("pike2022"))
        3 relations rest on it, none of them on it alone; 3 actors rest on it.
        >>> print(graph.load_example().only("ally").withdrawal("pike2022").sentence)
        Under the filters, 0 relations rest on it, none of them on it alone; 3 actors rest on it.
        """
        counts = self._describe_counts()
        if self.is_filtered:
            return f"Under the filters, {counts[0].lower()}{counts[1:]}"
        return counts

    def _describe_counts(self) -> str:
        one_relation, one_actor = len(self.relations) == 1, len(self.actors) == 1
        relations = format_count(len(self.relations), "relation")
        actors = format_count(len(self.actors), "actor")
        if self.source is None and not self.relations and not self.actors:
            return "Every relation and every actor cites something."
        if self.source is None:
            cite, do = "cites" if one_relation else "cite", "does" if one_actor else "do"
            return f"{relations} {cite} nothing, and so {do} {actors}."
        relations_rest, actors_rest = (
            "rests" if is_one else "rest" for is_one in (one_relation, one_actor)
        )
        alone = f"{self.alone_count:,}" if self.alone_count else "none"
        counts = f"{relations} {relations_rest} on it, {alone} of them on it alone"
        quoted = format_quoted(len(self.quoted))
        return f"{counts}; {actors} {actors_rest} on it. {quoted}".rstrip()

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each relation: id, whether it rests on it alone, standing, own columns."""
        rows = [
            (each.relation.id, each.alone, each.standing, each.relation.sentence)
            for each in self.relations
        ]
        names = ["relation", "alone", "standing", "sentence"]
        relations = [each.relation for each in self.relations]
        return build_relation_frame(names, rows, relations)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: relations and actors by id, as in JSON and on the page."""
        return {
            "source": None if self.source is None else self.source.id,
            "citation": "" if self.source is None else self.source.citation,
            "attributes": {} if self.source is None else dict(self.source.attributes),
            "relations": [
                {
                    "relation": each.relation.id,
                    "alone": each.alone,
                    "standing": each.standing,
                    "sentence": each.relation.sentence,
                }
                for each in self.relations
            ],
            "actors": [actor.id for actor in self.actors],
            "actors_alone": [actor.id for actor in self.actors_alone],
            "quoted": [source.id for source in self.quoted],
            **self.time_fields,
        }

    def __repr__(self) -> str:
        name = "no source" if self.source is None else self.source.id
        return f"<Withdrawal: of {name}, {len(self.relations)} relations>"


def find_citing(network: Selection, source: str) -> Withdrawal:
    """Return the relations and actors of a Network that rest on a source.

    Parameters
    ----------
    source
        Its id, title or address; see `graph.names.sources.resolve_source`.

    Raises
    ------
    QuestionError
        When it does not lead to one source.
    """
    columns = network.columns
    named = resolve_source(columns, source)
    falling = find_falling(columns.sources, {named.id})
    answer = _build_answer(network, named, match_sources(falling), match_only_sources(falling))
    quoted = (each for each in columns.sources.values() if each.id in falling - {named.id})
    return replace(answer, quoted=tuple(quoted))


def find_unsourced(network: Selection) -> Withdrawal:
    """Return the relations and actors of a Network that cite no source, no page and no text."""

    def cites_nothing(cell: str) -> bool:
        return not split_cell(cell)

    return _build_answer(network, None, cites_nothing, cites_nothing)


def format_quoted(count: int) -> str:
    """Return how many sources reach us through one, as a sentence; empty where none does.

    Examples
    --------
    >>> format_quoted(1), format_quoted(2)
    ('1 source reaches us through it.', '2 sources reach us through it.')
    """
    words = "source reaches" if count == 1 else "sources reach"
    return f"{count:,} {words} us through it." if count else ""


CellTest = Callable[[str], bool]


def _build_answer(
    network: Selection, source: Source | None, rests: CellTest, rests_alone: CellTest
) -> Withdrawal:
    columns = network.columns
    cells = columns.relations.cells("reference")
    rows = filter_rows(cells, network.relation_numbers, rests)
    related = select_between(columns, network.relation_numbers, rows)
    states, sides = find_standings(columns, related), find_sides(columns, related)
    relations = tuple(
        CitingRelation(
            add_sides(network.relation(row), get_claim(columns, row), sides),
            rests_alone(cells[row]),
            states[get_claim(columns, row)],
        )
        for row in sorted(rows, key=lambda row: not rests_alone(cells[row]))
    )
    actor_cells = columns.actors.cells("reference")
    resting = filter_rows(actor_cells, network.actor_numbers, rests)
    alone = [row for row in resting if rests_alone(actor_cells[row])]
    actors = _read_actors(columns, resting), _read_actors(columns, alone)
    asked_time = count_asked_of(network, (each.relation for each in relations))
    selected = len(network.relation_numbers) + len(network.actor_numbers)
    is_filtered = selected < len(columns.relations) + len(columns.actors)
    return Withdrawal(source, relations, *actors, asked_time=asked_time, is_filtered=is_filtered)


def _read_actors(columns: Columns, rows: Sequence[int]) -> tuple[Actor, ...]:
    return tuple(map(columns.actor, rows))
