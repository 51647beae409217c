"""Measure how soon the command line answers, against a bare `import networkx`.

Each side runs in an environment of its own, made by pip, with bytecode compiled: one with networkx
alone, one with the explorer and all that it needs, one with networkx and the explorer's own files.
"""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.data import Data
from benchmarks.results import Figure, Goal, Row, Work, compare_rounds, require_within
from benchmarks.timing import ROOT, NotMeasurable, run, run_in_turn

BELARUS = "--example", "path", "Lukashenko", "Vilnius"
BARE = "`import networkx`, alone in an environment"
COMPLETE = {"_EXPLORE_COMPLETE": "bash_complete", "COMP_LINE": "explore path --for"}
IMPORT = "-c", "import networkx"


def list_work(data: Data) -> list[Work]:
    """List what is measured of starting."""
    third = Goal("most", 1 / 3, "within a third")
    rows = (
        ("`explore path`, the Belarus case, cold", BARE, Goal("most", 0.5, "within half")),
        ("`explore --help`", BARE, third),
        ("completing an option", BARE, third),
        ("`import networkx` with the explorer beside it", BARE, require_within(1.02)),
    )
    return [Work("start", rows, partial(_measure_start, data))]


def _measure_start(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    with tempfile.TemporaryDirectory() as place:
        bare = _make_environment(Path(place, "bare"), "networkx")
        ours = _make_environment(Path(place, "ours"), ".")
        beside = _make_environment(Path(place, "beside"), "networkx")
        _install(beside, "--no-deps", ".")
        explore = str(Path(ours).with_name("explore"))
        sides = (
            partial(run, [bare, *IMPORT]),
            partial(run, [explore, *BELARUS]),
            partial(run, [explore, "--help"]),
            partial(run, [explore], COMPLETE),
            partial(run, [beside, *IMPORT]),
        )
        rounds = run_in_turn(3 * data.rounds, *sides)
    return [
        compare_rounds(*row, [(each[side].seconds, each[0].seconds) for each in rounds])
        for side, row in enumerate(rows, 1)
    ]


def _make_environment(place: Path, *packages: str) -> str:
    """Make an environment with some packages; return its Python."""
    run([sys.executable, "-m", "venv", str(place)])
    folder = place / ("Scripts" if os.name == "nt" else "bin")
    python = str(folder / f"python{'.exe' if os.name == 'nt' else ''}")
    _install(python, *packages)
    return python


def _install(python: str, *words: str) -> None:
    try:
        run([python, "-m", "pip", "install", "-q", "--compile", *words])
    except NotMeasurable as reason:
        raise NotMeasurable(f"pip cannot install {words[-1]} from {ROOT.name}: {reason}") from None
