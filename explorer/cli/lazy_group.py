"""A click group that imports each command at its first use, and a command with examples."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, ClassVar

import click

from explorer.cli.exit_codes import Interrupted, run_and_report
from explorer.cli.printing import prepare_streams
from explorer.cli.suggestions import suggest

COMPLETION = "_EXPLORE_COMPLETE"
HELP_OPTIONS = ["-h", "--help"]


class Command(click.Command):
    """A click command whose help ends with examples.

    Parameters
    ----------
    examples
        Command lines.
    """

    def __init__(self, *args: Any, examples: Sequence[str] = (), **options: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **options)
        self.examples = tuple(examples)

    def get_help_option_names(self, _: click.Context) -> list[str]:
        """Return the names of the option that shows the help."""
        return HELP_OPTIONS

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below the options, without line breaks, so that they can be copied."""
        formatter.write("\nExamples:\n")
        for example in self.examples:
            formatter.write(f"  {example}\n")
        super().format_epilog(ctx, formatter)


class LazyGroup(click.Group):
    """A click group whose commands are modules of one package."""

    summaries: ClassVar[Mapping[str, str]] = {}
    """The name of each command and its summary line, in the order of the help."""

    package: ClassVar[str] = ""
    """The package with the modules; the command in module ``a`` is ``a_command``."""

    def get_help_option_names(self, _: click.Context) -> list[str]:
        """Return the names of the option that shows the help."""
        return HELP_OPTIONS

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of the help."""
        return [*self.summaries, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in self.summaries:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"{self.package}.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names; suggest the nearest to a misspelt one."""
        if args and not ctx.resilient_parsing and args[0] not in self.list_commands(ctx):
            ctx.fail(f"{args[0]!r} is not a command. {suggest(args[0], self.summaries)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own
        """Run the command; turn an interrupt into `Interrupted`, which click does not catch."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Interrupted from None

    def main(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - click's own
        """Run the command line, print errors as lines, and end the process."""
        prepare_streams()
        if os.environ.get(COMPLETION):
            from explorer.cli.completion_shells import print_completions

            sys.exit(print_completions(self, COMPLETION, os.environ[COMPLETION]))
        run = super().main
        sys.exit(run_and_report(lambda: run(*args, **{**options, "standalone_mode": False})))
