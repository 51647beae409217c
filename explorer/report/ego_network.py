"""Who is within some steps of an actor as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from explorer.report import relations, steps
from explorer.report.citations import Citations
from explorer.report.terminal_text import wrap
from graph.analysis.ego_network import EgoNetwork, name_distance
from graph.analysis.paths.steps import Step
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell
    from graph import Relation
    from graph.data.records import Standing


def list_levels(answer: EgoNetwork) -> Iterator[tuple[str, list[Step]]]:
    """Yield the steps to the actors of each distance, under a heading."""
    for distance, members in groupby(answer.members, lambda each: each.distance):
        heading = name_distance(distance)
        yield f"{heading[0].upper()}{heading[1:]}", [each.step for each in members]


def to_text(answer: EgoNetwork, *, width: int | None) -> str:
    """Return the answer as a sentence, the steps by distance, and the sources below.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    cited = Citations()
    lines = list(map(relations.paint_strong, wrap(visible(answer.sentence), width)))
    listing = relations.RelationList(
        (relation for step in answer.steps for relation in step.relations), cited, width
    )
    for heading, listed in list_levels(answer):
        lines += ["", relations.paint_faint(heading)]
        for step in listed:
            lines += steps.format_claims(step, listing)
    if answer.size_notes:
        lines += ["", *wrap(visible(_format_notes(answer)), width)]
    rest = [*relations.format_time_notes(answer, width), *relations.format_sources(cited, width)]
    return "\n".join([*lines, *rest])


def _format_notes(answer: EgoNetwork) -> str:
    more = sum(answer.counts) > len(answer.members)
    return " ".join([*answer.size_notes, *(["--limit sets how many."] if more else [])])


def to_markdown(answer: EgoNetwork) -> str:
    """Return the answer as Markdown: a sentence, the steps by distance, footnotes."""
    from explorer.report.markdown import escape, format_footnotes

    cited = Citations()
    blocks = [f"**{escape(answer.sentence)}**"]
    for heading, listed in list_levels(answer):
        items = (item for step in listed for item in steps.format_markdown_claims(step, cited))
        blocks += [f"*{escape(heading)}*", "\n".join(items)]
    blocks += map(escape, (_format_notes(answer), *answer.time_notes))
    return "\n\n".join(filter(None, [*blocks, "\n".join(format_footnotes(cited))]))


def to_json(answer: EgoNetwork) -> str:
    """Return the answer as JSON, with each relation and source once."""
    return steps.to_json(answer)


def to_csv(answer: EgoNetwork) -> str:
    """Return a CSV row for each relation that leads to an actor."""
    rows: Iterator[tuple[list[Cell], Relation, Standing]] = (
        ([member.distance, member.step.source.id, member.actor.id], relation, standing)
        for member in answer.members
        for relation, standing in zip(member.step.relations, member.step.standings, strict=True)
    )
    return relations.to_csv(("distance", "from", "to"), rows)
