"""The questions of a Network, a method each; every answer is a module of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.analysis.conflict_questions import ConflictQuestions
from graph.analysis.measure_questions import MeasureQuestions
from graph.analysis.path_questions import PathQuestions

if TYPE_CHECKING:
    from graph.analysis.evidence import Evidence
    from graph.analysis.profile import Profile
    from graph.analysis.withdrawal import Withdrawal


class Questions(PathQuestions, MeasureQuestions, ConflictQuestions):
    """A selection that answers questions, each with an `Answer`."""

    def show(self, actor: str) -> Profile:
        """Describe an actor, with every relation as a sentence; see `graph.analysis.profile`.

        Raises
        ------
        ActorError
            When the name does not lead to one actor.
        """
        from graph.analysis.profile import build_profile

        return build_profile(self, self.resolve(actor))

    def evidence(self) -> Evidence:
        """Count for every source what rests on it; see `graph.analysis.evidence`."""
        from graph.analysis.evidence import count_evidence

        return count_evidence(self)

    def withdrawal(self, source: str) -> Withdrawal:
        """Return what rests on a source, and what on it alone; see `graph.analysis.withdrawal`.

        Parameters
        ----------
        source
            Its id or title, as a person types it, or its address.

        Raises
        ------
        QuestionError
            When it does not lead to one source.
        """
        from graph.analysis.withdrawal import find_citing

        return find_citing(self, source)

    def unsourced(self) -> Withdrawal:
        """Return what cites no source, no page and no text; see `graph.analysis.withdrawal`."""
        from graph.analysis.withdrawal import find_unsourced

        return find_unsourced(self)
