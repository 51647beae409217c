"""``explore sources``: how much rests on each source, or what rests on one."""

from __future__ import annotations

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_completion import complete_sources
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import require_value
from explorer.cli.printing import print_answer
from explorer.cli.session import Session
from explorer.report import sources, withdrawal

EXAMPLES = (
    "explore --example sources",
    "explore --example sources pike2022",
    'explore --example sources "Belarus change tracker" --format markdown',
    "explore --example sources --unsourced",
)


@click.command("sources", cls=Command, examples=EXAMPLES, on_spark=True)
@click.argument(
    "source",
    metavar="[SOURCE]",
    required=False,
    shell_complete=complete_sources,
    callback=require_value("a source", "smith2022"),
)
@click.option("--unsourced", is_flag=True, help="List what has no reference at all.")
@filter_options
@format_option
@click.pass_obj
def sources_command(
    session: Session, source: str | None, *, unsourced: bool, filters: Filters, form: str
) -> None:
    """List how much rests on each source, or everything that rests on SOURCE.

    SOURCE is an id, a title or an address. What cites a source rests on it, and on the sources
    through which it reaches us (the column "via" of sources.csv). The column "alone" counts the
    relations that rest on one source alone, and would fall with it. To leave these out, give any
    command the option --without-source.
    """
    if unsourced and source is not None:
        message = "--unsourced and SOURCE exclude each other."
        raise click.UsageError(message, click.get_current_context())
    if session.engine == "spark":
        from explorer.cli.spark_files import print_evidence

        print_evidence(session, filters, form, is_whole=source is None and not unsourced)
        return
    network = filters.apply(session.read_and_warn())
    if source is None and not unsourced:
        text = format_answer(sources, network.evidence(), form)
    else:
        answer = network.unsourced() if source is None else network.withdrawal(source)
        text = format_answer(withdrawal, answer, form)
    print_answer(filters.add_sentence(text, form))
