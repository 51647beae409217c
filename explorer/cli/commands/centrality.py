"""``explore centrality``: who is central."""

from __future__ import annotations

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import (
    Filters,
    complete_measures,
    filter_options,
    format_option,
    naming,
    words,
)
from explorer.cli.printing import (
    WIDEST_TABLE,
    answer,
    draws_blocks,
    on_terminal,
    print_rich,
    tell,
    terminal_width,
)
from explorer.cli.progress import Waiting
from explorer.cli.session import Session
from explorer.report import centrality as report
from graph.analysis.centrality import MEASURES, SEED, Centrality, centrality

DEFAULT_MEASURE = "betweenness"
DEFAULT_TOP = 20

EXAMPLES = (
    "explore --example centrality --top 5",
    "explore --example centrality --by pagerank,degree --avoid borders",
    "explore --example centrality --by all --format csv",
)


@click.command("centrality", cls=Command, examples=EXAMPLES)
@click.option(
    "--by",
    metavar="MEASURE",
    multiple=True,
    shell_complete=complete_measures,
    callback=naming("measure", "degree"),
    help="degree, in_degree, out_degree, weighted_degree, betweenness, closeness, harmonic, "
    "eigenvector, pagerank or all. Several: a,b or again; the first one ranks."
    f"  [default: {DEFAULT_MEASURE}]",
)
@click.option(
    "--top",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"Show the first N actors.  [default: {DEFAULT_TOP}; in json and csv all]",
)
@click.option("--directed", is_flag=True, help="Let relations run from source to target.")
@click.option("--weighted", is_flag=True, help="Let strong relations count for more.")
@click.option(
    "--exact/--sampled",
    default=None,
    help="Take betweenness, closeness and harmonic exactly, however long that takes, or from a "
    "sample.  "
    "[default: sampled where exact takes over a minute]",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    metavar="N",
    default=SEED,
    help=f"Draw the sample with this seed.  [default: {SEED}]",
)
@filter_options
@format_option
@click.pass_obj
def centrality_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    by: tuple[str, ...],
    top: int | None,
    *,
    directed: bool,
    weighted: bool,
    exact: bool | None,
    seed: int,
    filters: Filters,
    form: str,
) -> None:
    """Rank the actors by how central they are, by one measure or several."""
    network = filters.apply(session.network())
    asked = words(*by) or [DEFAULT_MEASURE]
    measures = [name for word in asked for name in (MEASURES if word == "all" else [word])]
    with Waiting("Measuring") as waiting:
        found = centrality(
            network,
            *measures,
            directed=directed,
            weighted=weighted,
            exact=exact,
            seed=seed,
            progress=waiting.step,
        )
    if top is None and form in ("text", "markdown"):
        top = DEFAULT_TOP
    found = found if top is None else found.top(top)
    _print(found, len(network.actor_numbers), filters, form)
    if form == "csv" and found.notes:
        tell(" ".join(found.notes))


def _print(found: Centrality, actors: int, filters: Filters, form: str) -> None:
    if form == "text" and on_terminal() and draws_blocks():
        print_rich(
            report.rich_table(found, actors=actors, width=terminal_width(WIDEST_TABLE) or 80)
        )
        if filters.sentence:
            answer(filters.told_after("", form))
        return
    told = {
        "text": lambda: report.text(found, actors=actors),
        "markdown": lambda: report.markdown(found, actors=actors),
        "json": lambda: report.json(found, actors=actors),
        "csv": lambda: report.csv(found),
    }
    answer(filters.told_after(told[form](), form))
