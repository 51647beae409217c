"""`explore path`, a whole process each time, against what others would write."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from functools import partial

from benchmarks.data import Data
from benchmarks.figures import Figure, Goal, Row, Work, compared, faster, megabytes, within
from benchmarks.timing import NotMeasurable, Run, in_turn, peer, python, run

BELARUS = "path", "Lukashenko", "Vilnius"
EXPLORE = python("-m", "explorer")
NO_CACHE = "--no-cache"


def works(data: Data) -> list[Work]:
    """Return what is measured of paths."""
    start, cold = "`explore path`, the Belarus case", "`explore path A B`, {:,}, cold"
    middle, large = cold.format(data.medium), cold.format(data.large)
    more = Goal("most", 200, "at most 200 MB over it")
    again = f"`explore path A B`, {data.large:,}, asked again"
    return [
        Work("start", ((start, "`import networkx`", within(1)),), partial(_start, data)),
        Work(
            "path",
            ((middle, "csv + networkx", faster(4)), (middle, "pandas + networkx", faster(7))),
            partial(_medium, data),
        ),
        Work(
            "path-large",
            (
                (large, "polars + scipy, unchecked, ids only", within(2.5)),
                (f"{large}, peak memory", "the same", more),
            ),
            partial(_large, data),
        ),
        Work("again", ((again, "the Belarus case", within(1.5)),), partial(_again, data)),
    ]


def _start(data: Data, row: tuple[Row, ...]) -> list[Figure]:
    sides = [*EXPLORE, *BELARUS], python("-c", "import networkx")
    rounds = in_turn(data.rounds, *(partial(run, side) for side in sides))
    return [compared(*row[0], [(us.seconds, them.seconds) for us, them in rounds])]


def _medium(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    ours, words = _asked(data, data.medium, cold=True)
    peers = [peer(name, *words, "--names") for name in ("networkx_path", "pandas_path")]
    answer = _answer(data, data.medium, "name")
    for command in peers:
        _same(run(command).output, answer)
    rounds = in_turn(data.rounds, *(partial(run, side) for side in (ours, *peers)))
    return [
        compared(*row, [(each[0].seconds, each[place].seconds) for each in rounds])
        for place, row in enumerate(rows, start=1)
    ]


def _large(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    ours, words = _asked(data, data.large, cold=True)
    theirs = peer("polars_path", *words)
    _same(run(theirs).output, _answer(data, data.large, "id"))
    rounds: list[tuple[Run, ...]] = in_turn(data.long, partial(run, ours), partial(run, theirs))
    time = compared(*rows[0], [(us.seconds, them.seconds) for us, them in rounds])
    us, them = ([side.megabytes for side in sides] for sides in zip(*rounds, strict=True))
    over = tuple(mine - yours for mine, yours in zip(us, them, strict=True))
    return [time, Figure(*rows[1], megabytes(us), megabytes(them), over, "MB")]


def _again(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    if not _has_no_cache():
        raise NotMeasurable("explore keeps nothing between runs")
    ours, _ = _asked(data, data.large, cold=False)
    with tempfile.TemporaryDirectory() as place:
        kept = {"XDG_CACHE_HOME": place}
        sides = (partial(run, side, kept) for side in (ours, [*EXPLORE, *BELARUS]))
        rounds = in_turn(data.rounds, *sides)
    return [compared(*rows[0], [(us.seconds, them.seconds) for us, them in rounds])]


def _asked(data: Data, relations: int, *, cold: bool) -> tuple[list[str], list[str]]:
    """Return our command, and what a peer is told: the folder and the two actors."""
    folder, pair = str(data.folder(relations)), data.question(relations)
    options = [NO_CACHE] if cold and _has_no_cache() else []
    return [*EXPLORE, "--data", folder, *options, "path", *pair], [folder, *pair]


def _has_no_cache() -> bool:
    return NO_CACHE in run([*EXPLORE, "--help"]).output


def _answer(data: Data, relations: int, column: str) -> Sequence[str]:
    """Return our path as a peer would print it: its length, then an id or a name a line."""
    ours, (folder, *_) = _asked(data, relations, cold=True)
    told = json.loads(run([*ours, "--format", "json"]).output)
    actors = told["paths"][0]["actors"]
    if column == "name":
        names = run(peer("names", folder, *actors)).output.splitlines()
        return [str(told["length"]), *names]
    return [str(told["length"]), *actors]


def _same(output: str, answer: Sequence[str]) -> None:
    if output.splitlines() != list(answer):
        raise NotMeasurable(f"the answers differ: {output.split()} and {list(answer)}")
