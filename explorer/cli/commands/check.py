"""``explore check``: every problem in the files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from explorer.cli.error_lines import FilesError
from explorer.cli.exit_codes import FAILED
from explorer.cli.format_option import format_option
from explorer.cli.lazy_group import Command
from explorer.cli.printing import format_problem_line, print_answer, print_message
from explorer.cli.session import FILES, Session
from explorer.cli.spark_session import open_on_spark, refuse_on_spark
from explorer.report import problems as report
from graph import DataError, Limits, Network, Problem
from graph.data.counts import format_count
from graph.data.file_names import ACCEPTED_FILE
from graph.errors import Cause, group_by_cause
from graph.formats.accepted_file import format_accepted
from graph.formats.atomic_write import write_bytes
from graph.formats.types_draft import draft_types
from graph.loading import ReadOptions, list_warnings
from graph.saved.layout_file import find_layout, read_layout
from graph.text.safe import visible

EXAMPLES = (
    "explore --example check",
    "explore --example check --strict --format json",
)


@click.command("check", cls=Command, examples=EXAMPLES, on_spark=True)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--all", "list_all", is_flag=True, help="List each problem, accepted warnings, too.")
@click.option(
    "--accept", is_flag=True, help="Leave out these warnings from now on, until their rows change."
)
@click.option("--write-types", is_flag=True, help="Add undeclared types to types.csv.")
@format_option
@click.pass_context
def check_command(  # noqa: PLR0913 - its options
    context: click.Context,
    *,
    strict: bool,
    list_all: bool,
    accept: bool,
    write_types: bool,
    form: str,
) -> None:
    """List the errors and warnings in the files, with their lines and what to do.

    Problems of one cause are one line; --all, json and csv list each of them.
    The exit code is 1 when there is an error.
    """
    session = context.find_object(Session) or Session(None, {}, example=False)
    if session.engine == "spark" and (accept or write_types):
        refuse_on_spark("--accept" if accept else "--write-types")
    if accept or write_types:
        _refuse_example(context, session)
        if write_types:
            _write_types(session)
        if accept:
            _accept_warnings(session)
        return
    problems, contents, hint = _check(session._replace(show_accepted=list_all))
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


def _refuse_example(context: click.Context, session: Session) -> None:
    """Refuse to write beside the example, which comes with the project."""
    if session.example:
        message = "--accept and --write-types write beside data of your own: give --data DIR."
        raise click.UsageError(message, context)


def _write_types(session: Session) -> None:
    """Add a line to types.csv for each type that nothing declares."""
    network = session._replace(show_accepted=True).read()
    names = [each.value for each in network.warnings if each.rule == "undeclared-type"]
    path = Path(session.files.get("types") or Path(session.data_folder, "types.csv"))
    if not names:
        print_answer("Every type is declared: nothing is written.")
        return
    types = [network.columns.types[name] for name in names]
    write_bytes(path, draft_types(types, path))
    count = format_count(len(names), "type")
    print_answer(visible(f"{path}: {count} added. Give each a sign (+, - or 0) and its words."))


def _accept_warnings(session: Session) -> None:
    """Write accepted.csv, with every warning that there is."""
    given = {family: session.files.get(family) for family in FILES}
    options = ReadOptions(session.encoding, limits=Limits(**session.bounds))
    try:
        rows = list_warnings(Path(session.data_folder), given, options)
    except DataError as error:
        raise FilesError(error.problems, session.format_command("check"), "") from None
    path = Path(session.data_folder, ACCEPTED_FILE)
    write_bytes(path, format_accepted(rows).encode())
    count = format_count(len(rows), "warning")
    print_answer(visible(f"{path}: {count} accepted, each until its row changes."))


def _check(session: Session) -> tuple[Sequence[Problem], str, str]:
    """Return every problem, the contents of the files, and a hint when there are no files."""
    if session.engine == "spark":
        return _check_on_spark(session)
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


def _check_on_spark(session: Session) -> tuple[Sequence[Problem], str, str]:
    """Return the same from Spark: the errors and warnings of the tables."""
    from graph.spark.checking import check

    try:
        with open_on_spark(session) as network:
            checked = check(network.data, Limits(**session.bounds).most_problems)
    except FilesError as error:
        return error.problems, "", error.hint
    counts = (checked.actor_count, "actor"), (checked.relation_count, "relation")
    counted = [format_count(*each) for each in (*counts, (checked.source_count, "source"))]
    return checked.problems, f"{', '.join(counted)}.", ""


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
