"""UCINET's DL files: full and half matrices, edge lists and node lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.importing.draft import Draft, Note, free_name
from graph.importing.network_files.bounded_json import decode_text
from graph.importing.network_files.collected import MOST_UNNAMED, Collected

TOKEN = re.compile(r'"([^"]*)"|([^\s,="]+)')
NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
DATA = re.compile(r"(?im)^[ \t]*data[ \t]*:")
SIZE = re.compile(r"(?i)\b(n|nr|nc|nm)\s*+=?\s*+(\d{1,18})")
FORMAT = re.compile(r"(?i)\bformat\s*+=?\s*+([a-z]+\d?b?)")
PART = re.compile(
    r"(?i)\b(row|column|col|matrix|level)?\s*labels?\s*(embedded)?\s*(:)?", re.MULTILINE
)
OPENING = re.compile(r"(?i)\s*dl\b")
LONGEST_NUMBER = 18  # digits
HALVES = ("lowerhalf", "upperhalf")
LISTS = ("edgelist1", "edgelist", "edgelist2", "nodelist1", "nodelist", "nodelist2", "nodelist1b")


def read_ucinet(raw: bytes, name: str, limits: Limits) -> Draft:
    r"""Read a DL file.

    A full matrix that is symmetric holds both ways. In a file of two modes (``nr`` and ``nc``)
    the columns are actors, too.

    Raises
    ------
    DataError
        When it does not say how many rows it has, or has other values than it says.

    Examples
    --------
    >>> text = b"dl n=2 format=fullmatrix\nlabels:\nann,bo\ndata:\n0 1\n0 0\n"
    >>> draft = read_ucinet(text, "a.dl", Limits())
    >>> draft.relations["source"], draft.relations["target"]
    (['ann'], ['bo'])
    """
    text = decode_text(raw, name)
    return _Reader(text, name, limits).read()


class _Reader:
    def __init__(self, text: str, name: str, limits: Limits) -> None:
        self._name, self._collected = name, Collected(name, limits)
        data = DATA.search(text)
        if data is None or not OPENING.match(text):
            raise self._make_error("has no line 'data:'.")
        header, self._data = OPENING.sub("", text[: data.start()], count=1), text[data.end() :]
        opening = PART.split(header)[0]
        sizes = {word.lower(): int(number) for word, number in SIZE.findall(header)}
        self._rows, self._columns = (
            sizes.get("nr", sizes.get("n", 0)),
            sizes.get("nc", sizes.get("n", sizes.get("nr", 0))),
        )
        self._matrices = sizes.get("nm", 1)
        self._is_two_mode = "nr" in sizes and "nc" in sizes and "n" not in sizes
        match = FORMAT.search(header)
        self._format = match[1].lower() if match else "fullmatrix"
        self._has_diagonal = not re.search(r"(?i)diagonal\s*+=?\s*+absent", opening + header)
        self._row_labels: list[str] = []
        self._column_labels: list[str] = []
        self._matrix_labels: list[str] = []
        self._embedded = {"row": False, "column": False}
        self._read_labels(header)
        size = self._rows * self._columns * self._matrices
        if self._format not in LISTS and size > limits.most_cells:
            raise self._make_error(f"says {size:,} values, which is more than is read.")
        self._refuse_unnamed()

    def _refuse_unnamed(self) -> None:
        """Refuse sizes for which memory would be taken, though the file has nothing for them."""
        sizes = {
            "rows": self._rows - len(self._row_labels),
            "columns": self._columns - len(self._column_labels or self._row_labels),
            "matrices": self._matrices - len(self._matrix_labels),
        }
        for noun, size in sizes.items():
            if size > MOST_UNNAMED:
                raise self._make_error(f"says {size:,} {noun} that it does not name.")

    def _read_labels(self, header: str) -> None:
        marks = list(PART.finditer(header))
        for mark, following in zip_longest(marks, marks[1:]):
            which = (mark[1] or "").lower().replace("column", "col")
            stop = following.start() if following else len(header)
            if mark[2]:
                for side in ("row", "column") if not which else (which.replace("col", "column"),):
                    self._embedded[side] = True
                continue
            labels = [a or b for a, b in TOKEN.findall(FORMAT.sub("", header[mark.end() : stop]))]
            if which in ("", "row"):
                self._row_labels = labels
            if which in ("", "col"):
                self._column_labels = labels
            if which in ("matrix", "level"):
                self._matrix_labels = labels

    def read(self) -> Draft:
        """Return the draft."""
        if self._format in LISTS:
            self._read_list()
        elif self._format in ("fullmatrix", "fm", *HALVES):
            self._read_matrices()
        else:
            raise self._make_error(f"has the format {self._format!r}, which is not read.")
        return self._collected.to_draft()

    def _read_matrices(self) -> None:
        tokens = self._iter_values()
        if not self._rows or not self._columns:
            raise self._make_error("does not say how many rows it has.")
        if self._embedded["column"]:
            self._column_labels = [next(tokens, "") for _ in range(self._columns)]
        for number in range(self._matrices):
            kind = self._get(self._matrix_labels, number) if self._matrices > 1 else ""
            if number and self._embedded["column"]:
                for _ in range(self._columns):
                    next(tokens, "")
            self._add_matrix(self._read_matrix(tokens), kind)
        if next(tokens, None) is not None:
            raise self._make_error("has more values than it says.")
        self._add_nodes()

    def _read_matrix(self, tokens: Iterator[str]) -> list[dict[int, str]]:
        matrix: list[dict[int, str]] = []
        for row in range(self._rows):
            if self._embedded["row"]:
                label = next(tokens, "")
                self._row_labels[row:] = [label]
                if not self._is_two_mode and not self._embedded["column"]:
                    self._column_labels[row:] = [label]
            matrix.append({})
            for column in self._list_columns(row):
                value = next(tokens, None)
                if value is None or not NUMBER.fullmatch(value):
                    given = "an end" if value is None else repr(value[:40])
                    raise self._make_error(f"has {given} where a number is due.")
                if float(value):
                    matrix[row][column] = value
        return matrix

    def _list_columns(self, row: int) -> list[int]:
        columns = range(self._columns)
        if self._format == "lowerhalf":
            columns = range(row + 1)
        elif self._format == "upperhalf":
            columns = range(row, self._columns)
        return [each for each in columns if self._has_diagonal or each != row]

    def _add_matrix(self, matrix: list[dict[int, str]], kind: str) -> None:
        self._tell_labels_apart()
        is_mutual = self._format in HALVES or (
            not self._is_two_mode
            and all(matrix[c].get(r) == v for r, row in enumerate(matrix) for c, v in row.items())
        )
        for row, values in enumerate(matrix):
            for column, value in values.items():
                if not is_mutual or row <= column or self._format == "lowerhalf":
                    source = self._get(self._row_labels, row)
                    target = self._get(
                        self._column_labels if self._is_two_mode else self._row_labels, column
                    )
                    self._add_edge(source, target, "no" if is_mutual else "yes", value, kind)

    def _add_nodes(self) -> None:
        self._tell_labels_apart()
        labels = [self._get(self._row_labels, row) for row in range(self._rows)]
        if self._is_two_mode:
            labels += [self._get(self._column_labels, column) for column in range(self._columns)]
        for label in dict.fromkeys(labels):
            self._collected.add_node(label, {"name": label})

    def _tell_labels_apart(self) -> None:
        """Make labels that stand twice different: each is an actor."""
        for labels in (self._row_labels, self._column_labels):
            taken: set[str] = set()
            for number, label in enumerate(labels):
                labels[number] = free_name(label, taken)
                taken.add(labels[number])
                if labels[number] != label:
                    what = f"{self._name}: the label {label!r} stands twice: one is "
                    note = Note("actors", f"{what}{labels[number]!r}.", is_guess=True)
                    self._collected.notes.append(note)

    def _add_edge(  # noqa: PLR0913, PLR0917 - what an edge has
        self, source: str, target: str, directed: str, value: str, kind: str, unread: str = ""
    ) -> None:
        cells = {"type": kind, "value as written": unread}
        if value.startswith("-"):
            cells["sign"], value = "-", value[1:]
        if float(value) != 1:
            cells["weight"] = value
        self._collected.add_edge(source, target, directed, cells)

    def _read_list(self) -> None:
        is_named = self._embedded["row"] or self._embedded["column"]
        if not is_named:
            self._add_nodes()
        columns = self._column_labels if self._format.endswith("2") else self._row_labels

        def find(token: str, labels: list[str], most: int) -> str:
            if is_named or not token.isdecimal() or len(token) > LONGEST_NUMBER:
                return token
            if not 1 <= int(token) <= max(most, 1):
                raise self._make_error(f"names {token}, which is none of its {most:,} rows.")
            return self._get(labels, int(token) - 1)

        for line in self._data.splitlines():
            tokens = [a or b for a, b in TOKEN.findall(line)]
            if len(tokens) < 2:  # noqa: PLR2004 - two ends
                continue
            source = find(tokens[0], self._row_labels, self._rows)
            if self._format.startswith("edgelist"):
                value, unread = _split_value(tokens[2:])
                target = find(tokens[1], columns, self._columns)
                if float(value):
                    self._add_edge(source, target, "yes", value, "", unread)
                continue
            for token in tokens[2:] if self._format.endswith("b") else tokens[1:]:
                self._add_edge(source, find(token, columns, self._columns), "yes", "1", "")

    def _iter_values(self) -> Iterator[str]:
        for match in TOKEN.finditer(self._data):
            yield match[1] or match[2] or ""

    def _get(self, labels: list[str], index: int) -> str:
        return labels[index] if index < len(labels) else str(index + 1)

    def _make_error(self, what: str) -> DataError:
        remedy = "Save it again in UCINET, in the DL format."
        return DataError([Problem(self._name, None, "", what, remedy, rule="no-dl")])


def _split_value(tokens: list[str]) -> tuple[str, str]:
    """Return the value of a line of an edge list, 1 where no number stands first, and the rest."""
    if tokens and NUMBER.fullmatch(tokens[0]):
        return tokens[0], " ".join(tokens[1:])
    return "1", " ".join(tokens)
