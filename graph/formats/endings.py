"""What the ending of a file name asks for, and the advice where something else would be written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Literal

from graph.errors import OutputError, quote_value

Content = Literal["page", "picture", "table", "network file"]

ENDINGS: Mapping[Content, tuple[str, ...]] = {
    "page": (".html", ".htm"),
    "picture": (".svg", ".png", ".pdf"),
    "network file": (
        *(".gexf", ".graphml", ".cyjs", ".jgf", ".ftm", ".xlsx"),
        *(".sqlite", ".sqlite3", ".db", ".parquet"),
    ),
    "table": (".csv", ".tsv", ".json", ".md", ".txt", ".gz"),
}
NOT_DRAWN = (".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".eps", ".ps")
"""The endings of pictures in formats that are not written."""


def find_content(name: str) -> Content | None:
    """Return what a file of this name would hold; None where its ending says nothing.

    Examples
    --------
    >>> find_content("map.PNG"), find_content("page.htm"), find_content("may.2022")
    ('picture', 'page', None)
    """
    ending = get_ending(name)
    if ending in NOT_DRAWN:
        return "picture"
    return next((content for content, endings in ENDINGS.items() if ending in endings), None)


def get_ending(name: str) -> str:
    """Return the ending of a file name in small letters, with its dot; empty without one.

    Examples
    --------
    >>> [get_ending(name) for name in ("a.PNG", "a", ".png", "a.png.", "..")]
    ['.png', '', '.png', '.png', '']
    """
    path = PurePath(name.rstrip(". "))
    return (path.suffix or (path.name if path.name.startswith(".") else "")).lower()


def describe_page_ending(name: str, ways: Mapping[Content, str]) -> str:
    """Return why a page is not written to a file of this name; empty where it is.

    A name without an ending is taken as it is.

    Parameters
    ----------
    name
        The name of the file.
    ways
        How each content is written instead, as a command or a call.

    Examples
    --------
    >>> describe_page_ending("x.png", {"picture": "net.picture()"})
    "'x.png' is the name of a picture, and a page ends in .html. For a picture: net.picture()"
    >>> describe_page_ending("x.HTM", {})
    ''
    """
    content, ending = find_content(name), get_ending(name)
    if content == "page" or not ending:
        return ""
    if content is None:
        return f"{quote_value(name)} does not end as a page does. Give a name that ends in .html."
    what = f"{quote_value(name)} is the name of a {content}, and a page ends in .html."
    return f"{what} {advise(content, ways)}".rstrip()


def describe_folder_ending(name: str, ways: Mapping[Content, str]) -> str:
    """Return why a folder does not get this name; empty where it does.

    Examples
    --------
    >>> describe_folder_ending("x.csv", {})
    "'x.csv' is the name of a table, and the data is several files. Give the name of a folder."
    >>> describe_folder_ending("may.2022", {})
    ''
    """
    content = find_content(name)
    if content is None:
        return ""
    what = f"{quote_value(name)} is the name of a {content}, and the data is several files."
    return f"{what} Give the name of a folder. {advise(content, ways)}".rstrip()


def refuse_folder_name(folder: Path) -> None:
    """Refuse a new folder whose name is a file's.

    Raises
    ------
    OutputError
        When its ending says that it is a page, a picture or a table.
    """
    problem = describe_folder_ending(folder.name, {})
    if problem and not folder.exists():
        raise OutputError(problem)


def advise(content: Content, ways: Mapping[Content, str]) -> str:
    """Return how a content is written; empty where no way is known."""
    return f"For a {content}: {ways[content]}" if content in ways else ""
