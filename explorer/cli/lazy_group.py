"""A group of commands that are imported when asked for, and that end in one exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, ClassVar

import click

from explorer.cli.exit_codes import Interrupted, exit_code
from explorer.cli.printing import prepare_streams

COMPLETION = "_EXPLORE_COMPLETE"
HELP_OPTIONS = ["-h", "--help"]


class Command(click.Command):
    """A command whose help ends with examples that work.

    Parameters
    ----------
    examples
        Command lines.
    """

    def __init__(self, *args: Any, examples: Sequence[str] = (), **options: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **options)
        self.examples = tuple(examples)

    def get_help_option_names(self, _: click.Context) -> list[str]:
        """Return the options that tell the help."""
        return HELP_OPTIONS

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below the options, unwrapped, so that they can be copied."""
        formatter.write("\nExamples:\n")
        for example in self.examples:
            formatter.write(f"  {example}\n")
        super().format_epilog(ctx, formatter)


class Commands(click.Group):
    """Commands by name, each in the module of its name."""

    told: ClassVar[Mapping[str, str]] = {}
    """Each command's name and what it does in one line, in the order of the help."""

    package: ClassVar[str] = ""
    """Where the modules are; the command in module ``a`` is called ``a_command``."""

    def get_help_option_names(self, _: click.Context) -> list[str]:
        """Return the options that tell the help."""
        return HELP_OPTIONS

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names in the order of the help."""
        return [*self.told, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in self.told:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"{self.package}.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.told.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names; offer the nearest to a misspelt one."""
        if args and not ctx.resilient_parsing and args[0] not in self.list_commands(ctx):
            ctx.fail(f"There is no command {args[0]!r}. {self._nearest(args[0])}")
        return super().resolve_command(ctx, args)

    def _nearest(self, word: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(word.lower(), self.told, n=1)
        return f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(self.told)}."

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own
        """Run the command; an interrupt keeps its own exit code."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Interrupted from None

    def main(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - click's own
        """Run the command line, tell what went wrong in one line, and end the process."""
        prepare_streams()
        if os.environ.get(COMPLETION):
            from explorer.cli.completion_values import completed

            sys.exit(completed(self, COMPLETION, os.environ[COMPLETION]))
        run = super().main
        sys.exit(exit_code(lambda: run(*args, **{**options, "standalone_mode": False})))
