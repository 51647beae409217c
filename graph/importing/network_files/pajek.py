"""Pajek's .net files: vertices, arcs, edges, lists, matrices, several relations and times."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.importing.draft import Draft
from graph.importing.network_files.bounded_json import decode_text
from graph.importing.network_files.collected import MOST_UNNAMED, Collected

TOKEN = re.compile(r'"([^"]*)"|(\[[^\]\[]*\])|(\S+)')
SECTION = re.compile(r'\*\s*([A-Za-z]+)\s*(?::?\s*(\d+))?\s*(?:"([^"]*)")?(.*)')
SPAN = re.compile(r"\[?\s*(-?\d+)(?:\s*-\s*(-?\d+|\*))?\s*\]?")
OPEN_END = "*"


def read_pajek(raw: bytes, name: str, limits: Limits) -> Draft:
    r"""Read a Pajek network: arcs are directed, edges hold both ways.

    Raises
    ------
    DataError
        When a line is none of the format.

    Examples
    --------
    >>> text = b'*Vertices 2\n1 "Ann Ek"\n2 Bo\n*Arcs :1 "funds"\n1 2 3\n'
    >>> draft = read_pajek(text, "a.net", Limits())
    >>> draft.actors["name"], draft.relations["type"], draft.relations["weight"]
    (['Ann Ek', 'Bo'], ['funds'], ['3'])
    """
    reader = _Reader(name, limits)
    for number, line in enumerate(decode_text(raw, name).splitlines(), 1):
        text = line.strip()
        if text and not text.startswith("%"):
            reader.read_line(number, text)
    return reader.finish()


class _Reader:
    def __init__(self, name: str, limits: Limits) -> None:
        self._collected = Collected(name, limits)
        self._name = name
        self._names: dict[str, str] = {}
        self._spans: dict[str, dict[str, str]] = {}
        self._count = self._first = 0
        self._section = ""
        self._type = ""
        self._types: dict[str, str] = {}
        self._row = 0
        self._read: Callable[[list[str]], None] = self._read_vertex

    def read_line(self, number: int, line: str) -> None:
        """Read a line that is no comment."""
        try:
            if line.startswith("*"):
                self._begin_section(line)
            elif self._section:
                self._read([a or b or c for a, b, c in TOKEN.findall(line)])
            else:
                _refuse("it comes before *Vertices")
        except (ValueError, IndexError) as error:
            what = f"is not a line of {self._section or 'Pajek'}: {error}."
            remedy = "Save the network again in Pajek."
            raise DataError(
                [Problem(self._name, number, "", what, remedy, rule="no-pajek")]
            ) from None

    def _begin_section(self, line: str) -> None:
        match = SECTION.fullmatch(line)
        if match is None:
            raise ValueError(f"{line[:40]!r} names no part of the format")
        word, number, label = match[1].lower(), match[2] or "", match[3] or ""
        readers = {
            "vertices": self._read_vertex, "arcs": self._read_arc, "edges": self._read_edge,
            "arcslist": self._read_arcs_list, "edgeslist": self._read_edges_list,
            "matrix": self._read_matrix_row,
        }  # fmt: skip
        if word == "network":
            return
        if word not in readers:
            raise ValueError(f"*{match[1]} is no part that is read")
        self._section, self._read, self._row = f"*{word}", readers[word], 0
        if word == "vertices":
            self._require_count(number)
            self._first = int(match[4]) if match[4].strip().isdecimal() else 0  # of two modes
        else:
            self._types.setdefault(number, label)
            self._type = label or self._types[number] or (f"relation {number}" if number else "")

    def _require_count(self, number: str) -> None:
        self._count = int(number)
        if self._count > self._collected.limits.most_cells:
            raise ValueError(f"{self._count:,} vertices are more than is read")

    def _read_vertex(self, tokens: list[str]) -> None:
        self._require_vertex(tokens[0])
        self._names[tokens[0]] = tokens[1] if len(tokens) > 1 else tokens[0]
        self._spans[tokens[0]] = _find_span(tokens[2:])
        if len(tokens) > 3 and _is_number(tokens[2]) and _is_number(tokens[3]):  # noqa: PLR2004 - x and y
            self._collected.add_position(tokens[0], tokens[2], tokens[3])

    def _require_vertex(self, token: str) -> str:
        if not token.isdigit() or not 1 <= int(token) <= self._count:
            raise ValueError(
                f"{token[:40]!r} is not a number of a vertex from 1 to {self._count:,}"
            )
        return token

    def _read_arc(self, tokens: list[str]) -> None:
        self._add(tokens, "yes")

    def _read_edge(self, tokens: list[str]) -> None:
        self._add(tokens, "no")

    def _add(self, tokens: list[str], directed: str) -> None:
        kind = self._type
        if ":" in tokens[0]:  # 3: 1 2 1 - the relation stands before the ends
            number, _, rest = tokens[0].partition(":")
            kind = self._types.get(number) or f"relation {number}"
            tokens = [rest, *tokens[1:]] if rest else tokens[1:]
        source, target = self._require_vertex(tokens[0]), self._require_vertex(tokens[1])
        cells = {"type": kind, **_find_span(tokens[2:])}
        if len(tokens) > 2 and _is_number(tokens[2]):  # noqa: PLR2004 - behind the ends
            cells["weight"] = tokens[2]
        if "l" in tokens[2:-1]:
            cells["label"] = tokens[tokens.index("l", 2) + 1]
        self._add_edge(source, target, directed, cells)

    def _add_edge(self, source: str, target: str, directed: str, cells: dict[str, str]) -> None:
        weight = cells.get("weight", "1")
        if weight.startswith("-"):  # a negative tie
            cells = {**cells, "sign": "-", "weight": weight[1:]}
        if cells.get("weight") == "1":
            cells = {name: cell for name, cell in cells.items() if name != "weight"}
        self._collected.add_edge(source, target, directed, cells)

    def _read_arcs_list(self, tokens: list[str]) -> None:
        for target in tokens[1:]:
            self._add([tokens[0], target], "yes")

    def _read_edges_list(self, tokens: list[str]) -> None:
        for target in tokens[1:]:
            self._add([tokens[0], target], "no")

    def _read_matrix_row(self, tokens: list[str]) -> None:
        self._row += 1
        self._require_vertex(str(self._row))
        if len(tokens) != self._count - self._first:
            raise ValueError(f"{len(tokens):,} values instead of {self._count - self._first:,}")
        for column, value in enumerate(tokens, self._first + 1):
            if not _is_number(value):
                raise ValueError(f"{value[:40]!r} is not a number")
            if float(value):
                cells = {"type": self._type, "weight": value}
                self._add_edge(str(self._row), str(column), "yes", cells)

    def finish(self) -> Draft:
        """Return the draft; a vertex without a line of its own has its number for a name."""
        if self._count - len(self._names) > MOST_UNNAMED:
            what = f"says {self._count:,} vertices, and names {len(self._names):,} of them."
            remedy = "Save the network again in Pajek."
            raise DataError([Problem(self._name, None, "", what, remedy, rule="no-pajek")])
        for number in map(str, range(1, self._count + 1)):
            cells = {"name": self._names.get(number, number), **self._spans.get(number, {})}
            self._collected.add_node(number, cells)
        return self._collected.to_draft()


def _refuse(what: str) -> NoReturn:
    raise ValueError(what)


def _is_number(text: str) -> bool:
    try:
        return float(text) == float(text)
    except ValueError:
        return False


def _find_span(tokens: list[str]) -> dict[str, str]:
    """Return the start and the end of times such as ``[1990-1995]`` or ``[3,5-*]``."""
    times = next((token for token in tokens if token.startswith("[")), "")
    spans = [SPAN.fullmatch(part.strip(" []")) for part in times.split(",")] if times else []
    known = [match for match in spans if match]
    if not known or len(known) < len(spans):
        return {}
    end = known[-1][2] or known[-1][1]
    return {"start": known[0][1], **({} if end == OPEN_END else {"end": end})}
