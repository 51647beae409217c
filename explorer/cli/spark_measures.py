"""``explore centrality``, ``structure`` and ``communities`` on Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.cli.format_option import format_answer
from explorer.cli.printing import print_answer
from explorer.cli.spark_session import open_on_spark, refuse_on_spark
from graph.analysis.centrality import SEED

if TYPE_CHECKING:
    from explorer.cli.filter_options import Filters
    from explorer.cli.measure_options import AskedMeasures
    from explorer.cli.session import Session
    from graph.select.edge_relations import Signs
    from graph.spark.communities import LabelCommunities

DEFAULT_TOP = 20


def print_centrality(  # noqa: PLR0913 - what the command was asked
    session: Session,
    asked: AskedMeasures,
    filters: Filters,
    form: str,
    *,
    top: int | None,
    doubt: bool,
) -> None:
    """Print the actors ranked by measures that Spark takes; by degree where none is named."""
    from explorer.report import centrality as report
    from graph.spark.centrality import measure_centrality

    asked = asked if asked.by else asked._replace(by=("degree",))
    asked.refuse_idle_options()
    others = {
        "--doubt": doubt,
        "--outward": asked.outward,
        "--exact": asked.exact is not None,
        "--seed": asked.seed != SEED,
    }
    for option, is_asked in others.items():
        if is_asked:
            refuse_on_spark(option)
    if top is None and form in ("text", "markdown"):
        top = DEFAULT_TOP
    with open_on_spark(session) as whole:
        network = filters.apply(whole)
        answer = measure_centrality(
            network,
            *asked.measures,
            directed=asked.directed,
            weighted=asked.weighted,
            signs=asked.signs,
            top=top,
        )
        actors = int(network.find_selected_actors().sum())
    formats = {
        "text": lambda: report.to_text(answer, actors=actors),
        "markdown": lambda: report.to_markdown(answer, actors=actors),
        "json": lambda: report.to_json(answer, actors=actors),
        "csv": lambda: report.to_csv(answer),
    }
    print_answer(filters.add_sentence(formats[form](), form))


def print_structure(session: Session, signs: Signs | None, filters: Filters, form: str) -> None:
    """Print the figures that Spark measures."""
    from explorer.report import structure as report
    from graph.spark.structure import measure_structure

    with open_on_spark(session) as whole:
        answer = measure_structure(filters.apply(whole), signs=signs)
    print_answer(filters.add_sentence(format_answer(report, answer, form), form))


def find_communities_on_spark(
    session: Session, filters: Filters, *, weighted: bool, seed: int
) -> LabelCommunities:
    """Return the communities that Spark finds by label propagation, which draws no lots."""
    from graph.spark.communities import find_communities

    if seed != SEED:
        refuse_on_spark("--seed", "Label propagation draws no lots. Remove it.")
    with open_on_spark(session) as whole:
        return find_communities(filters.apply(whole), weighted=weighted)
