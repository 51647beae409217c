"""Read a table of votes: who voted how on what, in words such as yes, against and abstained."""

from __future__ import annotations

from collections.abc import Mapping

from graph.importing.by_column import encode_column
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
    folded = {bill: [cell.casefold() for cell in sheet.columns[bill]] for bill in bills}
    words = {cell for cells in folded.values() for cell in encode_column(cells).values}
    votes = {VOTES[word] for word in words if word in VOTES}
    if not words <= VOTES.keys() | ABSENT or len(votes) < LEAST or len(set(names)) < len(names):
        return None
    rows: dict[str, list[str]] = {"source": [], "target": [], "type": [], PLACE: []}
    for bill, cells in folded.items():
        for row, cell in enumerate(cells):
            if cell in VOTES and names[row]:
                relation = (names[row], bill, VOTES[cell], sheet.place(row))
                for column, text in zip(rows, relation, strict=True):
                    rows[column].append(text)
    what = f"{sheet.label}: is a table of votes: who in {label!r} voted how on each other column."
    return Draft(relations=dict(rows), notes=[Note("tables", what, is_guess=True)])
