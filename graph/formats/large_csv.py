"""Read a large, plain CSV file fast, into dictionary-encoded columns.

A file that is not plain (a misplaced quote, a row too long, a cell of several lines, a blank line,
another encoding) is read by `graph.formats.csv_file`, which reports what is wrong and where.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from graph.data.arrow_texts import ArrowTexts
from graph.data.dictionary_column import DictionaryColumn, as_memoryview
from graph.data.limits import MIB, Limits
from graph.data.table import Table
from graph.errors.optional_libraries import is_installed
from graph.names.resolve import WHITE_SPACE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEAD = 1 << 16
BLOCK = 4 * MIB
MANY = 150_000  # texts of a column that stay in Arrow; for fewer, its functions are not imported
THREADS = 2  # columns encoded at the same time; more would use too much memory

Header = Callable[[str, str], tuple[str, list[str], int]]
"""From a file's name and first lines: delimiter, names of columns, the line that names them."""


class NotPlain(Exception):  # noqa: N818 - not an error: the other reader reads the file
    """Raised if a file is not plain enough for this reader."""


def read_large(raw: bytes, name: str, limits: Limits, header: Header) -> Table | None:
    """Read a large file into a table; return None if it is not plain, or Arrow is not installed.

    Parameters
    ----------
    raw
        All bytes of the file, without a byte order mark.
    name
        The name that problems use.
    limits
        How much is read at the most.
    header
        The function that reads the header line.
    """
    if not is_installed("pyarrow"):
        return None
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
    longest = max(_find_longest(column.values) for column in columns.values())
    if longest > limits.longest_cell or _has_blank_row(list(columns.values())):
        raise NotPlain
    return Table(name, columns, range(line + 1, lines + 1), (), line, column_count=len(names))


def _require_plain(raw: bytes, names: Sequence[str], few: bool) -> None:  # noqa: FBT001
    """Refuse too many cells, old line breaks and bad column names, which need a message."""
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
    """Refuse a quote that does not open a cell, close it, or appear doubled inside it."""
    if b'"' not in raw:
        return
    import numpy as np

    text = np.frombuffer(raw, np.uint8)
    quotes = np.concatenate(
        [np.flatnonzero(text[at : at + BLOCK] == ord('"')) + at for at in range(0, len(raw), BLOCK)]
    )
    border = np.zeros(256, bool)
    border[[ord(character) for character in delimiter + "\r\n"]] = True
    doubled = np.diff(quotes) == 1
    opening, closing = quotes[0::2], quotes[1::2]
    opens = border[text[np.maximum(opening - 1, 0)]] | (opening == 0)
    opens[1:] |= doubled[1::2][: len(opens) - 1]
    closes = border[text[np.minimum(closing + 1, len(raw) - 1)]] | (closing == len(raw) - 1)
    inside = doubled[1::2]
    closes[: len(inside)] |= inside
    if len(quotes) % 2 or not opens.all() or not closes.all():
        raise NotPlain


def _read_columns(
    raw: bytes, delimiter: str, names: Sequence[str], line: int
) -> dict[str, DictionaryColumn[str]]:
    from concurrent.futures import ThreadPoolExecutor

    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    pool = pa.system_memory_pool()  # Arrow's own pool reserves tens of MB
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
    del table  # so that the memory of each column is freed once it is encoded
    with ThreadPoolExecutor(THREADS) as threads:
        encoded = threads.map(
            lambda name: _encode_column(columns.pop(name).unify_dictionaries(pool)), names
        )
        return dict(zip(names, encoded, strict=True))


def _encode_column(column: Any) -> DictionaryColumn[str]:  # noqa: ANN401 - pyarrow ships no annotations
    """Convert an Arrow column to a dictionary column without white space and guards."""
    import numpy as np

    if not column.num_chunks:
        raise NotPlain
    # Arrow's own to_numpy imports pandas.
    chunks = [
        np.frombuffer(part.buffers()[1], np.int32, len(part), 4 * part.offset)
        for part in (chunk.indices for chunk in column.chunks)
    ]
    codes = np.concatenate(chunks)
    dictionary = column.chunk(column.num_chunks - 1).dictionary
    if len(dictionary) >= MANY:
        texts = ArrowTexts(dictionary)
        if texts.are_stripped(WHITE_SPACE) and not texts.has("'"):
            return DictionaryColumn(texts, as_memoryview(codes))
    return _clean_values(dictionary.to_pylist(), codes)


def _clean_values(values: list[str], codes: NDArray[np.int32]) -> DictionaryColumn[str]:
    """Clean the values of a column, and merge those that become equal."""
    import numpy as np

    from graph.formats.formulas import unguard_formula

    cleaned = [value.strip(WHITE_SPACE) for value in values]
    cleaned = [unguard_formula(value) if "'" in value else value for value in cleaned]
    if cleaned == values:
        return DictionaryColumn(values, as_memoryview(codes))
    index: dict[str, int] = {}
    new_codes = np.fromiter((index.setdefault(value, len(index)) for value in cleaned), np.int32)
    return DictionaryColumn(list(index), as_memoryview(new_codes[codes]))


def _find_longest(texts: Sequence[str]) -> int:
    return texts.longest if isinstance(texts, ArrowTexts) else max(map(len, texts))


def _has_blank_row(columns: Sequence[DictionaryColumn[str]]) -> bool:
    blank: NDArray[np.bool_] | None = None
    for column in columns:
        if "" not in column.values:
            return False
        here = column.array == column.values.index("")
        blank = here if blank is None else blank & here
    return blank is not None and bool(blank.any())
