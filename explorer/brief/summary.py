"""Write the first lines of a brief: what a hurried reader must know."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.brief.answers import BriefAnswers
from explorer.brief.document import Claim, ClaimList
from explorer.brief.relation_claims import describe_change
from graph.analysis.brokers.answer import MOST_NAMED
from graph.analysis.main_references import find_main_references
from graph.data.sentences import join_phrases
from graph.errors import shorten

NAMED = 3  # actors


def write_summary(answers: BriefAnswers) -> Iterator[ClaimList]:
    """Yield the main points; none for a network without relations."""
    claims = list(_list_claims(answers))
    if claims:
        yield ClaimList("", claims)


def _list_claims(answers: BriefAnswers) -> Iterator[Claim]:
    network, evidence = answers.network, answers.evidence
    if not evidence.relation_count:
        yield Claim("No relation is selected: there is nothing to tell.")
        return
    if answers.rank_doubt:
        first = [each.actor for each in answers.rank_doubt.ranges[:NAMED]]
        names = join_phrases([shorten(actor.name) for actor in first])
        verb = "has" if len(first) == 1 else "have"
        text = f"{names} {verb} relations with the most other actors."
        yield Claim(text, find_main_references(network, first))
    if answers.brokers and answers.brokers.edge_count:
        brokers = answers.brokers
        equals = (*brokers.foremost[:MOST_NAMED], *brokers.parting_most[:MOST_NAMED])
        named = list(dict.fromkeys(each.actor for each in equals))
        yield Claim(brokers.sentence, find_main_references(network, named))
    if answers.camps:
        named = [actor for camp in answers.camps.camps for actor in camp.foremost]
        yield Claim(answers.camps.sentence, find_main_references(network, named))
        if answers.camp_doubt and answers.camp_doubt.sides:
            yield Claim(f"{answers.camp_doubt.counts} {answers.camp_doubt.meaning}")
        if answers.camps.era_note:
            yield Claim(answers.camps.era_note)
    for change in answers.changes.begun[:1]:
        yield describe_change("Latest known start: ", change)
    counts = evidence.sentence if evidence.sources else answers.claims.sentence
    yield Claim(f"{counts} {describe_voices(answers)}".strip())


def describe_voices(answers: BriefAnswers) -> str:
    """Return what it means that all rests on one independent voice; empty where it does not."""
    if answers.evidence.voice_count != 1 or answers.claims.unsourced_count:
        return ""
    return "We know all of it through one independent voice: nothing else confirms it."
