"""One row each: an actor, a relation (a claim about two actors), a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal

from graph.data import dates
from graph.data.spans import When, mark_when
from graph.data.vocabulary import RelationType
from graph.errors import shorten


@dataclass(frozen=True)
class Source:
    """A publication that rows cite; every field is text, empty when not known.

    Parameters
    ----------
    id
        The id that references use.
    title, author, publisher
        As printed.
    date
        When it was published.
    url, archive_url
        Where it can be read, and where an archived copy is.
    via
        The id of the source that quotes it, through which it reaches us.
    voice
        The same text for sources that are one voice, whatever else is known of them.
    attributes
        Every further column, as text.
    """

    id: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    archive_url: str = ""
    via: str = ""
    voice: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def citation(self) -> str:
        """The source in one line: author (date). Title. Publisher.

        Examples
        --------
        >>> Source("r22", title="A strategy", author="Rudnik, A.", date="2022").citation
        'Rudnik, A. (2022). A strategy.'
        >>> Source("hr21", title="A report", date="2021").citation
        'A report (2021).'
        """
        dated = f" ({self.date})" if self.date else ""
        title = self.title or self.id
        parts = [self.author + dated, title] if self.author else [title + dated]
        parts.append(self.publisher)
        return " ".join(
            part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part
        )


Reference = Source | str

Basis = Literal["stated", "inferred", "alleged"]
"""What a row rests on: its sources state it, its author infers it, or somebody alleges it."""

Standing = Literal["stands", "contested", "disputed"]
"""Whether the rows about one relation all assert it, disagree, or all dispute it."""


@dataclass(frozen=True)
class Actor:
    """A person, organisation, state, place or thing that has relations.

    Parameters
    ----------
    id
        The id that relations use; unique.
    name
        The name that is shown.
    kind
        Such as ``person`` or ``state``; see `graph.data.vocabulary.KINDS`.
    aliases
        Other spellings and names.
    description
        Who it is.
    start, end
        Dates, empty when not known; an end may be `..` (still so when written) or `ended`.
    references
        Sources, and as plain text references that are not the id of a source.
    attributes
        Every further column, as text.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    start: str = ""
    end: str = ""
    references: tuple[Reference, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Relation:
    """One claim: that `source` has a relation of `type` to `target`, or (disputes) that it has not.

    Parameters
    ----------
    id
        The id given, else one made from the ends, the type and the stance.
    source, target
        The two ends.
    type
        The type of the relation.
    start, end
        Dates, empty when not known; an end may be `..` (still so when written) or `ended`.
    stance
        ``asserts`` or ``disputes``.
    claimant
        Who says so: an actor, else words; empty when not given.
    basis
        ``stated``, ``inferred`` or ``alleged``.
    references
        Sources, and as plain text references that are not the id of a source.
    note
        A note by the author of the row.
    attributes
        Every further column, as text.
    weight
        Strength, greater than 0.
    confidence
        From 0 to 1; None when not stated.
    grade
        The Admiralty grade, such as ``B2``, if the confidence was given as one; else empty.
    over
        Whether it is over, so that sentences are in the past tense.
    planned
        Whether it is an event that is still to come, so that sentences are in the present tense.
    when
        Whether it holds in the span that was asked, and why that is not certain; None where no
        span was asked.
    sides
        In an answer, where the relation is contested: who asserts and who disputes it.
    claim_count
        How many rows it stands for, where a mutual type is listed both ways.
    voices
        The independent voices that its references are.
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
    claimant: Actor | str = ""
    basis: Basis = "stated"
    references: tuple[Reference, ...] = ()
    note: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)
    over: bool = False
    planned: bool = False
    when: When | None = None
    sides: str = field(default="", compare=False)
    claim_count: int = 1
    voices: tuple[str, ...] = field(default=(), compare=False)

    @property
    def voice_count(self) -> int:
        """How many independent voices its references are; see `graph.data.voices`."""
        return len(self.voices or dict.fromkeys(self.references))

    @property
    def digest(self) -> str:
        """Ten hexadecimal digits that change with anything the row says beside what makes its id.

        Examples
        --------
        >>> from graph.data.vocabulary import TYPES
        >>> ends = Actor("a", "A", "person"), Actor("b", "B", "person")
        >>> Relation("r1", *ends, TYPES["funds"]).digest
        '44d01a8136'
        """
        claimant = self.claimant if isinstance(self.claimant, str) else self.claimant.id
        references = [each.id if isinstance(each, Source) else each for each in self.references]
        rest = [self.start, self.end, self.weight, self.confidence, self.grade, claimant]
        rest += [self.basis, references, self.note, sorted(self.attributes.items())]
        return blake2b(repr(rest).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()

    @property
    def sentence(self) -> str:
        """The claim as one sentence without a full stop, with its dates."""
        return self.sentence_from(self.source)

    def sentence_from(self, actor: Actor) -> str:
        """Return the same sentence as read from one of the two ends."""
        return "".join(self.parts_from(actor))

    def parts_from(self, actor: Actor) -> tuple[str, ...]:
        """Return that sentence in parts: texts of the data and our own words in turn.

        A face that handles writing directions isolates each name from the words around it. Very
        long names are shortened, as there may be a sentence for each of very many relations.
        """
        near_end, verb, far_end = self.wording_from(actor)
        near, verb, far = map(shorten, (near_end.name, verb, far_end.name))
        tail = f" {self.interval}".rstrip()
        tail += ", ended" if self.needs_ended and "ended" not in tail else ""
        tail += ", planned" if self.needs_planned else ""
        tail += mark_when(self.when)
        words, claimant = self.claim_parts
        end = (tail + words, shorten(claimant)) if claimant else (tail + words,)
        return near, " ", verb, " ", far, *end

    @property
    def interval(self) -> str:
        """Its dates in brackets, as sentences write them; empty when nothing is known of them."""
        return dates.format_interval(self.start, self.end, event=self.type.event)

    @property
    def claimant_name(self) -> str:
        """The name of who says so, empty when not given."""
        return self.claimant if isinstance(self.claimant, str) else self.claimant.name

    @property
    def claim_parts(self) -> tuple[str, str]:
        """How the sentence ends: words such as ", according to ", and who says so."""
        name, words = self.claimant_name, "" if self.basis == "stated" else f", {self.basis}"
        if self.stance == "disputes":
            words += ", disputed"
        if not name:
            return words, ""
        if not words:
            return ", according to ", name
        return f"{words} {'from the words of' if words == ', inferred' else 'by'} ", name

    def wording_from(self, actor: Actor) -> tuple[Actor, str, Actor]:
        """Return the wording of the relation's type, between the ends in the order of the sentence.

        That order begins with the actor, unless the type has no words for this direction.
        """
        backwards = actor.id != self.source.id
        there, back = (
            self.type.choose_wording(backwards=way, over=self.over, planned=self.planned)
            for way in (False, True)
        )
        if back and backwards:
            return self.target, back, self.source
        return self.source, there, self.target

    @property
    def needs_ended(self) -> bool:
        """Whether it is over, and its type has no words in the past that say so.

        The date of an event says so already.
        """
        return self.over and not (self.type.past or self.type.event)

    @property
    def needs_planned(self) -> bool:
        """Whether it is still to come, and its type has no words in the present that say so."""
        return self.planned and not self.type.present
