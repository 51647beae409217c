"""What is known of an actor, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from explorer.report import relations
from explorer.report.citations import Citations, reference_data
from explorer.report.text import hanging, wrapped
from graph.analysis.profile import Profile
from graph.data import dates
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.data import Cell

COLUMNS = ("actor", "other", *relations.COLUMNS)


def text(answer: Profile, *, actors: int, width: int | None) -> str:
    """Return an actor's description and relations, and the sources below.

    Parameters
    ----------
    actors
        How many actors the ranks are among.
    width
        Columns of the terminal; None leaves every line whole.
    """
    cited = Citations()
    lines = [*map(relations.strong, wrapped(visible(answer.sentence), width))]
    about = " ".join(f"[{number}]" for number in cited.numbers(answer.actor.references))
    described = f"{visible(answer.actor.description)} {about}".strip()
    lines += wrapped(described, width) if described else []
    lines.append("")
    for name, value in _facts(answer, actors):
        lines += hanging(f"{name}: ", visible(value), width, head_paint=relations.faint)
    lines += ["", *_tie_lines(answer, cited, width)]
    return "\n".join([*lines, *relations.source_lines(cited, width)]).rstrip("\n")


def _facts(answer: Profile, actors: int) -> Iterator[tuple[str, str]]:
    """Yield what is known beyond description and relations."""
    actor = answer.actor
    yield "id", actor.id
    if actor.aliases:
        yield "also", ", ".join(actor.aliases)
    if actor.start or actor.end:
        yield "dates", dates.format_interval(actor.start, actor.end).strip("()")
    places = ", ".join(f"{measure} {place:,}" for measure, place in answer.ranks.items())
    yield "rank", f"{places} (of {actors:,})"
    yield from ((name, value) for name, value in actor.attributes.items() if value)


def _tie_lines(answer: Profile, cited: Citations, width: int | None) -> Iterator[str]:
    listing = relations.Listing((tie.relation for tie in answer.ties), cited, width)
    for tie in answer.ties:
        yield from listing.lines("", tie.sentence, tie.relation, tie.standing)


def markdown(answer: Profile, *, actors: int) -> str:
    """Return an actor as Markdown: description, relations, footnotes with sources."""
    from explorer.report.markdown import escaped, footnotes, marks, relation_item

    cited = Citations()
    about = escaped(answer.actor.description) + marks(cited.numbers(answer.actor.references))
    facts = [f"- {escaped(name)}: {escaped(value)}" for name, value in _facts(answer, actors)]
    ties = [
        f"- {relation_item(tie.sentence, tie.relation, tie.standing, cited)}" for tie in answer.ties
    ]
    blocks = [f"**{escaped(answer.sentence)}**", about, *map("\n".join, (facts, ties))]
    return "\n\n".join(filter(None, [*blocks, "\n".join(footnotes(cited))]))


def data(answer: Profile) -> Mapping[str, Any]:
    """Return the profile as data, each relation with all that is known of it."""
    known = answer.to_dict()
    references = [reference_data(reference) for reference in answer.actor.references]
    ties = [
        {**relations.data(tie.relation, tie.standing), **row}
        for tie, row in zip(answer.ties, known["relations"], strict=True)
    ]
    return {**known, "actor": {**known["actor"], "references": references}, "relations": ties}


def rows(answer: Profile) -> Iterator[list[Cell]]:
    """Yield a row for each relation, in the order of `COLUMNS`."""
    for tie in answer.ties:
        yield [answer.actor.id, tie.other.id, *relations.cells(tie.relation, tie.standing)]


def json(answer: Profile) -> str:
    """Return a profile as JSON; see `data`."""
    from explorer.report.data import json_text

    return json_text(data(answer))


def csv(answer: Profile) -> str:
    """Return a profile as CSV; see `rows`."""
    from explorer.report.data import csv_text

    return csv_text(COLUMNS, rows(answer))
