"""polars and scipy: one path from relations.csv, by ids."""

import sys
from pathlib import Path

import numpy as np
import polars as pl
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order


def main() -> None:
    folder, source, target = Path(sys.argv[1]), *sys.argv[2:4]
    rows = pl.read_csv(folder / "relations.csv", columns=["source", "target"])
    ids = pl.concat([rows["source"], rows["target"]])
    names = ids.unique()
    codes = ids.cast(pl.Enum(names)).to_physical().to_numpy()
    half, size = len(rows), len(names)
    ones = np.ones(half, dtype=np.int8)
    graph = csr_array((ones, (codes[:half], codes[half:])), shape=(size, size))
    start, end = (int(names.index_of(actor) or 0) for actor in (source, target))
    _, before = breadth_first_order(graph, start, directed=False)
    path = [end]
    while path[-1] != start:
        path.append(int(before[path[-1]]))
    print(len(path) - 1, *(names[actor] for actor in reversed(path)), sep="\n")


if __name__ == "__main__":
    main()
