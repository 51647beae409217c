"""The questions about ties and tensions, a method each: balance, camps, and how sure camps are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.select.filtering import FilterableSelection

if TYPE_CHECKING:
    from graph.analysis.balance.answer import Balance
    from graph.analysis.camps.answer import Camps
    from graph.analysis.doubt.camp_doubt import CampDoubt


class ConflictQuestions(FilterableSelection):
    """A selection that answers who stands with whom, and who against whom."""

    def balance(self, *, by_confidence: bool = False, seconds: float = 60) -> Balance:
        """Measure how balanced the network is; see `graph.analysis.balance.answer`.

        Triangles by their signs, the exact frustration index, and which relations are in tension.

        Parameters
        ----------
        by_confidence
            Let an edge count by the best confidence of its relations; else each counts as one.
        seconds
            How long the proof may take; beyond, the answer has two bounds.

        Raises
        ------
        QuestionError
            When `seconds` is not a number above 0.

        Examples
        --------
        >>> import graph
        >>> answer = graph.load_example().balance()
        >>> answer.optimal, answer.lower == answer.upper == answer.frustration
        (True, True)
        """
        from graph.analysis.balance.measurement import measure_balance

        return measure_balance(self, by_confidence=by_confidence, seconds=seconds)

    def camps(self, k: int = 2, *, signed_only: bool = False, seconds: float = 60) -> Camps:
        """Find who stands with whom; see `graph.analysis.camps.answer`.

        Parameters
        ----------
        k
            The most camps, from 2 to 20.
        signed_only
            Leave out structural relations, which else place whom signed ones leave open.
        seconds
            How long the proof may take; beyond, the answer has two bounds.

        Raises
        ------
        QuestionError
            When `k` or `seconds` is out of its range.

        Examples
        --------
        >>> import graph
        >>> answer = graph.load_example().camps()
        >>> len(answer.camps), answer.optimal
        (2, True)
        """
        from graph.analysis.camps.placement import find_camps

        return find_camps(self, k, signed_only=signed_only, seconds=seconds)

    def camps_doubt(
        self,
        k: int = 2,
        *,
        signed_only: bool = False,
        draws: int = 50,
        seed: int = 1,
        seconds: float = 60,
    ) -> CampDoubt:
        """Measure how sure the sides of actors are; see `graph.analysis.doubt`.

        Parameters
        ----------
        k, signed_only
            As in `camps`.
        draws
            How many networks are drawn, each with some of the relations, by their confidence.
        seed
            Of the draws.
        seconds
            How long the proofs of all divisions may take together.

        Raises
        ------
        QuestionError
            When `k`, `seconds` or the number of draws is out of range.

        Examples
        --------
        >>> import graph
        >>> doubt = graph.load_example().only("ally").camps_doubt(draws=5)
        >>> [(each.actor.id, each.camp) for each in doubt.sides]
        [('belarus', 1), ('russia', 1)]
        """
        from graph.analysis.doubt.camp_measurement import measure_camp_doubt

        return measure_camp_doubt(
            self, k, signed_only=signed_only, draws=draws, seed=seed, seconds=seconds
        )
