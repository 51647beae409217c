"""Everything that can go wrong, as one small tree.

::

    GraphError                  the root: catch this one
    ├── DataError               files, frames or a graph break the data contract (.problems)
    ├── QuestionError           a question's argument has no meaning (a type, date, measure, limit)
    └── ActorError              a name does not lead to one actor (.query)
        ├── ActorNotFound       it names nobody (.suggestions)
        ├── ActorAmbiguous      it names several (.candidates)
        └── ActorLeftOut        it names one whom the filters leave out (.actor)

Nothing here prints, and nothing here ends a process: only the command line turns a
``GraphError`` into an exit code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from graph.records import Actor

SHOWN_PROBLEMS = 50
SHOWN_CANDIDATES = 10


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, or doubtful, in what was read.

    Parameters
    ----------
    file
        The file's name, or what stands for it ("actors frame").
    line
        The physical line on which the row starts, counted from 1; None for a whole file.
    column
        The column's name; empty for a whole row or file.
    what
        What is wrong, with the value.
    remedy
        What to do, with the nearest match where there is one; may be empty.
    severity
        An ``error`` stops reading, a ``warning`` does not.

    Examples
    --------
    >>> print(Problem("relations.csv", 14, "weight", "'heavy' is no number.", "Write 1.5."))
    relations.csv:14: weight: 'heavy' is no number. Write 1.5.
    """

    file: str
    line: int | None
    column: str
    what: str
    remedy: str = ""
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [f"{where}:", f"{self.column}:" if self.column else "", self.what, self.remedy]
        return " ".join(part for part in parts if part)


class GraphError(Exception):
    """The root of every error the engine raises."""


class DataError(GraphError):
    """What was read breaks the data contract.

    Parameters
    ----------
    problems
        Every problem found, in the order of files and lines; at least one.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    @property
    def errors_first(self) -> tuple[Problem, ...]:
        """The problems as they are told: what stops the reading first, then the warnings."""
        return tuple(sorted(self.problems, key=lambda problem: problem.severity == "warning"))

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.errors_first[:SHOWN_PROBLEMS]]
        hidden = len(self.problems) - len(lines)
        if hidden > 0:
            lines.append(f"... and {hidden} more problems")
        return "\n".join(lines)


class QuestionError(GraphError):
    """A question was asked with an argument that has no meaning here.

    Parameters
    ----------
    argument
        The argument's name, such as ``avoid``; a face may know it by another.
    what
        What is wrong with it and what to do.
    """

    def __init__(self, argument: str, what: str) -> None:
        self.argument, self.what = argument, what
        super().__init__(argument, what)

    def __str__(self) -> str:
        return f"{self.argument}: {self.what}"


class ActorError(GraphError):
    """A name does not lead to exactly one actor."""

    query: str


class ActorNotFound(ActorError):  # noqa: N818 - the name says what happened, the base says Error
    """A name leads to nobody; `suggestions` holds the nearest actors, best first."""

    def __init__(self, query: str, suggestions: Sequence[Actor], reason: str = "") -> None:
        self.query, self.suggestions, self.reason = query, tuple(suggestions), reason
        super().__init__(query, self.suggestions, reason)

    def __str__(self) -> str:
        if self.reason:
            return self.reason
        offer = "No actor has a name near it."
        if self.suggestions:
            offer = f"Did you mean {listed(self.suggestions)}?"
        return f"{self.query!r} names no actor. {offer}"


class ActorAmbiguous(ActorError):  # noqa: N818 - as above
    """A name leads to several actors alike; `candidates` holds them in row order."""

    def __init__(self, query: str, candidates: Sequence[Actor]) -> None:
        self.query, self.candidates = query, tuple(candidates)
        super().__init__(query, self.candidates)

    def __str__(self) -> str:
        hidden = len(self.candidates) - SHOWN_CANDIDATES
        shown = listed(self.candidates[:SHOWN_CANDIDATES])
        more = f" and {hidden} more" if hidden > 0 else ""
        number = len(self.candidates)
        return f"{self.query!r} names {number} actors: {shown}{more}. Give the id."


class ActorLeftOut(ActorError):  # noqa: N818 - as above
    """A name leads to one actor, whom the filters leave out; it never means another then."""

    def __init__(self, query: str, actor: Actor) -> None:
        self.query, self.actor = query, actor
        super().__init__(query, actor)

    def __str__(self) -> str:
        return f"{self.query!r} names {listed([self.actor])}, whom the filters leave out."


def listed(actors: Sequence[Actor]) -> str:
    """Return actors as ``'id' (name), 'id' (name) or 'id' (name)``."""
    texts = [f"{actor.id!r} ({actor.name})" for actor in actors]
    return " or ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)
