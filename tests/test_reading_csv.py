"""Reading CSV files: what is understood, what is told, and that nothing is lost."""

import csv
import gzip
import io
import os
import socket
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from labels import say
from systems import only_on_posix
from tiny_network import COUPLE, FUNDING, folder, problems

import graph
from graph.formats.csv_file import read_csv
from graph.formats.formulas import unguard_formula
from graph.names.resolve import WHITE_SPACE
from graph.rules.all_tables import TOO_MANY_CELLS


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_byte_order_mark_delimiter_and_line_ends_change_nothing(tmp_path, mark, delimiter, ending):
    def dressed(text):
        return mark + text.replace(",", delimiter).replace("\n", ending)

    net = graph.load(folder(tmp_path, actors=dressed(COUPLE), relations=dressed(FUNDING)))
    assert [actor.name for actor in net.actor_rows] == ["Ann", "Bob"]
    assert [relation.sentence for relation in net.relation_rows] == [say("Ann [funds] Bob")]


def test_the_delimiter_is_not_taken_from_within_quotes(tmp_path):
    actors = 'id,name,kind,"what; how; why; when"\na,Ann,person,x\nb,Bob,person,y\n'
    net = graph.load(folder(tmp_path, actors=actors))
    assert net.actor_rows[0].attributes == {"what; how; why; when": "x"}


def test_quotes_keep_delimiters_line_breaks_and_quotes(tmp_path):
    actors = 'id,name,kind,description\na,"Ann, ""A""",person,"one\ntwo"\nb,Bob,person,\n'
    ann = graph.load(folder(tmp_path, actors=actors)).actor_rows[0]
    assert (ann.name, ann.description) == ('Ann, "A"', "one\ntwo")


def test_lines_are_physical_ones_after_cells_with_line_breaks(tmp_path):
    actors = 'id,name,kind,description\na,Ann,person,"1\r\n2\n3"\n\nb,,person,\n'
    assert problems(tmp_path, actors=actors) == [
        "actors.csv:6: name: is empty. Every row needs it."
    ]


def test_a_cell_is_told_with_the_line_on_which_it_starts_itself(tmp_path):
    relations = 'source,target,type,note,weight\na,b,ally,"1\r\n2\n",heavy\na,b,ally,,light\n'
    assert problems(tmp_path, relations=relations) == [
        "relations.csv:4: weight: 'heavy' is not a number. Write it like 1.5.",
        "relations.csv:5: weight: 'light' is not a number. Write it like 1.5.",
    ]


def test_blank_lines_before_the_header_count_as_lines_alone(tmp_path):
    actors = "\n \n" + COUPLE.replace("kind", "knd").replace(",", ";")
    assert problems(tmp_path, actors=actors) == [
        "actors.csv:3: kind: this column is missing. Is it 'knd'?"
    ]


def test_blank_rows_are_passed_over(tmp_path):
    assert problems(tmp_path, actors=COUPLE + "\n,,\n  , ,\n") == []


@pytest.mark.parametrize(
    ("row", "cells", "remedy"),
    [
        (
            "c,Cat,person,x",
            4,
            TOO_MANY_CELLS,
        ),
        ("c,Cat", 2, "Add what is missing."),
        ("c", 1, "Add what is missing."),
    ],
    ids=["long", "short", "one"],
)
def test_a_ragged_row_is_an_error(tmp_path, row, cells, remedy):
    told = problems(tmp_path, actors=COUPLE + row + "\n")
    assert told[0] == (f"actors.csv:4: has {cells} cells, but the header names 3 columns. {remedy}")


def test_surrounding_white_space_alone_is_lost(tmp_path):
    actors = "id , name,kind\n a,  Ann  B ,person\nb,NA,person\n"
    net = graph.load(folder(tmp_path, actors=actors))
    assert [actor.name for actor in net.actor_rows] == ["Ann  B", "NA"]


@pytest.mark.parametrize("text", ["NA", "None", "null", "0012", "nan", "TRUE", "1e5"])
def test_what_looks_like_something_else_stays_text(tmp_path, text):
    actors = f"id,name,kind\na,{text},person\nb,Bob,person\n"
    assert graph.load(folder(tmp_path, actors=actors)).actor_rows[0].name == text


def test_gzipped_files_are_read_alike(tmp_path):
    folder(tmp_path)
    plain = graph.load(tmp_path)
    for family in ("actors", "relations"):
        path = tmp_path / f"{family}.csv"
        (tmp_path / f"{family}.csv.gz").write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
    packed = graph.load(tmp_path)
    assert packed.relation_rows == plain.relation_rows
    assert [file.name for file in packed.files] == ["actors.csv.gz", "relations.csv.gz"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain text",
        gzip.compress(b"id,name,kind\n")[:-9],
        gzip.compress(b"x" * 99)[:12] + b"!",
    ],
    ids=["empty", "not packed", "cut off", "damaged"],
)
def test_a_broken_gzip_file_is_told(tmp_path, data):
    folder(tmp_path)
    (tmp_path / "broken.csv.gz").write_bytes(data)
    with pytest.raises(graph.DataError, match=r"^broken\.csv\.gz: (cannot be read|is empty)"):
        graph.load(tmp_path, actors=tmp_path / "broken.csv.gz")


@pytest.mark.parametrize("text", ["", "\n", " \n\n", "\ufeff"])
def test_an_empty_file_is_an_error(tmp_path, text):
    assert problems(tmp_path, actors=text) == [
        "actors.csv: is empty. Name the columns in its first line."
    ]


def test_a_header_alone_is_an_empty_table(tmp_path):
    net = graph.load(
        folder(tmp_path, actors="id,name,kind\n", relations="source,target,type\n", sources="id\n")
    )
    assert (net.actor_rows, net.relation_rows, net.source_rows, net.warnings) == ((), (), (), ())


def test_headers_named_twice_or_not_at_all_are_errors(tmp_path):
    actors = "id,name,kind,name,\na,Ann,person,x,y\nb,Bob,person,x,y\n"
    assert problems(tmp_path, actors=actors)[:2] == [
        "actors.csv:1: name: is named twice. Rename one of the two columns.",
        "actors.csv:1: column 5 has no name. Name it or remove it.",
    ]


def test_a_title_above_the_header_is_pointed_out(tmp_path):
    told = problems(tmp_path, actors="People of 2024,,\n,,\nid,name,kind\na,Ann,person\n")
    remedy = "Remove the lines above it: explore import does it."
    assert f"actors.csv:1: seems to be a title: line 3 seems to name the columns. {remedy}" in told


@pytest.mark.parametrize("family", ["sources", "types"])
def test_the_header_of_a_table_without_rows_is_checked(tmp_path, family):
    told = problems(tmp_path, **{family: "idd,idd\n"})
    assert f"{family}.csv:1: idd: is named twice. Rename one of the two columns." in told


def test_a_missing_folder_or_file_is_told(tmp_path):
    with pytest.raises(graph.DataError, match=r"nowhere: this folder does not exist\."):
        graph.load(tmp_path / "nowhere")
    with pytest.raises(graph.DataError) as caught:
        graph.load(tmp_path)
    assert [problem.what for problem in caught.value.problems] == ["this file does not exist."]
    with pytest.raises(graph.DataError, match=r"odd\.csv: this file does not exist\."):
        graph.load(folder(tmp_path), sources=tmp_path / "odd.csv")


def test_a_folder_in_place_of_a_file_is_told(tmp_path):
    folder(tmp_path)
    (tmp_path / "odd.csv").mkdir()
    with pytest.raises(graph.DataError, match=r"^odd\.csv: is a folder, not a file\. Give a CSV"):
        graph.load(tmp_path, sources=tmp_path / "odd.csv")


def refused(data):
    """Return what is told of a folder's file that is refused."""
    with pytest.raises(graph.DataError) as caught:
        graph.load(data)
    (problem,) = caught.value.problems
    return str(problem)


@only_on_posix
def test_a_pipe_is_told_and_not_waited_for(tmp_path):
    os.mkfifo(folder(tmp_path) / "sources.csv")
    assert refused(tmp_path) == "sources.csv: is a pipe, not a file. Give a CSV file."


@only_on_posix
@pytest.mark.parametrize("name", ["sources.csv", "sources.csv.gz"])
def test_a_device_is_told_and_not_read(tmp_path, name):
    (folder(tmp_path) / name).symlink_to("/dev/zero")
    assert refused(tmp_path) == f"{name}: is a device, not a file. Give a CSV file."


@only_on_posix
def test_a_socket_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(folder(tmp_path))
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("sources.csv")
        assert refused(tmp_path) == "sources.csv: is a socket, not a file. Give a CSV file."


def test_a_link_that_leads_nowhere_is_no_absent_file(tmp_path):
    (folder(tmp_path) / "sources.csv").symlink_to("gone.csv")
    told = "sources.csv: is a link to 'gone.csv', which does not exist. Correct or remove it."
    assert refused(tmp_path) == told


def test_of_a_file_and_its_packed_twin_it_is_told_which_is_read(tmp_path):
    (folder(tmp_path) / "actors.csv.gz").write_bytes(gzip.compress(b"x"))
    told = "actors.csv: is read, but actors.csv.gz beside it is not. Remove one of the two."
    assert problems(tmp_path) == [told]
    net = graph.load(tmp_path, actors=tmp_path / "actors.csv")  # here nobody can be in doubt
    assert net.warnings == ()


@pytest.mark.parametrize("line", ["sep=,", "sep=;", '"sep=,"', "SEP=\t"])
def test_a_note_to_excel_is_one_error(tmp_path, line):
    told = f"actors.csv:2: {line.strip()!r} is a note to Excel, not a header."
    assert problems(tmp_path, actors=f"\n{line}\n{COUPLE}") == [f"{told} Remove this line."]


def test_files_may_lie_anywhere(tmp_path):
    folder(tmp_path)
    net = graph.load(
        "nowhere", actors=tmp_path / "actors.csv", relations=str(tmp_path / "relations.csv")
    )
    assert len(net.relation_rows) == 1


def read(data, name="any.csv"):
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, name)
        path.write_bytes(data)
        return read_csv(path)


def outcome(reading, *given):
    """Return what reading gives, or the problems it tells; any other error is one of ours."""
    try:
        return reading(*given), ()
    except graph.DataError as error:
        return None, error.problems


def load_bytes(actors, relations):
    with tempfile.TemporaryDirectory() as place:
        return graph.load(folder(Path(place), actors=actors, relations=relations))


AT_ONCE = settings(deadline=10_000)  # milliseconds: what hangs is seen, what is slow is not


@AT_ONCE
@given(st.binary(max_size=400), st.sampled_from(["any.csv", "any.csv.gz"]))
@example(gzip.compress(b"id,name,kind\n")[:12] + b"xxxxxxx", "any.csv.gz")
@example(b"\xef\xbb\xbf\xff", "any.csv")
def test_any_bytes_end_in_a_table_or_in_problems(data, name):
    table, told = outcome(read, data, name)
    assert (table is None) == bool(told)
    if table is not None:
        assert {len(cells) for cells in table.columns.values()} <= {len(table)}


CSV_LIKE = st.text(st.sampled_from('ab,;\t"\n\r |é\ufeff\x00\u2028'), max_size=80)


@AT_ONCE
@given(CSV_LIKE | st.text(max_size=80), CSV_LIKE | st.text(max_size=80))
def test_any_text_ends_in_a_network_or_in_problems(actors, relations):
    head = "id,name,kind\na,Ann,person\n", "source,target,type\n"
    texts = head[0] + actors, head[1] + relations
    net, told = outcome(load_bytes, *(text.encode(errors="replace") for text in texts))
    if net:
        assert net.actor_rows[0].id == "a"
    else:
        assert any(problem.severity == "error" for problem in told)


def kept(cell):
    """Return what is left of a cell when it is read."""
    return unguard_formula(cell.strip(WHITE_SPACE))


CELL = st.text(max_size=12).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))


@given(
    st.lists(
        CELL.map(kept).filter(lambda name: name == kept(name) != "" and name != "first"),
        min_size=1,
        max_size=5,
        unique=True,
    ),
    st.data(),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_is_what_is_read(header, data, delimiter, ending):
    row = st.lists(CELL, min_size=len(header), max_size=len(header))
    rows = data.draw(st.lists(row.filter(lambda cells: any(map(kept, cells))), max_size=5))
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator=ending).writerows(
        [["first", *header], *[["x", *cells] for cells in rows]]
    )
    table = read(text.getvalue().encode("utf-8"))
    assert list(table.columns) == ["first", *header]
    got = zip(*table.columns.values(), strict=True)
    assert list(got) == [("x", *map(kept, cells)) for cells in rows]
