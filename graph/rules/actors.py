"""Rules about actors: their kinds, and whom their names lead to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from graph.data.matching_rows import first_rows
from graph.data.table import Table
from graph.data.vocabulary import KINDS
from graph.errors import Problem, quoted
from graph.names import suggest
from graph.names.resolve import Spellings

MOST_COMPARED = 50  # kinds of the data's own
NEAR = 0.8  # how alike a kind is to another that it seems to be a slip of


def check_kinds(actors: Table) -> Iterator[Problem]:
    """Yield each kind that seems to be a slip of one that is built in or stands further up.

    Others are the data's own: a company is as good a kind as a state.
    """
    known = list(KINDS)
    for row, kind in first_rows(actors.cells("kind")):
        if kind and kind not in known and len(known) < len(KINDS) + MOST_COMPARED:
            hint = suggest.suggest_word(kind, known, near=NEAR)
            known.append(kind)
            if hint:
                what = f"{quoted(kind)} is no built-in kind."
                yield actors.warning(row, "kind", what, hint, rule="unknown-kind")


def check_names(actors: Table, known: Spellings) -> Iterator[Problem]:
    """Yield each name or alias that another actor has too, or that is another's id."""
    again = _find_repeated(known)
    rows = [row for row, spelled in enumerate(known) if not again.isdisjoint(spelled)]
    owner: dict[str, int] = {}
    first = {known[row][0]: row for row in reversed(rows)}
    for row in rows:
        actor, name, *aliases = known[row]
        for spelling in dict.fromkeys((name, *aliases)) if aliases else (name,):
            column = "name" if spelling == name else "aliases"
            if spelling and owner.setdefault(spelling, row) != row:
                line = actors.lines[owner[spelling]]
                what = f"{quoted(spelling)} is also a name in line {line}."
                remedy = "Asked by this name, neither is found."
                yield actors.warning(row, column, what, remedy, rule="shared-name")
            if spelling and spelling in first and spelling != actor:
                what = f"{quoted(spelling)} is also the id in line {actors.lines[first[spelling]]}."
                remedy = "Asked by this name, that one is found."
                yield actors.warning(row, column, what, remedy, rule="name-is-an-id")


def _find_repeated(known: Spellings) -> set[str]:
    """Return the few spellings that are told more than once: only they can be shared."""
    told = Counter(chain.from_iterable(known))
    return {text for text, times in told.items() if times > 1}
