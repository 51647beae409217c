"""One command: measure, and write the table into docs/performance.md.

Run it from the repository's root, in its environment with the `bench` extras::

    python -m benchmarks                  everything, about a quarter of an hour
    python -m benchmarks --quick          the same on small networks: whether it works at all
    python -m benchmarks path load        some of it, printed and not written
    python -m benchmarks --data FOLDER    on somebody's own files, in place of the nearest size
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import circumstances, table
from benchmarks.data import Data, count
from benchmarks.figures import Figure, Work
from benchmarks.timing import ROOT, NotMeasurable

PAGE = ROOT / "docs" / "performance.md"
FAMILIES = "paths", "loading", "measures", "betweenness", "drawing", "pages", "scaling"
SIZES, QUICK = (10_000, 100_000, 1_000_000), (1_000, 5_000, 20_000)


def works(data: Data) -> list[Work]:
    """Return everything that is measured, family by family."""
    modules = (importlib.import_module(f"benchmarks.{family}") for family in FAMILIES)
    return [work for module in modules for work in module.works(data)]


def figures(chosen: Sequence[Work]) -> Iterator[Figure]:
    """Yield the figures of each work; what cannot be measured says why."""
    for work in chosen:
        print(f"{work.name} ...", file=sys.stderr, flush=True)
        try:
            yield from work.measure(work.rows)
        except NotMeasurable as reason:
            yield from (Figure(*row, reason=str(reason)) for row in work.rows)


def _data(told: argparse.Namespace) -> Data:
    sizes = QUICK if told.quick else SIZES
    given = {}
    for folder in told.data:
        relations = count(folder)
        given[min(sizes, key=lambda size: abs(size - relations))] = folder.resolve()
    rounds, long = (3, 1) if told.quick else (told.rounds, max(3, told.rounds // 3))
    return Data(*sizes, rounds, long, given)


def _told() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure against what others would write."
    )
    parser.add_argument("names", nargs="*", help="what to measure; everything unless told")
    parser.add_argument("--list", action="store_true", help="say what there is, measure nothing")
    parser.add_argument("--quick", action="store_true", help="small networks, few rounds")
    parser.add_argument("--rounds", type=int, default=7, help="of short work; 7 unless told")
    parser.add_argument("--data", type=Path, action="append", default=[], metavar="FOLDER")
    return parser.parse_args()


def main() -> None:
    told = _told()
    data = _data(told)
    every = {work.name: work for work in works(data)}
    if unknown := set(told.names) - set(every):
        sys.exit(f"no such measurement: {', '.join(sorted(unknown))}; there are {', '.join(every)}")
    if told.list:
        print(*every, sep="\n")
        return
    found = []
    for figure in figures([every[name] for name in told.names or every]):
        found.append(figure)
        # A run that is cut short leaves these.
        print(f"  {figure.told}", file=sys.stderr, flush=True)
    whose = "given: " + ", ".join(map(str, told.data)) if told.data else "made by large_network.py"
    written = table.rendered(found, circumstances.told(whose, data.rounds))
    print(written)
    if not (told.names or told.quick or told.data):
        PAGE.write_text(table.put(PAGE.read_text(encoding="utf-8"), written), encoding="utf-8")


if __name__ == "__main__":
    main()
