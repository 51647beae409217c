"""Paths as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from explorer.report import relations
from explorer.report.citations import Citations
from explorer.report.text import counted, wrapped
from graph.analysis.paths import Path, Paths
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.data import Cell


def text(answer: Paths, *, every: bool, width: int | None) -> str:
    """Return paths as a sentence and numbered steps each, and the sources below.

    Parameters
    ----------
    every
        Whether to tell all the listed paths, or the first alone.
    width
        Columns of the terminal; None leaves every line whole.
    """
    if not answer.paths:
        return "\n".join(wrapped(visible(answer.sentence), width))
    cited = Citations()
    shown = answer.paths if every else answer.paths[:1]
    lines: list[str] = []
    for place, path in enumerate(shown, 1):
        if every and answer.count > 1:
            lines += [relations.faint(f"Path {place:,} of {answer.count:,}")]
        lines += [*_path_lines(path, cited, width), ""]
    others = _others(answer, len(shown))
    lines = [*lines, *wrapped(others, width)] if others else lines[:-1]
    return "\n".join([*lines, *relations.source_lines(cited, width)]).rstrip("\n")


def _path_lines(path: Path, cited: Citations, width: int | None) -> Iterator[str]:
    yield from map(relations.strong, wrapped(visible(path.sentence), width))
    listing = relations.Listing(
        (relation for step in path.steps for relation in step.relations), cited, width
    )
    digits = len(str(len(path.steps))) + 2
    if path.steps:
        yield ""
    for place, step in enumerate(path.steps, 1):
        head = f"{place}. ".rjust(digits)
        for relation, standing in zip(step.relations, step.standings, strict=True):
            yield from listing.lines(head, relation.sentence_from(step.source), relation, standing)
            head = " " * len(head)


def _others(answer: Paths, shown: int) -> str:
    """Return how many more equally short paths there are, and how to see them."""
    others = answer.count - shown
    if not others:
        return ""
    steps = counted(answer.length or 0, "step")
    if shown == 1:
        be, them = ("is", "it") if others == 1 else ("are", "them")
        told = f"There {be} {others:,} other path{'s' * (others > 1)} of {steps}"
        return f"{told}: --all tells {them}."
    first = f"These are the first {shown:,} of {counted(answer.count, 'path')} of {steps}"
    return f"{first}: --limit sets how many are told."


def markdown(answer: Paths, *, every: bool) -> str:
    """Return paths as Markdown: a sentence and numbered steps each, footnotes with sources."""
    from explorer.report.markdown import escaped, footnotes

    if not answer.paths:
        return escaped(answer.sentence)
    cited = Citations()
    shown = answer.paths if every else answer.paths[:1]
    blocks = [_markdown_path(path, cited) for path in shown]
    blocks += [escaped(_others(answer, len(shown))), "\n".join(footnotes(cited))]
    return "\n\n".join(filter(None, blocks))


def _markdown_path(path: Path, cited: Citations) -> str:
    from explorer.report.markdown import escaped, relation_item

    lines = [f"**{escaped(path.sentence)}**", ""]
    for place, step in enumerate(path.steps, 1):
        lines.append(f"{place}. {escaped(step.sentence)}")
        for relation, standing in zip(step.relations, step.standings, strict=True):
            item = relation_item(relation.sentence_from(step.source), relation, standing, cited)
            lines.append(" " * len(f"{place}. ") + f"- {item}")
    return "\n".join(lines).rstrip()


def data(answer: Paths) -> Mapping[str, Any]:
    """Return the paths as data, and each relation on them once, in order of appearance."""
    used = {
        relation.id: relations.data(relation, standing)
        for path in answer.paths
        for step in path.steps
        for relation, standing in zip(step.relations, step.standings, strict=True)
    }
    return {**answer.to_dict(), "relations": list(used.values())}


COLUMNS = ("path", "step", "from", "to", *relations.COLUMNS)


def rows(answer: Paths) -> Iterator[list[Cell]]:
    """Yield a row for each relation on each path, in the order of `COLUMNS`."""
    for number, path in enumerate(answer.paths, 1):
        for place, step in enumerate(path.steps, 1):
            for relation, standing in zip(step.relations, step.standings, strict=True):
                ends = [step.source.id, step.target.id]
                yield [number, place, *ends, *relations.cells(relation, standing)]


def json(answer: Paths) -> str:
    """Return paths as JSON; see `data`."""
    from explorer.report.data import json_text

    return json_text(data(answer))


def csv(answer: Paths) -> str:
    """Return paths as CSV; see `rows`."""
    from explorer.report.data import csv_text

    return csv_text(COLUMNS, rows(answer))
