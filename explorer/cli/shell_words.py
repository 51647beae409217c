"""Read the words of an unfinished shell command line, and quote words for bash."""

from __future__ import annotations

import re
from typing import NamedTuple

BLANKS = " \t\n"
OPERATORS = frozenset("<>;|&()")
# What a shell replaces, also between double quotes.
EXPANDS = {"bash": "$`", "zsh": "$`", "fish": "$"}
# What a backslash takes the meaning from between quotes; elsewhere it does so from any character.
ESCAPED = {
    "bash": {"'": "", '"': '\\"$`'},
    "zsh": {"'": "", '"': '\\"$`'},
    "fish": {"'": "\\'", '"': '\\"$'},
}
NEEDS_BACKSLASH = re.compile(r"[^\w%+=:,./@\-\x80-\U0010ffff]|\s")


class ShellWord(NamedTuple):
    """A word of a command line.

    Parameters
    ----------
    raw
        The word as it is typed.
    text
        The word as the program gets it.
    quote
        The quote that is still open at its end; empty for none.
    is_plain
        Whether the shell takes the word as it is: it has no variable, command or operator in it.
    """

    raw: str
    text: str
    quote: str = ""
    is_plain: bool = True


def split_line(line: str, shell: str = "bash") -> list[ShellWord]:
    r"""Return the words of a command line, the last of which is still being typed.

    Examples
    --------
    >>> [word.text for word in split_line(r"explore show North\ B")]
    ['explore', 'show', 'North B']
    >>> split_line('explore show "North B')[-1]
    ShellWord(raw='"North B', text='North B', quote='"', is_plain=True)
    >>> split_line("explore show ")[-1].text, split_line("explore $(date)")[1].is_plain
    ('', False)
    """
    words: list[ShellWord] = []
    while line or not words:
        word = read_word(line.lstrip(BLANKS), shell)
        words.append(word)
        line = line.lstrip(BLANKS)[len(word.raw) :]
    return words


def read_word(line: str, shell: str = "bash") -> ShellWord:
    """Return the word with which a command line begins."""
    text, quote, is_plain = "", "", True
    end = 0
    while end < len(line):
        letter = line[end]
        following = line[end + 1 : end + 2]
        end += 1
        if not quote and letter in BLANKS:
            end -= 1
            break
        if letter == "\\" and (not quote or (following and following in ESCAPED[shell][quote])):
            text += following
            end += len(following)
        elif letter == quote:
            quote = ""
        elif not quote and letter in "'\"":
            quote = letter
        else:
            text += letter
            is_plain &= not _has_meaning(letter, quote, shell)
    return ShellWord(line[:end], text, quote, is_plain)


def _has_meaning(letter: str, quote: str, shell: str) -> bool:
    """Return whether a shell takes a letter for more than itself."""
    return quote != "'" and (letter in EXPANDS[shell] or (not quote and letter in OPERATORS))


def quote_for_bash(value: str, head: str = "") -> str | None:
    r"""Return a word so that bash takes it as it is, without the part that stays on the line.

    Where a quote is open, the answer begins with that quote and ends with it, since readline
    replaces a quote by the same quote. An exclamation mark stays out of double quotes: the history
    reads it there.

    Parameters
    ----------
    value
        The whole word.
    head
        What is typed of the word and stays on the line: up to a quote that is open, or up to a
        character at which readline breaks words, such as a colon.

    Returns
    -------
    str or None
        None when the word cannot be completed to the value.

    Examples
    --------
    >>> print(quote_for_bash("Bo`./a` Ek"), quote_for_bash("it's", "'"))
    Bo\`./a\`\ Ek 'it'\''s'
    >>> print(quote_for_bash("$HOME!", '"'), quote_for_bash("a:b c", "a:"))
    "\$HOME"'!'"" b\ c
    """
    if not head:
        return _escape(value)
    typed = read_word(head)
    if not typed.is_plain or not value.startswith(typed.text):
        return None
    rest = value[len(typed.text) :]
    if typed.quote == "'":
        return "'" + rest.replace("'", "'\\''") + "'"
    if typed.quote == '"':
        return _quote_twice(rest)
    return _escape(rest)


def _escape(text: str) -> str:
    return NEEDS_BACKSLASH.sub(r"\\\g<0>", text)


def _quote_twice(text: str) -> str:
    """Return a text between double quotes."""
    parts = re.sub(r'[\\"$`]', r"\\\g<0>", text).split("!")
    quoted = "\"'!'\"".join(parts)
    return f'"{quoted}"'
