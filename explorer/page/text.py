"""Text from the data, made safe to look at and to click on, as core/text.js does it."""

import re
from urllib.parse import urlsplit

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_LINE_BREAKS = re.compile("\r\n|[\n\t\u2028\u2029]")
# Controls, lone surrogates, soft hyphen, marks and overrides of direction, zero width.
# ZWJ and ZWNJ (U+200C, U+200D) stay: Persian and emoji need them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff]"
)


def visible_text(text: str) -> str:
    """Return the text on one line, with every character that hides or turns text as U+FFFD.

    Examples
    --------
    >>> visible_text("evil" + chr(0x202E) + "fdp.exe") == "evil" + REPLACEMENT + "fdp.exe"
    True
    """
    return _UNSEEN.sub(REPLACEMENT, _LINE_BREAKS.sub(" ", text))


def web_address(text: str) -> str | None:
    """Return the text if it is an http or https address without credentials, else None.

    Examples
    --------
    >>> web_address("https://example.org/a")
    'https://example.org/a'
    >>> web_address("javascript:alert(1)"), web_address("https://bank@example.org")
    (None, None)
    """
    if re.search(r"[\s\\]", text) or visible_text(text) != text:
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return None
    return text
