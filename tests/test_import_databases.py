"""SQLite databases and Parquet files are imported; nothing in them is run."""

import datetime as dt
import io
import sqlite3
import sys
from contextlib import closing

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from importing import read_rows

import explorer
from graph.data.limits import Limits
from graph.errors import DataError
from graph.importing.options import ImportOptions
from graph.importing.run import import_files
from graph.importing.tables import sqlite_tables
from graph.importing.tables.parquet_table import read_table
from graph.importing.tables.sqlite_tables import read_tables

REGISTER = """
CREATE TABLE countries(id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE people(id INTEGER PRIMARY KEY, full_name TEXT, born TEXT, photo BLOB);
CREATE TABLE companies(id INTEGER PRIMARY KEY, name TEXT, country_id INT REFERENCES countries);
CREATE TABLE kinds(id INTEGER PRIMARY KEY, label TEXT);
CREATE TABLE ownership(id INTEGER PRIMARY KEY, person_id INT REFERENCES people(id),
  company_id INT REFERENCES companies(id), share REAL, since TEXT);
CREATE TABLE contacts(person_a INT REFERENCES people(id), person_b INT REFERENCES people(id),
  kind_id INT REFERENCES kinds(id));
INSERT INTO countries VALUES (1, 'Malta'), (2, 'Cyprus');
INSERT INTO people VALUES (1, 'Anna Lee', '1970', x'0001'), (2, 'Bo Ek', '1980-02-03', NULL),
  (3, 'Cy Orr', NULL, NULL);
INSERT INTO companies VALUES (1, 'Blue Ltd', 1), (2, 'Red SA', 2);
INSERT INTO kinds VALUES (1, 'friend of'), (2, 'enemy of');
INSERT INTO ownership VALUES (1, 1, 2, 51.0, '2019-01-02'), (2, 3, 1, 25.5, '2020');
INSERT INTO contacts VALUES (1, 2, 1), (2, 3, 2);
"""
TIES = "CREATE TABLE ties(source TEXT, target TEXT, type TEXT);"
ONE = "INSERT INTO ties VALUES ('A', 'B', 'ally');"
TWO = "INSERT INTO ties VALUES ('C', 'D', 'ally');"
MORE = "CREATE TABLE more AS SELECT 'C' AS source, 'D' AS target, 'opposes' AS type;"


@pytest.fixture(autouse=True)
def reading_here(monkeypatch, request):
    """Read in this process, which is faster, where a file is not hostile."""
    if "hostile" not in request.node.name:
        monkeypatch.setattr(sys, "executable", "")


def make_database(path, script):
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database:
        database.executescript(script)
    return path


def import_database(tmp_path, script, **options):
    return import_files([make_database(tmp_path / "a.sqlite", script)], ImportOptions(**options))


def say(made):
    rows = read_rows(made.files["relations.csv"])
    return [(row["source"], row["type"], row["target"]) for row in rows]


def test_foreign_keys_say_who_is_meant(tmp_path):
    made = import_database(tmp_path, REGISTER)
    assert say(made) == [
        ("Anna Lee", "owns", "Red SA"),
        ("Cy Orr", "owns", "Blue Ltd"),
        ("Anna Lee", "friend_of", "Bo Ek"),
        ("Bo Ek", "opposes", "Cy Orr"),
    ]
    actors = {row["name"]: row for row in read_rows(made.files["actors.csv"])}
    assert [*actors] == ["Anna Lee", "Bo Ek", "Cy Orr", "Blue Ltd", "Red SA"]
    assert (actors["Anna Lee"]["start"], actors["Red SA"]["country"]) == ("1970", "Cyprus")
    assert "1 cell without text, such as pictures: left out." in made.files["import.md"]
    first = read_rows(made.files["relations.csv"])[0]
    assert (first["share"], first["start"]) == ("51", "2019-01-02")


def test_names_that_are_not_unique_leave_the_numbers(tmp_path):
    made = import_database(
        tmp_path,
        "CREATE TABLE people(id INTEGER PRIMARY KEY, name TEXT);"
        "CREATE TABLE ties(a INT REFERENCES people(id), b INT REFERENCES people(id));"
        "INSERT INTO people VALUES (1, 'John Smith'), (2, 'John Smith'), (3, 'Bo');"
        "INSERT INTO ties VALUES (1, 3), (2, 3);",
    )
    assert say(made) == [("1", "related_to", "3"), ("2", "related_to", "3")]


def test_a_table_of_another_name_says_nothing_of_its_ends(tmp_path):
    made = import_database(
        tmp_path,
        "CREATE TABLE people(id INTEGER PRIMARY KEY, name TEXT);"
        "CREATE TABLE dossier(giver_id INT REFERENCES people(id), "
        "hotel_id INT REFERENCES people(id), z_id INT REFERENCES nowhere(id));"
        "INSERT INTO people VALUES (1, 'Ann'), (2, 'Bo');"
        "INSERT INTO dossier VALUES (1, 2, 9);",
    )
    assert say(made) == [("Ann", "related_to", "Bo")]
    assert any("the database says" in guess for guess in made.report.guesses)


def test_the_tables_that_are_meant_are_chosen(tmp_path):
    script = f"{TIES}{ONE}{MORE}"
    assert len(say(import_database(tmp_path, script))) == 2
    assert say(import_database(tmp_path, script, sheets=("More",))) == [("C", "opposes", "D")]
    with pytest.raises(DataError, match=r"has no table 'x'\. It has 'ties', 'more'"):
        import_database(tmp_path, script, sheets=("x",))


HOSTILE = {
    "a view that never ends": "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL "
    "SELECT x + 1 FROM c) SELECT x AS source, x AS target FROM c;",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON ties BEGIN DELETE FROM ties; END;",
    "a computed column": "CREATE TABLE big(source TEXT, target TEXT, "
    "blob TEXT AS (hex(zeroblob(400000000)))); INSERT INTO big(source, target) VALUES ('E', 'F');",
    "a virtual table": "CREATE VIRTUAL TABLE words USING fts5(source, target); "
    "INSERT INTO words VALUES ('G', 'H');",
    "a name with quotes": 'CREATE TABLE "a""; DROP TABLE ties; --"(x TEXT); '
    'INSERT INTO "a""; DROP TABLE ties; --" VALUES (\'y\');',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_in_a_hostile_database_is_run(tmp_path, name):
    script = "".join([TIES, ONE, HOSTILE[name]])
    made = import_database(tmp_path, script)
    assert ("A", "ally", "B") in say(made)
    assert "G" not in made.files["actors.csv"]


def test_a_file_beside_it_is_neither_read_nor_changed(tmp_path):
    file = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.executescript(f"{TIES}{ONE}")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.execute(TWO)
        database.commit()
        before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
        made = import_files([file])
        assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before
    assert say(made) == [("A", "ally", "B")]
    assert any("a.sqlite-wal, which is not read" in guess for guess in made.report.guesses)


def test_a_database_is_read_in_bounds(tmp_path, monkeypatch):
    raw = make_database(tmp_path / "a.db", f"{TIES}{ONE}{TWO}").read_bytes()

    def find_problem(one, **limits):
        script = "".join([TIES, ONE.replace("'A'", f"'{one}'"), TWO])
        file = make_database(tmp_path / "b.db", script)
        return read_tables(file.read_bytes(), (), Limits(**limits))["problem"][0]

    assert find_problem("A", most_cells=5) == "has more than 5 cells."
    assert "a cell of 99 characters" in find_problem("x" * 99, longest_cell=50)
    assert "a cell of more than 50" in find_problem("x" * 1_500_000, longest_cell=50)
    monkeypatch.setattr(sqlite_tables, "LONGEST", -1.0)
    monkeypatch.setattr(sqlite_tables, "STEPS", 1)
    assert read_tables(raw, (), Limits())["problem"][0] == "takes too long to read."


@pytest.mark.parametrize("cut", [200, 5000])
def test_a_damaged_database_is_refused(tmp_path, cut):
    file = make_database(tmp_path / "a.sqlite", REGISTER)
    file.write_bytes(file.read_bytes()[:cut].ljust(8192, b"\xff"))
    with pytest.raises(DataError, match=r"cannot be read|is no network"):
        import_files([file])
    file.write_bytes(b"no database")
    with pytest.raises(DataError, match="is a database, but not of SQLite"):
        import_files([file])


def test_a_database_without_relations_is_no_network(tmp_path):
    with pytest.raises(DataError, match="is no network"):
        import_database(tmp_path, "CREATE TABLE empty(a TEXT);")


def write_parquet(path, columns):
    pq.write_table(pa.table(columns), path)
    return path


def test_parquet_is_a_table(tmp_path):
    file = write_parquet(
        tmp_path / "ties.parquet",
        {
            "payer": ["Anna", "Bo"],
            "payee": ["Bo", "Cy"],
            "amount": [3.0, 4.5],
            "day": pa.array([dt.datetime(2020, 1, 2), None], pa.timestamp("ns")),  # noqa: DTZ001
            "tags": [["a", "b"], []],
            "where": [{"city": "Minsk", "since": dt.date(2020, 1, 2)}, None],
            "__index_level_0__": [7, 8],
        },
    )
    rows = read_rows(import_files([file]).files["relations.csv"])
    assert rows[0] == {
        "source": "Anna", "target": "Bo", "type": "paid", "start": "2020-01-02", "weight": "3",
        "tags": "a|b", "where": '{"city": "Minsk", "since": "2020-01-02"}',
    }  # fmt: skip
    net = explorer.read(file)
    assert len(net.relations) == 2


def test_several_parquet_files_belong_together(tmp_path):
    people = write_parquet(tmp_path / "people.parquet", {"id": ["p1", "p2"], "name": ["Ann", "Bo"]})
    ties = write_parquet(tmp_path / "ties.parquet", {"source": ["p1"], "target": ["p2"]})
    made = import_files([people, ties])
    assert read_rows(made.files["actors.csv"])[0]["name"] == "Ann"
    assert made.report.actors == 2


def test_parquet_is_read_in_bounds(tmp_path):
    buffer = io.BytesIO()
    pq.write_table(pa.table({"a": ["x"] * 100, "b": [b"\0"] * 100}), buffer)
    raw = buffer.getvalue()
    assert read_table(raw, (), Limits(most_cells=50))["problem"][0] == "has more than 50 cells."
    assert read_table(raw, (), Limits())["tables"][0][3] == 100
    assert (
        read_table(raw[:-4] + b"PARX", (), Limits())["problem"][0] == "cannot be read as Parquet."
    )
    damaged = tmp_path / "a.parquet"
    damaged.write_bytes(b"x")
    with pytest.raises(DataError, match="is damaged Parquet"):
        import_files([damaged])


def test_what_explore_exported_and_somebody_changed_is_understood(tmp_path):
    net = explorer.load_example().only("borders")
    (file,) = net.export(tmp_path / "a.sqlite", positions=False)
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        database.execute("UPDATE relations SET start = '31.12.2021'")
        database.commit()
    made = import_files([file])
    assert read_rows(made.files["relations.csv"])[0]["start"] == "2021-12-31"
    assert (
        import_files([file], ImportOptions(dates="dmy")).report.relations == made.report.relations
    )
