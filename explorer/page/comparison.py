"""What the page knows of two versions: how each row changed, and what the changed ones were."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from explorer.page.columns import Packed, pack, unpack
from explorer.page.measured import communities, measures
from explorer.page.network_document import actor_columns, relation_columns
from explorer.page.presentation import Presentation
from graph.comparison.comparison import ActorChange, Comparison, FieldChange, RelationChange
from graph.data.vocabulary import RelationType

CHANGES = ("same", "removed", "added", "changed")
"""How a row may have changed; the page counts them from 0."""


def comparison_document(
    comparison: Comparison, kinds: Sequence[str], types: Sequence[RelationType]
) -> dict[str, Any]:
    """Return how the rows of a comparison's union changed, ready for JSON.

    Parameters
    ----------
    comparison
        Two versions, of which the page shows the union.
    kinds, types
        What the page has a number for.

    Returns
    -------
    dict
        ``before`` and ``after`` (how many actors and relations each version has), and of
        ``actors`` and of ``relations``: ``changes`` (for each row its place in `CHANGES`),
        ``changed`` (the rows that changed), ``fields`` (for each of these: field, what it was,
        what it is) and ``was`` (these rows as they were, in the network's columns).
    """
    union = comparison.union
    actors, relations = _changed(union.actor_changes), _changed(union.relation_changes)
    every = [relation_type.name for relation_type in types]
    ids = union.network.columns.actors.cells("id"), union.network.columns.relation_ids
    return {
        "before": _counts(comparison.before.actor_numbers, comparison.before.relation_numbers),
        "after": _counts(comparison.after.actor_numbers, comparison.after.relation_numbers),
        "actors": {
            "changes": _numbers(union.actor_changes),
            "changed": actors,
            "fields": _fields(comparison.changed_actors, [ids[0][row] for row in actors]),
            "was": actor_columns(replace(union.earlier, actor_numbers=actors), kinds),
        },
        "relations": {
            "changes": _numbers(union.relation_changes),
            "changed": relations,
            "fields": _fields(comparison.changed_relations, [ids[1][row] for row in relations]),
            "was": relation_columns(replace(union.earlier, relation_numbers=relations), every),
        },
    }


def _counts(actors: Sequence[int], relations: Sequence[int]) -> dict[str, int]:
    return {"actors": len(actors), "relations": len(relations)}


def _changed(changes: Iterable[str]) -> list[int]:
    return [row for row, change in enumerate(changes) if change == "changed"]


def _numbers(changes: Iterable[str]) -> Packed:
    return pack(CHANGES.index(change) for change in changes)


def _fields(
    changes: Iterable[ActorChange] | Iterable[RelationChange], ids: Iterable[str]
) -> list[list[list[str]]]:
    """Return the fields that differ of the rows with some ids, in their order."""
    known: Mapping[str, Sequence[FieldChange]] = {each.after.id: each.fields for each in changes}
    return [[[one.field, one.before, one.after] for one in known[name]] for name in ids]


def later_measured(comparison: Comparison) -> dict[str, Any]:
    """Return what `explorer.page.measured` finds in the later version, for the union's actors.

    An actor that was removed has no score, and is in no community.
    """
    union = comparison.union
    actors = [row for row, change in enumerate(union.actor_changes) if change != "removed"]
    relations = [row for row, change in enumerate(union.relation_changes) if change != "removed"]
    later = replace(union.network, actor_numbers=actors, relation_numbers=relations)
    found, groups = measures(later), communities(later)

    def spread(column: Packed) -> Packed:
        values: list[Any] = [None] * len(union.actor_changes)
        for row, value in zip(actors, unpack(column, len(actors)), strict=True):
            values[row] = value
        return pack(values)

    return {
        "measures": [{**measure, "scores": spread(measure["scores"])} for measure in found],
        "communities": {
            **groups,
            "number": spread(groups["number"]),
            "foremost": [[actors[place] for place in group] for group in groups["foremost"]],
        },
    }


def presented(presentation: Presentation, comparison: Comparison) -> Presentation:
    """Return what the page of a comparison says about itself; it opens on no story.

    Where no title or description is given, they say what is compared, and how much differs.
    """
    told = replace(presentation, story=False)
    if told.description is None:
        told = replace(told, description=comparison.sentence)
    named = told.of(comparison.after)
    title = f"What changed: {named.title}" if told.title is None else told.title
    return replace(named, title=title)
