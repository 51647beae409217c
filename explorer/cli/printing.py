"""Printing: answers to stdout, everything else to stderr, colour only where it is wanted."""

from __future__ import annotations

import os
import sys
from typing import Literal

import click

from explorer.visible import visible

NARROWEST, WIDEST, WIDEST_TABLE = 40, 100, 400


def colour() -> bool | None:
    """Return False where colour is not wanted; else None, and a terminal alone gets it."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return False if plain else None


def answer(text: str) -> None:
    """Print an answer to stdout."""
    click.echo(text, color=colour())


def tell(text: str, *, end: bool = True) -> None:
    """Print a message to stderr."""
    try:
        click.echo(text, err=True, nl=end, color=colour())
    except OSError:  # nobody listens
        return


def error_line(text: str, severity: Literal["error", "warning"] = "error") -> str:
    """Return an error or a warning as a line."""
    paint = "red" if severity == "error" else "yellow"
    return f"{click.style(f'{severity.capitalize()}:', fg=paint, bold=True)} {visible(text)}"


def on_terminal() -> bool:
    """Tell whether stdout is a terminal."""
    return sys.stdout.isatty()


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
