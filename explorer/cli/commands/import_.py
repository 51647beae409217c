"""``explore import``: any table or network file becomes a folder of one's own."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from explorer.cli.format_option import format_option
from explorer.cli.lazy_completion import complete_files, complete_folders
from explorer.cli.lazy_group import Command
from explorer.cli.output_files import refuse_folder_ending
from explorer.cli.parameters import Choice, require_value
from explorer.cli.printing import print_answer, print_message
from explorer.cli.session import Session
from graph import Limits
from graph.text.safe import visible

EXAMPLES = (
    "explore import ties.csv -o mine",
    'explore import nodes.csv edges.csv -o other --type "rival=opposes"',
    "explore --data mine check",
)

ACCEPTED = ("--encoding", "--largest-file", "--longest-cell", "--most-cells")


@click.command("import", cls=Command, examples=EXAMPLES, reads_data=False, accepts=ACCEPTED)
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    shell_complete=complete_files,
    callback=require_value("a file", "ties.xlsx"),
)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    required=True,
    shell_complete=complete_folders,
    callback=require_value("a folder", "mycase"),
    help="The new folder.",
)
@click.option("--open", "open_browser", is_flag=True, help="Draw the page, too, and open it.")
@click.option("--ask", is_flag=True, help="Ask on the terminal about names that are nearly alike.")
@click.option(
    "--map",
    "roles",
    metavar="COLUMN=ROLE",
    multiple=True,
    help="What a column is, such as Payer=source; own for your own, skip to leave it out.",
)
@click.option(
    "--sheet", "sheets", metavar="NAME", multiple=True, help="Read this sheet of a workbook alone."
)
@click.option(
    "--dates",
    type=Choice("an order of dates", ["dmy", "mdy", "ymd"]),
    metavar="ORDER",
    help="dmy, mdy or ymd: how to read 8/9/2022.",
)
@click.option(
    "--decimal",
    type=Choice("a decimal sign", ["comma", "point"]),
    metavar="SIGN",
    help="comma or point.",
)
@click.option(
    "--split",
    metavar="COLUMN=SIGN",
    multiple=True,
    help="What separates several actors in a cell, such as target=/; nothing for one name.",
)
@click.option(
    "--type",
    "meanings",
    metavar="[WORDS=]TYPE",
    multiple=True,
    help="The relation type that words mean, or +, - or 0 for their sign.",
)
@click.option(
    "--kind",
    "kinds",
    metavar="[WORDS=]KIND",
    multiple=True,
    help="The kind of actors that words mean; without words, of all that have none.",
)
@click.option(
    "--merge", metavar="NAME=NAME", multiple=True, help="Take the first name for the second."
)
@format_option
@click.pass_obj
def import_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    /,
    files: tuple[str, ...],
    output: str,
    *,
    open_browser: bool,
    ask: bool,
    form: str,
    **given: tuple[str, ...] | str | None,
) -> None:
    """Make a folder for explore of any tables or network files.

    Reads CSV files and workbooks of any program (xlsx, xls, ods), SQLite databases, Parquet,
    lists of relations, lists of actors, matrices, and network files. What was understood, and what
    was guessed, is written to import.md in the folder; no row is lost. Nothing is written if the
    folder has data already.
    """
    from explorer.report import import_report as report
    from graph.importing.run import import_files
    from graph.importing.written import write_import

    refuse_folder_ending(output)
    options = _make_options(session, given)
    paths = [Path(file) for file in files]
    imported = import_files(paths, options)
    if ask and imported.report.near:
        from explorer.cli.ask_names import ask_names

        merge = ask_names(imported.report.near)
        if merge:
            from dataclasses import replace

            options = replace(options, merge={**options.merge, **merge})
            imported = import_files(paths, options)
    write_import(imported.files, Path(output))
    formats = {
        "text": lambda: report.to_text(imported.report, output, list(imported.files)),
        "markdown": lambda: report.to_markdown(imported.report),
        "json": lambda: report.to_json(imported.report),
        "csv": lambda: report.to_csv(imported.report),
    }
    print_answer(formats[form]())
    if form == "text":
        print_answer(_format_next_steps(output))
    if open_browser:
        _draw(output)


def _make_options(session: Session, given: dict[str, tuple[str, ...] | str | None]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    from graph.importing.options import ImportOptions, parse_pairs

    def pairs(name: str, *, alone: bool = False) -> dict[str, str]:
        option = {"roles": "map", "meanings": "type", "kinds": "kind"}.get(name, name)
        return parse_pairs(option, given[name] or (), alone=alone)

    return ImportOptions(
        roles=pairs("roles"),
        sheets=tuple(given["sheets"] or ()),
        dates=given["dates"],  # type: ignore[arg-type]
        decimal={"comma": ",", "point": "."}.get(str(given["decimal"])),
        split=pairs("split"),
        types=pairs("meanings", alone=True),
        kinds=pairs("kinds", alone=True),
        merge=pairs("merge"),
        encoding=session.encoding,
        limits=Limits(**session.bounds),
    )


def _format_next_steps(folder: str) -> str:
    argument = visible(shlex.quote(folder))
    return "\n".join(
        [
            "Next:",
            f"  read {visible(str(Path(folder) / 'import.md'))}",
            f"  explore --data {argument} check",
            f"  explore --data {argument} html --open",
        ]
    )


def _draw(folder: str) -> None:
    """Write the page of the new folder into it, and open it."""
    page = str(Path(folder) / "network.html")
    context = click.get_current_context()
    parent = context.find_root()
    command = parent.command.get_command(parent, "html")  # type: ignore[attr-defined]
    arguments: Sequence[str] = ["-o", page, "--open"]
    session = Session(folder, {}, example=False)
    with command.make_context("html", list(arguments), parent=parent, obj=session) as child:
        command.invoke(child)
    print_message(f"{visible(page)} is drawn.")
