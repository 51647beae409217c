"""A relation that was cited by its id, as it is today, with what is said beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.paths.build_step import build_step
from graph.analysis.relation_changes import Before, describe_changes
from graph.analysis.relation_frame import build_relation_frame
from graph.data.claims import find_standings, get_claim
from graph.errors import shorten

if TYPE_CHECKING:
    import pandas as pd

    from graph.analysis.paths.steps import Step
    from graph.data.records import Relation, Standing
    from graph.select.selection import Selection


@dataclass(frozen=True, repr=False)
class CitedRelation(Answer):
    """A relation that was cited, as it is today.

    Parameters
    ----------
    id
        The id that was cited.
    relation
        The relation today.
    standing
        Whether its claim stands, is contested or is disputed, by what the filters leave.
    step
        All that the filters leave between its two actors; the relation itself among it, unless the
        filters leave it out.
    is_left_out
        Whether the filters leave it out.
    changes
        Sentences on how it changed since, where it is known what it said.
    compared
        Whether it is known what it said.
    """

    id: str
    relation: Relation
    standing: Standing
    step: Step
    is_left_out: bool = False
    changes: tuple[str, ...] = ()
    compared: bool = False

    @property
    def sentence(self) -> str:
        """Whether the relation is in the data, and whether it is doubted."""
        if self.is_left_out:
            return "The filters leave this relation out."
        if self.standing == "stands":
            return "This relation is in the data."
        return f"This relation is in the data; what it says is {self.standing}."

    @property
    def notes(self) -> tuple[str, ...]:
        """How it changed since, a sentence each, where that is known."""
        unchanged = "It says what it said."
        return self.changes or ((unchanged,) if self.compared else ())

    @property
    def frame(self) -> pd.DataFrame:
        """A row for it and for each relation beside it. Columns: relation, state, sentence."""
        relations = [self.relation, *self.beside]
        return build_relation_frame(["relation", "state", "sentence"], self.rows, relations)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """The cells of the table."""
        state = "left out" if self.is_left_out else "stands"
        rows = [(self.relation.id, state, self.relation.sentence)]
        return rows + [(each.id, "beside it", each.sentence) for each in self.beside]

    @property
    def beside(self) -> tuple[Relation, ...]:
        """The other relations between its two actors."""
        return tuple(each for each in self.step.relations if each.id != self.relation.id)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: relations by id."""
        return {
            "id": self.id,
            "relation": self.relation.id,
            "standing": self.standing,
            "is_left_out": self.is_left_out,
            "beside": [relation.id for relation in self.beside],
            "changes": list(self.changes),
            "compared": self.compared,
            "sentence": self.relation.sentence,
            "notes": [self.sentence, *self.notes],
        }

    def __repr__(self) -> str:
        return f"<CitedRelation: {shorten(self.id)}>"


def find_cited_relation(
    network: Selection, row: int, before: Before | None = None
) -> CitedRelation:
    """Return a relation by its row number, with the relations between the same two actors.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    before
        What it said when it was cited.
    """
    columns = network.columns
    relation = network.relation(row)
    source, target = columns.endpoints[0][row], columns.endpoints[1][row]
    selected = network.adjacency("either")[source].get(target, ()) if source != target else ()
    is_left_out = row not in network.relation_numbers
    rows = sorted({*selected, *(() if is_left_out else (row,))})
    standing = find_standings(columns, [*rows, row])[get_claim(columns, row)]
    changes = tuple(describe_changes({relation.id: relation}, before or {}))
    return CitedRelation(
        relation.id,
        relation,
        standing,
        build_step(network, rows, relation.source, relation.target),
        is_left_out,
        changes,
        before is not None and relation.id in before,
    )
