"""``explore check``: every problem in the files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from explorer.cli.exit_codes import FAILED, FilesError
from explorer.cli.format_option import format_option
from explorer.cli.lazy_group import Command
from explorer.cli.printing import format_problem_line, print_answer, print_message
from explorer.cli.session import Session
from explorer.report import problems as report
from graph import DataError, Limits, Network, Problem
from graph.data.counts import format_count
from graph.errors import Cause, group_by_cause
from graph.saved.layout_file import find_layout, read_layout

EXAMPLES = (
    "explore --example check",
    "explore --example check --strict --format json",
)


@click.command("check", cls=Command, examples=EXAMPLES)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--all", "list_all", is_flag=True, help="List each problem, not each cause once.")
@format_option
@click.pass_context
def check_command(context: click.Context, *, strict: bool, list_all: bool, form: str) -> None:
    """List the errors and warnings in the files, with their lines and what to do.

    Problems of one cause are one line; --all, json and csv list each of them.
    The exit code is 1 when there is an error.
    """
    session = context.find_object(Session) or Session(None, {}, example=False)
    problems, contents, hint = _check(session)
    if strict:
        problems = [
            replace(each, severity="error") if each.severity == "warning" else each
            for each in problems
        ]
    formats = {
        "text": lambda: _to_text(problems, contents, list_all=list_all),
        "markdown": lambda: report.to_markdown(problems),
        "json": lambda: report.to_json(problems),
        "csv": lambda: report.to_csv(problems),
    }
    print_answer(formats[form]())
    if hint:
        print_message(hint)
    if any(problem.severity == "error" for problem in problems):
        context.exit(FAILED)


def _check(session: Session) -> tuple[Sequence[Problem], str, str]:
    """Return every problem, the contents of the files, and a hint when there are no files."""
    try:
        network = session.read()
    except FilesError as error:
        return error.problems, "", error.hint
    actors, relations = len(network.actor_numbers), len(network.relation_numbers)
    sources = format_count(len(network.source_rows), "source")
    counts = f"{format_count(actors, 'actor')}, {format_count(relations, 'relation')}, {sources}"
    story_problems, story = _check_story(network)
    layout_problems = _check_layout(session, network)
    return [*network.warnings, *story_problems, *layout_problems], f"{counts}{story}.", ""


def _check_story(network: Network) -> tuple[Sequence[Problem], str]:
    """Return every problem of the story, and the number of its steps in words."""
    try:
        story = network.story
    except DataError as error:
        return error.problems, ""
    if story is None:
        return (), ""
    return story.warnings, f", a story of {format_count(len(story.steps), 'step')}"


def _check_layout(session: Session, network: Network) -> Sequence[Problem]:
    """Return every problem of the layout beside the data, if there is one."""
    path = find_layout(network.files, layout=True)
    if path is None:
        return ()
    try:
        return read_layout(path, network, limits=Limits(**session.bounds)).warnings
    except DataError as error:
        return error.problems


def _to_text(problems: Sequence[Problem], contents: str, *, list_all: bool) -> str:
    """Return a line for each cause, or for each problem, and their counts."""
    causes = [Cause((each,)) for each in problems] if list_all else group_by_cause(problems)
    lines = [format_problem_line(str(cause), cause.first.severity) for cause in causes]
    counts = report.format_counts(problems)
    if len(causes) < len(problems):
        counts += " --all lists each of them."
    return "\n".join([*lines, f"{counts} {contents}".rstrip()])
