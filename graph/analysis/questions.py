"""The questions of a Network, one method each; the answers are in modules of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.select.filtering import FilterableSelection

if TYPE_CHECKING:
    from graph.analysis.centrality import Centrality
    from graph.analysis.communities import Communities
    from graph.analysis.evidence import Evidence
    from graph.analysis.paths import Paths
    from graph.analysis.profile import Profile
    from graph.analysis.withdrawal import Resting


@dataclass(frozen=True, eq=False, repr=False)
class Questions(FilterableSelection):
    """A selection of which one asks questions; each returns a frozen answer."""

    def path(self, source: str, target: str, *, directed: bool = False, limit: int = 100) -> Paths:
        """Return the shortest paths between two actors; see `graph.analysis.paths.shortest`.

        Parameters
        ----------
        source, target
            Names as a person types them.
        directed
            Walk relations from source to target only (mutual types both ways).
        limit
            How many of the equally short paths to list.

        Raises
        ------
        ActorError
            When a name does not lead to one actor.
        QuestionError
            When `limit` is below 1.

        Examples
        --------
        >>> import graph
        >>> paths = graph.load_example().path("Minsk", "Belarus")
        >>> paths.length, [actor.id for actor in paths.paths[0].actors]
        (1, ['minsk', 'belarus'])
        """
        from graph.analysis.paths import shortest

        ends = self.resolve(source), self.resolve(target)
        return shortest(self, *ends, directed=directed, limit=limit)

    def centrality(
        self,
        *measures: str,
        directed: bool = False,
        weighted: bool = False,
        exact: bool | None = None,
        seed: int = 1,
    ) -> Centrality:
        """Return how central each actor is; see `graph.analysis.centrality`.

        Parameters
        ----------
        measures
            Names of measures; none for all of them.
        directed
            Let relations run from source to target (mutual types both ways).
        weighted
            Let strong relations count for more, and be shorter.
        exact
            False samples betweenness, closeness and harmonic, True samples nothing, None samples
            what would take long; the answer says what was sampled.
        seed
            Of the sample.

        Raises
        ------
        QuestionError
            When there is no such measure.
        """
        from graph.analysis.centrality import centrality

        return centrality(
            self, *measures, directed=directed, weighted=weighted, exact=exact, seed=seed
        )

    def communities(self, *, weighted: bool = False, seed: int = 1) -> Communities:
        """Return who belongs together; see `graph.analysis.communities`.

        Parameters
        ----------
        weighted
            Let strong relations count for more; else each tie counts as one.
        seed
            Of the search: the same one finds the same communities.

        Examples
        --------
        >>> import graph
        >>> graph.load_example().communities().communities[0].number
        1
        """
        from graph.analysis.communities import communities

        return communities(self, weighted=weighted, seed=seed)

    def profile(self, actor: str) -> Profile:
        """Return what is known of one actor and every relation of theirs, as sentences.

        Raises
        ------
        ActorError
            When the name does not lead to one actor.
        """
        from graph.analysis.profile import profile

        return profile(self, self.resolve(actor))

    def evidence(self) -> Evidence:
        """Return for every source how much rests on it; see `graph.analysis.evidence`."""
        from graph.analysis.evidence import evidence

        return evidence(self)

    def resting_on(self, source: str) -> Resting:
        """Return what rests on one source, as sentences; see `graph.analysis.withdrawal`.

        Parameters
        ----------
        source
            Its id or title, as a person types it.

        Raises
        ------
        QuestionError
            When it leads to no source, or to several.
        """
        from graph.analysis.withdrawal import resting_on

        return resting_on(self, source)

    def unsourced(self) -> Resting:
        """Return what cites nothing at all, as sentences; see `graph.analysis.withdrawal`."""
        from graph.analysis.withdrawal import unsourced

        return unsourced(self)
