"""Text of the data as every face shows it: nothing in it may hide, reorder or command."""

from __future__ import annotations

import re

BREAKS = "\r\n|[\n\t\u2028\u2029]"
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters, marks and a pattern that show nothing."""
# Joiners and variation selectors: names and emoji need them, but never three in a row.
SHAPING = "[\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]"
# Accents and vowel points: six on one letter are more than any language writes.
_STACKING = (
    "[\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]"
)
_ENDS_OF_PLANES = "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
# Controls, lone surrogates, noncharacters; all else that Unicode lets a program leave undrawn;
# marks of annotations and of hieroglyphs' places; letters and patterns that are blank.
# As in core/text.js of the page.
HIDING = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
    "\U000e01f0-\U000e0fff"
) + (BLANK + _ENDS_OF_PLANES)
"""Between brackets of a pattern, every character that hides, wherever it stands."""
INVISIBLE = f"[{HIDING}]|(?<={SHAPING}{{2}}){SHAPING}|(?<={_STACKING}{{6}}){_STACKING}"


def visible(text: str) -> str:
    r"""Return the text on one line, with whatever hides or reorders text shown as U+FFFD.

    Examples
    --------
    >>> visible("one\ntwo"), visible("\x1b[2Jevil") == "\N{REPLACEMENT CHARACTER}[2Jevil"
    ('one two', True)
    """
    if text.isascii() and text.isprintable():  # no character of the two patterns is both
        return text
    return re.sub(INVISIBLE, "\N{REPLACEMENT CHARACTER}", re.sub(BREAKS, " ", text))
