"""The words that page links of a network may hold."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Literal, NamedTuple

from graph.data.vocabulary import KINDS
from graph.select.selection import Selection

MOST_HINTS = 50  # more would take minutes where every name is unknown

Values = tuple[str, ...]


class LinkProblem(NamedTuple):
    """What is wrong with a part of a page link, what to do, and whether it stops the reading."""

    what: str
    remedy: str = ""
    severity: Literal["error", "warning"] = "error"
    rule: str = "page-link"


class LinkVocabulary:
    """The words that page links of a Network may hold."""

    def __init__(self, network: Selection) -> None:
        self.network = network
        self._hint_count = 0

    def hint(self, suggest_near: Callable[[], str]) -> str:
        """Return a suggestion among very many names; nothing after `MOST_HINTS` of them."""
        self._hint_count += 1
        return suggest_near() if self._hint_count <= MOST_HINTS else ""

    @cached_property
    def actors(self) -> frozenset[str]:
        """The ids of the selected actors."""
        return frozenset(actor.id for actor in self.network.actor_rows)

    @cached_property
    def all_actors(self) -> frozenset[str]:
        """The ids of all actors of the data."""
        return frozenset(self.network.columns.actors.cells("id"))

    @cached_property
    def relations(self) -> frozenset[str]:
        """The ids of the selected relations."""
        return frozenset(relation.id for relation in self.network.relation_rows)

    @cached_property
    def all_relations(self) -> frozenset[str]:
        """The ids of all relations of the data."""
        return frozenset(self.network.columns.relation_ids)

    def find_relation(self, name: str) -> str:
        """Return the id of a relation that a link names by its id, or by its former one."""
        known = name in self.all_relations
        return name if known else self.network.columns.find_current_id(name) or name

    @cached_property
    def kinds(self) -> Values:
        """The built-in kinds, and the data's own."""
        used = set(self.network.columns.actors.cells("kind"))
        return (*KINDS, *sorted(used.difference(KINDS, [""])))
