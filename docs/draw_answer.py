"""answer.svg: an answer as the terminal shows it, for README.md."""

from __future__ import annotations

import io

from click.testing import CliRunner
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

from explorer.cli import explore

QUESTION = ("path", "Lukashenko", "Vilnius")
COLUMNS = 100
# Rich's own frame names a font on the internet; a picture loads nothing.
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>TITLE</title>
<style>
text {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: {char_height}px }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def draw_answer() -> str:
    """Draw the answer to a question about the example as SVG."""
    command = f"explore {' '.join(QUESTION)}"
    answer = CliRunner().invoke(explore, ["--example", *QUESTION], catch_exceptions=False)
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), highlight=False)
    console.print(Text(f"$ {command}\n", style="bold"))
    console.print(Text(answer.stdout.rstrip()))
    return console.export_svg(
        title=command,
        theme=DIMMED_MONOKAI,
        code_format=FRAME.replace("TITLE", command),
        unique_id="answer",
    )
