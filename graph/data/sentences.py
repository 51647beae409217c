"""Format steps of paths as sentences, and add weight and confidence to those of relations.

The page has the same wording in `explorer/page/assets/core/sentences.js`; shared cases compare
the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from graph.data.changes import find_changes
from graph.data.claim_words import mark_step
from graph.data.records import Actor, Relation, Standing
from graph.data.spans import join_whens, mark_when
from graph.data.voices import format_voice_count
from graph.errors import shorten

Wording = tuple[str, Standing, bool, bool]
"""The words of relations that read alike, how they stand, and what marks of tense they need."""


class PlacedDates(NamedTuple):
    """The dates of relations in one sentence: of all of them, or of each way to be related.

    Each is an interval in brackets, or empty.
    """

    shared: str
    own: Sequence[str]


def format_step(
    source: Actor, target: Actor, relations: Sequence[Relation], standing: Sequence[Standing]
) -> str:
    """Return the sentence of one step of a path, with each wording of parallel relations once."""
    return "".join(split_step(source, target, relations, standing))


def split_step(
    source: Actor,
    target: Actor,
    relations: Sequence[Relation],
    standing: Sequence[Standing],
    *,
    dates: bool = True,
) -> tuple[str, ...]:
    """Return that sentence in parts, as `Relation.parts_from` does.

    A row that disputes what another asserts has no words of its own: those of the other are
    marked. Relations that have words only from the target's side stand behind the others.
    Dates that all relations share stand at the end. Where one way of being related alone has any,
    they stand behind its words; else none is written.

    Parameters
    ----------
    dates
        Whether dates are written: not where the relations follow, each with its own.
    """
    stands = _list_standing(relations, standing)
    changed = _describe_changes(stands)
    parts: list[str] = []
    tail = ""
    for near_end, far_end in ((source, target), (target, source)):
        alike = _group_alike(source, near_end, relations, standing)
        if not alike:
            continue
        placed = _place_dates([*alike.values()], with_dates=dates and not changed)
        phrases = [
            (verb, _format_marks(rows, state, relations, (own, placed.shared)))
            for ((verb, state, _, _), rows), own in zip(alike.items(), placed.own, strict=True)
        ]
        parts += [f"{tail}, and "] if parts else []
        parts += _join_step(near_end, phrases, far_end)
        tail = f" {placed.shared}".rstrip()
    tail += changed + mark_when(join_whens([each.when for each in stands]))
    return (*parts, tail) if tail else tuple(parts)


def _group_alike(
    source: Actor,
    near_end: Actor,
    relations: Sequence[Relation],
    standing: Sequence[Standing],
) -> Mapping[Wording, list[Relation]]:
    """Return the relations of a step whose words begin with one end, by these and standing."""
    claims = list(zip(relations, standing, strict=True))
    worded = [each for each in claims if each[1] != "contested" or each[0].stance == "asserts"]
    alike: dict[Wording, list[Relation]] = {}
    for relation, state in worded or claims:
        here, verb, _ = relation.wording_from(source)
        if here.id == near_end.id:
            key = verb, state, relation.needs_ended, relation.needs_planned
            alike.setdefault(key, []).append(relation)
    return alike


def _place_dates(alike: Sequence[Sequence[Relation]], *, with_dates: bool) -> PlacedDates:
    """Return where the dates stand of relations whose words begin with one end."""
    none = PlacedDates("", [""] * len(alike))
    periods = [{relation.interval for relation in rows} for rows in alike]
    if not with_dates or any(len(each) > 1 for each in periods):
        return none
    own = [period for each in periods for period in each]
    if len({*own}) == 1:
        return none._replace(shared=own[0])
    return none._replace(own=own) if len([*filter(None, own)]) == 1 else none


def _format_marks(
    alike: Sequence[Relation],
    standing: Standing,
    relations: Sequence[Relation],
    dates: tuple[str, str],
) -> str:
    """Return what a step says in brackets behind the words of relations that read alike.

    Parameters
    ----------
    dates
        Those that stand there, and those of all relations, at the end.
    """
    own, shared = dates
    marks = [own.strip("()")] if own else []
    marks += ["ended"] if alike[0].needs_ended and "ended" not in own + shared else []
    marks += ["planned"] if alike[0].needs_planned else []
    marks += filter(None, [mark_step(alike, standing, relations)])
    return f" ({', '.join(marks)})" if marks else ""


def _join_step(source: Actor, phrases: Sequence[tuple[str, str]], target: Actor) -> tuple[str, ...]:
    links = [", "] * (len(phrases) - 2) + [" and "] * (len(phrases) > 1) + [" "]
    linked = zip(phrases, links, strict=True)
    pairs = [(shorten(word), mark + link) for (word, mark), link in linked]
    return shorten(source.name), " ", *chain.from_iterable(pairs), shorten(target.name)


def _list_standing(
    relations: Sequence[Relation], standing: Sequence[Standing]
) -> Sequence[Relation]:
    """Return the relations that assert what is not disputed alone."""
    return [
        relation
        for relation, state in zip(relations, standing, strict=True)
        if state != "disputed" and relation.stance == "asserts"
    ]


def _describe_changes(relations: Sequence[Relation]) -> str:
    """Return what changed within the span that was asked, if one was, in brackets."""
    changes = find_changes(relations) if any(each.when for each in relations) else ()
    dates = dict.fromkeys(change.date for change in changes)
    return f" (changed within {join_phrases([*dates])})" if dates else ""


def qualify_sentence(sentence: str, relation: Relation, standing: Standing) -> str:
    """Add to a relation's sentence whether it is contested, its weight, confidence and voices.

    A weight of 1 is left out. A row that disputes says so in its own sentence.
    """
    words = [sentence]
    if standing == "contested" and relation.stance == "asserts":
        words.append(f"contested: {relation.sides}" if relation.sides else "contested")
    if relation.claim_count > 1:
        words.append(f"{relation.claim_count:,} claims")
    if relation.weight != 1:
        words.append(f"weight {format_weight(relation.weight)}")
    if relation.confidence is not None or relation.grade:
        number = "" if relation.confidence is None else format_confidence(relation.confidence)
        grade = f"grade {relation.grade}" if relation.grade else ""
        grade = f"({grade})" if number and grade else grade
        words.append(" ".join(filter(None, ("confidence", number, grade))))
    if len(relation.references) > 1:
        words.append(format_voice_count(relation.voice_count))
    return ", ".join(words)


def format_weight(weight: float) -> str:
    """Format a weight without rounding it: it is often a sum of money.

    Examples
    --------
    >>> format_weight(1234567), format_weight(0.25), format_weight(1e-7)
    ('1,234,567', '0.25', '0.0000001')
    """
    from decimal import Decimal

    return f"{Decimal(f'{weight:.15g}'):,f}"


def format_confidence(confidence: float) -> str:
    """Format a confidence with six digits, without an exponent.

    Examples
    --------
    >>> format_confidence(0.5), format_confidence(1), format_confidence(0.00000123456789)
    ('0.5', '1', '0.00000123457')
    """
    text = f"{confidence:.6g}"
    if "e" not in text:
        return text
    from decimal import Decimal

    return f"{Decimal(text):f}"


def add_full_stop(sentence: str) -> str:
    """Add a full stop to a sentence, unless the name at its end has one: Lysk Ltd.

    Examples
    --------
    >>> add_full_stop("A funds B"), add_full_stop("A funds B Ltd.")
    ('A funds B.', 'A funds B Ltd.')
    """
    return sentence if sentence.endswith(".") else f"{sentence}."


def join_phrases(phrases: Sequence[str]) -> str:
    """Join phrases with commas and "and".

    Examples
    --------
    >>> join_phrases(["funds"]), join_phrases(["funds", "hosts", "leads"])
    ('funds', 'funds, hosts and leads')
    """
    return " and ".join(filter(None, (", ".join(phrases[:-1]), *phrases[-1:])))
