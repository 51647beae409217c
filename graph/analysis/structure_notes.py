"""What signs, mutual types and relations that are part of no edge mean for a network's figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

REASONS = {
    "disputed": ("it only disputes a claim", "they only dispute claims"),
    "loops": ("it joins an actor to itself", "they join an actor to itself"),
    "signs": ("it has another sign", "they have other signs"),
}


def format_count(number: int, noun: str) -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> format_count(1, "edge"), format_count(1234, "edge")
    ('1 edge', '1,234 edges')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"


def describe_negative(counts: Mapping[str, int]) -> Iterator[str]:
    """Yield that negative relations count, if there are any, and how to leave them out.

    Examples
    --------
    >>> print(*describe_negative({"opposes": 3}))
    Relations of a negative sign count as edges like any other: opposes 3. The option signs \
(not_negative) leaves them out.
    """
    if counts:
        listed = ", ".join(f"{name} {count:,}" for name, count in counts.items())
        sentence = f"Relations of a negative sign count as edges like any other: {listed}."
        yield f"{sentence} The option signs (not_negative) leaves them out."


def describe_mutual(count: int) -> Iterator[str]:
    """Yield how many relations run both ways, if any do.

    Examples
    --------
    >>> print(*describe_mutual(2))
    2 relations are of mutual types and run both ways, which raises reciprocity.
    """
    if count:
        verbs = ("is", "runs") if count == 1 else ("are", "run")
        what = f"{format_count(count, 'relation')} {verbs[0]} of mutual types"
        yield f"{what} and {verbs[1]} both ways, which raises reciprocity."


def describe_left_out(counts: Mapping[str, int]) -> Iterator[str]:
    """Yield how many relations are part of no edge, for each reason in `REASONS`.

    Examples
    --------
    >>> print(*describe_left_out({"disputed": 1, "loops": 0}))
    1 relation is left out: it only disputes a claim.
    """
    for reason, count in counts.items():
        if count:
            verb = "is" if count == 1 else "are"
            why = REASONS[reason][count > 1]
            yield f"{format_count(count, 'relation')} {verb} left out: {why}."
