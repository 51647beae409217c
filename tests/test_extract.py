"""`explore extract` writes a part of a network as a folder that every command reads."""

import pytest
from terminal import run

import graph
from graph.data.counts import format_count

# a to d in a row, e beside b, and x with y apart from all.
RELATIONS = """\
source,target,type
a,b,ally
b,c,funds
c,d,ally
e,b,opposes
x,y,ally
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "relations.csv").write_text(RELATIONS, "utf-8")
    return tmp_path


def extract(folder, *words):
    return run("extract", str(folder / "part"), *words, data=folder)


def read(folder):
    part = graph.load(folder / "part")
    return {actor.id for actor in part.actor_rows}, len(part.relation_numbers)


@pytest.mark.parametrize(
    ("words", "actors", "relations"),
    [
        (("--ego", "a"), "ab", 1),
        (("--ego", "a", "--depth", "2"), "abce", 3),
        (("--ego", "e", "--directed"), "be", 1),
        (("--ego", "c", "--directed"), "cd", 1),
        (("--between", "a", "d"), "abcd", 3),
        (("--community", "x"), "xy", 1),
        (("--avoid", "ally"), "bce", 2),
        (("--ego", "b", "--avoid", "opposes"), "abc", 2),
        (("--ego", "e", "--avoid", "opposes,ally"), "e", 0),
        ((), "abcdexy", 5),
    ],
)
def test_the_part_has_the_actors_asked_for_and_the_relations_among_them(
    folder, words, actors, relations
):
    answer = extract(folder, *words)
    assert answer.exit_code == 0, answer.output
    assert read(folder) == (set(actors), relations)
    counts = f"{format_count(len(actors), 'actor')}, {format_count(relations, 'relation')}"
    assert answer.stdout.endswith(f"{counts}\n")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--between", "a", "x"), 2, "No path leads from a to x"),
        (("--between", "d", "a", "--directed"), 2, "No path leads from d to a"),
        (("--ego", "bb"), 1, "'bb' names no actor"),
        (("--ego", "a", "--community", "b"), 2, "--ego and --community exclude each other"),
        (("--depth", "2"), 2, "--depth needs --ego"),
        (("--directed",), 2, "--directed needs --ego or --between"),
    ],
)
def test_what_cannot_be_brought_leaves_no_folder(folder, words, code, message):
    answer = extract(folder, *words)
    assert answer.exit_code == code
    assert message in answer.output
    assert not (folder / "part").exists()


def test_a_folder_with_data_stays_as_it_is(folder):
    extract(folder, "--ego", "a")
    before = {path: path.read_bytes() for path in (folder / "part").iterdir()}
    answer = extract(folder, "--ego", "b")
    assert answer.exit_code == 1
    assert "already has" in answer.output
    assert {path: path.read_bytes() for path in (folder / "part").iterdir()} == before


def test_who_is_alone_is_in_no_community(folder):
    (folder / "actors.csv").write_text(
        "id,name\n" + "".join(f"{a},{a}\n" for a in "abcdexyz"), "utf-8"
    )
    answer = extract(folder, "--community", "z")
    assert answer.exit_code == 2
    assert "none, name z: it is in no community" in answer.output
