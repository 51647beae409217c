"""Rules about references: a source's id is spelt right, and an address is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.data.columns import parts
from graph.data.dictionary_column import distinct
from graph.data.matching_rows import first_rows
from graph.data.table import Table
from graph.errors import Problem, quoted
from graph.names import suggest
from graph.rules.headers import LEAST_LIKENESS
from graph.text.urls import PLAIN_ADDRESS, looks_like_address, parse_web_address

WORDS_OF_AN_ID = re.compile(r"[\w.-]+")
MOST_TRIES = 1000
MOST_LOOKS = 1_000_000  # at sources, in search of the nearest; each try takes a look at all


def check_source_ids(table: Table, sources: Table) -> Iterator[Problem]:
    """Yield each reference that is nearly a source's id, once for each spelling."""
    ids = list(sources.cells("id"))
    told, tries = set(ids), min(MOST_TRIES, MOST_LOOKS // max(1, len(ids)))
    for row, cell in first_rows(table.cells("reference") if ids else ()):
        for part in () if cell in told else parts(cell):
            if tries < 1 or part in told or not WORDS_OF_AN_ID.fullmatch(part):
                continue
            told.add(part)
            tries -= 1
            hint = suggest.suggest_word(part, ids, near=LEAST_LIKENESS)
            if hint:
                what = f"{quoted(part)} is no id in {sources.name}, so it is taken as text."
                yield table.warning(row, "reference", what, hint, rule="unknown-source")


def check_addresses(table: Table, sources: Table) -> Iterator[Problem]:
    """Yield each reference that begins as an address and is none, once for each spelling."""
    texts = table.cells("reference")
    doubtful = {
        cell for cell in distinct(texts) if ":" in cell and not PLAIN_ADDRESS.fullmatch(cell)
    }
    told = set(sources.cells("id")) if doubtful else set()
    for row, cell in first_rows(texts if doubtful else ()):
        for part in parts(cell) if cell in doubtful else ():
            if part not in told and looks_like_address(part) and not parse_web_address(part):
                told.add(part)
                yield _warn_about_address(table, row, "reference", part)


def check_links(sources: Table, column: str) -> Iterator[Problem]:
    """Yield each cell of a column of addresses that is none."""
    for row, cell in enumerate(sources.cells(column)):
        if cell and not parse_web_address(cell):
            yield _warn_about_address(sources, row, column, cell)


def _warn_about_address(table: Table, row: int, column: str, text: str) -> Problem:
    what = f"{quoted(text)} is no web address: it is shown as text, never as a link."
    return table.warning(row, column, what, _suggest_address(text), rule="no-web-address")


def _suggest_address(text: str) -> str:
    if re.match(r"https?://[^/?#\s]*@", text, re.IGNORECASE):
        return "Remove what stands before the @."
    if re.match(r"https?://\S+\s", text, re.IGNORECASE):
        return "Put the address alone between bars (|)."
    return "A link begins with http:// or https://."
