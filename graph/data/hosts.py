"""Find the host of a web address, and compare hosts whatever their spelling."""

from __future__ import annotations

import re
from unicodedata import normalize

ADDRESS = re.compile(
    r"https?://(?:[^\s/?#]*@)?(?:www\.)?([^\s/?#@:]+)(?::[0-9]*)?(?:[/?#]\S*)?", re.IGNORECASE
)
DOTS = re.compile("[.\u3002\uff0e\uff61]")
PUNYCODE = "xn--"
LONGEST_LABEL = 63


def find_host(text: str) -> str:
    """Return the host of a web address, without "www."; empty for any other text.

    Who logs in, the port and a dot at the end do not count.

    Examples
    --------
    >>> find_host("https://me@www.Example.org.:80/a"), find_host("A letter")
    ('example.org', '')
    """
    match = ADDRESS.fullmatch(text)
    return match[1].lower().rstrip(".") if match else ""


def normalize_host(host: str) -> str:
    """Return the one spelling of a host, of which the letters may be written as punycode.

    Examples
    --------
    >>> normalize_host("xn--e1afmkfd.example"), normalize_host("Пример｡example")
    ('пример.example', 'пример.example')
    """
    if host.isascii() and PUNYCODE not in host:
        return host
    labels = map(_normalize_label, DOTS.split(host))
    return ".".join(labels).rstrip(".").removeprefix("www.") or host


def _normalize_label(label: str) -> str:
    letters = normalize("NFKC", _decode_label(label)).lower()
    return normalize("NFKC", letters)


def _decode_label(label: str) -> str:
    """Return a label that is written as punycode in letters; any other, and no text, as it is."""
    if not label.lower().startswith(PUNYCODE) or len(label) > LONGEST_LABEL:
        return label
    try:
        letters = label[len(PUNYCODE) :].encode("ascii").decode("punycode")
        letters.encode()  # a half of a character is none
    except (UnicodeError, ValueError, OverflowError):
        return label
    return letters or label
