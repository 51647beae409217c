"""Read and build pandas frames with the columns of the CSV files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.data.arguments import require_type, to_cells
from graph.data.cell_text import to_cell
from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, Columns
from graph.data.confidence import GRADE, convert_grade
from graph.data.table import Table, check_header
from graph.errors import Problem
from graph.formats.sources_table import build_sources_table
from graph.rules.checked_columns import build_checked_columns

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection


def read_frames(
    actors: pd.DataFrame | None,
    relations: pd.DataFrame | None,
    sources: pd.DataFrame | None = None,
    types: pd.DataFrame | None = None,
) -> tuple[Columns, list[Problem]]:
    """Read pandas frames into checked columns, and return these and the warnings.

    Parameters
    ----------
    actors, relations, sources, types
        Frames with the columns of the CSV files, or of a Network's own frames. Values become
        text as they are (True is "True"), whole floats as whole numbers (2022.0 is "2022"),
        days as dates, missing ones empty; lists of aliases or references may be lists. Problems
        count rows from 1.

    Raises
    ------
    DataError
        With every problem, when there is an error among them.
    QuestionError
        When one of them is not a frame.
    """
    given = {"actors": actors, "relations": relations, "sources": sources, "types": types}
    _require_frames(given)
    tables = {
        family: _build_table(f"{family} frame", frame)
        for family, frame in given.items()
        if frame is not None
    }
    return build_checked_columns({**tables, "relations": restore_grades(tables["relations"])})


def _require_frames(given: Mapping[str, object]) -> None:
    import pandas as pd

    for name, frame in given.items():
        if frame is not None or name == "relations":
            require_type(frame, pd.DataFrame, name, "a pandas frame")


def _build_table(name: str, frame: pd.DataFrame) -> Table:
    header = to_cells(name, "", frame.columns)
    cells = (to_cells(name, column, frame.iloc[:, index]) for index, column in enumerate(header))
    problems = tuple(check_header(name, header, 1))
    return Table(name, dict(zip(header, cells, strict=True)), range(1, len(frame) + 1), problems)


def restore_grades(relations: Table) -> Table:
    """Move the Admiralty grades of a Network's own frame from `grade` back to `confidence`.

    If any cell of `grade` does not match its confidence, the column is one of the user's own.

    Examples
    --------
    >>> columns = {"confidence": ["0.8", ""], "grade": ["B2", "F6"]}
    >>> restore_grades(Table("relations frame", columns, [1, 2])).columns
    {'confidence': ['B2', 'F6']}
    """
    grades, stated = relations.cells("grade"), relations.cells("confidence")
    pairs = list(zip(grades, stated, strict=True))
    if "grade" not in relations.columns or not all(_matches(*pair) for pair in pairs):
        return relations
    columns = {name: cells for name, cells in relations.columns.items() if name != "grade"}
    restored = [grade or confidence for grade, confidence in pairs]
    return replace(relations, columns={**columns, "confidence": restored})


def _matches(grade: str, confidence: str) -> bool:
    if not grade:
        return True
    return bool(GRADE.fullmatch(grade)) and confidence == to_cell(convert_grade(grade))


def build_actors_frame(network: Selection) -> pd.DataFrame:
    """Build the frame of the selected actors, a row each; see `Network.actors`."""
    return _build_frame(network.columns.actors, network.actor_numbers, ACTOR_COLUMNS)


def build_relations_frame(network: Selection) -> pd.DataFrame:
    """Build the frame of the selected relations, a row each; see `Network.relations`.

    `weight` and `confidence` are floats (1 and NaN where not stated), everything else is text.
    The column `grade` has the Admiralty grade where the confidence was given as one.
    """
    columns, rows = network.columns, network.relation_numbers
    frame = _build_frame(columns.relations, rows, RELATION_COLUMNS)
    ids, (sources, targets) = columns.actors.cells("id"), columns.endpoints
    frame["source"] = [ids[sources[row]] for row in rows]
    frame["target"] = [ids[targets[row]] for row in rows]
    frame["weight"] = [columns.weights[row] for row in rows]
    confidences = (columns.confidences[row] for row in rows)
    frame["confidence"] = [float("nan") if c is None else c for c in confidences]
    if "grade" not in columns.relations.columns:  # else the file has a column of that name
        frame["grade"] = [columns.grades[row] for row in rows]
    frame["stance"] = ["disputes" if columns.disputes[row] else "asserts" for row in rows]
    frame["claimant"] = [columns.claimants[row] for row in rows]
    frame["basis"] = [columns.bases[row] for row in rows]
    frame["id"] = [columns.relation_ids[row] for row in rows]
    return frame


def build_sources_frame(network: Selection) -> pd.DataFrame:
    """Build the frame of the sources, a row each; see `Network.sources`."""
    import pandas as pd

    header, rows = build_sources_table(network)
    return pd.DataFrame(rows, columns=header, dtype="str")


def _build_frame(table: Table, rows: Sequence[int], standard: tuple[str, ...]) -> pd.DataFrame:
    import pandas as pd

    extra = [name for name in table.columns if name not in standard]
    columns = ((name, table.cells(name)) for name in (*standard, *extra))
    data = {name: [cells[row] for row in rows] for name, cells in columns}
    try:
        return pd.DataFrame(data, dtype="str")
    except UnicodeEncodeError:  # pandas stores text in Arrow, which refuses lone surrogates
        return pd.DataFrame(data, dtype=pd.StringDtype("python", na_value=float("nan")))
