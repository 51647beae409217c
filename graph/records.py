"""One row each: an actor, a relation (a claim about two actors), a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from graph.vocabulary import RelationType


@dataclass(frozen=True)
class Source:
    """A work that relations rest on; every field is text, empty when not known."""

    id: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    archive_url: str = ""

    @property
    def citation(self) -> str:
        """The source in one line: author (date). Title. Publisher.

        Examples
        --------
        >>> Source("r22", title="A strategy", author="Rudnik, A.", date="2022").citation
        'Rudnik, A. (2022). A strategy.'
        """
        who = f"{self.author} ({self.date})" if self.author and self.date else self.author
        parts = [who or self.date, self.title or self.id, self.publisher]
        return " ".join(
            part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part
        )


Reference = Source | str


@dataclass(frozen=True)
class Actor:
    """Somebody or something that stands in relations.

    `start` and `end` are partial dates, empty when not known. `references` holds sources,
    and as plain text whatever no source declares. `attributes` holds every further column.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    start: str = ""
    end: str = ""
    references: tuple[Reference, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Relation:
    """One claim: that `source` stands to `target` as `type` says, or (disputes) that it does not.

    Parameters
    ----------
    weight
        Strength, greater than 0.
    confidence
        From 0 to 1; None when not stated.
    grade
        The Admiralty grade the confidence was read from, such as ``B2``; else empty.
    """

    id: str
    source: Actor
    target: Actor
    type: RelationType
    start: str = ""
    end: str = ""
    weight: float = 1.0
    confidence: float | None = None
    grade: str = ""
    stance: Literal["asserts", "disputes"] = "asserts"
    references: tuple[Reference, ...] = ()
    note: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The claim as one sentence without a full stop, with its dates."""
        from graph.wording import relation_sentence

        return relation_sentence(self)
