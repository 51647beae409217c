"""Count all shortest paths by their net sign and their influence, without listing them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from graph.analysis.paths.rank import RankedPaths
from graph.analysis.paths.search import MOST_COUNTED, add_counts
from graph.analysis.paths.step_facts import NetSign, multiply_signs
from graph.data.counts import format_count


def count_signs(ranked: RankedPaths) -> Mapping[NetSign, int]:
    """Return how many of the paths have each net sign."""
    paths, facts = ranked.paths, ranked.ranking.facts
    signs: dict[int, Counter[NetSign]] = {paths.source: Counter({"+": 1})}
    for level in paths.list_levels()[:-1]:
        for node in level:
            counts = signs.pop(node)
            for after in paths.onward[node]:
                sign = facts[node, after].sign
                reached = signs.setdefault(after, Counter())
                for before, number in counts.items():
                    net_sign = multiply_signs(before, sign)
                    reached[net_sign] = add_counts(reached[net_sign], number)
    return signs[paths.target]


def count_with_influence(ranked: RankedPaths) -> tuple[int, tuple[str, ...]]:
    """Return how many paths have influence at every step, and the types of steps without it."""
    paths, ranking = ranked.paths, ranked.ranking
    counts, types = {paths.source: 1}, dict[str, None]()
    for level in paths.list_levels()[:-1]:
        for node in level:
            number = counts.pop(node, 0)
            for after in paths.onward[node]:
                if ranking.lacks_influence(node, after):
                    types.update(dict.fromkeys(ranking.facts[node, after].types))
                else:
                    counts[after] = add_counts(counts.get(after, 0), number)
    return counts.get(paths.target, 0), tuple(types)


def format_path_count(count: int, noun: str = "", *, total: int | None = None) -> str:
    """Return a count of paths in words, with "at least" where there may be more.

    Parameters
    ----------
    noun
        What is counted, in the singular; the number alone is returned without it.
    total
        The count that it was computed from; by default it is such a count itself.

    Examples
    --------
    >>> format_path_count(1, "path"), format_path_count(1234, "path"), format_path_count(2)
    ('1 path', '1,234 paths', '2')
    >>> format_path_count(MOST_COUNTED - 1, total=MOST_COUNTED)
    'at least 9,007,199,254,740,990'
    """
    is_least = (count if total is None else total) >= MOST_COUNTED
    words = format_count(count, noun) if noun else f"{count:,}"
    return f"at least {words}" if is_least else words
