"""Write the sections of a brief from the answers about a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.brief.answers import BriefAnswers
from explorer.brief.camp_sections import write_camps
from explorer.brief.document import (
    Block,
    BriefSection,
    Claim,
    ClaimList,
    ClaimParagraph,
    ClaimTable,
)
from explorer.brief.rank_sections import write_brokers, write_ranks
from explorer.brief.relation_claims import describe_change, describe_relation
from explorer.brief.summary import write_summary
from graph.analysis.latest_changes import DatedChange
from graph.data.counts import format_count
from graph.errors import shorten

MOST_SOURCES = 4
WIDEST_SOURCE = 90  # characters
LARGE = (
    "Brokers, camps and tensions are left out of a brief of more than 5,000 relations. Choose a "
    "part with filters, or ask for them alone."
)


def write_sections(answers: BriefAnswers) -> list[BriefSection]:
    """Write all sections that have something to say, in order."""
    sections = [
        BriefSection("In short", list(write_summary(answers))),
        BriefSection("Who is central, and how sure that is", list(write_ranks(answers))),
        BriefSection("Who stands between others", list(write_brokers(answers))),
        BriefSection("Camps and tensions", list(write_camps(answers))),
        BriefSection("What is thinly sourced", list(_write_evidence(answers))),
        BriefSection("What changed", list(_write_changes(answers))),
    ]
    if answers.camps is None:
        sections.insert(4, BriefSection("Left out", [ClaimParagraph([Claim(LARGE)])]))
    return [section for section in sections if section.blocks]


def _write_evidence(answers: BriefAnswers) -> Iterator[Block]:
    """Yield how many relations are thinly supported, and on which sources most rest."""
    evidence = answers.evidence
    if not evidence.relation_count:
        return
    elsewhere = evidence.time_notes
    notes = [note for note in evidence.notes if note not in elsewhere]
    yield ClaimParagraph(
        [Claim(text) for text in (answers.claims.sentence, *notes, *_list_thin(answers))]
    )
    if answers.doubtful:
        claims = [describe_relation(*each) for each in answers.doubtful]
        yield ClaimList("Contested, or only alleged", claims)
    shown = [each for each in evidence.sources if each.relation_count][:MOST_SOURCES]
    if not shown:
        return
    rows = [
        (
            Claim(shorten(each.source.title or each.source.id, WIDEST_SOURCE), [each.source]),
            Claim(f"{each.relation_count:,}"),
            Claim(f"{each.alone_count:,}"),
        )
        for each in shown
    ]
    yield ClaimTable(
        ("Source", "Relations that rest on it", "On nothing else"), rows, (False, True, True), 0
    )
    count = sum(1 for each in evidence.sources if each.relation_count)
    listed = "Listed are the sources on which the most relations rest. "
    yield ClaimParagraph(
        [
            Claim(
                f"{listed if count > len(shown) else ''}A relation rests on a source that is "
                "cited for it, directly or through another one. Sources that we know only "
                "through one another are one voice. Inferred: the author of the data concludes "
                "it. Alleged: somebody says so. Not rated: nobody wrote down how sure it is."
            )
        ],
        is_note=True,
    )


def _list_thin(answers: BriefAnswers) -> Sequence[str]:
    """Return the kinds of actor of which most have at most one relation, as sentences."""
    doubt = answers.rank_doubt
    return doubt.thin_notes if doubt else ()


def _write_changes(answers: BriefAnswers) -> Iterator[Block]:
    """Yield the latest periods, and the relations that began and ended last."""
    timeline = answers.timeline
    if not timeline.periods:
        if answers.evidence.relation_count:
            yield ClaimParagraph([Claim(timeline.sentence)])
        return
    yield ClaimTable(
        ("Period", "Actors", "Relations", "In tension", f"First by {timeline.measure}"),
        [
            (
                Claim(each.dates),
                Claim(f"{each.actor_count:,}"),
                Claim(f"{each.relation_count:,}"),
                Claim(each.frustration),
                Claim(", ".join(shorten(actor.name) for actor in each.first)),
            )
            for each in timeline.periods
        ],
        (False, True, True, True, False),
        4,
    )
    yield ClaimParagraph([Claim(" ".join(_list_period_notes(answers)))], is_note=True)
    yield from _list_changes("Latest known starts", answers.changes.begun)
    yield from _list_changes("Latest known ends", answers.changes.ended)


def _list_changes(heading: str, changes: Sequence[DatedChange]) -> Iterator[ClaimList]:
    if changes:
        yield ClaimList(heading, [describe_change("", each) for each in changes])


def _list_period_notes(answers: BriefAnswers) -> Iterator[str]:
    """Yield what the table of periods means."""
    timeline = answers.timeline
    if not timeline.certain:
        yield "A relation whose end is not known counts in all later periods."
    if timeline.left_out_count:
        yield f"{format_count(timeline.left_out_count, 'earlier period')} left out."
    yield "More relations may only mean that sources tell more of these years."
    if timeline.is_divided:
        yield "In tension: the fewest signed relations that do not fit two camps."
    changes = (*answers.changes.begun, *answers.changes.ended)
    if any(each.more_count for each in changes):
        yield "More of the same date: relations that have an actor in common with the one named."
    yield from timeline.notes[1:-1] if timeline.left_out_count else timeline.notes[1:]
