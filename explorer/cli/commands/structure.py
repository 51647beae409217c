"""``explore structure``: the figures by which networks are described."""

from __future__ import annotations

import click

from explorer.cli.explain_option import (
    explain_option,
    print_explanation,
    refuse_options_beside,
)
from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_completion import complete_figures
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import split_commas
from explorer.cli.printing import print_answer, print_message
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.report import structure as report
from graph.analysis.facts.catalogue import find_figures
from graph.analysis.structure_measurement import measure_structure
from graph.select.edge_relations import SIGNS, Signs
from graph.text.safe import visible

EXAMPLES = (
    "explore --example structure",
    "explore --example structure --avoid borders,located_in",
    "explore --example structure --signs positive",
    "explore --example structure --format json",
    "explore structure --explain transitivity",
)


@click.command("structure", cls=Command, examples=EXAMPLES, on_spark=True)
@click.option(
    "--signs",
    type=click.Choice(SIGNS),
    help="Count relations of these signs only.  [default: all]",
)
@explain_option("a figure", "density", complete_figures)
@filter_options
@format_option
@click.pass_obj
def structure_command(
    session: Session,
    *,
    signs: Signs | None,
    explain: tuple[str, ...],
    filters: Filters,
    form: str,
) -> None:
    """Describe the network by its figures, each with the projection it is taken on.

    \b
    components         parts between which no path leads; isolates have no edge
    density            share of all pairs of actors that have an edge
    reciprocity        share of directed edges that also run the other way
    transitivity       share of paths of two edges that a third closes
    local clustering   mean share of an actor's neighbours who are neighbours
    core number        k: actors who have k neighbours each among themselves
    articulation       actors, and bridges edges, that hold parts together
    diameter, radius   steps to the farthest actor: the most and the fewest
    mean path length   mean steps between two actors of the largest component
    assortativity      1 if edges join the same kind, 0 if kinds do not matter

    json and csv name the actors and bridges. --explain FIGURE says what each means;
    docs/measures.md has examples, too.
    """  # noqa: D301 - click's mark for lines that are not wrapped
    if explain:
        refuse_options_beside(click.get_current_context())
        print_explanation(find_figures(split_commas(*explain)), form)
        return
    if session.engine == "spark":
        from explorer.cli.spark_measures import print_structure

        print_structure(session, signs, filters, form)
        return
    network = filters.apply(session.read_and_warn())
    with ProgressBar("Measuring") as progress:
        answer = measure_structure(network, signs=signs, progress=progress.update)
    print_answer(filters.add_sentence(format_answer(report, answer, form), form))
    if form == "csv" and answer.notes:
        print_message(visible(" ".join(answer.notes)))
