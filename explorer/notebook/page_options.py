"""The options of a page, by name: an unknown one is refused with the nearest."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypedDict

from graph import QuestionError
from graph.errors import quote_value

if TYPE_CHECKING:
    from explorer.page.presentation import Theme
    from graph.loading import StrPath


class PageOptions(TypedDict, total=False):
    """The options of a page; see `explorer.Network.html`."""

    title: str | None
    description: str | None
    language: str
    theme: Theme
    embed: bool
    story: bool
    include_private: bool
    layout: StrPath | bool


class SaveOptions(PageOptions, total=False):
    """The options of a page, and those that only a picture has; see `explorer.Network.picture`."""

    page: str
    width: int | None
    height: int | None
    size_by: str | None
    legend: bool


def list_options(function: Callable[..., object]) -> list[str]:
    """Return the names of the options of a function: its arguments that need their names.

    Examples
    --------
    >>> list_options(sorted)
    ['key', 'reverse']
    """
    parameters = inspect.signature(function).parameters.values()
    return [each.name for each in parameters if each.kind is inspect.Parameter.KEYWORD_ONLY]


def check_options(given: Iterable[str], known: Iterable[str]) -> None:
    """Refuse options that do not exist.

    Raises
    ------
    QuestionError
        With the first of them, and the nearest that exists.

    Examples
    --------
    >>> check_options(["titel"], ["title", "theme"])
    Traceback (most recent call last):
    ...
    graph.errors.QuestionError: titel: there is no such option. Did you mean 'title'?
    """
    from graph.names.suggest import suggest_word

    names = list(known)
    for name in given:
        if name not in names:
            every = f"There are: {', '.join(names)}." if names else "There are none."
            hint = suggest_word(name, names) or every
            raise QuestionError(name, f"there is no such option. {hint}")


def refuse_name(path: Path) -> NoReturn:
    """Refuse a name whose ending is neither a page's nor a picture's, with the calls for others."""
    name = quote_value(path.name)
    what = f"{name} does not end as a page (.html) or a picture (.svg, .png, .pdf) does."
    table, folder = f"net.actors.to_csv({name})", f"net.to_folder({quote_value(path.stem)})"
    raise QuestionError("file", f"{what} For one table: {table}; for the CSV files: {folder}.")


def refuse_story(options: PageOptions) -> None:
    """Refuse a story for a page of two versions, which has none."""
    if options.get("story"):
        raise QuestionError("story", "a page of two versions has no story. Remove the option.")
