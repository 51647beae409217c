"""The tensions on a path, and what they make of its two ends, in words.

The page says the same in `explorer/page/assets/core/path_sign.js`.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.data.records import Actor
from graph.data.sentences import join_phrases
from graph.errors import shorten

MOST_OPPONENTS = 3  # named


def find_shared_opponents(actors: Sequence[Actor], negative_steps: Sequence[int]) -> list[Actor]:
    """Return the actors between two negative steps: those before and after them both oppose them.

    Parameters
    ----------
    actors
        Those of the path, in order.
    negative_steps
        The numbers of its negative steps, from 1.
    """
    return [actors[step] for step in negative_steps if step + 1 in negative_steps]


def describe_tensions(
    negative_steps: Sequence[int], opponents: Sequence[Actor], *, even: bool
) -> str:
    """Return how many tensions a path of several steps crosses, and that they make no alliance.

    Parameters
    ----------
    negative_steps
        The numbers of its negative steps, from 1.
    opponents
        The actors between two of them.
    even
        Whether its net sign is positive although it crosses tensions.

    Examples
    --------
    >>> describe_tensions([2], [], even=False)
    'It crosses one tension, at step 2.'
    >>> describe_tensions([1, 3], [], even=True)
    'It crosses 2 tensions, at steps 1 and 3; that makes no alliance.'
    >>> describe_tensions([1, 2], [Actor("x", "Xenia", "person")], even=True)
    'It crosses 2 tensions, at steps 1 and 2: Xenia is a shared opponent, which makes no alliance.'
    """
    if not negative_steps:
        return ""
    if len(negative_steps) == 1:
        return f"It crosses one tension, at step {negative_steps[0]:,}."
    numbers = join_phrases([f"{step:,}" for step in negative_steps])
    crossed = f"It crosses {len(negative_steps):,} tensions, at steps {numbers}"
    if opponents:
        return f"{crossed}: {_name_opponents(opponents)}, which makes no alliance."
    return f"{crossed}; that makes no alliance." if even else f"{crossed}."


def _name_opponents(opponents: Sequence[Actor]) -> str:
    names = [shorten(actor.name) for actor in opponents[:MOST_OPPONENTS]]
    more = len(opponents) - len(names)
    if more:
        names.append(f"{more:,} more")
    be = "is a shared opponent" if len(names) == 1 else "are shared opponents"
    return f"{join_phrases(names)} {be}"
