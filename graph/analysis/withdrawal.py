"""What rests on one source, or on none: every such relation as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.data.claims import find_standings, get_claim, select_between
from graph.data.columns import Columns, split_cell
from graph.data.matching_rows import filter_rows
from graph.data.records import Actor, Relation, Source, Standing
from graph.names.sources import match_only_sources, match_source, resolve_source

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection


@dataclass(frozen=True)
class Rest:
    """One relation, and whether it cites nothing but the source.

    Parameters
    ----------
    relation
        The relation.
    alone
        Whether it cites nothing else: it would fall with the source.
    standing
        Whether it stands, is contested or only disputed, among all rows about the two.
    """

    relation: Relation
    alone: bool
    standing: Standing


@dataclass(frozen=True, repr=False)
class Resting(Answer):
    """What rests on a source, or what cites nothing.

    Parameters
    ----------
    source
        The source; None for what cites nothing.
    relations
        First those that cite nothing else, then the others, each in row order.
    actors
        Who cites it, in row order; of no source, those who cite nothing.
    actors_alone
        Those of them who cite nothing else.
    """

    source: Source | None
    relations: tuple[Rest, ...]
    actors: tuple[Actor, ...]
    actors_alone: tuple[Actor, ...]

    @property
    def alone(self) -> int:
        """How many of the relations cite nothing else."""
        return sum(rest.alone for rest in self.relations)

    @property
    def sentence(self) -> str:
        """How much rests on it.

        Examples
        --------
        >>> import graph
        >>> print(graph.load_example().resting_on("pike2022"))
        2 relations rest on it, none of them on it alone; 3 actors cite it.
        """
        relations, actors = len(self.relations), len(self.actors)
        counted = f"{relations:,} relation{'s' * (relations != 1)}"
        people = f"{actors:,} actor{'s' * (actors != 1)}"
        one, who = relations == 1, actors == 1
        if self.source is None and not relations and not actors:
            return "Every relation and every actor cites something."
        if self.source is None:
            return (
                f"{counted} {'cites' if one else 'cite'} nothing, "
                f"and so {'does' if who else 'do'} {people}."
            )
        rest = f"{counted} {'rests' if one else 'rest'} on it"
        alone = f"{self.alone:,}" if self.alone else "none"
        return f"{rest}, {alone} of them on it alone; {people} cite{'s' * who} it."

    @property
    def frame(self) -> pd.DataFrame:
        """A row a relation: its id, whether it rests on nothing else, standing, sentence."""
        import pandas as pd

        rows = [
            (rest.relation.id, rest.alone, rest.standing, rest.relation.sentence)
            for rest in self.relations
        ]
        return pd.DataFrame(rows, columns=["relation", "alone", "standing", "sentence"])

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: relations and actors by id, as in JSON and on the page."""
        return {
            "source": None if self.source is None else self.source.id,
            "citation": "" if self.source is None else self.source.citation,
            "relations": [
                {
                    "relation": rest.relation.id,
                    "alone": rest.alone,
                    "standing": rest.standing,
                    "sentence": rest.relation.sentence,
                }
                for rest in self.relations
            ],
            "actors": [actor.id for actor in self.actors],
            "actors_alone": [actor.id for actor in self.actors_alone],
        }

    def __repr__(self) -> str:
        name = "no source" if self.source is None else self.source.id
        return f"<Resting: on {name}, {len(self.relations)} relations>"


def resting_on(network: Selection, source: str) -> Resting:
    """Return what of a Network rests on a source.

    Parameters
    ----------
    source
        Its id or title as a person types it; see `graph.names.sources.resolve_source`.

    Raises
    ------
    QuestionError
        When it leads to no source, or to several.
    """
    found = resolve_source(network.columns, source)
    return _resting(network, found, match_source(found.id), match_only_sources({found.id}))


def unsourced(network: Selection) -> Resting:
    """Return what of a Network cites nothing: no source, no page, no text."""

    def names_nothing(cell: str) -> bool:
        return not split_cell(cell)

    return _resting(network, None, names_nothing, names_nothing)


Test = Callable[[str], bool]


def _resting(network: Selection, source: Source | None, cites: Test, only: Test) -> Resting:
    columns = network.columns
    cells = columns.relations.cells("reference")
    rows = filter_rows(cells, network.relation_numbers, cites)
    states = find_standings(columns, select_between(columns, network.relation_numbers, rows))
    ordered = sorted(rows, key=lambda row: not only(cells[row]))
    relations = tuple(
        Rest(columns.relation(row), only(cells[row]), states[get_claim(columns, row)])
        for row in ordered
    )
    people = columns.actors.cells("reference")
    citing = filter_rows(people, network.actor_numbers, cites)
    alone = [row for row in citing if only(people[row])]
    return Resting(source, relations, _actors(columns, citing), _actors(columns, alone))


def _actors(columns: Columns, rows: Sequence[int]) -> tuple[Actor, ...]:
    return tuple(map(columns.actor, rows))
