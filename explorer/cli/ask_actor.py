"""Asking back on a terminal which actor is meant."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from explorer.cli.printing import tell
from graph.errors import SHOWN_CANDIDATES, ActorAmbiguous, ActorError, ActorNotFound, NamedActor
from graph.text.safe import visible


def asked(error: ActorError) -> NamedActor | None:
    """Return the actor a person chooses among those an error offers; None for none of them."""
    offered = _known(error)[:SHOWN_CANDIDATES]
    if not offered:
        return None
    names_several = isinstance(error, ActorAmbiguous)
    reason = "names several actors" if names_several else "names no actor. The nearest"
    tell(f"{visible(repr(error.query))} {reason}:")
    digits = len(str(len(offered)))
    for place, actor in enumerate(offered, 1):
        kind = actor.kind.replace("_", " ")
        known = click.style(visible(f"({kind}, {actor.id})"), dim=True)
        tell(f"  {place:>{digits}}  {visible(actor.name)} {known}")
    tell(f"  {0:>{digits}}  none of these")
    hidden = len(_known(error)) - len(offered)
    if hidden > 0:
        tell(f"There are {hidden:,} more: none of these, and a longer name, leads to them.")
    return _choice(offered)


def _known(error: ActorError) -> Sequence[NamedActor]:
    if isinstance(error, ActorAmbiguous):
        return error.candidates
    return error.suggestions if isinstance(error, ActorNotFound) else ()


def _choice(offered: Sequence[NamedActor]) -> NamedActor | None:
    """Read numbers until one is on offer; an empty line or the end of input is none."""
    places = [str(place) for place in range(1, len(offered) + 1)]
    while True:
        tell("Who is meant? ", end=False)
        line = sys.stdin.readline()
        if not line.endswith("\n"):
            tell("")
        word = line.strip().lower()
        if word in ("", "0", "none", "q"):
            return None
        if word in places:
            return offered[places.index(word)]
        tell(f"Give a number from 0 to {len(offered)}.")
