"""``explore whatif``: what would be otherwise."""

from __future__ import annotations

from functools import partial
from itertools import chain

import click

from explorer.cli.error_list import call_all
from explorer.cli.filter_options import Filters, filter_options, require_selected
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_completion import complete_actors, complete_measures
from explorer.cli.lazy_group import Command
from explorer.cli.measure_options import DEFAULT_MEASURE
from explorer.cli.parameters import Count, require_value
from explorer.cli.printing import print_answer
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session, find_actor
from explorer.report import what_if as report
from graph import what_if

SECONDS = 60
RELATION = "Poland ally Ukraine"
EXAMPLES = (
    "explore --example whatif --without Belarus",
    "explore --example whatif --without Vilnius --path Lukashenko Tsikhanouskaya",
    f'explore --example whatif --add "{RELATION}" --by degree',
    'explore --example whatif --flip "Russia opposes Ukraine" --at 2022',
)


@click.command("whatif", cls=Command, examples=EXAMPLES)
@click.option(
    "--without",
    metavar="ACTOR",
    multiple=True,
    shell_complete=complete_actors,
    callback=require_value("an actor", "Vilnius"),
    help="Suppose that this actor is not there. For several: repeat it.",
)
@click.option(
    "--add",
    metavar="RELATION",
    multiple=True,
    callback=require_value("a relation", RELATION),
    help=f'Suppose one more relation: "{RELATION}", or with a date, "{RELATION} @2022".',
)
@click.option(
    "--flip",
    metavar="RELATION",
    multiple=True,
    callback=require_value("a relation", RELATION),
    help='Suppose that a relation has the other sign: a positive one becomes "opposes", a negative '
    'one "supports".',
)
@click.option(
    "--path",
    "paths",
    metavar="ACTOR OTHER",
    nargs=2,
    multiple=True,
    shell_complete=complete_actors,
    help="Compare the shortest path between two actors, too. For several: repeat it.",
)
@click.option(
    "--by",
    "measure",
    metavar="MEASURE",
    default=DEFAULT_MEASURE,
    shell_complete=complete_measures,
    callback=require_value("a measure", "degree"),
    help=f"Rank the actors by this measure.  [default: {DEFAULT_MEASURE}]",
)
@click.option(
    "--seconds",
    type=Count(1),
    metavar="N",
    default=SECONDS,
    help=f"How long all proofs of balance may take.  [default: {SECONDS}]",
)
@filter_options
@format_option
@click.pass_obj
def whatif_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    *,
    without: tuple[str, ...],
    add: tuple[str, ...],
    flip: tuple[str, ...],
    paths: tuple[tuple[str, str], ...],
    measure: str,
    seconds: int,
    filters: Filters,
    form: str,
) -> None:
    """Show what would be otherwise without an actor or a source, or with other relations.

    Compares structure, paths, ranks, balance and camps, before and after. With --without-source a
    source is supposed to be wrong. All other filters apply to both, before and after.
    """
    both = filters._replace(without_source=())
    network = session.read_and_warn()
    *named, selected = call_all(
        [
            *(partial(find_actor, network, name) for name in (*without, *chain(*paths))),
            partial(both.apply, network),
        ]
    )
    call_all(partial(require_selected, selected, actor) for actor in named)
    ids = [actor.id for actor in named]
    removed, ends = ids[: len(without)], iter(ids[len(without) :])
    with ProgressBar("Comparing") as progress:
        answer = what_if(
            selected,
            without=removed,
            without_source=filters.without_source,
            add=add,
            flip=flip,
            paths=list(zip(ends, ends, strict=True)),
            measure=measure,
            seconds=seconds,
            progress=progress.update,
        )
    print_answer(both.add_sentence(format_answer(report, answer, form), form))
