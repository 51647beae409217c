"""Seed igraph's random numbers, so that the same network is drawn alike on every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def seed_igraph(seed: int) -> Iterator[random.Random]:
    """Let igraph take its random numbers from a seeded generator for a while."""
    import igraph

    source = random.Random(seed)  # noqa: S311 - a picture, not a secret
    igraph.set_random_number_generator(source)
    try:
        yield source
    finally:
        igraph.set_random_number_generator(random)  # igraph's own default
