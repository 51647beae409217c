"""A click group that imports each command at its first use, and a command with examples."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Any, ClassVar

import click

from explorer.cli.extra_arguments import refuse_extra_arguments
from explorer.cli.group_options import copy_group_options, list_given
from explorer.cli.printing import prepare_streams
from explorer.cli.reported_run import Interrupted, run_and_report
from explorer.cli.suggestions import suggest

COMPLETION = "_EXPLORE_COMPLETE"
ELSEWHERE = "Options of explore, such as --data DIR, may stand here, too: explore --help"
NOT_ON_SPARK = (
    "is not answered by --engine spark. Bring home what it needs: "
    "explore --engine spark extract --help"
)
HELP_OPTIONS = ["-h", "--help"]


class Command(click.Command):
    """A click command whose help ends with examples.

    Parameters
    ----------
    examples
        Command lines.
    reads_data
        Whether the options of the group, which say where the data is, mean anything to it.
    accepts
        The options of the group that mean something to it although it reads no data.
    on_spark
        Whether ``--engine spark`` answers it.
    """

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - click's own
        examples: Sequence[str] = (),
        reads_data: bool = True,
        accepts: Sequence[str] = (),
        on_spark: bool = False,
        **options: Any,  # noqa: ANN401 - click's own
    ) -> None:
        super().__init__(*args, **options)
        self.examples = tuple(examples)
        self.reads_data, self.accepts = reads_data, tuple(accepts)
        self.on_spark = on_spark

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters of the command, and the options of its group."""
        own = super().get_params(ctx)
        return [*own, *copy_group_options(ctx, own)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; say what is meant by one that is too many."""
        ctx.allow_extra_args = True
        from explorer.cli.argument_names import name_arguments

        with name_arguments(ctx):
            rest = super().parse_args(ctx, args)
        refuse_extra_arguments(ctx)
        return rest

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of the command alone; those of the group are in its own help."""
        options = [each for each in super().get_params(ctx) if isinstance(each, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section("Options"):
            formatter.write_dl([record for record in records if record])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own
        """Run the command on the data that the options before and behind its name describe."""
        given = [name for name in list_given(ctx) if name not in self.accepts] if ctx.parent else []
        if given and not self.reads_data:
            ctx.fail(f"{given[0]} has no effect: {ctx.info_name} reads no data. Remove it.")
        from explorer.cli.argument_names import name_arguments
        from explorer.cli.session import Session

        with name_arguments(ctx):
            if ctx.parent and isinstance(ctx.obj, Session):
                ctx.obj = Session.from_options(ctx.find_root().params)
                ctx.obj.refuse_options_of_engines()
                if ctx.obj.engine == "spark" and not self.on_spark:
                    ctx.fail(f"{ctx.info_name} {NOT_ON_SPARK}")
            return super().invoke(ctx)

    def get_help_option_names(self, _: click.Context) -> list[str]:
        """Return the names of the option that shows the help."""
        return HELP_OPTIONS

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below the options, without line breaks, so that they can be copied."""
        formatter.write("\nExamples:\n")
        for example in self.examples:
            formatter.write(f"  {example}\n")
        if self.reads_data:
            formatter.write(f"\n{ELSEWHERE}\n")
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
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name  # import
        module = import_module(f"{self.package}.{name}")
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
            choices = [*self.summaries, "--help", "--version"]
            ctx.fail(f"{args[0]!r} is not a command. {suggest(args[0], choices)}")
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
