"""Every rule about the data, each a small function that yields what breaks it.

A rule sees tables of text (`graph.formats.table.Table`) and knows nothing of files. All rules
run over all tables, so that one reading tells every problem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from graph import cells, dates, nearest
from graph.columns import (
    ACTOR_COLUMNS,
    RELATION_COLUMNS,
    SOURCE_COLUMNS,
    TYPE_COLUMNS,
    parts,
)
from graph.errors import Problem
from graph.formats.table import Table
from graph.names import spellings
from graph.vocabulary import KINDS, RelationType

KNOWN = {
    "actors": ACTOR_COLUMNS,
    "relations": RELATION_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "types": TYPE_COLUMNS,
}
REQUIRED = {
    "actors": ("id", "name", "kind"),
    "relations": ("source", "target", "type"),
    "sources": ("id",),
    "types": TYPE_COLUMNS,
}
OPTIONAL = ("sources", "types")
LOOKS_LIKE = 0.8
WORDS_OF_AN_ID = re.compile(r"[\w.-]+")
MOST_HINTS = 50
MOST_LOOKS = 100_000  # at actors, in search of the nearest; each hint takes a look at all
DECLARE = "Declare it in types.csv (type,sign,mutual,influence,label,inverse)."


def tables(
    actors: Table,
    relations: Table,
    sources: Table,
    types: Table,
    known_types: Mapping[str, RelationType],
) -> list[Problem]:
    """Return every problem of the four tables, in the order of files and lines.

    Parameters
    ----------
    actors, relations, sources, types
        What was read; a table may be empty.
    known_types
        The relation types in force, those of `types` included.
    """
    families: list[tuple[str, Table, Iterator[Iterator[Problem]]]] = [
        ("actors", actors, _actor_rules(actors, sources)),
        ("relations", relations, _relation_rules(relations, actors, sources, types, known_types)),
        ("sources", sources, _source_rules(sources)),
        ("types", types, _type_rules(types)),
    ]
    found: list[Problem] = []
    for family, table, rules in families:
        shape = [table.problems, _columns(table, family), _misspelt(table, family)]
        rows = chain(*shape, *(rules if _legible(table, family) else ()))
        found += sorted(rows, key=lambda problem: problem.line or 0)
    return found


def _legible(table: Table, family: str) -> bool:
    return all(name in table.columns for name in REQUIRED[family])


def _actor_rules(actors: Table, sources: Table) -> Iterator[Iterator[Problem]]:
    yield _required(actors, REQUIRED["actors"])
    yield _unique(actors, "id")
    yield _kinds(actors)
    yield _aliases(actors)
    yield _intervals(actors)
    yield _references(actors, sources)


def _relation_rules(
    relations: Table,
    actors: Table,
    sources: Table,
    types: Table,
    known_types: Mapping[str, RelationType],
) -> Iterator[Iterator[Problem]]:
    yield _required(relations, REQUIRED["relations"])
    yield _unique(relations, "id")
    if _legible(actors, "actors"):
        yield _endpoints(relations, actors, "source")
        yield _endpoints(relations, actors, "target")
        yield _ties_to_oneself(relations, actors)
    if _legible(types, "types") or not (types.columns or types.problems):
        yield _types(relations, known_types)
    yield _intervals(relations)
    yield _values(relations, "weight", cells.weight_complaint)
    yield _values(relations, "confidence", cells.confidence_complaint)
    yield _values(relations, "stance", cells.one_of("asserts", "disputes"))
    yield _references(relations, sources)
    yield _identical(relations)


def _source_rules(sources: Table) -> Iterator[Iterator[Problem]]:
    yield _required(sources, REQUIRED["sources"])
    yield _unique(sources, "id")


def _type_rules(types: Table) -> Iterator[Iterator[Problem]]:
    yield _required(types, REQUIRED["types"])
    yield _unique(types, "type")
    yield _values(types, "sign", cells.one_of("+", "-", "0"))
    yield _values(types, "mutual", cells.one_of("yes", "no"))
    yield _values(types, "influence", cells.one_of("yes", "no"))


def _columns(table: Table, family: str) -> Iterator[Problem]:
    """A required column is there."""
    if not table.columns and (table.problems or family in OPTIONAL):
        return
    strangers = [name for name in table.columns if name not in KNOWN[family]]
    for name in REQUIRED[family]:
        if name not in table.columns:
            hint = (
                nearest.hint(name, strangers, "Is it {}?") or f"Due: {', '.join(REQUIRED[family])}."
            )
            yield Problem(table.name, table.header, name, "this column is missing.", hint)


def _misspelt(table: Table, family: str) -> Iterator[Problem]:
    """A column of one's own doesn't look like one that is known."""
    optional = [name for name in KNOWN[family] if name not in REQUIRED[family]]
    absent = [name for name in optional if name not in table.columns]
    for name in table.columns:
        hint = "" if name in KNOWN[family] else nearest.hint(name, absent, near=LOOKS_LIKE)
        if hint:
            what = "is no known column; it is kept as an attribute."
            yield Problem(table.name, table.header, name, what, hint, "warning")


def _required(table: Table, names: Sequence[str]) -> Iterator[Problem]:
    """A required cell is filled."""
    for name in names:
        for row, cell in enumerate(table.cells(name)):
            if not cell:
                yield table.problem(row, name, "is empty.", "Every row needs it.")


def _unique(table: Table, name: str) -> Iterator[Problem]:
    """An id is given once."""
    first: dict[str, int] = {}
    for row, cell in enumerate(table.cells(name)):
        if cell and first.setdefault(cell, row) != row:
            line = table.lines[first[cell]]
            yield table.problem(row, name, f"{cell!r} is already in line {line}.", "Rename one.")


def _kinds(actors: Table) -> Iterator[Problem]:
    """A kind that is not built in is told once, at its first row."""
    told: set[str] = set(KINDS)
    for row, kind in enumerate(actors.cells("kind")):
        if kind and kind not in told:
            told.add(kind)
            hint = nearest.hint(kind, KINDS) or f"Built in: {', '.join(KINDS)}."
            yield actors.warning(row, "kind", f"{kind!r} is no built-in kind.", hint)


def _aliases(actors: Table) -> Iterator[Problem]:
    """A name or alias leads to one actor."""
    owner: dict[str, int] = {}
    ids = actors.cells("id")
    first = {actor: row for row, actor in reversed([*enumerate(ids)])}
    names = zip(actors.cells("name"), actors.cells("aliases"), strict=True)
    for row, (name, aliases) in enumerate(names):
        for spelling in dict.fromkeys((name, *parts(aliases))):
            column = "name" if spelling == name else "aliases"
            if spelling and owner.setdefault(spelling, row) != row:
                what = f"{spelling!r} is also a name in line {actors.lines[owner[spelling]]}."
                yield actors.warning(row, column, what, "Asked by this name, neither is found.")
            if spelling in first and spelling != ids[row]:
                what = f"{spelling!r} is also the id in line {actors.lines[first[spelling]]}."
                yield actors.warning(row, column, what, "Asked by this name, that one is found.")


def _intervals(table: Table) -> Iterator[Problem]:
    """A date is a partial date, and an interval does not end before it starts."""
    for row, (start, end) in enumerate(zip(table.cells("start"), table.cells("end"), strict=True)):
        wrong = False
        for name, date in (("start", start), ("end", end)):
            if date and not dates.is_partial_date(date):
                wrong = True
                yield table.problem(row, name, f"{date!r} is no date.", dates.DUE)
        if not wrong and dates.ends_before_start(start, end):
            what = f"{end!r} lies before the start, {start!r}."
            yield table.problem(row, "end", what, "Swap or correct the two.")


def _endpoints(relations: Table, actors: Table, column: str) -> Iterator[Problem]:
    """An end of a relation is an actor's id, or a name that one actor alone has."""
    ids, names = set(actors.cells("id")), Counter(actors.cells("name"))
    hint = _actor_hints(actors)
    for row, cell in enumerate(relations.cells(column)):
        if not cell or cell in ids or names[cell] == 1:
            continue
        if names[cell] > 1:
            what = f"{cell!r} is the name of {names[cell]} actors."
            yield relations.problem(row, column, what, "Give the actor's id.")
        else:
            yield relations.problem(row, column, f"{cell!r} names no actor.", hint(cell))


def _actor_hints(actors: Table) -> Callable[[str], str]:
    """Return what tells the remedy for a stranger, with the nearest actor for the first few."""
    told: dict[str, str] = {}
    known: list[tuple[str, ...]] = []
    most = max(1, min(MOST_HINTS, MOST_LOOKS // max(1, len(actors))))

    def hint(stranger: str) -> str:
        if stranger not in told and len(told) < most:
            known.extend(() if known else spellings(actors))
            told[stranger] = nearest.actor_hint(stranger, known)
        return told.get(stranger) or "Add the actor to actors.csv."

    return hint


def _ties_to_oneself(relations: Table, actors: Table) -> Iterator[Problem]:
    """A relation has two different ends."""
    ids = dict(zip(actors.cells("name"), actors.cells("id"), strict=True))
    ids |= {actor: actor for actor in actors.cells("id")}
    ends = zip(relations.cells("source"), relations.cells("target"), strict=True)
    for row, (source, target) in enumerate(ends):
        if source and ids.get(source, source) == ids.get(target, target):
            what = f"{target!r} is related to itself."
            yield relations.warning(row, "target", what, "No path or measure counts it.")


def _types(relations: Table, known: Mapping[str, RelationType]) -> Iterator[Problem]:
    """A type is built in or declared."""
    names = list(known)
    hints = {
        name: " ".join(filter(None, (nearest.hint(name, names), DECLARE)))
        for name in dict.fromkeys(relations.cells("type"))
        if name and name not in known
    }
    for row, name in enumerate(relations.cells("type")):
        if name in hints:
            yield relations.problem(row, "type", f"{name!r} is no relation type.", hints[name])


def _values(
    table: Table, column: str, complaint: Callable[[str], tuple[str, str] | None]
) -> Iterator[Problem]:
    """Each filled cell of a column means something."""
    if column not in table.columns:
        return
    verdicts = {cell: complaint(cell) for cell in set(table.cells(column)) if cell}
    if not any(verdicts.values()):
        return
    for row, cell in enumerate(table.cells(column)):
        verdict = verdicts.get(cell)
        if verdict is not None:
            yield table.problem(row, column, *verdict)


def _references(table: Table, sources: Table) -> Iterator[Problem]:
    """A reference that is nearly a source's id is no misspelt one; told once for each spelling."""
    ids = list(sources.cells("id"))
    told = set(ids)
    for row, cell in enumerate(table.cells("reference") if ids else ()):
        for part in parts(cell):
            if part in told or not WORDS_OF_AN_ID.fullmatch(part):
                continue
            told.add(part)
            hint = nearest.hint(part, ids, near=LOOKS_LIKE) if len(told) < MOST_HINTS else ""
            if hint:
                what = f"{part!r} is no id in {sources.name}, so it is taken as text."
                yield table.warning(row, "reference", what, hint)


def _identical(relations: Table) -> Iterator[Problem]:
    """No row stands twice."""
    first: dict[tuple[str, ...], int] = {}
    for row, content in enumerate(zip(*relations.columns.values(), strict=True)):
        if first.setdefault(content, row) != row:
            what = f"repeats line {relations.lines[first[content]]} to the letter."
            yield relations.warning(row, "", what, "It counts as a claim of its own.")
