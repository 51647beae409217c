"""Find texts that still name a withheld actor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.data.columns import SOURCE_COLUMNS, Columns
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.errors import Problem, quote_value

SHORTEST = 3  # characters; a shorter name is a part of too many words
ENDS = ("source", "target")  # of a relation: they name actors that are not withheld
REMEDY = "Change the text."
RULE = "names-withheld"

Pattern = re.Pattern[str]


def find_mentions(before: Columns, public: Columns) -> list[Problem]:
    """Return a warning for each cell that names a withheld actor.

    Parameters
    ----------
    before
        All the data.
    public
        The part of it that is published, as `graph.sharing.privacy` returns it.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> private = net.actors["id"].eq("lukashenko").map({True: "yes", False: "no"})
    >>> full = graph.Network.from_frames(net.actors.assign(private=private), net.relations)
    >>> mentions = find_mentions(full.columns, full.public().columns)
    >>> mentions[0].column, mentions[0].what
    ('note', "still names 'Lukashenko', who is withheld.")
    """
    pattern = _compile_names(before, public)
    if pattern is None:
        return []
    by_line = [
        sorted(_check_table(table, pattern), key=lambda problem: problem.line or 0)
        for table in (public.actors, public.relations)
    ]
    return [*by_line[0], *by_line[1], *_check_sources(public, pattern)]


def find_story_mentions(before: Columns, public: Columns, file: str, text: str) -> list[Problem]:
    """Return a warning for each line of a story that names a withheld actor.

    Parameters
    ----------
    before, public
        As for `find_mentions`.
    file
        The name of the story's file, for the warnings.
    text
        The text of the story.
    """
    pattern = _compile_names(before, public)
    if pattern is None:
        return []
    return [
        Problem(file, number, "", _describe_mention(match), REMEDY, "warning", rule=RULE)
        for number, line in enumerate(re.split("\r\n|\r|\n", text), 1)
        if (match := pattern.search(line))
    ]


def find_first_name(before: Columns, public: Columns, text: str) -> str:
    """Return the first name of a withheld actor as a text has it; empty where it names none."""
    pattern = _compile_names(before, public)
    match = pattern.search(text) if pattern else None
    return match[0] if match else ""


def _compile_names(before: Columns, public: Columns) -> Pattern | None:
    """Return a pattern of the names that only withheld actors have, as whole words."""
    names: dict[bool, set[str]] = {True: set(), False: set()}
    for actor_id, *spellings in before.spellings:
        names[actor_id in public.actor_row].update(spellings)
    withheld = sorted(name for name in names[False] - names[True] if len(name) >= SHORTEST)
    if not withheld:
        return None
    longest_first = sorted(withheld, key=len, reverse=True)
    alternatives = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def _check_table(table: Table, pattern: Pattern) -> Iterator[Problem]:
    for column, cells in table.columns.items():
        for row in find_rows(cells, pattern.search) if column not in ENDS else ():
            if match := pattern.search(cells[row]):
                yield table.warning(row, column, _describe_mention(match), REMEDY, rule=RULE)


def _check_sources(public: Columns, pattern: Pattern) -> Iterator[Problem]:
    for source in public.sources.values():
        built_in = {name: str(getattr(source, name)) for name in SOURCE_COLUMNS}
        for column, cell in {**built_in, **source.attributes}.items():
            if match := pattern.search(cell):
                what = f"{quote_value(source.id)} {_describe_mention(match)}"
                yield Problem("sources.csv", None, column, what, REMEDY, "warning", rule=RULE)


def _describe_mention(match: re.Match[str]) -> str:
    return f"still names {quote_value(match[0])}, who is withheld."
