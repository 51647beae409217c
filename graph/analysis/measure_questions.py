"""The questions that measure the whole network and its actors, a method each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.select.filtering import FilterableSelection

if TYPE_CHECKING:
    from graph.analysis.brokers.answer import Brokers, Grouping
    from graph.analysis.centrality import Centrality
    from graph.analysis.communities import Communities
    from graph.analysis.doubt.rank_doubt import RankDoubt
    from graph.analysis.structure import Structure
    from graph.analysis.timeline.answer import Timeline, Unit
    from graph.select.edge_relations import Signs


class MeasureQuestions(FilterableSelection):
    """A selection that answers who is central, and how it is built."""

    def centrality(  # noqa: PLR0913 - options of the measures
        self,
        *measures: str,
        directed: bool = False,
        weighted: bool = False,
        signs: Signs | None = None,
        outward: bool = False,
        exact: bool | None = None,
        seed: int = 1,
    ) -> Centrality:
        """Measure how central each actor is; see `graph.analysis.centrality`.

        Parameters
        ----------
        measures
            Names of measures; without any, all of them.
        directed
            Let relations run from source to target (mutual types both ways).
        weighted
            Let strong relations count for more, and be shorter.
        signs
            Which relations count: ``all``, ``positive``, ``negative``, ``not_negative`` or
            ``not_neutral``. None is what suits each measure: eigenvector and pagerank leave
            negative relations out, pn neutral ones, the others none.
        outward
            Let closeness, harmonic and pn follow the arrows from an actor, not those to it.
        exact
            Whether to compute every score exactly. False samples betweenness, closeness and
            harmonic, None samples what would take long; `notes` of the answer say what is sampled.
        seed
            Of the sample.

        Raises
        ------
        QuestionError
            When a measure does not exist.
        """
        from graph.analysis.centrality import measure_centrality

        return measure_centrality(
            self,
            *measures,
            directed=directed,
            weighted=weighted,
            signs=signs,
            outward=outward,
            exact=exact,
            seed=seed,
        )

    def centrality_doubt(  # noqa: PLR0913 - options of the measures
        self,
        measure: str,
        *,
        directed: bool = False,
        weighted: bool = False,
        signs: Signs | None = None,
        outward: bool = False,
        draws: int = 100,
        seed: int = 1,
    ) -> RankDoubt:
        """Measure how sure the ranks by a measure are; see `graph.analysis.doubt`.

        Parameters
        ----------
        measure
            The name of a measure.
        directed, weighted, signs, outward
            As in `centrality`.
        draws
            How many networks are drawn, each with some of the relations, by their confidence.
        seed
            Of the draws.

        Raises
        ------
        QuestionError
            When the measure does not exist, or the number of draws is out of range.

        Examples
        --------
        >>> import graph
        >>> doubt = graph.load_example().centrality_doubt("degree", draws=20)
        >>> first = doubt.ranges[0]
        >>> first.actor.name, first.rank, first.best, first.worst
        ('Belarus', 1, 1, 1)
        """
        from graph.analysis.centrality import build_projection
        from graph.analysis.doubt.rank_measurement import measure_rank_doubt

        projection = build_projection(
            directed=directed, weighted=weighted, signs=signs, outward=outward
        )
        return measure_rank_doubt(self, measure, projection, draws=draws, seed=seed)

    def communities(self, *, weighted: bool = False, seed: int = 1) -> Communities:
        """Find the communities of the network; see `graph.analysis.communities`.

        Parameters
        ----------
        weighted
            Let an edge count by the weight of its relations; else each edge counts as one.
        seed
            Of the search. The same seed finds the same communities.

        Examples
        --------
        >>> import graph
        >>> graph.load_example().communities().communities[0].number
        1
        """
        from graph.analysis.communities import find_communities

        return find_communities(self, weighted=weighted, seed=seed)

    def brokers(self, *, between: Grouping = "kind", k: int = 1) -> Brokers:
        """Find who stands between others; see `graph.analysis.brokers.answer`.

        Parameters
        ----------
        between
            Whether roles are between kinds of actor (``kind``) or camps (``camp``).
        k
            How many key players, from 1 to 10.

        Raises
        ------
        QuestionError
            When `between` is unknown, or `k` is out of its range.

        Examples
        --------
        >>> import graph
        >>> graph.load_example().brokers().brokers[0].actor.name
        'Belarus'
        """
        from graph.analysis.brokers.measurement import measure_brokers

        return measure_brokers(self, between=between, k=k)

    def structure(self, *, signs: Signs | None = None) -> Structure:
        """Describe the network by its figures; see `graph.analysis.structure`.

        Among them are components, density, reciprocity, clustering, cores, articulation points,
        bridges, diameter and mean path length.

        Parameters
        ----------
        signs
            Which relations count: ``all``, ``positive``, ``negative``, ``not_negative`` or
            ``not_neutral``; None for all.

        Examples
        --------
        >>> import graph
        >>> graph.load_example().structure().components.weak
        1
        """
        from graph.analysis.structure_measurement import measure_structure

        return measure_structure(self, signs=signs)

    def timeline(
        self, measure: str = "betweenness", *, every: Unit = "year", certain: bool = False
    ) -> Timeline:
        """Measure the network in each period of its own; see `graph.analysis.timeline.answer`.

        Parameters
        ----------
        measure
            The measure by which actors are ranked. For a figure that every period has anyway, such
            as frustration, it is betweenness.
        every
            ``year`` or ``month``: how finely periods are told apart.
        certain
            Count only what holds for certain, and not what may hold.

        Raises
        ------
        QuestionError
            When there is no such measure, or no such unit.

        Examples
        --------
        >>> import graph
        >>> [each.dates for each in graph.load_example().only("founded").timeline().periods][:1]
        ['2021']
        """
        from graph.analysis.timeline.measurement import measure_timeline

        return measure_timeline(self, measure, every=every, certain=certain)
