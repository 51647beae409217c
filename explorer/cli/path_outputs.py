"""What ``explore path`` answers beside paths as text: a picture of one, and when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from explorer.cli.filter_options import Filters
from explorer.cli.output_files import (
    is_stdout,
    print_warning,
    print_written,
    refuse_file_name,
    write_output,
)
from explorer.cli.printing import get_terminal_width, print_answer
from explorer.cli.suggestions import suggest
from graph.formats.endings import get_ending

if TYPE_CHECKING:
    from graph import Network
    from graph.analysis.paths.answer import Paths
    from graph.analysis.paths.history import PathHistory

FORMS = ("svg", "png", "pdf")


def check_picture_name(output: str) -> None:
    """Refuse a name that does not end in a format of pictures; stdout gets SVG.

    Raises
    ------
    click.UsageError
        When it does not.
    """
    refuse_file_name(output, ".svg")
    ending = get_ending(output)
    if not is_stdout(output) and ending.removeprefix(".") not in FORMS:
        hint = suggest(ending, [f".{form}" for form in FORMS])
        message = f"--output: {output!r} does not end in the name of a picture format. {hint}"
        raise click.UsageError(message, click.get_current_context())


def write_path_picture(output: str, network: Network, answer: Paths) -> None:
    """Draw the first path alone into a file, and print what it contains; or that there is none.

    Where there are several, the printed line and the picture say that it is the first.

    Parameters
    ----------
    output
        The name of the file.
    network
        The network under whose filters the path was found.
    """
    if not answer.paths or not answer.paths[0].steps:
        print_answer(str(answer))
        return
    from explorer.picture.path_picture import draw_path
    from graph.analysis.paths.path_alone import select_path

    path = answer.paths[0]
    count = max(answer.path_count, len(answer.paths))
    place = f"the first of {answer.format_count(count, 'path')}" if count > 1 else ""
    picture = draw_path(network, path, place=place)
    form = "svg" if is_stdout(output) else get_ending(output).removeprefix(".")
    data = picture.data(form)
    write_output(output, data.decode() if form == "svg" else data, picture.inputs)
    alone = select_path(network, path)
    public = alone.public()
    print_written(output, public, len(data), place)
    if public.withheld:
        print_warning(f"Withheld: {public.withheld}.")
    for sentence in (*picture.cautions, *picture.left_out):
        print_warning(sentence)


def print_history(answer: PathHistory, filters: Filters, form: str) -> None:
    """Print when a path exists, and which, in a format."""
    from explorer.report import path_history

    formats = {
        "text": lambda: path_history.to_text(answer, get_terminal_width()),
        "markdown": lambda: path_history.to_markdown(answer),
        "json": lambda: path_history.to_json(answer),
        "csv": lambda: path_history.to_csv(answer),
    }
    print_answer(filters.add_sentence(formats[form](), form))
