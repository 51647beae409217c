"""Read any file in a notebook: a table, a workbook, a network file, or a frame of edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.notebook.network import Network
from graph.data.arguments import to_path
from graph.errors import QuestionError, quote_value
from graph.loading import StrPath

if TYPE_CHECKING:
    import pandas as pd

    from graph.importing.options import DateOrder
    from graph.importing.report import ImportReport


@dataclass(frozen=True, eq=False, repr=False)
class ImportedNetwork(Network):
    """A `Network` of files of any kind, with the report on how they were read.

    Parameters
    ----------
    report
        What was decided, and what a careful person should look at.
    """

    report: ImportReport | None = None

    def __dir__(self) -> list[str]:
        return sorted([*super().__dir__(), "report"])


def read(  # noqa: PLR0913 - each is an option of explore import
    *files: StrPath,
    columns: Mapping[str, str] | None = None,
    sheets: Sequence[str] = (),
    dates: DateOrder | None = None,
    decimal: str | None = None,
    split: Mapping[str, str] | None = None,
    types: Mapping[str, str] | None = None,
    kinds: Mapping[str, str] | None = None,
    merge: Mapping[str, str] | None = None,
    encoding: str | None = None,
) -> ImportedNetwork:
    r"""Return a Network of tables or network files of any kind, with a report on them.

    Nothing is written; the attribute `report` says how the files were read.

    Parameters
    ----------
    files
        The files; several belong together.
    columns
        By column its role, such as ``{"Payer": "source"}``.
    sheets
        The sheets of workbooks that are read.
    dates
        ``dmy``, ``mdy`` or ``ymd``.
    decimal
        ``comma`` or ``point``.
    split
        By column, what separates several actors in a cell.
    types
        By words the relation type, or its sign alone; under an empty word, of all without one.
    kinds
        By words the kind of actors; under an empty word, of all without one.
    merge
        By name, the actor who is meant.
    encoding
        The encoding of text files.

    Raises
    ------
    DataError
        When a file cannot be read, or none says who stands to whom.
    QuestionError
        When an option has no meaning.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "ties.csv")
    ...     _ = file.write_text("From;To;Relationship\nAnna;Bo;enemy of\n")
    ...     net = read(file)
    >>> str(net.path("Anna", "Bo").sentence), net.report.sentence
    ('Anna opposes Bo.', 'ties.csv: 2 actors, 1 relation.')
    """
    from graph.importing.options import DATE_ORDERS, DECIMALS, ImportOptions
    from graph.importing.run import import_files

    _require_word("dates", dates, DATE_ORDERS)
    _require_word("decimal", decimal, list(DECIMALS))
    options = ImportOptions(
        roles=columns or {},
        sheets=tuple(sheets),
        dates=dates,
        decimal=DECIMALS[decimal] if decimal else None,
        split=split or {},
        types=types or {},
        kinds=kinds or {},
        merge=merge or {},
        encoding=encoding,
    )
    imported = import_files([Path(to_path(file, "files")) for file in files], options)
    return replace(ImportedNetwork.from_columns(imported.columns), report=imported.report)


def _require_word(name: str, word: str | None, words: Sequence[str]) -> None:
    if word is not None and word not in words:
        raise QuestionError(name, f"{quote_value(word)} is not one of {', '.join(words)}.")


def from_edges(
    frame: pd.DataFrame,
    source: str = "source",
    target: str = "target",
    *,
    type: str | None = None,  # noqa: A002 - the column's own name
    **columns: str,
) -> Network:
    """Return a Network of a frame with a row for each relation.

    Parameters
    ----------
    frame
        The relations; its other columns are columns of one's own.
    source, target
        The columns of the two ends.
    type
        The column of the type, or one type for all rows.
    columns
        The column of each further role, such as ``weight="amount"`` or ``start="year"``.

    Raises
    ------
    QuestionError
        When the frame has no such column.
    DataError
        When the relations break the data contract, with every problem.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"payer": ["Anna"], "payee": ["Bo"], "eur": [500]})
    >>> net = from_edges(frame, source="payer", target="payee", type="paid", weight="eur")
    >>> net.relations[["source", "type", "target", "weight"]].values.tolist()
    [['Anna', 'paid', 'Bo', 500.0]]
    """
    roles = {**columns, "source": source, "target": target}
    if type is not None and type in frame.columns:
        roles["type"] = type
    for role, column in roles.items():
        if column not in frame.columns:
            from graph.names.suggest import suggest_word

            names = [str(name) for name in frame.columns]
            hint = suggest_word(str(column), names) or f"There are {', '.join(names)}."
            raise QuestionError(role, f"{quote_value(str(column))} is not a column. {hint}")
    relations = frame.rename(columns={column: role for role, column in roles.items()})
    if type is not None and "type" not in roles:
        relations = relations.assign(type=type)
    return Network.from_frames(relations=relations)
