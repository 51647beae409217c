"""Which references of the data may become links, as core/text.js decides it."""

import re
from urllib.parse import urlsplit

from explorer.visible import visible


def web_address(text: str) -> str | None:
    """Return the text if it is an http or https address without credentials, else None.

    Examples
    --------
    >>> web_address("https://example.org/a")
    'https://example.org/a'
    >>> web_address("javascript:alert(1)"), web_address("https://bank@example.org")
    (None, None)
    """
    if re.search(r"[\s\\]", text) or visible(text) != text:
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return None
    return text
