"""DuckDB: one path from relations.csv by its own recursive query, by ids."""

import sys
from pathlib import Path

import duckdb

PATH = """
WITH RECURSIVE reached(actor, before, steps) USING KEY (actor) AS (
    SELECT $source, NULL::VARCHAR, 0
    UNION
    SELECT edges.target, min(reached.actor), reached.steps + 1
    FROM reached JOIN edges ON edges.source = reached.actor
    LEFT JOIN recurring.reached AS seen ON seen.actor = edges.target
    WHERE seen.actor IS NULL
        AND NOT EXISTS (SELECT 1 FROM recurring.reached AS found WHERE found.actor = $target)
    GROUP BY edges.target, reached.steps
)
SELECT actor, before FROM reached
"""


def main() -> None:
    folder, source, target = Path(sys.argv[1]), *sys.argv[2:4]
    connection = duckdb.connect()
    connection.execute(
        "CREATE TABLE rows AS SELECT source, target FROM read_csv(?, all_varchar = true)",
        [str(folder / "relations.csv")],
    )
    connection.execute(
        "CREATE TABLE edges AS FROM rows"
        " UNION ALL SELECT target AS source, source AS target FROM rows"
    )
    before = dict(connection.execute(PATH, {"source": source, "target": target}).fetchall())
    path = [target]
    while path[-1] != source:
        path.append(before[path[-1]])
    print(len(path) - 1, *reversed(path), sep="\n")


if __name__ == "__main__":
    main()
