"""What if: a network beside the same one without an actor or a source, or with other relations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.large.strategy import ReportProgress, ignore_progress
from graph.comparison.consequence import HEADINGS, Consequence, Topic
from graph.comparison.consequences import TOP, answer_all, list_consequences
from graph.comparison.supposition import SOURCE, Supposition, suppose
from graph.data.arguments import require_type
from graph.data.counts import format_count
from graph.data.sentences import join_phrases
from graph.select.selection import Selection

if TYPE_CHECKING:
    import pandas as pd

    from graph.analysis.camps.answer import Camps
    from graph.network import Network

MATCHED = "A camp after has the number of the camp before with which it shares the most actors."
UNPROVED = "; balance and camps are not proved, so tensions and sides are not compared"
COUNTED: dict[Topic, str] = {
    "structure": "figure",
    "connection": "connection",
    "paths": "path",
    "ranks": "rank",
    "balance": "balance fact",
    "camps": "side",
}


@dataclass(frozen=True, repr=False)
class WhatIf(Answer):
    """What would be otherwise in the answers about a network.

    Parameters
    ----------
    supposition
        What is supposed, with the network before and after.
    consequences
        What differs: structure, connection, paths, ranks, balance and camps, in this order. The
        paths that were asked for are listed where nothing differs, too.
    measure
        The measure by which actors are ranked.
    camp_names
        The camps before, each by its number and its foremost members.
    is_proved
        Whether balance and camps are proved, before and after: else tensions and sides, which may
        be otherwise, are not compared.
    """

    supposition: Supposition
    consequences: tuple[Consequence, ...]
    measure: str
    camp_names: str = ""
    is_proved: bool = True

    @property
    def before(self) -> Network:
        """The network as it is."""
        return self.supposition.before

    @property
    def after(self) -> Network:
        """The network as it is supposed."""
        return self.supposition.after

    def select(self, topic: Topic) -> tuple[Consequence, ...]:
        """Return what differs in the answer to one question."""
        return tuple(each for each in self.consequences if each.topic == topic)

    @property
    def sentence(self) -> str:
        """What is supposed, and how much differs.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> print(graph.what_if(net, without="Supraciŭ").sentence)
        Without Supraciŭ, 13 figures differ.
        """
        start = self.supposition.text
        start = f"{start[:1].upper()}{start[1:]}"
        if self.supposition.is_nothing_left:
            if not all(each.startswith(SOURCE) for each in self.supposition.phrases):
                return f"{start}, nothing is left."
            what = "it" if len(self.supposition.phrases) == 1 else "them"
            relations = format_count(len(self.before.relation_numbers), "relation")
            actors = format_count(len(self.before.actor_numbers), "actor")
            return f"{start}, nothing is left: all {relations} and {actors} rest on {what}."
        end = "" if self.is_proved else UNPROVED
        differing = [each.topic for each in self.consequences if each.before != each.after]
        counts = [(differing.count(topic), COUNTED[topic]) for topic in HEADINGS]
        parts = [format_count(*each) for each in counts if each[0]]
        if not parts:
            return f"{start}, nothing that is measured differs{end}."
        verb = "differs" if sum(count for count, _ in counts) == 1 else "differ"
        return f"{start}, {join_phrases(parts)} {verb}{end}."

    @property
    def notes(self) -> tuple[str, ...]:
        """How ranks are compared, and which camp after is which camp before."""
        notes = []
        if self.select("ranks"):
            ranks = f"Ranks by {self.measure}: of actors in both, among the first {TOP} in either"
            notes.append(f"{ranks}.")
        if self.select("camps"):
            notes.append(". ".join(filter(None, (self.camp_names, MATCHED))))
        return tuple(notes)

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each consequence: topic, subject, label, before, after."""
        import pandas as pd

        names = ["topic", "subject", "label", "before", "after"]
        return pd.DataFrame([each.to_dict() for each in self.consequences], columns=names)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data, as in JSON."""
        return {
            "supposed": list(self.supposition.phrases),
            "measure": self.measure,
            "is_proved": self.is_proved,
            "consequences": [each.to_dict() for each in self.consequences],
            "sentence": self.sentence,
            "notes": list(self.notes),
        }

    def __repr__(self) -> str:
        return f"<WhatIf: {self.supposition.text}, {len(self.consequences)} consequences>"


def what_if(  # noqa: PLR0913 - what may be supposed
    network: Network,
    *,
    without: str | Iterable[str] = (),
    without_source: str | Iterable[str] = (),
    add: str | Iterable[str] = (),
    flip: str | Iterable[str] = (),
    paths: Iterable[tuple[str, str]] = (),
    measure: str = "betweenness",
    seconds: float = 60,
    progress: ReportProgress | None = None,
) -> WhatIf:
    """Return what would be otherwise in a network.

    Structure, connection, ranks, balance and camps are answered for the network as it is and as it
    is supposed, each as by its own question and with its own source; see `Network.structure`,
    `Network.centrality`, `Network.balance` and `Network.camps`. Parallel relations, direction and
    weights count as they do there.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    without
        Names of actors that are left out, with their relations.
    without_source
        Sources that are assumed to be wrong; see `Network.without_source`.
    add
        Relations that are supposed, each in words: ``Poland ally Ukraine``, with a date behind @.
    flip
        Relations that are turned, in the same words: one of a positive type becomes `opposes`, one
        of a negative type `supports`, whatever else the row says.
    paths
        Pairs of names between whom the shortest path is compared.
    measure
        The measure by which actors are ranked.
    seconds
        How long all proofs of balance and camps may take together; beyond, the frustration index
        has two bounds, and tensions and sides are not compared.
    progress
        Called as by `graph.analysis.centrality.measure_centrality`.

    Raises
    ------
    ActorError
        When a name does not lead to one actor.
    QuestionError
        When nothing is supposed, a relation cannot be read, or a source or measure is none.

    Examples
    --------
    >>> import graph
    >>> answer = what_if(graph.load_example(), flip="Russia is allied with Belarus")
    >>> print(answer.select("balance")[0].sentence)
    balanced triangles: 17 of 19, was 19 of 21
    """
    require_type(network, Selection, "network", "a Network")
    supposition = suppose(network, without, without_source, add, flip)
    ends = [(network.resolve(one).id, network.resolve(other).id) for one, other in paths]
    if supposition.is_nothing_left:
        return WhatIf(supposition, (), measure)
    networks = network, supposition.after
    before, after = answer_all(networks, measure, seconds, progress or ignore_progress)
    consequences = list_consequences(before, after, ends)
    is_proved = before.is_proved and after.is_proved
    return WhatIf(supposition, consequences, measure, _name_camps(before.camps), is_proved)


def _name_camps(camps: Camps) -> str:
    return "; ".join(f"Camp {each.number:,}: {each.name}" for each in camps.camps)
