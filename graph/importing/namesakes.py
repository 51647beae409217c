"""Tell actors of one name apart: rows of a list that contradict each other speak of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.importing.draft import IDENTIFYING, Note, Rows

Cells = Mapping[str, str]


def split_namesakes(actors: Rows, rows: Sequence[int]) -> list[list[int]]:
    """Return the rows of one name, those of each actor together.

    A list of actors says which of its columns identify them, such as kind and birth. Where two
    rows of lists differ in one of these, they speak of two actors.

    Examples
    --------
    >>> rows = {"name": ["Jo", "Jo", "Jo"], "start": ["1920", "1950", "1950-03"],
    ...         IDENTIFYING: ["start", "start", "start"]}
    >>> split_namesakes(rows, [0, 1, 2])
    [[0], [1, 2]]
    """
    if len(rows) == 1 or IDENTIFYING not in actors:
        return [list(rows)]
    groups: list[tuple[dict[str, str], list[int]]] = []
    identities = {row: _read_identity(actors, row) for row in rows}
    for row in sorted(rows, key=lambda row: (not identities[row], row)):
        found = next((each for each in groups if not _contradict(each[0], identities[row])), None)
        if found is None:
            groups.append((dict(identities[row]), [row]))
        else:
            found[1].append(row)
            for name, cell in identities[row].items():
                found[0][name] = max(found[0].get(name, ""), cell, key=len)
    return [sorted(found) for _, found in groups]


def _read_identity(actors: Rows, row: int) -> dict[str, str]:
    """Return the cells of a row that tell its actor from another one of its name."""
    cells = {name: actors[name][row] for name in actors[IDENTIFYING][row].split()}
    return {name: cell.casefold().rstrip("~?") for name, cell in cells.items() if cell}


def _contradict(one: Cells, two: Cells) -> bool:
    return any(
        not (one[name].startswith(two[name]) or two[name].startswith(one[name]))
        for name in set(one) & set(two)
    )


def name_namesakes(actors: Rows, groups: Sequence[Sequence[int]], taken: set[str]) -> list[str]:
    """Return an id for each of several actors of one name: the name, and what tells them apart.

    Examples
    --------
    >>> rows = {"name": ["Jo", "Jo"], "start": ["1920", "1950"], IDENTIFYING: ["start", "start"]}
    >>> name_namesakes(rows, [[0], [1]], set())
    ['Jo (1920)', 'Jo (1950)']
    """
    ids = []
    for number, rows in enumerate(groups, 1):
        cells = _read_cells(actors, rows)
        others = [_read_cells(actors, each) for each in groups if each is not rows]
        word = next(
            (cells[name] for name in cells if all(cells[name] != o.get(name) for o in others)),
            str(number),
        )
        name = wanted = f"{actors['name'][rows[0]]} ({word})"
        while name in taken:
            name, number = f"{wanted} ({number})", number + 1  # noqa: PLW2901 - until it is free
        taken.add(name)
        ids.append(name)
    return ids


def get_shared_name(text: str) -> str:
    """Return the name in an id that `name_namesakes` makes; any other text is its own name.

    Examples
    --------
    >>> get_shared_name("Jo (1920)"), get_shared_name("Jo")
    ('Jo', 'Jo')
    """
    name, bracket, rest = text.rpartition(" (")
    return name if bracket and rest.endswith(")") else text


def _read_cells(actors: Rows, rows: Iterable[int]) -> dict[str, str]:
    """Return what identifies the actor of some rows, as it is written."""
    return {
        name: actors[name][row]
        for row in rows
        for name in actors[IDENTIFYING][row].split()
        if actors[name][row]
    }


def note_namesakes(name: str, ids: Sequence[str]) -> Note:
    """Return the note that rows of one name are several actors."""
    what = f"{name!r} is the name of {len(ids)} actors, whose rows contradict each other: "
    what += f"{', '.join(map(repr, ids))}. A relation with the name alone is set aside."
    return Note("actors", what, f'--merge "{ids[-1]}={ids[0]}"', is_guess=True)
