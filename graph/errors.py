"""Everything that can go wrong, as one small tree.

::

    GraphError                  the root: catch this one
    ├── DataError               files, frames or a graph break the data contract (.problems)
    ├── QuestionError           a question's argument has no meaning (a type, date, measure, limit)
    └── ActorError              a name does not lead to one actor (.query)
        ├── ActorNotFound       it names nobody (.suggestions)
        └── ActorAmbiguous      it names several (.candidates)

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
        super().__init__(f"{argument}: {what}")


class ActorError(GraphError):
    """A name does not lead to exactly one actor."""

    def __init__(self, query: str, message: str) -> None:
        self.query = query
        super().__init__(message)


class ActorNotFound(ActorError):  # noqa: N818 - the name says what happened, the base says Error
    """A name leads to nobody; `suggestions` holds the nearest actors, best first."""

    def __init__(self, query: str, suggestions: Sequence[Actor], reason: str = "") -> None:
        self.suggestions = tuple(suggestions)
        message = reason or f"{query!r} names no actor."
        if self.suggestions:
            message += f" Did you mean {listed(self.suggestions)}?"
        elif not reason:
            message += " No actor has a name near it."
        super().__init__(query, message)


class ActorAmbiguous(ActorError):  # noqa: N818 - as above
    """A name leads to several actors alike; `candidates` holds them in row order."""

    def __init__(self, query: str, candidates: Sequence[Actor]) -> None:
        self.candidates = tuple(candidates)
        shown = listed(self.candidates[:5])
        more = f" and {len(self.candidates) - 5} more" if len(self.candidates) > 5 else ""  # noqa: PLR2004
        super().__init__(
            query, f"{query!r} names {len(self.candidates)} actors: {shown}{more}. Give the id."
        )


def listed(actors: Sequence[Actor]) -> str:
    """Return actors as ``'id' (name), 'id' (name) or 'id' (name)``."""
    texts = [f"{actor.id!r} ({actor.name})" for actor in actors]
    return " or ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)
