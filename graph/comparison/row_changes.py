"""What differs between two versions of a row, and rows that one version alone has."""

from __future__ import annotations

from dataclasses import dataclass

from graph.data.records import Actor, Relation, Standing

BLANK = "blank"


@dataclass(frozen=True)
class FieldChange:
    """One column in which two versions of a row differ.

    Parameters
    ----------
    field
        The column's name.
    before, after
        The cell in each version; empty where it is blank.
    """

    field: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """The value after and the value before.

        Examples
        --------
        >>> FieldChange("weight", "1", "2").sentence, FieldChange("end", "", "2022").sentence
        ('weight: 2, was 1', 'end: 2022, was blank')
        """
        return f"{self.field}: {self.after or BLANK}, was {self.before or BLANK}"


@dataclass(frozen=True)
class ActorChange:
    """An actor that both versions have and that differs.

    Parameters
    ----------
    before, after
        The actor in each version.
    fields
        The columns in which they differ, in the order of the columns.
    """

    before: Actor
    after: Actor
    fields: tuple[FieldChange, ...]

    @property
    def sentence(self) -> str:
        """The value after and the value before of each field."""
        return "; ".join(field.sentence for field in self.fields)


@dataclass(frozen=True)
class RelationChange:
    """A relation that both versions have and that differs.

    Parameters
    ----------
    before, after
        The relation in each version.
    fields
        The columns in which they differ, in the order of the columns.
    standing
        Whether it stands, is contested or only disputed in the version after.
    """

    before: Relation
    after: Relation
    fields: tuple[FieldChange, ...]
    standing: Standing

    @property
    def sentence(self) -> str:
        """The value after and the value before of each field."""
        return "; ".join(field.sentence for field in self.fields)


@dataclass(frozen=True)
class UnpairedRelation:
    """A relation that only one of the versions has.

    Parameters
    ----------
    relation
        The relation.
    standing
        Whether it stands, is contested or only disputed in that version.
    """

    relation: Relation
    standing: Standing
