"""The networks that are measured on, made once, and the question asked of each."""

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

from benchmarks.timing import ROOT, NotMeasurable, python, run

# A generator that has changed makes other networks, elsewhere.
MAKER = sha256((ROOT / "benchmarks" / "large_network.py").read_bytes()).hexdigest()[:8]


@dataclass(frozen=True)
class Data:
    """Folders by number of relations, in thousands and in millions as a run needs them.

    Parameters
    ----------
    small, medium, large
        How many relations: 10,000, 100,000 and 1,000,000, or fewer for a quick run.
    rounds
        How many rounds of short work are measured; `long` of long work.
    given
        Folders of somebody's own, by how many relations they have.
    """

    small: int
    medium: int
    large: int
    rounds: int
    long: int
    given: Mapping[int, Path] = field(default_factory=dict)
    place: Path = Path(tempfile.gettempdir()) / f"explorer-benchmarks-{MAKER}"

    def folder(self, relations: int) -> Path:
        """Return the folder with so many relations, made when it is not there."""
        if relations in self.given:
            return self.given[relations]
        folder = self.place / str(relations)
        if not (folder / "whole").exists():
            words = "-m", "benchmarks.large_network", str(folder), "--relations", str(relations)
            run(python(*words))
            (folder / "whole").touch()
        return folder

    def question(self, relations: int) -> tuple[str, str]:
        """Return two actors of the network who are joined by one shortest path alone."""
        folder = self.folder(relations)
        kept = self.place / f"question {folder.resolve()}.json".replace(os.sep, "%")
        if not kept.exists():
            self.place.mkdir(parents=True, exist_ok=True)
            found = run(python("-m", "benchmarks.data", str(folder))).output
            kept.write_text(found, encoding="utf-8")
        source, target = json.loads(kept.read_text(encoding="utf-8"))
        return source, target


def count(folder: Path) -> int:
    """Return how many relations a folder has, by its lines."""
    try:
        with (folder / "relations.csv").open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(2**20), b"")) - 1
    except OSError as error:
        raise NotMeasurable(str(error)) from error


def question(folder: Path) -> tuple[str, str]:
    """Return an early actor and one at the usual distance to whom one shortest path leads."""
    near = defaultdict(set)
    with (folder / "relations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            near[row["source"]].add(row["target"])
            near[row["target"]].add(row["source"])
    for source in sorted(near, key=lambda actor: (len(near[actor]), actor)):
        steps, ways = {source: 0}, {source: 1}
        edge = [source]
        while edge:
            further: dict[str, int] = {}
            for actor in edge:
                for other in near[actor]:
                    if other not in steps:  # `- steps.keys()` would go through all of them
                        further[other] = further.get(other, 0) + ways[actor]
            steps.update(dict.fromkeys(further, steps[edge[0]] + 1))
            ways.update(further)
            edge = list(further)
        for usual, _ in Counter(steps.values()).most_common():
            alone = [actor for actor in steps if steps[actor] == usual > 1 and ways[actor] == 1]
            if alone:
                return source, min(alone)
    raise NotMeasurable(f"{folder}: no two actors are joined by one path of several steps alone")


if __name__ == "__main__":
    import sys

    print(json.dumps(question(Path(sys.argv[1]))))
