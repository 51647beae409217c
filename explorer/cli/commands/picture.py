"""``explore picture``: the network as one picture for print and slides."""

from __future__ import annotations

from typing import get_args

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.group_options import store_option
from explorer.cli.layout_options import layout_options
from explorer.cli.lazy_completion import complete_files, complete_measures
from explorer.cli.lazy_group import Command
from explorer.cli.output_files import (
    is_stdout,
    list_ways,
    print_warning,
    print_written,
    refuse_file_name,
    refuse_terminal,
    write_output,
)
from explorer.cli.parameters import Choice, Count, require_value
from explorer.cli.printing import print_answer
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.cli.suggestions import suggest
from explorer.cli.withheld_options import Withholding, withholding_options
from explorer.picture import FORMS, Form
from explorer.picture.sheet import LARGEST, PAPERS, SMALLEST, THEMES
from graph.formats.endings import advise, find_content, get_ending
from graph.select.asked_time import count_asked

DEFAULT_NAME = "network"
DEFAULT_FORM: Form = "svg"
SOURCE_PAGES = "\0"  # stands for --sources without a file; no argument has this character
PIXELS = Count(SMALLEST, LARGEST)

EXAMPLES = (
    "explore --example picture",
    "explore --example picture -o belarus.pdf --page a4 --avoid borders",
    "explore --example picture -o belarus.png --theme dark --size-by betweenness",
    "explore --example picture -o plain.svg --colour-by plain",
)


def _separate_sources(context: click.Context, _: click.Parameter, given: str | None) -> bool:
    """Return whether pages of sources are wanted; a file is the option of the group."""
    if given in (None, SOURCE_PAGES):
        return given == SOURCE_PAGES
    option = next(each for each in context.find_root().command.params if each.name == "sources")
    if option.callback:
        option.callback(context, option, given)
    store_option(context, "sources", given)
    return False


@click.command("picture", cls=Command, examples=EXAMPLES)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    callback=require_value("a file", f"{DEFAULT_NAME}.{DEFAULT_FORM}"),
    help="The file to write: .svg, .png or .pdf; - for stdout."
    f"  [default: {DEFAULT_NAME}.{DEFAULT_FORM}]",
)
@click.option(
    "--format",
    "form",
    type=Choice("a picture format", FORMS),
    metavar="FORM",
    help="svg, png or pdf.  [default: the ending of the file name]",
)
@click.option("--title", metavar="TEXT", help="The title above the drawing.")
@click.option("--description", metavar="TEXT", help="A text below the title.")
@click.option(
    "--page",
    type=Choice("a page size", PAPERS),
    metavar="PAGE",
    help=f"{', '.join(PAPERS)}.  [default: slide]",
)
@click.option(
    "--width",
    type=PIXELS,
    metavar="N",
    help=f"Pixels across, 96 to the inch, {SMALLEST:,} to {LARGEST:,}.",
)
@click.option(
    "--height", type=PIXELS, metavar="N", help=f"Pixels down, {SMALLEST:,} to {LARGEST:,}."
)
@click.option(
    "--theme", type=Choice("a theme", THEMES), default="light", metavar="THEME",
    help="light or dark.  [default: light]",
)  # fmt: skip
@click.option(
    "--size-by",
    metavar="MEASURE",
    shell_complete=complete_measures,
    callback=require_value("a measure", "degree"),
    help="Size actors by a centrality measure.  [default: their number of relations]",
)
@click.option(
    "--colour-by",
    type=Choice("a colouring", ("camp", "plain")),
    metavar="COLOURING",
    help="camp: camps have colours and stand apart; or plain.  [default: as the page opens]",
)
@click.option(
    "--legend/--no-legend", default=True, help="Show a legend of lines and marks, or not."
)
@click.option(
    "--sources",
    metavar="[FILE]",
    is_flag=False,
    flag_value=SOURCE_PAGES,
    shell_complete=complete_files,
    callback=_separate_sources,
    help="Add pages with all sources in full (pdf). With FILE: read the sources from it instead.",
)
@layout_options("Positions")
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
    colour_by: str | None,
    legend: bool,
    sources: bool,
    layout: str | bool,
    filters: Filters,
    withholding: Withholding,
) -> None:
    """Draw the network as one picture, as the page opens but without a browser: svg, png or pdf.

    Names do not overlap. Names without room are left out, and the picture shows how many. Above
    20,000 relations or actors only the 300 actors with most relations are drawn.
    """
    if page and (width or height):
        raise click.UsageError("--page and --width or --height exclude each other.")
    output = output or f"{DEFAULT_NAME}.{form or DEFAULT_FORM}"
    form = _choose_format(output, form)
    if sources and form != "pdf":
        raise click.UsageError(f"--sources needs a pdf, because {form} has no pages.")
    selected = filters.apply(session.read_and_warn())
    network = withholding.apply(selected, (title, description))
    arrangement = session.read_layout(network, selected, layout)
    asked = count_asked(network)
    with ProgressBar("Drawing") as progress:
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
            colour_by=colour_by,
            legend=legend,
            note=" ".join([filters.sentence, *(asked.notes if asked else ())]),
            include_private=withholding.include_private,
            arrangement=arrangement,
            progress=progress.update,
        )
        data = drawing.data(form, sources=sources)
    write_output(output, data.decode() if form == "svg" else data, drawing.inputs)
    print_written(output, network, len(data))
    for sentence in drawing.cautions:
        print_warning(sentence)
    for sentence in drawing.left_out:
        (print_warning if is_stdout(output) else print_answer)(sentence)


def _choose_format(output: str, form: Form | None) -> Form:
    """Return the format of --format, or the one that the file name ends in."""
    ending = get_ending(output).removeprefix(".")
    named = next((name for name in get_args(Form) if name == ending), None)
    refuse_file_name(output, f".{form or DEFAULT_FORM}")
    if is_stdout(output):
        if form not in (None, "svg"):
            refuse_terminal(output, form)
        return form or DEFAULT_FORM
    if form is None and named is None:
        raise click.UsageError(_describe_ending(output, ending), click.get_current_context())
    if form and form != named and (named or find_content(output)):
        message = f"--output: {output!r} ends in .{ending}, but --format is {form}. Give only one."
        raise click.UsageError(message, click.get_current_context())
    return form or named or DEFAULT_FORM


def _describe_ending(output: str, ending: str) -> str:
    endings = [f".{form}" for form in FORMS]
    content = find_content(output)
    remedy = (
        suggest(f".{ending}", endings)
        if content in (None, "picture")
        else advise(content, list_ways(output))
    )
    return f"--output: {output!r} does not end in the name of a picture format. {remedy}"
