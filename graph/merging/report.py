"""The report of a merge: who is who, what the two folders say differently, what is to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Sized
from dataclasses import asdict, dataclass

from graph.merging.matched_actors import Match, Question
from graph.merging.rows import Conflict
from graph.text.safe import visible

MOST_LISTED = 1_000
ESCAPED = re.compile(r"([\\`*_{}\[\]<>|#])")
Counts = tuple[int, int, int]


@dataclass(frozen=True)
class MergeReport:
    """What a merge decided.

    Parameters
    ----------
    folders
        What the two folders are called.
    actors, relations, sources
        How many rows the first has, the second, and the merged folder.
    shared_relations
        How many relations of the second folder the first has, too.
    matches
        Who is one actor, and why.
    questions
        Who may be one, and stays two.
    conflicts
        The cells about which the two differ.
    renamed
        By table, the ids and types that mean something else in the second folder, and what they
        are called now; relations get a made id.
    private_relations
        How many relations are private because the other folder says so.
    """

    folders: tuple[str, str]
    actors: Counts
    relations: Counts
    sources: Counts
    shared_relations: int
    matches: tuple[Match, ...]
    questions: tuple[Question, ...]
    conflicts: tuple[Conflict, ...]
    renamed: tuple[tuple[str, str, str], ...]
    private_relations: int = 0

    @property
    def guesses(self) -> list[str]:
        """What a careful person should look at, as sentences."""
        found = []
        if self.questions:
            pairs = _count(self.questions, "pair of actors", "pairs of actors")
            found.append(f"{pairs} may be one, and stay two.")
        doubtful = [match for match in self.matches if match.how == "id alone"]
        if doubtful:
            actors = _count(doubtful, "actor has", "actors have")
            found.append(f"{actors} the same id in both folders, and no name in common.")
        if self.conflicts:
            cells = _count(self.conflicts, "cell differs", "cells differ")
            found.append(f"{cells}: the first folder stands, the second is in a column beside it.")
        if self.renamed:
            names = _count(self.renamed, "id or type", "ids or types")
            verb = "is" if len(self.renamed) == 1 else "are"
            found.append(f"{names} of the second folder {verb} renamed.")
        if self.private_relations:
            verb = "relation is" if self.private_relations == 1 else "relations are"
            what = f"{verb} private because the other folder marks the same relation."
            found.append(f"{self.private_relations:,} {what}")
        return found

    def to_dict(self) -> dict[str, object]:
        """Return the report as data for JSON."""
        data = asdict(self)
        data["matches"] = [match._asdict() for match in self.matches]
        data["questions"] = [question._asdict() for question in self.questions]
        return data


def format_report(report: MergeReport) -> str:
    """Return the report as Markdown, for ``merge.md``."""
    one, two = map(_escape, report.folders)
    lines = ["# Merge", "", f"| | {one} | {two} | merged |", "|---|---|---|---|"]
    for name in ("actors", "relations", "sources"):
        counts: Counts = getattr(report, name)
        lines.append(f"| {name} | {counts[0]:,} | {counts[1]:,} | {counts[2]:,} |")
    lines += [
        "",
        f"In both: {len(report.matches):,} actors, {report.shared_relations:,} relations.",
    ]
    lines += ["A story.md or layout.json is not merged: copy the one that you want.", ""]
    guesses = report.guesses or ["Nothing is in doubt."]
    lines += ["## Please look at these", "", *(f"- {text}" for text in guesses), ""]
    lines += _format_section(
        f"Who may be one, and stays two. If they are: `--merge ID=ID`, that of {two} first",
        ["in " + two, "in " + one, "why"],
        [_name_both(each) for each in report.questions],
    )
    lines += _format_section(
        "What the two say differently",
        ["table", "row", "column", one, two],
        [(each.table, each.row, each.column, each.first, each.second) for each in report.conflicts],
    )
    lines += _format_section(
        "What is renamed, as it means something else in the first folder",
        ["table", "was", "is"],
        [(table, was, now or "(made)") for table, was, now in report.renamed],
    )
    others = [match for match in report.matches if match.how != "id" or match[0] != match[1]]
    lines += _format_section(
        "Who is one actor, under another id or name. If they are not: `--apart ID`",
        ["in " + one, "in " + two, "in common"],
        [(match.first, match.second, match.how) for match in others],
    )
    return "\n".join(lines)


def _count(things: Sized, one: str, several: str) -> str:
    return f"{len(things):,} {one if len(things) == 1 else several}"


def _name_both(question: Question) -> tuple[str, str, str]:
    two, one = (question.second, question.second_id), (question.first, question.first_id)
    names = [name if name == actor_id else f"{name} ({actor_id})" for name, actor_id in (two, one)]
    return names[0], names[1], question.reason


def _format_section(title: str, header: Sequence[str], rows: Sequence[Iterable[str]]) -> list[str]:
    if not rows:
        return []
    lines = [f"## {title}", "", f"| {' | '.join(header)} |", f"|{'---|' * len(header)}"]
    lines += [f"| {' | '.join(map(_escape, row))} |" for row in rows[:MOST_LISTED]]
    more = len(rows) - MOST_LISTED
    return [*lines, *([f"and {more:,} more"] if more > 0 else []), ""]


def _escape(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    return ESCAPED.sub(r"\\\1", visible(text))
