"""How long one path takes from a fresh process, against importing networkx.

Run it from the repository's root, in its environment::

    python benchmarks/start_up.py

Both commands run in turn, so that a drift of the machine's speed meets both alike; the ratio
is the median of the ratios of neighbours.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 21
PATH = [sys.executable, "-m", "explorer", "path", "Lukashenko", "Vilnius"]
IMPORT = [sys.executable, "-c", "import networkx"]
BARE = [sys.executable, "-c", "pass"]


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    for command in (PATH, IMPORT, BARE):
        seconds(command)
    rounds = [(seconds(PATH), seconds(IMPORT), seconds(BARE)) for _ in range(ROUNDS)]
    path, networkx, bare = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(path / networkx for path, networkx, _ in rounds)
    print(f"explore path Lukashenko Vilnius   {path * 1000:6.0f} ms")
    print(f"python -c 'import networkx'       {networkx * 1000:6.0f} ms")
    print(f"python -c 'pass'                  {bare * 1000:6.0f} ms")
    print(f"path / import networkx            {ratio:6.2f}   (goal: at most 1)")


if __name__ == "__main__":
    main()
