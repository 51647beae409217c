"""Everything that can go wrong, as one small tree.

::

    GraphError                  the root: catch this one
    ├── DataError               files, frames or a graph break the data contract (.problems)
    ├── QuestionError           a question's argument has no meaning (a type, date, measure, limit)
    │   └── PatternError        a pattern cannot be read (.pattern, .start, .end)
    ├── OutputError             a file cannot be written there without harm
    └── ActorError              a name does not lead to one actor (.query)
        ├── ActorNotFound       it names nobody (.suggestions)
        ├── ActorAmbiguous      it names several (.candidates)
        └── ActorLeftOut        it names one whom the filters leave out (.actor)

Nothing here prints, and nothing here ends a process: only the command line turns a
``GraphError`` into an exit code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

Severity = Literal["error", "warning", "note"]

SHOWN_PROBLEMS = 50
SHOWN_LINES = 3  # of problems of one cause
SHOWN_CANDIDATES = 10
POINTED = 70  # characters of a pattern that are shown
LONGEST_VALUE, LONGEST_QUOTED, LONGEST_SENTENCE = 200, 100, 1000


def shorten(text: str, longest: int = LONGEST_VALUE) -> str:
    """Return a text, shortened in its middle when it is very long.

    Examples
    --------
    >>> shorten("Lukashenko"), shorten("Lukashenko", 5)
    ('Lukashenko', 'Lu…ko')
    """
    if len(text) <= longest:
        return text
    end = (longest - 1) // 2
    return f"{text[: longest - 1 - end]}…{text[-end:]}"


def quote_value(text: str) -> str:
    r"""Return a value as messages show it: in quotes, escaped, and never very long.

    Examples
    --------
    >>> print(quote_value("a\x1b"), len(quote_value("x" * (1 << 20))))
    'a\x1b' 102
    """
    return repr(shorten(text, LONGEST_QUOTED))


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
        An ``error`` stops reading, a ``warning`` does not. A ``note`` says what was filled in or
        understood; it is no problem, even where warnings are errors.
    value
        The text of the cell that is meant, where it is one; a long one is cut in its middle.
    rule
        The name of the rule that is broken, such as ``unknown-actor``; it stays the same when the
        wording changes.
    count
        How many rows this stands for; more than 1 where the rest of a long list is summed up.

    Examples
    --------
    >>> print(Problem("relations.csv", 14, "weight", "'heavy' is not a number.", "Write 1.5."))
    relations.csv:14: weight: 'heavy' is not a number. Write 1.5.
    """

    file: str
    line: int | None
    column: str
    what: str
    remedy: str = ""
    severity: Severity = "error"
    value: str = ""
    rule: str = ""
    count: int = 1

    def __post_init__(self) -> None:
        # Whoever builds a problem: a cell of a megabyte makes no message of a megabyte.
        if len(self.what) > LONGEST_SENTENCE or len(self.remedy) > LONGEST_SENTENCE:
            object.__setattr__(self, "what", shorten(self.what, LONGEST_SENTENCE))
            object.__setattr__(self, "remedy", shorten(self.remedy, LONGEST_SENTENCE))
        if len(self.column) > LONGEST_VALUE or len(self.value) > LONGEST_VALUE:
            object.__setattr__(self, "column", shorten(self.column))
            object.__setattr__(self, "value", shorten(self.value))

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [f"{where}:", f"{self.column}:" if self.column else "", self.what, self.remedy]
        return " ".join(part for part in parts if part)


def count_rows(problems: Iterable[Problem]) -> int:
    """Return how many rows problems stand for."""
    return sum(problem.count for problem in problems)


@dataclass(frozen=True)
class Cause:
    """Problems of one cause: the same rule, column and words, whatever the values.

    Parameters
    ----------
    problems
        The problems, in their order; at least one.
    """

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """The first of them."""
        return self.problems[0]

    def __str__(self) -> str:
        others = self.problems[1:]
        if not others:
            return str(self.first)
        shown = others[: SHOWN_LINES - 1]
        hidden = f"{count_rows(others) - count_rows(shown):,}"
        ends = [] if hidden == "0" else [f"{hidden} more"]
        if any(each.value != self.first.value for each in others):
            lines = [
                f"line {each.line}" + (f" ({quote_value(each.value)})" if each.value else "")
                for each in shown
            ]
            return f"{self.first} Likewise {join_words([*lines, *ends])}."
        lines = [str(each.line) for each in shown]
        noun = "line" if len(others) == 1 else "lines"
        return f"{self.first} The same in {noun} {join_words([*lines, *ends])}."


_VALUES = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|\([^)]*\)|[0-9][0-9.,]*")


def group_by_cause(problems: Iterable[Problem]) -> list[Cause]:
    """Group problems by their cause, in the order of the first of each.

    Examples
    --------
    >>> cells = enumerate(["", "", "x", ""], 2)
    >>> empty = [Problem("a.csv", n, "name", "is empty.", value=v, rule="empty") for n, v in cells]
    >>> print(*group_by_cause(empty))
    a.csv:2: name: is empty. Likewise line 3, line 4 ('x') and 1 more.
    """
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for number, each in enumerate(problems):
        words = (_VALUES.sub("", each.what), _VALUES.sub("", each.remedy))
        if each.rule == "invalid-weight":  # how a column writes its numbers is one question
            words = ("", "")
        can_join = each.rule not in ("", "undeclared-type")  # of each type its line is wanted
        alone = "" if can_join and each.line is not None and each.count == 1 else str(number)
        key = (each.severity, each.file, each.column, each.rule, *words, alone)
        groups.setdefault(key, []).append(each)
    return [Cause(tuple(group)) for group in groups.values()]


def join_words(words: Sequence[str]) -> str:
    """Return words as a list: 2, 3 and 4.

    Examples
    --------
    >>> join_words(["2"]), join_words(["2", "3", "4"])
    ('2', '2, 3 and 4')
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


# All but the line feed: a notebook obeys escape sequences in the text of an error.
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_PACKAGES = Path(__file__).parents[1]


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
