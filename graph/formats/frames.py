"""pandas frames in and out; their columns are those of the CSV files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.columns import ACTOR_COLUMNS, RELATION_COLUMNS, SOURCE_COLUMNS, Columns
from graph.errors import Problem
from graph.formats.table import Table

if TYPE_CHECKING:
    import pandas as pd

    from graph.network import Network


def read_frames(
    actors: pd.DataFrame,
    relations: pd.DataFrame,
    sources: pd.DataFrame | None = None,
    types: pd.DataFrame | None = None,
) -> tuple[Columns, list[Problem]]:
    """Return the checked columns of pandas frames, and the warnings.

    Parameters
    ----------
    actors, relations, sources, types
        Frames with the columns of the CSV files. Values become text as they are (True is
        "True"), whole floats as whole numbers (2022.0 is "2022"), missing ones empty; lists of
        aliases or references may be lists. Problems count rows from 1.

    Raises
    ------
    DataError
        With every problem, when there is an error among them.
    """
    from graph.folder import checked

    given = {"actors": actors, "relations": relations, "sources": sources, "types": types}
    return checked(
        {
            family: _table(f"{family} frame", frame)
            for family, frame in given.items()
            if frame is not None
        }
    )


def _table(name: str, frame: pd.DataFrame) -> Table:
    columns = {str(column): [cell(value) for value in frame[column]] for column in frame.columns}
    return Table(name, columns, range(1, len(frame) + 1))


def cell(value: object) -> str:
    """Return a value as the text a CSV cell would hold.

    Examples
    --------
    >>> [cell(value) for value in (2022.0, None, float("nan"), 0.5, ["a", "b"], " x ")]
    ['2022', '', '', '0.5', 'a|b', 'x']
    """
    if isinstance(value, (list, tuple, set, frozenset)):
        items = (
            sorted(map(cell, value)) if isinstance(value, (set, frozenset)) else map(cell, value)
        )
        return "|".join(items)
    if value is None or value != value:  # noqa: PLR0124 - only what is missing differs from itself
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).strip()
    return "" if text in ("<NA>", "NaT") and not isinstance(value, str) else text


def actors_frame(network: Network) -> pd.DataFrame:
    """Return the actors a Network keeps, a row each; see `Network.actors`."""
    return _frame(network.columns.actors, network.actor_numbers, ACTOR_COLUMNS)


def relations_frame(network: Network) -> pd.DataFrame:
    """Return the relations a Network keeps, a row each; see `Network.relations`.

    `weight` and `confidence` are floats (1 and NaN where not stated), everything else is text.
    A confidence that was given as an Admiralty grade stands in `grade`.
    """
    columns, rows = network.columns, network.relation_numbers
    frame = _frame(columns.relations, rows, RELATION_COLUMNS)
    frame["source"] = [relation.source.id for relation in network.relation_rows]
    frame["target"] = [relation.target.id for relation in network.relation_rows]
    frame["weight"] = [columns.weights[row] for row in rows]
    confidences = (columns.confidences[row] for row in rows)
    frame["confidence"] = [float("nan") if c is None else c for c in confidences]
    frame["grade"] = [relation.grade for relation in network.relation_rows]
    frame["stance"] = [relation.stance for relation in network.relation_rows]
    frame["id"] = [columns.relation_ids[row] for row in rows]
    return frame


def sources_frame(network: Network) -> pd.DataFrame:
    """Return the sources, a row each; see `Network.sources`."""
    import pandas as pd

    rows = [[getattr(source, name) for name in SOURCE_COLUMNS] for source in network.source_rows]
    return pd.DataFrame(rows, columns=list(SOURCE_COLUMNS), dtype="str")


def _frame(table: Table, rows: object, known: tuple[str, ...]) -> pd.DataFrame:
    import pandas as pd

    extra = [name for name in table.columns if name not in known]
    data = {name: [table.cells(name)[row] for row in rows] for name in (*known, *extra)}  # type: ignore[attr-defined]
    return pd.DataFrame(data, dtype="str")
