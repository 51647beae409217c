"""Everything that can go wrong, as one small tree.

::

    GraphError                  the root: catch this one
    ├── DataError               files, frames or a graph break the data contract (.problems)
    ├── QuestionError           a question's argument has no meaning (a type, date, measure, limit)
    │   └── PatternError        a pattern cannot be read (.pattern, .start, .end)
    ├── OutputError             a file cannot be written there without harm
    ├── LibraryMissing          a library that few need is not installed
    └── ActorError              a name does not lead to one actor (.query)
        ├── ActorNotFound       it names nobody (.suggestions)
        ├── ActorAmbiguous      it names several (.candidates)
        └── ActorLeftOut        it names one whom the filters leave out (.actor)

Nothing here prints, and nothing here ends a process: only the command line turns a
``GraphError`` into an exit code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from graph.errors.problems import (
    LONGEST_QUOTED,
    Cause,
    Problem,
    Severity,
    count_rows,
    group_by_cause,
    join_words,
    quote_value,
    shorten,
)

__all__ = [
    "ActorAmbiguous",
    "ActorError",
    "ActorLeftOut",
    "ActorNotFound",
    "Cause",
    "DataError",
    "GraphError",
    "LibraryMissing",
    "NamedActor",
    "OutputError",
    "PatternError",
    "Problem",
    "QuestionError",
    "Severity",
    "count_rows",
    "format_actor",
    "format_actors",
    "group_by_cause",
    "join_words",
    "quote_value",
    "shorten",
]

SHOWN_PROBLEMS = 50
SHOWN_CANDIDATES = 10
POINTED = 70  # characters of a pattern that are shown


# All but the line feed: a notebook obeys escape sequences in the text of an error.
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_PACKAGES = Path(__file__).parents[2]


def _list_callers(error: Exception) -> Iterator[str]:
    """Yield the lines of code that led to an error, as far as they lie in no installed package."""
    import traceback

    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        ours = path.is_relative_to(_PACKAGES / "graph") or path.is_relative_to(
            _PACKAGES / "explorer"
        )
        if frame.line and not ours and "site-packages" not in path.parts:
            yield f"  in line {frame.lineno}: {frame.line}"


class NamedActor(Protocol):
    """What a message shows of an actor: a `graph.data.records.Actor` has it."""

    @property
    def id(self) -> str:
        """What relations name it by."""

    @property
    def name(self) -> str:
        """What it is shown as."""

    @property
    def kind(self) -> str:
        """Such as ``person`` or ``state``."""


class GraphError(Exception):
    """The root of every error the engine raises."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows of the error: its sentence, and the reader's own lines.

        Twenty lines of these packages would stand before the one that says what to do.
        """
        sentence = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", f"{type(self).__name__}: {self}")
        return [*sentence.split("\n"), *_list_callers(self)]


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
        """The problems in the order of messages: errors first, then the warnings."""
        return tuple(sorted(self.problems, key=lambda problem: problem.severity != "error"))

    def __str__(self) -> str:
        problems = [problem for problem in self.errors_first if problem.severity != "note"]
        causes = group_by_cause(problems)[:SHOWN_PROBLEMS]
        lines = [str(cause) for cause in causes]
        hidden = count_rows(problems) - sum(count_rows(cause.problems) for cause in causes)
        if hidden > 0:
            lines.append(f"... and {hidden:,} more problems")
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


class PatternError(QuestionError):
    """A pattern of relations cannot be read.

    Parameters
    ----------
    pattern
        The pattern as it was written.
    start, end
        Where in it the trouble is.
    what
        What is wrong with it and what to do.
    """

    def __init__(self, pattern: str, start: int, end: int, what: str) -> None:
        super().__init__("pattern", what)
        self.pattern, self.start, self.end = pattern, start, end

    @property
    def pointer(self) -> tuple[str, str]:
        """The pattern, or what is near the trouble, and a line that points at it.

        Examples
        --------
        >>> print(*PatternError("? leeds A", 2, 7, "").pointer, sep=chr(10))
        ? leeds A
          ^^^^^
        """
        first = max(0, self.start - POINTED // 2)
        width = max(1, min(self.end, first + POINTED) - self.start)
        return self.pattern[first : first + POINTED], " " * (self.start - first) + "^" * width

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"  {line}" for line in self.pointer)])


class OutputError(GraphError):
    """A file cannot be written there without harm."""


class LibraryMissing(GraphError):  # noqa: N818 - the name says what happened
    """A library that few need is not installed; see `graph.errors.optional_libraries`."""


class EngineError(GraphError):
    """An engine in a process of its own does not start, or fails; see `graph.spark.session`."""


class ActorError(GraphError):
    """A name does not lead to exactly one actor."""

    query: str


class ActorNotFound(ActorError):  # noqa: N818 - the name says what happened, the base says Error
    """A name leads to nobody; `suggestions` holds the nearest actors, best first."""

    def __init__(self, query: str, suggestions: Sequence[NamedActor], reason: str = "") -> None:
        self.query, self.suggestions, self.reason = query, tuple(suggestions), reason
        super().__init__(query, self.suggestions, reason)

    def __str__(self) -> str:
        if self.reason:
            return self.reason
        if not self.query.strip():
            return f"{quote_value(self.query)} names no actor. Give an id or a name."
        offer = "No actor has a name near it."
        if self.suggestions:
            offer = f"Did you mean {format_actors(self.suggestions)}?"
        return f"{quote_value(self.query)} names no actor. {offer}"


class ActorAmbiguous(ActorError):  # noqa: N818 - as above
    """A name leads to several actors alike; `candidates` holds them in row order."""

    def __init__(self, query: str, candidates: Sequence[NamedActor]) -> None:
        self.query, self.candidates = query, tuple(candidates)
        super().__init__(query, self.candidates)

    def __str__(self) -> str:
        hidden = len(self.candidates) - SHOWN_CANDIDATES
        shown = format_actors(self.candidates[:SHOWN_CANDIDATES])
        more = f" and {hidden:,} more" if hidden > 0 else ""
        number = len(self.candidates)
        return f"{quote_value(self.query)} names {number:,} actors: {shown}{more}. Give the id."


class ActorLeftOut(ActorError):  # noqa: N818 - as above
    """A name leads to one actor, whom the filters leave out; it never means another then."""

    def __init__(self, query: str, actor: NamedActor, reason: str = "") -> None:
        self.query, self.actor, self.reason = query, actor, reason
        super().__init__(query, actor, reason)

    def __str__(self) -> str:
        who = format_actors([self.actor])
        reason = f" It {self.reason}." if self.reason else ""
        return f"{quote_value(self.query)} names {who}, whom the filters leave out.{reason}"


def format_actor(id_: str, name: str) -> str:
    """Return an actor as ``'id' (name)``, or as its id alone where that is the name."""
    return (
        quote_value(id_) if id_ == name else f"{quote_value(id_)} ({shorten(name, LONGEST_QUOTED)})"
    )


def format_actors(actors: Sequence[NamedActor]) -> str:
    """Return actors as ``'id' (name), 'id' (name) or 'id' (name)``."""
    texts = [format_actor(actor.id, actor.name) for actor in actors]
    return " or ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)
