"""Problems of one cause are one line with the count and the first lines; as data all are listed."""

import json

import pytest
from terminal import run
from tiny_network import COUPLE, FUNDING, folder, problems

import graph
from graph.errors import Problem, group_by_cause

PEOPLE = "id,name,kind\n1,Anna Lee,person\n2,Bo Diaz,person\n"
NEAR = "source,target,type\n1,bo diaz,ally\n2,anna lee,ally\nLee,2,ally\nDíaz,1,ally\n"


def check(path, *options, **files):
    return run("check", *options, data=folder(path, **files)).stdout.splitlines()


def test_one_cause_is_one_line(tmp_path):
    assert check(tmp_path, actors=PEOPLE, relations=NEAR) == [
        (
            "Error: relations.csv:2: target: 'bo diaz' names no actor. Did you mean '2' (Bo Diaz)?"
            " Likewise line 3 ('anna lee')."
        ),
        (
            "Error: relations.csv:4: source: 'Lee' names no actor. Did you mean '1' (Anna Lee)?"
            " Likewise line 5 ('Díaz')."
        ),
        "4 errors, 0 warnings. --all lists each of them.",
    ]


def test_all_of_them_are_listed_on_request_and_as_data(tmp_path):
    assert len(check(tmp_path, "--all", actors=PEOPLE, relations=NEAR)) == 5
    lines = check(tmp_path, "--format", "json", actors=PEOPLE, relations=NEAR)
    told = json.loads("\n".join(lines))
    assert [problem["line"] for problem in told["problems"]] == [2, 3, 4, 5]


def test_the_same_value_is_not_repeated(tmp_path):
    rows = FUNDING + "b,a,fund\n" * 6
    lines = check(tmp_path, relations=rows)
    (line,) = (line for line in lines if "Did you mean 'funds'?" in line)
    assert line.endswith("The same in lines 4, 5 and 3 more.")


def test_a_notebook_and_another_command_say_it_once_too(tmp_path):
    data = folder(tmp_path, actors=PEOPLE, relations=NEAR)
    with pytest.raises(graph.DataError) as caught:
        graph.load(data)
    assert len(str(caught.value).splitlines()) == 2
    assert len(caught.value.problems) == 4
    assert len(run("show", "1", data=data).stderr.splitlines()) == 2


def test_other_words_another_column_or_a_summary_is_another_cause():
    def make(what="is odd.", column="name", line=2, **more):
        return Problem("a.csv", line, column, what, rule="odd", **more)

    for other in (make("is even."), make(column="id"), make(line=None), make(count=3)):
        assert len(group_by_cause([make(), other])) == 2
    assert len(group_by_cause([make("'x' is odd."), make("'y' is odd.")])) == 1
    assert len(group_by_cause([make("1,2 is odd."), make('"it\'s" 7 is odd.')])) == 2


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [
        ("45000", "it may be a spreadsheet's number for a day. Did you mean 2023-03-15?"),
        ("31.12.2021", "the year comes first. Write 2021-12-31."),
        ("12/31/2021", "the year comes first. Write 2021-12-31."),
        ("8/8/2022", "the year comes first. Write 2022-08-08."),
        ("Aug 2022", "a month is a number. Write 2022-08."),
        ("8 August 2022", "a month is a number. Write 2022-08-08."),
        ("August 8, 2022", "a month is a number. Write 2022-08-08."),
        (
            "8/9/2022",
            (
                "the year comes first, and which number is the month is not clear."
                " Write 2022-09-08 or 2022-08-09."
            ),
        ),
    ],
)
def test_a_date_of_a_spreadsheet_is_explained(tmp_path, cell, remedy):
    relations = f'source,target,type,start\na,b,funds,"{cell}"\n'
    told = problems(tmp_path, relations=relations)
    assert told == [f"relations.csv:2: start: {cell!r} is not a date: {remedy}"]


@pytest.mark.parametrize(
    ("cells", "weights"),
    [(["1,5", "2", ""], [1.5, 2, 1]), (["1,234", "2,5"], [1.234, 2.5])],
)
def test_decimal_commas_are_read_where_the_column_is_clear(tmp_path, cells, weights):
    rows = "".join(f"a;b;funds;{cell}\n" for cell in cells)
    net = graph.load(folder(tmp_path, relations=f"source;target;type;weight\n{rows}"))
    assert [relation.weight for relation in net.relation_rows] == weights
    assert any(note.rule == "decimal-comma" for note in net.warnings)


@pytest.mark.parametrize("cells", [["1,234"], ["1,5", "2.5"], ["1,5", "1.234,5"], ["1,5", "1,x"]])
def test_a_column_that_is_not_clear_is_one_problem(tmp_path, cells):
    rows = "".join(f"a;b;funds;{cell}\n" for cell in cells)
    lines = check(tmp_path, relations=f"source;target;type;weight\n{rows}")
    assert len([line for line in lines if "weight" in line]) == 1


@pytest.mark.parametrize(
    "actors",
    ["id,name,kind,,,\na,Ann,person,,,\nb,Bob,person\n,,,,,\n",
     "id,,name,kind\na,,Ann,person\nb,,Bob,\n",
     "id,name,kind\na,Ann,person,,\nb,Bob,person\n"],
)  # fmt: skip
def test_blank_columns_without_a_name_are_passed_over(tmp_path, actors):
    net = graph.load(folder(tmp_path, actors=actors))
    assert [actor.name for actor in net.actor_rows] == ["Ann", "Bob"]
    assert all(not actor.attributes for actor in net.actor_rows)


def test_a_column_without_a_name_that_has_cells_stays_an_error(tmp_path):
    told = problems(tmp_path, actors="id,name,kind,\na,Ann,person,x\nb,Bob,person,\n")
    assert told == ["actors.csv:1: column 4 has no name. Name it or remove it."]


def test_a_title_above_the_header_is_one_problem(tmp_path):
    told = problems(tmp_path, actors="People of the case,,\n,,\nid,name,kind\na,Ann,person\n")
    assert told == [
        (
            "actors.csv:1: seems to be a title: line 3 seems to name the columns."
            " Remove the lines above it: explore import does it."
        )
    ]


def test_merged_cells_are_recognised(tmp_path):
    relations = "source,target,type\na,b,ally\n,b,funds\n,b,hosts\n"
    told = problems(tmp_path, relations=relations)
    assert told == [
        f"relations.csv:{line}: source: is empty, below 'a'."
        " Were cells merged? Write the actor in every row: explore import does it."
        for line in (3, 4)
    ]


def test_the_same_actor_twice_is_said_so(tmp_path):
    told = problems(tmp_path, actors=COUPLE + "a,Ann,state\nb,Bill,person\n")
    assert told == [
        (
            "actors.csv:4: id: 'a' is already in line 2, with the same name."
            " If it is one actor, make one row of both. Else rename one id."
        ),
        "actors.csv:5: id: 'b' is already in line 3. Rename one.",
    ]


@pytest.mark.parametrize(
    ("aliases", "told"),
    [('"A, B"', True), ("A; B", True), ("A|B, C", False), ("A B", False)],
)
def test_aliases_without_a_bar_are_told(tmp_path, aliases, told):
    found = problems(tmp_path, actors=f"id,name,aliases\na,Ann,{aliases}\nb,Bob,\n")
    assert any("Write | between several aliases." in line for line in found) == told


def test_a_file_given_as_the_folder_is_said_with_the_command_that_reads_it(tmp_path):
    book = tmp_path / "my book.xlsx"
    book.write_bytes(b"PK")
    with pytest.raises(graph.DataError, match=r"explore import '.*my book\.xlsx' -o DIR"):
        graph.load(book)
