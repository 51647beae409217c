"""Accepted warnings stay quiet until their row changes; types.csv is drafted, never overwritten."""

import csv
import io

import pytest
from terminal import folder as long_folder
from terminal import run
from tiny_network import COUPLE, FUNDING, folder

import graph
from graph.cache import store
from graph.formats import csv_file

LOOPS = FUNDING + "a,a,ally\nb,b,ally\n"
NOTE = "Note: accepted.csv: {} not shown. explore check --all shows them."


def check(data, *options):
    answer = run("check", *options, data=data)
    return answer.exit_code, answer.stdout.splitlines()


def accept(data):
    code, (line,) = check(data, "--accept")
    assert code == 0
    return line


def test_accepted_warnings_are_quiet_and_counted(tmp_path):
    data = folder(tmp_path, relations=LOOPS)
    assert (
        accept(data) == f"{data / 'accepted.csv'}: 2 warnings accepted, each until its row changes."
    )
    assert check(data) == (
        0,
        [
            NOTE.format("2 accepted warnings are"),
            "No problems. 2 actors, 3 relations, 0 sources.",
        ],
    )
    assert check(data, "--strict")[0] == 0
    assert len([line for line in check(data, "--all")[1] if line.startswith("Warning")]) == 2
    assert run("path", "a", "b", data=data).stderr == ""
    assert graph.load(data, strict=True).warnings[0].severity == "note"


def test_a_warning_speaks_again_when_its_row_changes(tmp_path):
    data = folder(tmp_path, relations="source,target,type,note\na,a,ally,\nb,b,ally,\n")
    accept(data)
    folder(tmp_path, relations="source,target,type,note\na,b,ally,\nb,b,ally,changed\na,a,ally,\n")
    lines = check(data)[1]
    assert NOTE.format("1 accepted warning is") in lines
    assert [line[:40] for line in lines if "Warning" in line] == [
        "Warning: relations.csv:3: target: 'b' is"
    ]


def test_the_file_is_sorted_the_same_and_readable(tmp_path):
    data = folder(tmp_path, actors=COUPLE + "c,Ann,persn\n", relations=LOOPS)
    accept(data)
    text = (data / "accepted.csv").read_text(encoding="utf-8")
    accept(data)
    assert (data / "accepted.csv").read_text(encoding="utf-8") == text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == ["file", "id", "column", "rule", "digest", "what"]
    keys = [tuple(row.values()) for row in rows]
    assert keys == sorted(keys)
    assert {row["rule"] for row in rows} == {"shared-name", "unknown-kind", "tie-to-oneself"}
    assert rows[0]["id"] == "c"


def test_what_is_no_longer_wrong_is_forgotten(tmp_path):
    data = folder(tmp_path, relations=LOOPS)
    accept(data)
    folder(tmp_path, relations=FUNDING)
    assert "0 warnings accepted" in accept(data)
    folder(tmp_path, relations=LOOPS)
    assert "2 warnings" in check(data)[1][-1]


def test_errors_are_never_accepted(tmp_path):
    data = folder(tmp_path, relations=LOOPS + "a,,ally\n")
    assert run("check", "--accept", data=data).exit_code == 1
    assert not (data / "accepted.csv").exists()


def test_more_warnings_than_are_listed_are_accepted(tmp_path):
    rows = "".join(f"a,a,ally,{number}\n" for number in range(30))
    data = folder(tmp_path, relations=f"source,target,type,note\n{rows}")
    assert run("check", "--accept", "--most-problems", "5", data=data).exit_code == 0
    answer = run("check", "--most-problems", "5", data=data).stdout
    assert NOTE.format("30 accepted warnings are") in answer


@pytest.mark.parametrize("text", ["", "id,rule\na,b\n", 'file,"x\n'])
def test_a_file_that_was_not_written_so_is_an_error(tmp_path, text):
    data = folder(tmp_path, relations=LOOPS)
    (data / "accepted.csv").write_text(text, encoding="utf-8")
    code, lines = check(data)
    assert code == 1
    assert lines[0].startswith("Error: accepted.csv")


def test_the_cache_knows_what_is_accepted(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_file, "LARGE", 0)
    monkeypatch.setattr("graph.loading.is_worthwhile", lambda _: True)
    monkeypatch.setenv(store.FOLDER_VARIABLE, str(tmp_path / "cache"))
    (tmp_path / "data").mkdir()
    data = folder(tmp_path / "data", relations=LOOPS)
    assert len(graph.load(data).warnings) == 2
    accept(data)
    assert [each.severity for each in graph.load(data).warnings] == ["note"]
    (data / "accepted.csv").unlink()
    assert len(graph.load(data).warnings) == 2


def test_the_example_is_not_written_to():
    for option in ("--accept", "--write-types"):
        answer = run("--example", "check", option)
        assert answer.exit_code == 2
        assert "--data" in answer.stderr


UNDECLARED = 'source,target,type\na,b,cites\na,b,"rivals, at times"\nb,a,=1\n'


def test_types_are_drafted(tmp_path):
    data = folder(tmp_path, relations=UNDECLARED)
    before = graph.load(data)
    code, lines = check(data, "--write-types")
    assert (code, lines) == (
        0,
        [f"{data / 'types.csv'}: 3 types added. Give each a sign (+, - or 0) and its words."],
    )
    after = graph.load(data)
    assert after.warnings == ()
    assert after.relation_rows == before.relation_rows
    assert "\n'=1," in (data / "types.csv").read_text(encoding="utf-8")
    assert check(data, "--write-types")[1] == ["Every type is declared: nothing is written."]


@pytest.mark.parametrize(
    "types",
    ["type,sign\nmocks,-", "Label;Type\r\nmocks;mocks\r\n",
     "\ufefftype\nmocks\n", "label,mine,type\nm,,mocks\n"],
)  # fmt: skip
def test_lines_that_are_there_stay_as_they_are(tmp_path, types):
    data = folder(tmp_path, relations=UNDECLARED, types=types)
    raw = (data / "types.csv").read_bytes()
    assert check(data, "--write-types")[0] == 0
    assert (data / "types.csv").read_bytes().startswith(raw)
    net = graph.load(data)
    assert not any(each.rule == "undeclared-type" for each in net.warnings)
    assert net.columns.types["mocks"].sign == ("-" if "-" in types else "0")


def test_a_file_in_another_encoding_is_not_written_to(tmp_path):
    data = folder(tmp_path, relations=UNDECLARED, types="type\nmöck\n".encode("utf-16"))
    raw = (data / "types.csv").read_bytes()
    answer = run("check", "--write-types", data=data)
    assert (answer.exit_code, (data / "types.csv").read_bytes()) == (1, raw)
    assert "is not in UTF-8" in answer.stderr


def test_an_undeclared_type_that_is_accepted_is_drafted_too(tmp_path):
    data = folder(tmp_path, relations=UNDECLARED)
    accept(data)
    assert "3 types added" in check(data, "--write-types")[1][0]


def test_sound_data_has_nothing_to_accept(tmp_path):
    assert "0 warnings accepted" in accept(long_folder(tmp_path))
