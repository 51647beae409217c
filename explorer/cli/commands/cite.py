"""``explore cite``: a path, a relation or a source that was cited, as it is today."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from explorer.cli.error_list import call_all
from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_option
from explorer.cli.lazy_completion import complete_files
from explorer.cli.lazy_group import Command
from explorer.cli.printing import get_terminal_width, print_answer
from explorer.cli.session import Session
from explorer.report import cited as report
from graph import QuestionError
from graph.data.limits import Limits
from graph.formats.plain_file import FileKind, read_bytes

EXAMPLES = (
    "explore --example cite path:r6d953e3ce3.~r0c463aa9c1.reb3eb3f4b2",
    "explore --example cite path:~r14c7f90b8d,r6d953e3ce3 --format json",
    "explore --example cite r6d953e3ce3 pike2022",
)

CARD = FileKind("JSON file", "Print it with explore path --format json", 50_000_000)


@click.command("cite", cls=Command, examples=EXAMPLES)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option(
    "--card",
    metavar="FILE",
    type=click.Path(),
    shell_complete=complete_files,
    help="What explore path --format json printed then: says how each relation changed.",
)
@filter_options
@format_option
@click.pass_obj
def cite_command(
    session: Session,
    ids: tuple[str, ...],
    *,
    card: str | None,
    filters: Filters,
    form: str,
) -> None:
    """Find what was cited by these IDs again, and say what changed since.

    An ID is that of a path, as explore path prints it behind "Cite as"; of a relation; or of a
    source, whose relations are listed. That of a path names the relations of each step: those
    that are gone are listed, and those that are new beside them.
    """
    before = None if card is None else _read_card(card)
    network = filters.apply(session.read_and_warn())
    answers = call_all(partial(network.cited, each, before) for each in ids)
    texts = {
        "text": lambda: "\n\n".join(report.to_text(each, get_terminal_width()) for each in answers),
        "markdown": lambda: "\n\n".join(map(report.to_markdown, answers)),
        "json": lambda: report.to_json(answers),
        "csv": lambda: report.to_csv(answers),
    }
    print_answer(filters.add_sentence(texts[form](), form))


def _read_card(file: str) -> dict[str, dict[str, Any]]:
    """Return the relations of an answer that was printed as JSON, by id."""
    import json

    data = read_bytes(Path(file), Limits(), CARD)
    try:
        answer = json.loads(data)
        rows = answer["relations"]
        return {row["id"]: row for row in rows if isinstance(row["id"], str)}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        problem = f"{file} is not what explore path --format json prints."
        raise QuestionError("card", problem) from error
