"""Print the names of actors, a line each: what the paths of peers are compared with."""

import csv
import sys
from pathlib import Path


def main() -> None:
    folder, *asked = sys.argv[1:]
    with (Path(folder) / "actors.csv").open(encoding="utf-8", newline="") as file:
        names = {row["id"]: row["name"] for row in csv.DictReader(file)}
    print(*(names[actor] for actor in asked), sep="\n")


if __name__ == "__main__":
    main()
