"""Text from the data as Markdown: escaped, so that it makes no link, heading, list or tag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from explorer.report.citations import Citations, find_address, format_citation
from explorer.report.relations import format_own_cells
from graph import Relation
from graph.data.records import Standing
from graph.data.sentences import qualify_sentence
from graph.text.safe import visible
from graph.text.urls import parse_web_address

_MARKS = re.compile(r"([\\`*_\[\]~|#$^@])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BARE_ADDRESS = re.compile(r"\b(https?|ftp|www)(:|\.)", re.IGNORECASE)
_BULLET = re.compile(r"^(\s*)([-+=])")
# Without footnotes, Markdown reads `[^1]: word` as the address of a link.
_DESTINATION = re.compile(r"""\s*\S+(?:\s+["'(].*)?\s*""")
_NO_DESTINATION = " &#32;"
_NUMBERED = re.compile(r"^(\s*[0-9]+)([.)])(?=\s|$)")


def escape(text: str) -> str:
    r"""Escape a text for Markdown.

    Examples
    --------
    >>> print(escape("<b>1*2</b>"), escape("- item"), escape("1. item"))
    &lt;b&gt;1\*2&lt;/b&gt; \- item 1\. item
    """
    inline = re.sub(r"[&<>]", lambda match: _ENTITIES[match[0]], visible(text))
    inline = _MARKS.sub(r"\\\1", inline)
    inline = _BARE_ADDRESS.sub(_break_address, inline)
    return _NUMBERED.sub(r"\1\\\2", _BULLET.sub(r"\1\\\2", inline))


def _break_address(match: re.Match[str]) -> str:
    # Many renderers turn bare addresses into links; an entity in the middle looks the same.
    return f"{match[1]}&#{ord(match[2])};"


def format_marks(numbers: Iterable[int]) -> str:
    """Return footnote marks.

    Examples
    --------
    >>> format_marks([1, 3])
    '[^1][^3]'
    """
    return "".join(f"[^{number}]" for number in numbers)


def format_footnotes(cited: Citations) -> Iterator[str]:
    """Yield a footnote for each source, with a link where its address is safe."""
    for number, reference in cited:
        link = find_address(reference)
        words = format_citation(reference)
        end = f" <{link}>" if link else _NO_DESTINATION * _is_destination(words)
        yield f"[^{number}]: {escape(words)}{end}"


def _is_destination(words: str) -> bool:
    return bool(_DESTINATION.fullmatch(escape(words))) and not parse_web_address(words)


def format_relation(sentence: str, relation: Relation, standing: Standing, cited: Citations) -> str:
    """Return a relation as the text of a list item: marks of footnotes, note, own columns."""
    text = (
        f"*{escape(relation.type.name)}*: {escape(qualify_sentence(sentence, relation, standing))}"
    )
    text += format_marks(sorted(cited.numbers(relation.references)))
    own = "; ".join(map(escape, format_own_cells(relation.attributes)))
    return text + "".join(f" ({more})" for more in (escape(relation.note), own) if more)


def format_table(
    header: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool]
) -> str:
    """Return a Markdown table of text cells.

    Parameters
    ----------
    right
        For each column whether it is aligned right, as numbers are.
    """
    body = [[escape(cell) for cell in row] for row in rows]
    return format_rows([escape(name) for name in header], body, right)


def format_rows(header: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool]) -> str:
    """Return a Markdown table of cells that are Markdown already; see `format_table`."""
    rule = ["---:" if numeric else "---" for numeric in right]
    return "\n".join(f"| {' | '.join(line)} |" for line in [header, rule, *rows])
