import csv
import io
import json

import pytest
from terminal import folder, run

BROKEN = "source,target,type,weight\nada,bank,fund,1\nada,club,ally,heavy\nada,ada,ally,1\n"
ERRORS = [
    (
        "Error: relations.csv:2: type: 'fund' is not a relation type. Did you mean 'funds'? "
        "Or declare it in types.csv: a column 'type' is enough."
    ),
    "Error: relations.csv:3: weight: 'heavy' is not a number. Write it like 1.5.",
]
WARNING = "relations.csv:4: target: 'ada' is related to itself. Paths and measures ignore it."


def test_sound_files_are_counted(tmp_path):
    answer = run("check", data=folder(tmp_path))
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout == "No problems. 5 actors, 7 relations, 2 sources.\n"


def test_every_problem_is_told_and_errors_end_with_1(tmp_path):
    answer = run("check", data=folder(tmp_path, relations=BROKEN))
    assert (answer.exit_code, answer.stderr) == (1, "")
    told = [*ERRORS, f"Warning: {WARNING}", "2 errors, 1 warning."]
    assert answer.stdout.splitlines() == told


def test_warnings_alone_end_with_0_and_strictly_with_1(tmp_path):
    data = folder(tmp_path, relations="source,target,type\nada,ada,ally\n")
    answer = run("check", data=data)
    line = WARNING.replace(":4:", ":2:")
    assert answer.exit_code == 0
    assert (
        answer.stdout == f"Warning: {line}\n0 errors, 1 warning. 5 actors, 1 relation, 2 sources.\n"
    )
    strict = run("check", "--strict", data=data)
    assert strict.exit_code == 1
    assert strict.stdout.startswith(f"Error: {line}\n1 error, 0 warnings.")


def test_json_holds_the_same_as_data(tmp_path):
    answer = run("check", "--format", "json", data=folder(tmp_path, relations=BROKEN))
    parsed = json.loads(answer.stdout)
    assert answer.exit_code == 1
    assert (parsed["errors"], parsed["warnings"]) == (2, 1)
    assert parsed["problems"][1] == {
        "severity": "error",
        "file": "relations.csv",
        "line": 3,
        "column": "weight",
        "value": "heavy",
        "what": "'heavy' is not a number.",
        "remedy": "Write it like 1.5.",
        "rule": "invalid-weight",
        "count": 1,
    }


def test_csv_and_markdown_hold_a_row_a_problem(tmp_path):
    data = folder(tmp_path, relations=BROKEN)
    table = run("check", "--format", "csv", data=data).stdout
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["severity"], row["line"]) for row in rows] == [
        ("error", "2"), ("error", "3"), ("warning", "4"),
    ]  # fmt: skip
    assert [(row["rule"], row["value"], row["count"]) for row in rows] == [
        ("unknown-type", "fund", "1"), ("invalid-weight", "heavy", "1"),
        ("tie-to-oneself", "ada", "1"),
    ]  # fmt: skip
    text = run("check", "--format", "markdown", data=data).stdout
    assert text.startswith("| severity | file | line | column | what | remedy |\n")
    assert text.endswith("\n\n2 errors, 1 warning.\n")


def test_what_is_not_listed_is_counted(tmp_path):
    actors = "id,name,kind\n" + ",,person\n" * 2000 + "x,,person\n"
    relations = "source,target,type\n"
    data = folder(tmp_path, actors=actors, relations=relations, sources="id\n")
    answer = run("check", data=data)
    assert answer.stdout.splitlines()[-2:] == [
        (
            "Error: actors.csv: 1,001 more errors are not listed."
            " Correct these first, or raise --most-problems."
        ),
        "2,001 errors, 0 warnings. --all lists each of them.",
    ]
    told = json.loads(run("check", "--format", "json", data=data).stdout)
    assert (told["errors"], len(told["problems"])) == (2001, 1001)
    assert sum(problem["count"] for problem in told["problems"]) == 2001


@pytest.mark.parametrize("command", [["check"], ["path", "a", "b"], ["centrality"]])
def test_a_folder_that_is_not_there_is_one_line(tmp_path, command):
    answer = run(*command, data=tmp_path / "gone")
    assert answer.exit_code == 1
    line = (
        f"Error: {tmp_path / 'gone'}: this folder does not exist. Give the folder with actors.csv."
    )
    assert line in (answer.stdout + answer.stderr).splitlines()


def test_a_layout_beside_the_data_is_checked(tmp_path):
    data = folder(tmp_path)
    layout = data / "layout.json"
    layout.write_text('{"version": 1, "positions": {"nobody": [0, 0]}}')
    assert run("check", data=data).stdout.startswith("Warning: layout.json")
    assert run("check", "--strict", data=data).exit_code == 1
    layout.write_text("{broken")
    answer = run("check", data=data)
    assert answer.exit_code == 1
    assert answer.stdout.startswith("Error: layout.json:1: is not valid JSON")
    assert answer.stdout.splitlines()[0] in run("html", "-o", "-", data=data).stderr


def test_the_example_has_no_errors():
    assert run("check").exit_code == 0
