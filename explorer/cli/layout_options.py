"""The options that say which saved layout is used: a file, the one beside the data, or none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from explorer.cli.parameters import require_value
from graph.data.file_names import LAYOUT_FILE

Command = Callable[..., None]


def layout_options(contents: str) -> Callable[[Command], Command]:
    """Return what adds ``--layout`` and ``--no-layout`` to a command, as one argument ``layout``.

    The argument is a file, True for the layout beside the data if there is one, or False for none.

    Parameters
    ----------
    contents
        What of the layout the command uses, for the help.
    """

    def add(command: Command) -> Command:
        @click.option(
            "--layout",
            metavar="FILE",
            type=click.Path(),
            callback=require_value("a file", LAYOUT_FILE),
            help=f"{contents} that the page saved.  [default: {LAYOUT_FILE} beside the data]",
        )
        @click.option(
            "--no-layout",
            is_flag=True,
            help=f"Do not read the {LAYOUT_FILE} beside the data.",
        )
        @wraps(command)
        def wrapper(
            *args: Any,  # noqa: ANN401 - the command's own
            layout: str | None,
            no_layout: bool,
            **options: Any,  # noqa: ANN401 - likewise
        ) -> None:
            if layout and no_layout:
                raise click.UsageError("--layout and --no-layout exclude each other.")
            command(*args, layout=layout or not no_layout, **options)

        return wrapper

    return add
