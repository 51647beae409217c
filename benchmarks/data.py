"""Make the networks that are measured, once, and find a question for each."""

from __future__ import annotations

import csv
import json
import os
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from benchmarks.timing import ROOT, NotMeasurable, build_python_command, run

# A changed generator makes other networks, in another directory.
GENERATOR = sha256((ROOT / "benchmarks" / "large_network.py").read_bytes()).hexdigest()[:8]

FOREIGN: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("actors.csv", "nodes.csv"): {
        "id": "Id", "name": "Label", "kind": "Category", "aliases": "Also known as",
        "description": "Notes", "start": "Founded", "reference": "Link",
    },
    ("relations.csv", "edges.csv"): {
        "source": "From", "target": "To", "type": "Relationship", "start": "Since",
        "weight": "Strength", "confidence": "Certainty", "reference": "Source URL",
    },
}  # fmt: skip
"""By our file and another program's the names of its columns."""


@dataclass(frozen=True)
class Data:
    """The networks of a run, by their number of relations.

    Parameters
    ----------
    small, medium, large
        Numbers of relations: 10,000, 100,000 and 1,000,000, or fewer for a quick run.
    rounds
        How many rounds of short work are measured; `long` for long work.
    huge
        10,000,000 relations, which are asked once; 0 for none.
    given
        Folders with the user's own files, by their number of relations.
    """

    small: int
    medium: int
    large: int
    rounds: int
    long: int
    huge: int = 0
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

    def make_foreign(self, relations: int) -> Path:
        """Make the folder with the same files under the headers of another program; return it."""
        folder, foreign = self.make_folder(relations), self.directory / f"foreign-{relations}"
        if not (foreign / "whole").exists():
            foreign.mkdir(parents=True, exist_ok=True)
            for (ours, theirs), names in FOREIGN.items():
                rename_columns(folder / ours, foreign / theirs, names)
            (foreign / "whole").touch()
        return foreign

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


def rename_columns(file: Path, new: Path, names: Mapping[str, str]) -> None:
    """Write a CSV file again with other names of columns."""
    with file.open(encoding="utf-8", newline="") as source:
        header = next(csv.reader(source))
        with new.open("w", encoding="utf-8", newline="") as target:
            csv.writer(target, lineterminator="\n").writerow(names.get(n, n) for n in header)
            shutil.copyfileobj(source, target)


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
