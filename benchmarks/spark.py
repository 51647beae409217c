"""Measure Spark beside one process, and write the sizing table into docs/scale.md.

Run it from the repository's root, in an environment with the extra `spark`, on Linux::

    python -m benchmarks.spark FOLDER                    1, 3 and 10 million relations
    python -m benchmarks.spark FOLDER --sizes 1000000    one size, printed alone

The networks are written into the folder unless they are there. Of each question the seconds, the
seconds of processor time and the peak memory are taken, with all processes that it starts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.large_network import make_id, write_network
from benchmarks.timing import ROOT

PAGE = ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- sizing: python -m benchmarks.spark -->\n", "<!-- end of sizing -->\n"
SIZES = (1_000_000, 3_000_000, 10_000_000)
RECKONED = (30_000_000, 100_000_000)
TICKS, PAGE_SIZE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
WAIT = 0.1  # seconds between two looks
HERE = ("--largest-file", "4GiB", "--most-cells", "1000000000", "--no-cache")
HEADER = (
    "| relations | question | on Spark: seconds | processor | memory "
    "| one process: seconds | processor | memory |\n|---|---|---|---|---|---|---|---|\n"
)


class Cost(NamedTuple):
    """Seconds, seconds of processor time, and peak memory in GB."""

    seconds: float
    processor: float
    gigabytes: float


def measure(command: Sequence[str]) -> Cost | None:
    """Run a command, and return what it costs with all that it starts; None where it fails."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as spoken:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=spoken, stderr=spoken, start_new_session=True
        )
        times, most = dict[int, float](), 0
        while process.poll() is None:
            memory = 0
            for pid, seconds, size in _list_processes(process.pid):
                times[pid], memory = seconds, memory + size
            most = max(most, memory)
            time.sleep(WAIT)
        cost = Cost(time.perf_counter() - start, sum(times.values()), most / 1e9)
        if process.returncode:
            spoken.seek(0)
            print(spoken.read().decode(errors="replace")[-500:], file=sys.stderr)
    return None if process.returncode else cost


def _list_processes(session: int) -> Iterator[tuple[int, float, int]]:
    """Yield number, processor time and memory of each process of a session."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(") ")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if int(fields[3]) == session:
            used = (int(fields[11]) + int(fields[12])) / TICKS
            yield int(folder.name), used, int(fields[21]) * PAGE_SIZE


def list_questions(relations: int, folder: Path) -> dict[str, list[str]]:
    """Return the questions that are put, by name."""
    source, target = make_id(relations // 500), make_id(relations // 6)
    return {
        "check": ["check"],
        "path": ["path", source, target],
        "extract": ["extract", str(folder), "--ego", target, "--depth", "2"],
    }


def measure_size(data: Path, relations: int) -> Iterator[tuple[str, Cost | None, Cost | None]]:
    """Yield each question of a size with its cost on Spark and in one process."""
    for name in list_questions(relations, data):
        costs = []
        for options in (("--engine", "spark"), HERE):
            with tempfile.TemporaryDirectory() as scratch:
                words = list_questions(relations, Path(scratch, "part"))[name]
                explore = [sys.executable, "-m", "explorer", "--data", str(data), *options]
                costs.append(measure([*explore, *words]))
                print(f"{relations:,} {name}: {costs[-1]}", file=sys.stderr, flush=True)
        yield name, costs[0], costs[1]


def _format_cost(cost: Cost | None) -> str:
    if cost is None:
        return "fails | |"
    return f"{cost.seconds:.3g} s | {cost.processor:.3g} s | {cost.gigabytes:.1f} GB"


def _reckon(rows: dict[int, dict[str, Cost | None]]) -> Iterator[str]:
    """Yield rows of larger sizes: as from the largest size but one to the largest."""
    if len(rows) < 2:  # noqa: PLR2004 - a line has two points
        return
    small, large = sorted(rows)[-2:]
    for size in RECKONED:
        for name, last in rows[large].items():
            first = rows[small][name]
            if first and last:
                times = (size - large) / (large - small)
                here, there = (
                    max(0.0, end + (end - begin) * times)
                    for begin, end in zip(first[:2], last[:2], strict=True)
                )
                yield f"| {size:,}, reckoned | {name} | {here:.0f} s | {there:.0f} s | | | | |\n"


def build_table(folder: Path, sizes: Sequence[int]) -> str:
    """Measure, and return the table."""
    lines, there = [HEADER], dict[int, dict[str, Cost | None]]()
    for relations in sizes:
        data = folder / f"{relations // 1_000_000}m"
        if not (data / "relations.csv").exists():
            write_network(data, relations)
        for name, spark, here in measure_size(data, relations):
            there.setdefault(relations, {})[name] = spark
            cells = f"{_format_cost(spark)} | {_format_cost(here)}"
            lines.append(f"| {relations:,} | {name} | {cells} |\n")
    load = f"{os.getloadavg()[2]:.1f} processes ran at a time on {os.cpu_count()} cores."
    return "".join([*lines, *_reckon(there), f"\nIn the last quarter of an hour {load}\n"])


def main() -> None:
    """Measure, and write the table into docs/scale.md, or print that of chosen sizes."""
    parser = argparse.ArgumentParser(description="Measure Spark beside one process.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options = parser.parse_args()
    table = build_table(options.folder.resolve(), options.sizes)
    if tuple(options.sizes) != SIZES:
        print(table)
        return
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(before + BEGIN + table + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
