"""Printing: answers to stdout, messages to stderr, colour only where it is wanted."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

import click

from graph.text.safe import visible

if TYPE_CHECKING:
    from graph.errors import Severity

NARROWEST, WIDEST, WIDEST_TABLE = 40, 100, 400


def prepare_streams() -> None:
    """Make every character printable: in UTF-8, or as an escape where a terminal lacks it.

    Files and pipes receive the same bytes on every system and in every locale.
    """
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if is_terminal(stream):
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def _open_closed_streams() -> None:
    """Open the null device for closed streams; else the next file would get their number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is open and a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def get_colour() -> bool | None:
    """Return False where colour is not wanted; else None, for colour on a terminal only."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return False if plain else None


def print_answer(text: str, *, end: bool = True) -> None:
    """Print an answer to stdout; on a terminal in a pager, if it is longer.

    Without an end it is a file or a script, which no pager shows.
    """
    if end and is_stdout_terminal() and is_terminal(sys.stdin):
        from explorer.cli.pager import page_text

        colour = get_colour()
        if page_text(click.unstyle(text) if colour is False else text):
            return
    click.echo(text, file=sys.stdout, nl=end, color=get_colour())


def print_bytes(data: bytes) -> None:
    """Write a binary answer to stdout."""
    click.echo(data, file=sys.stdout.buffer, nl=False)


def print_message(text: str, *, end: bool = True) -> None:
    """Print a message to stderr."""
    try:
        click.echo(text, file=sys.stderr, err=True, nl=end, color=get_colour())
    except OSError:  # the reader of stderr is gone
        discard_output(sys.stderr)


def discard_output(stream: TextIO) -> None:
    """Discard what a stream still buffers; Python would fail to flush it at exit."""
    try:
        number = stream.fileno()
    except OSError:  # a stream in memory, without a file
        return
    null_device = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null_device, number)
    os.close(null_device)


def format_problem_line(text: str, severity: Severity = "error") -> str:
    """Return an error, a warning or a note as a line, with the severity in colour."""
    paint = {"error": "red", "warning": "yellow", "note": "cyan"}[severity]
    return f"{click.style(f'{severity.capitalize()}:', fg=paint, bold=True)} {visible(text)}"


def is_stdout_terminal() -> bool:
    """Return whether stdout is a terminal."""
    return is_terminal(sys.stdout)


def can_draw_blocks() -> bool:
    """Return whether stdout can encode the block characters that bars are drawn with."""
    try:
        "█▏".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def get_terminal_width(widest: int = WIDEST) -> int | None:
    """Return the width for an answer in columns; None, for no limit, when it is piped."""
    if not is_stdout_terminal():
        return None
    given = os.environ.get("COLUMNS", "")
    try:
        columns = int(given) if given.isdecimal() else os.get_terminal_size(1).columns
    except OSError:
        columns = 80
    return min(max(columns, NARROWEST), widest)


def print_rich(renderable: object) -> None:
    """Print a rich renderable; square brackets in it are not read as markup."""
    from rich.console import Console

    console = Console(
        markup=False,
        highlight=False,
        emoji=False,
        width=get_terminal_width(WIDEST_TABLE),
        color_system=None if get_colour() is False else "auto",
    )
    with console.capture() as capture:
        console.print(renderable)
    print_answer(capture.get().removesuffix("\n"))
