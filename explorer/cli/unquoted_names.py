"""Notice names of several words that were typed without quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from explorer.cli.extra_arguments import QUOTES
from explorer.cli.printing import print_message
from graph.errors import ActorError, GraphError
from graph.text.safe import visible

if TYPE_CHECKING:
    from graph import Network


@contextmanager
def mention_quotes(network: Network, words: Sequence[str]) -> Iterator[None]:
    """Say what quotes are for, where words may be parts of one name.

    Parameters
    ----------
    words
        What was typed as names; two of them are no doubt two names.
    """
    is_sure = len(words) <= 2  # noqa: PLR2004 - two ends
    try:
        yield
    except GraphError:
        if not is_sure:
            print_message(QUOTES)
        raise
    for pair in () if is_sure else pairwise(words):
        name = " ".join(pair)
        if _is_name(network, name):
            print_message(f"If {visible(repr(name))} is one name, put it in quotes.")


def _is_name(network: Network, name: str) -> bool:
    try:
        network.resolve(name)
    except ActorError:
        return False
    return True
