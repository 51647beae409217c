"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, NamedTuple

import click

from explorer.cli.printing import terminal_width
from explorer.cli.session import meant
from explorer.report.text import wrapped
from graph import Actor, Network, QuestionError
from graph.text.safe import visible


class Word(click.Choice[str]):
    """One of a few words; an error offers the nearest."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's own
        """Return what is wrong with a word, and the nearest or all that are right."""
        from difflib import get_close_matches

        words = list(map(str, self.choices))
        near = get_close_matches(str(value), words, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(words)}."
        return f"{value!r} is none. {hint}"


def naming(what: str, example: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """Return what refuses an option that is given but names nothing, as an unset variable does."""

    def named(context: click.Context, parameter: click.Parameter, given: Any) -> Any:  # noqa: ANN401 - click's own
        values = given if isinstance(given, tuple) else () if given is None else (given,)
        if not all(map(words, values)):
            option = isinstance(parameter, click.Option)
            name = parameter.opts[-1] if option else parameter.human_readable_name
            told = f"{name}: names no {what}. Give one, such as {example}."
            raise click.UsageError(told, context)
        return given

    return named


def _complete(what: str) -> Callable[[click.Context, click.Parameter, str], list[Any]]:
    """Return a completion that is imported when the Tab key is pressed."""

    def complete(context: click.Context, parameter: click.Parameter, word: str) -> list[Any]:
        from explorer.cli import completion_values

        found: list[Any] = getattr(completion_values, what)(context, parameter, word)
        return found

    return complete


complete_actors = _complete("actors")
complete_types = _complete("types")
complete_kinds = _complete("kinds")
complete_sources = _complete("sources")
complete_columns = _complete("columns")
complete_measures = _complete("measures")

format_option = click.option(
    "--format",
    "form",
    type=Word(["text", "json", "csv", "markdown"]),
    default="text",
    metavar="FORM",
    help="text, json, csv or markdown.  [default: text]",
)


class Filters(NamedTuple):
    """What of the network counts; the fields are the options' names.

    Parameters
    ----------
    only, avoid
        Types of relations.
    avoid_actor, only_actor
        Names of actors.
    kind, avoid_kind
        Kinds of actors.
    without_source
        Sources that are assumed to be wrong, by id or title.
    """

    only: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    avoid_actor: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    avoid_kind: tuple[str, ...] = ()
    at: str | None = None
    undated: bool = True
    min_confidence: float | None = None
    unrated: bool = True
    without_source: tuple[str, ...] = ()
    only_actor: tuple[str, ...] = ()

    def apply(self, network: Network) -> Network:
        """Return what the filters keep of a network."""
        self._refuse_idle()
        gone, alone = (
            [meant(network, name).id for name in names]
            for names in (self.avoid_actor, self.only_actor)
        )
        if self.only:
            network = network.only(words(*self.only))
        if self.avoid:
            network = network.avoid(words(*self.avoid))
        if self.at is not None:
            network = network.at(self.at, undated=self.undated)
        if self.min_confidence is not None:
            network = network.min_confidence(self.min_confidence, unrated=self.unrated)
        if self.kind:
            network = network.kind(words(*self.kind))
        if self.avoid_kind:
            network = network.avoid_kind(words(*self.avoid_kind))
        if alone:
            network = network.only_actor(alone)
        if gone:
            network = network.avoid_actor(gone)
        # Last: an actor whom the source alone tells of stays while a relation left speaks of it.
        return network.without_source(self.without_source) if self.without_source else network

    def _refuse_idle(self) -> None:
        """Refuse an option that would have no effect, as it is not what was meant."""
        if not self.undated and self.at is None:
            raise click.UsageError("--no-undated needs --at.", click.get_current_context())
        if not self.unrated and self.min_confidence is None:
            raise click.UsageError(
                "--no-unrated needs --min-confidence.", click.get_current_context()
            )

    def told_after(self, answer: str, form: str) -> str:
        """Return an answer for people with a last line that says what was filtered."""
        sentence = self.sentence
        if not sentence or form not in ("text", "markdown"):
            return answer
        if form == "text":
            return "\n".join([answer, "", *wrapped(visible(sentence), terminal_width())])
        from explorer.report.markdown import escaped

        return f"{answer}\n\n{escaped(sentence)}"

    @property
    def sentence(self) -> str:
        """The filters in one line, as the options name them; empty when there are none.

        Examples
        --------
        >>> Filters(avoid=("borders",), at="2022-08").sentence
        'Filters: avoid borders, at 2022-08.'
        """
        listed = [
            f"{name.replace('_', ' ')} {' and '.join(words(*getattr(self, name)))}"
            for name in ("only", "avoid", "kind", "avoid_kind")
            if getattr(self, name)
        ]
        if self.only_actor:
            names = " and ".join(repr(name.strip()) for name in self.only_actor)
            listed.append(f"only actor {names}")
        listed += [f"avoid actor {name.strip()!r}" for name in self.avoid_actor]
        if self.at is not None:
            listed.append(f"at {self.at}" + ("" if self.undated else " without undated relations"))
        if self.min_confidence is not None:
            unrated = "" if self.unrated else " without unrated relations"
            listed.append(f"confidence at least {self.min_confidence:g}{unrated}")
        listed += [f"without source {name.strip()!r}" for name in self.without_source]
        return f"Filters: {', '.join(listed)}." if listed else ""

    def words(self) -> Iterator[str]:
        """Yield the options as a command line has them."""
        for name in (
            "only",
            "avoid",
            "only_actor",
            "avoid_actor",
            "kind",
            "avoid_kind",
            "without_source",
        ):
            for value in getattr(self, name):
                yield from (f"--{name.replace('_', '-')}", value)
        if self.at is not None:
            yield from ("--at", self.at, *([] if self.undated else ["--no-undated"]))
        if self.min_confidence is not None:
            yield from ("--min-confidence", f"{self.min_confidence:g}")
            yield from [] if self.unrated else ["--no-unrated"]


def words(*values: str) -> list[str]:
    """Return what was given one by one or between commas.

    Examples
    --------
    >>> words("ally, funds", "borders")
    ['ally', 'funds', 'borders']
    """
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def kept(network: Network, actor: Actor) -> Actor:
    """Return an actor whom the filters keep.

    Raises
    ------
    QuestionError
        When they leave the actor out.
    """
    if network.columns.actor_row[actor.id] not in network.actor_numbers:
        raise QuestionError("actor", f"{actor.name!r} is left out by the filters.")
    return actor


_FILTERS = (
    click.option("--only", metavar="TYPE", multiple=True, shell_complete=complete_types,
                 callback=naming("type", "ally"),
                 help="Count relations of this type alone. Several: a,b or again."),
    click.option("--avoid", metavar="TYPE", multiple=True, shell_complete=complete_types,
                 callback=naming("type", "ally"),
                 help="Leave out relations of this type. Several: a,b or again."),
    click.option("--avoid-actor", metavar="NAME", multiple=True, shell_complete=complete_actors,
                 callback=naming("actor", "Minsk"),
                 help="Leave out this actor. Several: again."),
    click.option("--only-actor", metavar="NAME", multiple=True, shell_complete=complete_actors,
                 callback=naming("actor", "Minsk"),
                 help="Keep the actors named so alone, and what is among them. Several: again."),
    click.option("--kind", metavar="KIND", multiple=True, shell_complete=complete_kinds,
                 callback=naming("kind", "person"),
                 help="Keep actors of this kind alone. Several: a,b or again."),
    click.option("--avoid-kind", metavar="KIND", multiple=True, shell_complete=complete_kinds,
                 callback=naming("kind", "person"),
                 help="Leave out actors of this kind. Several: a,b or again."),
    click.option("--at", metavar="DATE",
                 help="Keep relations that may have held then: 2022, 2022-08, 2022-08-08."),
    click.option("--undated/--no-undated", default=True,
                 help="With --at: keep relations without any date, or not.  [default: keep]"),
    click.option("--min-confidence", metavar="X", type=float,
                 help="Keep relations with at least this confidence, 0 to 1."),
    click.option("--unrated/--no-unrated", default=True,
                 help="With --min-confidence: keep those without one, or not.  [default: keep]"),
    click.option("--without-source", metavar="SOURCE", multiple=True,
                 shell_complete=complete_sources, callback=naming("source", "smith2022"),
                 help="Leave out what rests on this source alone. Several: again."),
)  # fmt: skip


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that filter, as one argument ``filters``."""

    @wraps(command)
    def filtered(*args: Any, **options: Any) -> None:  # noqa: ANN401 - the command's own
        filters = Filters(**{name: options.pop(name) for name in Filters._fields})
        command(*args, filters=filters, **options)

    for option in reversed(_FILTERS):
        filtered = option(filtered)
    return filtered
