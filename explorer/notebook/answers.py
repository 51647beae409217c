"""Answers of the engine, displayed as HTML in a notebook."""

from graph.analysis.answer import Answer


def display_answers() -> None:
    """Let a notebook display every answer of the engine as HTML."""
    Answer.set_html_renderer(_render)


def _render(answer: Answer) -> str:
    from explorer.report.answer_html import render_html

    return render_html(answer)
