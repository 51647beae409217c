"""``explore centrality``: the actors ranked by centrality."""

from __future__ import annotations

from collections.abc import Sequence

import click

from explorer.cli.explain_option import (
    explain_option,
    print_explanation,
    refuse_options_beside,
)
from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_completion import complete_measures
from explorer.cli.lazy_group import Command
from explorer.cli.measure_options import AskedMeasures, measure_options, split_measures
from explorer.cli.parameters import Count
from explorer.cli.printing import (
    WIDEST_TABLE,
    can_draw_blocks,
    get_terminal_width,
    is_stdout_terminal,
    print_answer,
    print_message,
    print_rich,
)
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.report import centrality as report
from graph import Network
from graph.analysis.centrality import SEED, Centrality, resolve_measures
from graph.analysis.doubt.draws import DRAWS, MOST_DRAWS
from graph.analysis.facts.catalogue import MEASURE_FACTS
from graph.errors import QuestionError
from graph.text.safe import visible

DEFAULT_TOP = 20

EXAMPLES = (
    "explore --example centrality --top 5",
    "explore --example centrality --by pagerank,degree --avoid borders",
    "explore --example centrality --by pn,pagerank --signs all",
    "explore --example centrality --by all --format csv",
    "explore --example centrality --doubt --by degree",
    "explore centrality --explain pagerank",
)
SUMMARIES = "\n".join(f"{facts.id:<21}{facts.summary}" for facts in MEASURE_FACTS.values())
HELP = f"""Rank the actors by one or several measures of centrality.

\b
{SUMMARIES}

--explain MEASURE says what each means; docs/measures.md has examples, too, and which measure
answers which question.
"""


@click.command("centrality", cls=Command, examples=EXAMPLES, help=HELP, on_spark=True)
@click.option(
    "--top",
    type=Count(1),
    metavar="N",
    help=f"Show the first N actors.  [default: {DEFAULT_TOP}; in json and csv all]",
)
@click.option(
    "--doubt",
    is_flag=True,
    help="Show how sure the ranks are: when relations are drawn by their confidence, and without "
    "each source, each voice, and what is inferred or alleged.",
)
@click.option(
    "--draws",
    type=Count(1, MOST_DRAWS),
    metavar="N",
    help=f"With --doubt: how many networks are drawn.  [default: {DRAWS}]",
)
@measure_options
@explain_option("a measure", "pagerank", complete_measures)
@filter_options
@format_option
@click.pass_obj
def centrality_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    top: int | None,
    *,
    doubt: bool,
    draws: int | None,
    asked: AskedMeasures,
    explain: tuple[str, ...],
    filters: Filters,
    form: str,
) -> None:
    """Rank the actors by one or several measures, or explain measures."""
    if explain:
        _explain(explain, form)
        return
    if session.engine == "spark":
        from explorer.cli.spark_measures import print_centrality

        print_centrality(session, asked, filters, form, top=top, doubt=doubt)
        return
    asked.refuse_idle_options()
    if draws is not None and not doubt:
        message = f"--draws {draws} has no effect without --doubt. Add --doubt."
        raise click.UsageError(message, click.get_current_context())
    if doubt:
        asked.refuse_options_beside_doubt()
    network = filters.apply(session.read_and_warn())
    if doubt:
        text = _format_doubt(network, asked, draws=draws, top=top, form=form)
        print_answer(filters.add_sentence(text, form))
        return
    with ProgressBar("Measuring") as progress:
        answer = asked.measure(network, progress.update)
    if top is None and form in ("text", "markdown"):
        top = DEFAULT_TOP
    answer = answer if top is None else answer.top(top)
    _print(answer, len(network.actor_numbers), filters, form)
    if form == "csv" and answer.notes:
        print_message(visible(" ".join(answer.notes)))
    if asked.seed != SEED and not answer.sampled:
        print_message(f"--seed {asked.seed} changes nothing: no score is sampled.")


def _format_doubt(
    network: Network, asked: AskedMeasures, *, draws: int | None, top: int | None, form: str
) -> str:
    """Return how sure the ranks are, in a format."""
    from explorer.report import rank_doubt

    with ProgressBar("Drawing") as progress:
        answer = asked.measure_doubt(network, draws, progress.update)
    if top is None and form in ("text", "markdown"):
        top = DEFAULT_TOP
    return format_answer(rank_doubt, answer if top is None else answer.top(top), form)


def _explain(values: Sequence[str], form: str) -> None:
    """Print what measures mean.

    Raises
    ------
    QuestionError
        When a measure does not exist.
    """
    refuse_options_beside(click.get_current_context())
    try:
        names = resolve_measures(split_measures(values))
    except QuestionError as error:
        raise QuestionError("explain", error.what) from None
    print_explanation([MEASURE_FACTS[name] for name in names], form)


def _print(answer: Centrality, actors: int, filters: Filters, form: str) -> None:
    """Print the ranks, with blocks for bars where a terminal can draw them."""
    if form == "text" and is_stdout_terminal() and can_draw_blocks():
        width = get_terminal_width(WIDEST_TABLE) or 80
        print_rich(report.to_rich_table(answer, actors=actors, width=width))
        if filters.sentence:
            print_answer(filters.add_sentence("", form))
        return
    formats = {
        "text": lambda: report.to_text(answer, actors=actors),
        "markdown": lambda: report.to_markdown(answer, actors=actors),
        "json": lambda: report.to_json(answer, actors=actors),
        "csv": lambda: report.to_csv(answer),
    }
    print_answer(filters.add_sentence(formats[form](), form))
