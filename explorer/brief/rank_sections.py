"""Write who is central, how sure that is, and who stands between others."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.brief.answers import BriefAnswers
from explorer.brief.document import Block, Claim, ClaimParagraph, ClaimTable
from graph.analysis.brokers.answer import Broker, Brokers
from graph.analysis.doubt.draws import DRAWN
from graph.analysis.doubt.rank_doubt import RankDoubt, RankRange
from graph.analysis.main_references import find_main_references
from graph.data.counts import format_count
from graph.data.records import Actor
from graph.errors import shorten

MOST_RANKS, MOST_BROKERS = 8, 5
LOWEST = "Lowest rank with something left out"


def write_ranks(answers: BriefAnswers) -> Iterator[Block]:
    """Yield a table of the first actors with the ranks that they take, and what that means."""
    doubt, centrality = answers.rank_doubt, answers.centrality
    if not doubt or not centrality or not answers.evidence.relation_count:
        return
    scores = dict(zip(centrality.actors, centrality.scores[doubt.measure], strict=True))
    rows = []
    for each in doubt.ranges[:MOST_RANKS]:
        spread = f"{each.best:,}" if each.best == each.worst else f"{each.best:,} to {each.worst:,}"
        rows.append(
            (
                Claim(f"{each.rank:,}"),
                _cite_actor(answers, each.actor),
                Claim(f"{scores[each.actor]:,.0f}"),
                Claim(spread),
                Claim(_describe_lowest(each, doubt)),
            )
        )
    header = ("Rank", "Actor", "Linked actors", "Rank in nine of ten draws", LOWEST)
    yield ClaimTable(header, rows, (True, False, True, True, False), 1)
    yield ClaimParagraph([Claim(" ".join(_list_rank_notes(answers)))], is_note=True)


def _describe_lowest(actor: RankRange, doubt: RankDoubt) -> str:
    cause, missing = actor.find_cause(doubt.omissions), actor.find_missing(doubt.omissions)
    falls = [f"{actor.falls_to:,}, without {cause.name}"] if cause else []
    falls += [f"none, without {missing}"] if missing else []
    return "; ".join(falls) or "no lower"


def _list_rank_notes(answers: BriefAnswers) -> Iterator[str]:
    doubt = answers.rank_doubt
    if doubt is None:
        return
    count = len(doubt.ranges)
    if count > MOST_RANKS:
        yield f"{MOST_RANKS:,} of {format_count(count, 'actor')} are listed."
    yield (
        "Central means here: has relations of any kind with the most other actors (degree). The "
        "column Linked actors counts them."
    )
    yield (
        f"How sure is a rank? {format_count(doubt.draws, 'draw')} were made: in each, some "
        f"relations are left out by chance. {DRAWN}"
    )
    yield from doubt.omission_notes
    if doubt.omissions:
        yield "The last column has the lowest rank then."
    yield "After a name stand up to three sources: those that its relations cite most often."


def write_brokers(answers: BriefAnswers) -> Iterator[Block]:
    """Yield a table of the first brokers, the key players, and what that means."""
    brokers = answers.brokers
    if not brokers or not brokers.edge_count:
        return
    shown = [each for each in brokers.brokers if each.betweenness][:MOST_BROKERS]
    if not shown:
        yield ClaimParagraph([Claim(brokers.sentence)])
        return
    yield ClaimTable(
        ("Actor", "Betweenness", "Actors cut off without it"),
        [_list_cells(answers, each) for each in shown],
        (False, True, True),
        0,
    )
    yield ClaimParagraph(list(_list_players(answers, brokers)))
    yield ClaimParagraph(
        [
            Claim(
                "Betweenness is the share of the shortest paths between two others that lead "
                "through an actor, from 0 to 1. Leave an actor out: those with no path left to "
                "the largest part are cut off. Good and bad relations count alike, whether they "
                "still hold or are over. So this shows who could pass something on, not who did."
            )
        ],
        is_note=True,
    )


def _list_players(answers: BriefAnswers, brokers: Brokers) -> Iterator[Claim]:
    """Yield the key players; who parts nobody is not among them."""
    players = [each for each in (brokers.fragmenting, brokers.reaching) if each]
    for each, text in zip(players, brokers.player_sentences, strict=True):
        if each is brokers.reaching or each.value > brokers.fragmentation:
            yield Claim(text, find_main_references(answers.network, each.actors))


def _list_cells(answers: BriefAnswers, broker: Broker) -> tuple[Claim, Claim, Claim]:
    return (
        _cite_actor(answers, broker.actor),
        Claim(f"{broker.betweenness:.3f}"),
        Claim(f"{broker.parted_count:,}"),
    )


def _cite_actor(answers: BriefAnswers, actor: Actor) -> Claim:
    """Return the name and the kind of an actor, with what most of its relations cite."""
    name = shorten(actor.name)
    kind = shorten(actor.kind.replace("_", " "))
    text = f"{name}, {kind}" if kind else name
    return Claim(text, find_main_references(answers.network, [actor]))
