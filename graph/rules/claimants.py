"""Rules about who says so: a claimant is an actor's id or exact name, or words like no name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.data.columns import Columns
from graph.data.dictionary_column import unique_values
from graph.data.matching_rows import find_first_rows, find_rows
from graph.errors import Problem, quote_value, shorten

MOST_COMPARED = 50  # claimants in words, which are compared with every name
MOST_COMPARISONS = 100_000
LEAST_LIKENESS = 0.8  # of a name to the words that may be a misspelling of it


def check_shared_names(columns: Columns) -> Iterator[Problem]:
    """Report each claimant that is the name of several actors."""
    relations = columns.relations
    cells = relations.cells("claimant")
    words = set(unique_values(cells)).difference(columns.end_rows, [""])
    shared = Counter(name for name in columns.actors.cells("name") if name in words)
    for row in find_rows(cells, shared.__contains__) if shared else ():
        what = f"{quote_value(cells[row])} is the name of {shared[cells[row]]:,} actors."
        remedy = "Give the actor's id."
        yield relations.error(row, "claimant", what, remedy, rule="ambiguous-actor")


def check_near_names(columns: Columns) -> Iterator[Problem]:
    """Warn about each claimant in words that may mean an actor, once a spelling."""
    relations = columns.relations
    cells = relations.cells("claimant")
    if not any(unique_values(cells)):
        return
    tries = min(MOST_COMPARED, MOST_COMPARISONS // max(1, len(columns.actors)))
    for row, cell in find_first_rows(cells):
        if not cell or cell in columns.end_rows:
            continue
        tries -= 1
        if tries < 0:
            return
        hint = _find_near_actor(columns, cell)
        if hint:
            what = f"{quote_value(cell)} is not the id or the name of an actor. It is read as text."
            yield relations.warning(row, "claimant", what, hint, rule="unknown-claimant")


def _find_near_actor(columns: Columns, words: str) -> str:
    """Return a question with the actor that words name, or nearly name; empty for none."""
    from graph.names.persons import PersonRows
    from graph.names.resolve import resolve_name

    rows = resolve_name(words, columns.spellings, PersonRows(columns.actors))
    if len(rows) == 1:
        actor, name, *_ = columns.spellings[rows[0]]
        return f"Did you mean {quote_value(actor)} ({shorten(name)})?"
    letters = Counter(words.casefold())
    names = [name for name in columns.actors.cells("name") if _may_be_near(letters, name)]
    if not names:
        return ""
    from rapidfuzz import process  # most data never needs it
    from rapidfuzz.distance import Indel

    match = process.extractOne(
        words,
        names,
        scorer=Indel.normalized_similarity,
        processor=str.casefold,
        score_cutoff=LEAST_LIKENESS,
    )
    return f"Did you mean {quote_value(match[0])}?" if match else ""


def _may_be_near(letters: Counter[str], name: str) -> bool:
    """Return whether a name shares enough letters to be near; a quick look at bounds alone."""
    length = letters.total() + len(name)
    if 2 * min(letters.total(), len(name)) < LEAST_LIKENESS * length:
        return False
    return 2 * (letters & Counter(name.casefold())).total() >= LEAST_LIKENESS * length
