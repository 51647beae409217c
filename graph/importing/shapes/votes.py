"""Read a table of votes: who voted how on what, in words such as yes, against and abstained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.data.dictionary_column import DictionaryColumn
from graph.importing.by_column import Column
from graph.importing.draft import PLACE, Draft, Note
from graph.importing.tables.sheet import Sheet

_WORDS: Mapping[str, str] = {
    "voted for": """yes, for, aye, yea, pro, ja, dafür, oui, pour, sí, si, a favor, за, да, так,
        tak, y""",
    "voted against": """no, against, nay, contra, nein, dagegen, non, contre, en contra, против,
        нет, ні, проти, nie, przeciw, n""",
    "abstained on": """abstain, abstained, abstention, enthaltung, enthalten, abstención,
        воздержался, утримався, wstrzymał się""",
}
_ABSENT = """absent, not voting, did not vote, -, –, n/a, abwesend, nicht beteiligt, excused,
    entschuldigt, отсутствовал, не голосовал, відсутній, nieobecny"""
VOTES = {word.strip(): name for name, words in _WORDS.items() for word in words.split(",")}
ABSENT = {"", *map(str.strip, _ABSENT.split(","))}
LEAST = 2


def draft_votes(sheet: Sheet) -> Draft | None:
    """Return the draft of a table of votes; None where a sheet is none.

    Examples
    --------
    >>> cells = {"MP": ["Lee", "Ray"], "Bill A": ["yes", "no"], "Bill B": ["abstain", ""]}
    >>> draft = draft_votes(Sheet("votes.csv", "", cells, [2, 3]))
    >>> list(draft.relations["type"])
    ['voted for', 'voted against', 'abstained on']
    """
    label, *bills = sheet.columns
    names = sheet.columns[label]
    if not sheet.has_header or len(bills) < LEAST or len(sheet) < LEAST:
        return None
    if not _are_votes([sheet.columns[bill] for bill in bills]) or len(set(names)) < len(names):
        return None
    rows: dict[str, list[str]] = {"source": [], "target": [], "type": [], PLACE: []}
    for bill in bills:
        for row, cell in enumerate(sheet.columns[bill]):
            vote = VOTES.get(cell.casefold())
            if vote and names[row]:
                relation = (names[row], bill, vote, sheet.place(row))
                for column, text in zip(rows, relation, strict=True):
                    rows[column].append(text)
    what = f"{sheet.label}: is a table of votes: who in {label!r} voted how on each other column."
    return Draft(relations=dict(rows), notes=[Note("tables", what, is_guess=True)])


def _are_votes(columns: Sequence[Column]) -> bool:
    """Return whether all cells are words of votes, and these say two things."""
    votes = set()
    for cells in columns:
        for cell in cells.values if isinstance(cells, DictionaryColumn) else cells:
            word = cell.casefold()
            if word in VOTES:
                votes.add(VOTES[word])
            elif word not in ABSENT:
                return False
    return len(votes) >= LEAST
