"""Communities as a table or as lists of members, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from explorer.report.terminal_text import align, wrap
from graph import Actor
from graph.analysis.communities import Communities
from graph.analysis.community import Community
from graph.data.counts import format_count
from graph.text.safe import visible

if TYPE_CHECKING:
    from rich.console import Group

    from explorer.report.json_csv import Cell

HEADER = ("community", "actors", "relations", "foremost", "mostly")
RIGHT = (True, True, True, False, False)
CSV_HEADER = ("community", "name", "kind", "id", "weight")
SHOWN_TYPES = 3  # relation types that are named for a community


class ShownCommunities(NamedTuple):
    """The communities of an answer that are shown.

    Parameters
    ----------
    answer
        All communities.
    top
        How many are shown; None for all.
    """

    answer: Communities
    top: int | None = None

    @property
    def communities(self) -> Sequence[Community]:
        """The communities that are shown."""
        return self.answer.communities[: self.top]

    @property
    def is_cut(self) -> bool:
        """Whether some communities are not shown."""
        return len(self.communities) < len(self.answer.communities)

    @property
    def caption(self) -> str:
        """How many communities are shown, and the notes of the answer."""
        total = len(self.answer.communities)
        if not total:
            return str(self.answer)
        counts = f"{len(self.communities):,} of {total:,} communities."
        more = f" --top {total} shows all." if self.is_cut else ""
        return " ".join([counts + more, *self.answer.notes])


def _format_cells(shown: ShownCommunities) -> Iterator[list[str]]:
    for each in shown.communities:
        counts = (each.number, len(each.actors), each.within_count)
        yield [
            *(f"{count:,}" for count in counts),
            _format_names(each.foremost),
            _format_types(each),
        ]


def _format_names(actors: Sequence[Actor]) -> str:
    return ", ".join(visible(actor.name) for actor in actors)


def _format_types(community: Community) -> str:
    counts = list(community.type_counts.items())[:SHOWN_TYPES]
    return ", ".join(f"{visible(name)} {count:,}" for name, count in counts)


def _format_heading(community: Community) -> str:
    actors = format_count(len(community.actors), "actor")
    within = format_count(community.within_count, "relation")
    return (
        f"Community {community.number:,}: {actors}, {within} within, "
        f"{community.outside_count:,} to others; mostly {_format_types(community)}"
    )


def to_text(shown: ShownCommunities, *, members: bool, width: int | None) -> str:
    """Return the communities as aligned columns, or each with its members.

    Parameters
    ----------
    members
        Whether to list all members.
    width
        Columns of the terminal; None for lines without breaks.
    """
    if not shown.communities:
        return "\n".join(wrap(shown.caption, width))
    lines = list(_format_members(shown, width) if members else _format_table(shown))
    return "\n".join([*lines, "", *wrap(shown.caption, width)])


def _format_table(shown: ShownCommunities) -> list[str]:
    return align([list(HEADER), *_format_cells(shown)], RIGHT)


def _format_members(shown: ShownCommunities, width: int | None) -> Iterator[str]:
    for index, each in enumerate(shown.communities):
        yield from [""] if index else []
        yield from wrap(_format_heading(each), width)
        yield from wrap(_format_names(each.actors), width)


def to_rich_table(shown: ShownCommunities) -> Group:
    """Return a table for a terminal, in which long cells are wrapped."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    caption = Text(shown.caption, style="dim")
    if not shown.communities:
        return Group(caption)
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name, right in zip(HEADER, RIGHT, strict=True):
        grid.add_column(name, justify="right" if right else "left", overflow="fold")
    for row in _format_cells(shown):
        grid.add_row(*map(Text, row))
    return Group(grid, Text(""), caption)


def to_markdown(shown: ShownCommunities, *, members: bool) -> str:
    """Return a Markdown table, or each community with its members, and the caption below."""
    from explorer.report.markdown import escape, format_table

    if not shown.communities:
        return escape(shown.caption)
    if not members:
        return f"{format_table(HEADER, _format_cells(shown), RIGHT)}\n\n{escape(shown.caption)}"
    parts = [
        f"**{escape(_format_heading(each))}**\n\n"
        + "\n".join(f"- {escape(actor.name)}" for actor in each.actors)
        for each in shown.communities
    ]
    return "\n\n".join([*parts, escape(shown.caption)])


def to_json(shown: ShownCommunities) -> str:
    """Return the communities as JSON, and whether some were left out."""
    from explorer.report.json_csv import format_json

    answer = shown.answer.to_dict()
    answer["communities"] = answer["communities"][: shown.top]
    return format_json({**answer, "cut_short": shown.is_cut})


def to_csv(shown: ShownCommunities) -> str:
    """Return a CSV row for each member, and for actors without community unless `top` cuts."""
    from explorer.report.json_csv import format_csv

    return format_csv(CSV_HEADER, _to_rows(shown))


def _to_rows(shown: ShownCommunities) -> Iterator[list[Cell]]:
    for each in shown.communities:
        for actor, weight in zip(each.actors, each.weights, strict=True):
            yield [each.number, actor.name, actor.kind, actor.id, weight]
    for actor in () if shown.is_cut else shown.answer.isolates:
        yield [None, actor.name, actor.kind, actor.id, 0]
