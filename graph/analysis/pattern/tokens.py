"""Split a pattern into clauses and words, each with where it stands.

The page does the same in `explorer/page/assets/core/pattern_tokens.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}
MARKS = ";|[]"


class Piece(NamedTuple):
    """A part of a pattern, and where it begins in it."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    def strip(self) -> Piece:
        """Return it without the white space around it."""
        stripped = self.text.strip()
        return Piece(stripped, self.start + self.text.find(stripped) if stripped else self.start)


def split_at(mark: str, text: str) -> Iterator[Piece]:
    """Yield what stands between marks that no quotes enclose.

    Examples
    --------
    >>> [piece.text for piece in split_at("|", 'leads|"a|b"')]
    ['leads', '"a|b"']
    """
    start, closing = 0, ""
    for at, character in enumerate(text):
        if closing:
            closing = "" if character == closing else closing
        elif character in QUOTES and QUOTES[character] in text[at + 1 :]:
            closing = QUOTES[character]
        elif character == mark:
            yield Piece(text[start:at], start)
            start = at + 1
    yield Piece(text[start:], start)


def split_tokens(piece: Piece) -> Iterator[Piece]:
    """Yield the words of a clause; what quotes or brackets enclose is one word with what it is at.

    A bracket behind a blank belongs to the word before it.
    """
    text, at = piece.text, 0
    start: int | None = None
    while at < len(text):
        character = text[at]
        closing = QUOTES.get(character) if start is None else None
        closing = "]" if character == "[" else closing
        end = text.find(closing, at + 1) if closing else -1
        if end > 0:
            start, at = at if start is None else start, end + 1
            continue
        if character.isspace() and not text[at:].lstrip().startswith("["):
            if start is not None:
                yield Piece(text[start:at], piece.start + start)
            start = None
        elif start is None and not character.isspace():
            start = at
        at += 1
    if start is not None:
        yield Piece(text[start:], piece.start + start)


def join_tokens(text: str, tokens: Sequence[Piece]) -> Piece:
    """Return some words with what stands between them."""
    return Piece(text[tokens[0].start : tokens[-1].end], tokens[0].start)


def unquote(text: str) -> str:
    """Return a text without the quotes around it."""
    return text[1:-1] if len(text) > 1 and QUOTES.get(text[0]) == text[-1] else text


def quote_phrase(phrase: str) -> str:
    """Return words as they can be typed: in quotes where a mark in them would part them.

    The result is empty where no quotes can hold them.

    Examples
    --------
    >>> [quote_phrase(each) for each in ("is led by", "odd; type", 'a "b|c"')]
    ['is led by', '"odd; type"', '“a "b|c"”']
    """
    if not set(phrase) & {*MARKS, *QUOTES, *QUOTES.values()}:
        return phrase
    pairs = (pair for pair in QUOTES.items() if not {*pair} & {*phrase})
    return next((f"{first}{phrase}{last}" for first, last in pairs), "")
