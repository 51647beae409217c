"""``explore story``: the story of the network."""

from __future__ import annotations

import click

from explorer.cli.format_option import format_option
from explorer.cli.lazy_group import Command
from explorer.cli.printing import get_terminal_width, print_answer
from explorer.cli.session import Session
from explorer.report import story as report
from graph import DataError, Problem
from graph.data.file_names import STORY_FILE

EXAMPLES = (
    "explore --example story",
    "explore --example story --format markdown",
)
REMEDY = "Write one: for each step a heading, a text and a page link such as #path=ann,bob."


@click.command("story", cls=Command, examples=EXAMPLES)
@format_option
@click.pass_obj
def story_command(session: Session, form: str) -> None:
    """Print the story of story.md, each step with its page link.

    A page link is the part of the page's address behind the #. The page shows the same steps.
    """
    story = session.read_story(session.read_and_warn())
    if story is None:
        problem = Problem(STORY_FILE, None, "", "this file does not exist.", REMEDY, rule="no-file")
        raise DataError([problem])
    formats = {
        "text": lambda: report.to_text(story, get_terminal_width()),
        "markdown": lambda: report.to_markdown(story),
        "json": lambda: report.to_json(story),
        "csv": lambda: report.to_csv(story),
    }
    print_answer(formats[form]())
