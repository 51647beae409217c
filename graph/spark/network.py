"""A network on Spark: the filters of a Network, the questions that Spark answers, and ways home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from graph.data.columns import Columns
from graph.errors import ActorLeftOut, ActorNotFound, QuestionError
from graph.network import Network
from graph.select.applied_filter import AppliedFilter
from graph.select.filters import flatten_words
from graph.spark.data import SparkData
from graph.spark.judged import FilterWords, build_words
from graph.spark.selecting import Selected, select
from graph.spark.who import resolve_actor

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import SparkSession

    from graph.data.records import Actor, Source
    from graph.data.vocabulary import RelationType

KINDS = ("kind", "avoid_kind")


@dataclass(frozen=True, eq=False)
class SparkNetwork:
    """The actors and relations of a folder on Spark, as far as filters select them.

    Filters have the names and the arguments of a Network's, and are the same. Questions are in the
    modules of this package, a function each, which takes such a network.

    Parameters
    ----------
    data
        All of the data.
    filters
        The filters, in the order in which they were applied.

    Examples
    --------
    >>> from graph.spark.session import open_session
    >>> with open_session("local[1]") as session:  # doctest: +SKIP
    ...     network = SparkNetwork.read(session, "mycase").avoid("borders")
    ...     print(find_paths(network, "Lukashenko", "Vilnius").sentence)
    """

    data: SparkData
    filters: tuple[AppliedFilter, ...] = ()
    _numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def read(
        cls,
        session: SparkSession,
        folder: str,
        given: Mapping[str, str] | None = None,
        encoding: str | None = None,
    ) -> Self:
        """Return the network of a folder; nothing but headers is read before a question.

        Parameters
        ----------
        session
            Of Spark; see `graph.spark.session`.
        folder
            A path or an address that Spark reads, with CSV or Parquet; see `graph.spark.files`.
        given
            By family a file to read instead of the one in the folder.
        encoding
            The encoding of CSV files that are not in UTF-8.

        Raises
        ------
        DataError
            When a file or a column that is due is missing.
        """
        return cls(SparkData.read(session, folder, given, encoding))

    @property
    def types(self) -> Mapping[str, RelationType]:
        """Every relation type in force, by name."""
        return self.data.types

    @property
    def source_rows(self) -> tuple[Source, ...]:
        """The sources, in row order."""
        return tuple(self.data.sources.values())

    @property
    def columns(self) -> Columns:
        """The words of the data, as columns of no relation: its kinds, types and sources."""
        return self._kind_words.columns

    @property
    def without_filters(self) -> Self:
        """All of the data."""
        return replace(self, filters=())

    # Filters

    def only(self, *types: str | Iterable[str]) -> Self:
        """Keep the relations of these types; see `graph.Network.only`."""
        return self._filter("only", *types)

    def avoid(self, *types: str | Iterable[str]) -> Self:
        """Leave out the relations of these types; see `graph.Network.avoid`."""
        return self._filter("avoid", *types)

    def at(self, date: str | int, *, certain: bool = False) -> Self:
        """Keep what may hold at a date; see `graph.Network.at`."""
        return self._filter("at", date, certain=certain)

    def between(self, start: str | int = "", end: str | int = "", *, certain: bool = False) -> Self:
        """Keep what may hold between two dates; see `graph.Network.between`."""
        return self._filter("between", start, end, certain=certain)

    def min_confidence(self, minimum: float | str, *, unrated: bool = True) -> Self:
        """Keep the relations of at least this confidence; see `graph.Network.min_confidence`."""
        return self._filter("min_confidence", minimum, unrated=unrated)

    def basis(self, *bases: str | Iterable[str]) -> Self:
        """Keep what is stated, inferred or alleged; see `graph.Network.basis`."""
        return self._filter("basis", *bases)

    def avoid_basis(self, *bases: str | Iterable[str]) -> Self:
        """Leave out what is stated, inferred or alleged; see `graph.Network.avoid_basis`."""
        return self._filter("avoid_basis", *bases)

    def kind(self, *kinds: str | Iterable[str]) -> Self:
        """Keep the actors of these kinds; see `graph.Network.kind`."""
        return self._filter("kind", *kinds)

    def avoid_kind(self, *kinds: str | Iterable[str]) -> Self:
        """Leave out the actors of these kinds; see `graph.Network.avoid_kind`."""
        return self._filter("avoid_kind", *kinds)

    def without_source(self, *sources: str | Iterable[str]) -> Self:
        """Leave out what rests on these sources alone; see `graph.Network.without_source`."""
        return self._filter("without_source", *sources)

    def according_to(self, *claimants: str | Iterable[str]) -> Self:
        """Keep what these claimants claim; see `graph.Network.according_to`."""
        names = [self._name_claimant(each) for each in flatten_words(claimants)]
        return self._filter("according_to", *names)

    def only_actor(self, *actors: str | Iterable[str]) -> Self:
        """Keep only these actors; see `graph.Network.only_actor`."""
        return self._name("only_actor", actors)

    def avoid_actor(self, *actors: str | Iterable[str]) -> Self:
        """Leave out these actors; see `graph.Network.avoid_actor`."""
        return self._name("avoid_actor", actors)

    def _filter(self, name: str, *arguments: Any, **options: bool) -> Self:  # noqa: ANN401
        """Return the network with a filter, which an ordinary Network of the words checks."""
        words = self._kind_words if name in KINDS else self._claim_words
        words = words if name in (*KINDS, "according_to") else self._plain_words
        return self._record(getattr(words, name)(*arguments, **options).filters[-1])

    def _name(self, name: str, actors: Iterable[str | Iterable[str]]) -> Self:
        ids = dict.fromkeys(self._resolve(each)[0].id for each in flatten_words(actors))
        return self._record(AppliedFilter(name, tuple(ids)))

    def _name_claimant(self, word: str) -> str:
        """Return a claimant; one actor of all by its id, so that no other is meant."""
        from graph.names.folding import fold

        claims = self._claim_words.columns.claimants
        if any(word == claim or fold(word) == fold(claim) for claim in claims):
            return word
        try:
            return self._resolve(word)[0].id
        except ActorNotFound:
            return word  # the filter says who the claimants are

    def _record(self, applied: AppliedFilter) -> Self:
        known = applied in self.filters
        return self if known else replace(self, filters=(*self.filters, applied))

    @cached_property
    def _plain_words(self) -> Network:
        return build_words(FilterWords(self.types, self.data.sources))

    @cached_property
    def _kind_words(self) -> Network:
        kinds = self.data.list_values("actors", "kind")
        return build_words(FilterWords(self.types, self.data.sources, kinds))

    @cached_property
    def _claim_words(self) -> Network:
        return build_words(self._collect_words("according_to"))

    def _collect_words(self, *names: str) -> FilterWords:
        """Return what filters of some names have to know."""
        kinds = self.data.list_values("actors", "kind") if set(names) & set(KINDS) else []
        claims, claimants = self.data.list_claims() if "according_to" in names else ([], {})
        return FilterWords(self.types, self.data.sources, kinds, claims, claimants)

    # Who is meant

    def resolve(self, query: str) -> Actor:
        """Return the one actor that a name leads to; see `graph.Network.resolve`.

        Raises
        ------
        ActorError
            When it names nobody, several, or one whom the filters leave out.
        """
        actor, number = self._resolve(query)
        if self.filters and not self.is_selected(number):
            raise ActorLeftOut(query, actor)
        return actor

    def require(self, actor: Actor) -> Actor:
        """Return an actor, if the filters select it.

        Raises
        ------
        QuestionError
            When they leave it out.
        """
        if self.is_selected(self.number(actor)):
            return actor
        raise QuestionError("actor", f"{actor.name!r} is left out by the filters.")

    def is_selected(self, number: int) -> bool:
        """Return whether the filters select an actor."""
        actors = self.selected().actors
        return actors is None or bool(actors[number])

    def number(self, actor: Actor) -> int:
        """Return the number of an actor."""
        if actor.id not in self._numbers:
            self._resolve(actor.id)
        return self._numbers[actor.id]

    def _resolve(self, query: str) -> tuple[Actor, int]:
        actor, number = resolve_actor(self.data, query)
        self._numbers[actor.id] = number
        return actor, number

    # What is selected

    def find_selected_actors(self) -> NDArray[np.bool_]:
        """Return for each actor whether the filters select it."""
        import numpy as np

        actors = self.selected().actors
        return np.ones(self.data.actors.total, bool) if actors is None else actors

    def selected(self, *cells: str) -> Selected:
        """Return the actors and relations that the filters select.

        Parameters
        ----------
        cells
            The cells of relations that the question needs beside type and stance.
        """
        if cells not in self._selected:
            words = self._collect_words(*(each.name for each in self.filters))
            chosen = [
                (each.name == "only_actor", [self._number_of(str(id_)) for id_ in each.arguments])
                for each in self.filters
                if each.name in ("only_actor", "avoid_actor")
            ]
            self._selected[cells] = select(self.data, self.filters, chosen, words, cells)
        return self._selected[cells]

    @cached_property
    def _selected(self) -> dict[tuple[str, ...], Selected]:
        return {}

    def _number_of(self, id_: str) -> int:
        if id_ not in self._numbers:
            self._resolve(id_)
        return self._numbers[id_]

    @property
    def named_in_filters(self) -> list[int]:
        """The numbers of the actors that filters name."""
        return [
            self._number_of(str(id_))
            for each in self.filters
            if each.name in ("only_actor", "avoid_actor")
            for id_ in each.arguments
        ]
