"""Find in a text the names of withheld actors, however they are spelt.

A name counts whatever its case, accents, script, blanks, hyphens and order of words, with the
endings of a case, and as `graph.sharing.respelling` has it; so do the surname of a person, as
`graph.names.resolve` takes it, and the id.
What a public actor is called, too, names no withheld one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.data.columns import Columns
from graph.names.folding import Words, fold, fold_character
from graph.names.name_words import COMMON_WORDS, MONTHS, WEAK_WORDS, read_words
from graph.names.persons import PersonRows
from graph.names.surnames import find_surname
from graph.sharing.respelling import (
    ENCLOSED,
    SHORTEST_RESPELLED,
    join_in_any_order,
    list_beginnings,
    part_digits,
    part_words,
    respell,
)
from graph.sharing.text_words import (
    APOSTROPHE,
    JOINED_LETTER,
    UNSPACED_GAP,
    UNSPACED_RUN,
    Word,
    list_readings,
)

SHORTEST = 3  # letters; a shorter name is a part of too many words
SHORT = 2  # letters of a name that counts as it is written only
SHORTEST_JOINED = 5  # letters of words that may be written as one, or broken up
SHORTEST_DECLINED = 5
SHORTEST_SOUND = 3  # characters; names of two have too many homophones
MOST_WORDS = 8
MOST_PIECES = 8
HEAD = 3
CASE_ENDINGS = sorted(
    read_words("""
    ogo ego omu emu ovi evi owi ami ach om em im ym oy ey oj ej ou oi aya oyu oju a u y i e o s n
    es en
""")
)


class Mention(NamedTuple):
    """Where a text names a withheld actor, and how."""

    start: int
    text: str


class WithheldNames:
    """The names that only withheld actors have.

    Parameters
    ----------
    before
        All the data.
    public
        The part of it that is published.
    """

    def __init__(self, before: Columns, public: Columns) -> None:
        shown = {name for spellings in public.spellings for name in spellings}
        shown_surnames = set(map(fold, _iter_surnames(public, range(len(public.spellings)))))
        written = (each for name in shown for each in (name, part_digits(name), part_words(name)))
        self.public = set(map(_make_key, written))
        rows = [row for row, (i, *_) in enumerate(before.spellings) if i not in public.actor_row]
        names = sorted({name for row in rows for name in before.spellings[row][1:]} - shown)
        ids = {before.spellings[row][0] for row in rows} - shown
        self.ids = {name for name in ids if not name.isdecimal()}
        names += sorted(self.ids)
        self.written = set(names)
        keys = {_make_key(name) for name in names}
        self.full = {key for key in keys - self.public if len("".join(key)) >= SHORT}
        self.surnames = {
            words
            for words in set(map(fold, _iter_surnames(before, rows))) - shown_surnames
            if words and tuple(sorted(words)) not in self.public
        }
        unlike = (fold(name) for name in names if _make_key(name) not in self.public)
        turned = (joined for words in unlike for joined in join_in_any_order(words))
        self.joined = self._join(turned)
        self.sounds = self._join(name for name in names if not _has_homophones(name))
        people = {key[0] for key in (*self.surnames, *self.full) if len(key) == 1}
        stems = {word for word in people if len(word) >= SHORTEST_DECLINED}
        self.stems = stems | set(map(_cut_vowel, stems))
        respelled = {respell(word) for word in people if len(word) >= SHORTEST_RESPELLED}
        respelled -= {respell(word) for key in self.public for word in key}
        self.respelled = respelled | set(map(_cut_vowel, respelled))
        self.unspaced = sorted(filter(None, map(_read_unspaced, names)), key=len, reverse=True)
        self.shown_unspaced = sorted(filter(None, map(_read_unspaced, shown)), key=len)
        self.heads = {
            word[:HEAD]
            for words in (*self.full, *self.surnames, self.joined, self.stems)
            for word in words
        }
        self.heads.update(head for word in respelled for head in list_beginnings(word, HEAD))

    def _join(self, names: Iterable[str]) -> set[str]:
        """Return the names as one word each, without those that are public."""
        public = {"".join(key) for key in self.public}
        joined = {"".join(fold(name)) for name in names} - public
        return {name for name in joined if len(name) >= SHORTEST_JOINED}

    def __bool__(self) -> bool:
        return bool(self.full or self.surnames or self.unspaced)

    def find_first(self, text: str) -> str:
        """Return the first mention as the text has it; empty where it names nobody withheld."""
        if text in self.ids:
            return text
        return next((mention.text for mention in self.find(text)), "")

    def find(self, text: str) -> list[Mention]:
        """Return the mentions of withheld actors in a text, none inside another."""
        mentions: list[Mention] = []
        end = 0
        for mention in sorted(self._find_all(text), key=lambda each: (each.start, -len(each.text))):
            if mention.start >= end:
                mentions.append(mention)
                end = mention.start + len(mention.text)
        return mentions

    def _find_all(self, text: str) -> Iterator[Mention]:
        """Yield the mentions in a text in no order, one inside another, too."""
        if not self._may_name(text):
            return
        written = unicodedata.normalize("NFC", text)
        text = written.translate(ENCLOSED)
        for words in list_readings(text):
            for first, last in self._find_words(words, text):
                start, end = words[first].start, words[last].end
                yield Mention(start, written[start:end])
        if UNSPACED_RUN.search(text):
            yield from self._find_unspaced(text)

    def _may_name(self, text: str) -> bool:
        """Return False where one quick look shows that a text names nobody."""
        if not self or not text:
            return False
        if JOINED_LETTER.search(text) or UNSPACED_RUN.search(text):
            return True
        text = text.translate(ENCLOSED)
        parted = APOSTROPHE.sub(" ", text)
        words = {*fold(text), *fold(part_digits(parted)), *fold(part_words(parted))}
        return any(word[:HEAD] in self.heads for word in words)

    def _find_words(self, words: Sequence[Word], text: str) -> Iterator[tuple[int, int]]:
        """Yield the first and the last word of every mention."""
        folded = [word.folded for word in words]
        public = None
        for first, word in enumerate(folded):
            if word[:HEAD] not in self.heads and _cut_vowel(word)[:HEAD] not in self.heads:
                continue
            for last in self._match_names(folded, first):
                if last > first or _is_name(words[first], text, self.written):
                    yield first, last
            for last in self._match_surnames(folded, first):
                public = self._mark_public(folded) if public is None else public
                if first not in public and _is_name_like(words[first], text):
                    yield first, last

    def _match_names(self, words: Sequence[str], first: int) -> Iterator[int]:
        """Yield the last word of each full name that begins with a word, in any order."""
        joined = ""
        for last in range(first, min(first + MOST_PIECES, len(words))):
            joined += words[last]
            if tuple(sorted(words[first : last + 1])) in self.full or joined in self.joined:
                yield last

    def _match_surnames(self, words: Sequence[str], first: int) -> Iterator[int]:
        for last in range(first, min(first + MOST_WORDS, len(words))):
            if tuple(words[first : last + 1]) in self.surnames:
                yield last
        word = words[first]
        if (len(word) >= SHORTEST_DECLINED and _is_declined(word, self.stems)) or (
            len(word) >= SHORTEST_RESPELLED and self._is_respelled(respell(word))
        ):
            yield first

    def _is_respelled(self, word: str) -> bool:
        return word in self.respelled or _is_declined(word, self.respelled)

    def _mark_public(self, words: Sequence[str]) -> set[int]:
        """Return the numbers of the words that are part of a public actor's name."""
        return {
            number
            for first in range(len(words))
            for last in range(first, min(first + MOST_WORDS, len(words)))
            if tuple(sorted(words[first : last + 1])) in self.public
            for number in range(first, last + 1)
        }

    def _find_unspaced(self, text: str) -> Iterator[Mention]:
        """Yield mentions inside sentences of a script without blanks."""
        compact = UNSPACED_GAP.sub("", unicodedata.normalize("NFKC", text))
        for name in self.unspaced:
            others = [shown for shown in self.shown_unspaced if name in shown]
            if name in _remove(compact, others):
                yield _find_in_gaps(text, name)
        for run in UNSPACED_RUN.findall(compact):
            yield from (_find_in_gaps(text, part) for part in self._find_sounds(run))

    def _find_sounds(self, run: str) -> Iterator[str]:
        """Yield the parts of a run of characters that are transliterated like a name."""
        sounds = [fold_character(character) for character in run]
        longest = max(map(len, self.sounds), default=0)
        for first in range(len(run)):
            sound = ""
            for last in range(first, len(run)):
                sound += sounds[last]
                if len(sound) > longest:
                    break
                if last > first and sound in self.sounds:
                    yield run[first : last + 1]


def _is_declined(word: str, stems: set[str]) -> bool:
    """Return whether a word is a surname, or a name of one word, with the ending of a case."""
    cut = (word.removesuffix(ending) for ending in CASE_ENDINGS if word.endswith(ending))
    return any(stem in stems for stem in cut)


def _iter_surnames(columns: Columns, rows: Iterable[int]) -> Iterator[str]:
    """Yield the surname in each name of the persons among some rows."""
    persons = PersonRows(columns.actors)
    for row in rows:
        if row in persons:
            for name in columns.spellings[row][1:]:
                if surname := find_surname(name):
                    yield surname


def _make_key(name: str) -> Words:
    return tuple(sorted(fold(name)))


def _read_unspaced(name: str) -> str:
    """Return a name of a script without blanks as it stands in a sentence; else an empty text."""
    compact = UNSPACED_GAP.sub("", unicodedata.normalize("NFKC", name))
    return compact if len(compact) > 1 and UNSPACED_RUN.fullmatch(compact) else ""


def _has_homophones(name: str) -> bool:
    return 0 < len(_read_unspaced(name)) < SHORTEST_SOUND


def _cut_vowel(word: str) -> str:
    return word[:-1] if word[-1:] in "aeiouy" else word


def _remove(text: str, parts: Iterable[str]) -> str:
    for part in parts:
        text = text.replace(part, "\n")
    return text


def _find_in_gaps(text: str, name: str) -> Mention:
    """Return where a name stands, whose characters may have blanks between them."""
    found = re.search(r"[\s·・‧•\u200b-\u200d]*".join(map(re.escape, name)), text)
    return Mention(found.start(), found[0]) if found else Mention(0, name)


def _is_name(word: Word, text: str, written: set[str]) -> bool:
    """Return whether a name of one word counts: one of two letters only as the data has it."""
    if len(word.folded) >= SHORTEST:
        return word.folded not in WEAK_WORDS or _is_name_like(word, text)
    return text[word.start : word.end] in written and _is_name_like(word, text)


def _is_name_like(word: Word, text: str) -> bool:
    """Return whether a surname counts: one that is a common word, too, or short, if capitalised."""
    token, folded = text[word.start : word.end], word.folded
    if len(folded) >= SHORTEST and folded not in COMMON_WORDS | WEAK_WORDS:
        return True
    is_marked = token != token.lower() or any(map(str.isdigit, token))
    return len(folded) > 1 and is_marked and folded not in WEAK_WORDS - MONTHS
