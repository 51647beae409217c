"""What the withdrawal of a source would affect: the relations and actors that cite it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.data.claims import (
    add_sides,
    find_sides,
    find_standings,
    get_claim,
    merge_mutual,
    select_between,
)
from graph.data.columns import Columns, split_cell
from graph.data.matching_rows import filter_rows
from graph.data.own_columns import add_own_columns
from graph.data.records import Actor, Relation, Source, Standing
from graph.names.sources import match_only_sources, match_source, resolve_source
from graph.select.asked_time import AskedTime, add_when, count_asked_of

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection


@dataclass(frozen=True)
class CitingRelation:
    """A relation that cites a source.

    Parameters
    ----------
    relation
        The relation.
    alone
        Whether it cites nothing else: without the source it would have no reference.
    standing
        Whether its claim stands, is contested or is disputed.
    """

    relation: Relation
    alone: bool
    standing: Standing


@dataclass(frozen=True, repr=False)
class Withdrawal(Answer):
    """Relations and actors that cite a source, or that cite nothing.

    Parameters
    ----------
    source
        The source; None for what cites nothing.
    relations
        Those that cite nothing else first, each part in row order.
    actors
        Actors that cite it, in row order; without a source, those that cite nothing.
    actors_alone
        Those of them that cite nothing else.
    asked_time
        The span that was asked, and how many relations may hold in it; None where none was.
    """

    source: Source | None
    relations: tuple[CitingRelation, ...]
    actors: tuple[Actor, ...]
    actors_alone: tuple[Actor, ...]
    asked_time: AskedTime | None = None

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
        """How many of the relations cite nothing else."""
        return sum(each.alone for each in self.relations)

    @property
    def sentence(self) -> str:
        """How many relations and actors cite it.

        Examples
        --------
        >>> import graph
        >>> print(graph.load_example().withdrawal("pike2022"))
        3 relations rest on it, none of them on it alone; 3 actors cite it.
        """
        one_relation, one_actor = len(self.relations) == 1, len(self.actors) == 1
        relations = f"{len(self.relations):,} relation{'' if one_relation else 's'}"
        actors = f"{len(self.actors):,} actor{'' if one_actor else 's'}"
        if self.source is None and not self.relations and not self.actors:
            return "Every relation and every actor cites something."
        if self.source is None:
            cite, do = "cites" if one_relation else "cite", "does" if one_actor else "do"
            return f"{relations} {cite} nothing, and so {do} {actors}."
        rest, cite = "rests" if one_relation else "rest", "cites" if one_actor else "cite"
        alone = f"{self.alone_count:,}" if self.alone_count else "none"
        return f"{relations} {rest} on it, {alone} of them on it alone; {actors} {cite} it."

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each relation: id, whether it cites nothing else, standing, own columns."""
        import pandas as pd

        rows = [
            (each.relation.id, each.alone, each.standing, each.relation.sentence)
            for each in self.relations
        ]
        relations = [each.relation for each in self.relations]
        frame = pd.DataFrame(rows, columns=["relation", "alone", "standing", "sentence"])
        own = [relation.attributes for relation in relations]
        return add_own_columns(add_when(frame, relations), own)

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
            **self.time_fields,
        }

    def __repr__(self) -> str:
        name = "no source" if self.source is None else self.source.id
        return f"<Withdrawal: of {name}, {len(self.relations)} relations>"


def find_citing(network: Selection, source: str) -> Withdrawal:
    """Return the relations and actors of a Network that cite a source.

    Parameters
    ----------
    source
        Its id or title as a person types it; see `graph.names.sources.resolve_source`.

    Raises
    ------
    QuestionError
        When it does not lead to one source.
    """
    columns = network.columns
    cited = resolve_source(columns, source)
    return _build_answer(network, cited, match_source(cited.id), match_only_sources({cited.id}))


def find_unsourced(network: Selection) -> Withdrawal:
    """Return the relations and actors of a Network that cite no source, no page and no text."""

    def cites_nothing(cell: str) -> bool:
        return not split_cell(cell)

    return _build_answer(network, None, cites_nothing, cites_nothing)


CellTest = Callable[[str], bool]


def _build_answer(
    network: Selection, source: Source | None, cites: CellTest, cites_only: CellTest
) -> Withdrawal:
    columns = network.columns
    cells = columns.relations.cells("reference")
    rows = filter_rows(cells, network.relation_numbers, cites)
    related = select_between(columns, network.relation_numbers, rows)
    states, sides = find_standings(columns, related), find_sides(columns, related)
    relations = tuple(
        CitingRelation(
            add_sides(network.relation(row), get_claim(columns, row), sides),
            cites_only(cells[row]),
            states[get_claim(columns, row)],
        )
        for row in sorted(rows, key=lambda row: not cites_only(cells[row]))
    )
    actor_cells = columns.actors.cells("reference")
    citing = filter_rows(actor_cells, network.actor_numbers, cites)
    alone = [row for row in citing if cites_only(actor_cells[row])]
    actors = _read_actors(columns, citing), _read_actors(columns, alone)
    asked_time = count_asked_of(network, (each.relation for each in relations))
    return Withdrawal(source, relations, *actors, asked_time)


def _read_actors(columns: Columns, rows: Sequence[int]) -> tuple[Actor, ...]:
    return tuple(map(columns.actor, rows))
