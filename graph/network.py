"""The Network: the immutable value that everything takes and returns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from graph import filters, names
from graph.adjacency import Adjacency, Direction, adjacency
from graph.errors import ActorAmbiguous, ActorNotFound
from graph.kept import Kept
from graph.records import Actor

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.analysis.centrality import Centrality
    from graph.analysis.paths import Paths
    from graph.analysis.profile import Profile


class Network(Kept):
    """Actors and the relations between them, as far as the filters keep them.

    Every question is a method, and every filter returns a Network that shares the data, so
    that questions chain. Nothing changes a Network. What it holds (`actors`, `relations`,
    `sources`, `graph`, their rows and its warnings) is in `graph.kept`.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> net.resolve("Лукашенко").id
    'lukashenko'
    >>> net.avoid("borders").at("2022-08").path("Lukashenko", "Vilnius").length
    3
    """

    # Where it comes from

    @classmethod
    def from_frames(
        cls,
        actors: pd.DataFrame,
        relations: pd.DataFrame,
        *,
        sources: pd.DataFrame | None = None,
        types: pd.DataFrame | None = None,
    ) -> Self:
        """Return a Network of pandas frames with the columns of the CSV files.

        Missing values are empty cells. See `graph.formats.frames`.

        Raises
        ------
        DataError
            When the frames break the data contract, with every problem.
        """
        from graph.formats.frames import read_frames

        return cls.from_columns(*read_frames(actors, relations, sources, types))

    @classmethod
    def from_graph(cls, graph: nx.Graph[Any]) -> Self:
        """Return a Network of any networkx graph; see `graph.formats.networkx_graph`.

        Raises
        ------
        DataError
            When its attributes break the data contract, with every problem.
        """
        from graph.formats.networkx_graph import read_graph

        return cls.from_columns(*read_graph(graph))

    # Who is meant

    @cached_property
    def _spellings(self) -> names.Spellings:
        every = names.spellings(self.columns.actors)
        if len(self.actor_numbers) == len(every):
            return every
        return [every[row] for row in self.actor_numbers]

    def resolve(self, query: str) -> Actor:
        """Return the one actor a name leads to; see `graph.names` for how.

        Raises
        ------
        ActorNotFound
            When it names nobody, with the nearest actors.
        ActorAmbiguous
            When it names several alike, with all of them.
        """
        rows = names.matching_rows(query, self._spellings)
        found = [self.columns.actor(self.actor_numbers[row]) for row in rows]
        if len(found) == 1:
            return found[0]
        if found:
            raise ActorAmbiguous(query, found)
        length = len(query.strip())
        if length > names.LONGEST_QUERY:
            reason = f"A name of {length} characters names no actor."
            raise ActorNotFound(query, (), f"{reason} Give at most {names.LONGEST_QUERY}.")
        raise ActorNotFound(query, self.suggest(query))

    def suggest(self, query: str, limit: int = 3) -> tuple[Actor, ...]:
        """Return the actors whose names look most like a query, best first."""
        rows = names.nearest_rows(query, self._spellings, limit)
        return tuple(self.columns.actor(self.actor_numbers[row]) for row in rows)

    # Filters

    def only(self, *types: str | Iterable[str]) -> Self:
        """Keep the relations of these types.

        Raises
        ------
        QuestionError
            When a type is neither built in nor declared.
        """
        return self._of_types("only", filters.flat(types), keep=True)

    def avoid(self, *types: str | Iterable[str]) -> Self:
        """Leave out the relations of these types.

        Raises
        ------
        QuestionError
            When a type is neither built in nor declared.
        """
        return self._of_types("avoid", filters.flat(types), keep=False)

    def at(self, date: str, *, undated: bool = True) -> Self:
        """Keep the relations whose interval overlaps a partial date; every actor stays.

        A start or end that is not known rules nothing out. A relation with neither is undated:
        it is kept unless `undated` is False.

        Raises
        ------
        QuestionError
            When `date` is no partial date.
        """
        return self._with_relations(
            filters.at(self.columns, self.relation_numbers, date, undated=undated)
        )

    def confident(self, minimum: float, *, unrated: bool = True) -> Self:
        """Keep the relations whose confidence is at least `minimum` (0 to 1).

        A relation without a confidence is unrated: it is kept unless `unrated` is False.

        Raises
        ------
        QuestionError
            When `minimum` is not between 0 and 1.
        """
        return self._with_relations(
            filters.confident(self.columns, self.relation_numbers, minimum, unrated=unrated)
        )

    def without(self, *actors: str | Iterable[str]) -> Self:
        """Leave out actors, named as a person would, and every relation of theirs.

        Raises
        ------
        ActorError
            When a name does not lead to one actor.
        """
        row = self.columns.actor_row
        gone = {row[self.resolve(name).id] for name in filters.flat(actors)}
        return self._with_actors([row for row in self.actor_numbers if row not in gone])

    def kinds(self, *kinds: str | Iterable[str]) -> Self:
        """Keep the actors of these kinds and the relations among them.

        Raises
        ------
        QuestionError
            When no actor is of such a kind.
        """
        return self._with_actors(
            filters.of_kinds(self.columns, self.actor_numbers, filters.flat(kinds))
        )

    def _of_types(self, question: str, types: Sequence[str], *, keep: bool) -> Self:
        asked = filters.asked_types(self.columns, question, types)
        return self._with_relations(
            filters.of_types(self.columns, self.relation_numbers, asked, keep=keep)
        )

    def _with_relations(self, rows: Sequence[int]) -> Self:
        return replace(self, relation_numbers=rows)

    def _with_actors(self, rows: Sequence[int]) -> Self:
        relations = filters.among(self.columns, self.relation_numbers, rows)
        return replace(self, actor_numbers=rows, relation_numbers=relations)

    # Questions

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
        self, *measures: str, directed: bool = False, weighted: bool = False
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

        Raises
        ------
        QuestionError
            When there is no such measure.
        """
        from graph.analysis.centrality import centrality

        return centrality(self, *measures, directed=directed, weighted=weighted)

    def profile(self, actor: str) -> Profile:
        """Return what is known of one actor and every relation of theirs, as sentences.

        Raises
        ------
        ActorError
            When the name does not lead to one actor.
        """
        from graph.analysis.profile import profile

        return profile(self, self.resolve(actor))

    def adjacency(self, direction: Direction) -> Adjacency:
        """Return who can be reached from whom in one step; see `graph.adjacency`."""
        known = self._adjacencies
        if direction not in known:
            known[direction] = adjacency(self.columns, self.relation_numbers, direction)
        return known[direction]

    @cached_property
    def _adjacencies(self) -> dict[Direction, Adjacency]:
        return {}
