"""Ask on a terminal which of several actors is meant."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from explorer.cli.printing import print_message
from graph import ActorAmbiguous, ActorError, ActorNotFound
from graph.errors import SHOWN_CANDIDATES, NamedActor
from graph.text.safe import visible


def ask_actor(error: ActorError) -> NamedActor | None:
    """Return the actor chosen among the candidates of an error; None when none is chosen."""
    candidates = _list_candidates(error)
    shown = candidates[:SHOWN_CANDIDATES]
    if not shown:
        return None
    is_ambiguous = isinstance(error, ActorAmbiguous)
    reason = "names several actors" if is_ambiguous else "names no actor. The nearest"
    print_message(f"{visible(repr(error.query))} {reason}:")
    digits = len(str(len(shown)))
    for number, actor in enumerate(shown, 1):
        kind = actor.kind.replace("_", " ")
        details = click.style(visible(f"({kind}, {actor.id})"), dim=True)
        print_message(f"  {number:>{digits}}  {visible(actor.name)} {details}")
    print_message(f"  {0:>{digits}}  none of these")
    hidden_count = len(candidates) - len(shown)
    if hidden_count > 0:
        print_message(f"{hidden_count:,} more are not listed. Choose 0 and give a longer name.")
    return _read_choice(shown)


def _list_candidates(error: ActorError) -> Sequence[NamedActor]:
    if isinstance(error, ActorAmbiguous):
        return error.candidates
    return error.suggestions if isinstance(error, ActorNotFound) else ()


def _read_choice(actors: Sequence[NamedActor]) -> NamedActor | None:
    """Read lines until one is a listed number; an empty line or the end of input means none."""
    numbers = [str(number) for number in range(1, len(actors) + 1)]
    while True:
        print_message("Who is meant? ", end=False)
        line = sys.stdin.readline()
        if not line.endswith("\n"):
            print_message("")
        word = line.strip().lower()
        if word in ("", "0", "none", "q"):
            return None
        if word in numbers:
            return actors[numbers.index(word)]
        print_message(f"Give a number from 0 to {len(actors)}.")
