"""What separates two actors as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explorer.report import relations, steps
from explorer.report.citations import Citations
from explorer.report.paths import name_option
from explorer.report.terminal_text import wrap
from graph.analysis.cut.answer import Cut
from graph.data.counts import format_count
from graph.text.safe import visible

SHOWN_PATHS = 5
HEADER = ("set", "nearest", "source", "target")


def _explain(answer: Cut) -> str:
    """Return why there is no path, with the filters under the names of the options."""
    return answer.why.describe(name_option) if answer.why else ""


def list_headings(answer: Cut) -> Iterator[str]:
    """Yield a heading for each of the paths that are shown."""
    for number in range(1, len(answer.paths[:SHOWN_PATHS]) + 1):
        yield f"Path {number} of {answer.count:,}"


def _format_rest(answer: Cut) -> str:
    more = answer.count - SHOWN_PATHS
    return f"{format_count(more, 'more path')}: see --format json." if more > 0 else ""


def to_text(answer: Cut, *, width: int | None) -> str:
    """Return the answer as a sentence, the paths that show it, and the sources below.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    cited = Citations()
    below = filter(None, (_explain(answer), " ".join(answer.cut_notes)))
    blocks: list[Iterable[str]] = [
        map(relations.paint_strong, wrap(visible(answer.sentence), width)),
        [*steps.format_steps([answer.direct], cited, width)] if answer.direct else (),
        *(wrap(visible(text), width) for text in below),
    ]
    for heading, path in zip(list_headings(answer), answer.paths, strict=False):
        lines = steps.format_steps(path.steps, cited, width)
        blocks.append([relations.paint_faint(heading), *lines])
    blocks.append(wrap(_format_rest(answer), width) if _format_rest(answer) else ())
    text = "\n\n".join(filter(None, map("\n".join, blocks)))
    rest = [*relations.format_time_notes(answer, width), *relations.format_sources(cited, width)]
    return "\n".join([text, *rest])


def to_markdown(answer: Cut) -> str:
    """Return the answer as Markdown: a sentence, the paths that show it, footnotes."""
    from explorer.report.markdown import escape, format_footnotes

    cited = Citations()
    blocks = [f"**{escape(answer.sentence)}**"]
    blocks += [steps.format_markdown_steps([answer.direct], cited)] if answer.direct else []
    blocks += map(escape, (_explain(answer), " ".join(answer.cut_notes)))
    for heading, path in zip(list_headings(answer), answer.paths, strict=False):
        blocks += [f"*{escape(heading)}*", steps.format_markdown_steps(path.steps, cited)]
    blocks += map(escape, (_format_rest(answer), *answer.time_notes))
    return "\n\n".join(filter(None, [*blocks, "\n".join(format_footnotes(cited))]))


def to_json(answer: Cut) -> str:
    """Return the answer as JSON, with each relation and source once."""
    return steps.to_json(answer)


def to_csv(answer: Cut) -> str:
    """Return a CSV row for each actor, or step, that must be removed."""
    from explorer.report.json_csv import format_csv

    return format_csv(HEADER, answer.list_rows())
