"""What is asked of paths: through whom, in which order of merit, how many, how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from graph.data.arguments import require_type
from graph.data.counts import format_count
from graph.data.records import Actor
from graph.errors import QuestionError
from graph.names import suggest

Order = Literal["steps", "voices", "confidence", "influence"]
ORDERS: tuple[Order, ...] = get_args(Order)
MOST_RANKED = 1_000  # paths that k may ask for


@dataclass(frozen=True)
class PathQuestion:
    """What is asked of paths between actors.

    Parameters
    ----------
    actors
        The actors that a path leads through, in order: two or more.
    directed
        Whether relations are followed from source to target only (mutual types both ways).
    by
        Which path is the best: that of the fewest ``steps``; the one whose weakest step rests on
        the most independent ``voices``; that of the greatest product of the ``confidence`` of its
        steps; or of the fewest steps along which ``influence`` travels. Then the fewest steps.
    k
        How many paths are asked for, the best first; None for those alone that are equally good.
    max_length
        The most steps between two of the actors; None for any number.
    hubs
        Whether it costs nothing to pass through an actor with many neighbours; see
        `graph.analysis.paths.hubs`.
    limit
        The most paths to list, where `k` is None.
    together
        Whether all steps must be able to hold on one day.
    in_order
        Whether each step must be able to start no earlier than the one before.

    Raises
    ------
    QuestionError
        When one of these cannot be meant.
    """

    actors: tuple[Actor, ...]
    directed: bool = False
    by: Order = "steps"
    k: int | None = None
    max_length: int | None = None
    hubs: bool = True
    limit: int = 100
    together: bool = False
    in_order: bool = False

    def __post_init__(self) -> None:
        if self.by not in ORDERS:
            hint = suggest.suggest_word(str(self.by), list(ORDERS)) or f"There are: {_list()}."
            raise QuestionError("by", f"{self.by!r} is not an order of paths. {hint}")
        for name in ("limit", "k", "max_length"):
            number = getattr(self, name)
            if number is not None:
                require_type(number, int, name, "a whole number")
            if number is not None and number < 1:
                raise QuestionError(name, f"must be 1 or more, not {number}.")
        if self.k is not None and self.k > MOST_RANKED:
            raise QuestionError("k", f"must be {MOST_RANKED:,} or less, not {self.k:,}.")
        self._check_times()

    def _check_times(self) -> None:
        """Refuse what cannot be asked together with the times of steps."""
        name = "together" if self.together else "in_order"
        if not (self.together or self.in_order):
            return
        if self.together and self.in_order:
            problem = "and steps in order exclude each other. Ask for one, then for the other."
            raise QuestionError(name, problem)
        if len(self.actors) > 2:  # noqa: PLR2004 - the two ends
            raise QuestionError(name, "is about the path between two actors. Ask for each pair.")
        if self.by in ("voices", "confidence"):
            raise QuestionError(name, f"needs the order steps or influence, not {self.by}.")
        if not self.hubs:
            raise QuestionError(name, "and a way around hubs exclude each other. Leave one out.")

    @property
    def parts(self) -> tuple[tuple[Actor, Actor], ...]:
        """Each actor with the next: the ends of the parts of a path."""
        return tuple(zip(self.actors, self.actors[1:], strict=False))

    @property
    def through(self) -> tuple[Actor, ...]:
        """The actors between the two ends."""
        return self.actors[1:-1]

    @property
    def sentence(self) -> str:
        """What was asked beyond the shortest paths, in words; empty where nothing was."""
        parts = [
            f"by {self.by}" if self.by != "steps" else "",
            f"of at most {format_count(self.max_length, 'step')}" if self.max_length else "",
            "" if self.hubs else "around hubs",
            "steps that may hold at the same time" if self.together else "",
            "steps that start in order" if self.in_order else "",
        ]
        words = ", ".join(filter(None, parts))
        return f"Paths: {words}." if words else ""

    def to_dict(self) -> dict[str, Any]:
        """Return it as data, actors by id."""
        return {
            "source": self.actors[0].id,
            "target": self.actors[-1].id,
            "through": [actor.id for actor in self.through],
            "directed": self.directed,
            "by": self.by,
            "k": self.k,
            "max_length": self.max_length,
            "hubs": self.hubs,
            "together": self.together,
            "in_order": self.in_order,
        }


def _list() -> str:
    return ", ".join(ORDERS)
