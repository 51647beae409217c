"""``explore balance``: how balanced the network is, and what is in tension."""

from __future__ import annotations

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_option
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import Count
from explorer.cli.printing import get_terminal_width, print_answer
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.report import balance as report

DEFAULT_TOP = 20
SECONDS = 60

EXAMPLES = (
    "explore --example balance",
    "explore --example balance --by-confidence --min-confidence 0.5",
    "explore --example balance --at 2022-08 --format json",
)


@click.command("balance", cls=Command, examples=EXAMPLES)
@click.option(
    "--top",
    type=Count(1),
    metavar="N",
    help=f"List N tensions, N triangles.  [default: {DEFAULT_TOP}; in json and csv all]",
)
@click.option("--by-confidence", is_flag=True, help="Count each edge by its best confidence.")
@click.option(
    "--seconds",
    type=Count(1),
    metavar="N",
    default=SECONDS,
    help=f"How long the proof may take; then the index is two bounds.  [default: {SECONDS}]",
)
@filter_options
@format_option
@click.pass_obj
def balance_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    top: int | None,
    *,
    by_confidence: bool,
    seconds: int,
    filters: Filters,
    form: str,
) -> None:
    """Measure how balanced the network is, and list what is in tension.

    \b
    triangles           by their signs; balanced with no or two negative edges
    frustration index   the fewest signed edges without which two camps would be
                        in balance: proved, or two bounds that it lies between
    in tension          the edges that are frustrated: positive across the two
                        camps, or negative within one

    Relations of a sign count, all between two actors as one edge. Each unbalanced triangle is a
    sentence with its sources and its weakest claim. docs/analysis.md says what the index means.
    """  # noqa: D301 - click's mark for lines that are not wrapped
    from graph.analysis.balance.measurement import measure_balance

    network = filters.apply(session.read_and_warn())
    with ProgressBar("Measuring") as progress:
        answer = measure_balance(
            network, by_confidence=by_confidence, seconds=seconds, progress=progress.update
        )
    if top is None and form in ("text", "markdown"):
        top = DEFAULT_TOP
    shown = report.ShownBalance(answer, top)
    formats = {
        "text": lambda: report.to_text(shown, width=get_terminal_width()),
        "markdown": lambda: report.to_markdown(shown),
        "json": lambda: report.to_json(shown),
        "csv": lambda: report.to_csv(shown),
    }
    print_answer(filters.add_sentence(formats[form](), form))
