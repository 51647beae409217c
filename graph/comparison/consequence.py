"""Something that differs in the answers about two networks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Topic = Literal["structure", "connection", "paths", "ranks", "balance", "camps"]
HEADINGS: Mapping[Topic, str] = {
    "structure": "Structure",
    "connection": "Joined to the largest component",
    "paths": "Shortest paths",
    "ranks": "Ranks (among actors that are there before and after)",
    "balance": "Balance",
    "camps": "Camps",
}
"""By topic the heading under which consequences are listed, in order."""


@dataclass(frozen=True)
class Consequence:
    """Something that differs in the answers about two networks; a path that was asked for may not.

    Parameters
    ----------
    topic
        Which question it answers: structure, connection, paths, ranks, balance or camps.
    subject
        The name of a figure, the id of an actor, or the ids of the two ends of a path.
    label
        The same in words.
    before, after
        The answer in each network.
    """

    topic: Topic
    subject: str
    label: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """The answer after and the answer before, or that it is the same.

        Examples
        --------
        >>> Consequence("ranks", "pl", "Poland", "5", "3").sentence
        'Poland: 3, was 5'
        """
        same = "as before" if self.before == self.after else f"was {self.before}"
        return f"{self.label}: {self.after}, {same}"

    def to_dict(self) -> dict[str, str]:
        """Return it as data."""
        return {
            "topic": self.topic,
            "subject": self.subject,
            "label": self.label,
            "before": self.before,
            "after": self.after,
        }
