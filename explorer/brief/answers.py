"""Ask a network all that a brief tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.analysis.claim_counts import ClaimCounts, count_claims
from graph.analysis.doubt.camp_measurement import measure_camp_doubt
from graph.analysis.doubtful_relations import list_doubtful_relations
from graph.analysis.latest_changes import LatestChanges, list_latest_changes
from graph.analysis.timeline.measurement import MOST_DIVIDED, measure_timeline

if TYPE_CHECKING:
    from graph import Network, Relation
    from graph.analysis.brokers.answer import Brokers
    from graph.analysis.camps.answer import Camps
    from graph.analysis.centrality import Centrality
    from graph.analysis.doubt.camp_doubt import CampDoubt
    from graph.analysis.doubt.rank_doubt import RankDoubt
    from graph.analysis.evidence import Evidence
    from graph.analysis.large.strategy import ReportProgress
    from graph.analysis.timeline.answer import Timeline
    from graph.data.records import Standing

MEASURE = "degree"
MOST_CHANGES, MOST_PERIODS = 3, 4
MOST_TENSE = 50  # tensions of camps whose doubt is measured: 50 divisions are proved for it
SECONDS = 5  # for the proof of the camps
DOUBT_SECONDS = 20  # for the proofs of how sure they are
TASK = "Measuring"


@dataclass(frozen=True)
class BriefAnswers:
    """The answers that a brief is written from.

    Parameters
    ----------
    network
        The network that was asked.
    centrality, rank_doubt
        Who has relations with the most others, and how sure these ranks are; None without actors.
    brokers
        Who stands between others; None in a large network.
    camps, camp_doubt
        Who stands with whom, and how sure that is; None in a large network. How sure it is is
        not measured where there are many tensions, as that may take minutes.
    evidence, claims
        What rests on each source, and how many relations are thinly supported.
    doubtful
        The first relations that are contested or alleged.
    timeline, changes
        The network over time, and the relations that began and ended last.
    """

    network: Network
    centrality: Centrality | None
    rank_doubt: RankDoubt | None
    brokers: Brokers | None
    camps: Camps | None
    camp_doubt: CampDoubt | None
    evidence: Evidence
    claims: ClaimCounts
    doubtful: Sequence[tuple[Relation, Standing]]
    timeline: Timeline
    changes: LatestChanges

    @property
    def is_divided(self) -> bool:
        """Whether there are two camps or more."""
        return self.camps is not None and len(self.camps.camps) > 1

    @property
    def is_proved(self) -> bool:
        """Whether there are two camps or more, and no other division is better."""
        return self.is_divided and self.camps is not None and self.camps.optimal

    @property
    def colouring(self) -> str | None:
        """What the colours of the picture mean: camps are not sought again in vain."""
        if self.camps is not None and not self.camps.optimal:
            return "plain"
        return "camp" if self.is_proved else None


def ask_questions(network: Network, progress: ReportProgress | None = None) -> BriefAnswers:
    """Ask a network all that a brief tells.

    Brokers and camps are left out above 5,000 relations, as they would take minutes.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    progress
        Called with the name of the work, how many of its shares are done, and how many there are.
    """
    report = progress or (lambda *_: None)
    is_small = len(network.relation_numbers) <= MOST_DIVIDED
    certain = network.span is not None and network.span.certain
    has_actors = bool(network.actor_numbers)
    steps = 4
    report(TASK, 0, steps)
    centrality = network.centrality(MEASURE) if has_actors else None
    rank_doubt = network.centrality_doubt(MEASURE) if has_actors else None
    report(TASK, 1, steps)
    brokers = network.brokers() if is_small else None
    report(TASK, 2, steps)
    camps = network.camps(seconds=SECONDS) if is_small else None
    is_clear = camps is not None and camps.optimal and camps.upper <= MOST_TENSE
    has_sides = camps is not None and len(camps.camps) > 1
    camp_doubt = (
        measure_camp_doubt(network, seconds=DOUBT_SECONDS, known=camps)
        if is_clear and has_sides
        else None
    )
    report(TASK, 3, steps)
    return BriefAnswers(
        network,
        centrality,
        rank_doubt,
        brokers,
        camps,
        camp_doubt,
        network.evidence(),
        count_claims(network),
        list_doubtful_relations(network),
        measure_timeline(network, MEASURE, certain=certain, most=MOST_PERIODS, divide=is_clear),
        list_latest_changes(network, MOST_CHANGES),
    )
