"""Write a count with its noun: 1 relation, 1,234 relations."""

from __future__ import annotations


def format_count(count: int, noun: str) -> str:
    """Return a count and its noun, in the plural unless the count is 1.

    Examples
    --------
    >>> format_count(1, "path"), format_count(1234, "path")
    ('1 path', '1,234 paths')
    """
    return f"{count:,} {noun}{'s' * (count != 1)}"


def format_share(count: int, total: int, noun: str) -> str:
    """Return how many of a total are so, with the verb: it is singular where either count is 1.

    Examples
    --------
    >>> format_share(0, 1, "triangle"), format_share(2, 3, "triangle")
    ('0 of 1 triangle is', '2 of 3 triangles are')
    """
    return f"{count:,} of {format_count(total, noun)} {'is' if 1 in (count, total) else 'are'}"


def describe_listed(count: int) -> str:
    """Return how many of the first are listed, where there are more.

    Examples
    --------
    >>> describe_listed(1), describe_listed(1234)
    ('The first is listed.', 'The first 1,234 are listed.')
    """
    return "The first is listed." if count == 1 else f"The first {count:,} are listed."


def format_percent(share: float, decimals: int = 0) -> str:
    """Return a share as a percentage.

    Examples
    --------
    >>> format_percent(0.5), format_percent(0.071, 1)
    ('50 %', '7.1 %')
    """
    return f"{100 * share:.{decimals}f} %"
