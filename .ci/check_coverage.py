"""Print how many lines and branches of every room tests take; hold those in HELD to 95 %.

A room is a folder of graph/ or explorer/. COVERAGE_FILE names what a run of the tests measured.
"""

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import coverage

REQUIRED = 95
HELD = {
    "explorer",
    "explorer/brief",
    "explorer/cli",
    "explorer/cli/commands",
    "explorer/notebook",
    "explorer/page",
    "explorer/picture",
    "explorer/report",
    "graph",
    "graph/analysis",
    "graph/analysis/balance",
    "graph/analysis/brokers",
    "graph/analysis/camps",
    "graph/analysis/connection",
    "graph/analysis/cut",
    "graph/analysis/doubt",
    "graph/analysis/facts",
    "graph/analysis/large",
    "graph/analysis/paths",
    "graph/analysis/pattern",
    "graph/analysis/timeline",
    "graph/backend",
    "graph/cache",
    "graph/comparison",
    "graph/data",
    "graph/errors",
    "graph/exporting",
    "graph/formats",
    "graph/importing",
    "graph/importing/cells",
    "graph/importing/network_files",
    "graph/importing/roles",
    "graph/importing/shapes",
    "graph/importing/tables",
    "graph/layout",
    "graph/merging",
    "graph/names",
    "graph/rules",
    "graph/saved",
    "graph/select",
    "graph/sharing",
    "graph/text",
}
COUNTS = ("covered_lines", "covered_branches", "num_statements", "num_branches")


def main() -> int:
    """Print every room with its share, and the lines that no test takes where that is too low."""
    rooms = defaultdict(list)
    for path, file in _measure().items():
        rooms[Path(path).parent.as_posix()].append((path, file))
    lacking = 0
    for room, files in sorted(rooms.items()):
        share = _share(file["summary"] for _, file in files)
        print(f"{share:6.1f} %  {room}{'' if room in HELD else '  (not held yet)'}")
        if share < REQUIRED:
            lacking += room in HELD
            for path, file in files:
                _print_missing(path, file)
    if lacking:
        print(f"{lacking} rooms that are held are below {REQUIRED} %.")
    return bool(lacking)


def _measure() -> dict[str, dict]:
    """Return what was measured of each file."""
    measured = coverage.Coverage()
    measured.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coverage.json"
        measured.json_report(outfile=str(path))
        return json.loads(path.read_text(encoding="utf-8"))["files"]


def _share(summaries: Iterable[dict]) -> float:
    """Return the percentage of lines and branches that tests take."""
    totals = dict.fromkeys(COUNTS, 0)
    for summary in summaries:
        for name in COUNTS:
            totals[name] += summary[name]
    covered = totals["covered_lines"] + totals["covered_branches"]
    count = totals["num_statements"] + totals["num_branches"]
    return 100 * covered / count if count else 100.0


def _print_missing(path: str, file: dict) -> None:
    lines = file["missing_lines"]
    branches = [f"{start}->{end}" for start, end in file["missing_branches"] if start not in lines]
    if lines or branches:
        print(f"          {path}:", *lines, *branches)


if __name__ == "__main__":
    sys.exit(main())
