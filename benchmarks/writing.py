"""Measure what writing a page takes: processor time and memory of the whole process."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from benchmarks.data import Data
from benchmarks.results import Figure, Goal, Row, Work, format_megabytes, format_seconds
from benchmarks.timing import Run, build_python_command, run

EXPLORE = build_python_command("-m", "explorer")


def list_work(data: Data) -> list[Work]:
    """List what is measured of writing pages."""
    page, none = "`explore html`, {}, {}", "nothing: a bound"
    large = f"{data.large:,}"
    rows = (
        (page.format("the Belarus case", "processor time"), none, Goal("most", 1, "at most 1 s")),
        (page.format(large, "processor time"), none, Goal("most", 60, "at most a minute")),
        (page.format(large, "peak memory"), none, Goal("most", 1500, "at most 1.5 GB")),
    )
    return [Work("writing", rows, partial(_measure_writing, data))]


def _measure_writing(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    small = [_write("--example") for _ in range(data.rounds + 1)][1:]
    folder = str(data.make_folder(data.large))
    large = [_write("--data", folder, "--no-cache") for _ in range(data.long)]
    figures = [
        Figure(*row, format_seconds(times), "", tuple(times), "s")
        for row, runs in zip(rows, (small, large), strict=False)
        for times in [[each.processor for each in runs]]
    ]
    memory = [each.megabytes for each in large]
    return [*figures, Figure(*rows[2], format_megabytes(memory), "", tuple(memory), "MB")]


def _write(*words: str) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        return run([*EXPLORE, *words, "html", "-o", str(Path(folder, "page.html"))])
