"""Writes docs/answers.md and docs/commands.md from the code; a test fails when they are stale.

Run it in the project's environment: ``python docs/regenerate.py``.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
from pathlib import Path

import click

import graph
from explorer.cli import explore
from graph.analysis.centrality import Centrality
from graph.analysis.paths import Path as ActorPath
from graph.analysis.paths import Paths, Step
from graph.analysis.profile import Profile, Tie

FOLDER = Path(__file__).parent
WIDTH = 80
RECORDS = (graph.Actor, graph.Relation, graph.Source, graph.RelationType, graph.Problem)

ANSWERS_HEAD = """# Answers

Every question to a Network returns a small frozen answer. It knows its own table (`.frame`), its
own sentence (`str`), its own data (`.to_dict()`, which `--format json` prints with everything that
is known of each relation) and its own display in a notebook. Field names are the same in Python, in
JSON and in the page. This file is written from the code by `docs/regenerate.py`.
"""

COMMANDS_HEAD = """# Commands

What `--help` says, for every command. This file is written from the code by `docs/regenerate.py`.
"""


def main() -> None:
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    return {"answers.md": answers(), "commands.md": commands()}


def answers() -> str:
    net = graph.load_example()
    parts = [ANSWERS_HEAD]
    asked = [
        (Paths, (ActorPath, Step), 'net.path("Minsk", "Belarus")', net.path("Minsk", "Belarus")),
        (Centrality, (), 'net.centrality("degree").top(2)', net.centrality("degree").top(2)),
        (Profile, (Tie,), 'net.profile("Putin")', net.profile("Putin")),
    ]
    for answer, pieces, question, example in asked:
        parts += [described(answer, 2), *(described(piece, 3) for piece in pieces)]
        data = json.dumps(example.to_dict(), ensure_ascii=False, indent=2)
        parts.append(f"`{question}.to_dict()`:\n\n```json\n{data}\n```\n")
    parts.append("## What answers are made of\n")
    parts += [described(record, 3) for record in RECORDS]
    return "\n".join(parts)


def described(kind: type, level: int) -> str:
    """A heading, the docstring's first paragraph, and a row for each field."""
    doc = inspect.getdoc(kind) or ""
    told = parameters(doc)
    rows = [
        f"| `{field.name}` | `{escaped(str(field.type))}` | {told.get(field.name, '')} |"
        for field in dataclasses.fields(kind)
    ]
    table = "\n".join(["| field | type | meaning |", "|---|---|---|", *rows])
    return f"{'#' * level} {kind.__name__}\n\n{doc.split(chr(10) * 2)[0]}\n\n{table}\n"


def escaped(text: str) -> str:
    return text.replace("|", "\\|")


def parameters(doc: str) -> dict[str, str]:
    """The numpy-style parameters of a docstring, each meaning on one line."""
    section = re.search(r"Parameters\n-+\n(.*?)(?:\n\n\w+\n-+|\Z)", doc, re.DOTALL)
    told: dict[str, str] = {}
    names: list[str] = []
    for line in section[1].splitlines() if section else ():
        if line and not line.startswith(" "):
            names = [name.strip() for name in line.split(",")]
        for name in names if line.startswith(" ") else ():
            told[name] = f"{told.get(name, '')} {line.strip()}".strip()
    return told


def commands() -> str:
    root = click.Context(
        explore, info_name="explore", terminal_width=WIDTH, max_content_width=WIDTH
    )
    parts = [COMMANDS_HEAD, helped(explore, root)]
    for name in explore.list_commands(root):
        command = explore.get_command(root, name)
        inner = click.Context(
            command, parent=root, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH
        )
        parts.append(helped(command, inner))
    return "\n".join(parts)


def helped(command: click.Command, context: click.Context) -> str:
    return f"## {context.command_path}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    main()
