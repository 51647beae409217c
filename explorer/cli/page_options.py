"""Options of a page: what it says about itself, and how it opens."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from explorer.cli.options import Word
from explorer.page.presentation import THEMES, Presentation

_OPTIONS = (
    click.option("--title", metavar="TEXT",
                 help="What stands at the top of the page.  [default: its story's title]"),
    click.option("--description", metavar="TEXT", help="What stands below the title."),
    click.option("--language", metavar="TAG", default="en",
                 help="The language the data is written in: en, be, zh-Hant.  [default: en]"),
    click.option("--theme", metavar="THEME", type=Word(THEMES), default="auto",
                 help="Open light, dark, or auto as the reader's system is.  [default: auto]"),
    click.option("--embed", is_flag=True,
                 help="Open as a bare view, for a frame in another page."),
    click.option("--no-story", is_flag=True, help="Leave out the story of story.md."),
)  # fmt: skip
_NAMES = ("title", "description", "language", "theme", "embed")


def presentation_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a page, as one argument ``presentation``."""

    @wraps(command)
    def presented(*args: Any, **options: Any) -> None:  # noqa: ANN401 - the command's own
        told = {name: options.pop(name) for name in _NAMES}
        presentation = Presentation(**told, story=not options.pop("no_story"))
        command(*args, presentation=presentation, **options)

    for option in reversed(_OPTIONS):
        presented = option(presented)
    return presented
