"""Make text of the data visible: characters that hide or reorder text are replaced."""

from __future__ import annotations

import re

BREAKS = "\r\n|[\n\t\u2028\u2029]"
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters, marks and a braille pattern that are blank."""
# Joiners and variation selectors. Names and emoji need them, but never three in a row.
SHAPING = "[\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]"
# Accents and vowel points. No language writes six on one letter.
_STACKING = (
    "[\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]"
)
_ENDS_OF_PLANES = "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
# Controls, lone surrogates and noncharacters; all other characters that Unicode calls default
# ignorable; marks of annotations and of hieroglyphs; blank letters and patterns.
# As in core/text.js of the page.
HIDING = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
    "\U000e01f0-\U000e0fff"
) + (BLANK + _ENDS_OF_PLANES)
"""Every character that is invisible anywhere, for the brackets of a pattern."""
INVISIBLE = f"[{HIDING}]|(?<={SHAPING}{{2}}){SHAPING}|(?<={_STACKING}{{6}}){_STACKING}"


PLAIN = "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]*"
"""Texts in common letters, none of them hiding: the long pattern is made for other ones alone."""


def visible(text: str) -> str:
    r"""Return a text on one line, with characters that hide or reorder text shown as U+FFFD.

    Examples
    --------
    >>> visible("one\ntwo"), visible("\x1b[2Jevil") == "\N{REPLACEMENT CHARACTER}[2Jevil"
    ('one two', True)
    """
    if re.fullmatch(PLAIN, text):  # the two patterns match no such character
        return text
    return re.sub(INVISIBLE, "\N{REPLACEMENT CHARACTER}", re.sub(BREAKS, " ", text))
