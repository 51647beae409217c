"""The table by which the page folds what a person types, as `graph.names` does."""

import unicodedata
from collections.abc import Iterable

# Latin with marks, Greek, Cyrillic, Armenian, Hebrew, Arabic; Georgian in its three alphabets.
_TYPED = (range(0x80, 0x700), range(0x10A0, 0x1100), range(0x1C90, 0x1CC0), range(0x2D00, 0x2D30))


def fold_table(names: Iterable[str]) -> dict[str, str]:
    """Return each non-ASCII character as lower-case ASCII, for every alphabet and name there is.

    Characters are as NFKC leaves them. Some fold to nothing.

    Parameters
    ----------
    names
        All actors' names and aliases; their characters are in the table whatever the script.

    Examples
    --------
    >>> table = fold_table(["明斯克"])
    >>> table["Ł"], table["ж"], table["ß"], table["明"]
    ('l', 'zh', 'ss', 'ming')
    """
    from anyascii import anyascii

    named = {char for name in names for char in unicodedata.normalize("NFKC", name)}
    typed = {char for block in _TYPED for char in map(chr, block) if _survives(char)}
    return {char: anyascii(char).lower() for char in sorted(typed | named) if not char.isascii()}


def _survives(char: str) -> bool:
    """Tell whether a character exists, and is still itself after NFKC."""
    return unicodedata.category(char) != "Cn" and unicodedata.is_normalized("NFKC", char)
