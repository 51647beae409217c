"""Who of one folder is who of the other: by id, name and alias; whoever is only near is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.data.columns import split_cell
from graph.data.dates import parse_date
from graph.data.vocabulary import PERSON
from graph.errors import QuestionError, quote_value
from graph.importing.people import Key, find_near, make_keys
from graph.merging.rows import Row
from graph.names.folding import fold
from graph.names.suggest import suggest_word

ALIKE = 60  # per cent, of two words
CODE = re.compile(r"[^\W\d_]{0,3}[-_ ]?\d+")


class Match(NamedTuple):
    """Two rows that are one actor, and what they have in common: ``id``, ``name``, ``alias``..."""

    first: str
    second: str
    how: str


class Question(NamedTuple):
    """Two actors who may be one, and stay two until somebody says so.

    Parameters
    ----------
    second, first
        The name of the actor in each folder.
    reason
        Why they may be one, or not.
    second_id, first_id
        Their ids.
    """

    second: str
    first: str
    reason: str
    second_id: str
    first_id: str


@dataclass
class ActorMatches:
    """Who is who.

    Parameters
    ----------
    rows
        By row number in the second folder, the row number in the first.
    matches
        The same by name, with what they have in common.
    questions
        Who may be one.
    """

    rows: dict[int, int] = field(default_factory=dict)
    matches: list[Match] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def match_actors(
    first: Sequence[Row],
    second: Sequence[Row],
    same: Mapping[str, str] | None = None,
    apart: Sequence[str] = (),
) -> ActorMatches:
    """Return who of the second folder is who of the first.

    Parameters
    ----------
    first, second
        The actors.
    same
        By name or id in the second folder, the name or id in the first that a person gave.
    apart
        Names or ids in the second folder who are nobody of the first.

    Raises
    ------
    QuestionError
        When a given name is nobody's, or several actors'.

    Examples
    --------
    >>> found = match_actors([{"id": "a", "name": "Ann Ek"}], [{"id": "b", "name": "EK, Ann"}])
    >>> found.rows, found.matches[0].how
    ({0: 0}, 'name')
    """
    return _Matcher(first, second).match(same or {}, apart)


class _Matcher:
    def __init__(self, first: Sequence[Row], second: Sequence[Row]) -> None:
        self._first, self._second = first, second
        self._found = ActorMatches()
        self._by_id = {row["id"]: number for number, row in enumerate(first)}
        self._keys = [_list_keys(row) for row in first], [_list_keys(row) for row in second]

    def match(self, same: Mapping[str, str], apart: Sequence[str]) -> ActorMatches:
        """Match by what a person said, then by id, then by name and alias."""
        for two, one in same.items():
            other = find_actor(self._first, one, "merge")
            self._join(find_actor(self._second, two, "merge"), other, "as asked")
        alone = {find_actor(self._second, name, "apart") for name in apart}
        for number, row in enumerate(self._second):
            if number not in self._found.rows and number not in alone:
                self._match_id(number, row)
        self._match_names(alone)
        self._find_near(alone)
        return self._found

    def _join(self, number: int, other: int, how: str) -> None:
        self._found.rows[number] = other
        match = Match(self._first[other]["name"], self._second[number]["name"], how)
        self._found.matches.append(match)

    def _ask(self, number: int, other: int, reason: str) -> None:
        one, two = self._first[other], self._second[number]
        question = Question(two["name"], one["name"], reason, two["id"], one["id"])
        self._found.questions.append(question)

    def _match_id(self, number: int, row: Row) -> None:
        other = self._by_id.get(row["id"])
        if other is None or other in self._found.rows.values():
            return
        if self._keys[0][other] & self._keys[1][number]:
            self._join(number, other, "id")
        elif CODE.fullmatch(row["id"]):
            self._ask(number, other, f"both have the id {row['id']}, and no name in common")
        else:
            doubt = self._find_doubt(number, [other], {number})
            doubt = doubt or self._compare_names(number, other)
            if doubt:
                self._ask(number, other, f"both have the id {row['id']}; {doubt}")
            else:
                self._join(number, other, "id alone")

    def _compare_names(self, number: int, other: int) -> str:
        """Return why two names with one id are two persons'; empty where they may be one's."""
        one, two = self._first[other], self._second[number]
        kinds = {one.get("kind", ""), two.get("kind", "")}
        if PERSON not in kinds and kinds != {""}:
            return ""
        return "" if are_words_alike(one["name"], two["name"]) else "the names are not alike"

    def _match_names(self, alone: set[int]) -> None:
        """Match by names that one actor of each folder alone has."""
        taken = set(self._found.rows.values())
        left = [each for each in range(len(self._first)) if each not in taken]
        right = [
            each
            for each in range(len(self._second))
            if each not in self._found.rows and each not in alone
        ]
        firsts, seconds = _index(self._keys[0], left), _index(self._keys[1], right)
        for number in right:
            keys = self._keys[1][number]
            others = sorted({other for key in keys for other in firsts.get(key, ())})
            rivals = {rival for key in keys if key in firsts for rival in seconds[key]}
            if not others:
                continue
            reason = self._find_doubt(number, others, rivals)
            if reason:
                for other in others:
                    self._ask(number, other, reason)
            else:
                names = _list_keys({"name": self._first[others[0]]["name"], "id": ""})
                own = _list_keys({"name": self._second[number]["name"], "id": ""})
                self._join(number, others[0], "name" if names & own else "alias")

    def _find_doubt(self, number: int, others: Sequence[int], rivals: set[int]) -> str:
        """Return why a common name is not enough; empty where it is."""
        if len(others) > 1 or len(rivals) > 1:
            return "several actors have this name"
        one, two = self._first[others[0]], self._second[number]
        kinds = one.get("kind", ""), two.get("kind", "")
        if all(kinds) and kinds[0] != kinds[1]:
            return f"one is of the kind {kinds[0]}, the other {kinds[1]}"
        days = parse_date(one.get("start", "")), parse_date(two.get("start", ""))
        if (
            days[0]
            and days[1]
            and not (
                days[0].first <= days[1].last + days[1].margin
                and days[1].first <= days[0].last + days[0].margin
            )
        ):
            return f"one began {one['start']}, the other {two['start']}"
        return ""

    def _find_near(self, alone: set[int]) -> None:
        """Ask about those without a match whose names are nearly alike."""
        names = {
            row["name"]: number
            for number, row in enumerate(self._second)
            if number not in self._found.rows and number not in alone
        }
        known = {row["name"]: number for number, row in enumerate(self._first)}
        for pair in find_near([*names], [*known]):
            for two, one in (pair, pair[::-1]):
                if two in names and one in known and two not in known:
                    self._ask(names[two], known[one], "the names are nearly alike")
                    break


def find_actor(rows: Sequence[Row], name: str, option: str) -> int:
    """Return the row of the actor with an id or a name that a person gave.

    Raises
    ------
    QuestionError
        When nobody, or several, have it.
    """
    found = [number for number, row in enumerate(rows) if row["id"] == name]
    found = found or [number for number, row in enumerate(rows) if row["name"] == name]
    if len(found) == 1:
        return found[0]
    if found:
        what = f"{quote_value(name)} is the name of {len(found):,} actors. Give the id."
        raise QuestionError(option, what)
    hint = suggest_word(name, [row["name"] for row in rows]) or "Give a name as the folder has it."
    raise QuestionError(option, f"{quote_value(name)} is nobody in this folder. {hint}")


def are_words_alike(one: str, two: str) -> bool:
    """Return whether each word of the shorter name is nearly one of the other, or an initial of it.

    Examples
    --------
    >>> are_words_alike("Aliaksandr Lukashenka", "Alexander Lukashenko")
    True
    >>> are_words_alike("John Smith", "Jane Smith")
    False
    """
    from rapidfuzz import fuzz

    shorter, longer = sorted((fold(one), fold(two)), key=len)
    return all(
        any(
            word.startswith(other) or other.startswith(word) or fuzz.ratio(word, other) >= ALIKE
            for other in longer
        )
        for word in shorter
    )


def _list_keys(row: Mapping[str, str]) -> set[Key]:
    """Return what the spellings of an actor are compared by."""
    spellings = (row["name"], *split_cell(row.get("aliases", "")))
    keys = {key for each in spellings for key in make_keys(each)}
    return keys | {(each.casefold(),) for each in spellings}


def _index(keys: Sequence[set[Key]], rows: Sequence[int]) -> dict[Key, list[int]]:
    index: dict[Key, list[int]] = {}
    for row in rows:
        for key in keys[row]:
            index.setdefault(key, []).append(row)
    return index
