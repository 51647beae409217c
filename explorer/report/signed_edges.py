"""Signed edges in lists: the sentences with their sources, and headings for edges in tension."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from explorer.report.citations import Citations
from graph.analysis.balance.signed_edge import SignedEdge
from graph.analysis.balance.tension import Tension
from graph.data.records import Reference
from graph.text.safe import visible

IN_SOME = "In tension in some of the best divisions"
IN_FOUND = "In tension in the division that was found"


class CitedLine(NamedTuple):
    """An item of a list: sentences with their sources.

    Parameters
    ----------
    edges
        The edges whose sentences it consists of.
    head, tail
        What stands before them, and after them.
    more
        A line of its own below; empty for none.
    """

    edges: Sequence[SignedEdge]
    head: str = ""
    tail: str = ""
    more: str = ""

    def format(self, cite: Callable[[SignedEdge], str], escape: Callable[[str], str]) -> str:
        """Return the line, with every sentence as it is cited."""
        return escape(self.head) + "; ".join(map(cite, self.edges)) + escape(self.tail)


def list_references(edge: SignedEdge) -> list[Reference]:
    """Return what the relations of an edge cite."""
    return [reference for relation in edge.step.relations for reference in relation.references]


def group_tensions(
    tensions: Sequence[Tension], heading: str
) -> Iterator[tuple[str, Sequence[Tension]]]:
    """Yield edges in tension by how sure they are, each group under its heading.

    Parameters
    ----------
    heading
        The heading of those that are in tension in every optimum.
    """
    for in_every, words in ((True, heading), (False, IN_SOME), (None, IN_FOUND)):
        found = [each for each in tensions if each.in_every is in_every]
        if found:
            yield words, found


def make_text_citer(cited: Citations) -> Callable[[SignedEdge], str]:
    """Return a function that writes an edge as text, with the numbers of what it cites."""

    def cite(edge: SignedEdge) -> str:
        numbers = sorted(cited.numbers(list_references(edge)))
        return visible(edge.sentence) + "".join(f" [{number}]" for number in numbers)

    return cite


def make_markdown_citer(cited: Citations) -> Callable[[SignedEdge], str]:
    """Return a function that writes an edge as Markdown, with footnotes for what it cites."""
    from explorer.report.markdown import escape, format_marks

    def cite(edge: SignedEdge) -> str:
        numbers = sorted(cited.numbers(list_references(edge)))
        return escape(edge.sentence) + format_marks(numbers)

    return cite
