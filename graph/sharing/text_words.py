"""Read the words of a text, each with where it stands, in every way that a name may be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graph.names.folding import LOSSY, fold
from graph.sharing.respelling import ATTACHED_DIGITS, ATTACHED_WORD, DIGITS_OR_NONE

UNSPACED = "".join(
    LOSSY[script]
    for script in (
        "Han", "Hiragana", "Katakana", "Hangul", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan"
    )
) + "\u30fc"  # fmt: skip
UNSPACED_RUN = re.compile(f"[{UNSPACED}]+")
UNSPACED_GAP = re.compile(rf"(?<=[{UNSPACED}])[\s·・‧•\u200b-\u200d]+(?=[{UNSPACED}])")
TOKEN = re.compile(r"[^\s!-&(-/:-@\[-`{-~“”„«»‹›…·・‧•–—、。，；：！？（）]+")
APOSTROPHE = re.compile("['’‘ʼ`´]")
# What Arabic and Hebrew write together with the next word: and, in, to, from.
JOINED_LETTER = re.compile(
    "[\u0648\u0641\u0628\u0643\u0644\u0633\u05d5\u05d1\u05dc\u05db\u05de\u05e9\u05d4]"
)


class Word(NamedTuple):
    """A folded word of a text, and the token that it is of."""

    folded: str
    start: int
    end: int


def list_readings(text: str) -> Iterator[list[Word]]:
    """Yield the words of a text: as they are, parted in each way, and unjoined."""
    text = UNSPACED_RUN.sub(lambda run: " " * len(run[0]), text)
    yield _fold_tokens(text)
    if APOSTROPHE.search(text):
        yield _fold_tokens(APOSTROPHE.sub(" ", text))
    if ATTACHED_DIGITS.search(text):
        yield _fold_parts(APOSTROPHE.sub(" ", text))
    if ATTACHED_WORD.search(text):
        yield _fold_attached(APOSTROPHE.sub(" ", text))
    if JOINED_LETTER.search(text):
        yield _fold_tokens(text, joined=True)


def _fold_parts(text: str) -> list[Word]:
    """Return the words of a text, of which digits are parted from letters."""
    return [
        Word(word, token.start() + part.start(), token.start() + part.end())
        for token in TOKEN.finditer(text)
        for part in DIGITS_OR_NONE.finditer(token[0])
        for word in fold(part[0])
    ]


def _fold_attached(text: str) -> list[Word]:
    """Return the words of a text, of which words in capitals are parted from those before."""
    return [
        Word(word, start, end)
        for token in TOKEN.finditer(text)
        for start, end in pairwise(
            [
                token.start(),
                *(found.start() for found in ATTACHED_WORD.finditer(text, *token.span())),
                token.end(),
            ]
        )
        for word in fold(text[start:end])
    ]


def _fold_tokens(text: str, *, joined: bool = False) -> list[Word]:
    return [
        Word(word, token.start(), token.end())
        for token in TOKEN.finditer(text)
        for word in fold(token[0][joined and bool(JOINED_LETTER.match(token[0])) :])
    ]
