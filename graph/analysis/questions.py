"""The questions of a Network, a method each; every answer is a module of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.select.filtering import FilterableSelection

if TYPE_CHECKING:
    from graph.analysis.balance.answer import Balance
    from graph.analysis.camps.answer import Camps
    from graph.analysis.centrality import Centrality
    from graph.analysis.citing import Cited
    from graph.analysis.communities import Communities
    from graph.analysis.connection.answer import Connection
    from graph.analysis.cut.answer import Cut
    from graph.analysis.cut.find import By
    from graph.analysis.doubt.rank_doubt import RankDoubt
    from graph.analysis.ego_network import EgoNetwork
    from graph.analysis.evidence import Evidence
    from graph.analysis.paths.answer import Paths
    from graph.analysis.paths.cited_path import CitedPath
    from graph.analysis.paths.history import PathHistory
    from graph.analysis.paths.question import Order
    from graph.analysis.pattern.answer import PatternMatches
    from graph.analysis.profile import Profile
    from graph.analysis.relation_changes import Before
    from graph.analysis.structure import Structure
    from graph.analysis.withdrawal import Withdrawal
    from graph.select.edge_relations import Signs


@dataclass(frozen=True, eq=False, repr=False)
class Questions(FilterableSelection):
    """A selection that answers questions, each with an `Answer`."""

    def path(  # noqa: PLR0913 - what may be asked of paths
        self,
        source: str,
        target: str,
        *others: str,
        via: str | Iterable[str] = (),
        directed: bool = False,
        by: Order = "steps",
        k: int | None = None,
        max_length: int | None = None,
        hubs: bool = True,
        together: bool = False,
        in_order: bool = False,
        limit: int = 100,
    ) -> Paths:
        """Return the best paths between actors; see `graph.analysis.paths.answer`.

        Parameters
        ----------
        source, target, others
            Names as a person types them. Through several actors a path leads in the order given.
        via
            Names of actors between the last two of them, in order.
        directed
            Follow relations from source to target only (mutual types both ways).
        by
            The best paths are those of the fewest ``steps``; those whose weakest step rests on the
            most independent ``voices``; those with the greatest product of the ``confidence`` of
            their steps; or those of the fewest steps along which ``influence`` travels.
        k
            How many paths to list, the best first, of any length; None lists those alone that are
            equally good.
        max_length
            The most steps from one of the named actors to the next.
        hubs
            Whether it costs nothing to pass through an actor with many neighbours. If not, it
            counts as one step more, for 16 neighbours and for each doubling of them.
        together
            Only paths whose steps may all hold on one day.
        in_order
            Only paths of which each step may start no earlier than the one before.
        limit
            The most paths to list where `k` is not given.

        Raises
        ------
        ActorError
            When a name does not lead to one actor.
        QuestionError
            When `by` is no order of paths, or a number is less than 1.

        Examples
        --------
        >>> import graph
        >>> paths = graph.load_example().path("Minsk", "Belarus")
        >>> paths.length, [actor.id for actor in paths.paths[0].actors]
        (1, ['minsk', 'belarus'])
        >>> [len(path.steps) for path in graph.load_example().path("Minsk", "Vilnius", k=3).paths]
        [3, 3, 3]
        """
        from graph.analysis.paths.finding import find_paths
        from graph.analysis.paths.obstacles import explain_missing_path
        from graph.analysis.paths.question import PathQuestion

        *first, last = source, target, *others
        between = [via] if isinstance(via, str) else list(via)
        actors = tuple(map(self.resolve, (*first, *between, last)))
        times = {"together": together, "in_order": in_order}
        question = PathQuestion(actors, directed, by, k, max_length, hubs, limit, **times)
        answer = find_paths(self, question)
        return answer if answer.paths else replace(answer, why=explain_missing_path(self, answer))

    def path_history(self, source: str, target: str, *, directed: bool = False) -> PathHistory:
        """Return when a path exists between two actors; see `graph.analysis.paths.history`.

        Parameters
        ----------
        source, target
            Two names as a person types them.
        directed
            Follow relations from source to target only (mutual types both ways).

        Raises
        ------
        ActorError
            When a name does not lead to one actor.

        Examples
        --------
        >>> import graph
        >>> graph.load_example().path_history("Lukashenko", "Vilnius").periods[0].dates
        ('', '1953')
        """
        from graph.analysis.paths.history import find_path_history

        ends = self.resolve(source), self.resolve(target)
        return find_path_history(self, *ends, directed=directed)

    def cited(self, cited_id: str, before: Before | None = None) -> Cited:
        """Return what an id cites, a path, a relation or a source; see `graph.analysis.citing`.

        Parameters
        ----------
        cited_id
            The id, exactly. That of a path begins with ``path:``.
        before
            What relations said when they were cited, by id, as ``--format json`` prints them.

        Raises
        ------
        QuestionError
            When nothing of this network has the id.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> print(net.cited("r6d953e3ce3").relation.sentence)
        Alexander Lukashenko leads Government of Belarus (since 1994)
        >>> net.cited("pike2022").sentence
        '3 relations rest on it, none of them on it alone; 3 actors rest on it.'
        """
        from graph.analysis.citing import find_cited

        return find_cited(self, cited_id, before)

    def cited_path(self, path_id: str, before: Before | None = None) -> CitedPath:
        """Return a path by its id, as it is today; see `graph.analysis.paths.cited_path`.

        Parameters
        ----------
        path_id
            The id, which begins with ``path:``.
        before
            What its relations said when it was cited, by id, as ``explore path --format json``
            prints them.

        Raises
        ------
        QuestionError
            When it is not the id of a path of this network.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> net.cited_path(net.path("Minsk", "Belarus").paths[0].id).sentence
        'This path still stands, on the same relations.'
        """
        from graph.analysis.paths.cited_path import find_cited_path

        return find_cited_path(self, path_id, before)

    def connection(self, *actors: str) -> Connection:
        """Return the smallest network that connects actors; see `graph.analysis.connection.find`.

        Parameters
        ----------
        actors
            Two names or more, as a person types them.

        Raises
        ------
        ActorError
            When a name does not lead to one actor.
        QuestionError
            When an actor is named twice, or when there are too few or too many.

        Examples
        --------
        >>> import graph
        >>> print(graph.load_example().connection("Minsk", "Kyiv").sentence)
        3 steps connect Minsk and Kyiv, through Belarus and Ukraine.
        """
        from graph.analysis.connection.find import find_connection

        return find_connection(self, [self.resolve(name) for name in actors])

    def cut(self, source: str, target: str, *, by: By = "actors", directed: bool = False) -> Cut:
        """Return the fewest actors, or steps, that separate two; see `graph.analysis.cut.find`.

        Parameters
        ----------
        source, target
            Names as a person types them.
        by
            What is removed: ``actors``, or ``relations``: all of a step at once.
        directed
            Follow relations from source to target only (mutual types both ways).

        Raises
        ------
        ActorError
            When a name does not lead to one actor.
        QuestionError
            When both names mean the same actor, or nothing is removed by `by`.

        Examples
        --------
        >>> import graph
        >>> print(graph.load_example().cut("Putin", "Kyiv").sentence)
        Removing 2 actors separates Vladimir Putin from Kyiv: Alexander Lukashenko and Russia.
        """
        from graph.analysis.cut.find import find_cut

        ends = self.resolve(source), self.resolve(target)
        return find_cut(self, *ends, by=by, directed=directed)

    def ego(
        self, actor: str, depth: int = 1, *, directed: bool = False, limit: int = 100
    ) -> EgoNetwork:
        """Return who is within so many steps of an actor; see `graph.analysis.ego_network`.

        Parameters
        ----------
        actor
            A name as a person types it.
        depth
            The most steps.
        directed
            Follow relations away from the actor only (mutual types both ways).
        limit
            The most actors to list; there may be more.

        Raises
        ------
        ActorError
            When the name does not lead to one actor.
        QuestionError
            When `depth` or `limit` is out of range.

        Examples
        --------
        >>> import graph
        >>> print(graph.load_example().ego("Vilnius").sentence)
        3 actors are within 1 step of Vilnius.
        """
        from graph.analysis.ego_network import find_ego_network

        return find_ego_network(
            self, self.resolve(actor), depth=depth, directed=directed, limit=limit
        )

    def find(self, pattern: str, *, limit: int = 100) -> PatternMatches:
        """Return all that fits a pattern of relations; see `graph.analysis.pattern.find`.

        Parameters
        ----------
        pattern
            Such as ``? leads A; A attacks Ukraine``.
        limit
            The most matches to list; there may be more.

        Raises
        ------
        PatternError
            When it is no pattern, with where and why.
        ActorError
            When a name in it does not lead to one actor.
        QuestionError
            When `limit` is less than 1.

        Examples
        --------
        >>> import graph
        >>> print(graph.load_example().find("? leads A; A attacks Ukraine").matches[0].named)
        ? is Vladimir Putin, A is Russia
        """
        from graph.analysis.pattern.find import find_matches

        return find_matches(self, pattern, limit=limit)

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
        ('Belarus', 1, 1, 2)
        """
        from graph.analysis.centrality import build_projection
        from graph.analysis.doubt.measurement import measure_rank_doubt

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

    def balance(self, *, by_confidence: bool = False, seconds: float = 60) -> Balance:
        """Measure how balanced the network is; see `graph.analysis.balance.answer`.

        Triangles by their signs, the exact frustration index, and which relations are in tension.

        Parameters
        ----------
        by_confidence
            Let an edge count by the best confidence of its relations; else each counts as one.
        seconds
            How long the proof may take; beyond, the answer has two bounds.

        Raises
        ------
        QuestionError
            When `seconds` is not a number above 0.

        Examples
        --------
        >>> import graph
        >>> answer = graph.load_example().balance()
        >>> answer.optimal, answer.lower == answer.upper == answer.frustration
        (True, True)
        """
        from graph.analysis.balance.measurement import measure_balance

        return measure_balance(self, by_confidence=by_confidence, seconds=seconds)

    def camps(self, k: int = 2, *, signed_only: bool = False, seconds: float = 60) -> Camps:
        """Find who stands with whom; see `graph.analysis.camps.answer`.

        Parameters
        ----------
        k
            The most camps, from 2 to 20.
        signed_only
            Leave out structural relations, which else place whom signed ones leave open.
        seconds
            How long the proof may take; beyond, the answer has two bounds.

        Raises
        ------
        QuestionError
            When `k` or `seconds` is out of its range.

        Examples
        --------
        >>> import graph
        >>> answer = graph.load_example().camps()
        >>> len(answer.camps), answer.optimal
        (2, True)
        """
        from graph.analysis.camps.placement import find_camps

        return find_camps(self, k, signed_only=signed_only, seconds=seconds)

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

    def show(self, actor: str) -> Profile:
        """Describe an actor, with every relation as a sentence; see `graph.analysis.profile`.

        Raises
        ------
        ActorError
            When the name does not lead to one actor.
        """
        from graph.analysis.profile import build_profile

        return build_profile(self, self.resolve(actor))

    def evidence(self) -> Evidence:
        """Count for every source what rests on it; see `graph.analysis.evidence`."""
        from graph.analysis.evidence import count_evidence

        return count_evidence(self)

    def withdrawal(self, source: str) -> Withdrawal:
        """Return what rests on a source, and what on it alone; see `graph.analysis.withdrawal`.

        Parameters
        ----------
        source
            Its id or title, as a person types it, or its address.

        Raises
        ------
        QuestionError
            When it does not lead to one source.
        """
        from graph.analysis.withdrawal import find_citing

        return find_citing(self, source)

    def unsourced(self) -> Withdrawal:
        """Return what cites no source, no page and no text; see `graph.analysis.withdrawal`."""
        from graph.analysis.withdrawal import find_unsourced

        return find_unsourced(self)
