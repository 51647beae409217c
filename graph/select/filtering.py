"""The filters of a Network, one method each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Self

from graph.data.row_marks import Marks
from graph.data.spans import Span, make_span
from graph.select import claim_filters, filters
from graph.select.applied_filter import AppliedFilter
from graph.select.selection import Selection


class FilterableSelection(Selection):
    """A selection with filters: each returns a selection of the same class, so that they chain."""

    def only(self, *types: str | Iterable[str]) -> Self:
        """Keep the relations of these types.

        Raises
        ------
        QuestionError
            When a type is neither built in nor declared.
        """
        return self._of_types("only", filters.flatten_words(types), keep=True)

    def avoid(self, *types: str | Iterable[str]) -> Self:
        """Leave out the relations of these types.

        Raises
        ------
        QuestionError
            When a type is neither built in nor declared.
        """
        return self._of_types("avoid", filters.flatten_words(types), keep=False)

    def at(self, date: str | int, *, certain: bool = False) -> Self:
        """Keep what may hold at a date, of any precision; see `between`.

        A year may be given as a number.

        Raises
        ------
        QuestionError
            When `date` is not a date, or in doubt.

        Examples
        --------
        >>> import graph
        >>> graph.load_example().at("1990").span
        Span(start='1990', end='1990', certain=False)
        """
        span = make_span(str(date), str(date), certain=certain, fields=("at", "at"))
        return self._within(span, "at", str(date))

    def between(self, start: str | int = "", end: str | int = "", *, certain: bool = False) -> Self:
        """Keep the relations that may hold between two dates, and the actors that may exist then.

        A relation lasts no longer than its two actors. Where a date is missing or in doubt, it may
        hold: such a relation is kept unless `certain`, and every answer says how many there are.

        Parameters
        ----------
        start, end
            Dates; the span has all days of both. Either may be left out: the span is open there.
        certain
            Keep only the relations that hold for certain.

        Raises
        ------
        QuestionError
            When a date is not one or in doubt, or the end is before the start.
        """
        span = make_span(str(start), str(end), certain=certain, fields=("from", "to"))
        return self._within(span, "between", str(start), str(end))

    def min_confidence(self, minimum: float | str, *, unrated: bool = True) -> Self:
        """Keep the relations whose confidence is at least `minimum`.

        This is a number from 0 to 1, a percentage, a word or a grade, as in relations.csv. A
        relation without a confidence is unrated: it is kept unless `unrated` is False.

        Raises
        ------
        QuestionError
            When `minimum` is not a confidence.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> repr(net.min_confidence("80%")) == repr(net.min_confidence(0.8))
        True
        """
        least = filters.read_minimum(minimum)
        rows = filters.keep_confident(self.columns, self.relation_numbers, least, unrated=unrated)
        options = () if unrated else (("unrated", False),)
        return self._with_relations(rows, AppliedFilter("min_confidence", (least,), options))

    def avoid_actor(self, *actors: str | Iterable[str]) -> Self:
        """Leave out actors, named as a person would, and every relation of theirs.

        Raises
        ------
        ActorError
            When a name does not lead to one actor.
        """
        excluded = dict.fromkeys(map(self._resolve_row, filters.flatten_words(actors)))
        rows = filters.exclude_rows(self.actor_numbers, excluded)
        applied = AppliedFilter("avoid_actor", self._list_ids(excluded))
        mark = partial(filters.mark_without, self.columns, self.relation_numbers, excluded)
        return self._with_actors(rows, applied, mark)

    def only_actor(self, *actors: str | Iterable[str]) -> Self:
        """Keep only these actors, named as a person would, and the relations among them.

        Raises
        ------
        ActorError
            When a name does not lead to one actor.

        Examples
        --------
        >>> import graph
        >>> graph.load_example().only_actor("Minsk", "Belarus", "Lithuania")
        <Network: 3 actors, 2 relations>
        """
        chosen = dict.fromkeys(map(self._resolve_row, filters.flatten_words(actors)))
        rows = sorted(row for row in chosen if row in self._selected_rows)
        return self._with_actors(rows, AppliedFilter("only_actor", self._list_ids(chosen)))

    def kind(self, *kinds: str | Iterable[str]) -> Self:
        """Keep the actors of these kinds and the relations among them.

        Raises
        ------
        QuestionError
            When no actor is of such a kind.
        """
        return self._of_kinds("kind", filters.flatten_words(kinds), keep=True)

    def avoid_kind(self, *kinds: str | Iterable[str]) -> Self:
        """Leave out the actors of these kinds, and every relation of theirs.

        Raises
        ------
        QuestionError
            When no actor is of such a kind.

        Examples
        --------
        >>> import graph
        >>> graph.load_example().avoid_kind("state", "person")
        <Network: 64 actors, 94 relations>
        """
        return self._of_kinds("avoid_kind", filters.flatten_words(kinds), keep=False)

    def according_to(self, *claimants: str | Iterable[str]) -> Self:
        """Keep the relations that these claimants assert or dispute.

        A claimant is an actor, named as a person would, or words as the data has them.

        Raises
        ------
        ActorError
            When a name leads to several actors.
        QuestionError
            When nobody of that name is a claimant.
        """
        words = filters.flatten_words(claimants)
        asked = claim_filters.resolve_claimants(self.columns, words, self._resolve_row)
        rows = claim_filters.keep_claimants(self.columns, self.relation_numbers, asked)
        return self._with_relations(rows, AppliedFilter("according_to", tuple(words)))

    def basis(self, *bases: str | Iterable[str]) -> Self:
        """Keep the relations that are stated, inferred or alleged.

        Raises
        ------
        QuestionError
            When a word is none of the three.

        Examples
        --------
        >>> import graph
        >>> graph.load_example().basis("alleged")
        <Network: 85 actors, 2 relations>
        """
        return self._of_bases("basis", filters.flatten_words(bases), keep=True)

    def avoid_basis(self, *bases: str | Iterable[str]) -> Self:
        """Leave out the relations that are stated, inferred or alleged.

        Raises
        ------
        QuestionError
            When a word is none of the three.
        """
        return self._of_bases("avoid_basis", filters.flatten_words(bases), keep=False)

    def _of_bases(self, question: str, bases: Sequence[str], *, keep: bool) -> Self:
        asked = claim_filters.check_bases(question, bases)
        rows = claim_filters.keep_bases(self.columns, self.relation_numbers, asked, keep=keep)
        return self._with_relations(rows, AppliedFilter(question, tuple(bases)))

    def without_source(self, *sources: str | Iterable[str]) -> Self:
        """Leave out what would fall if these sources, all of them, were wrong.

        These are the relations that rest on them alone: all that they cite are these sources, and
        others that reach us through these. So are actors, unless a relation that is left speaks
        of them. Sources are named by id, title or address.

        Raises
        ------
        QuestionError
            When a name leads to no source, or to several.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> net.without_source("korshunau2022"), net.without_source("consequences_article")
        (<Network: 85 actors, 235 relations>, <Network: 0 actors, 0 relations>)
        """
        from graph.names.sources import resolve_source

        names = filters.flatten_words(sources)
        cited = (resolve_source(self.columns, name, "without_source") for name in names)
        excluded = dict.fromkeys(source.id for source in cited)
        actors, relations = filters.drop_sources(
            self.columns, self.actor_numbers, self.relation_numbers, set(excluded)
        )
        applied = AppliedFilter("without_source", tuple(excluded))
        return replace(
            self, actor_numbers=actors, relation_numbers=relations, filters=self._record(applied)
        )

    def _record(self, applied: AppliedFilter) -> tuple[AppliedFilter, ...]:
        return self.filters if applied in self.filters else (*self.filters, applied)

    def _list_ids(self, rows: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.columns.actor(row).id for row in rows)

    def _within(self, span: Span, name: str, *dates: str) -> Self:
        actors, relations = filters.keep_in_span(
            self.columns, self.actor_numbers, self.relation_numbers, span
        )
        options = (("certain", True),) if span.certain else ()
        applied = self._record(AppliedFilter(name, dates, options))
        return replace(
            self, actor_numbers=actors, relation_numbers=relations, span=span, filters=applied
        )

    def _of_types(self, question: str, types: Sequence[str], *, keep: bool) -> Self:
        asked = filters.check_types(self.columns, question, types)
        rows = filters.keep_types(self.columns, self.relation_numbers, asked, keep=keep)
        return self._with_relations(rows, AppliedFilter(question, tuple(types)))

    def _of_kinds(self, question: str, kinds: Sequence[str], *, keep: bool) -> Self:
        asked = filters.check_kinds(self.columns, question, kinds)
        rows = filters.keep_kinds(self.columns, self.actor_numbers, asked, keep=keep)
        among = self.columns, self.relation_numbers, asked
        mark = partial(filters.mark_kinds, *among, keep=keep)
        return self._with_actors(rows, AppliedFilter(question, tuple(kinds)), mark)

    def _with_relations(self, rows: Sequence[int], applied: AppliedFilter) -> Self:
        return replace(self, relation_numbers=rows, filters=self._record(applied))

    def _with_actors(
        self,
        rows: Sequence[int],
        applied: AppliedFilter,
        mark: Callable[[], Marks | None] | None = None,
    ) -> Self:
        relations = filters.keep_among(self.columns, self.relation_numbers, rows, mark)
        return replace(
            self,
            actor_numbers=rows,
            relation_numbers=relations,
            filters=self._record(applied),
        )
