"""What rests on one source, or has no source, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from explorer.report import relations
from explorer.report.citations import Citations, find_address, format_citation
from explorer.report.terminal_text import hang, wrap
from graph.analysis.withdrawal import CitingRelation, Withdrawal
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell
    from graph import Actor, Relation
    from graph.data.records import Standing

COLUMNS = ("rests_on", "alone")
"""The first columns of the CSV file; those of a relation follow, then own columns."""
ALONE, BESIDE = "Resting on it alone", "Resting on others, too"


def to_text(answer: Withdrawal, *, width: int | None) -> str:
    """Return the source, every relation that rests on it, and the sources below.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    cited = Citations()
    lines = [*map(relations.paint_strong, wrap(_format_source(answer), width))]
    lines += wrap(answer.sentence, width)
    for line in _list_own_cells(answer):
        lines += hang("", visible(line), width, paint=relations.paint_faint)
    if answer.source is not None:
        cited.numbers([answer.source])
    listing = relations.RelationList((each.relation for each in answer.relations), cited, width)
    for heading, citing in _list_groups(answer):
        lines += ["", *([relations.paint_strong(heading)] if heading else [])]
        for each in citing:
            lines += listing.format_lines("", each.relation.sentence, each.relation, each.standing)
    for heading, actors in _list_actors(answer):
        lines += ["", *hang(f"{heading}: ", visible(_format_names(actors)), width)]
    lines += relations.format_time_notes(answer, width)
    return "\n".join([*lines, *relations.format_sources(cited, width)])


def _format_source(answer: Withdrawal) -> str:
    if answer.source is None:
        return "Without a source"
    return f"{format_citation(answer.source)} {find_address(answer.source)}".rstrip()


def _list_own_cells(answer: Withdrawal) -> list[str]:
    """Return the own columns of the source, each as its name and its text."""
    return [] if answer.source is None else relations.format_own_cells(answer.source.attributes)


def _list_groups(answer: Withdrawal) -> Iterator[tuple[str, Sequence[CitingRelation]]]:
    """Yield relations that rest on it alone, then the others, each group with its heading."""
    alone = [each for each in answer.claims if each.alone]
    beside = [each for each in answer.claims if not each.alone]
    groups = [(ALONE, alone), (BESIDE, beside)]
    if answer.source is None:
        groups = [("", alone)]
    yield from ((heading, citing) for heading, citing in groups if citing)


def _list_actors(answer: Withdrawal) -> Iterator[tuple[str, Sequence[Actor]]]:
    """Yield actors that rest on it alone, then the others, each group with its heading."""
    alone = set(answer.actors_alone)
    beside = [actor for actor in answer.actors if actor not in alone]
    heading = "Actors without a source" if answer.source is None else f"Actors {ALONE.lower()}"
    groups = [(heading, answer.actors_alone), (f"Actors {BESIDE.lower()}", beside)]
    yield from ((title, actors) for title, actors in groups if actors)


def _format_names(actors: Sequence[Actor]) -> str:
    return ", ".join(actor.name for actor in actors)


def to_markdown(answer: Withdrawal) -> str:
    """Return the answer as Markdown: lists under headings, footnotes with sources."""
    from explorer.report.markdown import escape, format_footnotes, format_marks, format_relation

    cited = Citations()
    head = "Without a source" if answer.source is None else format_citation(answer.source)
    mark = "" if answer.source is None else format_marks(cited.numbers([answer.source]))
    own = "\n".join(f"- {escape(line)}" for line in _list_own_cells(answer))
    blocks = [f"**{escape(head)}**{mark}", escape(answer.sentence), own]
    for heading, citing in _list_groups(answer):
        items = [
            f"- {format_relation(each.relation.sentence, each.relation, each.standing, cited)}"
            for each in citing
        ]
        blocks += [*([f"**{heading}**"] if heading else []), "\n".join(items)]
    blocks += [
        f"{heading}: {escape(_format_names(actors))}" for heading, actors in _list_actors(answer)
    ]
    blocks += map(escape, answer.time_notes)
    return "\n\n".join(filter(None, [*blocks, "\n".join(format_footnotes(cited))]))


def to_dict(answer: Withdrawal) -> Mapping[str, Any]:
    """Return the answer as data, with every field of each relation, and the sources."""
    result = answer.to_dict()
    rows = [
        {**relations.to_dict(each.relation, each.standing), **row}
        for each, row in zip(answer.relations, result["relations"], strict=True)
    ]
    cited = relations.list_sources(each.relation for each in answer.relations)
    return {**result, "relations": rows, "sources": cited}


def _list_rows(answer: Withdrawal) -> Iterator[tuple[list[Cell], Relation, Standing]]:
    """Yield the cells of `COLUMNS`, the relation and its standing, for each relation."""
    name = "" if answer.source is None else answer.source.id
    for each in answer.relations:
        yield [name, "yes" if each.alone else "no"], each.relation, each.standing


def to_json(answer: Withdrawal) -> str:
    """Return what rests on a source as JSON; see `to_dict`."""
    from explorer.report.json_csv import format_json

    return format_json(to_dict(answer))


def to_csv(answer: Withdrawal) -> str:
    """Return a CSV row for each relation that rests on a source."""
    return relations.to_csv(COLUMNS, _list_rows(answer))
