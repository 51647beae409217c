"""Completions of options, whose code is imported only when the Tab key is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

Completion = Callable[[click.Context, click.Parameter, str], list[Any]]


def _complete_with(name: str) -> Completion:
    """Return a completion that calls a function of `explorer.cli.completion_values`."""

    def complete(context: click.Context, parameter: click.Parameter, word: str) -> list[Any]:
        from explorer.cli import completion_values

        items: list[Any] = getattr(completion_values, name)(context, parameter, word)
        return items

    return complete


complete_actors = _complete_with("complete_actors")
complete_types = _complete_with("complete_types")
complete_kinds = _complete_with("complete_kinds")
complete_sources = _complete_with("complete_sources")
complete_claimants = _complete_with("complete_claimants")
complete_bases = _complete_with("complete_bases")
complete_columns = _complete_with("complete_columns")
complete_dates = _complete_with("complete_dates")
complete_measures = _complete_with("complete_measures")
complete_figures = _complete_with("complete_figures")
complete_files = _complete_with("complete_files")
complete_folders = _complete_with("complete_folders")
