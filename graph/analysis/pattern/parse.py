"""Read a pattern: clauses of an actor, a relation and an actor, with semicolons between them.

The page reads the same in `explorer/page/assets/core/pattern_parse.js`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph.analysis.pattern.hints import (
    ANYBODY_WORDS,
    explain_name,
    explain_relation,
    suggest_kinds,
)
from graph.analysis.pattern.terms import Clause, Pattern, Slot, Verb
from graph.analysis.pattern.tokens import (
    Piece,
    join_tokens,
    quote_phrase,
    split_at,
    split_tokens,
    unquote,
)
from graph.data.dictionary_column import unique_values
from graph.data.spans import Span, find_date_problem
from graph.data.vocabulary import RelationType, Sign
from graph.errors import ActorError, ActorNotFound, PatternError, quote_value
from graph.names.resolve import find_exactly
from graph.names.suggest import suggest_word

if TYPE_CHECKING:
    from graph.data.records import Actor
    from graph.select.selection import Selection

LONGEST, MOST_CLAUSES = 2_000, 8
EXAMPLE = "? leads A; A attacks Ukraine"
SIGNS: Mapping[str, Sign] = {
    "+": "+", "positive": "+", "-": "-", "−": "-", "negative": "-", "0": "0", "neutral": "0",
}  # fmt: skip
ANY = "any"
LONGEST_LETTERS = 3  # characters of a word that may be meant for anybody
TWO_LETTERS = "Use two letters, or ? for one of them."
ANYBODY = "Anybody is ?, or one capital letter such as A."
NEAR_VERB = 0.7  # likeness of a misspelt relation: 'likes' is no 'lobbies'
_ANYBODY = re.compile(r"(\?|[A-Z])\s*(?:\[([^\]]*)\])?")
_DATE = re.compile(r"\s@\s*(\S*)\s*$")


def parse_pattern(network: Selection, text: str) -> Pattern:
    """Return the pattern that a text means in a network.

    Raises
    ------
    PatternError
        When it is no pattern: with where, and what to write.
    ActorError
        When a name in it does not lead to one actor.
    """
    shown = text.replace("\n", ";")
    if len(shown) > LONGEST:
        raise PatternError(shown[:1], 0, 0, f"has {len(shown):,} characters, at most {LONGEST:,}.")
    reader = _Reader(network, shown)
    pieces = [piece.strip() for piece in split_at(";", shown)]
    pieces = [piece for piece in pieces if piece.text]
    if not pieces:
        raise PatternError(shown, 0, 0, f"is empty. Write one such as: {EXAMPLE}")
    if len(pieces) > MOST_CLAUSES:
        extra = pieces[MOST_CLAUSES]
        what = f"has {len(pieces):,} parts, at most {MOST_CLAUSES}."
        raise PatternError(shown, extra.start, extra.end, what)
    clauses = tuple(map(reader.read_clause, pieces))
    shown = "; ".join(piece.text for piece in pieces)
    return Pattern(shown, tuple(reader.slots), clauses, tuple(reader.namesakes))


def list_phrases(types: Mapping[str, RelationType]) -> Mapping[str, Verb]:
    """Return the words that a relation may be called by, in small letters, and what they mean.

    These are the names of types and the words of sentences, in the present and the past.
    """
    phrases: dict[str, Verb] = {}
    for name, each in types.items():
        onward, back = Verb(frozenset([name])), Verb(backwards=frozenset([name]))
        words = [(name, onward), (name.replace("_", " "), onward), (each.label, onward)]
        words += [(each.past, onward), (each.present, onward)]
        words += [(each.inverse, back), (each.past_inverse, back), (each.present_inverse, back)]
        for phrase, verb in words:
            key = " ".join(phrase.split()).casefold()
            if key:
                phrases[key] = phrases.get(key, Verb()) | verb
    for sign, meant in SIGNS.items():
        phrases[sign] = Verb(signs=frozenset([meant]))
    phrases[ANY] = Verb(is_any=True)
    return phrases


def fold_kind(words: str) -> str:
    """Return the name of a kind as it is compared.

    Examples
    --------
    >>> fold_kind(" Armed_group ")
    'armed group'
    """
    return " ".join(words.replace("_", " ").split()).casefold()


@dataclass
class _Reader:
    """Reads clauses one after the other, and collects the actors that they speak of."""

    network: Selection
    text: str
    slots: list[Slot] = field(default_factory=list)
    namesakes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.phrases = list_phrases(self.network.types)

    def fail(self, piece: Piece, what: str) -> PatternError:
        return PatternError(self.text, piece.start, piece.end, what)

    def read_clause(self, piece: Piece) -> Clause:
        body, span = self._cut_date(piece)
        tokens = list(split_tokens(body))
        found = self._find_verb(tokens)
        if found is None:
            raise self._explain_missing_verb(body, tokens)
        first, last, verb = found
        ends = (tokens[:first], tokens[last:])
        source, target = (self._read_slot(join_tokens(self.text, end)) for end in ends)
        if source == target:
            what = f"has the same actor on both sides. {TWO_LETTERS}"
            raise self.fail(piece, what)
        return Clause(source, target, verb, span, piece.text)

    def _cut_date(self, piece: Piece) -> tuple[Piece, Span | None]:
        match = _DATE.search(piece.text)
        if match is None:
            return piece, None
        words = Piece(match[1], piece.start + match.start(1))
        start, dots, end = words.text.partition("..")
        end = end if dots else start
        for date in filter(None, (start, end)):
            problem = find_date_problem(date)
            if problem:
                raise self.fail(words, " ".join(filter(None, problem)))
        if not (start or end):
            raise self.fail(words, "has no date behind @. Write @2022, or @2020..2022.")
        span = Span(start, end)
        if span.first > span.last:
            raise self.fail(words, f"ends before it begins. Write @{end}..{start}.")
        return Piece(piece.text[: match.start()], piece.start), span

    def _find_verb(self, tokens: Sequence[Piece]) -> tuple[int, int, Verb] | None:
        """Return the longest words between two actors that name relations, the first of several."""
        found: tuple[int, int, Verb] | None = None
        for first in range(1, len(tokens) - 1):
            for last in range(first + 1, len(tokens)):
                verb = self._read_verb(tokens[first:last])
                if verb and (found is None or last - first > found[1] - found[0]):
                    found = first, last, verb
        return found

    def _read_verb(self, tokens: Sequence[Piece]) -> Verb | None:
        verb = Verb()
        for words in split_at("|", " ".join(token.text for token in tokens)):
            written = " ".join(words.text.split()).casefold()
            meant = self.phrases.get(written) or self.phrases.get(unquote(written).strip())
            if meant is None:
                return None
            verb |= meant
        return verb

    def _explain_missing_verb(self, body: Piece, tokens: Sequence[Piece]) -> PatternError:
        """Return where a relation is missing, with the nearest that there is."""
        meant = explain_relation(body.strip(), tokens, self)
        if meant:
            return self.fail(*meant)
        middle = tokens[1:-1]
        if not middle:
            what = "needs two actors and a relation between them, such as: ? leads A"
            return self.fail(body.strip(), what)
        known = sorted(filter(None, map(quote_phrase, self.phrases)))
        hints = [(token, suggest_word(token.text, known, near=NEAR_VERB)) for token in middle]
        named = next((each for each in hints if each[1]), None)
        ends = (tokens[0].text, tokens[-1].text)
        if named is None and all(map(_ANYBODY.fullmatch, ends)):
            named = (join_tokens(self.text, middle), "")
        piece, hint = named or (middle[0], "")
        hint = hint or "Write a type, a sign (+, -) or any between two actors, such as: ? leads A"
        return self.fail(piece, f"{quote_value(piece.text)} is not a relation. {hint}")

    def _read_slot(self, piece: Piece) -> int:
        """Return the number of the slot that some words mean."""
        match = _ANYBODY.fullmatch(piece.text)
        if match is None:
            actor = self._resolve(piece)
            return self._add(Slot(actor.name, "name", self.network.columns.actor_row[actor.id]))
        kinds = self._read_kinds(piece, match[2])
        if match[1] == "?":
            self.slots.append(Slot("?", "?", kinds=kinds))
            return len(self.slots) - 1
        self._note_namesake(match[1])
        number = self._add(Slot(match[1], "letter"))
        shared = self.slots[number].kinds & kinds if self.slots[number].kinds else kinds
        if kinds and not shared:
            raise self.fail(piece, f"{match[1]} is of two kinds at once. Give one of them.")
        self.slots[number] = replace(self.slots[number], kinds=shared or self.slots[number].kinds)
        return number

    def _resolve(self, piece: Piece) -> Actor:
        """Return the actor that is named; a name of nobody may be meant for something else."""
        try:
            return self.network.resolve(unquote(piece.text))
        except ActorNotFound as error:
            meant = explain_name(piece, self)
            if meant:
                raise self.fail(*meant) from None
            is_word = unquote(piece.text).casefold() in ANYBODY_WORDS
            if error.reason or not (is_word or len(piece.text) <= LONGEST_LETTERS):
                raise
            raise ActorNotFound(error.query, error.suggestions, f"{error} {ANYBODY}") from None

    def is_kind(self, words: str) -> bool:
        """Return whether words name a kind of actor."""
        return fold_kind(words) in self._kinds

    def is_relation(self, words: str) -> bool:
        """Return whether words name a relation."""
        return bool(words.strip()) and self._read_verb([Piece(words, 0)]) is not None

    def has_relation(self, tokens: Sequence[Piece]) -> bool:
        """Return whether words between two others name a relation."""
        return self._find_verb(tokens) is not None

    def is_anybody(self, words: str) -> bool:
        """Return whether words mean one actor or anybody."""
        if _ANYBODY.fullmatch(words):
            return True
        try:
            return bool(self.network.resolve(unquote(words)))
        except ActorError:
            return False

    def _note_namesake(self, letter: str) -> None:
        """Remember a letter that is an actor's id or name, too."""
        if letter not in self.namesakes and find_exactly(letter, self.network.columns.spellings):
            self.namesakes.append(letter)

    def _read_kinds(self, piece: Piece, words: str | None) -> frozenset[str]:
        if words is None:
            return frozenset()
        kinds = list(self._kinds.values())
        asked = [" ".join(word.replace("_", " ").split()) for word in words.split("|")]
        for word in asked:
            if not self.is_kind(word):
                hint = suggest_kinds(word, self) or suggest_word(word, kinds)
                hint = hint or f"Known: {', '.join(kinds)}."
                raise self.fail(piece, f"no actor is of the kind {quote_value(word)}. {hint}")
        return frozenset(self._kinds[fold_kind(word)] for word in asked)

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        kinds = sorted(unique_values(self.network.columns.actors.cells("kind")))
        return {fold_kind(kind): kind for kind in kinds}

    def _add(self, slot: Slot) -> int:
        """Return the number of the slot with the same letter or actor; make one if need be."""
        for number, each in enumerate(self.slots):
            if (each.text, each.words, each.row) == (slot.text, slot.words, slot.row):
                return number
        self.slots.append(slot)
        return len(self.slots) - 1
