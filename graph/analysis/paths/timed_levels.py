"""What is reached from two actors by so many steps whose times will do, until both sides meet.

Each actor counts again only by what it was not reached by in fewer steps: on other days, or from an
earlier start. No shortest way passes an actor twice, as it could leave out all between. The page
does the same in `explorer/page/assets/core/timed_levels.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial, reduce

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.day_ranges import DayRange, intersect_ranges
from graph.analysis.paths.follow import Follow, find_common
from graph.analysis.paths.step_facts import StepFactsByEnds
from graph.analysis.paths.time_rules import State, TimeRule
from graph.analysis.paths.timed_ways import TimedWays

Level = dict[int, State]
"""By what each actor is reached in so many steps, and not in fewer."""


class Allowance:
    """The steps that a search may still look at.

    Examples
    --------
    >>> steps = Allowance(1)
    >>> steps.take(), steps.is_spent, steps.take(), steps.is_spent
    (True, False, False, True)
    """

    def __init__(self, most: int) -> None:
        self._left, self.is_spent = most, False

    def take(self) -> bool:
        """Take one; return whether there was one left."""
        self._left -= 1
        self.is_spent = self._left < 0
        return not self.is_spent


class _Side:
    """What is reached from one end, level by level."""

    def __init__(self, end: int, state: State) -> None:
        self.levels: list[Level] = [{end: state}]
        self.seen: Level = {end: state}


class TimedLevels:
    """The levels that grow from the end of a prefix and from a target.

    Parameters
    ----------
    subspace
        The prefix, none of whose nodes comes again, and the nodes that do not come next.
    start
        By what the end of the prefix is reached.
    target
        Where ways end.
    follow
        The steps that may be taken.
    facts
        What is known of them.
    rule
        What is demanded of their times.
    allowance
        The steps that may be looked at.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a search depends on
        self,
        subspace: Subspace,
        start: State,
        target: int,
        follow: Follow,
        facts: StepFactsByEnds,
        rule: TimeRule,
        allowance: Allowance,
    ) -> None:
        self._used, self._barred = {*subspace.prefix}, subspace.barred
        self._target, self._follow, self._facts = target, follow, facts
        self._rule, self._allowance = rule, allowance
        self._ahead, self._behind = _Side(subspace.prefix[-1], start), _Side(target, rule.end)
        self._is_ahead = True

    @property
    def length(self) -> int:
        """How many steps lead from the one end to the other where the last levels meet."""
        return len(self._ahead.levels) + len(self._behind.levels) - 2

    @property
    def can_grow(self) -> bool:
        """Whether both sides have actors to go on from, and steps may still be looked at."""
        last = self._ahead.levels[-1], self._behind.levels[-1]
        return all(last) and not self._allowance.is_spent

    def find(self, most: int | None) -> TimedWays | None:
        """Return all shortest ways of at most so many steps; None where there is none."""
        while self.can_grow and self.length != most:
            self._prune()
            meeting = self.meet()
            if meeting:
                return self._unite(meeting)
            self.widen()
        return None

    def _prune(self) -> None:
        """Leave out what no longer way needs: it has to pass the last levels of both sides."""
        meets, join = self._rule.meets, self._rule.join
        ahead, behind = self._ahead.levels, self._behind.levels
        goal = reduce(join, behind[-1].values())
        ahead[-1] = {node: state for node, state in ahead[-1].items() if meets(state, goal)}
        if ahead[-1]:
            reached = reduce(join, ahead[-1].values())
            behind[-1] = {node: each for node, each in behind[-1].items() if meets(reached, each)}

    def meet(self) -> AbstractSet[int]:
        """Begin a level: take those steps that lead to the other side, and return where they do."""
        last = self._ahead.levels[-1], self._behind.levels[-1]
        # What does not come next is barred at the first step from the source, so that comes first.
        is_first = len(self._ahead.levels) == 1
        self._is_ahead = is_first or self._measure(last[0]) <= self._measure(last[1])
        side, other = self._ahead, self._behind
        if not self._is_ahead:
            side, other = other, side
        side.levels.append({})
        self._take_steps(side, partial(find_common, other.seen.keys()))
        level, meets = side.levels[-1], self._rule.meets
        if self._allowance.is_spent:
            return set()
        return {node for node in level if meets(self._ahead.seen[node], self._behind.seen[node])}

    def widen(self) -> None:
        """Take all other steps of the level that was begun."""
        side, other = self._ahead, self._behind
        if not self._is_ahead:
            side, other = other, side
        self._take_steps(side, lambda nodes: (each for each in nodes if each not in other.seen))

    def _measure(self, level: Level) -> int:
        """Return how many steps may lead on from some actors."""
        degree = self._follow.degree
        return sum(map(degree, level)) if degree else len(level)

    def _take_steps(self, side: _Side, select: Callable[[Iterable[int]], Iterable[int]]) -> None:
        """Add to the last level what is reached by one step, and by what it was not before."""
        is_ahead = side is self._ahead
        neighbours = self._follow.forwards if is_ahead else self._follow.backwards
        is_first = is_ahead and not any(side.levels[1:-1])
        barred = self._used | self._barred if is_first else self._used
        extend, leave_out, join = self._rule.extend, self._rule.leave_out, self._rule.join
        facts, seen, level = self._facts, side.seen, side.levels[-1]
        for here, state in side.levels[-2].items():
            if is_ahead and here == self._target:
                continue
            for there in select(neighbours(here)):
                if there in barred:
                    continue
                if not self._allowance.take():
                    return
                step = facts[(here, there) if is_ahead else (there, here)]
                reached = extend(state, step, is_ahead=is_ahead)
                further = None if reached is None else leave_out(reached, seen.get(there))
                if further is not None:
                    seen[there] = join(seen.get(there), further)
                    level[there] = join(level.get(there), further)

    def list_states(self, nodes: AbstractSet[int]) -> Iterator[tuple[State, State]]:
        """Yield by what some actors are reached, and by what the target is from there."""
        for node in sorted(nodes):
            yield self._ahead.seen[node], self._behind.seen[node]

    def restrict(self, days: Sequence[DayRange]) -> None:
        """Go on only on some days; states have days."""
        for side in (self._ahead, self._behind):
            for number in (-2, -1)[-len(side.levels) :]:
                level = side.levels[number]
                left = ((node, intersect_ranges(each, days)) for node, each in level.items())
                side.levels[number] = {node: each for node, each in left if each}

    def _unite(self, meeting: AbstractSet[int]) -> TimedWays:
        """Return the ways through the actors where both sides meet."""
        ahead, behind = self._ahead.levels, self._behind.levels[::-1]
        middle = len(ahead) - 1
        goals: list[Level] = [{} for _ in ahead[1:]]
        goals += [{node: behind[0][node] for node in meeting}, *behind[1:]]
        onward: list[dict[int, list[int]]] = [{} for _ in range(self.length)]
        for number in range(middle - 1, -1, -1):
            steps = self._iter_steps(ahead[number], goals[number + 1], is_ahead=True)
            for here, there, goal in steps:
                goals[number][here] = self._rule.join(goals[number].get(here), goal)
                onward[number].setdefault(here, []).append(there)
        reached: Level = {node: ahead[middle][node] for node in meeting}
        for number in range(middle, self.length):
            following = Level()
            steps = self._iter_steps(goals[number + 1], reached, is_ahead=False)
            for there, here, state in steps:
                following[there] = self._rule.join(following.get(there), state)
                onward[number].setdefault(here, []).append(there)
            reached = following
        return TimedWays(onward, goals, self._target)

    def _iter_steps(
        self, level: Level, others: Level, *, is_ahead: bool
    ) -> Iterator[tuple[int, int, State]]:
        """Yield the steps between some actors and others, and by what the former then are.

        Parameters
        ----------
        others
            Where the steps lead if they are ahead, else from where they come.
        """
        meets, extend = self._rule.meets, self._rule.extend
        neighbours = self._follow.forwards if is_ahead else self._follow.backwards
        for node, state in level.items():
            for other in find_common(others.keys(), neighbours(node)):
                step = self._facts[(node, other) if is_ahead else (other, node)]
                reached = extend(others[other], step, is_ahead=not is_ahead)
                if reached is None:
                    continue
                if meets(state, reached) if is_ahead else meets(reached, state):
                    yield node, other, reached
