"""What differs between two versions, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import click

from explorer.report import relations
from explorer.report.citations import Citations
from explorer.report.consequences import format_lines, format_markdown_blocks
from explorer.report.terminal_text import hang, wrap
from graph import Actor, Comparison
from graph.comparison.row_changes import ActorChange, RelationChange, UnpairedRelation
from graph.text.safe import visible

COLUMNS = ("family", "id", "change", "field", "before", "after", "sentence")
SIGNS = {"added": "+", "removed": "-", "changed": "~"}
PAINTS = {"added": "green", "removed": "red", "changed": "yellow"}


class DifferenceGroup(NamedTuple):
    """The differences of one kind.

    Parameters
    ----------
    family
        ``actors`` or ``relations``.
    change
        ``added``, ``removed`` or ``changed``.
    """

    family: str
    change: str
    items: Sequence[Any]

    @property
    def heading(self) -> str:
        """The heading of the group."""
        return f"{self.change.capitalize()} {self.family}"


def _list_groups(answer: Comparison) -> Iterator[DifferenceGroup]:
    """Yield the groups with differences, actors first."""
    groups = [
        DifferenceGroup("actors", "added", answer.added_actors),
        DifferenceGroup("actors", "removed", answer.removed_actors),
        DifferenceGroup("actors", "changed", answer.changed_actors),
        DifferenceGroup("relations", "added", answer.added_relations),
        DifferenceGroup("relations", "removed", answer.removed_relations),
        DifferenceGroup("relations", "changed", answer.changed_relations),
    ]
    return (group for group in groups if group.items)


def to_text(answer: Comparison, *, width: int | None) -> str:
    """Return a line for each difference, and the sources below.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    cited = Citations()
    lines = [*map(relations.paint_strong, wrap(answer.sentence, width))]
    for group in _list_groups(answer):
        format_group = _format_actors if group.family == "actors" else _format_relations
        heading = relations.paint_strong(group.heading)
        lines += ["", heading, *format_group(group, cited, width)]
    lines += format_lines(answer.consequences or (), width)
    lines += relations.format_time_notes(answer, width)
    return "\n".join([*lines, *relations.format_sources(cited, width)])


def _format_actors(group: DifferenceGroup, _: Citations, width: int | None) -> Iterator[str]:
    for item in group.items:
        sign, paint = _format_sign(group), _get_paint(group)
        actor = item.after if isinstance(item, ActorChange) else item
        yield from hang(sign, visible(_format_actor(actor)), width, head_paint=paint)
        if isinstance(item, ActorChange):
            yield from hang(" " * len(sign), visible(item.sentence), width, paint=paint)


def _format_actor(actor: Actor) -> str:
    kind = actor.kind.replace("_", " ")
    return (
        f"{actor.name} ({kind})" if actor.id == actor.name else f"{actor.name} ({kind}, {actor.id})"
    )


def _format_relations(group: DifferenceGroup, cited: Citations, width: int | None) -> Iterator[str]:
    rows = [_get_relation(item) for item in group.items]
    listing = relations.RelationList((row.relation for row in rows), cited, width)
    for item, row in zip(group.items, rows, strict=True):
        sentence = row.relation.sentence
        yield from listing.format_lines(_format_sign(group), sentence, row.relation, row.standing)
        if isinstance(item, RelationChange):
            indent = " " * (len(_format_sign(group)) + listing.type_width + 2)
            yield from hang(indent, visible(item.sentence), width, paint=_get_paint(group))


def _get_relation(item: UnpairedRelation | RelationChange) -> UnpairedRelation:
    """Return a relation with its standing; a changed one as it is in the later version."""
    return UnpairedRelation(item.after, item.standing) if isinstance(item, RelationChange) else item


def _format_sign(group: DifferenceGroup) -> str:
    return f"{SIGNS[group.change]} "


def _get_paint(group: DifferenceGroup) -> Callable[[str], str]:
    return lambda text: click.style(text, fg=PAINTS[group.change])


def to_markdown(answer: Comparison) -> str:
    """Return the differences as Markdown: lists under headings, footnotes with sources."""
    from explorer.report.markdown import escape, format_footnotes, format_relation

    cited = Citations()
    blocks = [f"**{escape(answer.sentence)}**"]
    for group in _list_groups(answer):
        items = []
        for item in group.items:
            if group.family == "actors":
                changed = isinstance(item, ActorChange)
                text = escape(_format_actor(item.after if changed else item))
            else:
                row = _get_relation(item)
                text = format_relation(row.relation.sentence, row.relation, row.standing, cited)
            more = f" – {escape(item.sentence)}" if group.change == "changed" else ""
            items.append(f"- {text}{more}")
        blocks += [f"**{group.heading}**", "\n".join(items)]
    blocks += format_markdown_blocks(answer.consequences or ())
    blocks += map(escape, answer.time_notes)
    return "\n\n".join(filter(None, [*blocks, "\n".join(format_footnotes(cited))]))


def to_dict(answer: Comparison) -> Mapping[str, Any]:
    """Return the answer as data, with every field of each relation, and the sources."""
    result = answer.to_dict()
    changes: dict[str, Any] = dict(result["relations"])
    groups = [group for group in _list_groups(answer) if group.family == "relations"]
    for group in groups:
        changes[group.change] = [
            {**_to_dict(item), **row}
            for item, row in zip(group.items, changes[group.change], strict=True)
        ]
    rows = [_get_relation(item) for group in groups for item in group.items]
    cited = relations.list_sources(row.relation for row in rows)
    return {**result, "relations": changes, "sources": cited}


def _to_dict(item: UnpairedRelation | RelationChange) -> Mapping[str, Any]:
    row = _get_relation(item)
    return relations.to_dict(row.relation, row.standing)


def to_json(answer: Comparison) -> str:
    """Return the differences as JSON; see `to_dict`."""
    from explorer.report.json_csv import format_json

    return format_json(to_dict(answer))


def to_csv(answer: Comparison) -> str:
    """Return a CSV row for each difference, and for each field of a changed row."""
    from explorer.report.json_csv import format_csv

    return format_csv(COLUMNS, answer.rows())
