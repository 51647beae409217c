"""An error names the option, or the place, that was typed; never an argument of Python."""

import ast
import functools
from pathlib import Path

import click
import pytest
from terminal import run

import graph
from explorer.cli import explore
from explorer.cli.argument_names import find_name

CONTEXT = click.Context(explore)
COMMANDS = {name: explore.get_command(CONTEXT, name) for name in explore.list_commands(CONTEXT)}

ERRORS = {
    "path Putin Kyiv Minsk --together": "--together is about the path between two actors.",
    "path Putin Kyiv Minsk --in-order": "--in-order is about the path between two actors.",
    "path Putin Kyiv --in-order --by voices": "--in-order needs the order steps or influence,",
    "path Putin Kyiv --at 1200": "'Vladimir Putin' does not exist in 1200",
    "between Vilnius Vilnius": "'Vilnius' is named twice. Name each once.",
    "cut Putin Putin": "OTHER: 'Vladimir Putin' is both ends. Name two actors.",
    "whatif": "--without: Nothing is supposed.",
    "whatif --flip nobody": "--flip: 'nobody': needs two actors",
    "whatif --without Putin --by no": "--by: 'no' is not a measure.",
    "cite no": "'no' is not the id of a path, a relation or a source",
    "find nobody": "PATTERN needs two actors and a relation between them,",
    "sources no": "SOURCE: 'no' is not a source.",
    "compare no none": "'no' is no version of the data.",
    "picture --size-by no -o x.svg": "--size-by: 'no' is not a measure.",
    "path Putin Kyiv --max-length 0": "--max-length must be 1 or more, not 0.",
}


@pytest.mark.parametrize("words", ERRORS)
def test_an_error_names_what_was_typed(words):
    answer = run(*words.split())
    assert answer.exit_code == 2
    assert answer.stderr.startswith(f"Error: {ERRORS[words]}")


@functools.cache
def list_arguments():
    """Return the arguments that errors of the engine name."""
    return sorted(set(find_arguments()))


def find_arguments():
    for file in sorted(Path(graph.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = isinstance(node, ast.Call) and getattr(node.func, "id", "")
            if name == "QuestionError" and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_has_a_name_of_the_command_or_none(command):
    parameters = COMMANDS[command].params
    words = {word for each in parameters for word in each.opts}
    places = {each.metavar.strip("[]") for each in parameters if not each.opts[0].startswith("-")}
    found = {name: find_name(name, parameters) for name in list_arguments()}
    assert set(found.values()) <= {"", *places, *(word for word in words if word.startswith("--"))}
    assert found["from_graph"] == ""
