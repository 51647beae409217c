"""Any file in a notebook: the network, and the report on it as an answer."""

import pandas as pd
import pytest

import explorer
from graph.errors import QuestionError


@pytest.fixture
def ties(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text(
        "From,To,Relationship\nAnna,Bo,enemy of\nPaul Huber,Bo,friend\nPaul Hube,Bo,x\n"
    )
    return path


def test_a_file_is_read_and_its_report_is_an_answer(ties):
    net = explorer.read(ties)
    assert net.relations["type"].tolist() == ["opposes", "friend_of", "x"]
    assert net.report.sentence == "ties.csv: 4 actors, 3 relations."
    assert list(net.report.frame.columns) == ["topic", "decision", "option", "guess"]
    assert any("1 pair of names is nearly alike: " in text for text in net.report.notes)
    assert net.report._repr_html_().startswith("<p>")


def test_a_filter_keeps_the_report(ties):
    assert explorer.read(ties).avoid("opposes").report.relations == 3


def test_options_are_those_of_the_command(ties):
    net = explorer.read(ties, types={"x": "-"}, merge={"Paul Hube": "Paul Huber"})
    assert len(net.actors) == 3
    assert net.types["x"].sign == "-"
    with pytest.raises(QuestionError, match="dates: 'dym' is not one of dmy, mdy, ymd"):
        explorer.read(ties, dates="dym")


def test_a_frame_of_edges_is_a_network():
    frame = pd.DataFrame(
        {"payer": ["Anna", "Bo"], "payee": ["Bo", "Cy"], "eur": [5, 7], "memo": ["a", "b"]}
    )
    net = explorer.from_edges(frame, source="payer", target="payee", type="paid", weight="eur")
    assert net.relations["weight"].tolist() == [5, 7]
    assert net.relations["memo"].tolist() == ["a", "b"]
    assert net.path("Anna", "Cy").length == 2


def test_a_column_may_hold_the_type():
    frame = pd.DataFrame({"a": ["Anna"], "b": ["Bo"], "how": ["funds"]})
    assert (
        explorer.from_edges(frame, source="a", target="b", type="how").relations["type"][0]
        == "funds"
    )


def test_a_column_that_is_not_there_is_refused_with_the_nearest():
    frame = pd.DataFrame({"payer": ["Anna"], "payee": ["Bo"]})
    with pytest.raises(QuestionError, match=r"'pyer' is not a column\. Did you mean 'payer'"):
        explorer.from_edges(frame, source="pyer", target="payee")


def test_columns_called_source_and_target_are_found():
    frame = pd.DataFrame({"source": ["Anna", "Bo"], "target": ["Bo", "Cy"], "type": ["ally"] * 2})
    ends = [["Anna", "Bo"], ["Bo", "Cy"]]
    assert explorer.from_edges(frame).relations[["source", "target"]].to_numpy().tolist() == ends
    other = frame.rename(columns={"source": "who", "target": "whom"})
    net = explorer.from_edges(other, "who", "whom", type="type")
    assert net.relations[["source", "target"]].to_numpy().tolist() == ends
