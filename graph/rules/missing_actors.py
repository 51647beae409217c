"""Make actors of the ends of relations that actors.csv leaves out, and say so once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.data.columns import Columns
from graph.data.counts import format_count
from graph.data.dictionary_column import DictionaryColumn, as_memoryview, unique_values
from graph.data.matching_rows import find_first_rows
from graph.data.table import Table
from graph.data.vocabulary import DEFAULT_KIND
from graph.errors import Problem, quote_value, shorten
from graph.names.folding import fold
from graph.rules.meant_actors import (
    LEAST_LENGTH,
    MOST_COMPARISONS,
    find_likest,
    find_meant,
    get_digits,
)
from graph.rules.nobody import note_nobodies, part_nobodies
from graph.rules.whole_data import WholeData

ENDS = ("source", "target")
SHOWN_NAMES = 5
LONGEST_NAME = 40
MOST_ALIKE = 20  # pairs of ends that look alike


class Completed(NamedTuple):
    """Columns in which every end is an actor, but for those that nearly name one.

    Parameters
    ----------
    columns
        The columns.
    remedies
        For each end that nearly names an actor what to do.
    problems
        What is to be said about the actors that were made.
    """

    columns: Columns
    remedies: Mapping[str, str]
    problems: Sequence[Problem]


def complete_actors(
    columns: Columns,
    set_aside: Collection[str] = (),
    whole: WholeData | None = None,
    *,
    has_file: bool = True,
) -> Completed:
    """Add the actors that only the ends of relations name.

    Parameters
    ----------
    columns
        Actors and relations, whose blank cells are filled.
    set_aside
        Ids and names of actors whose rows are set aside, so that they are not made anew.
    whole
        What is known of all rows, where the tables have some of them.
    has_file
        Whether there is a table of actors, which leaves some out.
    """
    unknown = _find_unknown(columns).difference(set_aside)
    if not unknown:
        return Completed(columns, {}, ())
    ends = {name: columns.relations.cells(name) for name in ENDS}
    ends, rows_of_nobodies = part_nobodies(ends, unknown)
    warnings = list(note_nobodies(columns.relations, rows_of_nobodies))
    if rows_of_nobodies:
        relations = replace(columns.relations, columns={**columns.relations.columns, **ends})
        columns = replace(columns, relations=relations)
        unknown = _find_unknown(columns).difference(set_aside)
    remedies = find_meant(sorted(unknown), columns, whole.actor_count if whole else None)
    first_rows = _find_first_rows(columns.relations, unknown.difference(remedies))
    if not first_rows:
        return Completed(columns, remedies, warnings)
    actors = _add_actors(columns.actors, columns.relations, first_rows)
    summary = _summarize(columns.relations, actors.name, list(first_rows), has_file=has_file)
    alike = _find_alike(columns.relations, first_rows)
    return Completed(replace(columns, actors=actors), remedies, [summary, *warnings, *alike])


def _find_unknown(columns: Columns) -> set[str]:
    """Return the ends that are the id or the name of no actor."""
    unknown: set[str] = set()
    for name in ENDS:
        unknown.update(
            set(unique_values(columns.relations.cells(name))).difference(columns.end_rows, [""])
        )
    return unknown.difference(columns.actors.cells("name")) if unknown else unknown


def _find_first_rows(relations: Table, wanted: Collection[str]) -> dict[str, int]:
    """Return the ends to make actors of, in their order, each with the row that has it first."""
    found: dict[str, tuple[int, int]] = {}
    for number, name in enumerate(ENDS):
        for row, end in find_first_rows(relations.cells(name)):
            if end in wanted:
                found[end] = min(found.get(end, (row, number)), (row, number))
    return {end: found[end][0] for end in sorted(found, key=found.__getitem__)}


def _add_actors(actors: Table, relations: Table, first_rows: Mapping[str, int]) -> Table:
    """Return the actors with a row for each of some ends."""
    ends = list(first_rows)
    names = dict.fromkeys(("id", "name", "kind", *actors.columns))
    added: dict[str, Sequence[str]] = {"id": ends, "name": ends}
    added["kind"] = [DEFAULT_KIND] * len(ends)
    blank = [""] * len(ends)
    columns = {name: _join(actors.cells(name), added.get(name, blank)) for name in names}
    lines = [*actors.lines, *(relations.lines[row] for row in first_rows.values())]
    return replace(
        actors, columns=columns, lines=lines, made_count=len(ends), made_of=relations.name
    )


def _join(cells: Sequence[str], added: Sequence[str]) -> Sequence[str]:
    """Return a column with further cells."""
    if not isinstance(cells, DictionaryColumn):
        return [*cells, *added]
    import numpy as np

    code_of = {value: code for code, value in enumerate(cells.values)}
    codes = [code_of.setdefault(value, len(code_of)) for value in added]
    joined = np.concatenate([cells.array, np.array(codes, np.int32)])
    return DictionaryColumn(list(code_of), as_memoryview(joined))


def _summarize(
    relations: Table, actors_name: str, ends: Sequence[str], *, has_file: bool
) -> Problem:
    """Return how many actors were made, as a note; as a warning where a file leaves them out."""
    shown = ", ".join(quote_value(shorten(end, LONGEST_NAME)) for end in ends[:SHOWN_NAMES])
    hidden = len(ends) - SHOWN_NAMES
    shown += f" and {hidden:,} more" if hidden > 0 else ""
    count = format_count(len(ends), "actor")
    if not has_file:
        what = f"{count} made of the ends of relations: {shown}."
        return Problem(relations.name, None, "", what, severity="note", rule="made-actors")
    what = f"{count} not in {actors_name}, made of the ends of relations: {shown}."
    remedy = f"Add what is known of them to {actors_name}."
    return Problem(relations.name, None, "", what, remedy, "warning", rule="made-actors")


def _find_alike(relations: Table, first_rows: Mapping[str, int]) -> list[Problem]:
    """Return a warning for each made actor whose name is nearly that of one made before it."""
    folded = {end: "".join(fold(end)) for end in first_rows}
    seen: dict[str, str] = {}
    pairs = dict[str, str]()
    for end, text in folded.items():
        twin = seen.setdefault(text, end)
        if text and twin.casefold() != end.casefold():
            pairs[end] = twin
    if len(seen) ** 2 <= MOST_COMPARISONS:
        pairs.update(_find_slips(seen))
    warnings = []
    for end in sorted(pairs, key=lambda each: first_rows[each])[:MOST_ALIKE]:
        row = first_rows[end]
        column = "source" if relations.cells("source")[row] == end else "target"
        what = f"{quote_value(end)} is nearly {quote_value(pairs[end])}. Both are made actors."
        remedy = "If they are one actor, write the name in one way."
        warnings.append(relations.warning(row, column, what, remedy, rule="near-actor"))
    return warnings


def _find_slips(end_by_text: Mapping[str, str]) -> dict[str, str]:
    """Return for ends the end before it from which a letter or two differ."""
    earlier = defaultdict[tuple[str, ...], list[str]](list)
    found = {}
    for text, end in end_by_text.items():
        if len(text) < LEAST_LENGTH:
            continue
        texts = earlier[get_digits(text)]
        near = find_likest(text, texts)
        if near:
            found[end] = end_by_text[near]
        texts.append(text)
    return found
