"""Read the doubt that stands beside the name of an end: ``Bo?``, ``probably Bo``."""

from __future__ import annotations

from collections.abc import Container, Mapping

from graph.data.counts import format_count
from graph.importing.by_column import (
    count_cells,
    encode_column,
    make_blank,
    map_column,
    map_rows,
)
from graph.importing.cells.doubts import Doubt, read_doubt
from graph.importing.draft import Draft, Note, add_working_column, count_rows

MOST_SHOWN = 5
SIDES = ("source", "target")


def take_name_doubts(draft: Draft, known: Container[str]) -> None:
    """Write the doubt beside a name as basis or confidence, where the bare name is somebody's.

    Any other name stays as it is, and is listed.

    Parameters
    ----------
    draft
        The draft, whose relations are changed.
    known
        The ids, names and aliases of the actors that are listed.
    """
    ends = {
        text
        for side in SIDES
        if side in draft.relations
        for text in encode_column(draft.relations[side]).values
    }
    doubts = {text: read_doubt(text) for text in sorted(ends) if text not in known}
    doubtful = {text: each for text, each in doubts.items() if each.basis or each.confidence}
    named = {text: d for text, d in doubtful.items() if d.words in known or d.words in ends}
    for side in SIDES:
        if side in draft.relations:
            _take_side(draft, side, named)
    others = [text for text in doubtful if text not in named]
    if others:
        shown = ", ".join(map(repr, others[:MOST_SHOWN])) + (" ..." if others[MOST_SHOWN:] else "")
        what = f"{format_count(len(others), 'name')} with a doubt, read as written: {shown}."
        option = f'--merge "{others[0]}={doubtful[others[0]].words}"'
        draft.notes.append(Note("actors", what, option, is_guess=True))


def _take_side(draft: Draft, side: str, named: Mapping[str, Doubt]) -> None:
    relations = draft.relations
    count = count_cells(relations[side], named) if named else 0
    if not count:
        return
    blank = make_blank(count_rows(relations))

    def read_row(name: str, basis: str, confidence: str) -> tuple[str, str, str]:
        doubt = named.get(name, Doubt(name))
        return doubt.words, basis or doubt.basis, confidence or doubt.confidence

    names = (side, "basis", "confidence")
    columns = [relations.get(name, blank) for name in names]
    written = map_column(relations[side], lambda cell: cell if cell in named else "")
    present = {*encode_column(relations[side]).values}
    shown = ", ".join(
        f"{text!r} as {each.words!r}" for text, each in list(named.items()) if text in present
    )
    add_working_column(relations, f"{side} as written", written, draft.notes)
    what = f"{side}: {format_count(count, 'row')} with a doubt beside the name: {shown}, with a "
    what += f"low confidence or as inferred. The words stay in '{side} as written'."
    draft.notes.append(Note("actors", what, is_guess=True))
    for name, cells in zip(names, map_rows(columns, read_row, 3), strict=True):
        if name in relations or any(cells.values):
            relations[name] = cells
