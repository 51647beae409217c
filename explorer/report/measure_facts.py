"""What measures mean as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from explorer.report.terminal_text import hang, wrap
from graph.analysis.facts.measure_facts import MeasureFacts

HEAD_ROOM = 13  # columns before the sentences
CSV_HEADER = (
    *("measure", "label", "question", "formula", "scale", "direction", "weights", "signs"),
    *("in_parts", "loops", "misleads", "sources"),
)


def list_facts(facts: MeasureFacts) -> dict[str, str]:
    """Return the facts of a measure but for its label and question, by what each is about.

    Examples
    --------
    >>> from graph.analysis.facts.catalogue import MEASURE_FACTS
    >>> list(list_facts(MEASURE_FACTS["degree"]))[:3]
    ['formula', 'scale', 'direction']
    """
    listed = {name.replace("_", " "): text for name, text in facts.to_dict().items()}
    del listed["label"], listed["question"]
    return listed | {"sources": " ".join(listed["sources"])}


def to_text(measures: Iterable[MeasureFacts], *, width: int | None) -> str:
    """Return a paragraph for each measure, a line or more for each fact.

    Parameters
    ----------
    width
        Columns of the terminal; None for lines without breaks.
    """
    return "\n\n".join("\n".join(_format_lines(facts, width)) for facts in measures)


def _format_lines(facts: MeasureFacts, width: int | None) -> Iterator[str]:
    yield facts.id if facts.label == facts.id else f"{facts.id}: {facts.label}"
    yield from wrap(facts.question, width)
    for name, text in list_facts(facts).items():
        yield from hang(f"  {name:<{HEAD_ROOM - 2}}", text, width)


def to_markdown(measures: Iterable[MeasureFacts]) -> str:
    """Return a heading and a list for each measure."""
    from explorer.report.markdown import escape

    return "\n\n".join(
        "\n".join(
            [
                f"## {escape(facts.label)}",
                "",
                escape(facts.question),
                "",
                *(f"- **{name}**: {escape(text)}" for name, text in list_facts(facts).items()),
            ]
        )
        for facts in measures
    )


def to_json(measures: Iterable[MeasureFacts]) -> str:
    """Return the facts by measure as JSON, as the answer itself has them."""
    from explorer.report.json_csv import format_json

    return format_json({"facts": {facts.id: facts.to_dict() for facts in measures}})


def to_csv(measures: Sequence[MeasureFacts]) -> str:
    """Return a CSV row for each measure."""
    from explorer.report.json_csv import format_csv

    rows = [
        [facts.id, facts.label, facts.question, *list_facts(facts).values()] for facts in measures
    ]
    return format_csv(CSV_HEADER, rows)
