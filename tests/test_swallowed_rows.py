"""Two stray quotes that make one cell of several rows are told, whatever the file and delimiter."""

import pytest
from tiny_network import folder, problems

import graph
from graph.formats import csv_file

REMEDY = "Are rows lost in it? Remove the quotes that open and close it."
ACTORS = "id,name,kind,description\na,Ann,person,\nb,Bob,person,\n"
SWALLOWING = 'c,Cat,person,"A judge\nd,Dan,person,A mayor\ne,Eve,person,A spy"\n'
TOLD = (
    "has a cell of 3 lines, and 2 of them look like rows: they have as many commas as the header."
)


def swallowed(told):
    return [each for each in told if "as the header. Are rows lost" in each]


def test_rows_that_two_quotes_swallow_are_told(tmp_path):
    assert problems(tmp_path, actors=ACTORS + SWALLOWING) == [f"actors.csv:4: {TOLD} {REMEDY}"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("delimiter", "name"), [(";", "semicolons"), ("\t", "tabs"), (",", "commas")]
)
def test_with_every_delimiter_and_line_break(tmp_path, delimiter, name, ending):
    text = (ACTORS + SWALLOWING).replace(",", delimiter).replace("\n", ending)
    (told,) = swallowed(problems(tmp_path, actors=text))
    assert f"as many {name} as" in told


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("relations", 'source,target,type,note\na,b,funds,"One\nb,a,funds,Two\na,a,funds,3"\n'),
        ("sources", 'id,title,author,note\npaper,"The paper\nletter,A letter\nmemo,A memo,Bo",\n'),
        ("types", 'type,sign,mutual,influence,label,inverse\nx,0,no,no,"x\ny,0,no,no,y,y\nz",z\n'),
        ("sources", 'id,title\npaper,"The paper\nletter,A letter"\n'),
    ],
)  # fmt: skip
def test_in_every_file(tmp_path, family, text):
    data = folder(tmp_path, **{family: text})
    try:
        told = [str(warning) for warning in graph.load(data).warnings]
    except graph.DataError as error:
        told = [str(problem) for problem in error.problems]
    if family == "sources" and "author" in text:  # two cells each: no line is like a whole row
        assert swallowed(told) == []
    else:
        assert len(swallowed(told)) == 1


def test_a_large_file_is_not_read_without_the_warning(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_file, "LARGE", 0)
    assert problems(tmp_path, actors=ACTORS + SWALLOWING) == [f"actors.csv:4: {TOLD} {REMEDY}"]


@pytest.mark.parametrize(
    "cell",
    [
        "Two\nlines",
        "A judge, a mayor, a spy,\nand, as some say, a poet, too",
        "Wikipedia:\nhttps://example.org/a",
        "One\n\nand another",
    ],
)
def test_prose_of_several_lines_is_no_row(tmp_path, cell):
    assert problems(tmp_path, actors=f'{ACTORS}c,Cat,person,"{cell}"\n') == []
    with_more = f'id,description,name,kind\na,"{cell}",Ann,person\nb,,Bob,person\n'
    assert problems(tmp_path, actors=with_more) == []
