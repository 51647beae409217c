"""Balance as text, Markdown, JSON and CSV: the index, what is in tension, and on whose word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from explorer.report.citations import Citations
from explorer.report.relations import format_sources, list_sources, paint_strong
from explorer.report.signed_edges import (
    CitedLine,
    group_tensions,
    make_markdown_citer,
    make_text_citer,
)
from explorer.report.terminal_text import hang, wrap
from graph.analysis.balance.answer import Balance
from graph.analysis.balance.signed_edge import SignedEdge
from graph.analysis.balance.tension import Tension
from graph.analysis.balance.unbalanced_triangle import UnbalancedTriangle
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell

CSV_HEADER = (
    *("source", "target", "sign", "in_every", "confidence", "voice_count", "relations"),
    "sentence",
)
IN_EVERY = "In tension, whatever the camps"
TRIANGLES = "Unbalanced triangles"
BOTH_SIGNS = "Of both signs, and apart"
SIGN_WORDS = {"+": "positive", "-": "negative", "mixed": "mixed"}


class ShownBalance(NamedTuple):
    """How much of an answer is shown.

    Parameters
    ----------
    answer
        The answer.
    top
        How many tensions, triangles and pairs of both signs are listed; None for all.
    """

    answer: Balance
    top: int | None = None

    @property
    def is_cut(self) -> bool:
        """Whether some are not listed."""
        answer = self.answer
        lists = answer.tensions, answer.unbalanced, answer.both_signs
        return self.top is not None and max(map(len, lists)) > self.top

    @property
    def caption(self) -> str:
        """The notes of the answer, and how to list more."""
        more = " --top lists more." if self.is_cut else ""
        return " ".join(self.answer.notes) + more

    @property
    def tensions(self) -> Iterator[tuple[str, Sequence[Tension]]]:
        """The tensions by how sure they are, each under its heading."""
        for heading, found in group_tensions(self.answer.tensions, IN_EVERY):
            yield heading, found[: self.top]

    @property
    def triangles(self) -> Sequence[UnbalancedTriangle]:
        """The unbalanced triangles that are listed."""
        return self.answer.unbalanced[: self.top]

    @property
    def both_signs(self) -> Sequence[SignedEdge]:
        """The pairs of both signs that are listed."""
        return self.answer.both_signs[: self.top]

    @property
    def edges(self) -> Iterator[SignedEdge]:
        """Every edge that is listed."""
        for _, tensions in self.tensions:
            yield from (each.edge for each in tensions)
        for triangle in self.triangles:
            yield from triangle.edges
        yield from self.both_signs


def list_parts(shown: ShownBalance) -> Iterator[tuple[str, list[CitedLine]]]:
    """Yield each list with its heading."""
    for heading, tensions in shown.tensions:
        edges = (each.edge for each in tensions)
        yield heading, [CitedLine([edge], tail=f" ({edge.support})") for edge in edges]
    if shown.triangles:
        triangles = shown.triangles
        yield (
            TRIANGLES,
            [CitedLine(each.edges, f"{each.signs}: ", "", each.support) for each in triangles],
        )
    if shown.both_signs:
        yield BOTH_SIGNS, [CitedLine([edge]) for edge in shown.both_signs]


def to_text(shown: ShownBalance, *, width: int | None) -> str:
    """Return the index, and below each tension and each unbalanced triangle with its sources.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    cited = Citations()
    cite = make_text_citer(cited)
    lines = [*wrap(visible(shown.answer.sentence), width)]
    for heading, items in list_parts(shown):
        lines += ["", paint_strong(heading)]
        for item in items:
            lines += hang("- ", item.format(cite, visible), width)
            lines += hang("  ", visible(item.more), width) if item.more else []
    lines += ["", *wrap(visible(shown.caption), width)]
    return "\n".join([*lines, *format_sources(cited, width)])


def to_markdown(shown: ShownBalance) -> str:
    """Return the same as Markdown, with footnotes for the sources."""
    from explorer.report.markdown import escape, format_footnotes

    cited = Citations()
    cite = make_markdown_citer(cited)
    blocks = [escape(shown.answer.sentence)]
    for heading, items in list_parts(shown):
        listed = [
            f"- {item.format(cite, escape)}" + (f"  \n  {escape(item.more)}" if item.more else "")
            for item in items
        ]
        blocks += [f"**{heading}**", "\n".join(listed)]
    blocks.append(escape(shown.caption))
    return "\n\n".join(filter(None, [*blocks, "\n".join(format_footnotes(cited))]))


def to_json(shown: ShownBalance) -> str:
    """Return the answer as JSON, with its sources."""
    from explorer.report.json_csv import format_json

    answer = shown.answer.to_dict()
    for name in ("tensions", "unbalanced_triangles", "both_signs"):
        answer[name] = answer[name][: shown.top]
    relations = [relation for edge in shown.edges for relation in edge.step.relations]
    return format_json({**answer, "sources": list_sources(relations), "cut_short": shown.is_cut})


def to_csv(shown: ShownBalance) -> str:
    """Return a CSV row for each edge in tension."""
    from explorer.report.json_csv import format_csv

    return format_csv(CSV_HEADER, map(_to_row, shown.answer.tensions[: shown.top]))


def _to_row(tension: Tension) -> list[Cell]:
    edge = tension.edge
    sure = {True: "yes", False: "no", None: ""}[tension.in_every]
    ids = "|".join(relation.id for relation in edge.step.relations)
    ends = edge.step.source.id, edge.step.target.id
    strength = edge.confidence, edge.voice_count
    return [*ends, SIGN_WORDS[edge.sign], sure, *strength, ids, edge.sentence]
