"""Actors whom relations describe beside a name, in a column of kinds: no list has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.data.dictionary_column import take_rows
from graph.importing.draft import IDENTIFYING, KEY, PLACE, Draft, Note, Rows, count_rows

MOST_SHOWN = 5
KIND, WRITTEN = "kind", "kind as written"

Described = Mapping[str, Sequence[tuple[str, bool]]]
"""By name, the kinds that relations say, each with whether a cell says it, or a header alone."""


def take_described(draft: Draft, merge: Mapping[str, str]) -> Described:
    """Take the actors out of a draft that relations alone describe: their names are matched first.

    Examples
    --------
    >>> draft = Draft(actors={"name": ["Ann"], "kind": ["person"]})
    >>> take_described(draft, {}), draft.actors
    ({'Ann': [('person', False)]}, {})
    """
    actors = draft.actors
    blank = [""] * count_rows(actors)
    columns = [actors.get(name, blank) for name in (KEY, IDENTIFYING, "name", KIND, PLACE)]
    described: dict[str, list[tuple[str, bool]]] = {}
    listed = []
    for row, (key, listing, name, kind, place) in enumerate(zip(*columns, strict=True)):
        if key or listing or not name:
            listed.append(row)
        else:
            described.setdefault(merge.get(name, name), []).append((kind, bool(place)))
    if described:
        taken = {name: take_rows(cells, listed) for name, cells in actors.items()}
        draft.actors = taken if listed else {}
    return described


def add_kinds(rows: Rows, described: Described, ids: Mapping[str, str], notes: list[Note]) -> None:
    """Add the kinds that relations say of actors; one that contradicts another is kept beside.

    Parameters
    ----------
    rows
        The rows of actors, whose kinds are changed.
    described
        What relations say, by name.
    ids
        By name, the id of the actor who is meant.
    notes
        Where a note on contradictions is added.
    """
    kinds = list(rows.get(KIND, [""] * count_rows(rows)))
    row_of = {one: row for row, one in enumerate(rows["id"])}
    contradicting: dict[int, list[str]] = {}
    for name, found in described.items():
        row = row_of.get(ids.get(name, name), -1)
        for kind, is_cell in found if row >= 0 else ():
            if kind and not kinds[row]:
                kinds[row] = kind
            elif kind and is_cell and kind.casefold() != kinds[row].casefold():
                contradicting.setdefault(row, [kinds[row]]).append(kind)
    rows[KIND] = kinds
    if not contradicting:
        return
    written = list(rows.get(WRITTEN, [""] * len(kinds)))
    for row, values in contradicting.items():
        written[row] = " | ".join(dict.fromkeys(filter(None, [written[row], *values])))
    rows[WRITTEN] = written
    shown = ", ".join(repr(rows["name"][row]) for row in list(contradicting)[:MOST_SHOWN])
    what = f"Several kinds are given of {shown}: the first is read, all are in {WRITTEN!r}."
    notes.append(Note("actors", what, is_guess=True))
