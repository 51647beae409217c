"""Find one sum that several rows may hold: a joint payment counts once for each row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from graph.data.dictionary_column import unique_values
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.errors import Problem, quote_value

JOINT = re.compile(
    r"\b(?:joint(?:ly)?|together|shared|gemeinsam\w*|zusammen|conjoint\w*|ensemble|conjunt\w*"
    r"|совместн\w*|вместе|спільн\w*|разом|wspóln\w*|razem)\b",
    re.IGNORECASE,
)
MOST_NOTES = 10_000  # unique ones; a larger file has its sums from a program
SAME = ("type", "start", "end", "weight", "note")


def check_joint_amounts(relations: Table) -> Iterator[Problem]:
    """Warn where a note says that a sum is joint, and several rows from or to others have it."""
    if not {"weight", "note"} <= set(relations.columns):
        return
    notes = list(islice(unique_values(relations.cells("note")), MOST_NOTES + 1))
    if len(notes) > MOST_NOTES or not any(map(JOINT.search, notes)):
        return
    weights = relations.cells("weight")
    rows = [row for row in find_rows(relations.cells("note"), JOINT.search) if weights[row]]
    cells = [relations.cells(name) for name in SAME]
    for shared, other in (("target", "source"), ("source", "target")):
        ends, others = relations.cells(shared), relations.cells(other)
        first: dict[tuple[str, ...], int] = {}
        for row in rows:
            earlier = first.setdefault((ends[row], *(column[row] for column in cells)), row)
            if others[earlier] != others[row]:
                what = (
                    f"{quote_value(weights[row])} is also in line {relations.lines[earlier]}, and "
                )
                what += "the note says that it is joint. Sums count it twice."
                remedy = "If it is one payment, leave the weight of all rows but one blank."
                yield relations.warning(row, "weight", what, remedy, rule="joint-amount")
