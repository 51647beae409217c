"""Write a relation as a claim, with what it cites and what is in doubt about it."""

from __future__ import annotations

from explorer.brief.document import Claim
from graph import Relation
from graph.analysis.latest_changes import DatedChange
from graph.data.records import Standing
from graph.data.sentences import add_full_stop, format_confidence


def describe_relation(
    relation: Relation, standing: Standing, *, head: str = "", tail: str = ""
) -> Claim:
    """Return a relation as a sentence: whether it is contested, and its confidence.

    Parameters
    ----------
    head, tail
        What stands before it, and behind it.
    """
    words = [f"{head}{relation.sentence.removesuffix('.')}"]
    if standing == "contested":
        words.append(f"contested: {relation.sides}" if relation.sides else "contested")
    if relation.confidence is not None:
        words.append(f"confidence {format_confidence(relation.confidence)}")
    return Claim(add_full_stop(", ".join(words) + tail), relation.references)


def describe_change(head: str, change: DatedChange) -> Claim:
    """Return a relation that began or ended, and how many more belong to it."""
    tail = f"; {change.more_count:,} more of the same date" if change.more_count else ""
    return describe_relation(change.relation, change.standing, head=head, tail=tail)
