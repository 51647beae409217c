"""A rule that very many rows break is not run to the end, and no error is lost by that."""

import pytest
from tiny_network import COUPLE, folder

import graph


def test_a_rule_that_many_rows_break_is_not_run_to_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.rules.check.MOST_COUNTED", 5)
    rows = "a,a,ally\n" * 9 + "x;b,b,ally\n"
    with pytest.raises(graph.DataError) as caught:
        graph.load(
            folder(tmp_path, relations=f"source,target,type\n{rows}"),
            limits=graph.Limits(most_problems=2),
        )
    told = list(map(str, caught.value.problems))
    assert any(line.startswith("relations.csv:11: source: 'x;b' names no actor.") for line in told)
    assert told[-1].startswith("relations.csv: More than 8 more warnings are not listed.")


def test_an_error_is_told_behind_many_warnings_of_its_rule(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.rules.check.MOST_COUNTED", 5)
    names = "".join(f"c{number},N\x01{number},person\n" for number in range(9))
    with pytest.raises(graph.DataError, match="which is invisible") as caught:
        graph.load(folder(tmp_path, actors=f"{COUPLE}{names}d,D\0n,person\n"))
    assert [problem.line for problem in caught.value.problems if problem.severity == "error"] == [
        13
    ]
