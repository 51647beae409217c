"""Options of a page: its title and description, and how it opens."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from explorer.cli.parameters import Choice
from explorer.page.presentation import THEMES, Presentation

_OPTIONS = (
    click.option("--title", metavar="TEXT",
                 help="The title of the page.  [default: the title of its story]"),
    click.option("--description", metavar="TEXT", help="A text below the title."),
    click.option("--language", metavar="TAG", default="en",
                 help="The language of the data: en, be, zh-Hant.  [default: en]"),
    click.option("--theme", metavar="THEME", type=Choice("a theme", THEMES), default="auto",
                 help="light, dark, or auto for the theme of the system.  [default: auto]"),
    click.option("--embed", is_flag=True,
                 help="Show only the network, for a frame in another page."),
    click.option("--no-story", is_flag=True, help="Leave out the story of story.md."),
)  # fmt: skip
_NAMES = ("title", "description", "language", "theme", "embed")


def presentation_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a page to a command, as one argument ``presentation``."""

    @wraps(command)
    def wrapper(*args: Any, **options: Any) -> None:  # noqa: ANN401 - the command's own
        values = {name: options.pop(name) for name in _NAMES}
        presentation = Presentation(**values, story=not options.pop("no_story"))
        command(*args, presentation=presentation, **options)

    for option in reversed(_OPTIONS):
        wrapper = option(wrapper)
    return wrapper
