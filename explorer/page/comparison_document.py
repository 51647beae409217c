"""Build the page's data on two versions: how each row changed, and what it said before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from explorer.page.measures import build_communities, build_measures
from explorer.page.network_document import build_actor_columns, build_relation_columns
from explorer.page.packed_columns import Packed, pack, unpack
from explorer.page.presentation import Presentation
from graph import Comparison, RelationType
from graph.comparison.row_changes import ActorChange, FieldChange, RelationChange
from graph.comparison.union import VersionUnion
from graph.saved.link_fields import CHANGES


def build_comparison_document(
    comparison: Comparison, kinds: Sequence[str], types: Sequence[RelationType]
) -> dict[str, Any]:
    """Describe how the rows of a comparison's union changed, ready for JSON.

    Parameters
    ----------
    comparison
        Two versions, of which the page shows the union.
    kinds, types
        The kinds and types that the page has numbers for.

    Returns
    -------
    dict
        ``before`` and ``after`` (how many actors and relations each version has), and of
        ``actors`` and of ``relations``: ``changes`` (for each row its index in `CHANGES`),
        ``changed`` (the rows that changed, or are over in one version only), ``fields`` (for each
        of these: field, what it was, what it is) and ``was`` (these rows as they were, in the
        network's columns).
    """
    union = comparison.union
    actors, relations = _list_changed(union.actor_changes), _list_changed_relations(union)
    type_names = [relation_type.name for relation_type in types]
    ids = union.network.columns.actors.cells("id"), union.network.columns.relation_ids
    return {
        "before": _count_rows(comparison.before.actor_numbers, comparison.before.relation_numbers),
        "after": _count_rows(comparison.after.actor_numbers, comparison.after.relation_numbers),
        "actors": {
            "changes": _pack_changes(union.actor_changes),
            "changed": actors,
            "fields": _list_fields(comparison.changed_actors, [ids[0][row] for row in actors]),
            "was": build_actor_columns(replace(union.earlier, actor_numbers=actors), kinds),
        },
        "relations": {
            "changes": _pack_changes(union.relation_changes),
            "changed": relations,
            "fields": _list_fields(
                comparison.changed_relations, [ids[1][row] for row in relations]
            ),
            "was": build_relation_columns(
                replace(union.earlier, relation_numbers=relations), type_names
            ),
        },
    }


def _count_rows(actors: Sequence[int], relations: Sequence[int]) -> dict[str, int]:
    return {"actors": len(actors), "relations": len(relations)}


def _list_changed(changes: Iterable[str]) -> list[int]:
    return [row for row, change in enumerate(changes) if change == "changed"]


def _list_changed_relations(union: VersionUnion) -> list[int]:
    """List the relations that changed, and those of which other rows change the tense.

    These are over, or still to come, in one version only.
    """
    now, was = union.network.columns, union.earlier.columns
    return [
        row
        for row, change in enumerate(union.relation_changes)
        if change == "changed"
        or (
            change == "same"
            and (now.over[row] != was.over[row] or now.planned[row] != was.planned[row])
        )
    ]


def _pack_changes(changes: Iterable[str]) -> Packed:
    return pack(CHANGES.index(change) for change in changes)


def _list_fields(
    changes: Iterable[ActorChange] | Iterable[RelationChange], ids: Iterable[str]
) -> list[list[list[str]]]:
    """List the fields that differ, for rows with these ids, in their order."""
    fields_of: Mapping[str, Sequence[FieldChange]] = {
        each.after.id: each.fields for each in changes
    }
    return [
        [[change.field, change.before, change.after] for change in fields_of.get(name, ())]
        for name in ids
    ]


def measure_later_version(comparison: Comparison) -> dict[str, Any]:
    """Measure the later version (see `explorer.page.measures`) for the union's actors.

    A removed actor has no score and no community.
    """
    union = comparison.union
    actors = [row for row, change in enumerate(union.actor_changes) if change != "removed"]
    relations = [row for row, change in enumerate(union.relation_changes) if change != "removed"]
    later = replace(union.network, actor_numbers=actors, relation_numbers=relations)
    later_measures, division = build_measures(later), build_communities(later)

    def spread(column: Packed) -> Packed:
        values: list[Any] = [None] * len(union.actor_changes)
        for row, value in zip(actors, unpack(column, len(actors)), strict=True):
            values[row] = value
        return pack(values)

    return {
        "measures": [
            {**measure, "scores": spread(measure["scores"])} for measure in later_measures
        ],
        "communities": {
            **division,
            "number": spread(division["number"]),
            "foremost": [[actors[index] for index in group] for group in division["foremost"]],
        },
    }


def present_comparison(presentation: Presentation, comparison: Comparison) -> Presentation:
    """Complete the presentation of a comparison's page, which never opens on a story.

    By default, title and description say what is compared and how much differs.
    """
    described = replace(presentation, story=False)
    if described.description is None:
        described = replace(described, description=comparison.sentence)
    named = described.complete(comparison.after)
    title = f"What changed: {named.title}" if described.title is None else described.title
    return replace(named, title=title)
