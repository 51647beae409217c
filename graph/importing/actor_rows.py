"""One row for each actor: rows that speak of the same one are joined, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.data.columns import PRIVATE
from graph.data.dictionary_column import take_rows
from graph.importing.draft import IDENTIFYING, KEY, PLACE, Draft, Note, Rows, SetAside, count_rows
from graph.importing.namesakes import name_namesakes, note_namesakes, split_namesakes
from graph.importing.roles.placeholders import is_placeholder

JOINED = " | "
MOST_SHOWN = 5
INTERNAL = (KEY, PLACE, IDENTIFYING)


def join_actors(draft: Draft, merge: Mapping[str, str]) -> Rows:
    """Return a row for each actor; rows with the same key, or without keys the same name, are one.

    Rows of one name that contradict each other are several actors. What names nobody is set aside.

    Parameters
    ----------
    draft
        The draft; notes and rows that are set aside are added to it.
    merge
        By name, the actor who is meant.

    Examples
    --------
    >>> rows = {KEY: ["a", "a"], "name": ["Anna", "Anna"], "party": ["Red", "Blue"]}
    >>> join_actors(Draft(actors=rows), {})["party"]
    ['Red | Blue']
    """
    actors = draft.actors
    count = count_rows(actors)
    if not count:
        return {}
    names = actors.get("name", [""] * count)
    keys = actors.get(KEY, [""] * count)
    if not merge and all(keys) and len(set(keys)) == count:
        filled = [name or key for name, key in zip(names, keys, strict=True)]
        return {name: c for name, c in actors.items() if name != IDENTIFYING} | {"name": filled}
    groups = _group(keys, names, merge)
    _set_nobody_aside(draft, groups)
    groups, named = _split_groups(draft, groups, keys, merge)
    first = [rows[0] for rows in groups]
    result: Rows = {name: list(take_rows(cells, first)) for name, cells in actors.items()}
    result[KEY] = [named.get(rows[0]) or _choose_key(keys, names, rows) for rows in groups]
    several = [number for number, rows in enumerate(groups) if len(rows) > 1]
    conflicts: list[str] = []
    for number in several:
        conflicts += _join_group(actors, groups[number], number, result)
    _note_joined(several, groups, names, conflicts, draft.notes)
    result.pop(IDENTIFYING, None)
    _name_as_asked(result, groups, names, keys, merge)
    result["name"] = [
        name or key for name, key in zip(result.get("name", result[KEY]), result[KEY], strict=True)
    ]
    return result


def _name_as_asked(
    result: Rows,
    groups: Sequence[Sequence[int]],
    names: Sequence[str],
    keys: Sequence[str],
    merge: Mapping[str, str],
) -> None:
    """Write the spelling that a person gave as the name, and the others as aliases."""
    ids = set(keys)
    for number, rows in enumerate(groups if merge else ()):
        meant = next((merge[names[row]] for row in rows if names[row] in merge), "")
        if not meant or meant in ids or "name" not in result:
            continue
        if not any(keys[row] for row in rows):
            result[KEY][number] = meant  # type: ignore[index]
        result["name"][number] = meant  # type: ignore[index]
        others = dict.fromkeys(names[row] for row in rows if names[row] not in ("", meant))
        known = result.get("aliases", [""] * len(groups))[number].split("|")
        _set_aliases(result, number, [each for each in [*known, *others] if each != meant])


def _set_aliases(result: Rows, number: int, aliases: Sequence[str]) -> None:
    if "aliases" not in result:
        result["aliases"] = [""] * count_rows(result)
    joined = "|".join(dict.fromkeys(filter(None, aliases)))
    result["aliases"][number] = joined  # type: ignore[index]


def _set_nobody_aside(draft: Draft, groups: Sequence[Sequence[int]]) -> None:
    """Set rows aside that name nobody, and say something."""
    actors = draft.actors
    known = {row for rows in groups for row in rows}
    places = {each.place for each in draft.set_aside}
    for row in range(count_rows(actors)):
        if row not in known:
            cells = {name.strip(): c[row] for name, c in actors.items() if c[row]}
            place = cells.pop(PLACE.strip(), "")
            cells.pop(IDENTIFYING.strip(), None)
            if cells and place and place not in places:
                draft.set_aside.append(SetAside(place, "It names no actor.", cells))


def _split_groups(
    draft: Draft, groups: Sequence[list[int]], keys: Sequence[str], merge: Mapping[str, str]
) -> tuple[list[list[int]], dict[int, str]]:
    """Return the rows of each actor, and by their first row the ids of actors of one name."""
    actors = draft.actors
    if IDENTIFYING not in actors:
        return list(groups), {}
    found: list[list[int]] = []
    named: dict[int, str] = {}
    taken = {*keys, *actors["name"]}
    for rows in groups:
        is_asked = any(actors["name"][row] in merge for row in rows)
        is_keyed = any(keys[row] for row in rows)
        parts = [rows] if is_asked or is_keyed else split_namesakes(actors, rows)
        ids = name_namesakes(actors, parts, taken) if len(parts) > 1 else []
        parts, ids = _join_asked(parts, ids, merge)
        found += parts
        named |= {part[0]: one for part, one in zip(parts, ids, strict=False) if len(ids) > 1}
        if len(ids) > 1:
            draft.notes.append(note_namesakes(actors["name"][rows[0]], ids))
    return sorted(found, key=lambda rows: rows[0]), named


def _join_asked(
    parts: list[list[int]], ids: list[str], merge: Mapping[str, str]
) -> tuple[list[list[int]], list[str]]:
    """Return parts and their ids; those that a person says are one actor are joined."""
    by_id: dict[str, list[int]] = {}
    for part, one in zip(parts, ids, strict=False):
        meant = merge.get(one, one)
        by_id.setdefault(meant if meant in ids else one, []).extend(part)
    return ([sorted(rows) for rows in by_id.values()], list(by_id)) if ids else (parts, ids)


def _choose_key(keys: Sequence[str], names: Sequence[str], rows: Sequence[int]) -> str:
    return next((keys[row] for row in rows if keys[row]), names[rows[0]])


def _group(keys: Sequence[str], names: Sequence[str], merge: Mapping[str, str]) -> list[list[int]]:
    """Return the rows of each actor, in the order of their first rows."""
    by_key: dict[str, list[int]] = {}
    key_of_name: dict[str, str] = {}
    for row, (key, name) in enumerate(zip(keys, names, strict=True)):
        meant = merge.get(name, name)
        if key and meant == name:
            by_key.setdefault(key, []).append(row)
            key_of_name[name] = key if key_of_name.get(name, key) == key else ""
    by_name: dict[str, list[int]] = {}
    for row, (key, name) in enumerate(zip(keys, names, strict=True)):
        meant = merge.get(name, name)
        if key and meant == name:
            continue
        if not name or is_placeholder(name):
            continue
        known = key_of_name.get(meant) or (meant if meant in by_key else "")
        (by_key[known] if known else by_name.setdefault(meant, [])).append(row)
    return sorted([*by_key.values(), *by_name.values()], key=lambda rows: rows[0])


def _join_group(actors: Rows, rows: Sequence[int], number: int, result: Rows) -> list[str]:
    """Join the cells of one actor's rows; return the columns in which they differ."""
    conflicts = []
    for name in sorted(actors, key="name".__eq__):  # a name may become an alias: it comes last
        cells = actors[name]
        values = list(dict.fromkeys(cells[row] for row in rows if cells[row]))
        if name in INTERNAL or len(values) < 2:  # noqa: PLR2004
            if len(values) == 1 and name not in INTERNAL:
                result[name][number] = values[0]  # type: ignore[index]
            continue
        chosen = _join_values(name, values, result, number)
        result[name][number] = chosen  # type: ignore[index]
        is_less_precise = name in ("start", "end") and all(map(chosen.startswith, values))
        if name in ("kind", "start", "end") and not is_less_precise:
            _keep_written(result, name, number, _list_written(actors, name, rows))
        if name not in ("aliases", "reference", "name", PRIVATE) and not is_less_precise:
            conflicts.append(name)
    return conflicts


def _list_written(actors: Rows, name: str, rows: Sequence[int]) -> list[str]:
    """Return the values that rows of files have; a kind may come of the header of a column."""
    places = actors.get(PLACE, [""] * count_rows(actors))
    cells = [actors[name][row] for row in rows if places[row] or name != "kind"]
    return list(dict.fromkeys(filter(None, cells)))


def _keep_written(result: Rows, name: str, number: int, values: Sequence[str]) -> None:
    """Keep all values of a cell that holds one, in a column beside."""
    if len(values) > 1:
        cells = result.setdefault(f"{name} as written", [""] * count_rows(result))
        cells[number] = JOINED.join(filter(None, [cells[number], *values]))  # type: ignore[index]


def _join_values(name: str, values: list[str], result: Rows, number: int) -> str:
    if name == "name":
        key = result[KEY][number]
        proper = [value for value in values if value != key] or values
        _add_aliases(result, number, [value for value in values if value != proper[0]])
        return proper[0]
    if name in ("aliases", "reference"):
        return "|".join(values)
    if name in ("start", "end"):
        alike = [
            value for value in values if value.startswith(values[0]) or values[0].startswith(value)
        ]
        return max(alike, key=len)
    if name == PRIVATE:
        return "yes" if "yes" in values else "no"
    return values[0] if name == "kind" else JOINED.join(values)


def _add_aliases(result: Rows, number: int, names: Sequence[str]) -> None:
    if "aliases" not in result:
        result["aliases"] = [""] * count_rows(result)
    known = result["aliases"][number]
    added = "|".join(filter(None, [known, *names]))
    result["aliases"][number] = added  # type: ignore[index]


def _note_joined(
    several: Sequence[int],
    groups: Sequence[Sequence[int]],
    names: Sequence[str],
    conflicts: Sequence[str],
    notes: list[Note],
) -> None:
    if not conflicts:
        return
    shown = ", ".join(repr(names[groups[number][0]]) for number in several[:MOST_SHOWN])
    columns = ", ".join(dict.fromkeys(conflicts))
    count = len(several)
    verb = "actor stands" if count == 1 else "actors stand"
    what = f"{count:,} {verb} in several rows, which are joined: {shown}. "
    what += f"The rows differ in {columns}."
    notes.append(Note("actors", what, is_guess=True))
