"""Find the lines of a story that still name a withheld actor, as the story is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.data.columns import Columns
from graph.errors import Problem
from graph.saved.story_markdown import PAGE_LINK_LINE, parse_blocks
from graph.sharing.mentions import REMEDY, RULE, describe_mention, find_name
from graph.sharing.withheld_names import WithheldNames

if TYPE_CHECKING:
    from markdown_it.token import Token


def find_story_mentions(before: Columns, public: Columns, file: str, text: str) -> list[Problem]:
    """Return a warning for each line of a story that names a withheld actor.

    Parameters
    ----------
    before, public
        As for `graph.sharing.mentions.find_mentions`.
    file
        The name of the story's file, for the warnings.
    text
        The Markdown.
    """
    names = WithheldNames(before, public)
    if not names:
        return []
    found: dict[int, str] = {}
    for line, name in _find_in_blocks(names, text):
        found.setdefault(line, name)
    return [
        Problem(file, line, "", describe_mention(name), REMEDY, "warning", rule=RULE)
        for line, name in sorted(found.items())
    ]


def _find_in_blocks(names: WithheldNames, text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the withheld name of each mention."""
    lines = [
        "" if PAGE_LINK_LINE.fullmatch(line.rstrip()) else line
        for line in re.split("\r\n|\r|\n", text)
    ]
    for token in parse_blocks("\n".join(lines)):
        if token.type != "inline" or not token.map:
            continue
        shown = ""
        for child in token.children or ():
            address = str(child.attrs.get("href", ""))
            if not address.startswith("#") and (name := find_name(names, address)):
                yield token.map[0] + 1 + shown.count("\n"), name
            shown += _render(child)
        for mention in names.find(shown):
            yield token.map[0] + 1 + shown.count("\n", 0, mention.start), mention.text


def _render(token: Token) -> str:
    """Return the text that is shown of a part of a line."""
    return "\n" if token.type in {"softbreak", "hardbreak"} else token.content
