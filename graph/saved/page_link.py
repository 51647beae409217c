"""Page links: the hash of the page's address, such as ``#path=lukashenko,vilnius&avoid=funds``.

The page reads the same grammar in its core/page_link.js and ignores what has no meaning there; here
each such part is a problem. `tests/cases/hashes.json` holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from graph.data.dates import get_first_day, get_last_day
from graph.errors import quote_value
from graph.names import suggest
from graph.saved.link_fields import FIELDS, FORMER_FIELDS
from graph.saved.link_vocabulary import LinkProblem, LinkVocabulary, Values

__all__ = ["LinkVocabulary", "PageLink", "read_link"]

MALFORMED = re.compile(r"%(?![0-9A-Fa-f]{2})")
UNRESERVED = "!~*'():/@"  # a browser encodes none of these, nor letters and digits
ONCE = "Write all its values in one field, with commas between them."
# Fields that have no effect without the field behind the colon.
NEEDED = {
    "ego": "actor",
    **dict.fromkeys(("path_number", "path_alone", "directed", "path_times", "path_avoid"), "path"),
    **dict.fromkeys(("path_by", "path_k", "path_max_length", "path_hubs"), "path"),
    **dict.fromkeys(("ask_number", "ask_alone"), "ask"),
}


@dataclass(frozen=True)
class PageLink:
    """What a page shows, as the hash of its address.

    Parameters
    ----------
    fields
        The values of each field by its name, in the order in which the page writes them; a field
        with what the page opens with is left out.

    Examples
    --------
    >>> PageLink({"path": ("lukashenko", "vilnius"), "avoid": ("funds",)}).hash
    '#path=lukashenko,vilnius&avoid=funds'
    """

    fields: Mapping[str, Values]

    @property
    def hash(self) -> str:
        """The link as the page writes it; empty for the page as it opens."""
        parts = (f"{name}={','.join(map(_encode_value, values))}" for name, values in self)
        text = "&".join(parts)
        return text and f"#{text}"

    def __iter__(self) -> Iterator[tuple[str, Values]]:
        return iter(self.fields.items())


def read_link(
    text: str, vocabulary: LinkVocabulary
) -> tuple[PageLink, list[tuple[str, LinkProblem]]]:
    """Parse a page link, and list what is wrong with each of its parts.

    Parameters
    ----------
    text
        The link, with or without its ``#``.
    vocabulary
        The words of the network; a declared type counts even where no relation has it.

    Returns
    -------
    PageLink
        The fields that have a meaning.
    list of tuple
        Each part with a problem, and the problem.

    Examples
    --------
    >>> import graph
    >>> vocabulary = LinkVocabulary(graph.load_example())
    >>> link, problems = read_link("#path=lukashenka,vilnius&at=2022", vocabulary)
    >>> link.hash, problems[0][0], problems[0][1].what
    ('#at=2022', 'path=lukashenka,vilnius', "'lukashenka' names no actor.")
    """
    fields: dict[str, Values] = {}
    parts: dict[str, str] = {}
    problems: list[tuple[str, LinkProblem]] = []
    for part in filter(None, text.removeprefix("#").split("&")):
        name, _, rest = part.partition("=")
        if name not in {*FIELDS, *FORMER_FIELDS} or "=" not in part:
            problems.append((part, _explain_unknown(part, name)))
            continue
        if name in parts:
            problems.append((part, LinkProblem(f"{name!r} is given twice.", ONCE)))
        parts[name] = part
        encoded, decoding_problems = _decode_values(rest)
        field, read = FORMER_FIELDS[name] if name in FORMER_FIELDS else (name, FIELDS[name])
        values, value_problems = read(encoded, vocabulary)
        problems += ((part, problem) for problem in [*decoding_problems, *value_problems])
        if values is not None:
            fields[field] = values
    problems += ((parts[name], problem) for name, problem in _check_together(fields, parts))
    return PageLink({name: fields[name] for name in FIELDS if fields.get(name)}), problems


def _explain_unknown(part: str, name: str) -> LinkProblem:
    """Return why a part of a link is not a field with values."""
    if name == "step":
        what = f"{quote_value(part)}: a link cannot lead to a step."
        return LinkProblem(what, "Write what the step shows.")
    if name in {*FIELDS, *FORMER_FIELDS}:
        return LinkProblem(f"{quote_value(part)} has no value.", f"Write {name}=...")
    near = suggest.suggest_word(name, tuple(FIELDS))
    remedy = near or f"There are: {', '.join(FIELDS)}."
    return LinkProblem(f"{quote_value(name)} is not a field of a page link.", remedy)


def _decode_values(text: str) -> tuple[Values, list[LinkProblem]]:
    """Return the values between commas, and a problem for each that is encoded wrongly."""
    decoded = {value: _decode_percents(value) for value in text.split(",")}
    values = tuple(plain for value in text.split(",") if (plain := decoded[value]) is not None)
    return values, [
        LinkProblem(f"{quote_value(value)} is not well encoded.", "Write a percent sign as %25.")
        for value, plain in decoded.items()
        if plain is None
    ]


def _decode_percents(value: str) -> str | None:
    """Return a percent-encoded value as text; None where it is not valid UTF-8."""
    try:
        return None if MALFORMED.search(value) else unquote(value, errors="strict")
    except UnicodeError:
        return None


def _check_together(
    fields: dict[str, Values], parts: Mapping[str, str]
) -> Iterator[tuple[str, LinkProblem]]:
    """Remove a period that ends before it starts; report fields without the field they need."""
    start, end = fields.get("from"), fields.get("to")
    if start and end and get_first_day(start[0]) > get_last_day(end[0]):
        what = f"the period ends before it starts, with {parts['from']}."
        yield "to", LinkProblem(what, "Swap the two dates.")
        del fields["from"], fields["to"]
    for name, needed in NEEDED.items():
        if fields.get(name) and needed not in parts:
            what = f"has no effect without {needed}=..."
            yield name, LinkProblem(what, f"Add it, or remove {name}.")


def _encode_value(value: str) -> str:
    return quote(value, safe=UNRESERVED, errors="replace")
