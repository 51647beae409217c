"""Text of the data as every face shows it: nothing in it may hide, reorder or command."""

from __future__ import annotations

import re

BREAKS = "\r\n|[\n\t\u2028\u2029]"
# Controls, lone surrogates, soft hyphen, marks and overrides of direction, zero width, letters and
# patterns that are blank, tags. ZWJ and ZWNJ (U+200C, U+200D) stay: Persian and emoji need them.
# As in core/text.js of the page.
UNSEEN = (
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060"
    "\u2066-\u2069\u2800\u3164\ufeff\uffa0\U000e0000-\U000e007f\ud800-\udfff]"
)


def visible(text: str) -> str:
    r"""Return the text on one line, with whatever hides or reorders text shown as U+FFFD.

    Examples
    --------
    >>> visible("one\ntwo"), visible("\x1b[2Jevil") == "\N{REPLACEMENT CHARACTER}[2Jevil"
    ('one two', True)
    """
    if text.isascii() and text.isprintable():  # no character of the two patterns is both
        return text
    return re.sub(UNSEEN, "\N{REPLACEMENT CHARACTER}", re.sub(BREAKS, " ", text))
