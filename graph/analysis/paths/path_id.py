"""The id of a path, made of the ids of its relations, so that it can be cited and found again.

It begins with ``path:``. Between points are the steps, between commas the relations of a step, in
the order of their ids; a tilde marks one that is followed against its direction. What ids have
beside letters, digits, ``-`` and ``_`` is written as in a web address. Rows that move, and better
sources, dates, grades and notes leave it as it is. The page makes the same ids in
`explorer/page/assets/core/path_id.js`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote, unquote

from graph.data.records import Actor, Relation
from graph.errors import QuestionError, quote_value

PREFIX = "path:"
STEPS, RELATIONS, BACKWARDS = ".", ",", "~"
MOST_RELATIONS = 10  # of one step
FORM = f"A path's id is {PREFIX} and the ids of its relations, as explore path prints it."


class NamedRelation(NamedTuple):
    """A relation as the id of a path names it."""

    id: str
    is_backwards: bool


def format_path_id(steps: Iterable[tuple[Actor, Iterable[Relation]]]) -> str:
    """Return the id of a path; empty for a path without a step.

    Parameters
    ----------
    steps
        The actor from which each step starts, and its relations. Of very many the first are named.
    """
    words = [
        RELATIONS.join(
            (BACKWARDS if relation.source.id != here.id else "") + name
            for name, relation in sorted(
                ((_escape(relation.id), relation) for relation in relations),
                key=lambda each: each[0],
            )[:MOST_RELATIONS]
        )
        for here, relations in steps
    ]
    return PREFIX + STEPS.join(words) if words else ""


def parse_path_id(text: str) -> list[list[NamedRelation]]:
    """Return the relations of each step that the id of a path names.

    Raises
    ------
    QuestionError
        When it is not such an id.

    Examples
    --------
    >>> parse_path_id("path:r1,~r2.r%203")[0]
    [NamedRelation(id='r1', is_backwards=False), NamedRelation(id='r2', is_backwards=True)]
    >>> parse_path_id("path:r1,~r2.r%203")[1][0].id
    'r 3'
    """
    steps = [
        [_parse_relation(word) for word in step.split(RELATIONS)]
        for step in text.removeprefix(PREFIX).split(STEPS)
    ]
    if not text.startswith(PREFIX) or not all(each.id for step in steps for each in step):
        raise QuestionError("id", f"{quote_value(text)} is not the id of a path. {FORM}")
    return steps


def _parse_relation(word: str) -> NamedRelation:
    return NamedRelation(unquote(word.removeprefix(BACKWARDS)), word.startswith(BACKWARDS))


def _escape(text: str) -> str:
    escaped = quote(text, safe="", errors="surrogatepass")
    return escaped.replace(STEPS, "%2E").replace(BACKWARDS, "%7E")
