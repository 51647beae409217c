"""``explore story``: the story that is told along the network."""

from __future__ import annotations

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import format_option
from explorer.cli.printing import answer, terminal_width
from explorer.cli.session import Session
from explorer.report import story as report
from graph.errors import DataError, Problem
from graph.loading import STORY_FILE

EXAMPLES = (
    "explore --example story",
    "explore --example story --format markdown",
)
HOW = "Write one: a heading a step, its text, and a page link such as #path=one,other."


@click.command("story", cls=Command, examples=EXAMPLES)
@format_option
@click.pass_obj
def story_command(session: Session, form: str) -> None:
    """Tell the story of story.md, each step with the page link that it shows.

    A page link is what stands in the address of the page behind the #. The page walks along the
    same steps.
    """
    story = session.story(session.network())
    if story is None:
        what = "there is no such file."
        raise DataError([Problem(STORY_FILE, None, "", what, HOW, rule="no-file")])
    told = {
        "text": lambda: report.text(story, terminal_width()),
        "markdown": lambda: report.markdown(story),
        "json": lambda: report.json(story),
        "csv": lambda: report.csv(story),
    }
    answer(told[form]())
