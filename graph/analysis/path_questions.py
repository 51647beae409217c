"""The questions about paths: how actors are connected, a method each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.select.filtering import FilterableSelection

if TYPE_CHECKING:
    from graph.analysis.citing import Cited
    from graph.analysis.connection.answer import Connection
    from graph.analysis.cut.answer import Cut
    from graph.analysis.cut.find import By
    from graph.analysis.ego_network import EgoNetwork
    from graph.analysis.paths.answer import Paths
    from graph.analysis.paths.cited_path import CitedPath
    from graph.analysis.paths.history import PathHistory
    from graph.analysis.paths.question import Order
    from graph.analysis.pattern.answer import PatternMatches
    from graph.analysis.relation_changes import Before


class PathQuestions(FilterableSelection):
    """A selection that answers how actors are connected."""

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
        if answer.paths or answer.is_bounded:
            return answer
        return replace(answer, why=explain_missing_path(self, answer))

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
