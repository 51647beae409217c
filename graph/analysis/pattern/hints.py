"""What was meant where a pattern cannot be read: marks and words of other habits.

The page says the same in `explorer/page/assets/core/pattern_hints.js`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Protocol

from graph.analysis.pattern.tokens import Piece, split_tokens
from graph.errors import quote_value

ANYBODY_WORDS = frozenset(
    "anybody anyone everybody everyone somebody someone who whoever".split()  # noqa: SIM905 - a line
)
MOST_MARKS, MOST_WORDS = 20, 12  # looked at
BETWEEN = "Write | between several, as in:"
_BETWEEN_PARTS = re.compile(r"\s*[,&/.|]\s+|\s+and\s+")
_BETWEEN_WORDS = re.compile(r"\s*[,&/]\s*|\s+(?:or|and)\s+")
_JOINING = re.compile(r"^(?:or|and)(?=\s)|(?<=\s)(?:or|and)$")
_OF_A_KIND = re.compile(r"(\?|[A-Z])\s*[({<:]?\s*([^()\[\]{}<>:]+?)\s*[)}>]?")
_KIND_OF_NOBODY = re.compile(r"(\S*)\s*\[([^\]]*)\]")
_WITH_DATE = re.compile(r"(.*?\S)\s+(?:(?:at|during|from|in|on|since)\s+)?(-?\d{3,}\S*)")
_ARROW = re.compile(r"-\[|\]-|->|<-|=>|^\s*MATCH\s")

Hint = tuple[Piece, str]
"""Where a pattern cannot be read, and why."""


class KnownWords(Protocol):
    """What is known of words where a pattern is read."""

    def is_kind(self, words: str) -> bool:
        """Return whether words name a kind of actor."""

    def is_relation(self, words: str) -> bool:
        """Return whether words name a relation."""

    def has_relation(self, tokens: Sequence[Piece]) -> bool:
        """Return whether words between two others name a relation."""

    def is_anybody(self, words: str) -> bool:
        """Return whether words mean one actor or anybody."""


def explain_name(piece: Piece, known: KnownWords) -> Hint | None:
    """Return what a name that names nobody was meant for; None where it looks like a name."""
    explained = (
        hint
        for explain in (_explain_kind, _explain_part, _explain_joining, _explain_date)
        for hint in explain(piece, known)
    )
    return next(explained, None)


def _explain_kind(piece: Piece, known: KnownWords) -> Iterator[Hint]:
    """Yield that a kind stands in brackets, behind a letter or a question mark."""
    match = _OF_A_KIND.fullmatch(piece.text)
    if match and known.is_kind(match[2]):
        what = f"{quote_value(piece.text)} is no name. Write a kind in brackets: "
        yield piece, f"{what}{match[1]}[{match[2]}]"
    match = _KIND_OF_NOBODY.fullmatch(piece.text)
    if match and all(map(known.is_kind, match[2].split("|"))):
        what = f"{quote_value(piece.text)} is no name. Anybody of a kind is "
        yield piece, f"{what}?[{match[2]}], or A[{match[2]}]"


def _explain_part(piece: Piece, known: KnownWords) -> Iterator[Hint]:
    """Yield that another mark sets parts apart."""
    for match in islice(_BETWEEN_PARTS.finditer(piece.text), MOST_MARKS):
        before = [*split_tokens(Piece(piece.text[: match.start()], 0))][-MOST_WORDS:]
        after = [*split_tokens(Piece(piece.text[match.end() :], 0))][:MOST_WORDS]
        if known.has_relation(before) or known.has_relation(after):
            what = f"{quote_value(match[0].strip())} sets no parts of a pattern apart. Write ;"
            yield _take(piece, match), what


def _explain_joining(piece: Piece, known: KnownWords) -> Iterator[Hint]:
    """Yield that a bar joins relations, and no word."""
    match = _JOINING.search(piece.text)
    words = [each.text for each in split_tokens(piece)]
    if match and any(map(known.is_relation, words)):
        what = f"{quote_value(match[0])} joins no relations."
        yield _take(piece, match), f"{what} {BETWEEN} leads|supports"


def _explain_date(piece: Piece, known: KnownWords) -> Iterator[Hint]:
    """Yield that a time stands behind an @."""
    match = _WITH_DATE.fullmatch(piece.text)
    if match and known.is_anybody(match[1]):
        what = f"{quote_value(match[2])} is no part of a name. Write a time behind @:"
        yield Piece(match[2], piece.start + match.start(2)), f"{what} @{match[2]}"


def explain_relation(body: Piece, tokens: Sequence[Piece], known: KnownWords) -> Hint | None:
    """Return what was meant by a clause without a relation; None where that is not known."""
    at = body.text.find("[")
    if _ARROW.search(body.text):
        return body, "has arrows. Write words between two actors, such as: ? leads A"
    if at >= 0 and "]" not in body.text:
        return Piece("[", body.start + at), f"'[' is not closed. {BETWEEN} A[person|state]"
    for token in tokens:
        match = _KIND_OF_NOBODY.fullmatch(token.text)
        if match and known.is_relation(match[2]):
            what = (
                f"{quote_value(match[2])} is no kind. Write a relation without brackets, such as:"
            )
            return token, f"{what} ? leads A"
        parts = _BETWEEN_WORDS.split(token.text)
        if len(parts) > 1 and all(map(known.is_relation, parts)):
            what = f"{quote_value(token.text)} is not a relation. {BETWEEN} {'|'.join(parts)}"
            return token, what
    return None


def suggest_kinds(words: str, known: KnownWords) -> str:
    """Return how several kinds are written, where words name several; else nothing."""
    parts = _BETWEEN_WORDS.split(words)
    are_kinds = len(parts) > 1 and all(map(known.is_kind, parts))
    return f"{BETWEEN} A[{'|'.join(parts)}]" if are_kinds else ""


def _take(piece: Piece, match: re.Match[str]) -> Piece:
    """Return what a match found, without the white space around it."""
    return Piece(match[0], piece.start + match.start()).strip()
