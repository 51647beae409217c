"""Find the actor that the end of a relation may mean, where it is not exactly one's id or name.

An end that nearly names an actor is an error, never an actor of its own. What is as good as certain
is looked for: two actors in a cell, lost zeros, the same words in another spelling, a person's
surname, and a slip of the pen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from graph.data.columns import Columns
from graph.data.end_rows import NOBODY
from graph.errors import quote_value, shorten
from graph.names.folding import fold
from graph.names.persons import PersonRows
from graph.names.resolve import resolve_name

BETWEEN = re.compile(r"\s*[;|,/\n]\s*|\s+&\s+|\s+and\s+")
SURE_BETWEEN = re.compile(r"[;|\n]")  # what stands between names, and hardly ever in one
NUMBER = re.compile(r"0*([0-9]{1,30})(?:\.0+)?")
DIGITS = re.compile("[0-9]+")
LEAST_LIKENESS = 0.85
LEAST_LENGTH = 4  # characters; shorter names differ in too few to call one a slip of another
MOST_COMPARISONS = 5_000_000
MOST_FOLDED = 200_000  # actors; folding more names takes too long
MOST_CANDIDATES = 50


def find_meant(
    unknown: Collection[str], columns: Columns, actor_count: int | None = None
) -> dict[str, str]:
    """Return for ends that nearly name an actor what to do.

    Parameters
    ----------
    unknown
        Ends of relations that are no actor's id or name.
    columns
        The actors.
    actor_count
        How many there are, where the columns have some of them.
    """
    meant = dict(_find_lists(unknown, columns))
    rest = [end for end in unknown if end not in meant]
    if not rest or not len(columns.actors):
        return meant
    meant.update(_find_numbers(rest, columns.actors.cells("id")))
    if max(len(columns.actors), actor_count or 0) <= MOST_FOLDED:
        rest = [end for end in rest if end not in meant]
        meant.update(_find_spellings(rest, columns))
        rest = [end for end in rest if end not in meant]
        meant.update(_find_slips(rest, columns))
    return meant


def _find_lists(unknown: Collection[str], columns: Columns) -> Iterator[tuple[str, str]]:
    """Yield each end that holds several actors."""
    single = {end for end in unknown if not SURE_BETWEEN.search(end)}
    for end in unknown:
        parts = [part for part in BETWEEN.split(end) if part]
        if len(parts) < 2:  # noqa: PLR2004 - one is no list
            continue
        known = [part for part in parts if columns.end_rows[part] != NOBODY]
        are_several = len(known) == len(parts)
        if not are_several and end not in single:
            are_several = any(part in single for part in parts) or bool(known)
        if are_several:
            yield end, f"It holds {len(parts):,} actors: write a row for each of them."


def _find_numbers(unknown: Iterable[str], ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each number that is an actor's id but for zeros before or behind it."""
    numbers = {end: match[1] for end in unknown if (match := NUMBER.fullmatch(end))}
    if not numbers:
        return
    wanted, ids_of = set(numbers.values()), defaultdict[str, list[str]](list)
    for each in ids:
        match = NUMBER.fullmatch(each)
        if match and match[1] in wanted:
            ids_of[match[1]].append(each)
    for end, number in numbers.items():
        if ids_of[number]:
            candidates = " or ".join(map(quote_value, ids_of[number][:3]))
            yield end, f"Were zeros lost or added? Did you mean {candidates}?"


def _find_spellings(unknown: Sequence[str], columns: Columns) -> Iterator[tuple[str, str]]:
    """Yield each end that has the words of an actor's id or name, or is a person's surname."""
    wanted = {word for end in unknown for word in (*fold(end), "".join(fold(end)))}
    rows_of = defaultdict[str, set[int]](set)
    for row, texts in enumerate(columns.spellings if wanted else ()):
        for text in texts:
            words = fold(text)
            for word in {*words, "".join(words)} & wanted:
                rows_of[word].add(row)
    for end in unknown:
        words = fold(end)
        whole = rows_of.get("".join(words), set())
        parts = [rows_of.get(word, set()) for word in words]
        candidates = sorted(whole.union(set.intersection(*parts) if parts else ()))
        rows = _resolve(end, candidates[:MOST_CANDIDATES], columns)
        if len(rows) == 1:
            yield end, _ask(columns, rows[0])


def _resolve(end: str, candidates: Sequence[int], columns: Columns) -> list[int]:
    """Return those of some rows that an end names."""
    if not candidates:
        return []
    joined = "".join(fold(end))
    by_id = [row for row in candidates if "".join(fold(columns.spellings[row][0])) == joined]
    if by_id:
        return by_id
    spellings = [columns.spellings[row] for row in candidates]
    persons = PersonRows(columns.actors)
    people = {number for number, row in enumerate(candidates) if row in persons}
    return [candidates[number] for number in resolve_name(end, spellings, people)]


def _find_slips(unknown: Sequence[str], columns: Columns) -> Iterator[tuple[str, str]]:
    """Yield each end that differs from an actor's id or name in a letter or two."""
    folded = {end: "".join(fold(end)) for end in unknown}
    long = {end: text for end, text in folded.items() if len(text) >= LEAST_LENGTH}
    if not long or len(long) * len(columns.actors) > MOST_COMPARISONS:
        return
    row_by_text: dict[str, int] = {}
    for row, texts in enumerate(columns.spellings):
        for text in texts:
            row_by_text.setdefault("".join(fold(text)), row)
    by_digits = defaultdict[tuple[str, ...], list[str]](list)
    for text in row_by_text:
        by_digits[get_digits(text)].append(text)
    for end, text in long.items():
        near = find_likest(text, by_digits[get_digits(text)])
        if near:
            yield end, _ask(columns, row_by_text[near])


def get_digits(text: str) -> tuple[str, ...]:
    """Return the numbers in a text, which count as a whole: n12 is no slip of n11."""
    return tuple(DIGITS.findall(text))


def find_likest(text: str, others: Sequence[str]) -> str:
    """Return the likest other text if a letter or two are all that differs; else an empty one.

    Examples
    --------
    >>> find_likest("lukashenk", ["putin", "lukashenko"]), find_likest("iran", ["iraq"])
    ('lukashenko', '')
    """
    from rapidfuzz import process  # most data never needs it
    from rapidfuzz.distance import Indel

    if not others or DIGITS.fullmatch(text):
        return ""
    match = process.extractOne(
        text, others, scorer=Indel.normalized_similarity, score_cutoff=LEAST_LIKENESS
    )
    return match[0] if match else ""


def _ask(columns: Columns, row: int) -> str:
    actor, name, *_ = columns.spellings[row]
    return f"Did you mean {quote_value(actor)} ({shorten(name)})?"
