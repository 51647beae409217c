"""Paths as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from shlex import quote
from typing import TYPE_CHECKING, Any

from explorer.report import relations
from explorer.report.citations import Citations
from explorer.report.terminal_text import wrap
from graph.analysis.paths.answer import Paths
from graph.analysis.paths.steps import Path
from graph.data.counts import format_count
from graph.select.applied_filter import AppliedFilter
from graph.text.safe import visible

FLAGS = {
    "certain": "--certain",
    "directed": "--directed",
    "in_order": "--in-order",
    "together": "--together",
    "unrated": "--no-unrated",
}

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell
    from graph import Relation
    from graph.data.records import Reference, Standing


def to_text(answer: Paths, *, most: int | None, width: int | None) -> str:
    """Return each path as a sentence and numbered steps, and the sources below.

    Parameters
    ----------
    most
        How many paths to show; None for all that are listed.
    width
        Columns of the terminal; None for lines without breaks.
    """
    time_notes = relations.format_time_notes(answer, width)
    if not answer.paths:
        why = ["", *wrap(visible(_tell_why(answer)), width)] if answer.why else []
        sentence = wrap(visible(answer.sentence), width)
        return "\n".join([*sentence, *why, *time_notes, *_format_question(answer, width)])
    cited = Citations()
    shown = answer.paths[:most]
    lines: list[str] = []
    for number, path in enumerate(shown, 1):
        if most is None and (len(shown) > 1 or answer.path_count > 1):
            lines += [relations.paint_faint(_format_number(answer, number, path))]
        lead = [path.support.time_note] if most is None else answer.lead_notes
        if any(lead):
            lines += [*wrap(" ".join(lead), width), ""]
        lines += [*format_path_lines(path, cited, width), ""]
        lines += [*format_support(answer.describe(path), path, width), ""] if path.steps else []
    rest = _format_rest(answer, len(shown))
    lines = [*lines, *wrap(rest, width)] if rest else lines[:-1]
    sources = relations.format_sources(cited, width)
    question = _format_question(answer, width)
    return "\n".join([*lines, *time_notes, *sources, *question]).rstrip("\n")


def _format_number(answer: Paths, number: int, path: Path) -> str:
    """Return which of how many paths it is; its length, where they differ in it."""
    if answer.question.k is None:
        return f"Path {number:,} of {answer.format_count(answer.path_count)}"
    steps = format_count(len(path.steps), "step")
    return f"Path {number:,} of {len(answer.paths):,}: {steps}"


def _format_question(answer: Paths, width: int | None) -> Sequence[str]:
    """Return the lines that say which paths were asked for, unless the shortest were."""
    sentence = answer.question.sentence
    return ["", *wrap(sentence, width)] if sentence else []


def _tell_why(answer: Paths) -> str:
    """Return why there is no path, with the filters under the names of the options."""
    return answer.why.describe(name_option) if answer.why else ""


def name_option(applied: AppliedFilter) -> str:
    """Return a filter as the options of a command line.

    Examples
    --------
    >>> name_option(AppliedFilter("only", ("ally", "funds")))
    '--only ally,funds'
    >>> name_option(AppliedFilter("between", ("1904", ""), (("certain", True),)))
    '--from 1904 --certain'
    """
    values = [quote(each) if isinstance(each, str) else f"{each:g}" for each in applied.arguments]
    flags = [FLAGS[name] for name, _ in applied.options]
    name = FLAGS.get(applied.name, f"--{applied.name.replace('_', '-')}")
    if applied.name == "between":
        ends = zip(("--from", "--to"), applied.arguments, strict=True)
        return " ".join([*(f"{end} {date}" for end, date in ends if date), *flags])
    if applied.name in ("only", "kind", "basis"):
        values = [",".join(values)]
    return " ".join([*(f"{name} {value}" for value in values or ()), *flags]) or name


def format_path_lines(path: Path, cited: Citations, width: int | None) -> Iterator[str]:
    """Yield a path as its sentence, and its relations by the numbers of their steps."""
    yield from map(relations.paint_strong, wrap(visible(path.sentence), width))
    listing = relations.RelationList(
        (relation for step in path.steps for relation in step.relations), cited, width
    )
    digits = len(str(len(path.steps))) + 2
    if path.steps:
        yield ""
    for number, step in enumerate(path.steps, 1):
        head = f"{number}. ".rjust(digits)
        for relation, standing in step.claims:
            yield from listing.format_lines(
                head, relation.sentence_from(step.source), relation, standing
            )
            head = " " * len(head)


def format_support(notes: Iterable[str], path: Path, width: int | None) -> Iterator[str]:
    """Yield notes on a path, and its id, whole on one line."""
    yield from wrap(visible(" ".join(notes)), width)
    yield relations.paint_faint(f"Cite as {path.id}")


def _format_rest(answer: Paths, shown: int) -> str:
    """Return how many more equally good paths there are, and how to see them."""
    asked, rest = answer.question.k, answer.path_count - shown
    if answer.is_bounded:
        return answer.bound_note
    if asked is not None:
        be = "is only 1 such path" if shown == 1 else f"are only {shown:,} such paths"
        return f"There {be}." if shown < asked else ""
    if rest <= 0:
        return ""
    if shown == 1:
        be, them = ("is", "it") if rest == 1 else ("are", "them")
        return f"There {be} {answer.describe_others()}: --all shows {them}."
    paths = f"{answer.format_count(answer.path_count, 'path')} {answer.likeness}"
    return f"These are the first {shown:,} of {paths}: --limit sets how many are shown."


def to_markdown(answer: Paths, *, most: int | None) -> str:
    """Return each path as Markdown: a sentence, numbered steps, footnotes with sources.

    Parameters
    ----------
    most
        How many paths to show; None for all that are listed.
    """
    from explorer.report.markdown import escape, format_footnotes

    if not answer.paths:
        question = answer.question.sentence
        sentences = (answer.sentence, _tell_why(answer), *answer.time_notes, question)
        return "\n\n".join(map(escape, filter(None, sentences)))
    cited = Citations()
    shown = answer.paths[:most]
    blocks = [] if most is None else [escape(" ".join(answer.lead_notes))]
    for path in shown:
        blocks += [escape(path.support.time_note)] if most is None else []
        blocks += [format_markdown_path(path, cited), escape(" ".join(answer.describe(path)))]
        blocks += [f"Cite as `{path.id}`"] if path.steps else []
    rest = _format_rest(answer, len(shown))
    blocks += map(escape, (rest, *answer.time_notes, answer.question.sentence))
    blocks += ["\n".join(format_footnotes(cited))]
    return "\n\n".join(filter(None, blocks))


def format_markdown_path(path: Path, cited: Citations) -> str:
    """Return the same as Markdown."""
    from explorer.report.markdown import escape, format_relation

    lines = [f"**{escape(path.sentence)}**", ""]
    for number, step in enumerate(path.steps, 1):
        lines.append(f"{number}. {escape(step.sentence_without_dates)}")
        for relation, standing in step.claims:
            item = format_relation(relation.sentence_from(step.source), relation, standing, cited)
            lines.append(" " * len(f"{number}. ") + f"- {item}")
    return "\n".join(lines).rstrip()


def to_dict(answer: Paths) -> Mapping[str, Any]:
    """Return the paths as data, and each relation and source of them once, as they appear."""
    used = {
        relation.id: (relation, standing)
        for path in answer.paths
        for step in path.steps
        for relation, standing in zip(step.relations, step.standings, strict=True)
    }
    return {
        **answer.to_dict(),
        "relations": [relations.to_dict(*each) for each in used.values()],
        "sources": relations.list_sources(relation for relation, _ in used.values()),
    }


COLUMNS = ("path", "step", "from", "to")
"""The first columns of the CSV file; those of a relation follow, then own columns."""


def _list_rows(answer: Paths) -> Iterator[tuple[list[Cell], Relation, Standing]]:
    """Yield the cells of `COLUMNS`, the relation and its standing, for each relation on a path."""
    for path_number, path in enumerate(answer.paths, 1):
        for step_number, step in enumerate(path.steps, 1):
            for relation, standing in zip(step.relations, step.standings, strict=True):
                ends = step.source.id, step.target.id
                yield [path_number, step_number, *ends], relation, standing


def to_json(answer: Paths) -> str:
    """Return paths as JSON; see `to_dict`."""
    from explorer.report.json_csv import format_json

    return format_json(to_dict(answer))


def to_csv(answer: Paths) -> str:
    """Return a CSV row for each relation on each path."""
    return relations.to_csv(COLUMNS, _list_rows(answer))


def list_references(answer: Paths, most: int | None) -> list[Reference]:
    """Return the references of the paths that are shown, each once, as they are first cited."""
    steps = (step for path in answer.paths[:most] for step in path.steps)
    cited = (each for step in steps for relation in step.relations for each in relation.references)
    return list(dict.fromkeys(cited))
