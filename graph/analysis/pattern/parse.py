"""Read a pattern: clauses of an actor, a relation and an actor, with semicolons between them.

The page reads the same in `explorer/page/assets/core/pattern_parse.js`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from graph.analysis.pattern.terms import Clause, Pattern, Slot, Verb
from graph.data.dictionary_column import unique_values
from graph.data.spans import Span, find_date_problem
from graph.data.vocabulary import RelationType, Sign
from graph.errors import PatternError, quote_value
from graph.names.suggest import suggest_word

if TYPE_CHECKING:
    from graph.select.selection import Selection

LONGEST, MOST_CLAUSES = 2_000, 8
EXAMPLE = "? leads A; A attacks Ukraine"
SIGNS: Mapping[str, Sign] = {
    "+": "+", "positive": "+", "-": "-", "−": "-", "negative": "-", "0": "0", "neutral": "0",
}  # fmt: skip
ANY = "any"
QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}
_ANYBODY = re.compile(r"(\?|[A-Z])\s*(?:\[([^\]]*)\])?")
_DATE = re.compile(r"\s@\s*(\S*)\s*$")


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
    pieces = [piece.strip() for piece in _split_clauses(shown)]
    pieces = [piece for piece in pieces if piece.text]
    if not pieces:
        raise PatternError(shown, 0, 0, f"is empty. Write one such as: {EXAMPLE}")
    if len(pieces) > MOST_CLAUSES:
        extra = pieces[MOST_CLAUSES]
        what = f"has {len(pieces):,} parts, at most {MOST_CLAUSES}."
        raise PatternError(shown, extra.start, extra.end, what)
    clauses = tuple(map(reader.read_clause, pieces))
    return Pattern("; ".join(piece.text for piece in pieces), tuple(reader.slots), clauses)


def _split_clauses(text: str) -> Iterator[Piece]:
    """Yield what stands between semicolons that no quotes enclose."""
    start, closing = 0, ""
    for at, character in enumerate(text):
        if closing:
            closing = "" if character == closing else closing
        elif character in QUOTES and QUOTES[character] in text[at + 1 :]:
            closing = QUOTES[character]
        elif character == ";":
            yield Piece(text[start:at], start)
            start = at + 1
    yield Piece(text[start:], start)


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


@dataclass
class _Reader:
    """Reads clauses one after the other, and collects the actors that they speak of."""

    network: Selection
    text: str
    slots: list[Slot] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.phrases = list_phrases(self.network.types)

    def fail(self, piece: Piece, what: str) -> PatternError:
        return PatternError(self.text, piece.start, piece.end, what)

    def read_clause(self, piece: Piece) -> Clause:
        body, span = self._cut_date(piece)
        tokens = list(_split_tokens(body))
        found = self._find_verb(tokens)
        if found is None:
            raise self._explain_missing_verb(body, tokens)
        first, last, verb = found
        ends = (tokens[:first], tokens[last:])
        source, target = (self._read_slot(_join_tokens(self.text, end)) for end in ends)
        if source == target:
            what = "has the same actor on both sides. Use two letters, or ? for one of them."
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
        for words in " ".join(token.text for token in tokens).split("|"):
            meant = self.phrases.get(" ".join(words.split()).casefold())
            if meant is None:
                return None
            verb |= meant
        return verb

    def _explain_missing_verb(self, body: Piece, tokens: Sequence[Piece]) -> PatternError:
        """Return where a relation is missing, with the nearest that there is."""
        middle = tokens[1:-1]
        if not middle:
            what = "needs two actors and a relation between them, such as: ? leads A"
            return self.fail(body.strip(), what)
        known = list(self.phrases)
        hints = [(token, suggest_word(token.text, known)) for token in middle]
        named = next((each for each in hints if each[1]), None)
        ends = (tokens[0].text, tokens[-1].text)
        if named is None and all(map(_ANYBODY.fullmatch, ends)):
            named = (_join_tokens(self.text, middle), "")
        piece, hint = named or (middle[0], "")
        hint = hint or "Write a type, a sign (+, -) or any between two actors, such as: ? leads A"
        return self.fail(piece, f"{quote_value(piece.text)} is not a relation. {hint}")

    def _read_slot(self, piece: Piece) -> int:
        """Return the number of the slot that some words mean."""
        match = _ANYBODY.fullmatch(piece.text)
        if match is None:
            row = self.network.columns.actor_row[self.network.resolve(_unquote(piece.text)).id]
            actor = self.network.columns.actor(row)
            return self._add(Slot(actor.name, "name", row))
        kinds = self._read_kinds(piece, match[2])
        if match[1] == "?":
            self.slots.append(Slot("?", "?", kinds=kinds))
            return len(self.slots) - 1
        number = self._add(Slot(match[1], "letter"))
        shared = self.slots[number].kinds & kinds if self.slots[number].kinds else kinds
        if kinds and not shared:
            raise self.fail(piece, f"{match[1]} is of two kinds at once. Give one of them.")
        self.slots[number] = replace(self.slots[number], kinds=shared or self.slots[number].kinds)
        return number

    def _read_kinds(self, piece: Piece, words: str | None) -> frozenset[str]:
        if words is None:
            return frozenset()
        kinds = sorted(unique_values(self.network.columns.actors.cells("kind")))
        known = {kind.replace("_", " ").casefold(): kind for kind in kinds}
        asked = [" ".join(word.replace("_", " ").split()) for word in words.split("|")]
        for word in asked:
            if word.casefold() not in known:
                hint = suggest_word(word, kinds) or f"Known: {', '.join(kinds)}."
                raise self.fail(piece, f"no actor is of the kind {quote_value(word)}. {hint}")
        return frozenset(known[word.casefold()] for word in asked)

    def _add(self, slot: Slot) -> int:
        """Return the number of the slot with the same letter or actor; make one if need be."""
        for number, each in enumerate(self.slots):
            if (each.text, each.words, each.row) == (slot.text, slot.words, slot.row):
                return number
        self.slots.append(slot)
        return len(self.slots) - 1


def _split_tokens(piece: Piece) -> Iterator[Piece]:
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


def _join_tokens(text: str, tokens: Sequence[Piece]) -> Piece:
    """Return some words with what stands between them."""
    return Piece(text[tokens[0].start : tokens[-1].end], tokens[0].start)


def _unquote(text: str) -> str:
    return text[1:-1] if len(text) > 1 and QUOTES.get(text[0]) == text[-1] else text
