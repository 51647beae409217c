"""One row for each actor: rows that speak of the same one are joined, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.data.columns import PRIVATE
from graph.data.dictionary_column import take_rows
from graph.importing.draft import KEY, PLACE, Note, Rows, count_rows
from graph.importing.roles.placeholders import is_placeholder

JOINED = " | "
MOST_SHOWN = 5


def join_actors(actors: Rows, merge: Mapping[str, str], notes: list[Note]) -> Rows:
    """Return a row for each actor; rows with the same key, or without keys the same name, are one.

    Parameters
    ----------
    actors
        The rows of a draft.
    merge
        By name, the actor who is meant.
    notes
        Where a note on it is added.

    Examples
    --------
    >>> rows = {"key": ["a", "a"], "name": ["Anna", "Anna"], "party": ["Red", "Blue"]}
    >>> join_actors(rows, {}, [])["party"]
    ['Red | Blue']
    """
    count = count_rows(actors)
    if not count:
        return {}
    names = actors.get("name", [""] * count)
    keys = actors.get(KEY, [""] * count)
    if not merge and all(keys) and len(set(keys)) == count:
        named = [name or key for name, key in zip(names, keys, strict=True)]
        return {**actors, "name": named}
    groups = _group(keys, names, merge)
    first = [rows[0] for rows in groups]
    result: Rows = {name: list(take_rows(cells, first)) for name, cells in actors.items()}
    result[KEY] = [_choose_key(keys, names, rows) for rows in groups]
    several = [number for number, rows in enumerate(groups) if len(rows) > 1]
    conflicts: list[str] = []
    for number in several:
        conflicts += _join_group(actors, groups[number], number, result)
    _note_joined(several, groups, names, conflicts, notes)
    result["name"] = [
        name or key for name, key in zip(result.get("name", result[KEY]), result[KEY], strict=True)
    ]
    return result


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
        if name in (KEY, PLACE) or len(values) < 2:  # noqa: PLR2004
            if len(values) == 1 and name not in (KEY, PLACE):
                result[name][number] = values[0]  # type: ignore[index]
            continue
        chosen = _join_values(name, values, result, number)
        result[name][number] = chosen  # type: ignore[index]
        is_less_precise = name in ("start", "end") and all(map(chosen.startswith, values))
        if name not in ("aliases", "reference", "name", PRIVATE) and not is_less_precise:
            conflicts.append(name)
    return conflicts


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
