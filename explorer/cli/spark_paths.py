"""``explore path`` on Spark."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from explorer.cli.error_list import call_all
from explorer.cli.found_paths import print_found
from explorer.cli.limit_option import DEFAULT_LIMIT
from explorer.cli.spark_session import open_on_spark, refuse_on_spark

if TYPE_CHECKING:
    from explorer.cli.filter_options import Filters
    from explorer.cli.path_options import PathOptions
    from explorer.cli.session import Session


def print_paths(  # noqa: PLR0913 - what the command was asked
    session: Session,
    names: Sequence[str],
    asked: PathOptions,
    filters: Filters,
    form: str,
    *,
    output: str | None,
) -> None:
    """Print the shortest paths between actors, which Spark finds."""
    from graph.spark.paths import find_paths

    _refuse_other_orders(asked, output)
    with open_on_spark(session) as network:
        find_each = [partial(network.resolve, name) for name in names]
        *actors, selected = call_all([*find_each, partial(filters.apply, network)])
        answer = find_paths(
            selected,
            *(actor.id for actor in actors),
            directed=asked.directed,
            max_length=asked.max_length,
            limit=asked.limit or DEFAULT_LIMIT,
        )
    print_found(answer, filters, form, asked.count_shown(form))


def _refuse_other_orders(asked: PathOptions, output: str | None) -> None:
    """Refuse what asks for other paths than the shortest."""
    others = {
        "--k": asked.k is not None,
        f"--by {asked.by}": asked.by != "steps",
        "--no-hubs": not asked.hubs,
        "--together": asked.together,
        "--in-order": asked.in_order,
        "--history": asked.history,
        "--output": output is not None,
    }
    for option, is_asked in others.items():
        if is_asked:
            refuse_on_spark(option)
