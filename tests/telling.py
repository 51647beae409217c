"""The rule by which equally short paths are ordered, in plain terms and without the engine.

Rows are dictionaries with the columns of relations.csv; a network is its rows and its actors.
"""

import itertools

from graph.data.vocabulary import TYPES

MUTUAL = {name for name, each in TYPES.items() if each.mutual}
WITHOUT_INFLUENCE = {name for name, each in TYPES.items() if not each.influence}
NEVER, ALWAYS = "0000", "9999-99-99"


def parallel(rows, here, there, *, directed):
    """Return the rows between two actors that can be walked from one to the other."""
    return [
        row
        for row in rows
        if (row["source"], row["target"]) == (here, there)
        or (
            (row["target"], row["source"]) == (here, there)
            and (row["type"] in MUTUAL or not directed)
        )
    ]


def asserted(rows):
    return [row for row in rows if row.get("stance") != "disputes"]


def is_contested(row, rows):
    ends = {row["source"], row["target"]}
    return any(
        other.get("stance") == "disputes"
        and other["type"] == row["type"]
        and (
            {other["source"], other["target"]} == ends
            if row["type"] in MUTUAL
            else other["source"] == row["source"]
        )
        for other in rows
    )


def is_firm(rows):
    return any(
        not is_contested(row, rows) and row.get("basis") != "alleged" for row in asserted(rows)
    )


def confidence(rows):
    return max(float(row.get("confidence") or 0.5) for row in asserted(rows))


def voices(rows, voice_of):
    """Return the voices of a step, given that of each reference (by default itself)."""
    cited = {part for row in asserted(rows) for part in row.get("reference", "").split("|") if part}
    return len({voice_of.get(part, part) for part in cited})


def held(row, actors):
    """Return the first and last day of a relation as text, within those of its actors."""
    parts = [row, actors[row["source"]], actors[row["target"]]]
    first = max(part.get("start") or NEVER for part in parts)
    ends = [part.get("end") or ALWAYS for part in parts]
    if TYPES[row["type"]].event and not row.get("end"):
        ends[0] = row.get("start") or ALWAYS
    return first, min(map(pad, ends))


def pad(date):
    """Return the last day of a partial date, as text that is not before any of its days."""
    return date + "-99-99"[len(date) - 10 :] if len(date) < 10 else date


def can_hold_at_once(steps, actors):
    spans = [[held(row, actors) for row in asserted(rows)] for rows in steps]
    moments = [first for step in spans for first, _ in step]
    return any(
        all(any(first <= moment <= last for first, last in step) for step in spans)
        for moment in moments
    )


def is_dated(row):
    return bool(row.get("start") or row.get("end"))


def rank(path, rows, actors, *, directed=False, voice_of=None, known=is_dated):  # noqa: PLR0913 - parts of a rule
    """Return what paths are compared by: the lower, the earlier.

    `known` says of a row whether its time is known: under a date, whether it certainly holds.
    """
    steps = [
        parallel(rows, here, there, directed=directed) for here, there in itertools.pairwise(path)
    ]
    excused = {
        number
        for number, end in ((0, path[0]), (len(steps) - 1, path[-1]))
        if actors[end]["kind"] == "place"
    }
    powerless = [
        number
        for number, step in enumerate(steps)
        if {row["type"] for row in asserted(step)} <= WITHOUT_INFLUENCE
    ]
    weakest = min(
        ((confidence(step), voices(step, voice_of or {})) for step in steps), default=(0, 0)
    )
    order = list(actors)
    return (
        len(set(powerless) - excused),
        sum(not is_firm(step) for step in steps),
        sum(not any(map(known, asserted(step))) for step in steps),
        bool(steps) and not can_hold_at_once(steps, actors),
        -round(sum(map(confidence, steps)), 9),
        -weakest[1],
        [order.index(actor) for actor in path],
    )
