"""Answers of the engine, displayed as HTML in a notebook."""

from graph.analysis.answer import Answer
from graph.analysis.paths.answer import Paths


def display_answers() -> None:
    """Let a notebook display every answer of the engine as HTML."""
    Answer.set_html_renderer(_render)
    Paths.set_card_writer(_write_card)


def _render(answer: Answer) -> str:
    from explorer.report.answer_html import render_html

    return render_html(answer)


def _write_card(answer: Paths) -> str:
    from explorer.report.paths import to_markdown

    return to_markdown(answer, most=1)
