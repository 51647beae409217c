"""Build the story as plain text in blocks, which the page shows without JavaScript."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.text.safe import visible
from graph.text.urls import parse_web_address

Row = dict[str, Any]


def build_plain_story(document: Mapping[str, Any]) -> Row | None:
    """Build the document's story with visible text and without page links; None without a story.

    Parameters
    ----------
    document
        As `explorer.page.document.build_document` makes it.

    Returns
    -------
    dict
        ``title``, ``introduction`` and ``steps``, as `graph.saved.story.Story.to_dict` has them. A
        run has ``text``, ``emphasis``, ``strong`` and ``link``, which may be empty.
    """
    story = document.get("story")
    if not story:
        return None
    return {
        "title": visible(story["title"]),
        "introduction": _convert_blocks(story["introduction"]),
        "steps": [
            {"heading": visible(step["heading"]), "text": _convert_blocks(step["text"])}
            for step in story["steps"]
        ],
    }


def _convert_blocks(blocks: Sequence[Row]) -> list[Row]:
    return [_convert_block(block) for block in blocks]


def _convert_block(block: Row) -> Row:
    if "paragraph" in block:
        return {"paragraph": [_convert_run(run) for run in block["paragraph"]]}
    if "quote" in block:
        return {"quote": _convert_blocks(block["quote"])}
    # called "parts" because in Jinja "items" is the method of a dictionary
    return {"parts": [_convert_blocks(item) for item in block["items"]], "first": block["first"]}


def _convert_run(run: Row) -> Row:
    return {
        "text": visible(run["text"]),
        "emphasis": run.get("emphasis", False),
        "strong": run.get("strong", False),
        "link": parse_web_address(run.get("link", "")) or "",
    }
