"""The smallest network that connects several actors as text, Markdown, JSON and CSV."""

from __future__ import annotations

from explorer.report import relations, steps
from explorer.report.citations import Citations
from explorer.report.paths import name_option
from explorer.report.terminal_text import wrap
from graph.analysis.connection.answer import Connection
from graph.text.safe import visible


def _explain(answer: Connection) -> str:
    """Return why there is none, with the filters under the names of the options."""
    return answer.why.describe(name_option) if answer.why else ""


def to_text(answer: Connection, *, width: int | None) -> str:
    """Return the answer as a sentence and numbered steps, and the sources below.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    cited = Citations()
    below = filter(None, (_explain(answer), " ".join(answer.network_notes)))
    blocks = [
        map(relations.paint_strong, wrap(visible(answer.sentence), width)),
        steps.format_steps(answer.steps, cited, width),
        *(wrap(visible(text), width) for text in below),
    ]
    lines = "\n\n".join(filter(None, map("\n".join, blocks)))
    rest = [*relations.format_time_notes(answer, width), *relations.format_sources(cited, width)]
    return "\n".join([lines, *rest])


def to_markdown(answer: Connection) -> str:
    """Return the answer as Markdown: a sentence, numbered steps, footnotes with sources."""
    from explorer.report.markdown import escape, format_footnotes

    cited = Citations()
    blocks = [
        f"**{escape(answer.sentence)}**",
        steps.format_markdown_steps(answer.steps, cited),
        *map(escape, (_explain(answer), " ".join(answer.network_notes), *answer.time_notes)),
        "\n".join(format_footnotes(cited)),
    ]
    return "\n\n".join(filter(None, blocks))


def to_json(answer: Connection) -> str:
    """Return the answer as JSON, with each relation and source once."""
    return steps.to_json(answer)


def to_csv(answer: Connection) -> str:
    """Return a CSV row for each relation of the network."""
    return steps.to_csv(answer.steps)
