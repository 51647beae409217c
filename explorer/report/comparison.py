"""What differs between two versions, as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import click

from explorer.report import relations
from explorer.report.citations import Citations
from explorer.report.text import hanging, wrapped
from graph.comparison.comparison import ActorChange, Comparison, RelationChange, RelationOnce
from graph.data.records import Actor
from graph.text.safe import visible

COLUMNS = ("family", "id", "change", "field", "before", "after", "sentence")
SIGNS = {"added": "+", "removed": "-", "changed": "~"}
PAINTS = {"added": "green", "removed": "red", "changed": "yellow"}


class Group(NamedTuple):
    """Differences of one sort.

    Parameters
    ----------
    family
        ``actors`` or ``relations``.
    how
        ``added``, ``removed`` or ``changed``.
    """

    family: str
    how: str
    items: Sequence[Any]

    @property
    def heading(self) -> str:
        """What the group is called."""
        return f"{self.how.capitalize()} {self.family}"


def _groups(answer: Comparison) -> Iterator[Group]:
    """Yield the groups that are not empty, actors first."""
    groups = [
        Group("actors", "added", answer.added_actors),
        Group("actors", "removed", answer.removed_actors),
        Group("actors", "changed", answer.changed_actors),
        Group("relations", "added", answer.added_relations),
        Group("relations", "removed", answer.removed_relations),
        Group("relations", "changed", answer.changed_relations),
    ]
    return (group for group in groups if group.items)


def text(answer: Comparison, *, width: int | None) -> str:
    """Return every difference as a line, the sources below.

    Parameters
    ----------
    width
        Columns of the terminal; None leaves every line whole.
    """
    cited = Citations()
    lines = [*map(relations.strong, wrapped(answer.sentence, width))]
    for group in _groups(answer):
        told = _actor_lines if group.family == "actors" else _relation_lines
        lines += ["", relations.strong(group.heading), *told(group, cited, width)]
    return "\n".join([*lines, *relations.source_lines(cited, width)])


def _actor_lines(group: Group, _: Citations, width: int | None) -> Iterator[str]:
    for item in group.items:
        told = _actor(item.after) if isinstance(item, ActorChange) else _actor(item)
        yield from hanging(_head(group), visible(told), width, head_paint=_paint(group))
        if isinstance(item, ActorChange):
            indent = " " * len(_head(group))
            yield from hanging(indent, visible(item.sentence), width, paint=_paint(group))


def _actor(actor: Actor) -> str:
    return f"{actor.name} ({actor.kind.replace('_', ' ')}, {actor.id})"


def _relation_lines(group: Group, cited: Citations, width: int | None) -> Iterator[str]:
    rows = [_relation(item) for item in group.items]
    listing = relations.Listing((row.relation for row in rows), cited, width)
    for item, row in zip(group.items, rows, strict=True):
        sentence = row.relation.sentence
        yield from listing.lines(_head(group), sentence, row.relation, row.standing)
        if isinstance(item, RelationChange):
            indent = " " * (len(_head(group)) + listing.type_width + 2)
            yield from hanging(indent, visible(item.sentence), width, paint=_paint(group))


def _relation(item: RelationOnce | RelationChange) -> RelationOnce:
    """Return a relation with its standing; of one that changed, what it is now."""
    return RelationOnce(item.after, item.standing) if isinstance(item, RelationChange) else item


def _head(group: Group) -> str:
    return f"{SIGNS[group.how]} "


def _paint(group: Group) -> Callable[[str], str]:
    return lambda told: click.style(told, fg=PAINTS[group.how])


def markdown(answer: Comparison) -> str:
    """Return the same as Markdown: lists under headings in bold, footnotes with sources."""
    from explorer.report.markdown import escaped, footnotes, relation_item

    cited = Citations()
    blocks = [f"**{escaped(answer.sentence)}**"]
    for group in _groups(answer):
        items = []
        for item in group.items:
            if group.family == "actors":
                changed = isinstance(item, ActorChange)
                told = escaped(_actor(item.after if changed else item))
            else:
                row = _relation(item)
                told = relation_item(row.relation.sentence, row.relation, row.standing, cited)
            more = f" – {escaped(item.sentence)}" if group.how == "changed" else ""
            items.append(f"- {told}{more}")
        blocks += [f"**{group.heading}**", "\n".join(items)]
    return "\n\n".join(filter(None, [*blocks, "\n".join(footnotes(cited))]))


def data(answer: Comparison) -> Mapping[str, Any]:
    """Return the answer as data, each relation with all that is known of it."""
    known = answer.to_dict()
    told: dict[str, Any] = dict(known["relations"])
    for group in _groups(answer):
        if group.family == "relations":
            told[group.how] = [
                {**_data(item), **row}
                for item, row in zip(group.items, told[group.how], strict=True)
            ]
    return {**known, "relations": told}


def _data(item: RelationOnce | RelationChange) -> Mapping[str, Any]:
    row = _relation(item)
    return relations.data(row.relation, row.standing)


def json(answer: Comparison) -> str:
    """Return what differs as JSON; see `data`."""
    from explorer.report.data import json_text

    return json_text(data(answer))


def csv(answer: Comparison) -> str:
    """Return what differs as CSV, a row a difference, and one a field for what changed."""
    from explorer.report.data import csv_text

    return csv_text(COLUMNS, answer.rows())
