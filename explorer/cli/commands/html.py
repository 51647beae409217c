"""``explore html``: the network as one interactive page."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from explorer.cli.extra_arguments import suggest_option
from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.layout_options import layout_options
from explorer.cli.lazy_completion import complete_folders
from explorer.cli.lazy_group import Command
from explorer.cli.output_files import (
    is_stdout,
    print_warning,
    print_written,
    refuse_file_name,
    refuse_page_ending,
    write_output,
)
from explorer.cli.page_content import PageRequest
from explorer.cli.page_options import presentation_options
from explorer.cli.parameters import require_value
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.cli.withheld_options import (
    Withholding,
    print_own_columns,
    withholding_options,
)
from explorer.page.presentation import Presentation
from graph.data.counts import format_count
from graph.formats.endings import get_ending

DEFAULT_FILE = "network.html"
VERSION_COUNT = 2

EXAMPLES = (
    "explore --example html",
    'explore --example html -o belarus.html --title "Belarus" --avoid borders',
    "explore html may june -o changes.html",
)


@click.command("html", cls=Command, examples=EXAMPLES)
@click.argument(
    "versions",
    metavar="[BEFORE AFTER]",
    nargs=-1,
    shell_complete=complete_folders,
    callback=require_value("a folder", "may"),
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default=DEFAULT_FILE,
    type=click.Path(),
    callback=require_value("a file", DEFAULT_FILE),
    help=f"The file to write; - for stdout.  [default: {DEFAULT_FILE}]",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the page in the browser.")
@presentation_options
@layout_options("Positions, notes and filters")
@filter_options
@withholding_options
@click.pass_obj
def html_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    versions: tuple[str, ...],
    output: str,
    *,
    open_browser: bool,
    presentation: Presentation,
    layout: str | bool,
    filters: Filters,
    withholding: Withholding,
) -> None:
    """Write the network as one interactive page that needs no server and no internet.

    With two folders, the page shows both versions of the data, what differs between them, and a
    switch from one to the other.
    """
    refuse_file_name(output, ".html")
    refuse_page_ending(output)
    if open_browser and is_stdout(output):
        message = f"--open needs a file, but -o {output} writes to stdout."
        raise click.UsageError(message, click.get_current_context())
    if len(versions) not in (0, VERSION_COUNT):
        raise _refuse_versions(versions)
    request = PageRequest(session, presentation, layout, filters, withholding)
    content = request.read_versions(*versions) if versions else request.read_network()
    with ProgressBar("Drawing") as progress:
        from explorer.page import build_page

        arguments = ["BEFORE", "AFTER"] if versions else []
        arguments += _list_layout_arguments(layout)
        arguments += [*filters.to_arguments(), *withholding.to_arguments()]
        text = build_page(
            content.shown,
            replace(
                presentation,
                command=_format_command(session, presentation, arguments),
                arrangement=content.arrangement,
            ),
            include_private=withholding.include_private,
            progress=progress.update,
        )
    write_output(output, text, content.files)
    print_own_columns(content.network)
    print_written(output, content.network, len(text.encode()))
    if not is_stdout(output) and not get_ending(output):
        print_warning(
            f"{output!r} has no ending, so a double click may not open it. "
            f"Give a name such as {output}.html."
        )
    if open_browser:
        click.launch(Path(output).resolve().as_uri())


def _refuse_versions(versions: tuple[str, ...]) -> click.UsageError:
    """Return the error for one folder, for more than two, and for the name of a file."""
    context = click.get_current_context()
    hint = next(filter(None, (suggest_option(context, word) for word in versions)), "")
    given = format_count(len(versions), "folder")
    message = f"{given} given. Give two, before and after, or none. {hint}"
    return click.UsageError(message.rstrip(), context)


def _format_command(session: Session, presentation: Presentation, arguments: Iterable[str]) -> str:
    """Return the command line for the page, without folder names, which may be private."""
    example = ["--example"] if session.example else []
    story = [] if presentation.story else ["--no-story"]
    return shlex.join(["explore", *example, "html", *story, *arguments])


def _list_layout_arguments(layout: str | bool) -> list[str]:  # noqa: FBT001 - or a file
    """Return the options that choose a layout, without its folder."""
    if layout is True:
        return []
    return ["--layout", Path(layout).name] if layout else ["--no-layout"]
