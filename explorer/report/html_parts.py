"""The parts of answers as HTML: sentences, relations, steps, lists and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from explorer.report.relations import format_own_cells
from graph import Actor, Relation
from graph.analysis.paths.steps import Step
from graph.data.records import Reference, Standing
from graph.data.sentences import qualify_sentence
from graph.text.safe import visible


def render_sentence(parts: Sequence[str]) -> str:
    """Return a sentence as HTML; its parts come from the data and from our own words in turn.

    Examples
    --------
    >>> render_sentence(("A", " funds ", "B"))
    '<bdi>A</bdi> funds <bdi>B</bdi>'
    """
    return "".join(
        escape(visible(part)) if number % 2 else escape_text(part)
        for number, part in enumerate(parts)
    )


def escape_text(value: str) -> str:
    """Return text of the data as HTML without markup, isolated from the direction around it.

    Examples
    --------
    >>> escape_text("<b>")
    '<bdi>&lt;b&gt;</bdi>'
    """
    return f"<bdi>{escape(visible(value))}</bdi>"


class SourceList:
    """The sources of what is shown, numbered in the order in which they are cited."""

    def __init__(self) -> None:
        self.numbers: dict[Reference, int] = {}

    def mark(self, references: Sequence[Reference]) -> str:
        """Return the numbers of some references in brackets, to follow a sentence."""
        numbers = sorted({self.numbers.setdefault(r, len(self.numbers) + 1) for r in references})
        return "".join(f" [{number}]" for number in numbers)

    def render(self) -> str:
        """Return the numbered list of all that was cited; nothing when nothing was."""
        if not self.numbers:
            return ""
        items = "".join(f"<li>{escape_text(_cite(each))}</li>" for each in self.numbers)
        return f"<p>Sources</p><ol>{items}</ol>"


def _cite(reference: Reference) -> str:
    if isinstance(reference, str):
        return reference
    return f"{reference.citation} {reference.url or reference.archive_url}".rstrip()


def render_relation(
    relation: Relation, actor: Actor, standing: Standing, sources: SourceList
) -> str:
    """Return a relation as a list item, read from one end, with all that is known of it."""
    parts = relation.parts_from(actor)
    sentence = render_sentence(parts) + escape(visible(qualify_sentence("", relation, standing)))
    more = filter(None, [relation.note, *format_own_cells(relation.attributes)])
    lines = "".join(f"<br><small>{escape_text(line)}</small>" for line in more)
    return f"<li>{sentence}{sources.mark(relation.references)}{lines}</li>"


def render_steps(steps: Sequence[Step], sources: SourceList) -> str:
    """Return steps as a numbered list, with the relations of each."""
    items = "".join(
        f"<li>{render_sentence(step.split(dates=False))}<ul>"
        + "".join(
            render_relation(relation, step.source, standing, sources)
            for relation, standing in step.claims
        )
        + "</ul></li>"
        for step in steps
    )
    return f"<ol>{items}</ol>" if items else ""


def render_own_cells(row: Mapping[str, str]) -> str:
    """Return the own columns that a row fills as a list; nothing when it fills none."""
    items = "".join(f"<li>{escape_text(line)}</li>" for line in format_own_cells(row))
    return f"<ul>{items}</ul>" if items else ""


def render_list(heading: str, items: Sequence[str]) -> str:
    """Return texts of HTML as a list under a heading; nothing where there are none."""
    return render_group(heading, [f"<li>{item}</li>" for item in items])


def render_group(heading: str, items: Sequence[str]) -> str:
    """Return items of a list under a heading; nothing where there are none."""
    return f"<p>{heading}</p><ul>{''.join(items)}</ul>" if items else ""


def render_paragraphs(texts: Iterable[str]) -> str:
    """Return texts of the data as HTML, a paragraph each."""
    return "".join(f"<p>{escape_text(text)}</p>" for text in texts)
