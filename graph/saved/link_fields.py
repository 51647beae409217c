"""What each field of a page link may hold; `graph.saved.page_link` puts them together."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Literal, NamedTuple

from graph.data.dates import DUE, is_partial_date
from graph.data.vocabulary import KINDS
from graph.errors import quoted
from graph.names import suggest
from graph.select.selection import Selection

VIEWS = ("network", "table", "timeline")
COLOURINGS = ("plain", "kind", "community")  # and every measure
VERSIONS = ("both", "before", "after")  # of a page that has two
CHANGES = ("same", "removed", "added", "changed")
PANELS = ("details", "path", "ranks", "communities", "sources", "about")
NUMBER = re.compile(r"0|1|0?\.[0-9]+")  # a share, as the page writes it
MANY = 100_000  # the highest number of a path that the page counts to
MOST_CHOICES = 20  # that a remedy lists
MOST_HINTS = 50  # a file of unknown names would take minutes else

Values = tuple[str, ...]


class Complaint(NamedTuple):
    """What is wrong with a page link, what to do, and whether it stops the reading."""

    what: str
    remedy: str = ""
    severity: Literal["error", "warning"] = "error"
    rule: str = "page-link"


class Known:
    """The words that page links of a Network may hold."""

    def __init__(self, network: Selection) -> None:
        self.network = network
        self._sought = 0

    def near(self, seek: Callable[[], str]) -> str:
        """Return what seeking the nearest of very many names finds; after `MOST_HINTS` nothing."""
        self._sought += 1
        return seek() if self._sought <= MOST_HINTS else ""

    @cached_property
    def actors(self) -> frozenset[str]:
        """The ids of the actors that the filters keep."""
        return frozenset(actor.id for actor in self.network.actor_rows)

    @cached_property
    def all_actors(self) -> frozenset[str]:
        """The ids of the actors of the data."""
        return frozenset(self.network.columns.actors.cells("id"))

    @cached_property
    def relations(self) -> frozenset[str]:
        """The ids of the relations that the filters keep."""
        return frozenset(relation.id for relation in self.network.relation_rows)

    @cached_property
    def all_relations(self) -> frozenset[str]:
        """The ids of the relations of the data."""
        return frozenset(self.network.columns.relation_ids)

    @cached_property
    def kinds(self) -> Values:
        """The kinds that are built in, and those in use."""
        used = set(self.network.columns.actors.cells("kind"))
        return (*KINDS, *sorted(used.difference(KINDS, [""])))

    @cached_property
    def communities(self) -> int:
        """How many communities the page tells of."""
        from graph.analysis.communities import SEED
        from graph.analysis.community_partition import divided
        from graph.select.projection import Projection

        return len(divided(self.network, Projection(), SEED).groups)


# One function a shape of field: the values that mean something (None: nothing changes, empty: as
# the page opens), and what is wrong.

Read = Callable[[Values, Known], tuple[Values | None, list[Complaint]]]
Judge = Callable[[str, Known], Complaint | None]


def _single(judge: Judge, opens_with: str = "", written: Callable[[str], str] = str) -> Read:
    """Return how a field of one value is read: what stands behind it is passed over."""

    def read(values: Values, known: Known) -> tuple[Values | None, list[Complaint]]:
        if not values:
            return None, []
        wrong = judge(values[0], known)
        complaints = [wrong] if wrong else []
        if values[1:]:
            what = f"{quoted(values[1])} is one value too many."
            complaints.append(Complaint(what, f"Keep {quoted(values[0])} alone."))
        if wrong:
            return None, complaints
        text = written(values[0])
        return (() if text == opens_with else (text,)), complaints

    return read


def _several(judge: Judge) -> Read:
    """Return how a field of any number of values is read; their order does not count."""

    def read(values: Values, known: Known) -> tuple[Values | None, list[Complaint]]:
        judged = [(value, judge(value, known)) for value in dict.fromkeys(values)]
        kept = [value for value, wrong in judged if not wrong]
        ordered = sorted(kept, key=lambda value: value.encode("utf-16-be", "surrogatepass"))
        return tuple(ordered), [wrong for _, wrong in judged if wrong]

    return read


def _ends(values: Values, known: Known) -> tuple[Values | None, list[Complaint]]:
    """Read the two ends of a path."""
    complaints = [wrong for value in values if (wrong := _actor(value, known))]
    if len(values) != len(("from", "to")):
        what = f"a path leads from one actor to another, not over {len(values)}."
        complaints.append(Complaint(what, "Write path=one,other."))
    return (None if complaints else values), complaints


def _actor(value: str, known: Known) -> Complaint | None:
    if value in known.actors:
        return None
    if value in known.all_actors:
        return _left_out(value)
    remedy = known.near(lambda: suggest.suggest_actor(value, known.network.columns.spellings))
    return Complaint(
        f"{quoted(value)} names no actor.",
        remedy or "Give an id of actors.csv.",
        rule="unknown-actor",
    )


def _relation(value: str, known: Known) -> Complaint | None:
    if value in known.relations:
        return None
    if value in known.all_relations:
        return _left_out(value)
    near = known.near(lambda: suggest.suggest_word(value, tuple(known.all_relations)))
    return Complaint(
        f"{quoted(value)} is no relation's id.", near or "The page's address tells it."
    )


def _left_out(value: str) -> Complaint:
    what = f"{quoted(value)} is left out by the filters."
    return Complaint(what, "The page shows the rest.", "warning", "left-out")


def _listed(noun: str, words: Callable[[Known], Sequence[str]]) -> Judge:
    """Return what judges one word of a list."""

    def judge(value: str, known: Known) -> Complaint | None:
        listed = words(known)
        if value in listed:
            return None
        near = suggest.suggest_word(value, listed)
        shown = "" if len(listed) > MOST_CHOICES else f"There are: {', '.join(listed)}."
        return Complaint(f"{quoted(value)} is no {noun}.", near or shown)

    return judge


def _types(known: Known) -> Values:
    return tuple(known.network.types)


def _sources(known: Known) -> Values:
    return tuple(known.network.columns.sources)


def _measures(_: Known) -> Values:
    from graph.analysis.centrality import MEASURES

    return tuple(MEASURES)


def _colourings(known: Known) -> Values:
    return (*COLOURINGS, *_measures(known))


def _date(value: str, _: Known) -> Complaint | None:
    return None if is_partial_date(value) else Complaint(f"{quoted(value)} is no date.", DUE)


def _number(pattern: re.Pattern[str], most: int, due: str) -> Judge:
    def judge(value: str, _: Known) -> Complaint | None:
        if pattern.fullmatch(value) and float(value) <= most:
            return None
        return Complaint(f"{quoted(value)} is no number that it can be.", due)

    return judge


def _community(value: str, known: Known) -> Complaint | None:
    most = known.communities
    if re.fullmatch("[1-9][0-9]{0,8}", value) and int(value) <= most:
        return None
    due = f"Write 1 to {most:,}." if most else "There are none."
    return Complaint(f"{quoted(value)} is no community's number.", due)


def _share(value: str) -> str:
    """Return a share as the page writes it."""
    plain = format(Decimal(repr(float(value))), "f")
    return plain.removesuffix(".0")


def _flag(opens_with: str) -> Read:
    return _single(_listed("answer", lambda _: ("yes", "no")), opens_with)


_types_of = _several(_listed("relation type", _types))
_ego = _number(re.compile("[0-9]"), 9, "Write the steps around the actor, 0 to 9.")
_which = _number(re.compile("[1-9][0-9]*"), MANY, "Count the paths from 1.")
_confidence = _number(NUMBER, 1, "Write 0 to 1.")

FIELDS: Mapping[str, Read] = {
    "view": _single(_listed("view", lambda _: VIEWS), VIEWS[0]),
    "actor": _single(_actor),
    "relation": _single(_relation),
    "ego": _single(_ego, "0"),
    "path": _ends,
    "which": _single(_which, "1"),
    "only": _flag("no"),
    "directed": _flag("no"),
    "avoid": _types_of,
    "without": _several(_actor),
    "hide": _types_of,
    "hidekinds": _several(_listed("kind", lambda known: known.kinds)),
    "at": _single(_date),
    "from": _single(_date),
    "to": _single(_date),
    "undated": _flag("yes"),
    "confidence": _single(_confidence, "0", _share),
    "unrated": _flag("yes"),
    "wrong": _single(_listed("source", _sources)),
    "version": _single(_listed("version", lambda _: VERSIONS), VERSIONS[0]),
    "hidechanges": _several(_listed("change", lambda _: CHANGES)),
    "size": _single(_listed("measure", _measures)),
    "colour": _single(_listed("colouring", _colourings), COLOURINGS[0]),
    "rank": _single(_listed("measure", _measures)),
    "panel": _single(_listed("panel", lambda _: PANELS)),
    "whole": _flag("no"),
    "rests": _single(_listed("source", _sources)),
    "unsourced": _flag("no"),
    "community": _single(_community),
}
"""Every field by its name, in the order in which the page writes them."""
