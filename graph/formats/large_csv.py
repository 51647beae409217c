"""Reading a large CSV file at full speed, as far as nothing is wrong with its shape.

Whatever is not plain here (a broken quote, a row too long, a cell of several lines, a blank
line, another encoding) is left to `graph.formats.csv_file`, which tells what it is and where.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from graph.data.dictionary_column import DictionaryColumn, as_memoryview
from graph.data.limits import MIB, Limits
from graph.data.table import Table
from graph.names.resolve import WHITE_SPACE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEAD = 1 << 16
BLOCK = 4 * MIB
THREADS = 2  # equal texts of two columns are found at once; of more, too much memory is in use

Header = Callable[[str, str], tuple[str, list[str], int]]
"""From a file's name and first lines: delimiter, names of columns, the line that names them."""


class NotPlain(Exception):  # noqa: N818 - no error: another reader takes the file
    """The file is not as plain as this reader needs it."""


def read_large(raw: bytes, name: str, limits: Limits, header: Header) -> Table | None:
    """Return the table of a large file, or None where it is not plain.

    Parameters
    ----------
    raw
        All bytes of the file, without a byte order mark.
    name
        What problems call it.
    limits
        How much is read at the most.
    header
        What reads the first lines.
    """
    try:
        return _read_plain(raw, name, limits, header)
    except NotPlain:
        return None


def _read_plain(raw: bytes, name: str, limits: Limits, header: Header) -> Table:
    head = raw[:HEAD].rpartition(b"\n")[0] + b"\n"
    try:
        delimiter, names, line = header(name, head.decode())
    except (UnicodeDecodeError, csv.Error):
        raise NotPlain from None
    lines = raw.count(b"\n") + (not raw.endswith(b"\n"))
    _require_plain(raw, names, (lines - line + 1) * len(names) <= limits.most_cells)
    _require_quotes_in_place(raw, delimiter)
    columns = _read_columns(raw, delimiter, names, line)
    if lines == line or any(len(column) != lines - line for column in columns.values()):
        raise NotPlain
    longest = max(max(map(len, column.values)) for column in columns.values())
    if longest > limits.longest_cell or _has_blank_row(list(columns.values())):
        raise NotPlain
    return Table(name, columns, range(line + 1, lines + 1), (), line, column_count=len(names))


def _require_plain(raw: bytes, names: Sequence[str], few: bool) -> None:  # noqa: FBT001
    """Refuse what is told row by row: too many cells, breaks of an old kind, bad column names."""
    named = (
        bool(names) and all(names) and len(set(names)) == len(names) and "\n" not in "".join(names)
    )
    if (
        not (few and named)
        or b"\0" in raw
        or (b"\r" in raw and raw.count(b"\r") != raw.count(b"\r\n"))
    ):
        raise NotPlain


def _require_quotes_in_place(raw: bytes, delimiter: str) -> None:
    """Refuse a quote that neither opens a cell, nor closes it, nor stands doubled within it."""
    if b'"' not in raw:
        return
    import numpy as np

    text = np.frombuffer(raw, np.uint8)
    places = np.concatenate(
        [np.flatnonzero(text[at : at + BLOCK] == ord('"')) + at for at in range(0, len(raw), BLOCK)]
    )
    border = np.zeros(256, bool)
    border[[ord(character) for character in delimiter + "\r\n"]] = True
    doubled = np.diff(places) == 1
    opening, closing = places[0::2], places[1::2]
    opens = border[text[np.maximum(opening - 1, 0)]] | (opening == 0)
    opens[1:] |= doubled[1::2][: len(opens) - 1]
    closes = border[text[np.minimum(closing + 1, len(raw) - 1)]] | (closing == len(raw) - 1)
    again = doubled[1::2]
    closes[: len(again)] |= again
    if len(places) % 2 or not opens.all() or not closes.all():
        raise NotPlain


def _read_columns(
    raw: bytes, delimiter: str, names: Sequence[str], line: int
) -> dict[str, DictionaryColumn[str]]:
    from concurrent.futures import ThreadPoolExecutor

    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    pool = pa.system_memory_pool()  # Arrow's own keeps tens of MB for later
    texts = pa.dictionary(pa.int32(), pa.utf8())
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(raw),
            arrow_csv.ReadOptions(column_names=list(names), skip_rows=line, block_size=BLOCK),
            arrow_csv.ParseOptions(delimiter=delimiter, ignore_empty_lines=False),
            arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, texts), strings_can_be_null=False
            ),
            memory_pool=pool,
        )
    except pa.ArrowInvalid:
        raise NotPlain from None
    columns = dict(zip(names, table.columns, strict=True))
    del table  # so that each column's memory is given back when it is coded
    with ThreadPoolExecutor(THREADS) as threads:
        coded = threads.map(
            lambda name: _encode_column(columns.pop(name).unify_dictionaries(pool)), names
        )
        return dict(zip(names, coded, strict=True))


def _encode_column(column: Any) -> DictionaryColumn[str]:  # noqa: ANN401 - pyarrow ships no annotations
    """Return an Arrow column as ours: white space around cells and guards before them are gone."""
    import numpy as np

    if not column.num_chunks:
        raise NotPlain
    # Arrow's own to_numpy imports pandas.
    chunks = [
        np.frombuffer(part.buffers()[1], np.int32, len(part), 4 * part.offset)
        for part in (chunk.indices for chunk in column.chunks)
    ]
    codes = np.concatenate(chunks)
    values = column.chunk(column.num_chunks - 1).dictionary.to_pylist()
    return _clean_values(values, codes)


def _clean_values(values: list[str], codes: NDArray[np.int32]) -> DictionaryColumn[str]:
    """Return a column whose values are cleaned, and those that become equal are one."""
    import numpy as np

    from graph.formats.formulas import unguard_formula

    cleaned = [value.strip(WHITE_SPACE) for value in values]
    cleaned = [unguard_formula(value) if "'" in value else value for value in cleaned]
    if cleaned == values:
        return DictionaryColumn(values, as_memoryview(codes))
    place: dict[str, int] = {}
    new = np.fromiter((place.setdefault(value, len(place)) for value in cleaned), np.int32)
    return DictionaryColumn(list(place), as_memoryview(new[codes]))


def _has_blank_row(columns: Sequence[DictionaryColumn[str]]) -> bool:
    blank: NDArray[np.bool_] | None = None
    for column in columns:
        if "" not in column.values:
            return False
        here = column.array == column.values.index("")
        blank = here if blank is None else blank & here
    return blank is not None and bool(blank.any())
