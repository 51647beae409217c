"""The option ``--limit`` of commands that list all that they find."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from explorer.cli.parameters import Count

DEFAULT_LIMIT, MAX_LIMIT = 100, 10_000
F = TypeVar("F", bound=Callable[..., object])


def make_limit_option(listed: str) -> Callable[[F], F]:
    """Return the option for a command that lists actors, or whatever else it finds."""
    return click.option(
        "--limit",
        type=Count(1, MAX_LIMIT),
        default=DEFAULT_LIMIT,
        metavar="N",
        help=f"List at most N {listed}, 1 to {MAX_LIMIT:,}.  [default: {DEFAULT_LIMIT}]",
    )
