"""Relations and paths as sentences, read the right way round.

The page says the same in `explorer/page/assets/core/sentences.js`; shared cases compare the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from graph.data import dates
from graph.data.records import Actor, Relation, Standing


def relation_sentence(relation: Relation) -> str:
    """Return a claim from source to target, with its dates, without a full stop."""
    return tie_sentence(relation, relation.source)


def tie_sentence(relation: Relation, actor: Actor) -> str:
    """Return a claim as seen from one of its two ends."""
    return "".join(tie_parts(relation, actor))


def tie_parts(relation: Relation, actor: Actor) -> tuple[str, ...]:
    """Return the same in pieces, from the data and our own by turns.

    A face that knows directions of writing keeps each name apart from the sentence around it.
    """
    other = relation.target if actor.id == relation.source.id else relation.source
    tail = f" {dates.phrase(relation.start, relation.end)}".rstrip()
    tail += ", disputed" if relation.stance == "disputes" else ""
    return actor.name, " ", verb(relation, actor), " ", other.name, tail


def verb(relation: Relation, actor: Actor) -> str:
    """Return the wording of a relation as read from one of its two ends."""
    forwards = relation.type.mutual or actor.id == relation.source.id
    return relation.type.label if forwards else relation.type.inverse


def step_sentence(
    source: Actor, target: Actor, relations: Sequence[Relation], standing: Sequence[Standing]
) -> str:
    """Return one step of a path, telling every parallel relation once."""
    return "".join(step_parts(source, target, relations, standing))


def step_parts(
    source: Actor, target: Actor, relations: Sequence[Relation], standing: Sequence[Standing]
) -> tuple[str, ...]:
    """Return the same in pieces, as `tie_parts` does."""
    phrases = dict.fromkeys(
        (verb(relation, source), "" if state == "stands" else f" ({state})")
        for relation, state in zip(relations, standing, strict=True)
    )
    links = [", "] * (len(phrases) - 2) + [" and "] * (len(phrases) > 1) + [" "]
    told = [(word, mark + link) for (word, mark), link in zip(phrases, links, strict=True)]
    return source.name, " ", *chain.from_iterable(told), target.name


def qualified(sentence: str, relation: Relation, standing: Standing) -> str:
    """Return a relation's sentence with what weakens or strengthens it.

    That is: contested by another row (a disputing row says by itself that it disputes), its
    weight where that is not 1, and its confidence.
    """
    words = [sentence]
    if standing == "contested" and relation.stance == "asserts":
        words.append("contested")
    if relation.weight != 1:
        words.append(f"weight {weight_text(relation.weight)}")
    if relation.confidence is not None or relation.grade:
        known = "" if relation.confidence is None else f"{relation.confidence:.6g}"
        grade = f"({relation.grade})" if known and relation.grade else relation.grade
        words.append(" ".join(filter(None, ("confidence", known, grade))))
    return ", ".join(words)


def weight_text(weight: float) -> str:
    """Return a weight as a person writes it: often a sum of money, so never rounded.

    Examples
    --------
    >>> weight_text(1234567), weight_text(0.25), weight_text(1e-7)
    ('1,234,567', '0.25', '0.0000001')
    """
    from decimal import Decimal

    return f"{Decimal(f'{weight:.15g}'):,f}"


def stopped(sentence: str) -> str:
    """Return a sentence with its full stop, which the name at its end may have: Lysk Ltd.

    Examples
    --------
    >>> stopped("A funds B"), stopped("A funds B Ltd.")
    ('A funds B.', 'A funds B Ltd.')
    """
    return sentence if sentence.endswith(".") else f"{sentence}."


def joined(phrases: Sequence[str]) -> str:
    """Return phrases as a person lists them.

    Examples
    --------
    >>> joined(["funds"]), joined(["funds", "hosts"]), joined(["funds", "hosts", "leads"])
    ('funds', 'funds and hosts', 'funds, hosts and leads')
    """
    return " and ".join(filter(None, (", ".join(phrases[:-1]), *phrases[-1:])))
