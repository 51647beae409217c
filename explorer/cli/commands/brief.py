"""``explore brief``: two pages on the network, in words, tables and a picture."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.brief import FORMS, find_form
from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.layout_options import layout_options
from explorer.cli.lazy_group import Command
from explorer.cli.output_files import (
    is_stdout,
    list_ways,
    print_warning,
    print_written,
    refuse_file_name,
    write_output,
)
from explorer.cli.parameters import require_value
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.cli.suggestions import suggest
from explorer.cli.withheld_options import Withholding, withholding_options
from graph.errors import quote_value
from graph.formats.atomic_write import write_together
from graph.formats.endings import advise, find_content, get_ending

DEFAULT_FILE = "brief.html"

EXAMPLES = (
    "explore --example brief",
    "explore --example brief -o brief.pdf --at 2022",
    'explore --example brief -o brief.md --title "Belarus" --at 2022',
)


@click.command("brief", cls=Command, examples=EXAMPLES)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default=DEFAULT_FILE,
    type=click.Path(),
    callback=require_value("a file", DEFAULT_FILE),
    help=f"The file to write: .md, .html or .pdf; - for HTML on stdout.  [default: {DEFAULT_FILE}]",
)
@click.option("--title", metavar="TEXT", help="The title.")
@layout_options("Positions in the picture")
@filter_options
@withholding_options
@click.pass_obj
def brief_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    output: str,
    *,
    title: str | None,
    layout: str | bool,
    filters: Filters,
    withholding: Withholding,
) -> None:
    """Write a brief: two pages in words, tables and a picture, every claim with its sources.

    It says who is central and how surely, who stands between others, which camps and tensions there
    are, what is thinly sourced, and what changed. Beside a .md file the picture is written as .svg.
    """
    _check_name(output)
    selected = filters.apply(session.read_and_warn())
    network = withholding.apply(selected, (title,))
    arrangement = session.read_layout(network, selected, layout)
    path = Path(DEFAULT_FILE if is_stdout(output) else output)
    with ProgressBar("Measuring") as progress:
        from explorer.brief import build_brief

        brief = build_brief(
            network,
            title=title,
            note=filters.sentence,
            include_private=withholding.include_private,
            arrangement=arrangement,
            progress=progress.update,
        )
        files = brief.list_files(path)
    if is_stdout(output):
        write_output(output, files[path].decode(), brief.inputs)
        return
    write_together(files, brief.inputs)
    for name, data in files.items():
        print_written(str(name), network, len(data))
    for sentence in (*brief.picture.cautions, *brief.picture.left_out):
        print_warning(sentence)


def _check_name(output: str) -> None:
    """Refuse a name that does not end in .md, .html or .pdf; the message says what to write."""
    refuse_file_name(output, ".html")
    if is_stdout(output):
        return
    if find_form(output) is None:
        content = find_content(output)
        remedy = suggest(get_ending(output), [f".{form}" for form in FORMS])
        if content in ("picture", "network file"):
            remedy = advise(content, list_ways(output))
        message = f"--output: {quote_value(output)} does not end in .md, .html or .pdf. {remedy}"
        raise click.UsageError(message, click.get_current_context())
