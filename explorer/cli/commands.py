"""A group of commands that are imported when asked for, and that end in one exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from explorer.cli.exits import Interrupted, exit_code

COMPLETION = "_EXPLORE_COMPLETE"


class Commands(click.Group):
    """Commands by name, each in the module of its name.

    Parameters
    ----------
    commands_told
        Each command's name and what it does in one line, in the order of the help.
    package
        Where the modules are; the command in module ``a`` is called ``a_command``.
    """

    def __init__(
        self, *args: Any, commands_told: Mapping[str, str], package: str, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.commands_told = commands_told
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names in the order of the help."""
        return [*self.commands_told, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in self.commands_told:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"{self.package}.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.commands_told.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names; offer the nearest to a misspelt one."""
        if args and not ctx.resilient_parsing and args[0] not in self.list_commands(ctx):
            ctx.fail(f"There is no command {args[0]!r}. {self._nearest(args[0])}")
        return super().resolve_command(ctx, args)

    def _nearest(self, word: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(word.lower(), self.commands_told, n=1)
        return f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(self.commands_told)}."

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an interrupt keeps its own exit code."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Interrupted from None

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command line, tell what went wrong in one line, and end the process."""
        if COMPLETION in os.environ:
            from explorer.cli.shell import completed

            sys.exit(completed(self, os.environ[COMPLETION]))
        run = super().main
        sys.exit(exit_code(lambda: run(*args, **{**options, "standalone_mode": False})))
