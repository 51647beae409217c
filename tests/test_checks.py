"""All rules together: what is told of sound files, in which order, and how much of it."""

from functools import cached_property

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_network import COUPLE, folder, problems

import graph
from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, SOURCE_COLUMNS, TYPE_COLUMNS
from graph.data.table import Table
from graph.errors import count_rows
from graph.formats.csv_file import read_csv
from graph.rules.checked_columns import build_checked_columns

RELATIONS = "source,target,type,start,end,weight,confidence,stance,note\na,b,{}\n"
TYPES = "type,sign,mutual,influence,label,inverse\n"


def test_a_sound_pair_of_files_tells_nothing(tmp_path):
    assert problems(tmp_path) == []


def test_the_belarus_case_tells_nothing():
    assert graph.load_example().warnings == ()


def test_a_required_column(tmp_path):
    assert problems(tmp_path, actors="id,words,kind\na,Ann,person\n") == [
        "actors.csv:1: name: this column is missing. Required: name."
    ]
    assert problems(tmp_path, relations="whence,target,tpye\na,b,funds\n") == [
        "relations.csv:1: source: this column is missing. Required: source, target.",
        "relations.csv:1: type: this column is missing. Is it 'tpye'?",
    ]


def test_a_column_that_differs_by_case_alone(tmp_path):
    assert problems(tmp_path, actors="Id,Name,Kind\na,Ann,person\nb,Bob,person\n") == [
        "actors.csv:1: 'Id' is read as id, 'Name' as name, 'Kind' as kind."
    ]
    ended = "source,target,type,END\na,b,funds,2022\n"
    assert problems(tmp_path, relations=ended) == ["relations.csv:1: 'END' is read as end."]


def test_a_column_that_looks_like_a_known_one(tmp_path):
    told = problems(tmp_path, relations="source,target,type,Confidense,mood\na,b,funds,1,good\n")
    assert told == [
        (
            "relations.csv:1: Confidense: is not a known column. It is read as an attribute."
            " Did you mean 'confidence'?"
        )
    ]


def test_the_problems_of_all_files_are_told_at_once_by_file_and_line(tmp_path):
    told = problems(
        tmp_path,
        actors=COUPLE + "a,,person\n",
        relations="source,target,type,weight\na,b,fund,x\na,bob,ally,\n",
        sources="title\nA work\n",
        types=TYPES + "cites,*,no,no,cites,cited\n",
    )
    assert [line.split(" ")[0] + " " + line.split(" ")[1] for line in told] == [
        "actors.csv:4: name:",
        "actors.csv:4: id:",
        "relations.csv:2: type:",
        "relations.csv:2: weight:",
        "relations.csv:3: target:",
        "sources.csv:1: id:",
        "types.csv:2: sign:",
    ]


def test_a_file_that_cannot_be_read_hides_no_other_problem_and_makes_none(tmp_path):
    unread = "actors.csv: is UTF-32. Save the file as 'CSV UTF-8'."
    weight = "relations.csv:2: weight: '-1' is below 0. A weight is a strength."
    relations = "source,target,type,weight\nx,y,funds,-1\n"
    assert problems(tmp_path, actors=COUPLE.encode("utf-32"), relations=relations) == [
        unread,
        weight,
    ]


def test_a_long_list_of_problems_is_cut_and_says_so(tmp_path):
    rows = "".join(f"{number},,person\n" for number in range(60))
    with pytest.raises(graph.DataError) as caught:
        graph.load(folder(tmp_path, actors=COUPLE + rows))
    assert len(caught.value.problems) == 60
    assert str(caught.value) == (
        "actors.csv:4: name: is empty. Every row needs it. The same in lines 5, 6 and 57 more."
    )


def test_warnings_do_not_hide_what_stops_the_reading(tmp_path):
    rows = "".join(f"c{number},Cat,person\n" for number in range(60))
    with pytest.raises(graph.DataError) as caught:
        graph.load(folder(tmp_path, actors=COUPLE + rows + "x,,person\n"))
    assert str(caught.value).splitlines()[0] == (
        "actors.csv:64: name: is empty. Every row needs it."
    )
    assert caught.value.problems[0].severity == "warning"


def test_warnings_come_with_the_network(tmp_path):
    net = graph.load(folder(tmp_path, actors=COUPLE + "c,Cat,persn\n"))
    assert [(warning.line, warning.column, warning.severity) for warning in net.warnings] == [
        (4, "kind", "warning")
    ]
    assert net.only("funds").warnings == net.warnings


def listed(rows, most, tmp_path):
    actors = "id,name,kind\n" + "".join(rows)
    tables = {
        "actors": read_csv(folder(tmp_path, actors=actors) / "actors.csv"),
        "relations": Table("relations.csv", {"source": [], "target": [], "type": []}, ()),
    }
    try:
        return build_checked_columns(tables, most=most)[1]
    except graph.DataError as error:
        return list(error.problems)


def test_an_error_behind_many_warnings_is_told(tmp_path):
    rows = [f"a{number},Name,person\n" for number in range(5000)]
    found = listed([*rows, "x,,person\n"], 1000, tmp_path)
    assert [problem.severity for problem in found].count("warning") == 1001
    (error,) = (problem for problem in found if problem.severity == "error")
    assert (error.line, error.rule) == (5002, "empty")
    assert (found[-1].what, found[-1].count) == ("3,999 more warnings are not listed.", 3999)
    assert count_rows(found) == 5000


@pytest.mark.parametrize("most", [0, 1, 3, 29, 30])
def test_the_first_lines_are_kept_and_the_rest_is_counted(tmp_path, most):
    rows = [",,person\n"] * 30
    every = listed(rows, 1000, tmp_path)
    found = listed(rows, most, tmp_path)
    assert (len(every), count_rows(found)) == (30, 30)
    assert found[:most] == every[:most]
    rest = [f"{number} more error{'s are' if number > 1 else ' is'}" for number in (30 - most,)]
    assert [str(problem) for problem in found[most:]] == [
        (
            f"actors.csv: {said} not listed."
            " Correct these first, or raise --most-problems."
        )
        for said in (rest if most < 30 else [])
    ]  # fmt: skip


def test_counts_are_true_in_an_error_that_is_shortened(tmp_path):
    found = listed([",,person\n"] * 5000, 1000, tmp_path)
    first, last = str(graph.DataError(found)).splitlines()
    assert first.endswith("The same in lines 3, 4 and 997 more.")
    assert "4,000 more errors are not listed." in last


@pytest.mark.nightly
@pytest.mark.long
def test_a_cell_of_a_megabyte_makes_no_message_of_one(tmp_path):
    long = "x" * 1_000_000
    actors = f"{COUPLE}{long},Cat,person\n{long},{long},{long}\nlong,{long}\u202e,person\n"
    relations = (
        f"source,target,type,weight,confidence,start,stance,reference,{long}\u200b\n"
        f"{long},b,{long},{long},{long},{long},{long},javascript:{long},1\n"
        f"{long}!,{long}!,funds,1_{'0' * 5000},1,2022,asserts,{long},1\n"
    )
    with pytest.raises(graph.DataError) as caught:
        graph.load(folder(tmp_path, actors=actors, relations=relations, sources="id\ns\n"))
    assert len(caught.value.problems) > 10
    for problem in caught.value.problems:
        assert len(str(problem)) < 1000
        assert len(problem.value) <= 200
    assert {problem.value[:3] + problem.value[-3:] for problem in caught.value.problems} >= {
        "xxxxxx"
    }
    assert "…" in caught.value.problems[0].value


RULES = {
    "ambiguous-actor", "circle", "duplicate-id", "empty", "ends-before-start", "identical-row",
    "invalid-confidence", "invalid-end", "invalid-influence", "invalid-mutual", "invalid-sign",
    "invalid-stance", "invalid-start", "invalid-weight", "lookalike-name", "missing-column",
    "misspelt-column", "mixed-scripts", "name-is-an-id", "no-web-address", "nul-character",
    "shared-name", "similar-id", "similar-name", "tie-to-oneself", "unknown-actor", "unknown-kind",
    "unknown-source", "unknown-type", "unseen-character",
}  # fmt: skip


def test_every_rule_has_a_name_that_stays_and_the_cell_it_is_about(tmp_path):
    actors = (
        "id,name,kind,aliases,start,end,Descriptio\n"
        "a,Ann,person,Luk\u0430s|Luk\u0430s X,2022,2021,\n"
        "a,Ann,persn,Lukas,1/1/22,x,\nA,a,person,,,,\nd,Ann,person,,,,\nb,B\u200bob,person,,,,\n"
        "c,,person,Bob\0|\u0410nn|An\u200dn,,,\n"
    )
    relations = (
        "source,target,type,weight,confidence,stance,reference\nb,b,part_of,x,x,x,sourse1\n"
        "Ann,a;b,fund,1,1,asserts,data:x\nb,c,part_of,,,,\nc,b,part_of,,,,\nc,b,part_of,,,,\n"
    )
    files = {"sources": "id\nsource1\n", "types": "sign,mutual,influence,label\n?,?,?,x\n"}
    with pytest.raises(graph.DataError) as caught:
        graph.load(folder(tmp_path, actors=actors, relations=relations, **files))
    found = list(caught.value.problems)
    types = "type,sign,mutual,influence,label,inverse\nx,?,?,?,x,y\n"
    with pytest.raises(graph.DataError) as caught:
        graph.load(folder(tmp_path, types=types, relations="source,target,type\na,b,fund\n"))
    found += caught.value.problems
    assert {problem.rule for problem in found} == RULES
    values = {(problem.rule, problem.column): problem.value for problem in found}
    assert values["unknown-actor", "target"] == "a;b"
    assert values["duplicate-id", "id"] == "a"
    assert values["no-web-address", "reference"] == "data:x"
    assert values["identical-row", ""] == ""


TEXTS = st.one_of(
    st.sampled_from(
        ["a", "b", "A", "Ann", "", "person", "funds", "part_of", "2022", "1.5", "B2", "0", "yes",
         "asserts", "disputes", "https://example.org", "data:x", "\0", "\u0430", "a\u200b", "+"]
    ),
    st.text(max_size=5),
)  # fmt: skip


@st.composite
def any_table(draw, name, columns):
    chosen = draw(st.lists(st.sampled_from(columns), unique=True))
    names = dict.fromkeys([*chosen, *draw(st.sampled_from([columns, columns, ()]))])
    rows = draw(st.integers(0, 4))
    cells = st.lists(TEXTS, min_size=rows, max_size=rows)
    known = {column: draw(cells) for column in names}
    return Table(name, known, range(2, rows + 2) if names else ())


@given(
    any_table("actors", ACTOR_COLUMNS),
    any_table("relations", RELATION_COLUMNS),
    any_table("sources", SOURCE_COLUMNS),
    any_table("types", TYPE_COLUMNS),
)
def test_tables_are_refused_or_every_column_can_be_had(actors, relations, sources, types):
    tables = {"actors": actors, "relations": relations, "sources": sources, "types": types}
    require_columns(tables)


@given(st.data())
def test_nearly_sound_tables_are_refused_or_every_column_can_be_had(data):
    ends = st.sampled_from(["a", "b", "Ann", "Bob", "c"])
    cells = {
        "source": ends,
        "target": ends,
        "type": st.sampled_from(["funds", "part_of", "x"]),
        "weight": st.sampled_from(["", "1", "1e5", "0"]) | st.text("0123456789.eE+-", max_size=5),
        "confidence": st.sampled_from(["", "B2", "F6", "0.5"]) | st.text("ABF0126.", max_size=3),
        "start": st.sampled_from(["", "2022", "2022-08"]) | st.text("0123-", max_size=10),
        "end": st.sampled_from(["", "2022", "2021-08"]),
        "stance": st.sampled_from(["", "asserts", "disputes"]),
        "reference": st.sampled_from(["", "s", "s|t", "data:x"]),
        "id": st.sampled_from(["", "r1", "r2"]),
    }
    rows = data.draw(st.lists(st.fixed_dictionaries(cells), max_size=4))
    known = {name: [row[name] for row in rows] for name in cells}
    names = {"id": ["a", "b"], "name": ["Ann", "Bob"], "kind": ["person", "x"]}
    declared = {"type": "x", "sign": "-", "mutual": "no", "influence": "yes"}
    declared |= {"label": "l", "inverse": "i"}
    require_columns(
        {
            "actors": Table("actors", names, (2, 3)),
            "relations": Table("relations", known, range(2, len(rows) + 2)),
            "sources": Table("sources", {"id": ["s"], "url": ["x"]}, (2,)),
            "types": Table("types", {name: [cell] for name, cell in declared.items()}, (2,)),
        }
    )


def require_columns(tables):
    try:
        columns, _ = build_checked_columns(tables)
    except graph.DataError as error:
        told = error
    else:
        return require_every_property(columns, tables)
    assert any(problem.severity == "error" for problem in told.problems)
    assert str(told)
    return None


def require_every_property(columns, tables):
    net = graph.Network.from_columns(columns)
    for name, found in vars(type(columns)).items():
        if isinstance(found, cached_property):
            getattr(columns, name)
    assert len(net.actor_rows) >= len(tables["actors"])  # others are made of the ends
    assert all(relation.sentence for relation in net.relation_rows)
    assert len(net.relation_rows) == len(tables["relations"])
