"""``explore html``: the network as one interactive page."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import Filters, filter_options, naming
from explorer.cli.output_files import is_stdout, refuse_name, tell_written, write
from explorer.cli.page_content import Asked
from explorer.cli.page_options import presentation_options
from explorer.cli.progress import Waiting
from explorer.cli.session import Session
from explorer.cli.withheld_options import Withholding, withholding_options
from explorer.page.presentation import Presentation
from explorer.report.text import counted
from graph.saved.layout_file import NAME as LAYOUT

DEFAULT_FILE = "network.html"

BOTH = 2

EXAMPLES = (
    "explore --example html",
    'explore --example html -o belarus.html --title "Belarus" --avoid borders',
    "explore html may june -o changes.html",
)


@click.command("html", cls=Command, examples=EXAMPLES)
@click.argument("versions", metavar="[BEFORE AFTER]", nargs=-1, callback=naming("folder", "may"))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default=DEFAULT_FILE,
    type=click.Path(),
    callback=naming("file", DEFAULT_FILE),
    help=f"The file to write; - for stdout.  [default: {DEFAULT_FILE}]",
)
@click.option("--open", "opened", is_flag=True, help="Show the page in the browser.")
@presentation_options
@click.option(
    "--layout",
    metavar="FILE",
    type=click.Path(),
    callback=naming("file", LAYOUT),
    help=f"Places, notes and filters as the page saved them.  [default: {LAYOUT} beside the data]",
)
@click.option("--no-layout", is_flag=True, help=f"Leave out the {LAYOUT} beside the data.")
@filter_options
@withholding_options
@click.pass_obj
def html_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    versions: tuple[str, ...],
    output: str,
    *,
    opened: bool,
    presentation: Presentation,
    layout: str | None,
    no_layout: bool,
    filters: Filters,
    withholding: Withholding,
) -> None:
    """Write the network as one interactive page that needs no server and no internet.

    Given two folders, the page holds both versions of the data, marks what differs, and turns
    from one to the other.
    """
    _refuse(output, opened=opened)
    if layout and no_layout:
        raise click.UsageError("--layout and --no-layout exclude each other.")
    if len(versions) not in (0, BOTH):
        given = f"{counted(len(versions), 'folder')} given. Give none, or two: before and after."
        raise click.UsageError(given, click.get_current_context())
    asked = Asked(session, presentation, layout or not no_layout, filters, withholding)
    content = asked.versions(*versions) if versions else asked.network()
    with Waiting("Drawing") as waiting:
        from explorer.page import page

        words = [*(["BEFORE", "AFTER"] if versions else []), *_layout_words(layout, no_layout)]
        words += [*filters.words(), *withholding.words()]
        command = _command(session, presentation, *words)
        told = replace(presentation, command=command, arrangement=content.arrangement)
        insist = withholding.include_private
        text = page(content.shown, told, include_private=insist, progress=waiting.step)
    write(output, text, content.files)
    tell_written(output, content.network, len(text.encode()))
    if opened:
        click.launch(Path(output).resolve().as_uri())


def _refuse(output: str, *, opened: bool) -> None:
    """Refuse to show what is no file, and to take the name of what is read."""
    if opened and is_stdout(output):
        raise click.UsageError(f"--open needs a file; -o {output} writes none.")
    refuse_name(output, ".html")


def _command(session: Session, presentation: Presentation, *words: str) -> str:
    """Return the command without its paths: a page that is passed on tells no folder names."""
    example = ["--example"] if session.example else []
    story = [] if presentation.story else ["--no-story"]
    return shlex.join(["explore", *example, "html", *story, *words])


def _layout_words(layout: str | None, no_layout: bool) -> list[str]:  # noqa: FBT001 - as given
    return ["--layout", Path(layout).name] if layout else ["--no-layout"] * no_layout
