"""Text from the data as Markdown that means itself: no link, heading, list or tag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from explorer.report.citations import Citations, address, citation
from graph.data.records import Relation, Standing
from graph.data.sentences import qualified
from graph.text.safe import visible
from graph.text.urls import parse_web_address

_MARKS = re.compile(r"([\\`*_\[\]~|#$^@])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BARE_ADDRESS = re.compile(r"\b(https?|ftp|www)(:|\.)", re.IGNORECASE)
_BULLET = re.compile(r"^(\s*)([-+=])")
# Where footnotes are unknown, one of a single word would say where its mark leads.
_DESTINATION = re.compile(r"""\s*\S+(?:\s+["'(].*)?\s*""")
_NO_DESTINATION = " &#32;"
_NUMBERED = re.compile(r"^(\s*[0-9]+)([.)])(?=\s|$)")


def escaped(text: str) -> str:
    r"""Return the text as it reads in Markdown.

    Examples
    --------
    >>> print(escaped("<b>1*2</b>"), escaped("- item"), escaped("1. item"))
    &lt;b&gt;1\*2&lt;/b&gt; \- item 1\. item
    """
    inline = re.sub(r"[&<>]", lambda match: _ENTITIES[match[0]], visible(text))
    inline = _MARKS.sub(r"\\\1", inline)
    inline = _BARE_ADDRESS.sub(_unlinked, inline)
    return _NUMBERED.sub(r"\1\\\2", _BULLET.sub(r"\1\\\2", inline))


def _unlinked(match: re.Match[str]) -> str:
    # Many renderers make links of bare addresses; an entity in the middle reads the same.
    return f"{match[1]}&#{ord(match[2])};"


def marks(numbers: Iterable[int]) -> str:
    """Return footnote marks.

    Examples
    --------
    >>> marks([1, 3])
    '[^1][^3]'
    """
    return "".join(f"[^{number}]" for number in numbers)


def footnotes(cited: Citations) -> Iterator[str]:
    """Yield a footnote for each source; an address becomes a link when it is a plain one."""
    for number, reference in cited:
        link = address(reference)
        words = citation(reference)
        end = f" <{link}>" if link else _NO_DESTINATION * _would_lead(words)
        yield f"[^{number}]: {escaped(words)}{end}"


def _would_lead(words: str) -> bool:
    return bool(_DESTINATION.fullmatch(escaped(words))) and not parse_web_address(words)


def relation_item(sentence: str, relation: Relation, standing: Standing, cited: Citations) -> str:
    """Return a relation as the text of a Markdown list item, with footnote marks."""
    text = f"*{escaped(relation.type.name)}*: {escaped(qualified(sentence, relation, standing))}"
    text += marks(sorted(cited.numbers(relation.references)))
    return f"{text} ({escaped(relation.note)})" if relation.note else text


def table(header: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool]) -> str:
    """Return a Markdown table of cells that are text.

    Parameters
    ----------
    right
        For each column whether it is set to the right, as numbers are.
    """
    rule = ["---:" if numeric else "---" for numeric in right]
    body = [[escaped(cell) for cell in row] for row in rows]
    lines = [[escaped(name) for name in header], rule, *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
