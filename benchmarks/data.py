"""Make the networks that are measured, once, and find a question for each."""

from __future__ import annotations

import csv
import json
import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from benchmarks.timing import ROOT, NotMeasurable, build_python_command, run

# A changed generator makes other networks, in another directory.
GENERATOR = sha256((ROOT / "benchmarks" / "large_network.py").read_bytes()).hexdigest()[:8]


@dataclass(frozen=True)
class Data:
    """The networks of a run, by their number of relations.

    Parameters
    ----------
    small, medium, large
        Numbers of relations: 10,000, 100,000 and 1,000,000, or fewer for a quick run.
    rounds
        How many rounds of short work are measured; `long` for long work.
    given
        Folders with the user's own files, by their number of relations.
    """

    small: int
    medium: int
    large: int
    rounds: int
    long: int
    given: Mapping[int, Path] = field(default_factory=dict)
    directory: Path = Path(tempfile.gettempdir()) / f"explorer-benchmarks-{GENERATOR}"

    def make_folder(self, relations: int) -> Path:
        """Make the folder with this many relations, unless it exists; return it."""
        if relations in self.given:
            return self.given[relations]
        folder = self.directory / str(relations)
        if not (folder / "whole").exists():
            words = "-m", "benchmarks.large_network", str(folder), "--relations", str(relations)
            run(build_python_command(*words))
            (folder / "whole").touch()
        return folder

    def find_question(self, relations: int) -> tuple[str, str]:
        """Find two actors of the network with exactly one shortest path."""
        folder = self.make_folder(relations)
        cached = self.directory / f"question {folder.resolve()}.json".replace(os.sep, "%")
        if not cached.exists():
            self.directory.mkdir(parents=True, exist_ok=True)
            answer = run(build_python_command("-m", "benchmarks.data", str(folder))).output
            cached.write_text(answer, encoding="utf-8")
        source, target = json.loads(cached.read_text(encoding="utf-8"))
        return source, target


def count_relations(folder: Path) -> int:
    """Count the relations of a folder by its lines."""
    try:
        with (folder / "relations.csv").open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(2**20), b"")) - 1
    except OSError as error:
        raise NotMeasurable(str(error)) from error


def find_question(folder: Path) -> tuple[str, str]:
    """Find an actor with few relations, and an actor at the usual distance with a single path."""
    neighbours = defaultdict(set)
    with (folder / "relations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            neighbours[row["source"]].add(row["target"])
            neighbours[row["target"]].add(row["source"])
    for source in sorted(neighbours, key=lambda actor: (len(neighbours[actor]), actor)):
        steps, path_counts = {source: 0}, {source: 1}
        frontier = [source]
        while frontier:
            further: dict[str, int] = {}
            for actor in frontier:
                for neighbour in neighbours[actor]:
                    if neighbour not in steps:  # `- steps.keys()` would iterate over all steps
                        further[neighbour] = further.get(neighbour, 0) + path_counts[actor]
            steps.update(dict.fromkeys(further, steps[frontier[0]] + 1))
            path_counts.update(further)
            frontier = list(further)
        for distance, _ in Counter(steps.values()).most_common():
            unique = [
                actor for actor in steps if steps[actor] == distance > 1 and path_counts[actor] == 1
            ]
            if unique:
                return source, min(unique)
    raise NotMeasurable(f"{folder}: there are no two actors with exactly one path of several steps")


if __name__ == "__main__":
    import sys

    print(json.dumps(find_question(Path(sys.argv[1]))))
