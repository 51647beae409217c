"""Claimants and sources that only one of two versions has, as filters of a comparison."""

import pytest
from click.testing import CliRunner

from explorer.cli import explore

ACTORS = "id,name,kind\na,Ann,person\nb,Bo,person\nc,Cy,person\nd,Ann Dee,person\n"
HEAD = "source,target,type,claimant,reference\n"
BEFORE = f"{HEAD}a,b,ally,,old\nb,c,opposes,Cy,old\n"
AFTER = f"{HEAD}a,b,ally,,old\nb,c,opposes,Cy,old\nc,a,funds,a witness,new\n"
SOURCES = "id,title\nold,The old paper\n"


@pytest.fixture
def folders(tmp_path):
    versions = {"before": (BEFORE, SOURCES), "after": (AFTER, f"{SOURCES}new,The new paper\n")}
    for name, (relations, sources) in versions.items():
        (tmp_path / name).mkdir()
        files = {"actors": ACTORS, "relations": relations, "sources": sources}
        for family, text in files.items():
            (tmp_path / name / f"{family}.csv").write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in versions]


def compare(folders, *words):
    return CliRunner().invoke(explore, ["compare", *folders, *words], prog_name="explore")


@pytest.mark.parametrize(
    ("words", "relations"),
    [
        (["--according-to", "a witness"], "Relations: 1 added, 0 removed"),
        (["--according-to", "Cy"], "Nothing differs."),
        (["--without-source", "new"], "Nothing differs."),
        (["--without-source", "old"], "Relations: 1 added, 0 removed"),
        (["--avoid-actor", "c"], "Nothing differs."),
    ],
)
def test_what_one_version_alone_has_is_no_error(folders, words, relations):
    answer = compare(folders, *words)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert relations in answer.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--according-to", "nobody at all"], "'nobody at all'"),
        (["--according-to", "An"], "'An'"),
        (["--avoid-actor", "Dee Ann Ek"], "'Dee Ann Ek' names no actor"),
        (["--without-source", "The paper"], "'The paper'"),
    ],
)
def test_what_neither_has_is_an_error(folders, words, message):
    answer = compare(folders, *words)
    assert answer.exit_code in {1, 2}
    assert answer.stdout == ""
    assert message in answer.stderr
