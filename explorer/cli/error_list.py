"""Several errors of one command line, so that each is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from graph.errors import GraphError


class ErrorList(GraphError):  # noqa: N818 - several, not one
    """Errors that were found in one command line.

    Parameters
    ----------
    errors
        Two errors or more.
    """

    def __init__(self, errors: Iterable[GraphError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(map(str, self.errors)))


def call_all(calls: Iterable[Callable[[], Any]]) -> list[Any]:
    """Call functions one after the other, each also when one before it failed; return the results.

    Raises
    ------
    GraphError
        The error of the call that failed; an `ErrorList` when several did.
    """
    results: list[Any] = []
    errors: dict[str, GraphError] = {}  # by message: a word given twice is reported once
    for call in calls:
        try:
            results.append(call())
        except ErrorList as error:
            errors |= {str(each): each for each in error.errors}
        except GraphError as error:
            errors[str(error)] = error
    if len(errors) > 1:
        raise ErrorList(errors.values())
    if errors:
        raise next(iter(errors.values()))
    return results


def call_with_words(call: Callable[[list[str]], Any], words: Iterable[str]) -> Any:  # noqa: ANN401 - as the call
    """Call a function with words; if it refuses them, find all that it refuses.

    Raises
    ------
    GraphError
        The errors of all words.
    """
    given = list(words)
    try:
        return call(given)
    except GraphError:
        call_all(partial(call, [word]) for word in given)
        raise
