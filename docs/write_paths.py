"""Write what the commands of docs/paths.md print below each of them."""

from __future__ import annotations

import re
import shlex
import textwrap
from pathlib import Path

from click.testing import CliRunner

from explorer.cli import explore

PAGE = Path(__file__).parent / "paths.md"
ANSWERED = re.compile(r"(```sh\nexplore ([^\n]*)\n```\n\n```text\n)(.*?)(```\n)", re.DOTALL)
WIDTH = 110


def write_paths() -> str:
    """Return the page with today's answers of its commands."""
    text = PAGE.read_text(encoding="utf-8")
    return ANSWERED.sub(lambda match: f"{match[1]}{_answer(match[2])}{match[4]}", text)


def _answer(command: str) -> str:
    run = CliRunner().invoke(explore, shlex.split(command), prog_name="explore")
    if run.exit_code:
        raise RuntimeError(f"{command}: {run.output}")
    lines = (_wrap(line) for line in run.stdout.splitlines())
    return "".join(f"{line}\n" for line in lines)


def _wrap(line: str) -> str:
    """Return a line as a terminal of `WIDTH` columns shows it, with a hanging indent."""
    indent = re.match(r" *(?:[0-9]+\. )?(?:\w+  +)?(?:\[[0-9]+\] |- )?", line)
    hang = " " * (len(indent[0]) if indent else 0)
    return (
        textwrap.fill(
            line, WIDTH, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
        )
        if len(line) > WIDTH
        else line
    )
