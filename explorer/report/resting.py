"""What rests on one source, or on none, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from explorer.report import relations
from explorer.report.citations import Citations, address, citation
from explorer.report.text import hanging, wrapped
from graph.analysis.withdrawal import Rest, Resting
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.data import Cell
    from graph.data.records import Actor

COLUMNS = ("cited", "alone", *relations.COLUMNS)
ALONE, BESIDE = "On nothing else", "Beside others"


def text(answer: Resting, *, width: int | None) -> str:
    """Return the source, every relation that rests on it, and the sources below.

    Parameters
    ----------
    width
        Columns of the terminal; None leaves every line whole.
    """
    cited = Citations()
    lines = [*map(relations.strong, wrapped(_head(answer), width))]
    lines += wrapped(answer.sentence, width)
    if answer.source is not None:
        cited.numbers([answer.source])
    listing = relations.Listing((rest.relation for rest in answer.relations), cited, width)
    for heading, rests in _groups(answer):
        lines += ["", *([relations.strong(heading)] if heading else [])]
        for rest in rests:
            lines += listing.lines("", rest.relation.sentence, rest.relation, rest.standing)
    for heading, actors in _people(answer):
        lines += ["", *hanging(f"{heading}: ", visible(_named(actors)), width)]
    return "\n".join([*lines, *relations.source_lines(cited, width)])


def _head(answer: Resting) -> str:
    if answer.source is None:
        return "Without a source"
    return f"{citation(answer.source)} {address(answer.source)}".rstrip()


def _groups(answer: Resting) -> Iterator[tuple[str, Sequence[Rest]]]:
    """Yield what rests on nothing else, then the rest, each under its heading; no empty ones."""
    alone = [rest for rest in answer.relations if rest.alone]
    beside = [rest for rest in answer.relations if not rest.alone]
    groups = [(ALONE, alone), (BESIDE, beside)]
    if answer.source is None:
        groups = [("", alone)]
    yield from ((heading, rests) for heading, rests in groups if rests)


def _people(answer: Resting) -> Iterator[tuple[str, Sequence[Actor]]]:
    """Yield the actors under a heading, those who cite nothing else apart."""
    alone = set(answer.actors_alone)
    beside = [actor for actor in answer.actors if actor not in alone]
    heading = "Actors without a source" if answer.source is None else "Actors who cite it alone"
    groups = [(heading, answer.actors_alone), ("Actors who cite it, beside others", beside)]
    yield from ((told, actors) for told, actors in groups if actors)


def _named(actors: Sequence[Actor]) -> str:
    return ", ".join(actor.name for actor in actors)


def markdown(answer: Resting) -> str:
    """Return the same as Markdown: lists under headings in bold, footnotes with sources."""
    from explorer.report.markdown import escaped, footnotes, marks, relation_item

    cited = Citations()
    head = "Without a source" if answer.source is None else citation(answer.source)
    mark = "" if answer.source is None else marks(cited.numbers([answer.source]))
    blocks = [f"**{escaped(head)}**{mark}", escaped(answer.sentence)]
    for heading, rests in _groups(answer):
        items = [
            f"- {relation_item(rest.relation.sentence, rest.relation, rest.standing, cited)}"
            for rest in rests
        ]
        blocks += [*([f"**{heading}**"] if heading else []), "\n".join(items)]
    blocks += [f"{heading}: {escaped(_named(actors))}" for heading, actors in _people(answer)]
    return "\n\n".join(filter(None, [*blocks, "\n".join(footnotes(cited))]))


def data(answer: Resting) -> Mapping[str, Any]:
    """Return the answer as data, each relation with all that is known of it."""
    known = answer.to_dict()
    told = [
        {**relations.data(rest.relation, rest.standing), **row}
        for rest, row in zip(answer.relations, known["relations"], strict=True)
    ]
    return {**known, "relations": told}


def rows(answer: Resting) -> Iterator[list[Cell]]:
    """Yield a row for each relation, in the order of `COLUMNS`."""
    name = "" if answer.source is None else answer.source.id
    for rest in answer.relations:
        alone = "yes" if rest.alone else "no"
        yield [name, alone, *relations.cells(rest.relation, rest.standing)]


def json(answer: Resting) -> str:
    """Return what rests on a source as JSON; see `data`."""
    from explorer.report.data import json_text

    return json_text(data(answer))


def csv(answer: Resting) -> str:
    """Return what rests on a source as CSV; see `rows`."""
    from explorer.report.data import csv_text

    return csv_text(COLUMNS, rows(answer))
