"""Names of nobody: unknown, n/a, a dash. Whoever bears one has nothing to do with another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from graph.data.counts import format_count
from graph.data.dictionary_column import replace_values
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.errors import Problem, quote_value

NOBODY_NAMES = re.compile(
    r"[\s\-_–—―−.?¿*/\\,;:!…'\"()\[\]]+|\(?(?:unknown|not[ _]known|unnamed|unidentified|"
    r"undisclosed|anonymous|nobody|n\.?/?a\.?|none|null|nil|nan|no[ _]name|"
    r"not[ _](?:available|applicable)|to be determined|tb[acd])\)?[.?]*",
    re.IGNORECASE,
)


def is_nobody(name: str) -> bool:
    """Return whether a name is one of nobody: a placeholder, or punctuation alone.

    Examples
    --------
    >>> [is_nobody(name) for name in ("Unknown", "n/a", "-", "Nan Goldin", "7")]
    [True, True, True, False, False]
    """
    return NOBODY_NAMES.fullmatch(name) is not None


def check_nobody(actors: Table) -> Iterator[Problem]:
    """Warn about each actor whose name is one of nobody; relations of many may meet in it."""
    made_from = len(actors) - actors.made_count
    for row in find_rows(actors.cells("name"), is_nobody):
        if row < made_from:
            what = f"{quote_value(actors.cells('name')[row])} is the name of nobody."
            remedy = "Relations that have nothing to do with each other may meet in this actor."
            remedy += " Give each of them an actor of its own."
            yield actors.warning(row, "name", what, remedy, rule="nobody")


def part_nobodies(
    ends: Mapping[str, Sequence[str]], unknown: Collection[str]
) -> tuple[dict[str, Sequence[str]], dict[str, list[int]]]:
    """Return the ends of relations with one nobody for each actor at the other end.

    Parameters
    ----------
    ends
        The cells of `source` and `target`.
    unknown
        Cells that name no actor.

    Returns
    -------
    dict
        The new cells.
    dict
        For each name of nobody the rows that have it.

    Examples
    --------
    >>> ends = {"source": ["n/a", "n/a"], "target": ["Ann", "Bob"]}
    >>> part_nobodies(ends, ["n/a"])
    ({'source': ['n/a (Ann)', 'n/a (Bob)'], 'target': ['Ann', 'Bob']}, {'n/a': [0, 1]})
    """
    nobodies = {name for name in unknown if is_nobody(name)}
    new, rows_of = dict(ends), dict[str, list[int]]()
    others = dict(zip(ends, [*ends.values()][::-1], strict=True))
    for column, cells in ends.items():
        rows = find_rows(cells, nobodies.__contains__) if nobodies else ()
        if rows:
            for row in rows:
                rows_of.setdefault(cells[row], []).append(row)
            texts = {row: f"{cells[row]} ({others[column][row]})" for row in rows}
            new[column] = replace_values(cells, texts)
    return new, rows_of


def note_nobodies(relations: Table, rows_of: Mapping[str, list[int]]) -> Iterator[Problem]:
    """Yield a warning for each name of nobody that ends of relations have."""
    for name, rows in rows_of.items():
        count = format_count(len(rows), "end")
        what = f"{quote_value(name)} is the name of nobody, at {count}."
        remedy = "It is a different actor for each actor at the other end."
        column = "source" if relations.cells("source")[rows[0]] == name else "target"
        yield relations.warning(min(rows), column, what, remedy, rule="nobody")
