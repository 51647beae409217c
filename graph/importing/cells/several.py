"""Several actors in one cell: each is a relation of its own, and a sum is not counted twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.data.counts import format_count
from graph.data.dictionary_column import take_rows
from graph.importing.by_column import Column, count_values, find_matching
from graph.importing.draft import Note, Rows, count_rows

SIGNS = (";", "|", "\n", " / ", " & ", ", ", " and ", " und ", " et ", " y ", " и ", " i ")
SURE = (";", "|", "\n")
JOINT = "joint amount"


def split_ends(
    relations: Rows, known: set[str], asked: Mapping[str, str], notes: list[Note]
) -> Rows:
    """Return the relations with a row for each actor of cells that name several.

    A semicolon, a bar and a line break always separate, unless the whole text is a known actor;
    other signs do where every part is one.

    Parameters
    ----------
    relations
        The rows of a draft.
    known
        The ids, names and aliases of the known actors.
    asked
        By end, the separator that a person gave; empty for none.
    notes
        Where a note on it is added.

    Examples
    --------
    >>> rows = {"source": ["A; B"], "target": ["C"], "weight": ["10"]}
    >>> split = split_ends(rows, set(), {}, [])
    >>> list(split["source"]), list(split["weight"]), split["joint amount"]
    (['A', 'B'], ['', ''], ['10', '10'])
    """
    for side in ("source", "target"):
        parts = {
            value: found
            for value in count_values(relations.get(side, ()))
            if len(found := _split(value, known, asked.get(side))) > 1
        }
        if parts:
            relations = _repeat_rows(relations, side, parts, notes)
    return relations


def _split(text: str, known: set[str], asked: str | None) -> Sequence[str]:
    if text in known or asked == "":
        return (text,)
    for sign in (asked,) if asked else SIGNS:
        if sign in text:
            parts = [part for part in map(str.strip, text.split(sign)) if part]
            if asked or sign in SURE or all(part in known for part in parts):
                return list(dict.fromkeys(parts))
    return (text,)


def _repeat_rows(
    relations: Rows, side: str, parts: Mapping[str, Sequence[str]], notes: list[Note]
) -> Rows:
    chosen = find_matching(relations[side], parts.__contains__).tolist()
    rows: list[int] = []
    names: list[str] = []
    for row, is_several in enumerate(chosen):
        found = parts[relations[side][row]] if is_several else (relations[side][row],)
        rows += [row] * len(found)
        names += found
    repeated: dict[str, Column] = {
        name: take_rows(c, rows) for name, c in relations.items() if name != side
    }
    result: Rows = {name: names if name == side else repeated[name] for name in relations}
    added = len(rows) - count_rows(relations)
    cells = format_count(sum(chosen), "cell")
    what = (
        f"{side}: {cells} with several actors; that makes {format_count(added, 'relation')} more."
    )
    weights = relations.get("weight")
    if weights is not None and any(chosen[row] and weights[row] for row in range(len(chosen))):
        shared = [chosen[row] for row in rows]
        result["weight"] = [
            "" if is_shared else cell
            for is_shared, cell in zip(shared, result["weight"], strict=True)
        ]
        before = relations.get(JOINT)
        joint = repeated[JOINT] if before is not None else [""] * len(rows)
        amounts = take_rows(weights, rows)
        result[JOINT] = [
            (amount or old) if is_shared else old
            for is_shared, amount, old in zip(shared, amounts, joint, strict=True)
        ]
        what += f" Their sums are not counted for each: they stand in {JOINT!r}."
    notes.append(Note("rows", what, f"--split {side}=", is_guess=True))
    if "id" in result:
        result["id"] = ["" if chosen[row] else relations["id"][row] for row in rows]
    return result
