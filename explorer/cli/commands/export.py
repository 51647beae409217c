"""``explore export``: the network as a file for another program."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.lazy_completion import complete_files
from explorer.cli.lazy_group import Command
from explorer.cli.output_files import (
    format_size,
    is_stdout,
    print_warning,
    refuse_file_name,
    refuse_terminal,
    write_output,
)
from explorer.cli.parameters import Choice, require_value
from explorer.cli.printing import print_answer
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.cli.withheld_options import Withholding, print_own_columns, withholding_options
from graph import Network, QuestionError
from graph.data.counts import format_count
from graph.exporting.exported_network import Export
from graph.exporting.formats import (
    BY_WORD,
    ExportFormat,
    choose_format,
    export_network,
    list_files,
    write_export,
)
from graph.text.safe import visible

EXAMPLES = (
    "explore --example export belarus.gexf",
    "explore --example export belarus.xlsx --avoid borders",
    "explore --example export belarus.json --as cytoscape",
)
TEXTS = ("gexf", "graphml", "jgf", "cytoscape", "node-link", "ftm", "kumu")


@click.command("export", cls=Command, examples=EXAMPLES, on_spark=True)
@click.argument(
    "file",
    metavar="FILE",
    type=click.Path(),
    shell_complete=complete_files,
    callback=require_value("a file", "network.gexf"),
)
@click.option(
    "--as",
    "word",
    type=Choice("a format", BY_WORD),
    metavar="FORMAT",
    help=f"{', '.join(BY_WORD)}.  [default: the ending of the file name]",
)
@click.option(
    "--positions/--no-positions",
    default=True,
    help="Include where actors are drawn (gexf, cytoscape), or not, which is quicker.",
)
@filter_options
@withholding_options
@click.pass_obj
def export_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    file: str,
    *,
    word: str | None,
    positions: bool,
    filters: Filters,
    withholding: Withholding,
) -> None:
    """Write the network into FILE for another program: Gephi, Excel, Datasette, Cytoscape ...

    The ending of FILE chooses the format: .gexf, .graphml, .cyjs, .xlsx, .sqlite or .parquet. For
    .json and .csv, which several formats have, --as does. A format of several files writes each
    beside the others, such as FILE.nodes.csv. What a format cannot hold is printed.
    """
    form = _choose_format(file, word)
    if session.engine == "spark":
        from explorer.cli.spark_files import export_on_spark

        export_on_spark(session, filters, withholding, file, form.word)
        return
    if not is_stdout(file):
        refuse_file_name(file, form.ending, name="FILE")
    selected = filters.apply(session.read_and_warn(notes=True))
    network = withholding.apply(selected)
    arrangement = session.read_layout(network, selected, positions and form.is_drawn)
    with ProgressBar("Drawing") as progress:
        export = export_network(
            network, form, arrangement, positions=positions, progress=progress.update
        )
    if is_stdout(file):
        write_output(file, export.files[""], ())
    else:
        inputs = (*network.files, *([arrangement.file] if arrangement and arrangement.file else []))
        write_export(export, Path(file), form, inputs)
    print_own_columns(network, "file")
    if not is_stdout(file):
        _print_files(file, form, export, network)
    for note in export.notes:
        print_warning(note)


def _choose_format(file: str, word: str | None) -> ExportFormat:
    """Return the format of --as, or of the ending of the file name."""
    if is_stdout(file) and word is None:
        message = f"FILE {file} writes to stdout. Give the format: --as gexf."
        raise click.UsageError(message, click.get_current_context())
    try:
        form = choose_format("" if is_stdout(file) else file, word)
    except QuestionError as error:
        name = {"as": "--as", "file": "FILE"}[error.argument]
        raise click.UsageError(f"{name}: {error.what}", click.get_current_context()) from None
    if is_stdout(file):
        if form.parts:
            message = f"FILE: {form.name} is several files. Give the name of a file."
            raise click.UsageError(message, click.get_current_context())
        if form.word not in TEXTS:
            refuse_terminal(file, form.word)
    return form


def _print_files(file: str, form: ExportFormat, export: Export, network: Network) -> None:
    """Print the names of the files, what they contain, and their size."""
    names = [str(path) for path in list_files(Path(file), form, export.files).values()]
    size = format_size(sum(map(len, export.files.values())))
    actors = format_count(len(network.actor_numbers), "actor")
    relations = format_count(len(network.relation_numbers) - export.left_out_count, "relation")
    contents = f"{actors}, {relations}"
    print_answer(f"{visible(', '.join(names))}: {contents}, {size}")
