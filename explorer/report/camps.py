"""Camps as text, Markdown, JSON and CSV: who is where, and who is against their own side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from explorer.report.citations import Citations
from explorer.report.relations import format_sources, list_sources, paint_strong
from explorer.report.signed_edges import (
    CitedLine,
    group_tensions,
    make_markdown_citer,
    make_text_citer,
)
from explorer.report.terminal_text import hang, wrap
from graph import Actor
from graph.analysis.camps.answer import Camps
from graph.analysis.camps.camp import Defection
from graph.data.counts import format_count
from graph.data.records import Reference
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell

CSV_HEADER = ("camp", "state", "name", "kind", "id")
MOST_NAMES = 200  # of one camp as text; JSON and CSV have all
MOST_TENSIONS = 20  # as text; JSON has all
IN_TENSION = "In tension with these camps"
DEFECTIONS = "Against their own side"
UNDECIDED = "Undecided: in one camp or another, equally well"
UNDECIDED_OF_MORE = "Undecided: in one of these camps or in a further one, equally well"
UNPLACED = "In no camp"


def list_camps(answer: Camps) -> Iterator[tuple[str, Sequence[Actor], Sequence[Actor]]]:
    """Yield the heading of each camp, its members, and places and assets on its side."""
    for camp in answer.camps:
        heading = f"Camp {camp.number:,}: {format_count(len(camp.actors), 'actor')}"
        yield heading, camp.actors, camp.places_and_assets
    if answer.undecided:
        is_all = len(answer.camps) in (0, answer.k)
        yield UNDECIDED if is_all else UNDECIDED_OF_MORE, answer.undecided, ()
    if answer.unplaced:
        yield UNPLACED, answer.unplaced, ()


def _format_names(actors: Sequence[Actor]) -> str:
    """Return the names of actors; of very many the first, and how many more there are."""
    names = ", ".join(actor.name for actor in actors[:MOST_NAMES])
    more = len(actors) - MOST_NAMES
    return f"{names} and {more:,} more" if more > 0 else names


def list_references(defection: Defection) -> list[Reference]:
    """Return what the relations of a defection cite."""
    relations = (relation for step in defection.steps for relation in step.relations)
    return [reference for relation in relations for reference in relation.references]


def list_tensions(answer: Camps) -> Iterator[tuple[str, list[CitedLine]]]:
    """Yield the signed edges in tension by how sure they are, and what they rest on.

    Of very many the first are listed: `explore balance` and JSON have all.
    """
    shown = answer.tensions[:MOST_TENSIONS]
    for heading, tensions in group_tensions(shown, IN_TENSION):
        yield heading, [CitedLine([each.edge], tail=f" ({each.edge.support})") for each in tensions]


def describe_more(answer: Camps) -> str:
    """Return how many tensions are not listed, and what lists them."""
    more = len(answer.tensions) - MOST_TENSIONS
    return f"{more:,} more in tension: see explore balance --top." if more > 0 else ""


def to_text(answer: Camps, *, width: int | None) -> str:
    """Return each camp with its members, and who is against their own side, with sources.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    cited = Citations()
    lines = [*wrap(visible(answer.sentence), width)]
    for heading, actors, apart in list_camps(answer):
        lines += ["", paint_strong(heading)]
        lines += wrap(visible(_format_names(actors)), width) if actors else []
        if apart:
            lines += hang("  ", visible(f"with {_format_names(apart)}"), width)
    if answer.defections:
        lines += ["", paint_strong(DEFECTIONS)]
    for each in answer.defections:
        numbers = sorted(cited.numbers(list_references(each)))
        marks = "".join(f" [{number}]" for number in numbers)
        lines += hang("- ", visible(each.sentence) + marks, width)
    for heading, items in list_tensions(answer):
        lines += ["", paint_strong(heading)]
        for item in items:
            lines += hang("- ", item.format(make_text_citer(cited), visible), width)
    ask = "Option --at asks at a date." if answer.era_note else ""
    notes = visible(" ".join(filter(None, [describe_more(answer), *answer.notes, ask])))
    lines += ["", *wrap(notes, width)] if notes else []
    return "\n".join([*lines, *format_sources(cited, width)])


def to_markdown(answer: Camps) -> str:
    """Return the same as Markdown, with footnotes for the sources."""
    from explorer.report.markdown import escape, format_footnotes, format_marks

    cited = Citations()
    blocks = [escape(answer.sentence)]
    for heading, actors, apart in list_camps(answer):
        blocks += [f"**{heading}**", escape(_format_names(actors))]
        blocks.append(f"With {escape(_format_names(apart))}" if apart else "")
    if answer.defections:
        items = [
            f"- {escape(each.sentence)}{format_marks(sorted(cited.numbers(list_references(each))))}"
            for each in answer.defections
        ]
        blocks += [f"**{DEFECTIONS}**", "\n".join(items)]
    for heading, lines in list_tensions(answer):
        cite = make_markdown_citer(cited)
        items = [f"- {each.format(cite, escape)}" for each in lines]
        blocks += [f"**{heading}**", "\n".join(items)]
    blocks.append(escape(" ".join(filter(None, [describe_more(answer), *answer.notes]))))
    return "\n\n".join(filter(None, [*blocks, "\n".join(format_footnotes(cited))]))


def to_json(answer: Camps) -> str:
    """Return the camps as JSON, with the sources of defections and tensions."""
    from explorer.report.json_csv import format_json

    steps = [step for each in answer.defections for step in each.steps]
    steps += [each.edge.step for each in answer.tensions]
    relations = [relation for step in steps for relation in step.relations]
    return format_json({**answer.to_dict(), "sources": list_sources(relations)})


def to_csv(answer: Camps) -> str:
    """Return a CSV row for each actor: its camp, and whether it is a member."""
    from explorer.report.json_csv import format_csv

    return format_csv(CSV_HEADER, _to_rows(answer))


def _to_rows(answer: Camps) -> Iterator[list[Cell]]:
    for camp in answer.camps:
        yield from ([camp.number, "member", *_list_cells(each)] for each in camp.actors)
    for state, actors in (("undecided", answer.undecided), ("unplaced", answer.unplaced)):
        yield from ([None, state, *_list_cells(each)] for each in actors)
    for camp in answer.camps:
        apart = camp.places_and_assets
        yield from ([camp.number, "place or asset", *_list_cells(each)] for each in apart)
    yield from ([None, "place or asset", *_list_cells(each)] for each in answer.places_and_assets)


def _list_cells(actor: Actor) -> list[Cell]:
    return [actor.name, actor.kind, actor.id]
