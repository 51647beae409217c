"""What is known of one actor: who they are, and every relation of theirs as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.data.claims import Claim, find_standings, get_claim
from graph.data.records import Actor, Relation, Standing

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.selection import Selection


@dataclass(frozen=True)
class Tie:
    """One relation as seen from one of its ends.

    Parameters
    ----------
    other
        Who is at the other end.
    relation
        The relation itself.
    standing
        Whether it stands, is contested or only disputed, among all rows about the two.
    sentence
        The relation in words, read from this end.
    """

    other: Actor
    relation: Relation
    standing: Standing
    sentence: str


@dataclass(frozen=True, repr=False)
class Profile(Answer):
    """An actor and every relation of theirs.

    Parameters
    ----------
    actor
        Whose profile it is.
    ties
        In the order of the types' vocabulary, then of rows.
    ranks
        Their place by measure, from 1; actors with equal scores share the better place.
    """

    actor: Actor
    ties: tuple[Tie, ...]
    ranks: Mapping[str, int]

    @property
    def sentence(self) -> str:
        """Who it is, and how many relations with how many others."""
        return "".join(self.sentence_parts)

    @property
    def sentence_parts(self) -> tuple[str, ...]:
        """The sentence in parts, from the data and from our own words in turn."""
        others = len({tie.other.id for tie in self.ties})
        count = f"{len(self.ties)} relation{'s' * (len(self.ties) != 1)}"
        kind = self.actor.kind.replace("_", " ")
        told = f"): {count} with {others} other{'s' * (others != 1)}."
        return self.actor.name, " (", kind, told

    @property
    def frame(self) -> pd.DataFrame:
        """A row a relation: its id, its type, the other actor, the standing, the sentence."""
        import pandas as pd

        rows = [
            (tie.relation.id, tie.relation.type.name, tie.other.id, tie.standing, tie.sentence)
            for tie in self.ties
        ]
        return pd.DataFrame(rows, columns=["relation", "type", "other", "standing", "sentence"])

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""
        actor = self.actor
        return {
            "actor": {
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind,
                "aliases": list(actor.aliases),
                "description": actor.description,
                "start": actor.start,
                "end": actor.end,
                "attributes": dict(actor.attributes),
            },
            "ranks": dict(self.ranks),
            "relations": [
                {
                    "relation": tie.relation.id,
                    "type": tie.relation.type.name,
                    "other": tie.other.id,
                    "standing": tie.standing,
                    "sentence": tie.sentence,
                }
                for tie in self.ties
            ],
        }

    def __repr__(self) -> str:
        relations = f"{len(self.ties)} relation{'s' * (len(self.ties) != 1)}"
        return f"<Profile: {self.actor.id}, {relations}>"


RANKED = ("degree", "betweenness", "pagerank")
MOST_RANKED = 2_000


def profile(network: Selection, actor: Actor) -> Profile:
    """Return what a Network knows of one of its actors.

    Every relation it keeps is told, those that dispute included, read from the actor's side.
    Ranks are by degree, betweenness and PageRank on the plain projection; in networks above
    2,000 actors by degree alone, as the others would take long.
    """
    columns = network.columns
    here = columns.actor_row[actor.id]
    sources, targets = columns.endpoints
    rows = [row for row in network.relation_numbers if here in (sources[row], targets[row])]
    states = find_standings(columns, rows)
    place = {name: number for number, name in enumerate(network.types)}
    ties = []
    first: dict[Claim, int] = {}
    for row in rows:
        first.setdefault(get_claim(columns, row), row)

    def order(row: int) -> tuple[int, int, int]:
        """Sort by type, and put the rows about one relation side by side."""
        return place[columns.relation_types[row].name], first[get_claim(columns, row)], row

    for row in sorted(rows, key=order):
        relation = columns.relation(row)
        other = relation.target if relation.source.id == actor.id else relation.source
        state = states[get_claim(columns, row)]
        ties.append(Tie(other, relation, state, relation.sentence_from(actor)))
    return Profile(actor, tuple(ties), _ranks(network, actor))


def _ranks(network: Selection, actor: Actor) -> Mapping[str, int]:
    from graph.analysis.centrality import centrality

    measures = RANKED if len(network.actor_numbers) <= MOST_RANKED else RANKED[:1]
    answer = centrality(network, *measures)
    here = [other.id for other in answer.actors].index(actor.id)
    return {
        measure: 1 + sum(round(score, 12) > round(scores[here], 12) for score in scores)
        for measure, scores in answer.scores.items()
    }
