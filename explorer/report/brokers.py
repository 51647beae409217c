"""Brokers as text, Markdown, JSON and CSV: a table, who parts others, and key players."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from explorer.report.relations import paint_strong
from explorer.report.terminal_text import hang, wrap
from graph.analysis.brokers.answer import Broker, Brokers, describe_parting
from graph.analysis.brokers.roles import ROLES
from graph.data.counts import format_count
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell

CSV_HEADER = ("name", "betweenness", "constraint", "effective_size", "parted_count", "group")
PARTING = "Without whom others lose touch"
PLAYERS = "Key players"
FIGURES = ("betweenness", "constraint", "effective size", "cut off")


class ShownBrokers(NamedTuple):
    """How much of an answer is shown.

    Parameters
    ----------
    answer
        The answer.
    top
        How many brokers are listed; None for all.
    """

    answer: Brokers
    top: int | None = None

    @property
    def brokers(self) -> Sequence[Broker]:
        """The brokers that are listed."""
        return self.answer.brokers[: self.top]

    @property
    def is_cut(self) -> bool:
        """Whether some are not listed."""
        return len(self.brokers) < len(self.answer.brokers)

    @property
    def caption(self) -> str:
        """The notes of the answer, and how to list more."""
        count = format_count(len(self.answer.brokers), "actor")
        more = f" {len(self.brokers):,} of {count} are listed: --top lists more." * self.is_cut
        return " ".join(self.answer.notes) + more


def _format_figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _list_cells(broker: Broker) -> list[str]:
    figures = broker.betweenness, broker.constraint, broker.effective_size
    return [*map(_format_figure, figures), f"{broker.parted_count:,}"]


def _describe_roles(broker: Broker) -> str:
    """Return the roles that a broker has, the most frequent first."""
    found = sorted(broker.roles.items(), key=lambda each: -each[1])
    return ", ".join(f"{role} {count:,}" for role, count in found if count)


def list_header(shown: ShownBrokers) -> list[str]:
    """Return the header of the table of brokers."""
    return ["actor", *FIGURES, f"roles between {shown.answer.grouping}s"]


def list_rows(shown: ShownBrokers) -> list[list[str]]:
    """Return the cells of the table of brokers as text; none where no two actors have relations."""
    if not shown.answer.edge_count:
        return []
    return [[each.actor.name, *_list_cells(each), _describe_roles(each)] for each in shown.brokers]


def _list_parting(shown: ShownBrokers) -> Iterator[str]:
    for broker in shown.answer.parting[: shown.top]:
        text = describe_parting([broker])
        yield f"{text[0].upper()}{text[1:]}."


def to_text(shown: ShownBrokers, *, width: int | None) -> str:
    """Return the brokers with their figures and roles, who parts others, and key players.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    lines = [*wrap(visible(shown.answer.sentence), width)]
    if not shown.answer.edge_count:
        return "\n".join(lines)
    lines += ["", paint_strong(f"Brokers, with their roles between {shown.answer.grouping}s")]
    for broker in shown.brokers:
        pairs = zip(FIGURES, _list_cells(broker), strict=True)
        figures = ", ".join(f"{name} {value}" for name, value in pairs)
        roles = _describe_roles(broker)
        text = f"{broker.actor.name}: {figures}" + (f"; {roles}" if roles else "")
        lines += hang("- ", visible(text), width)
    for heading, sentences in list_player_parts(shown):
        lines += ["", paint_strong(heading)]
        for sentence in sentences:
            lines += hang("- ", visible(sentence), width)
    return "\n".join([*lines, "", *wrap(visible(shown.caption), width)])


def list_player_parts(shown: ShownBrokers) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each list of sentences with its heading."""
    for heading, sentences in (
        (PARTING, [*_list_parting(shown)]),
        (PLAYERS, shown.answer.player_sentences),
    ):
        if sentences:
            yield heading, sentences


def to_markdown(shown: ShownBrokers) -> str:
    """Return the same as Markdown, with the brokers in a table."""
    from explorer.report.markdown import escape, format_table

    blocks = [escape(shown.answer.sentence)]
    if shown.answer.edge_count:
        right = [False, *[True] * len(FIGURES), False]
        blocks.append(format_table(list_header(shown), list_rows(shown), right))
    for heading, sentences in list_player_parts(shown):
        items = "\n".join(f"- {escape(sentence)}" for sentence in sentences)
        blocks += [f"**{heading}**", items]
    return "\n\n".join(filter(None, [*blocks, escape(shown.caption)]))


def to_json(shown: ShownBrokers) -> str:
    """Return the answer as JSON."""
    from explorer.report.json_csv import format_json

    answer = shown.answer.to_dict()
    answer["brokers"] = answer["brokers"][: shown.top]
    return format_json({**answer, "cut_short": shown.is_cut})


def to_csv(shown: ShownBrokers) -> str:
    """Return a CSV row for each broker."""
    from explorer.report.json_csv import format_csv

    return format_csv((*CSV_HEADER, *ROLES, "id"), map(_to_row, shown.brokers))


def _to_row(broker: Broker) -> list[Cell]:
    figures: list[Cell] = [broker.betweenness, broker.constraint, broker.effective_size]
    roles: list[Cell] = [*broker.roles.values()]
    counts: list[Cell] = [broker.parted_count, broker.group]
    return [broker.actor.name, *figures, *counts, *roles, broker.actor.id]
