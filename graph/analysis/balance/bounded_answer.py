"""What answers on the frustration index have in common: two bounds, and a proof where they meet."""

from __future__ import annotations

from typing import Generic, TypeVar

from graph.analysis.answer import Answer

Weight = TypeVar("Weight", int, float)


class BoundedAnswer(Answer, Generic[Weight]):
    """An answer with two bounds of the least weight of signed edges in tension."""

    lower: Weight
    upper: Weight

    @property
    def optimal(self) -> bool:
        """Whether the bounds meet: no division has less in tension."""
        return self.lower == self.upper

    @property
    def frustration(self) -> Weight | None:
        """The least weight of signed edges in tension; None where that is not proved."""
        return self.upper if self.optimal else None
