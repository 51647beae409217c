"""The profile of an actor as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from explorer.report import relations
from explorer.report.citations import Citations, reference_to_dict
from explorer.report.terminal_text import count_columns, hang, wrap
from graph.analysis.profile import Profile
from graph.data import dates
from graph.data.own_columns import list_filled_cells, name_own_columns
from graph.errors import shorten
from graph.text.safe import visible

COLUMNS = ("actor", "neighbour")
"""The first columns of the CSV file; those of a relation follow, then own columns."""
FACTS = ("id", "also", "dates", "rank")


def to_text(answer: Profile, *, actors: int, width: int | None) -> str:
    """Return an actor's description and relations, and the sources below.

    Parameters
    ----------
    actors
        The number of ranked actors.
    width
        Columns of the terminal; None for lines without breaks.
    """
    cited = Citations()
    lines = [*map(relations.paint_strong, wrap(visible(answer.sentence), width))]
    about = " ".join(f"[{number}]" for number in cited.numbers(answer.actor.references))
    described = f"{visible(answer.actor.description)} {about}".strip()
    lines += wrap(described, width) if described else []
    lines.append("")
    for name, value in _list_facts(answer, actors):
        lines += _format_fact(visible(name), visible(value), width)
    lines += ["", *_format_ties(answer, cited, width)]
    lines += relations.format_time_notes(answer, width)
    return "\n".join([*lines, *relations.format_sources(cited, width)]).rstrip("\n")


def _format_fact(name: str, value: str, width: int | None) -> Iterator[str]:
    """Yield a fact behind its name; a name that fills the line is broken as text is."""
    if width is not None and count_columns(name) > width // 2:
        return hang("", f"{name}: {value}", width)
    return hang(f"{name}: ", value, width, head_paint=relations.paint_faint)


def _list_facts(answer: Profile, actors: int) -> Iterator[tuple[str, str]]:
    """Yield the names and values of id, aliases, dates, ranks and own columns."""
    actor = answer.actor
    yield "id", actor.id
    if actor.aliases:
        yield "also", ", ".join(actor.aliases)
    if interval := dates.format_interval(actor.start, actor.end).strip("()"):
        yield "dates", interval
    ranks = ", ".join(f"{measure} {rank:,}" for measure, rank in answer.ranks.items())
    filtered = " under the filters" if answer.is_filtered else ""
    if ranks:
        notes = "".join(f". {note.removesuffix('.')}" for note in answer.rank_notes)
        yield "rank", f"{ranks} (of {actors:,}{filtered}){notes}"
    own = dict(list_filled_cells(actor.attributes))
    yield from zip(name_own_columns([*own], FACTS), own.values(), strict=True)


def _format_ties(answer: Profile, cited: Citations, width: int | None) -> Iterator[str]:
    listing = relations.RelationList((each.relation for each in answer.claims), cited, width)
    for each in answer.claims:
        yield from listing.format_lines("", each.sentence, each.relation, each.standing)


def to_markdown(answer: Profile, *, actors: int) -> str:
    """Return an actor as Markdown: description, relations, footnotes with sources."""
    from explorer.report.markdown import escape, format_footnotes, format_marks, format_relation

    cited = Citations()
    about = escape(answer.actor.description) + format_marks(cited.numbers(answer.actor.references))
    facts = [f"- {escape(name)}: {escape(value)}" for name, value in _list_facts(answer, actors)]
    ties = [
        f"- {format_relation(each.sentence, each.relation, each.standing, cited)}"
        for each in answer.claims
    ]
    blocks = [f"**{escape(answer.sentence)}**", about, *map("\n".join, (facts, ties))]
    blocks += map(escape, answer.time_notes)
    return "\n\n".join(filter(None, [*blocks, "\n".join(format_footnotes(cited))]))


def to_dict(answer: Profile) -> Mapping[str, Any]:
    """Return the profile as data, with every field of each relation, and the sources."""
    result = answer.to_dict()
    references = [reference_to_dict(reference) for reference in answer.actor.references]
    ties = [
        {**relations.to_dict(each.relation, each.standing), **row}
        for each, row in zip(answer.relations, result["relations"], strict=True)
    ]
    actor = {**result["actor"], "references": references}
    cited = relations.list_sources(
        (each.relation for each in answer.relations), cited=answer.actor.references
    )
    return {**result, "actor": actor, "relations": ties, "sources": cited}


def to_json(answer: Profile) -> str:
    """Return a profile as JSON; see `to_dict`."""
    from explorer.report.json_csv import format_json

    return format_json(to_dict(answer))


def to_csv(answer: Profile) -> str:
    """Return a CSV row for each relation; own columns of the actor are ``actor.NAME``.

    A very long cell of these is whole in the first row alone.
    """
    own = {f"actor.{name}": cell for name, cell in answer.actor.attributes.items()}
    whole, short = list(own.values()), list(map(shorten, own.values()))
    rows = (
        (
            [answer.actor.id, each.neighbour.id, *(short if index else whole)],
            each.relation,
            each.standing,
        )
        for index, each in enumerate(answer.relations)
    )
    return relations.to_csv([*COLUMNS, *own], rows)
