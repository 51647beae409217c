"""Relations and paths as sentences, read the right way round.

The page says the same in `explorer/page/assets/core/sentences.js`; shared cases compare the two.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph import dates
from graph.records import Actor, Relation, Standing


def relation_sentence(relation: Relation) -> str:
    """Return a claim from source to target, with its dates, without a full stop."""
    return tie_sentence(relation, relation.source)


def tie_sentence(relation: Relation, actor: Actor) -> str:
    """Return a claim as seen from one of its two ends."""
    other = relation.target if actor.id == relation.source.id else relation.source
    text = f"{actor.name} {verb(relation, actor)} {other.name}"
    text += f" {dates.phrase(relation.start, relation.end)}".rstrip()
    return text + (", disputed" if relation.stance == "disputes" else "")


def verb(relation: Relation, actor: Actor) -> str:
    """Return the wording of a relation as read from one of its two ends."""
    forwards = relation.type.mutual or actor.id == relation.source.id
    return relation.type.label if forwards else relation.type.inverse


def step_sentence(
    source: Actor, target: Actor, relations: Sequence[Relation], standing: Sequence[Standing]
) -> str:
    """Return one step of a path, telling every parallel relation once."""
    phrases = [
        verb(relation, source) + ("" if state == "stands" else f" ({state})")
        for relation, state in zip(relations, standing, strict=True)
    ]
    return f"{source.name} {joined(list(dict.fromkeys(phrases)))} {target.name}"


def qualified(sentence: str, relation: Relation, standing: Standing) -> str:
    """Return a relation's sentence with what weakens or strengthens it.

    That is: contested by another row (a disputing row says by itself that it disputes), its
    weight where that is not 1, and its confidence.
    """
    words = [sentence]
    if standing == "contested" and relation.stance == "asserts":
        words.append("contested")
    if relation.weight != 1:
        words.append(f"weight {relation.weight:.6g}")
    if relation.confidence is not None or relation.grade:
        known = "" if relation.confidence is None else f"{relation.confidence:.6g}"
        grade = f"({relation.grade})" if known and relation.grade else relation.grade
        words.append(" ".join(filter(None, ("confidence", known, grade))))
    return ", ".join(words)


def joined(phrases: Sequence[str]) -> str:
    """Return phrases as a person lists them.

    Examples
    --------
    >>> joined(["funds"]), joined(["funds", "hosts"]), joined(["funds", "hosts", "leads"])
    ('funds', 'funds and hosts', 'funds, hosts and leads')
    """
    return " and ".join(filter(None, (", ".join(phrases[:-1]), *phrases[-1:])))
