"""Measure everything, and write the table into docs/performance.md.

Run it from the repository's root, in its environment with the `bench` extras::

    python -m benchmarks                  everything, about half an hour
    python -m benchmarks --quick          the same on small networks: whether it works at all
    python -m benchmarks path load        some of it, printed and not rendered
    python -m benchmarks --data FOLDER    on your own files, instead of the nearest size
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import environment, table
from benchmarks.data import Data, count_relations
from benchmarks.results import Figure, Work
from benchmarks.timing import ROOT, NotMeasurable

PAGE = ROOT / "docs" / "performance.md"
FAMILIES = (
    "start", "paths", "loading", "measures", "betweenness", "layout", "writing", "pages", "scaling",
)  # fmt: skip
SIZES, QUICK = (10_000, 100_000, 1_000_000), (1_000, 5_000, 20_000)
HUGE = 10_000_000  # relations


def list_work(data: Data) -> list[Work]:
    """List everything that is measured, family by family."""
    modules = (importlib.import_module(f"benchmarks.{family}") for family in FAMILIES)
    return [work for module in modules for work in module.list_work(data)]


def measure_all(chosen: Sequence[Work]) -> Iterator[Figure]:
    """Measure each work; a figure that cannot be measured says why."""
    for work in chosen:
        print(f"{work.name} ...", file=sys.stderr, flush=True)
        try:
            yield from work.measure(work.rows)
        except NotMeasurable as reason:
            yield from (Figure(*row, reason=str(reason)) for row in work.rows)


def _choose_data(options: argparse.Namespace) -> Data:
    sizes = QUICK if options.quick else SIZES
    given = {}
    for folder in options.data:
        relations = count_relations(folder)
        given[min(sizes, key=lambda size: abs(size - relations))] = folder.resolve()
    rounds, long = (3, 1) if options.quick else (options.rounds, max(3, options.rounds // 3))
    return Data(*sizes, rounds, long, 0 if options.quick else HUGE, given)


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure against what others would write."
    )
    parser.add_argument("names", nargs="*", help="what to measure; by default everything")
    parser.add_argument(
        "--list", action="store_true", help="list the measurements, measure nothing"
    )
    parser.add_argument("--quick", action="store_true", help="small networks, few rounds")
    parser.add_argument("--rounds", type=int, default=7, help="of short work; 7 by default")
    parser.add_argument("--data", type=Path, action="append", default=[], metavar="FOLDER")
    return parser.parse_args()


def main() -> None:
    options = _parse_arguments()
    data = _choose_data(options)
    work_by_name = {work.name: work for work in list_work(data)}
    if unknown := set(options.names) - set(work_by_name):
        known = ", ".join(work_by_name)
        sys.exit(f"unknown measurement: {', '.join(sorted(unknown))}. There are: {known}")
    if options.list:
        print(*work_by_name, sep="\n")
        return
    results = []
    for figure in measure_all([work_by_name[name] for name in options.names or work_by_name]):
        results.append(figure)
        # These stay when the run is interrupted.
        print(f"  {figure.summary}", file=sys.stderr, flush=True)
    whose = (
        "given: " + ", ".join(map(str, options.data))
        if options.data
        else "made by large_network.py"
    )
    rendered = table.render_table(results, environment.describe(whose, data.rounds))
    print(rendered)
    if not (options.names or options.quick or options.data):
        PAGE.write_text(
            table.insert_table(PAGE.read_text(encoding="utf-8"), rendered), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
