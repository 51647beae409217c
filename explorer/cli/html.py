"""``explore html``: the network as one interactive page."""

from __future__ import annotations

import os
import shlex
from dataclasses import replace
from pathlib import Path

import click

from explorer.cli.commands import Command
from explorer.cli.options import Filters, filter_options, naming
from explorer.cli.presentation import presentation_options
from explorer.cli.printing import answer
from explorer.cli.session import FILES, Session
from explorer.cli.waiting import Waiting
from explorer.page.presentation import Presentation
from explorer.report.text import counted
from graph.folder import STORY
from graph.visible import visible
from graph.writing import real_path, write_text

DEFAULT_FILE = "network.html"
SEPARATORS = tuple({"/", os.sep})
STDOUT = ("-", "/dev/stdout")
DATA_FILES = {STORY, *(f"{family}.csv{end}" for family in FILES for end in ("", ".gz"))}

EXAMPLES = (
    "explore --example html",
    'explore --example html -o belarus.html --title "Belarus" --avoid borders',
)


@click.command("html", cls=Command, examples=EXAMPLES)
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
@filter_options
@click.pass_obj
def html_command(
    session: Session, output: str, *, opened: bool, presentation: Presentation, filters: Filters
) -> None:
    """Write the network as one interactive page that needs no server and no internet."""
    _refuse(output, opened=opened)
    network = filters.apply(session.network())
    if presentation.story:
        session.story(network)
    with Waiting("Drawing") as waiting:
        from explorer.page import page

        told = replace(presentation, command=_command(session, filters, presentation))
        text = page(network, told, progress=waiting.step)
        if output not in STDOUT:
            waiting.step("Writing", 1, 2)
            write_text(Path(output), text, inputs=network.files)
    if output in STDOUT:
        answer(text, end=False)
        return
    actors, relations = len(network.actor_numbers), len(network.relation_numbers)
    held = f"{counted(actors, 'actor')}, {counted(relations, 'relation')}"
    answer(f"{visible(output)}: {held}, {len(text.encode()) / 1e6:.1f} MB")
    if opened:
        click.launch(Path(output).resolve().as_uri())


def _refuse(output: str, *, opened: bool) -> None:
    """Refuse to show what is no file, and to take the name of what is read."""
    if output in STDOUT:
        if opened:
            raise click.UsageError(f"--open needs a file; -o {output} writes none.")
        return
    if output.endswith(SEPARATORS):
        told = f"--output: {output!r} names a folder. Give the name of a file in it."
        raise click.UsageError(told, click.get_current_context())
    for name in (Path(output).name, real_path(Path(output)).name):
        if name.casefold() in DATA_FILES:
            told = (
                f"--output: {name!r} is the name of a file with data. Give one that ends in .html."
            )
            raise click.UsageError(told, click.get_current_context())


def _command(session: Session, filters: Filters, presentation: Presentation) -> str:
    """Return the command without its paths: a page that is passed on tells no folder names."""
    example = ["--example"] if session.example else []
    story = [] if presentation.story else ["--no-story"]
    return shlex.join(["explore", *example, "html", *story, *filters.words()])
