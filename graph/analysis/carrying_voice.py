"""Whether ranks hang on one voice: the one on which most relations rest alone.

It is said only where it matters: where every relation rests on that voice, or where another actor
would be first without what rests on it alone. Large networks are not measured twice: there it is
said where more than half of the relations rest on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from graph.analysis.large.strategy import MeasureOptions
from graph.analysis.measured_projection import choose_projection, round_scores
from graph.analysis.scores import compute_scores_by_row
from graph.data.columns import split_cell
from graph.data.dictionary_column import as_array, map_values, to_row_array, unique_values
from graph.data.voices import list_voices
from graph.errors import shorten
from graph.select.edge_relations import find_edge_relations
from graph.select.projection import Projection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.measures import Scores
    from graph.data.columns import Columns
    from graph.data.records import Reference
    from graph.select.selection import Selection

MOST_CELLS = 50_000  # different cells of references; more take seconds to read
MOST_ACTORS, MOST_RELATIONS = 2_000, 20_000  # of a network that is measured twice
LEAST_SHARE = 0.1  # of the relations; a voice that has less is hardly what ranks hang on
LONGEST_NAME = 80
NONE = -1


class CarryingVoice(NamedTuple):
    """The voice on which most relations rest alone.

    Parameters
    ----------
    name
        The voice, in the words of a reader.
    rows
        The row numbers of the relations that rest on it alone.
    relation_count
        How many relations are part of edges.
    """

    name: str
    rows: NDArray[np.int64]
    relation_count: int

    @property
    def share(self) -> float:
        """The share of the relations that rest on it alone."""
        return len(self.rows) / self.relation_count


def find_carrying_voice(network: Selection) -> CarryingVoice | None:
    """Return the voice on which most relations rest alone; None where none rests on one alone.

    Examples
    --------
    >>> import graph
    >>> find_carrying_voice(graph.load_example()).share
    1.0
    """
    import numpy as np

    columns, rows = network.columns, find_edge_relations(network).rows
    cells = columns.relations.cells("reference")
    if not len(rows) or len(unique_values(cells)) > MOST_CELLS:
        return None
    numbers: dict[str, int] = {}

    def number_voice(cell: str) -> int:
        voices = list_voices(columns.voices, _read_references(columns, cell))
        return numbers.setdefault(voices[0], len(numbers)) if len(voices) == 1 else NONE

    voices = as_array(map_values(cells, number_voice), np.int64)[rows]
    counts = np.bincount(voices[voices != NONE], minlength=1)
    if not counts.max():
        return None
    most = int(counts.argmax())
    name = next(name for name, number in numbers.items() if number == most)
    return CarryingVoice(_name_voice(columns, name), rows[voices == most], len(rows))


def describe_carrying_voice(
    network: Selection,
    results: Mapping[str, Scores],
    projection: Projection = Projection(),  # noqa: B008 - a frozen value
    options: MeasureOptions = MeasureOptions(),  # noqa: B008
) -> dict[str, str]:
    """Return by measure how its ranks hang on one voice; no entry where they do not.

    Parameters
    ----------
    results
        By measure the score of each row.
    projection, options
        How the measures were computed.

    Examples
    --------
    >>> import graph
    >>> describe_carrying_voice(graph.load_example(), {"degree": {}})["degree"].split(",")[0]
    'all 232 relations rest on one voice alone'
    """
    voice = find_carrying_voice(network)
    if voice is None or voice.share < LEAST_SHARE:
        return {}
    if voice.share == 1:
        text = f"all {voice.relation_count:,} relations rest on one voice alone"
        return dict.fromkeys(results, f"{text}, {voice.name}: ranks follow what it tells.")
    count = f"{len(voice.rows):,} of {voice.relation_count:,} relations"
    if len(network.actor_numbers) > MOST_ACTORS or voice.relation_count > MOST_RELATIONS:
        text = f"{count} rest on one voice alone, {voice.name}: ranks may follow what it tells."
        return dict.fromkeys(results, text) if voice.share > 1 / 2 else {}
    without = f"without the {count} that rest on one voice alone, {voice.name},"
    changes = _compare_first(network, voice, results, projection, options)
    return {measure: f"{without} {change}" for measure, change in changes.items()}


def _compare_first(
    network: Selection,
    voice: CarryingVoice,
    results: Mapping[str, Scores],
    projection: Projection,
    options: MeasureOptions,
) -> dict[str, str]:
    """Return by measure who would be first without a voice, where nobody of now would be."""
    import numpy as np

    rest = np.setdiff1d(to_row_array(network.relation_numbers), voice.rows).tolist()
    rest_options = MeasureOptions(options.exact, options.seed, workers=options.workers)
    without = compute_scores_by_row(
        replace(network, relation_numbers=rest), [*results], projection, rest_options
    )
    changes = {}
    for measure, scores in without.scores.items():
        chosen = choose_projection(measure, projection)
        first_now = _list_first(measure, chosen, results[measure])
        first_then = _list_first(measure, chosen, scores)
        if first_now and first_then and not set(first_now) & set(first_then):
            now, then = (
                shorten(network.columns.actor(rows[0]).name, LONGEST_NAME)
                for rows in (first_now, first_then)
            )
            changes[measure] = f"{then} would be first, not {now}."
    return changes


def _list_first(measure: str, projection: Projection, scores: Scores) -> list[int]:
    """Return the rows of the actors with the highest score."""
    rounded = round_scores(measure, projection, scores.values())
    highest = max(rounded, default=0)
    return [row for row, score in zip(scores, rounded, strict=True) if score == highest]


def _read_references(columns: Columns, cell: str) -> list[Reference]:
    return [columns.sources.get(part, part) for part in split_cell(cell)]


def _name_voice(columns: Columns, voice: str) -> str:
    """Return a voice, as `graph.data.voices` writes it, in the words of a reader."""
    kind, _, name = voice.partition(" ")
    source = columns.sources.get(name) if kind == "source" else None
    title = source.title or name if source else name
    return title if kind == "host" else f'"{shorten(title, LONGEST_NAME)}"'
