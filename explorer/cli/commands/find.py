"""``explore find``: what fits a pattern of relations."""

from __future__ import annotations

from functools import partial

import click

from explorer.cli.error_list import call_all
from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_group import Command
from explorer.cli.limit_option import make_limit_option
from explorer.cli.parameters import require_value
from explorer.cli.printing import print_answer
from explorer.cli.session import Session
from explorer.report import pattern as report

EXAMPLES = (
    'explore --example find "? leads A; A attacks Ukraine"',
    'explore --example find "A[person] opposes Lukashenko; A leads|member_of B"',
    'explore --example find "? -|sanctions Belarus @2020..2022" --format csv',
)


@click.command("find", cls=Command, examples=EXAMPLES)
@click.argument(
    "pattern", metavar="PATTERN", callback=require_value("a pattern", "'? leads Belarus'")
)
@filter_options
@make_limit_option("answers")
@format_option
@click.pass_obj
def find_command(
    session: Session, pattern: str, *, filters: Filters, limit: int, form: str
) -> None:
    """Show all that fits PATTERN, in sentences with sources.

    \b
    ? leads A; A attacks Ukraine    parts with semicolons between them
    ?                               anybody
    A, B, C ...                     the same anybody wherever the letter stands
    ?[state|alliance], A[person]    anybody of a kind
    Putin, "Kalinouski Regiment"    a name; "A" is the actor whose name is A
    leads, is led by, member of     a type, or its words in sentences
    +, -, 0, any                    a sign, or any relation
    leads|commands                  one or the other
    ... @2022, ... @2020..2022      what may hold then

    A part is read from left to right; mutual types, and any, hold both ways. Letters stand for
    different actors, none of them one that is named. Answers that differ only in the order of the
    actors count once.
    """  # noqa: D301 - click's mark for lines that are not wrapped
    network = session.read_and_warn()
    (selected,) = call_all([partial(filters.apply, network)])
    answer = selected.find(pattern, limit=limit)
    session.print_filled_types(network, (each for step in answer.steps for each in step.relations))
    print_answer(filters.add_sentence(format_answer(report, answer, form), form))
