"""Write which camps there are, who is against their own side, and what is in tension."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.brief.answers import BriefAnswers
from explorer.brief.document import Block, Claim, ClaimList, ClaimParagraph, ClaimTable
from explorer.report.camps import DEFECTIONS, IN_TENSION, list_references
from explorer.report.signed_edges import group_tensions
from explorer.report.signed_edges import list_references as list_edge_references
from graph.analysis.camps.answer import Camps
from graph.analysis.main_references import find_main_references
from graph.data.counts import format_count
from graph.data.records import Actor
from graph.data.sentences import add_full_stop
from graph.errors import shorten

MOST_CAMPS, MOST_MEMBERS, MOST_POINTS = 10, 10, 5
UNMEASURED = (
    "There are many tensions, so it was not measured how sure the sides are: explore camps --doubt "
    "does, and may take minutes."
)
COMPUTED = (
    "Camps are computed from signed relations: those for somebody, and those against somebody. The "
    "sources may not name these camps, and members of one camp may not be allies. Against their "
    "own side: belongs, or belonged, to somebody in the other camp. In tension: a relation for "
    "somebody in another camp, or against somebody in the same one."
)


def write_camps(answers: BriefAnswers) -> Iterator[Block]:
    """Yield the camps, who is against their own side, what is in tension, and how sure it is."""
    camps = answers.camps
    if camps is None or not answers.evidence.relation_count:
        return
    if not camps.camps and not camps.undecided:
        yield ClaimParagraph([Claim(camps.sentence)])
        return
    if camps.camps:
        yield _make_table(answers, camps)
    yield from _write_doubt(answers)
    if camps.defections:
        claims = [Claim(each.sentence, list_references(each)) for each in camps.defections]
        yield ClaimList(DEFECTIONS, _cut(claims, "explore camps"))
    for heading, tensions in group_tensions(camps.tensions, IN_TENSION):
        claims = [
            Claim(
                add_full_stop(f"{each.edge.sentence} ({each.edge.support})"),
                list_edge_references(each.edge),
            )
            for each in tensions
        ]
        yield ClaimList(heading, _cut(claims, "explore balance"))
    yield ClaimParagraph([Claim(COMPUTED), *map(Claim, _list_notes(camps))], is_note=True)


def _list_notes(camps: Camps) -> Iterator[str]:
    """Yield the notes that stand nowhere else in a brief."""
    elsewhere = (camps.era_note, *camps.time_notes)
    yield from (note for note in camps.notes if note not in elsewhere)


def _make_table(answers: BriefAnswers, camps: Camps) -> ClaimTable:
    rows = [
        (
            Claim(f"{camp.number:,}"),
            Claim(f"{len(camp.actors):,}"),
            Claim(_format_names(camp.actors), find_main_references(answers.network, camp.foremost)),
        )
        for camp in camps.camps[:MOST_CAMPS]
    ]
    for words, actors in (("undecided", camps.undecided), ("in no camp", camps.unplaced)):
        if actors:
            cited = find_main_references(answers.network, actors)
            rows.append(
                (Claim(words), Claim(f"{len(actors):,}"), Claim(_format_names(actors), cited))
            )
    return ClaimTable(
        ("Camp", "Actors", "Members with the most signed relations"),
        rows[:MOST_CAMPS],
        (False, True, False),
        2,
    )


def _format_names(actors: Sequence[Actor]) -> str:
    """Return the names of the first actors, and how many more there are."""
    names = ", ".join(shorten(actor.name) for actor in actors[:MOST_MEMBERS])
    more = len(actors) - MOST_MEMBERS
    return f"{names} and {more:,} more" if more > 0 else names


def _write_doubt(answers: BriefAnswers) -> Iterator[Block]:
    """Yield how sure it is who is in which camp."""
    doubt = answers.camp_doubt
    if doubt:
        first = [each.actor for each in doubt.sides if not each.is_sure][:MOST_POINTS]
        claim = Claim(doubt.sentence, find_main_references(answers.network, first))
        notes = (doubt.meaning, *doubt.impossible_notes)
        yield ClaimParagraph([claim, *map(Claim, notes)])
    elif answers.is_divided:
        yield ClaimParagraph([Claim(UNMEASURED)])


def _cut(claims: Sequence[Claim], command: str) -> list[Claim]:
    """Return the first claims, and what lists the others."""
    more = len(claims) - MOST_POINTS
    rest = [Claim(f"{format_count(more, 'more').removesuffix('s')}: see {command}.")]
    return [*claims[:MOST_POINTS], *(rest if more > 0 else [])]
