"""The last sentence of an error about a wrong word: the nearest word, or all of them."""

from __future__ import annotations

from collections.abc import Iterable


def suggest(word: str, choices: Iterable[str]) -> str:
    """Return a sentence with the choice nearest to a word, or with all choices.

    Examples
    --------
    >>> suggest("jsn", ["text", "json"]), suggest("xyz", ["text", "json"])
    ("Did you mean 'json'?", 'Choose text or json.')
    """
    from difflib import get_close_matches

    words = list(choices)
    nearest = get_close_matches(word.lower(), words, n=1)
    if nearest:
        return f"Did you mean {nearest[0]!r}?"
    return f"Choose {' or '.join(filter(None, [', '.join(words[:-1]), words[-1]]))}."
