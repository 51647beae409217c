"""Relations with their sources as HTML, for answers that a notebook shows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from graph.data.records import Actor, Reference, Relation, Source, Standing
from graph.data.sentences import qualified
from graph.text.safe import visible


class Cited:
    """The sources of what is shown, numbered in the order in which they are met."""

    def __init__(self) -> None:
        self.numbers: dict[Reference, int] = {}

    def marks(self, references: Sequence[Reference]) -> str:
        """Return the numbers of some references, as they stand behind a sentence."""
        numbers = sorted({self.numbers.setdefault(r, len(self.numbers) + 1) for r in references})
        return "".join(f" [{number}]" for number in numbers)

    def html(self) -> str:
        """Return the numbered list of all that was cited; nothing when nothing was."""
        if not self.numbers:
            return ""
        items = "".join(f"<li>{text(_citation(reference))}</li>" for reference in self.numbers)
        return f"<p>Sources</p><ol>{items}</ol>"


def relation_html(relation: Relation, actor: Actor, standing: Standing, cited: Cited) -> str:
    """Return a relation as a list item: read from one end, qualified, with note and sources."""
    sentence = told(relation.parts_from(actor)) + escape(qualified("", relation, standing))
    note = f"<br><small>{text(relation.note)}</small>" if relation.note else ""
    return f"<li>{sentence}{cited.marks(relation.references)}{note}</li>"


def text(value: str) -> str:
    """Return text of the data as HTML that holds no markup and turns no other text around.

    Examples
    --------
    >>> text("<b>")
    '<bdi>&lt;b&gt;</bdi>'
    """
    return f"<bdi>{escape(visible(value))}</bdi>"


def told(parts: Sequence[str]) -> str:
    """Return a sentence, given as pieces from the data and of our own by turns.

    Examples
    --------
    >>> told(("A", " funds ", "B"))
    '<bdi>A</bdi> funds <bdi>B</bdi>'
    """
    return "".join(escape(part) if place % 2 else text(part) for place, part in enumerate(parts))


def _citation(reference: Reference) -> str:
    if isinstance(reference, str):
        return reference
    return f"{reference.citation} {_address(reference)}".rstrip()


def _address(source: Source) -> str:
    return source.url or source.archive_url
