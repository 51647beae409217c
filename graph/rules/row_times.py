"""Conditions in SQL about time: what may end before another begins, and who may not live then."""

from __future__ import annotations

from graph.rules.row_query import differs

SORTED_DATE = "[0-9]{4}(-[0-9]{2}){0,2}"
"""Dates of which an earlier one is the lesser text."""
_LIVES = " UNION ALL ".join(
    f"SELECT {name} AS spelling, start AS born, actors.end AS died"
    " FROM actors WHERE start <> '' OR actors.end NOT IN ('', '..', 'ended')"
    for name in ("id", "name")
)


def precedes(one: str, other: str) -> str:
    """Return the condition that a date may end before another begins; both are filled for that.

    Parameters
    ----------
    one, other
        The SQL of the two dates.

    Examples
    --------
    >>> precedes("died", "born").partition(" OR ")[0]
    "died <> '' AND born <> '' AND (died < substr(born, 1, length(died))"
    """
    plain = f"{differs(one, SORTED_DATE)} OR {differs(other, SORTED_DATE)}"
    begins = f"{one} < substr({other}, 1, length({one}))"  # 2020 is not before 2020-05
    return f"{one} <> '' AND {other} <> '' AND ({begins} OR {plain})"


def leaves_life(column: str) -> str:
    """Return the condition that a relation may not be within the life of the actor at an end.

    Parameters
    ----------
    column
        The end: ``source`` or ``target``.

    Examples
    --------
    >>> "lives.spelling = relations.source" in leaves_life("source")
    True
    """
    born, died, start, end = "lives.born", "lives.died", "relations.start", "relations.end"
    end_known, death_known = (f"{date} NOT IN ('..', 'ended')" for date in (end, died))
    before = f"({precedes(start, born)} OR ({end_known} AND {precedes(end, born)}))"
    after = f"({precedes(died, start)} OR ({end_known} AND {precedes(died, end)}))"
    return (
        f"EXISTS (SELECT 1 FROM ({_LIVES}) AS lives WHERE lives.spelling = relations.{column}"
        f" AND ({before} OR ({death_known} AND {after})))"
    )
