"""Print the paths of an answer in every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from explorer.cli.filter_options import Filters
from explorer.cli.printing import get_terminal_width, print_answer, print_message
from graph.text.safe import visible

if TYPE_CHECKING:
    from graph.analysis.paths.answer import Paths

BIBLIOGRAPHIES = ("bibtex", "csl-json")


def print_found(answer: Paths, filters: Filters, form: str, most: int | None) -> None:
    """Print paths in a format.

    Parameters
    ----------
    most
        How many paths are shown; None for all that are listed.
    """
    from explorer.report import paths as report

    formats: Mapping[str, Callable[[], str]] = {
        "text": lambda: report.to_text(answer, most=most, width=get_terminal_width()),
        "markdown": lambda: report.to_markdown(answer, most=most),
        "json": lambda: report.to_json(answer),
        "csv": lambda: report.to_csv(answer),
        **{each: partial(_list_sources, answer, most, each) for each in BIBLIOGRAPHIES},
    }
    if not answer.paths and form in BIBLIOGRAPHIES:
        print_message(visible(answer.sentence))
    print_answer(filters.add_sentence(formats[form](), form))


def _list_sources(answer: Paths, most: int | None, form: str) -> str:
    """Return the sources of the shown paths for a program that keeps references."""
    from explorer.report import bibliography
    from explorer.report import paths as report

    listed = report.list_references(answer, most)
    is_bibtex = form == "bibtex"
    return bibliography.to_bibtex(listed) if is_bibtex else bibliography.to_csl_json(listed)
