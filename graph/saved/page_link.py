"""Page links: the hash of the page's address, such as ``#path=lukashenko,vilnius&hide=funds``.

The page reads the same grammar in its core/hash.js, and passes over what means nothing to it;
here everything that means nothing is told. `tests/cases/hashes.json` holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, unquote

from graph.data.dates import first_day, last_day
from graph.errors import quoted
from graph.names import suggest
from graph.saved.link_fields import FIELDS, Complaint, Known, Values

__all__ = ["Flaw", "Known", "PageLink", "read_link"]

MALFORMED = re.compile(r"%(?![0-9A-Fa-f]{2})")
UNRESERVED = "!~*'():/@"  # what a browser leaves as it is, beside letters and digits
# Of what a field says nothing without another.
NEEDED = {"ego": "actor", **dict.fromkeys(("which", "only", "directed", "avoid"), "path")}


class Flaw(NamedTuple):
    """A part of a page link, and what is wrong with it."""

    part: str
    complaint: Complaint


@dataclass(frozen=True)
class PageLink:
    """What a page shows, as the hash of its address.

    Parameters
    ----------
    fields
        By name the values that mean something, in the order in which the page writes them; what
        is as the page opens is left out.

    Examples
    --------
    >>> PageLink({"path": ("lukashenko", "vilnius"), "hide": ("funds",)}).hash
    '#path=lukashenko,vilnius&hide=funds'
    """

    fields: Mapping[str, Values]

    @property
    def hash(self) -> str:
        """The link as the page writes it; empty for the page as it opens."""
        parts = (f"{name}={','.join(map(_encoded, values))}" for name, values in self)
        text = "&".join(parts)
        return text and f"#{text}"

    def __iter__(self) -> Iterator[tuple[str, Values]]:
        return iter(self.fields.items())


def read_link(text: str, known: Known) -> tuple[PageLink, list[Flaw]]:
    """Return what a page link means, and everything in it that means nothing.

    Parameters
    ----------
    text
        The link, with or without its ``#``.
    known
        The words of the network; a type need only be declared, in use or not.

    Examples
    --------
    >>> import graph
    >>> known = Known(graph.load_example())
    >>> link, flaws = read_link("#path=lukashenka,vilnius&at=2022", known)
    >>> link.hash, flaws[0].part, flaws[0].complaint.what
    ('#at=2022', 'path=lukashenka,vilnius', "'lukashenka' names no actor.")
    """
    found: dict[str, Values] = {}
    parts: dict[str, str] = {}
    flaws: list[Flaw] = []
    for part in filter(None, text.removeprefix("#").split("&")):
        name, _, rest = part.partition("=")
        complaints = list(_shape(part, name, name in parts))
        if name in FIELDS and "=" in part:
            parts[name] = part
            values, malformed = _decoded(rest)
            kept, wrong = FIELDS[name](values, known)
            complaints += [*malformed, *wrong]
            if kept is not None:
                found[name] = kept
        flaws += (Flaw(part, complaint) for complaint in complaints)
    flaws += (Flaw(parts[name], complaint) for name, complaint in _together(found, parts))
    return PageLink({name: found[name] for name in FIELDS if found.get(name)}), flaws


def _shape(part: str, name: str, again: bool) -> Iterator[Complaint]:  # noqa: FBT001
    if name not in FIELDS or "=" not in part:
        yield _no_field(part, name)
    elif again:
        what = f"{name!r} stands twice, and one thing alone is shown."
        yield Complaint(what, "Write its values behind one another.")


def _no_field(part: str, name: str) -> Complaint:
    if name == "step":
        return Complaint(f"{quoted(part)}: a step leads to no other step.", "Tell what it shows.")
    if name in FIELDS:
        return Complaint(f"{quoted(part)} says nothing.", f"Write {name}=...")
    near = suggest.suggest_word(name, tuple(FIELDS))
    remedy = near or f"There are: {', '.join(FIELDS)}."
    return Complaint(f"{quoted(name)} is no part of a page link.", remedy)


def _decoded(rest: str) -> tuple[Values, list[Complaint]]:
    """Return the values between commas, and complaints about those that are not well encoded."""
    read = {value: _plain(value) for value in rest.split(",")}
    values = tuple(plain for value in rest.split(",") if (plain := read[value]) is not None)
    remedy = "A percent sign itself is %25."
    return values, [
        Complaint(f"{quoted(value)} is not well encoded.", remedy)
        for value, plain in read.items()
        if plain is None
    ]


def _plain(value: str) -> str | None:
    """Return a value without its percent signs; None where they stand for no text."""
    try:
        return None if MALFORMED.search(value) else unquote(value, errors="strict")
    except UnicodeError:
        return None


def _together(
    found: dict[str, Values], parts: Mapping[str, str]
) -> Iterator[tuple[str, Complaint]]:
    """Take out a period that ends before it starts; tell of a field that needs another."""
    start, end = found.get("from"), found.get("to")
    if start and end and first_day(start[0]) > last_day(end[0]):
        what = f"the period ends before it starts, with {parts['from']}."
        yield "to", Complaint(what, "Exchange the two.")
        del found["from"], found["to"]
    for name, other in NEEDED.items():
        if found.get(name) and other not in parts:
            yield name, Complaint(f"means nothing without {other}=...", f"Add it, or drop {name}.")


def _encoded(value: str) -> str:
    return quote(value, safe=UNRESERVED, errors="replace")
