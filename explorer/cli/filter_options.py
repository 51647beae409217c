"""The options that filter the network, of every command that asks a question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from explorer.cli.error_list import call_all, call_with_words
from explorer.cli.lazy_completion import (
    complete_actors,
    complete_bases,
    complete_claimants,
    complete_dates,
    complete_kinds,
    complete_sources,
    complete_types,
)
from explorer.cli.parameters import Confidence, require_value, split_words
from explorer.cli.printing import get_terminal_width
from explorer.cli.session import find_actor
from explorer.report.terminal_text import wrap
from graph.data.sentences import join_phrases
from graph.errors import QuestionError, shorten
from graph.text.safe import visible

if TYPE_CHECKING:
    from graph import Actor, Network
    from graph.spark.network import SparkNetwork

AnyNetwork = TypeVar("AnyNetwork", "Network", "SparkNetwork")
"""What filters can be applied to: both have the same, under the same names."""

COMMA_LISTS = ("only", "avoid", "kind", "avoid_kind", "basis", "avoid_basis")
"""Options of which one may hold several words between commas."""


class Filters(NamedTuple):
    """The filters of a command; the fields are the names of the options.

    Parameters
    ----------
    only, avoid
        Types of relations.
    avoid_actor, only_actor
        Names of actors.
    kind, avoid_kind
        Kinds of actors.
    at, from_date, to_date
        A date, or the two ends of a span, either of which may be missing.
    certain
        Whether to keep only what holds then, without what may hold.
    according_to
        Claimants: names of actors, or words.
    basis, avoid_basis
        What relations rest on: stated, inferred, alleged.
    without_source
        Sources that are assumed to be wrong, by id, title or address.
    """

    only: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    avoid_actor: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    avoid_kind: tuple[str, ...] = ()
    at: str | None = None
    from_date: str | None = None
    to_date: str | None = None
    certain: bool = False
    min_confidence: float | None = None
    unrated: bool = True
    without_source: tuple[str, ...] = ()
    only_actor: tuple[str, ...] = ()
    according_to: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    avoid_basis: tuple[str, ...] = ()

    def apply(self, network: AnyNetwork) -> AnyNetwork:
        """Return the part of a network that the filters select."""
        self._refuse_options_without_effect()
        selected = network

        def take(step: Callable[[AnyNetwork], AnyNetwork]) -> None:
            nonlocal selected
            selected = step(selected)

        call_all(partial(take, step) for step in self._list_steps(network))
        return selected

    def _list_steps(self, network: AnyNetwork) -> Iterator[Callable[[AnyNetwork], AnyNetwork]]:
        """Yield the filters as functions; those by actor look names up in the whole network."""

        def find_ids(names: Iterable[str]) -> list[str]:
            return [
                actor.id for actor in call_all(partial(find_actor, network, name) for name in names)
            ]

        yield from self._list_word_steps(network, "only", "avoid", "basis", "avoid_basis")
        if self.according_to:
            yield partial(_select_words, "according_to", list(self.according_to))
        if self.at is not None:
            date = self.at
            yield lambda part: part.at(date, certain=self.certain)
        elif self._asks_span:
            ends = self.from_date or "", self.to_date or ""
            yield lambda part: part.between(*ends, certain=self.certain)
        if self.min_confidence is not None:
            minimum = self.min_confidence
            yield lambda part: part.min_confidence(minimum, unrated=self.unrated)
        yield from self._list_word_steps(network, "kind", "avoid_kind")
        if self.only_actor:
            yield lambda part: part.only_actor(find_ids(self.only_actor))
        if self.avoid_actor:
            yield lambda part: part.avoid_actor(find_ids(self.avoid_actor))
        # Last, because an actor without a source stays if one of the selected relations names it.
        if self.without_source:
            yield partial(_select_words, "without_source", list(self.without_source))

    def _list_word_steps(
        self, network: AnyNetwork, *fields: str
    ) -> Iterator[Callable[[AnyNetwork], AnyNetwork]]:
        """Yield the filters whose words may stand between commas, and may have some in them."""
        for field in fields:
            words = split_words(getattr(self, field), list_known_words(network, field))
            if words:
                yield partial(_select_words, field, words)

    @property
    def _asks_span(self) -> bool:
        return self.from_date is not None or self.to_date is not None

    def _refuse_options_without_effect(self) -> None:
        if self.at is not None and self._asks_span:
            message = "--at takes the place of --from and --to. Give one or the other."
            raise click.UsageError(message, click.get_current_context())
        if self.certain and self.at is None and not self._asks_span:
            message = "--certain needs --at, --from or --to."
            raise click.UsageError(message, click.get_current_context())
        if not self.unrated and self.min_confidence is None:
            raise click.UsageError(
                "--no-unrated needs --min-confidence.", click.get_current_context()
            )

    def add_sentence(self, answer: str, form: str) -> str:
        """Return an answer in text or Markdown with a last line that names the filters."""
        sentence = self.sentence
        if not sentence or form not in ("text", "markdown"):
            return answer
        if form == "text":
            return "\n".join([answer, "", *wrap(visible(sentence), get_terminal_width())])
        from explorer.report.markdown import escape

        return f"{answer}\n\n{escape(sentence)}"

    @property
    def sentence(self) -> str:
        """The filters in one line, under the names of the options; empty without filters.

        Examples
        --------
        >>> Filters(avoid=("borders",), at="2022-08").sentence
        'Filters: avoid borders, at 2022-08.'
        """
        parts = [
            f"{name.replace('_', ' ')} {_join_words(getattr(self, name))}"
            for name in COMMA_LISTS
            if getattr(self, name)
        ]
        if self.only_actor:
            names = " and ".join(repr(name.strip()) for name in self.only_actor)
            parts.append(f"only actor {names}")
        parts += [f"avoid actor {name.strip()!r}" for name in self.avoid_actor]
        if self.according_to:
            names = " or ".join(repr(name.strip()) for name in self.according_to)
            parts.append(f"according to {names}")
        certain = ", only what is certain" if self.certain else ""
        dates = (("at", self.at), ("from", self.from_date), ("to", self.to_date))
        asked = " ".join(f"{name} {date}" for name, date in dates if date is not None)
        parts += [asked + certain] if asked else []
        if self.min_confidence is not None:
            unrated = "" if self.unrated else " without unrated relations"
            parts.append(f"confidence at least {self.min_confidence:g}{unrated}")
        parts += [f"without source {name.strip()!r}" for name in self.without_source]
        return f"Filters: {', '.join(parts)}." if parts else ""

    def to_arguments(self) -> Iterator[str]:
        """Yield the options as arguments of a command line."""
        for name in (
            "only",
            "avoid",
            "only_actor",
            "avoid_actor",
            "kind",
            "avoid_kind",
            "according_to",
            "basis",
            "avoid_basis",
            "without_source",
        ):
            for value in getattr(self, name):
                yield from (f"--{name.replace('_', '-')}", value)
        dates = (("--at", self.at), ("--from", self.from_date), ("--to", self.to_date))
        for option, date in dates:
            yield from [] if date is None else (option, date)
        yield from ["--certain"] if self.certain else []
        if self.min_confidence is not None:
            yield from ("--min-confidence", f"{self.min_confidence:g}")
            yield from [] if self.unrated else ["--no-unrated"]


def list_known_words(network: Network | SparkNetwork, field: str) -> Collection[str]:
    """Return the words that the data knows for an option whose words stand between commas."""
    if field in ("only", "avoid"):
        return network.types
    from graph.data.dictionary_column import unique_values

    return unique_values(network.columns.actors.cells("kind")) if "kind" in field else ()


def _join_words(values: Iterable[str]) -> str:
    # Behind a comma in a name there is a space.
    words = (word for value in values for word in ([value] if ", " in value else value.split(",")))
    return " and ".join(word.strip() for word in words if word.strip())


def _select_words(field: str, words: list[str], network: AnyNetwork) -> AnyNetwork:
    """Return what a filter by words selects of a network; every unknown word is reported."""
    selected: AnyNetwork = call_with_words(getattr(network, field), words)
    return selected


def require_selected(network: Network, actor: Actor) -> Actor:
    """Return an actor, if the filters select it.

    Raises
    ------
    QuestionError
        When the filters leave the actor out.
    """
    row = network.columns.actor_row[actor.id]
    if row not in network.actor_numbers:
        sources = [
            str(source)
            for each in network.filters
            if each.name == "without_source"
            for source in each.arguments
        ]
        if sources and not network.relation_numbers:
            named = join_phrases([shorten(source) for source in sources])
            what = f"No relation is left without {named}: all rest on it."
            raise QuestionError("without_source", what)
        reason = network.explain_absence(row) or "is left out by the filters"
        raise QuestionError("actor", f"{actor.name!r} {reason}.")
    return actor


_FILTERS = (
    click.option("--only", metavar="TYPE", multiple=True, shell_complete=complete_types,
                 callback=require_value("a type", "ally"),
                 help="Keep only relations of this type. For several: a,b or repeat it; a name "
                      "with a comma in it is taken whole."),
    click.option("--avoid", metavar="TYPE", multiple=True, shell_complete=complete_types,
                 callback=require_value("a type", "ally"),
                 help="Leave out relations of this type. For several: a,b or repeat it."),
    click.option("--avoid-actor", metavar="NAME", multiple=True, shell_complete=complete_actors,
                 callback=require_value("an actor", "Minsk"),
                 help="Leave out this actor. For several: repeat it."),
    click.option("--only-actor", metavar="NAME", multiple=True, shell_complete=complete_actors,
                 callback=require_value("an actor", "Minsk"),
                 help="Keep only these actors and their relations. For several: repeat it."),
    click.option("--kind", metavar="KIND", multiple=True, shell_complete=complete_kinds,
                 callback=require_value("a kind", "person"),
                 help="Keep only actors of this kind. For several: a,b or repeat it; a name with a "
                      "comma in it is taken whole."),
    click.option("--avoid-kind", metavar="KIND", multiple=True, shell_complete=complete_kinds,
                 callback=require_value("a kind", "person"),
                 help="Leave out actors of this kind. For several: a,b or repeat it."),
    click.option("--at", metavar="DATE", shell_complete=complete_dates,
                 callback=require_value("a date", "2022-08"),
                 help="Keep what may hold at this date: 2022, 2022-08, 2022-08-08, -43, 185X."),
    click.option("--from", "from_date", metavar="DATE", shell_complete=complete_dates,
                 callback=require_value("a date", "2022-08"),
                 help="Keep what may hold on this date or later."),
    click.option("--to", "to_date", metavar="DATE", shell_complete=complete_dates,
                 callback=require_value("a date", "2022-08"),
                 help="Keep what may hold on this date or earlier."),
    click.option("--certain", is_flag=True,
                 help="With --at, --from, --to: keep only what holds for certain."),
    click.option("--min-confidence", metavar="X", type=Confidence(),
                 help="Keep relations with at least this confidence: 0 to 1, 85%, high, or a "
                      "grade such as B2 of the Admiralty code: A to E for the source, 1 to 5 "
                      "for the claim, of which the lower counts."),
    click.option("--unrated/--no-unrated", default=True,
                 help="With --min-confidence: keep unrated relations, or not.  [default: keep]"),
    click.option("--according-to", metavar="NAME", multiple=True,
                 shell_complete=complete_claimants,
                 callback=require_value("a claimant", "Lukashenko"),
                 help="Keep only relations that this claimant claims. For several: repeat it."),
    click.option("--basis", metavar="BASIS", multiple=True, shell_complete=complete_bases,
                 callback=require_value("a basis", "stated"),
                 help="Keep only what is stated, inferred or alleged. For several: a,b."),
    click.option("--avoid-basis", metavar="BASIS", multiple=True, shell_complete=complete_bases,
                 callback=require_value("a basis", "alleged"),
                 help="Leave out what is stated, inferred or alleged. For several: a,b."),
    click.option("--without-source", metavar="SOURCE", multiple=True,
                 shell_complete=complete_sources,
                 callback=require_value("a source", "smith2022"),
                 help="Leave out what rests on this source alone. For several: repeat it."),
)  # fmt: skip


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that filter to a command, as one argument ``filters``."""

    @wraps(command)
    def wrapper(*args: Any, **options: Any) -> None:  # noqa: ANN401 - the command's own
        filters = Filters(**{name: options.pop(name) for name in Filters._fields})
        command(*args, filters=filters, **options)

    for option in reversed(_FILTERS):
        wrapper = option(wrapper)
    return wrapper
