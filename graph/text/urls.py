"""Check web addresses: which of them may become links, and which texts only look like one."""

from __future__ import annotations

import re

from graph.data.cell_test import CellTest
from graph.text.invisible import JOINERS, find_invisible

PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?#][!-\[\]-{}~]*)?")
"""Most addresses; a text that matches is one, without a bar, which parts those of a cell."""
ADDRESS = CellTest(PLAIN_ADDRESS.pattern, whole=True)
"""Picks the texts that may be no addresses."""
ADDRESSES = CellTest(rf"{PLAIN_ADDRESS.pattern}(?: *\| *{PLAIN_ADDRESS.pattern})*", whole=True)
"""Picks the cells of which a part may be no address."""
SCHEMES = (
    "about|blob|chrome|data|file|filesystem|ftps?|https?|intent|jar|mailto|mhtml|resource|sftp|smb"
    "|ssh|view-source|wss?"
)
ADDRESS_START = re.compile(
    # "Data: a survey" and "doi:10.1000/x" are text; "javascript :" is a script.
    rf"(?:java|vb|live)script\s*:|(?:{SCHEMES}):(?:\S|\s*//)|[a-z][a-z0-9+.-]*://",
    re.IGNORECASE,
)


def parse_web_address(text: str) -> str | None:
    """Return the text if it is an http or https address without credentials, else None.

    Examples
    --------
    >>> parse_web_address("https://example.org/a")
    'https://example.org/a'
    >>> parse_web_address("javascript:alert(1)"), parse_web_address("https://bank@example.org")
    (None, None)
    """
    if PLAIN_ADDRESS.fullmatch(text):
        return text
    from urllib.parse import urlsplit

    if re.search(r"[\s\\]", text) or find_invisible(text, JOINERS):
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return None
    return text


def looks_like_address(text: str) -> bool:
    r"""Return whether a text begins like an address of any scheme.

    Examples
    --------
    >>> [looks_like_address(text) for text in ("http:/x", "java\tscript:x", "x-app://open")]
    [True, True, True]
    >>> [looks_like_address(text) for text in ("Reuters: a report", "doi:10.1000/x", "Data: 2021")]
    [False, False, False]
    """
    hidden = dict.fromkeys(map(ord, find_invisible(text)))
    return bool(ADDRESS_START.match(text.translate(hidden).lstrip()))
