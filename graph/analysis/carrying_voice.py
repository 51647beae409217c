"""Whether most relations of a network rest on one voice alone, so that its choice makes ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.data.columns import split_cell
from graph.data.dictionary_column import as_array, map_values, unique_values
from graph.data.voices import list_voices
from graph.errors import shorten
from graph.select.edge_relations import find_edge_relations

if TYPE_CHECKING:
    from graph.data.columns import Columns
    from graph.data.records import Reference
    from graph.select.selection import Selection

MOST_CELLS = 50_000  # different cells of references; more take seconds to read
LONGEST_NAME = 80
NONE = -1


def describe_carrying_voice(network: Selection) -> str:
    """Return on which voice most relations rest alone, and how many do; empty where on none.

    Examples
    --------
    >>> import graph
    >>> print(describe_carrying_voice(graph.load_example()).split(",")[0])
    """
    import numpy as np

    columns, rows = network.columns, find_edge_relations(network).rows
    cells = columns.relations.cells("reference")
    if not len(rows) or len(unique_values(cells)) > MOST_CELLS:
        return ""
    numbers: dict[str, int] = {}

    def number_voice(cell: str) -> int:
        voices = list_voices(columns.voices, _read_references(columns, cell))
        return numbers.setdefault(voices[0], len(numbers)) if len(voices) == 1 else NONE

    voices = as_array(map_values(cells, number_voice), np.int64)[rows]
    counts = np.bincount(voices[voices != NONE], minlength=1)
    most = int(counts.argmax())
    if 2 * counts[most] <= len(rows):
        return ""
    voice = next(name for name, number in numbers.items() if number == most)
    text = f"{counts[most]:,} of {len(rows):,} relations rest on one voice alone"
    return f"{text}, {_name_voice(columns, voice)}: ranks follow what it tells."


def _read_references(columns: Columns, cell: str) -> list[Reference]:
    return [columns.sources.get(part, part) for part in split_cell(cell)]


def _name_voice(columns: Columns, voice: str) -> str:
    """Return a voice, as `graph.data.voices` writes it, in the words of a reader."""
    kind, _, name = voice.partition(" ")
    source = columns.sources.get(name) if kind == "source" else None
    title = source.title or name if source else name
    return title if kind == "host" else f'"{shorten(title, LONGEST_NAME)}"'
