"""The SQL beside each rule picks every row that the rule finds something in; too many will do."""

import re
from random import Random

import duckdb
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.cache.texts import pack_texts
from graph.data.arrow_texts import ArrowTexts
from graph.data.table import Table
from graph.data.vocabulary import KINDS
from graph.names.resolve import WHITE_SPACE
from graph.rules import misread_letters
from graph.rules.check import MOST_COUNTED, check_tables
from graph.rules.checked_columns import prepare_columns
from graph.rules.headers import KNOWN_COLUMNS
from graph.rules.nobody import is_nobody
from graph.rules.row_queries import ROW_QUERIES
from graph.text import invisible, urls

NOT_OF_ROWS = {
    "ragged-row", "not-listed", "missing-column", "misspelt-column", "unmarked-private",
    "private-type", "unkept-column",
}  # fmt: skip

IDS = ["a", "A", "b", "s1", "s2", "S1", "K", "\u212a", "ß", "SS", "ﬁ", "fi", "ς", "Σ", "e\u0301"]
IDS += ["é", "Ann", "Bo", "Аnn", "Мо\u200b", "x" * 1001, "№1", "\u0130", "i\u0307", "ǅ", "ǆ"]
NAMES = [*IDS, "n/a", "UNKNOWN", "unﬁ", "nſl", "undiſclosed", "ıdle", "—", "\\", "'", "(none)??"]
NAMES += ["An\u200dna", "Anna", "Annа", "Сосо", "Coco", "LefÃ¨vre", "a\ufffd", "Kа", "n\u3000a"]
DATES = ["", "2020", "2021-02", "2021-02-29", "2020-02-29", "2021-12-31", "2021-11-31", "0999"]
DATES += ["856", "-43", "-0", "1450~", "18XX", "185X", "2022-13", "2022-00", "..", "ended", "now"]
DATES += ["31/12/2021", "8/9/2022", "45000", "2019?", "99999", "２０２２", "2022\n"]
REFERENCES = ["", "s1", "s2", "s3", "S1|s9", "a book", "https://x.org/a", "https://x.org/a b"]
REFERENCES += ["javascript:x", "java\u200bscript:x", "ftp://x", "http:/x", "https://a@b.c", "x|y"]
REFERENCES += ["Doe: A"]
REFERENCES += ["https://x.org/[a]\\", "\u00e9tude", " s9 |x", "s\u00a09", "https://x.org/|data:x"]
NUMBERS = ["", "0", "1", "-1", "+1", "1.5", "1e400", "1e-101", "9" * 120, "1,5", ".5", "1.", "nan"]
NUMBERS += ["0." + "0" * 110 + "1", "٣", "B2", "b1", "A1", "G1", "85%", "101%", "85", "1.0001"]
NUMBERS += ["High", "HIGH", "HİGH", "hıgh", "100 %", "0.5\n"]
NOTES = ["", "joint", "Joınt payment", "ſhared", "gemeinsame Zahlung", "ᲀместе", "disjoint", "x\ty"]
KIND_CELLS = ["", *list(KINDS)[:2], "persn", "company", "compny", "Person"]
TYPE_CELLS = ["", "ally", "Ally", "alyl", "part_of", "located_in", "owes", "rivals", "y" * 1001]
WORDS = ["", "asserts", "disputes", "Asserts", "stated", "aledged", "yes", "no", "Yes", "y", "+"]
WORDS += ["-", "positive", "0", "1"]
SOME = st.text(st.characters(codec="utf-8"), max_size=5)


TEXTS = [*NAMES, "Ann|Bo", "a, b", "Bo | b", "Anna|An", "Сосо|x"]
COLUMNS = {
    "actors": {
        "id": IDS, "name": NAMES, "kind": KIND_CELLS, "aliases": TEXTS, "start": DATES,
        "end": DATES, "reference": REFERENCES, "private": WORDS,
    },
    "relations": {
        "source": NAMES, "target": NAMES, "type": TYPE_CELLS, "start": DATES, "end": DATES,
        "weight": NUMBERS, "confidence": NUMBERS, "stance": WORDS, "claimant": NAMES,
        "basis": WORDS, "reference": REFERENCES, "note": NOTES, "id": IDS, "private": WORDS,
        'own "column"': TEXTS,
    },
    "sources": {"id": IDS, "date": DATES, "url": REFERENCES, "via": IDS, "private": WORDS},
    "types": {
        "type": TYPE_CELLS, "sign": WORDS, "mutual": WORDS, "influence": WORDS, "event": WORDS,
    },
}  # fmt: skip
PLAIN = {"source": "a", "target": "b", "type": "ally", "kind": "person"}
"""What most rows have, and blank cells: so that rules that compare rows find some alike."""


@st.composite
def tables(draw):
    """Draw four tables in which any cell may be odd, of few texts, so that some are alike."""
    pools = {id(pool): pool for columns in COLUMNS.values() for pool in columns.values()}
    few = {
        name: draw(st.lists(st.sampled_from(pool) | SOME, min_size=2, max_size=4))
        for name, pool in pools.items()
    }
    drawn = {}
    for family, columns in COLUMNS.items():
        rows = draw(st.integers(1 if family == "relations" else 0, 5))
        odd = draw(st.sets(st.sampled_from([*columns]), max_size=6))
        made = {
            name: [
                draw(st.sampled_from(few[id(pool)]))
                if name in odd or name in ("id", "name") or (family, name) == ("types", "type")
                else PLAIN.get(name, "")
                for _ in range(rows)
            ]
            for name, pool in columns.items()
        }
        stripped = {name: [cell.strip() for cell in column] for name, column in made.items()}
        drawn[family] = Table(f"{family}.csv", stripped, range(2, rows + 2))
    return drawn


def quote(name):
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def fill(connection, name, columns, rows):
    """Make a table of SQL with these columns."""
    listed = ", ".join(f"unnest(${number}::VARCHAR[])" for number in range(1, len(columns) + 1))
    named = ", ".join(f"{quote(column)} VARCHAR" for column in columns)
    connection.execute(f"CREATE OR REPLACE TABLE {name} ({named})")
    if rows:
        connection.execute(f"INSERT INTO {name} SELECT {listed}", [*map(list, columns.values())])


def pick(prepared):
    """Return by rule the files and lines of the rows that the conditions pick."""
    connection = duckdb.connect(config={"threads": 1})
    given = {
        "actors": prepared.columns.actors, "relations": prepared.columns.relations,
        "sources": prepared.sources, "types": prepared.types,
    }  # fmt: skip
    for family, table in given.items():
        names = dict.fromkeys((*KNOWN_COLUMNS[family], *table.columns))
        fill(connection, family, {name: table.cells(name) for name in names}, len(table))
    spellings = [(texts[0], text) for texts in prepared.columns.spellings for text in texts]
    fill(connection, "spellings", {
        "id": [actor for actor, _ in spellings], "text": [text for _, text in spellings]
    }, len(spellings))  # fmt: skip
    picked = {}
    for family, queries in ROW_QUERIES.items():
        table = given[family]
        conditions = [
            (query.rules, condition)
            for query in queries
            for _, condition in query.list_conditions(family, [*table.columns], quote)
        ]
        listed = ", ".join(f"coalesce({condition}, true)" for _, condition in conditions)
        if not len(table) or not conditions:
            continue
        rows = connection.execute(f"SELECT {listed} FROM {family} ORDER BY rowid").fetchall()
        assert len(rows) == len(table)
        for row, found in enumerate(rows):
            for (rules, _), is_picked in zip(conditions, found, strict=True):
                for rule in rules if is_picked else ():
                    where = table.get_file(row), table.lines[row]
                    picked.setdefault((family, rule), set()).add(where)
    return picked


def find_problems(drawn):
    """Return the problems of rows, after looking whether each of these rows is picked."""
    prepared = prepare_columns(drawn)
    picked = pick(prepared)
    families = {"actors.csv": ("actors",), "relations.csv": ("relations", "actors"),
                "sources.csv": ("sources",), "types.csv": ("types",)}  # fmt: skip
    problems = []
    for problem in check_tables(prepared, MOST_COUNTED):
        if problem.line in (None, 1) or problem.rule in NOT_OF_ROWS:
            continue
        found = set().union(
            *(picked.get((family, problem.rule), set()) for family in families[problem.file])
        )
        assert (problem.file, problem.line) in found, problem
        problems.append(problem)
    return problems


@pytest.mark.slow
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=30)
@given(drawn=tables())
def test_every_row_with_a_problem_is_picked(drawn):
    find_problems(drawn)


def draw_many(random, rows):
    """Return large tables in which few cells are odd."""
    drawn = {}
    for family, columns in COLUMNS.items():
        count = 130 if family == "sources" else rows
        made = {
            name: [
                random.choice(pool) if random.random() < 0.3 else PLAIN.get(name, "")
                for _ in range(count)
            ]
            for name, pool in columns.items()
        }
        if family in ("actors", "sources"):
            made["id"] = [
                random.choice(IDS) if random.random() < 0.2 else f"{family[0]}{row}"
                for row in range(count)
            ]
        if family == "actors":
            made["aliases"] = [alias.replace("|", "") for alias in made["aliases"]]
        for row in ROWS[family]:
            for name, column in made.items():
                column.append(row.get(name, ""))
        drawn[family] = Table(f"{family}.csv", made, range(2, count + len(ROWS[family]) + 2))
    return drawn


JOINT = {"target": "b", "type": "ally", "weight": "5", "note": "paid together"}
ROWS = {
    "actors": [
        {"id": "b", "name": "Bo"}, {"id": "c", "name": "C\0", "start": "2021", "reference": "old"},
    ],
    "relations": [
        {"source": "a1", "target": "a2", "type": "part_of"},
        {"source": "a2", "target": "a1", "type": "part_of"},
        {"source": "a3", **JOINT}, {"source": "a4", **JOINT},
        {"source": "", "target": "a2", "type": "funs"}, {"source": "a1\0", "target": "a2"},
        {"source": "a1", "target": "a2", "type": "rivalled", "start": "2021", "reference": "x|old"},
    ],
    "sources": [{"id": ""}, {"id": "Ã¨\0"}, {"id": "old", "date": "1999"}],
    "types": [{"type": "Ã¨"}, {"type": "a\u200b"}, {"type": "a\0"}],
}  # fmt: skip
"""Rows with what is seldom drawn."""


def test_every_rule_about_rows_has_a_condition_that_picks_its_rows():
    random = Random(1)  # noqa: S311 - the same rows in every run
    found = set()
    for _ in range(4):
        problems = find_problems(draw_many(random, 200))
        found |= {(problem.file, problem.rule) for problem in problems}
    expected = {
        (f"{family}.csv", rule)
        for family, queries in ROW_QUERIES.items()
        for query in queries
        for rule in query.rules
    }
    chain = [("sources.csv", "long-chain")]  # which is not looked for where sources go in circles
    assert sorted(expected - found) == chain


def test_rows_without_a_problem_are_not_picked():
    drawn = {
        "actors": {"id": ["a", "b"], "name": ["Ann", "Боб"], "kind": ["person", "state"],
                   "aliases": ["Anna|An", ""], "start": ["1999", ""], "reference": ["s1", ""]},
        "relations": {"source": ["a", "b"], "target": ["b", "a"], "type": ["ally", "owes"],
                      "start": ["2022-02-28", ""], "end": ["2023-12-31", "ended"],
                      "weight": ["1.5", "0"], "confidence": ["B2", "85%"],
                      "stance": ["asserts", ""], "claimant": ["a", "Ann"],
                      "reference": ["https://x.org/a?b=c", "A report, 2022"],
                      "note": ["A note – with a dash.", "Ещё одна"]},
        "sources": {"id": ["s1"], "url": ["https://x.org"]},
        "types": {"type": ["owes"], "sign": ["-"], "mutual": ["no"]},
    }  # fmt: skip
    given_tables = {
        family: Table(f"{family}.csv", columns, range(2, 2 + len(next(iter(columns.values())))))
        for family, columns in drawn.items()
    }
    assert not pick(prepare_columns(given_tables))


@pytest.mark.parametrize("name", ["n/a", "Unknown", "—", "(NİL)", "not known??", "\\"])
def test_names_of_nobody_are_picked_in_any_case(name):
    assert is_nobody(name)
    table = Table("actors.csv", {"id": ["a"], "name": [name]}, [2])
    ends = Table("relations.csv", {"source": ["a"], "target": ["a"]}, [2])
    picked = pick(prepare_columns({"actors": table, "relations": ends}))
    assert ("actors.csv", 2) in picked["actors", "nobody"]


def test_every_engine_reads_the_conditions_alike():
    functions = {"regexp_extract", "translate", "lower", "replace", "length", "concat", "chr"}
    functions |= {"min", "max", "count", "substr"}
    for family, queries in ROW_QUERIES.items():
        for query in queries:
            assert "\\" not in query.condition
            outside = re.sub("'[^']*'", "", query.condition)
            assert "'" not in outside
            called = set(re.findall(r"([a-z_]+)\(", outside))
            assert called <= functions, (family, query.rules)


def test_a_cell_test_picks_of_a_large_column_what_it_picks_of_each_cell():
    texts = list(dict.fromkeys([*NAMES, *REFERENCES, *NOTES, "a\nb", "Ã¨", "€", "â‚¬", "ðŸ˜€"]))
    column = ArrowTexts(pa.array(texts))
    for test in (invisible.UNSEEN, misread_letters.MISREAD, urls.ADDRESS):
        picked = test.pick(column)
        assert picked == [text for text in texts if test.fails(text)]
        assert 0 < len(picked) < len(texts)
        assert test.pick(texts) == texts


@given(st.lists(SOME, unique=True))
def test_texts_that_arrow_has_are_a_sequence_like_a_list(texts):
    for column in (ArrowTexts(pa.array(texts, pa.string())) for _ in range(2)):
        assert column.longest == max(map(len, texts), default=0)
        assert ("" in column) == ("" in texts)
        assert all(column.index(text) == row for row, text in enumerate(texts))
        assert [column[row] for row in range(len(texts))] == texts
        assert column[1:3] == texts[1:3]
        assert list(column) == list(column) == texts
        offsets, data = pack_texts(column)
        assert (list(offsets), bytes(data)) == tuple(pack_texts(texts))
        assert column.are_stripped(WHITE_SPACE) == all(
            text == text.strip(WHITE_SPACE) for text in texts
        )
        assert column.has("'") == any("'" in text for text in texts)
