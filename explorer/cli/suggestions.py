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
    from graph.names.suggest import suggest_word

    words = list(choices)
    every = " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
    return suggest_word(word, words) or f"Choose {every}."
