"""Rules about references: ids of sources are spelt right, and addresses are valid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.data.columns import split_cell
from graph.data.dictionary_column import unique_values
from graph.data.matching_rows import find_first_rows
from graph.data.table import Table
from graph.errors import Problem, quote_value
from graph.names import suggest
from graph.rules.headers import LEAST_LIKENESS
from graph.text.urls import ADDRESSES, looks_like_address, parse_web_address

ID_LIKE = re.compile(r"[\w.-]+")
BARE_WORD = re.compile(r"[\w-]+")
NEAR_WORD = 0.7  # of a bare word to an id: it is hardly a citation, so more of them are asked about
MOST_SUGGESTIONS = 1000
MOST_COMPARISONS = 1_000_000  # with sources' ids; each suggestion needs one with every id


def check_source_ids(table: Table, sources: Table) -> Iterator[Problem]:
    """Warn about each reference that is nearly a source's id, or one bare word, once a spelling."""
    ids = list(sources.cells("id"))
    checked, tries = set(ids), min(MOST_SUGGESTIONS, MOST_COMPARISONS // max(1, len(ids)))
    for row, cell in find_first_rows(table.cells("reference") if ids else ()):
        for part in () if cell in checked else split_cell(cell):
            if tries < 1 or part in checked or not ID_LIKE.fullmatch(part):
                continue
            checked.add(part)
            tries -= 1
            bare = BARE_WORD.fullmatch(part) is not None
            hint = suggest.suggest_word(part, ids, near=NEAR_WORD if bare else LEAST_LIKENESS)
            if hint or bare:
                what = f"{quote_value(part)} is not an id in {sources.name}. It is read as text"
                what += "." if hint else ": a citation of one word."
                remedy = hint or f"If it is a source, add it to {sources.name}."
                yield table.warning(row, "reference", what, remedy, rule="unknown-source")


def check_addresses(table: Table, sources: Table) -> Iterator[Problem]:
    """Warn about each reference that begins like an address but is not one, once a spelling."""
    texts = table.cells("reference")
    doubtful = {
        cell
        for cell in ADDRESSES.pick(unique_values(texts))
        if ":" in cell and ADDRESSES.fails(cell)
    }
    checked = set(sources.cells("id")) if doubtful else set()
    for row, cell in find_first_rows(texts if doubtful else ()):
        for part in split_cell(cell) if cell in doubtful else ():
            if part in checked or not looks_like_address(part):
                continue
            checked.add(part)
            if not parse_web_address(part):
                yield _warn_about_address(table, row, "reference", part)


def check_links(sources: Table, column: str) -> Iterator[Problem]:
    """Warn about each cell of a column of addresses that is not an address."""
    for row, cell in enumerate(sources.cells(column)):
        if cell and not parse_web_address(cell):
            yield _warn_about_address(sources, row, column, cell)


def _warn_about_address(table: Table, row: int, column: str, text: str) -> Problem:
    what = f"{quote_value(text)} is not a web address. It is shown as text, never as a link."
    return table.warning(row, column, what, _suggest_address(text), rule="no-web-address")


def _suggest_address(text: str) -> str:
    if re.match(r"https?://[^/?#\s]*@", text, re.IGNORECASE):
        return "Remove the part before the @."
    if re.match(r"https?://\S+\s", text, re.IGNORECASE):
        return "Separate the address from other text by a bar (|)."
    return "A link begins with http:// or https://."
