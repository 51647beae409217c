"""How many independent voices a step rests on, and how credible it is.

Relations that rest on one voice are one testimony: the best of them counts. Independent ones make a
step more credible: the chance that all of them are wrong is the product of the chances that each
is. An unrated relation counts as 0.5, and what cites nothing is one testimony.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from graph.data.columns import Columns
from graph.data.dictionary_column import DictionaryColumn
from graph.data.lazy_sequence import LazySequence
from graph.data.voices import list_voices

CERTAIN = 1_000_000  # millionths
UNRATED = 500_000
NO_SOURCE = frozenset({""})


class Merits:
    """The voices and the confidence of the relations of steps; each cell is read once.

    Parameters
    ----------
    columns
        The data.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._cells = columns.relations.cells("reference")
        self._voices: dict[str, frozenset[str]] = {}

    @cached_property
    def _millionths(self) -> Sequence[int]:
        """The confidence of every relation; of many relations each value is converted once."""
        confidences = self._columns.confidences
        if isinstance(confidences, DictionaryColumn):
            return DictionaryColumn(list(map(to_millionths, confidences.values)), confidences.codes)
        return LazySequence(confidences, to_millionths)

    def count_voices(self, rows: Sequence[int]) -> int:
        """Return on how many independent voices relations rest."""
        return len(self.list_voices(rows))

    def list_voices(self, rows: Sequence[int]) -> frozenset[str]:
        """Return the voices on which relations rest, as far as they assert something."""
        asserting = self._list_asserting(rows)
        if len(asserting) == 1:
            return self._list_voices_of(asserting[0])
        return frozenset[str]().union(*map(self._list_voices_of, asserting))

    def combine_confidences(self, rows: Sequence[int]) -> int:
        """Return the confidence of relations together, in millionths; one of them asserts."""
        if len(rows) == 1:
            return self._millionths[rows[0]]
        asserting = self._list_asserting(rows)
        stated = [self._millionths[row] for row in asserting]
        if len(stated) == 1 or CERTAIN in stated:
            return max(stated)  # whoever says so: voices are slow to read
        voices = (self._list_voices_of(row) or NO_SOURCE for row in asserting)
        return combine(zip(voices, stated, strict=True))

    def rate_at_most(self, rows: Sequence[int]) -> int:
        """Return what `combine_confidences` is at most, without reading voices."""
        if len(rows) == 1:
            return self._millionths[rows[0]]
        millionths = self._millionths
        stated = [millionths[row] for row in self._list_asserting(rows)]
        if CERTAIN in stated:
            return CERTAIN
        return _combine_independent(stated)

    def _list_asserting(self, rows: Sequence[int]) -> Sequence[int]:
        if not self._columns.has_disputes:
            return rows
        disputes = self._columns.disputes
        return [row for row in rows if not disputes[row]]

    def _list_voices_of(self, row: int) -> frozenset[str]:
        cell = self._cells[row]
        if cell not in self._voices:
            columns = self._columns
            self._voices[cell] = frozenset(list_voices(columns.voices, columns.references(cell)))
        return self._voices[cell]


def combine(testimonies: Iterable[tuple[frozenset[str], int]]) -> int:
    """Return the confidence of testimonies together, in millionths, rounded.

    Parameters
    ----------
    testimonies
        Of each the voices that it rests on, and its confidence in millionths.

    Examples
    --------
    >>> one, other = frozenset({"a"}), frozenset({"b"})
    >>> combine([(one, 500_000), (one, 800_000)]), combine([(one, 500_000), (other, 800_000)])
    (800000, 900000)
    """
    groups: list[tuple[frozenset[str], int]] = []
    for voices, confidence in testimonies:
        dependent = [group for group in groups if group[0] & voices]
        groups = [group for group in groups if not group[0] & voices]
        joined = voices.union(*(group[0] for group in dependent))
        groups.append((joined, max(confidence, *(group[1] for group in dependent), 0)))
    return _combine_independent(confidence for _, confidence in groups)


def _combine_independent(confidences: Iterable[int]) -> int:
    doubt = CERTAIN
    for confidence in sorted(confidences):
        doubt = (doubt * (CERTAIN - confidence) + CERTAIN // 2) // CERTAIN
    return CERTAIN - doubt


def to_millionths(confidence: float | None) -> int:
    """Return a confidence as a whole number; an unrated one counts half.

    Examples
    --------
    >>> to_millionths(0.8), to_millionths(None)
    (800000, 500000)
    """
    return UNRATED if confidence is None else int(confidence * 1_000_000 + 0.5)
