"""Make the four tables of a draft: cells are read, actors matched, types given, all checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.data.columns import (
    ACTOR_COLUMNS,
    RELATION_COLUMNS,
    SOURCE_COLUMNS,
    TYPE_COLUMNS,
    Columns,
)
from graph.data.dictionary_column import take_rows, unique_values
from graph.errors import Problem
from graph.importing.actor_rows import join_actors
from graph.importing.asked_words import require_names
from graph.importing.by_column import (
    count_values,
    encode_column,
    encode_pair,
    find_combinations,
    find_matching,
    map_column,
    select_rows,
)
from graph.importing.cells.columns import read_cells
from graph.importing.cells.name_doubts import take_name_doubts
from graph.importing.cells.several import split_ends
from graph.importing.checked_draft import check_drafted
from graph.importing.described import Described, add_kinds, take_described
from graph.importing.draft import KEY, PLACE, Draft, Note, Rows, SetAside, count_rows, free_name
from graph.importing.options import ImportOptions
from graph.importing.people import Matches, match_ends
from graph.importing.positions import format_layout
from graph.importing.relation_types import TypeLine, give_types, list_type_rows
from graph.importing.roles.placeholders import is_placeholder
from graph.importing.shapes.rows import is_other_name
from graph.importing.words import find_kind

DASHES = {"-", "–", "—", "--"}
GROUPS = {"Anonymous", "ANONYMOUS"}
TEXTS = ("id", "note", "description")


@dataclass
class Finished:
    """The tables of an import, and what was decided.

    Parameters
    ----------
    tables
        Columns by family.
    draft
        The notes and the rows that are set aside.
    matches
        Who was taken for whom.
    types
        What each word for relations means.
    warnings
        What the check of the result says.
    mirrored
        How many rows said a mutual relation a second time, the other way round.
    columns
        The checked data.
    layout
        The text of layout.json; empty for none.
    """

    tables: dict[str, Rows]
    draft: Draft
    matches: Matches
    types: list[TypeLine]
    warnings: list[Problem] = field(default_factory=list)
    mirrored: int = 0
    columns: Columns = field(init=False)
    layout: str = ""


def finish_draft(draft: Draft, options: ImportOptions) -> Finished:
    """Return the tables of a draft.

    Examples
    --------
    >>> draft = Draft(relations={"source": ["Anna"], "target": ["Bo"], "type": ["enemy of"]})
    >>> finished = finish_draft(draft, ImportOptions())
    >>> list(finished.tables["relations"]["type"]), list(finished.tables["actors"]["name"])
    (['opposes'], ['Anna', 'Bo'])
    """
    read_cells(draft, options)
    described = take_described(draft, options.merge)
    actors = join_actors(draft, options.merge)
    known = {*described, *actors.get(KEY, ()), *actors.get("name", ())}
    known.update(a for cell in unique_values(actors.get("aliases", ())) for a in cell.split("|"))
    draft.relations = split_ends(draft.relations, known, draft.separators, draft.notes)
    take_name_doubts(draft, {*known, *options.merge})
    known.update(options.merge, options.merge.values())
    draft.notes += require_names(draft.relations, draft.actors, options.merge)
    _set_nobody_aside(draft, known)
    _merge_ends(draft.relations, options.merge)
    matches = _match_ends(draft, actors, described)
    relations, used, lines = give_types(draft, options.types) if draft.relations else ({}, {}, [])
    draft.relations, mirrored = _drop_mirrored(
        relations, {name for name, each in used.items() if each.mutual}
    )
    tables = {
        "actors": _finish_actors(actors, matches, described, draft, options),
        "relations": _order(draft.relations, RELATION_COLUMNS),
        "sources": _order(draft.sources, SOURCE_COLUMNS),
        "types": _make_types(used),
    }
    finished = Finished(tables, draft, matches, lines, [], mirrored)
    finished.columns, finished.warnings = check_drafted(tables, draft)
    if draft.positions:
        finished.layout = format_layout(draft, finished.columns.actors.cells("id"))
    return finished


def _match_ends(draft: Draft, actors: Rows, described: Described) -> Matches:
    """Return whom each end means, once the ends are the ids of actors."""
    ends = count_values([*_values(draft.relations, "source"), *_values(draft.relations, "target")])
    counted = _count_ends(draft.relations, ends)
    counted |= {name: 0 for name in described if name not in counted}
    ids, names = actors.get(KEY, []), actors.get("name", [])
    matches = match_ends(ids, names, actors.get("aliases", [""] * len(ids)), counted)
    _set_unmatched_aside(draft, matches)
    for side in ("source", "target"):
        if side in draft.relations:
            draft.relations[side] = map_column(
                draft.relations[side], lambda end: matches.ids.get(end, end)
            )
    return matches


def _values(relations: Rows, side: str) -> Sequence[str]:
    return [*unique_values(relations.get(side, ()))]


def _count_ends(relations: Rows, ends: Mapping[str, int]) -> dict[str, int]:
    """Return how often each text stands at an end, in the order of the rows."""
    counted: dict[str, int] = {}
    sides = [count_values(relations.get(side, ())) for side in ("source", "target")]
    for text in dict.fromkeys([*sides[0], *sides[1]]):
        if text in ends:
            counted[text] = sides[0].get(text, 0) + sides[1].get(text, 0)
    return counted


def _merge_ends(relations: Rows, merge: Mapping[str, str]) -> None:
    """Replace names by those of the actors that a person says are meant."""
    if not merge:
        return
    for side in ("source", "target"):
        if side in relations:
            relations[side] = map_column(relations[side], lambda end: merge.get(end, end))


def _set_nobody_aside(draft: Draft, known: set[str]) -> None:
    """Set relations aside that lack an end, or name nobody."""
    for side in ("source", "target"):
        if side in draft.relations:

            def is_nobody(text: str) -> bool:
                return not text or (is_placeholder(text) and text not in known)

            chosen = find_matching(draft.relations[side], is_nobody)
            draft.notes += _note_groups(draft.relations[side], known)
            _set_aside(draft, chosen, f"Its {side} names nobody.")


def _note_groups(cells: Sequence[str], known: set[str]) -> list[Note]:
    """Return a note on a name that stands for nobody, and that a group has, too."""
    texts = [text for text in unique_values(cells) if text in GROUPS and text not in known]
    return [
        Note(
            "rows",
            f"{text!r} is read as nobody. If it is the name of a group, say so.",
            f'--merge "{text}={text}"',
            is_guess=True,
        )
        for text in sorted(texts)
    ]


def _set_unmatched_aside(draft: Draft, matches: Matches) -> None:
    ambiguous = set(matches.ambiguous)
    for side in ("source", "target"):
        if ambiguous and side in draft.relations:
            chosen = find_matching(draft.relations[side], ambiguous.__contains__)
            _set_aside(draft, chosen, f"Its {side} is the name of several actors.")


def _set_aside(draft: Draft, chosen: object, reason: str) -> None:
    import numpy as np

    mask = np.asarray(chosen, bool)
    if not mask.any():
        return
    relations = draft.relations
    for row in np.flatnonzero(mask).tolist():
        cells = {
            name.strip(): cells[row]
            for name, cells in relations.items()
            if name != PLACE and cells[row]
        }
        draft.set_aside.append(SetAside(_get_place(relations, row), reason, cells))
    draft.relations = select_rows(relations, ~mask)


def _get_place(rows: Rows, row: int) -> str:
    return rows[PLACE][row] if PLACE in rows else f"row {row + 1}"


def _drop_mirrored(relations: Rows, mutual: set[str]) -> tuple[Rows, int]:
    """Leave out rows that say nothing but a mutual relation once more, the other way round."""
    import numpy as np

    if not mutual or not relations:
        return relations, 0
    values, *codes = encode_pair(relations["source"], relations["target"])
    source, target = (each.astype(np.int64) for each in codes)
    size = len(values)
    is_mutual = find_matching(relations["type"], mutual.__contains__)
    forward, backward = source * size + target, target * size + source
    both_ways = is_mutual & (source != target) & np.isin(forward, backward[is_mutual])
    rows = np.flatnonzero(both_ways)
    if not len(rows):
        return relations, 0
    others = [
        encode_column(take_rows(c, rows.tolist()))
        for name, c in relations.items()
        if name not in ("source", "target", "id", PLACE)
    ]
    _, rest = find_combinations(others)
    _, pairs = np.unique(np.concatenate([forward[rows], backward[rows]]), return_inverse=True)
    one, two = pairs[: len(rows)], pairs[len(rows) :]
    kinds = int(rest.max()) + 1
    is_again = (source[rows] > target[rows]) & np.isin(one * kinds + rest, two * kinds + rest)
    again = np.zeros(len(source), bool)
    again[rows[is_again]] = True
    return select_rows(relations, ~again), int(again.sum())


def _finish_actors(
    actors: Rows, matches: Matches, described: Described, draft: Draft, options: ImportOptions
) -> Rows:
    """Return the actors with those that are made of the ends, and with kinds."""
    names = dict.fromkeys(("id", "name", *(name for name in actors if name != KEY)))
    made = matches.made
    rows: Rows = {}
    for name in names:
        cells = actors.get(KEY if name == "id" else name, [])
        added = made if name in ("id", "name") else [""] * len(made)
        rows[name] = [*cells, *added] if made else cells
    if described:
        add_kinds(rows, described, matches.ids, draft.notes)
    kinds = rows.get("kind", [""] * count_rows(rows))
    default = options.kinds.get("", "")
    rows["kind"] = map_column(kinds, lambda kind: find_kind(kind, options.kinds) or default)
    if not any(unique_values(rows["kind"])):
        rows.pop("kind")
    if list(rows["id"]) == list(rows["name"]):
        rows.pop("id")
    return _order(rows, ACTOR_COLUMNS)


def _order(rows: Rows, standard: tuple[str, ...]) -> Rows:
    """Return the columns that say something, those with a meaning first.

    A dash stands for nothing in a column with a meaning; in any other it is what a person wrote.
    """
    names = [name for name in standard if name in rows]
    names += [name for name in rows if name not in standard and not name.startswith(" ")]
    due = ("name", "source", "target", "type")
    for name in standard:
        if (
            name in names
            and name not in (*due, *TEXTS)
            and not DASHES.isdisjoint(unique_values(rows[name]))
        ):
            rows[name] = map_column(rows[name], lambda cell: "" if cell in DASHES else cell)
    filled = {name: rows[name] for name in names if name in due or any(unique_values(rows[name]))}
    family = {ACTOR_COLUMNS: "actors", RELATION_COLUMNS: "relations"}.get(standard, "sources")
    result: Rows = {}
    for name, cells in filled.items():
        is_misread = name not in standard and is_other_name(name, family, filled)
        result[free_name(f"original {name}", filled) if is_misread else name] = cells
    return result


def _make_types(used: Mapping[str, object]) -> Rows:
    rows = list_type_rows(used)  # type: ignore[arg-type]
    columns = zip(*rows, strict=True) if rows else ()
    return dict(zip(TYPE_COLUMNS, map(list, columns), strict=False))
