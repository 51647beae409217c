"""Problems of what was read, and how messages show values and group problems by their cause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]

SHOWN_LINES = 3  # of problems of one cause
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
