"""Measure `explore path`, a whole process each time, against what others would write."""

from __future__ import annotations

import json
import re
import shlex
import statistics
import tempfile
from collections.abc import Sequence
from functools import partial

from benchmarks.data import Data
from benchmarks.results import (
    Figure,
    Goal,
    Row,
    Work,
    compare_rounds,
    format_megabytes,
    format_seconds,
    require_faster,
    require_within,
)
from benchmarks.timing import (
    ROOT,
    NotMeasurable,
    Run,
    build_peer_command,
    build_python_command,
    run,
    run_in_turn,
)

BELARUS = "path", "Lukashenko", "Vilnius"
EXPLORE = build_python_command("-m", "explorer")
NO_CACHE = "--no-cache"
QUESTION = re.compile(r"^explore (.+)$", re.MULTILINE)
OPTIONS = {
    "--by voices": require_within(1.5),
    "--by confidence": require_within(1.5),
    "--by influence": require_within(1.5),
    "--no-hubs": require_within(1.5),
    "--max-length 9": require_within(1.5),
    "--avoid ally": require_within(1.5),
    "--min-confidence 0.7": require_within(1.5),
    "--avoid-actor a0000001": require_within(1.5),
    "--avoid-kind movement": require_within(1.5),
    "--basis stated": require_within(1.5),
    "--at 2010": require_within(1.5),
    "--from 2000 --to 2015": require_within(1.5),
    "--at 2010 --avoid ally": require_within(1.5),
    "--together": require_within(1.5),
    "--in-order": require_within(1.5),
    "--history": require_within(1.5),
    "--by confidence --no-hubs": require_within(1.5),
    "--k 10": require_within(5),
}


def list_work(data: Data) -> list[Work]:
    """List what is measured of paths."""
    cold = "`explore path A B`, {:,}, cold"
    small = cold.format(data.small)
    small_again = f"`explore path A B`, {data.small:,}, asked again"
    middle, large = cold.format(data.medium), cold.format(data.large)
    more = Goal("most", 100, "at most 100 MB over it")
    recursive = "DuckDB's recursive query, unchecked, ids only"
    again = f"`explore path A B`, {data.large:,}, asked again"
    return [
        Work(
            "path-small",
            (
                (small, "csv + networkx", require_within(1)),
                (small_again, "csv + networkx", require_within(0.75)),
            ),
            partial(_measure_small, data),
        ),
        Work(
            "questions",
            (
                (
                    "the slowest question of docs/paths.md, the Belarus case",
                    "a limit",
                    Goal("most", 0.3, "under 0.3 s"),
                ),
            ),
            partial(_measure_questions, data),
        ),
        Work(
            "path",
            (
                (middle, "csv + networkx", require_within(1)),
                (middle, "pandas + networkx", require_faster(7)),
                (middle, recursive, require_within(1)),
            ),
            partial(_measure_medium, data),
        ),
        Work(
            "path-large",
            (
                (large, "polars + scipy, unchecked, ids only", require_within(1.6)),
                (f"{large}, peak memory", "the same", more),
                (large, recursive, require_within(1)),
            ),
            partial(_measure_large, data),
        ),
        Work(
            "again",
            ((again, "the Belarus case", require_within(1.5)),),
            partial(_measure_again, data),
        ),
        Work(
            "path-options",
            tuple(
                (f"`explore path A B {option}`, {data.large:,}, asked again", "without it", goal)
                for option, goal in OPTIONS.items()
            ),
            partial(_measure_options, data),
        ),
    ]


def _measure_small(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    ours, words = _build_command(data, data.small, cold=True)
    again, _ = _build_command(data, data.small, cold=False)
    peer = build_peer_command("networkx_path", *words, "--names")
    _check_answer(run(peer).output, _find_answer(data, data.small, "name"))
    with tempfile.TemporaryDirectory() as directory:
        environment = {"ACTOR_EXPLORER_CACHE": directory}
        sides = (partial(run, side, environment) for side in (ours, again, peer))
        rounds = run_in_turn(data.rounds, *sides)
    return [
        compare_rounds(*row, [(each[side].seconds, each[2].seconds) for each in rounds])
        for side, row in enumerate(rows)
    ]


def _measure_questions(data: Data, row: tuple[Row, ...]) -> list[Figure]:
    text = (ROOT / "docs" / "paths.md").read_text(encoding="utf-8")
    commands = [[*EXPLORE, *shlex.split(words)] for words in QUESTION.findall(text)]
    rounds = run_in_turn(data.rounds, *(partial(run, command) for command in commands))
    times = [tuple(each.seconds for each in runs) for runs in zip(*rounds, strict=True)]
    slowest = max(times, key=statistics.median)
    return [Figure(*row[0], format_seconds(slowest), "", slowest, "s")]


def _measure_medium(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    ours, words = _build_command(data, data.medium, cold=True)
    peers = [
        build_peer_command(name, *words, "--names") for name in ("networkx_path", "pandas_path")
    ]
    answer = _find_answer(data, data.medium, "name")
    for command in peers:
        _check_answer(run(command).output, answer)
    recursive = build_peer_command("duckdb_path", *words)
    _check_answer(run(recursive).output, _find_answer(data, data.medium, "id"))
    peers.append(recursive)
    rounds = run_in_turn(data.rounds, *(partial(run, side) for side in (ours, *peers)))
    return [
        compare_rounds(*row, [(each[0].seconds, each[index].seconds) for each in rounds])
        for index, row in enumerate(rows, start=1)
    ]


def _measure_large(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    ours, words = _build_command(data, data.large, cold=True)
    peers = [build_peer_command(name, *words) for name in ("polars_path", "duckdb_path")]
    answer = _find_answer(data, data.large, "id")
    for command in peers:
        _check_answer(run(command).output, answer)
    sides = (partial(run, side) for side in (ours, *peers))
    rounds: list[tuple[Run, ...]] = run_in_turn(data.long, *sides)
    time, recursive = (
        compare_rounds(*row, [(each[0].seconds, each[peer].seconds) for each in rounds])
        for row, peer in ((rows[0], 1), (rows[2], 2))
    )
    us, them, _ = ([side.megabytes for side in sides] for sides in zip(*rounds, strict=True))
    over = tuple(mine - yours for mine, yours in zip(us, them, strict=True))
    memory = Figure(*rows[1], format_megabytes(us), format_megabytes(them), over, "MB")
    return [time, memory, recursive]


def _measure_again(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    plain = _build_again(data)
    rounds = _run_with_cache(data, plain, [*EXPLORE, *BELARUS])
    return [compare_rounds(*rows[0], [(us, them) for us, them in rounds])]


def _measure_options(data: Data, rows: tuple[Row, ...]) -> list[Figure]:
    plain = _build_again(data)
    rounds = _run_with_cache(data, plain, *([*plain, *option.split()] for option in OPTIONS))
    return [
        compare_rounds(*row, [(each[index], each[0]) for each in rounds])
        for index, row in enumerate(rows, start=1)
    ]


def _build_again(data: Data) -> list[str]:
    if not _has_no_cache():
        raise NotMeasurable("there is no cache between runs")
    return _build_command(data, data.large, cold=False)[0]


def _run_with_cache(data: Data, *commands: Sequence[str]) -> list[list[float]]:
    """Run commands in turn with one cache, and return how long each took in each round."""
    with tempfile.TemporaryDirectory() as directory:
        environment = {"ACTOR_EXPLORER_CACHE": directory}
        sides = (partial(run, command, environment) for command in commands)
        return [[each.seconds for each in runs] for runs in run_in_turn(data.rounds, *sides)]


def _build_command(data: Data, relations: int, *, cold: bool) -> tuple[list[str], list[str]]:
    """Build our command, and the arguments of a peer: the folder and the two actors."""
    folder, pair = str(data.make_folder(relations)), data.find_question(relations)
    options = [NO_CACHE] if cold and _has_no_cache() else []
    return [*EXPLORE, "--data", folder, *options, "path", *pair], [folder, *pair]


def _has_no_cache() -> bool:
    return NO_CACHE in run([*EXPLORE, "--help"]).output


def _find_answer(data: Data, relations: int, column: str) -> Sequence[str]:
    """Find our path as a peer prints it: its length, then an id or a name on each line."""
    ours, (folder, *_) = _build_command(data, relations, cold=True)
    output = json.loads(run([*ours, "--format", "json"]).output)
    actors = output["paths"][0]["actors"]
    if column == "name":
        names = run(build_peer_command("names", folder, *actors)).output.splitlines()
        return [str(output["length"]), *names]
    return [str(output["length"]), *actors]


def _check_answer(output: str, answer: Sequence[str]) -> None:
    if output.splitlines() != list(answer):
        raise NotMeasurable(f"the answers differ: {output.split()} and {list(answer)}")
