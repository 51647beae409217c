"""``explore sources``: what rests on each source, or on one."""

from __future__ import annotations

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import Filters, complete_sources, filter_options, format_option, naming
from explorer.cli.printing import answer, terminal_width
from explorer.cli.session import Session
from explorer.report import resting, sources
from graph import Network

EXAMPLES = (
    "explore --example sources",
    "explore --example sources pike2022",
    'explore --example sources "Belarus change tracker" --format markdown',
    "explore --example sources --unsourced",
)


@click.command("sources", cls=Command, examples=EXAMPLES)
@click.argument(
    "source",
    metavar="[SOURCE]",
    required=False,
    shell_complete=complete_sources,
    callback=naming("source", "smith2022"),
)
@click.option("--unsourced", is_flag=True, help="Tell what cites no source, no page and no text.")
@filter_options
@format_option
@click.pass_obj
def sources_command(
    session: Session, source: str | None, *, unsourced: bool, filters: Filters, form: str
) -> None:
    """Tell how much rests on each source, or, as sentences, all that rests on SOURCE.

    SOURCE is an id or a title. What rests on it alone would fall with it; --without-source, which
    every command knows, leaves that out.
    """
    if unsourced and source is not None:
        told = "--unsourced tells what has no source: give it, or a source."
        raise click.UsageError(told, click.get_current_context())
    network = filters.apply(session.network())
    listed = source is None and not unsourced
    answer(filters.told_after((_list if listed else _one)(network, source, form), form))


def _list(network: Network, _: str | None, form: str) -> str:
    found = network.evidence()
    told = {
        "text": lambda: sources.text(found, width=terminal_width()),
        "markdown": lambda: sources.markdown(found),
        "json": lambda: sources.json(found),
        "csv": lambda: sources.csv(found),
    }
    return told[form]()


def _one(network: Network, source: str | None, form: str) -> str:
    found = network.unsourced() if source is None else network.resting_on(source)
    told = {
        "text": lambda: resting.text(found, width=terminal_width()),
        "markdown": lambda: resting.markdown(found),
        "json": lambda: resting.json(found),
        "csv": lambda: resting.csv(found),
    }
    return told[form]()
