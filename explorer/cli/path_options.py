"""The options of ``explore path`` that say which paths are asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click

from explorer.cli.lazy_completion import complete_actors
from explorer.cli.limit_option import DEFAULT_LIMIT, MAX_LIMIT
from explorer.cli.parameters import Choice, Count, require_value

MAX_RANKED = 1_000


class PathOptions(NamedTuple):
    """Which paths are asked for; the fields are the names of the options.

    Parameters
    ----------
    via
        Names of actors between the two ends.
    directed
        Whether relations are followed in their direction only.
    by
        What makes a path the best.
    k
        How many paths are shown, the best first; None for those that are equally good.
    max_length
        The most steps from one named actor to the next.
    hubs
        Whether it costs nothing to pass through an actor with many neighbours.
    together
        Whether all steps must be able to hold on one day.
    in_order
        Whether each step must be able to start no earlier than the one before.
    history
        Whether to say when a path exists, and which.
    every
        Whether all equally good paths are shown.
    limit
        How many of them at most.
    """

    via: tuple[str, ...] = ()
    directed: bool = False
    by: str = "steps"
    k: int | None = None
    max_length: int | None = None
    hubs: bool = True
    together: bool = False
    in_order: bool = False
    history: bool = False
    every: bool = False
    limit: int | None = None

    def check(self, form: str, named: int) -> None:
        """Refuse options that have no effect, or that contradict each other.

        Parameters
        ----------
        form
            The format of the answer.
        named
            How many actors are named as arguments.

        Raises
        ------
        click.UsageError
            When there are such options.
        """
        if self.history and self != PathOptions(directed=self.directed, history=True):
            _refuse("--history takes --directed and filters, but no other option of a path.")
        if self.history and named > 2:  # noqa: PLR2004 - the two ends
            _refuse("--history is about two actors. Ask for each pair.")
        is_listing = self.every or form in ("json", "csv")
        if self.k is not None and self.every:
            _refuse("--k shows the best paths, --all those that are equally good. Give one.")
        if self.k is not None and self.limit is not None:
            _refuse("--k says how many paths are shown. Leave out --limit.")
        if self.limit is not None and not is_listing:
            _refuse("--limit needs --all, or --format json or csv.")
        if self.together and self.in_order:
            _refuse("--together and --in-order exclude each other. Ask for one, then the other.")
        if self.via and named > 2:  # noqa: PLR2004 - the two ends
            _refuse("--via goes between two actors. Name all of them in order instead.")

    def list_asked(self) -> dict[str, Any]:
        """Return what is asked of the engine, but for the actors."""
        return {
            "directed": self.directed,
            "by": self.by,
            "k": self.k,
            "max_length": self.max_length,
            "hubs": self.hubs,
            "together": self.together,
            "in_order": self.in_order,
            "limit": self.limit or DEFAULT_LIMIT,
        }

    def count_shown(self, form: str) -> int | None:
        """Return how many paths are shown; None for all that are listed."""
        is_listing = self.every or self.k is not None or form in ("json", "csv")
        return None if is_listing else 1


def _refuse(message: str) -> None:
    raise click.UsageError(message, click.get_current_context())


_OPTIONS = (
    click.option("--via", metavar="NAME", multiple=True, shell_complete=complete_actors,
                 callback=require_value("an actor", "Minsk"),
                 help="Lead through this actor. For several, in order: repeat it."),
    click.option("--directed", is_flag=True, help="Follow relations in their direction only."),
    click.option("--by", type=Choice("an order of paths", ("steps", "voices", "confidence",
                                                            "influence")),
                 metavar="ORDER", default="steps",
                 help="The best path has the fewest steps (steps, the default); or the most "
                      "independent voices at its weakest step (voices); or the greatest product "
                      "of confidences (confidence); or influence travels along it (influence)."),
    click.option("--k", type=Count(1, MAX_RANKED), metavar="N",
                 help=f"Show the N best paths of any length, 1 to {MAX_RANKED:,}."),
    click.option("--all", "every", is_flag=True,
                 help="Show every equally good path, not only one."),
    click.option("--limit", type=Count(1, MAX_LIMIT), metavar="N",
                 help="With --all, json and csv: show at most N paths, 1 to "
                      f"{MAX_LIMIT:,}.  [default: {DEFAULT_LIMIT}]"),
    click.option("--max-length", type=Count(1), metavar="N",
                 help="At most N steps from one named actor to the next."),
    click.option("--no-hubs", "hubs", is_flag=True, flag_value=False, default=True,
                 help="Lead around actors with many neighbours: to pass one counts as a step more "
                      "for 16 neighbours, two for 32, three for 64 and so on."),
    click.option("--together", is_flag=True,
                 help="Only paths whose steps may all hold on one day."),
    click.option("--in-order", is_flag=True,
                 help="Only paths of which each step may start no earlier than the one before."),
    click.option("--history", is_flag=True,
                 help="Say since when and until when a path exists, and which."),
)  # fmt: skip


def path_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that ask for paths to a command, as one argument ``asked``."""

    @wraps(command)
    def wrapper(*args: Any, **options: Any) -> None:  # noqa: ANN401 - the command's own
        asked = PathOptions(**{name: options.pop(name) for name in PathOptions._fields})
        command(*args, asked=asked, **options)

    for option in reversed(_OPTIONS):
        wrapper = option(wrapper)
    return wrapper
