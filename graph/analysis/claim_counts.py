"""Count the relations that are inferred, alleged, contested, not rated, not dated, or unsourced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.data.claims import find_standings, get_claim
from graph.data.counts import format_count
from graph.data.dictionary_column import iter_values
from graph.data.sentences import join_phrases

if TYPE_CHECKING:
    from graph.select.selection import Selection


@dataclass(frozen=True)
class ClaimCounts:
    """How many relations there are, and how many of them are thinly supported.

    Parameters
    ----------
    relation_count
        How many relations there are, those that dispute others, too.
    inferred_count, alleged_count
        How many are inferred by the author of the row, or alleged by somebody.
    unrated_count
        How many have no confidence.
    undated_count
        How many have neither a start nor an end.
    unsourced_count
        How many cite nothing.
    contested_count
        How many speak of something that another row contradicts.
    """

    relation_count: int
    inferred_count: int
    alleged_count: int
    unrated_count: int
    undated_count: int
    unsourced_count: int
    contested_count: int

    @property
    def sentence(self) -> str:
        """The counts in one sentence; those of which there are none are named together.

        Examples
        --------
        >>> ClaimCounts(40, 10, 0, 4, 1, 0, 0).sentence
        'Of 40 relations, 10 (25 %) are inferred, 4 (10 %) are not rated and 1 (2 %) is not dated; \
none is alleged, without a source or about a contested claim.'
        """
        if not self.relation_count:
            return "There is no relation."
        counts = self._list_counts()
        some = [self._describe(count, words) for words, count in counts if count]
        rest = [words for words, count in counts if not count]
        none = f"none is {' or '.join(filter(None, [', '.join(rest[:-1]), *rest[-1:]]))}"
        head = f"Of {format_count(self.relation_count, 'relation')}, "
        return f"{head}{'; '.join(filter(None, [join_phrases(some), none if rest else '']))}."

    def _list_counts(self) -> Sequence[tuple[str, int]]:
        return (
            ("inferred", self.inferred_count),
            ("alleged", self.alleged_count),
            ("not rated", self.unrated_count),
            ("not dated", self.undated_count),
            ("without a source", self.unsourced_count),
            ("about a contested claim", self.contested_count),
        )

    def _describe(self, count: int, words: str) -> str:
        share = round(100 * count / self.relation_count)
        return f"{count:,} ({share or '<1'} %) {'is' if count == 1 else 'are'} {words}"


def count_claims(network: Selection) -> ClaimCounts:
    """Count the relations of a network that are thinly supported, a row each.

    Parallel and disputing rows count, too; direction and weight do not.

    Examples
    --------
    >>> import graph
    >>> counts = count_claims(graph.load_example())
    >>> counts.relation_count, counts.alleged_count, counts.unsourced_count
    (235, 2, 0)
    """
    columns, rows = network.columns, network.relation_numbers
    table = columns.relations
    bases = list(iter_values(columns.bases, rows))
    starts, ends = (iter_values(table.cells(name), rows) for name in ("start", "end"))
    standings = find_standings(columns, rows)
    return ClaimCounts(
        len(rows),
        bases.count("inferred"),
        bases.count("alleged"),
        sum(value is None for value in iter_values(columns.confidences, rows)),
        sum(not start and not end for start, end in zip(starts, ends, strict=True)),
        sum(not cell.strip() for cell in iter_values(table.cells("reference"), rows)),
        sum(standings[get_claim(columns, row)] == "contested" for row in rows),
    )
