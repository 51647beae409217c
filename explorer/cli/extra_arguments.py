"""What to write instead of an argument that is too many."""

from __future__ import annotations

import click

from graph.text.safe import visible

QUOTES = 'A name of several words needs quotes: "North Bank".'
PATTERN_QUOTES = 'A pattern needs quotes: "? leads Belarus".'
PAGE_ENDINGS = (".html", ".htm", ".svg", ".png", ".pdf")


def refuse_extra_arguments(context: click.Context) -> None:
    """Refuse arguments that a command does not take, and say what is probably meant.

    Raises
    ------
    click.UsageError
        When there is such an argument.
    """
    if context.args and not context.resilient_parsing:
        extra = context.args[0]
        raise click.UsageError(f"{extra!r} is one argument too many. {_suggest(context)}", context)


def suggest_option(context: click.Context, word: str) -> str:
    """Return a sentence with the option that a file or a folder needs; empty for none."""
    from pathlib import Path

    names = {name for option in context.command.get_params(context) for name in option.opts}
    ending = Path(word).suffix.lower()
    if "--output" in names and ending in PAGE_ENDINGS:
        return f"To name the file to write: -o {_quote(word)}"
    if "--data" in names and Path(word).is_dir():
        return f"To read this folder: --data {_quote(word)}"
    if "--relations" in names and ending in (".csv", ".gz"):
        family = "actors" if Path(word).name.startswith("actor") else "relations"
        return f"To read this file: --{family} {_quote(word)}"
    return ""


def _suggest(context: click.Context) -> str:
    """Return a sentence with what is probably meant."""
    extra = context.args[0]
    option = suggest_option(context, extra)
    if option:
        return option
    names = {name for option in context.command.get_params(context) for name in option.opts}
    if "--by" in names:
        return f"To choose a measure: --by {_quote(extra)}"
    if context.info_name == "cut" and extra.casefold() in ("relations", "relation", "steps"):
        return "To remove steps: --relations"
    if context.info_name == "find":
        return PATTERN_QUOTES
    if any(isinstance(parameter, click.Argument) for parameter in context.command.params):
        return QUOTES
    return "Remove it."


def _quote(word: str) -> str:
    import shlex

    return visible(shlex.quote(word))
