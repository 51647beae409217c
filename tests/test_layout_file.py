"""layout.json: read strictly, told what is wrong, and who is placed stays there."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal import ROOT, run
from tiny_network import folder, network

import explorer
import graph
from explorer.page import Presentation
from explorer.page.document import build_document
from explorer.page.packed_columns import unpack
from graph.layout.positions import compute_positions
from graph.saved.arrangement import Arrangement, arrange_actors
from graph.saved.layout_file import parse_layout, read_layout

ACTORS = "id,name,kind,private\na,Ann,person,\nb,Bob,person,\nc,Cy,person,\ni,Ivo Kay,person,yes\n"
RELATIONS = "source,target,type,id\na,b,ally,r1\nb,c,funds,r2\ni,a,funds,r3\n"
SAVED = {
    "version": 1,
    "positions": {"a": [0, 0], "b": [100, 0.5], "i": [7, 7]},
    "notes": {"actors": {"a": "Ask again.", "i": "Secret."}, "relations": {"r2": "Doubtful."}},
    "state": "#avoid=ally&at=2022",
}


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path, actors=ACTORS, relations=RELATIONS)


@pytest.fixture
def net(data):
    return graph.load(data)


def parsed(net, value):
    text = value if isinstance(value, str) else json.dumps(value)
    found, problems = parse_layout(text, "layout.json", net)
    return found, [f"{each.severity}: {each}" for each in problems]


def test_what_was_saved_is_read(net):
    found, problems = parsed(net, SAVED)
    assert problems == []
    assert found.positions == {"a": (0, 0), "b": (100, 0.5), "i": (7, 7)}
    assert found.notes == ("Ask again.", "Secret.", "Doubtful.")
    assert parsed(net, found.to_dict())[0] == found
    assert parsed(net, {"version": 1}) == (Arrangement(), [])


def test_of_what_is_left_out_or_withheld_nothing_is_kept(data, net):
    (data / "layout.json").write_text(json.dumps(SAVED), encoding="utf-8")
    found = read_layout(data / "layout.json", net.public().avoid_actor("b"), before=net)
    assert found.warnings == ()
    assert (list(found.positions), found.notes) == (["a"], ("Ask again.",))
    linked = {"version": 1, "state": "#actor=i&avoid=ally"}
    (data / "layout.json").write_text(json.dumps(linked), encoding="utf-8")
    assert read_layout(data / "layout.json", net.public(), before=net).state == "#avoid=ally"


WRONG = {
    "": "error: layout.json:1: is not valid JSON: expecting value. Save the layout from the page "
    "again.",
    "{}": "error: layout.json: version: is not 1.",
    "[1]": "error: layout.json: version: is not 1.",
    '{"version": true}': "error: layout.json: version: is not 1.",
    '{"version": 2}': "error: layout.json: version: is not 1.",
    '{"version": 1, "version": 1}': "error: layout.json: 'version' is given twice.",
    '{"version": 1, "positions": {"a": [NaN, 1]}}': "error: layout.json: NaN is not a number.",
    '{"version": 1, "positions": {"a": [1e999, 1]}}': "error: layout.json: positions: 'a' has no "
    "valid",
    '{"version": 1, "positions": {"a": [1]}}': "error: layout.json: positions: 'a' has no valid "
    "position.",
    '{"version": 1, "positions": {"a": [true, 1]}}': "error: layout.json: positions: 'a' has no "
    "valid",
    '{"version": 1, "positions": {"a": [2000000, 1]}}': "error: layout.json: positions: 'a' has "
    "no valid",
    '{"version": 1, "positions": [1]}': "error: layout.json: positions: is not an object.",
    '{"version": 1, "notes": {"actors": {"a": 1}}}': "error: layout.json: notes.actors: the note",
    '{"version": 1, "notes": "x"}': "error: layout.json: notes: is not an object.",
    '{"version": 1, "state": "javascript:x"}': "error: layout.json: state: is not a page link of "
    "at",
    '{"version": 1, "state": 1}': "error: layout.json: state: is not a page link of at",
    '{"version": 1, "positons": {}}': "warning: layout.json: 'positons' is not a part of a layout "
    "and "
    "is ignored. Did you mean 'positions'?",
    '{"version": 1, "positions": {"an": [1, 2]}}': "warning: layout.json: positions: 'an' is no",
    '{"version": 1, "notes": {"relations": {"r9": "x"}}}': "warning: layout.json: notes.relations: "
    "'r9' is not a relation and is ignored.",
    '{"version": 1, "state": "#avoid=aly"}': "warning: layout.json: state: #avoid=aly: 'aly' is no",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told(net, text):
    problems = parsed(net, text)[1]
    assert len(problems) == 1
    assert problems[0].startswith(WRONG[text])


def test_what_is_long_or_deep_is_an_error(net):
    deep = "[" * 100_000
    assert parsed(net, deep)[1][0].startswith("error: layout.json")
    digits = '{"version": 1, "positions": {"a": [' + "9" * 5_000 + ", 1]}}"
    assert "'a' has no valid position." in parsed(net, digits)[1][0]
    version = '{"version": ' + "1" * 5_000 + "}"
    assert parsed(net, version)[1][0].startswith("error: layout.json: version: is not 1.")
    long = {"version": 1, "notes": {"actors": {"a": "x" * 2_001}}, "state": "#" + "x" * 8_000}
    assert len(parsed(net, long)[1]) == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "actors", "state"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.slow
@given(st.dictionaries(st.sampled_from([*SAVED, "other"]), JSON))
def test_any_json_ends_in_an_arrangement_or_in_problems(value):
    net = network("a ally b")
    found, problems = parse_layout(json.dumps({"version": 1, **value}), "layout.json", net)
    if not any(problem.severity == "error" for problem in problems):
        assert parse_layout(json.dumps(found.to_dict()), "layout.json", net) == (found, [])


def star(spokes):
    return network(*(f"hub funds s{n}" for n in range(spokes)))


def test_who_is_placed_stays_and_the_others_follow():
    net = star(12)
    drawn = compute_positions(net)
    assert arrange_actors(net, Arrangement()) == drawn
    # Everything but one is turned by a quarter, doubled and moved: the one follows.
    moved = [(round(500 - 2 * y), round(2 * x - 300)) for x, y in drawn]
    ids = [actor.id for actor in net.actor_rows]
    fixed = dict(zip(ids[:-1], moved[:-1], strict=True))
    found = arrange_actors(net, Arrangement(fixed))
    assert found[:-1] == moved[:-1]
    assert found[-1] == pytest.approx(moved[-1], abs=2)
    everybody = Arrangement(dict(zip(ids, moved, strict=True)))
    assert arrange_actors(net, everybody) == moved


def test_nobody_is_drawn_on_somebody_who_is_placed():
    net = star(8)
    x, y = compute_positions(net)[3]
    found = arrange_actors(net, Arrangement({"hub": compute_positions(net)[0], "s0": (x, y)}))
    others = [place for place in found if place != (x, y)]
    assert len(others) == 8
    assert min(max(abs(x - a), abs(y - b)) for a, b in others) > 20


@pytest.mark.slow
def test_the_page_gets_places_notes_and_what_it_shows(data):
    (data / "layout.json").write_text(json.dumps(SAVED), encoding="utf-8")
    net = explorer.load(data)
    layout = read_layout(data / "layout.json", net.public(), before=net)
    made = build_document(net.public(), Presentation(arrangement=layout))
    places = [unpack(made["drawing"]["nodes"][axis], 3)[:2] for axis in "xy"]
    assert places == [[0, 100], [0, 0]]
    assert made["saved"] == {
        "placed": True,
        "notes": {"actors": {"a": "Ask again."}, "relations": {"r2": "Doubtful."}},
        "state": "#avoid=ally&at=2022",
    }
    assert "Secret" not in net.html()
    assert "Ask again." in net.html()
    assert "Ask again." not in net.html(layout=False)
    assert "Secret" in net.html(include_private=True)


def test_without_one_no_actor_or_relation_is_made(net):
    build_document(net, Presentation("T", "D", arrangement=Arrangement()))
    assert {"actor_rows", "relation_rows"}.isdisjoint(vars(net))


@pytest.mark.slow
def test_the_terminal_reads_the_one_beside_the_data_or_the_one_that_is_given(data, tmp_path):
    plain = ["html", "-o", "-"]
    assert "Doubtful." not in run(*plain, data=data).stdout
    (data / "layout.json").write_text(json.dumps(SAVED), encoding="utf-8")
    assert "Doubtful." in run(*plain, data=data).stdout
    assert "Doubtful." not in run(*plain, "--no-layout", data=data).stdout
    other = tmp_path / "mine.json"
    named = {"version": 1, "notes": {"actors": {"b": "Knows Ivo Kay."}, "relations": {"x": "y"}}}
    other.write_text(json.dumps(named), encoding="utf-8")
    answer = run(*plain, "--layout", str(other), data=data)
    assert "Knows Ivo Kay." in answer.stdout
    assert answer.stderr.splitlines()[1:] == [
        "Warning: mine.json: notes.relations: 'x' is not a relation and is ignored.",
        "Warning: 'Knows Ivo Kay.' still names 'Ivo Kay', who is withheld. Change the text.",
    ]
    strict = run("--strict", *plain, "--layout", str(other), data=data)
    assert (strict.exit_code, strict.stdout) == (1, "")
    both = run(*plain, "--layout", "x", "--no-layout", data=data)
    assert (both.exit_code, "exclude each other" in both.stderr) == (2, True)


@pytest.mark.parametrize("text", ["{", '{"version": 3}', '{"version": 1, "positions": {"a": [0]}}'])
def test_a_broken_one_is_one_line_and_no_page(data, tmp_path, text):
    (data / "layout.json").write_text(text, encoding="utf-8")
    answer = run("html", "-o", str(tmp_path / "page.html"), data=data)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr.startswith("Withheld: 1 actor and 1 relation.\nError: layout.json")
    assert not (tmp_path / "page.html").exists()


def test_it_is_never_written_over_and_it_is_one_of_the_inputs(data, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    public = folder(data, actors="id,name,kind\na,Ann,person\nb,Bob,person\nc,Cy,person\n",
                    relations="source,target,type\na,b,ally\n")  # fmt: skip
    assert run("html", "-o", "layout.json", data=public).exit_code == 2
    for name, code in (("mine.json", 2), ("mine.html", 1)):
        (tmp_path / name).write_text('{"version": 1}', encoding="utf-8")
        answer = run("html", "-o", name, "--layout", name, data=public)
        assert answer.exit_code == code
        assert (tmp_path / name).read_text() == '{"version": 1}'
    assert "this file is an input" in answer.stderr
    told = run("html", "-o", "-", "--layout", "mine.json", data=public).stdout
    assert "explore html --layout mine.json" in told
    assert '"file":"mine.json"' in told


def test_the_one_that_is_shown_in_the_docs_has_nothing_wrong():
    text = (ROOT / "docs" / "layout.md").read_text(encoding="utf-8")
    shown = text.split("```json\n")[1].split("```")[0]
    found, problems = parse_layout(shown, "layout.json", graph.load_example())
    assert (problems, len(found.positions), len(found.notes)) == ([], 2, 2)
