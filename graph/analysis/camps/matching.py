"""Match the camps of two divisions: which camp of one is which camp of the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence


def match_camps(
    before: Sequence[Collection[str]], after: Sequence[Collection[str]]
) -> Mapping[int, int]:
    """Return for each later camp the earlier one with which it shares the most actors.

    Each earlier camp is taken once; a later camp that shares nobody with one that is free is left
    out.

    Parameters
    ----------
    before, after
        The ids of the members of each camp.

    Examples
    --------
    >>> dict(match_camps([{"a", "b"}, {"c"}], [{"c", "d"}, {"a"}, {"e"}]))
    {0: 1, 1: 0}
    """
    shared = [
        (-len(set(later) & set(earlier)), index, number)
        for index, later in enumerate(after)
        for number, earlier in enumerate(before)
    ]
    matched: dict[int, int] = {}
    for overlap, index, number in sorted(shared):
        if overlap and index not in matched and number not in matched.values():
            matched[index] = number
    return dict(sorted(matched.items()))
