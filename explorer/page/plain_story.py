"""The story as plain text in blocks: what the page tells where JavaScript is off."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.text.safe import visible
from graph.text.urls import parse_web_address

Row = dict[str, Any]


def plain_story(document: Mapping[str, Any]) -> Row | None:
    """Return the document's story with visible text and no page links; None where it has none.

    Parameters
    ----------
    document
        As `explorer.page.document.document` makes it.

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
        "introduction": _blocks(story["introduction"]),
        "steps": [
            {"heading": visible(step["heading"]), "text": _blocks(step["text"])}
            for step in story["steps"]
        ],
    }


def _blocks(blocks: Sequence[Row]) -> list[Row]:
    return [_block(block) for block in blocks]


def _block(block: Row) -> Row:
    if "paragraph" in block:
        return {"paragraph": [_run(run) for run in block["paragraph"]]}
    if "quote" in block:
        return {"quote": _blocks(block["quote"])}
    # "parts", as Jinja would take "items" for the method
    return {"parts": [_blocks(item) for item in block["items"]], "first": block["first"]}


def _run(run: Row) -> Row:
    return {
        "text": visible(run["text"]),
        "emphasis": run.get("emphasis", False),
        "strong": run.get("strong", False),
        "link": parse_web_address(run.get("link", "")) or "",
    }
