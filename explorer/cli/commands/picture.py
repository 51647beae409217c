"""``explore picture``: the network as one picture for print and slides."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import (
    Filters,
    Word,
    complete_measures,
    filter_options,
    naming,
)
from explorer.cli.output_files import (
    caution,
    is_stdout,
    refuse_name,
    refuse_terminal,
    tell_written,
    write,
)
from explorer.cli.printing import answer
from explorer.cli.progress import Waiting
from explorer.cli.session import Session
from explorer.cli.withheld_options import Withholding, withholding_options
from explorer.picture import FORMS, Form
from explorer.picture.sheet import LARGEST, PAPERS, SMALLEST, THEMES
from graph.names.suggest import suggest_word

DEFAULT_NAME = "network"
DEFAULT_FORM: Form = "svg"
PIXELS = click.IntRange(SMALLEST, LARGEST)

EXAMPLES = (
    "explore --example picture",
    'explore --example picture -o belarus.pdf --page a4 --title "Belarus" --avoid borders',
    "explore --example picture -o belarus.png --theme dark --size-by betweenness",
)


@click.command("picture", cls=Command, examples=EXAMPLES)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    callback=naming("file", f"{DEFAULT_NAME}.{DEFAULT_FORM}"),
    help="The file to write, which ends in .svg, .png or .pdf; - for stdout."
    f"  [default: {DEFAULT_NAME}.{DEFAULT_FORM}]",
)
@click.option(
    "--format",
    "form",
    type=Word(FORMS),
    metavar="FORM",
    help="svg, png or pdf.  [default: what the file's name ends in]",
)
@click.option("--title", metavar="TEXT", help="What stands above the drawing.")
@click.option("--description", metavar="TEXT", help="What stands below the title.")
@click.option(
    "--page",
    type=Word([*PAPERS]),
    metavar="PAGE",
    help=f"{', '.join(PAPERS)}.  [default: slide]",
)
@click.option("--width", type=PIXELS, metavar="N", help="Pixels across, 96 to the inch.")
@click.option("--height", type=PIXELS, metavar="N", help="Pixels down.")
@click.option(
    "--theme", type=Word([*THEMES]), default="light", metavar="THEME",
    help="light or dark.  [default: light]",
)  # fmt: skip
@click.option(
    "--size-by",
    metavar="MEASURE",
    shell_complete=complete_measures,
    callback=naming("measure", "degree"),
    help="Size actors by a centrality measure.  [default: their number of relations]",
)
@click.option("--legend/--no-legend", default=True, help="Tell what lines and marks mean, or not.")
@click.option("--sources", is_flag=True, help="Add pages with all sources in full (pdf).")
@filter_options
@withholding_options
@click.pass_obj
def picture_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    output: str | None,
    form: Form | None,
    *,
    title: str | None,
    description: str | None,
    page: str | None,
    width: int | None,
    height: int | None,
    theme: str,
    size_by: str | None,
    legend: bool,
    sources: bool,
    filters: Filters,
    withholding: Withholding,
) -> None:
    """Draw the network as one picture, without a browser: svg, png or pdf.

    Names never cover each other; those that find no room are left out, and the picture says how
    many. Above 20,000 relations the 300 actors with most relations are drawn.
    """
    if page and (width or height):
        raise click.UsageError("--page and --width or --height exclude each other.")
    output = output or f"{DEFAULT_NAME}.{form or DEFAULT_FORM}"
    form = _form(output, form)
    if sources and form != "pdf":
        raise click.UsageError(f"--sources needs a pdf: {form} has no pages.")
    network = withholding.apply(filters.apply(session.network()), (title, description))
    with Waiting("Drawing") as waiting:
        from explorer.picture import draw_picture

        drawing = draw_picture(
            network,
            title=title,
            description=description,
            theme=theme,
            page=page or "slide",
            width=width,
            height=height,
            size_by=size_by,
            legend=legend,
            note=filters.sentence,
            include_private=withholding.include_private,
            progress=waiting.step,
        )
        data = drawing.data(form, sources=sources)
    write(output, data.decode() if form == "svg" else data, network.files)
    tell_written(output, network, len(data))
    for sentence in drawing.cautions:
        caution(sentence)
    for sentence in drawing.left_out:
        (caution if is_stdout(output) else answer)(sentence)


def _form(output: str, asked: Form | None) -> Form:
    """Return the form to write in: the one asked for, or the one that the name ends in."""
    ending = Path(output).suffix.removeprefix(".").lower()
    named = next((form for form in get_args(Form) if form == ending), None)
    refuse_name(output, f".{asked or DEFAULT_FORM}")
    if is_stdout(output):
        form = asked or DEFAULT_FORM
        if form != "svg":
            refuse_terminal(output, form)
        return form
    if asked is None and named is None:
        raise click.UsageError(_unknown(output, ending), click.get_current_context())
    if asked and named and asked != named:
        told = f"--output: {output!r} ends in .{named}, but --format says {asked}. Give one."
        raise click.UsageError(told, click.get_current_context())
    return asked or named or DEFAULT_FORM


def _unknown(output: str, ending: str) -> str:
    known = [f".{form}" for form in FORMS]
    near = ending and suggest_word(f".{ending}", known)
    told = near or f"There are: {', '.join(known)}."
    return f"--output: {output!r} ends in the name of no picture. {told}"
