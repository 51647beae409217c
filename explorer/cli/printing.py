"""Printing: answers to stdout, everything else to stderr, colour only where it is wanted."""

from __future__ import annotations

import io
import os
import sys
from typing import Literal, TextIO

import click

from graph.text.safe import visible

NARROWEST, WIDEST, WIDEST_TABLE = 40, 100, 400


def prepare_streams() -> None:
    """Make every letter printable: in UTF-8, or on a terminal of few letters as an escape.

    What goes into a file or a pipe is the same bytes on every system, whatever the locale.
    """
    _occupy_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if is_terminal(stream):
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def _occupy_closed() -> None:
    """Lead closed streams nowhere: else the next file opened would take their place."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is there, and a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def colour() -> bool | None:
    """Return False where colour is not wanted; else None, and a terminal alone gets it."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return False if plain else None


def answer(text: str, *, end: bool = True) -> None:
    """Print an answer to stdout."""
    click.echo(text, file=sys.stdout, nl=end, color=colour())


def answer_bytes(data: bytes) -> None:
    """Write an answer that is no text to stdout."""
    click.echo(data, file=sys.stdout.buffer, nl=False)


def tell(text: str, *, end: bool = True) -> None:
    """Print a message to stderr."""
    try:
        click.echo(text, file=sys.stderr, err=True, nl=end, color=colour())
    except OSError:  # nobody listens
        discard(sys.stderr)


def discard(stream: TextIO) -> None:
    """Send what a stream still holds nowhere: Python would try once more as it ends, and fail."""
    try:
        number = stream.fileno()
    except OSError:  # a stream of Python's own, which leads to no file
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def error_line(text: str, severity: Literal["error", "warning"] = "error") -> str:
    """Return an error or a warning as a line."""
    paint = "red" if severity == "error" else "yellow"
    return f"{click.style(f'{severity.capitalize()}:', fg=paint, bold=True)} {visible(text)}"


def on_terminal() -> bool:
    """Tell whether stdout is a terminal."""
    return is_terminal(sys.stdout)


def draws_blocks() -> bool:
    """Tell whether stdout knows the blocks that bars are drawn with."""
    try:
        "█▏".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def terminal_width(widest: int = WIDEST) -> int | None:
    """Return how many columns an answer may take: None, for no limit, when it is piped."""
    if not on_terminal():
        return None
    given = os.environ.get("COLUMNS", "")
    try:
        columns = int(given) if given.isdecimal() else os.get_terminal_size(1).columns
    except OSError:
        columns = 80
    return min(max(columns, NARROWEST), widest)


def print_rich(renderable: object) -> None:
    """Print to a terminal what rich renders; nothing in it is read as markup."""
    from rich.console import Console

    console = Console(
        markup=False,
        highlight=False,
        emoji=False,
        width=terminal_width(WIDEST_TABLE),
        color_system=None if colour() is False else "auto",
    )
    console.print(renderable)
