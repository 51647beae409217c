"""Types and checks of options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Any

import click

from explorer.cli.suggestions import suggest

Callback = Callable[[click.Context, click.Parameter, Any], Any]


class Choice(click.Choice[str]):
    """One of a few words; an error suggests the nearest.

    Parameters
    ----------
    noun
        What the words are, with its article, such as "a format".
    """

    def __init__(self, noun: str, words: Iterable[str]) -> None:
        super().__init__(list(words))
        self.noun = noun

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's own
        """Return what is wrong with a word, and the nearest or all that are right."""
        return f"{value!r} is not {self.noun}. {suggest(str(value), map(str, self.choices))}"


class Count(click.types.IntParamType):
    """A whole number in a range, which the help of the option says in its own words.

    Parameters
    ----------
    least
        The least number.
    most
        The greatest number; None for no limit.
    """

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least, self.most = least, most

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number; refuse one out of the range.

        Examples
        --------
        >>> Count(1).convert("3", None, None)
        3
        """
        try:
            number: int = click.INT(value, param, ctx)
        except click.BadParameter:
            given = repr(value)
        else:
            if self.least <= number and (self.most is None or number <= self.most):
                return number
            given = f"{number:,}"
        limits = f"{self.least:,} " + ("or more" if self.most is None else f"to {self.most:,}")
        name = param.opts[-1] if param else "The number"
        raise click.UsageError(f"{name} must be {limits}, not {given}.", ctx)


class Confidence(click.types.FloatParamType):
    """A confidence as a cell may say it, read as a number from 0 to 1."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number; refuse what is not a confidence.

        Examples
        --------
        >>> [Confidence().convert(text, None, None) for text in ("0.7", "85%", "high", "B2")]
        [0.7, 0.85, 0.8, 0.8]
        """
        from graph.errors import QuestionError
        from graph.select.filters import read_minimum

        try:
            return read_minimum(str(value))
        except QuestionError as error:
            name = param.opts[-1] if param else "The confidence"
            raise click.UsageError(f"{name}: {error.what}", ctx) from None


def require_value(noun: str, example: str) -> Callback:
    """Return a callback that refuses an empty value, which an unset shell variable leaves.

    Parameters
    ----------
    noun
        What the value is, with its article, such as "a folder".
    example
        A value that would be right.
    """

    def check(context: click.Context, parameter: click.Parameter, given: Any) -> Any:  # noqa: ANN401 - click's own
        values = given if isinstance(given, tuple) else () if given is None else (given,)
        if not all(map(split_commas, values)):
            is_option = isinstance(parameter, click.Option)
            name = parameter.opts[-1] if is_option else parameter.human_readable_name.strip("[]")
            message = f"{name} is empty. Give {noun}, such as {example}."
            raise click.UsageError(message, context)
        return given

    return check


def split_commas(*values: str) -> list[str]:
    """Return the words of an option that is repeated or holds several between commas.

    Examples
    --------
    >>> split_commas("ally, funds", "borders")
    ['ally', 'funds', 'borders']
    """
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def split_words(values: Iterable[str], known: Container[str]) -> list[str]:
    """Return the words of an option as `split_commas` does, but a known word with commas whole.

    Examples
    --------
    >>> split_words(["city, town", "state,person"], {"city, town", "state"})
    ['city, town', 'state', 'person']
    """
    return [
        word
        for value in values
        for word in ([value.strip()] if value.strip() in known else split_commas(value))
    ]
