"""``explore check``: every problem in the files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from explorer.cli.exit_codes import FAILED, FilesError
from explorer.cli.lazy_group import Command
from explorer.cli.options import format_option
from explorer.cli.printing import answer, error_line, tell
from explorer.cli.session import Session
from explorer.report import problems as report
from explorer.report.text import counted
from graph import Network
from graph.errors import DataError, Problem

EXAMPLES = (
    "explore --example check",
    "explore --example check --strict --format json",
)


@click.command("check", cls=Command, examples=EXAMPLES)
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@format_option
@click.pass_context
def check_command(context: click.Context, *, strict: bool, form: str) -> None:
    """Tell every problem in the files, errors and warnings, with its line and what to do.

    Ends with exit code 1 when there is an error.
    """
    session = context.find_object(Session) or Session(None, {}, example=False)
    problems, contents, hint = _found(session)
    if strict:
        problems = [replace(problem, severity="error") for problem in problems]
    _print(problems, contents, form)
    if hint:
        tell(hint)
    if any(problem.severity == "error" for problem in problems):
        context.exit(FAILED)


def _found(session: Session) -> tuple[Sequence[Problem], str, str]:
    """Return every problem, what the files hold when they can be read, and a hint when not."""
    try:
        network = session.read()
    except FilesError as error:
        return error.problems, "", error.hint
    actors, relations = len(network.actor_numbers), len(network.relation_numbers)
    sources = counted(len(network.source_rows), "source")
    held = f"{counted(actors, 'actor')}, {counted(relations, 'relation')}, {sources}"
    doubts, told = _story(network)
    return [*network.warnings, *doubts], f"{held}{told}.", ""


def _story(network: Network) -> tuple[Sequence[Problem], str]:
    """Return every problem of the story, and how long it is."""
    try:
        story = network.story
    except DataError as error:
        return error.problems, ""
    if story is None:
        return (), ""
    return story.warnings, f", a story of {counted(len(story.steps), 'step')}"


def _print(problems: Sequence[Problem], contents: str, form: str) -> None:
    told = {
        "text": lambda: _text(problems, contents),
        "markdown": lambda: report.markdown(problems),
        "json": lambda: report.json(problems),
        "csv": lambda: report.csv(problems),
    }
    answer(told[form]())


def _text(problems: Sequence[Problem], contents: str) -> str:
    lines = [error_line(str(problem), problem.severity) for problem in problems]
    return "\n".join([*lines, f"{report.summary(problems)} {contents}".rstrip()])
