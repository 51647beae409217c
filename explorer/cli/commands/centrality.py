"""``explore centrality``: the actors ranked by centrality."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from explorer.cli.explain_option import (
    explain_option,
    print_explanation,
    refuse_options_beside,
)
from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_option
from explorer.cli.lazy_completion import complete_measures
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import Count, require_value, split_commas
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
from graph.analysis.centrality import (
    INDEPENDENT,
    MEASURES,
    PATH_MEASURES,
    SEED,
    SIGNS,
    Centrality,
    Signs,
    measure_centrality,
    resolve_measure,
    resolve_measures,
)
from graph.analysis.facts.catalogue import MEASURE_FACTS
from graph.errors import QuestionError
from graph.text.safe import visible

DEFAULT_MEASURE = "betweenness"
DEFAULT_TOP = 20

EXAMPLES = (
    "explore --example centrality --top 5",
    "explore --example centrality --by pagerank,degree --avoid borders",
    "explore --example centrality --by pn,pagerank --signs all",
    "explore --example centrality --by all --format csv",
    "explore centrality --explain pagerank",
)
SUMMARIES = "\n".join(f"{facts.id:<21}{facts.summary}" for facts in MEASURE_FACTS.values())
HELP = f"""Rank the actors by one or several measures of centrality.

\b
{SUMMARIES}

--explain MEASURE says what each means; docs/measures.md has examples, too, and which measure
answers which question.
"""


@click.command("centrality", cls=Command, examples=EXAMPLES, help=HELP)
@click.option(
    "--by",
    metavar="MEASURE",
    multiple=True,
    shell_complete=complete_measures,
    callback=require_value("a measure", "degree"),
    help="degree, in_degree, out_degree, weighted_degree, weighted_in_degree, "
    "weighted_out_degree, betweenness, closeness, harmonic, eigenvector, pagerank, pn, clustering, "
    "triangles, core_number, articulation or all. For several: a,b or repeat it; the first one "
    "ranks."
    f"  [default: {DEFAULT_MEASURE}]",
)
@click.option(
    "--top",
    type=Count(1),
    metavar="N",
    help=f"Show the first N actors.  [default: {DEFAULT_TOP}; in json and csv all]",
)
@click.option("--directed", is_flag=True, help="Count relations from source to target only.")
@click.option("--weighted", is_flag=True, help="Count strong relations for more.")
@click.option(
    "--outward",
    is_flag=True,
    help="Measure closeness, harmonic and pn along the arrows from an actor, not to it.",
)
@click.option(
    "--signs",
    type=click.Choice(SIGNS),
    help="Count relations of these signs only.  [default: all; for eigenvector and pagerank "
    "not_negative, as an edge counts as support; for pn not_neutral]",
)
@click.option(
    "--exact/--sampled",
    default=None,
    help="Measure betweenness, closeness and harmonic exactly, however long it takes, or on a "
    "sample, unless weighted.  [default: on a sample if it would take over a minute]",
)
@click.option(
    "--seed",
    type=Count(0),
    metavar="N",
    default=SEED,
    help=f"The seed of the sample.  [default: {SEED}]",
)
@explain_option("a measure", "pagerank", complete_measures)
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
    outward: bool,
    signs: Signs | None,
    exact: bool | None,
    seed: int,
    explain: tuple[str, ...],
    filters: Filters,
    form: str,
) -> None:
    """Rank the actors by one or several measures, or explain measures."""
    if explain:
        _explain(explain, form)
        return
    measures = _split_measures(by or [DEFAULT_MEASURE])
    asked = {"directed": directed, "weighted": weighted, "outward": outward}
    _refuse_idle_options(measures, asked | {"signs": signs is not None}, exact=exact)
    network = filters.apply(session.read_and_warn())
    with ProgressBar("Measuring") as progress:
        answer = measure_centrality(
            network,
            *measures,
            directed=directed,
            weighted=weighted,
            outward=outward,
            signs=signs,
            exact=exact,
            seed=seed,
            progress=progress.update,
        )
    if top is None and form in ("text", "markdown"):
        top = DEFAULT_TOP
    answer = answer if top is None else answer.top(top)
    _print(answer, len(network.actor_numbers), filters, form)
    if form == "csv" and answer.notes:
        print_message(visible(" ".join(answer.notes)))
    if seed != SEED and not answer.sampled:
        print_message(f"--seed {seed} changes nothing: no score is sampled.")


def _split_measures(values: Sequence[str]) -> list[str]:
    """Return the names that the values of an option hold; ``all`` is all of them."""
    names = split_commas(*values)
    return [measure for name in names for measure in (MEASURES if name == "all" else [name])]


def _explain(values: Sequence[str], form: str) -> None:
    """Print what measures mean.

    Raises
    ------
    QuestionError
        When a measure does not exist.
    """
    refuse_options_beside(click.get_current_context())
    try:
        names = resolve_measures(_split_measures(values))
    except QuestionError as error:
        raise QuestionError("explain", error.what) from None
    print_explanation([MEASURE_FACTS[name] for name in names], form)


REMEDIES = {
    "directed": "Rank by in_degree, out_degree, weighted_in_degree or weighted_out_degree.",
    "weighted": "Rank by weighted_degree, weighted_in_degree or weighted_out_degree.",
    "outward": "Rank by closeness, harmonic or pn.",
    "signs": "It counts positive and negative relations apart.",
}


def _refuse_idle_options(
    measures: Sequence[str], asked: Mapping[str, bool], *, exact: bool | None
) -> None:
    """Refuse options that none of the measures depends on.

    Raises
    ------
    click.UsageError
        When there is one, with what to ask for instead.
    """
    names = [resolve_measure(measure) for measure in measures]
    options = {
        f"--{name}": (is_given, INDEPENDENT[name], REMEDIES[name])
        for name, is_given in asked.items()
    }
    options[f"--{'exact' if exact else 'sampled'}"] = (
        exact is not None,
        frozenset(MEASURES) - PATH_MEASURES,
        "Only betweenness, closeness and harmonic are ever sampled.",
    )
    for option, (is_given, independent, remedy) in options.items():
        if is_given and independent >= set(names):
            message = f"{option} changes nothing: {', '.join(names)} does not depend on it."
            raise click.UsageError(f"{message} {remedy}", click.get_current_context())


def _print(answer: Centrality, actors: int, filters: Filters, form: str) -> None:
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
