"""What is said of a figure of the structure is true: its facts are tried on tiny networks."""

import json

import pytest
from terminal import folder, run
from tiny_network import of_rows

import graph
from explorer.report.answer_html import render_html
from graph.analysis.facts.catalogue import STRUCTURE_FACTS
from graph.analysis.facts.measure_facts import LOOPS
from graph.analysis.structure_figure import FIGURES, read_value

NAMES = "A B C D E F"
ROWS = ("A funds B", "A funds C", "B ally C", "C funds D", "E opposes C")
PLAIN = [name for name in STRUCTURE_FACTS if not name.startswith("two_mode")]
each_figure = pytest.mark.parametrize("figure", PLAIN)


def value(figure, *rows, names=NAMES, signs=None):
    """Return a figure of the network of lines; C, D and X are of a kind of their own."""
    actors = [{"id": name, "name": name, "kind": "state" if name in "CDX" else "person"}
              for name in names.split()]  # fmt: skip
    relations = []
    for source, kind, target, *more in map(str.split, rows):
        cells = dict(each.split("=") for each in more)
        relations.append({"source": source, "type": kind, "target": target, **cells})
    return read_value(of_rows(actors, relations).structure(signs=signs), figure)


def turn(row):
    here, kind, there = row.split()
    return f"{there} {kind} {here}"


def test_every_figure_has_facts():
    assert {name for name, _, _ in FIGURES} | {"two_mode.density"} == set(STRUCTURE_FACTS)
    labels = {name: label for name, label, _ in FIGURES} | {"two_mode.density": "two-mode density"}
    for name, facts in STRUCTURE_FACTS.items():
        said = facts.to_dict()
        assert (facts.id, facts.label) == (name, labels[name])
        assert all(text for field, text in said.items() if field != "sources")
        assert said["question"].endswith("?")
        assert facts.misleads.endswith(".")


@pytest.mark.parametrize(("name", "_label", "projection"), FIGURES)
def test_the_facts_have_the_projection_of_the_answer(name, _label, projection):
    facts = STRUCTURE_FACTS[name]
    assert (facts.direction == "arrows") == projection.startswith("from source to target")
    assert (facts.parts == "largest") == projection.endswith("in the largest component")


@each_figure
def test_loops_and_disputed_relations(figure):
    more = value(figure, *ROWS, "B funds B", "D funds B stance=disputes")
    says_so = STRUCTURE_FACTS[figure].loops == LOOPS
    assert (more == value(figure, *ROWS)) is says_so


@each_figure
def test_weights_never_count(figure):
    assert STRUCTURE_FACTS[figure].weights == "never"
    assert value(figure, *(f"{row} weight=7" for row in ROWS)) == value(figure, *ROWS)


@each_figure
def test_all_signs_count_unless_some_are_chosen(figure):
    friendly = [row.replace("opposes", "funds") for row in ROWS]
    assert value(figure, *friendly) == value(figure, *ROWS)
    can_be_chosen = STRUCTURE_FACTS[figure].signs == "all"
    rest = [row for row in ROWS if "opposes" not in row] if can_be_chosen else ROWS
    assert value(figure, *ROWS, signs="not_negative") == value(figure, *rest)


@each_figure
def test_only_arrows_have_a_direction(figure):
    """One relation turned round closes a circle of three."""
    rows = ("A funds B", "B funds C", "A funds C")
    turned = value(figure, *rows[:2], turn(rows[2]), "C ally D")
    may_change = STRUCTURE_FACTS[figure].direction == "arrows"
    assert may_change or turned == value(figure, *rows, "C ally D")
    if figure == "components.strong":
        assert turned < value(figure, *rows, "C ally D")


@each_figure
def test_the_largest_part_alone(figure):
    smaller = value(figure, *ROWS, "X funds Y", names=f"{NAMES} X Y")
    if STRUCTURE_FACTS[figure].parts == "largest":
        assert smaller == value(figure, *ROWS)


@each_figure
def test_figures_are_on_the_scale(figure):
    scale, found = STRUCTURE_FACTS[figure].scale, value(figure, *ROWS)
    assert found >= (-1 if scale.startswith("-1") else 0)
    assert found <= (1 if scale.startswith(("0 to 1", "-1 to 1")) else 30)
    assert isinstance(found, int) == scale.startswith("a count")


def test_two_mode_density_is_there_only_between_two_kinds():
    actors = [{"id": name, "name": name, "kind": kind} for name, kind in
              (("a", "person"), ("b", "person"), ("x", "event"), ("y", "event"))]  # fmt: skip
    rows = [{"source": one, "target": other, "type": "related_to"}
            for one, other in ("ax", "ay", "by")]  # fmt: skip
    answer = of_rows(actors, rows).structure()
    assert answer.two_mode.density == 3 / (2 * 2)
    assert "two_mode.density" in answer.facts
    rows.append({"source": "a", "target": "b", "type": "related_to"})
    assert "two_mode.density" not in of_rows(actors, rows).structure().facts


# In every face


def test_json_carries_the_same_facts_with_and_without_data(tmp_path):
    data = folder(tmp_path, "id,name\na,Ann\nb,Bo\n", "source,target,type\na,b,funds\n")
    answered = json.loads(run("structure", "--format", "json", data=data).stdout)["facts"]
    explained = json.loads(run("structure", "--explain", "all", "--format", "json").stdout)["facts"]
    assert list(explained) == list(STRUCTURE_FACTS)
    assert answered == {name: explained[name] for name in answered}
    assert explained["density"] == STRUCTURE_FACTS["density"].to_dict()


def test_explain_takes_names_and_labels():
    answer = run("structure", "--explain", "strong components,mean_path_length").stdout
    assert answer.startswith("components.strong: strong components\n")
    assert STRUCTURE_FACTS["mean_path_length"].misleads in answer


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--explain diametr", "--explain: 'diametr' is not a figure. Did you mean 'diameter'?"),
        ("--explain radius --avoid ally", "--avoid has no effect beside --explain"),
    ],
)
def test_explain_refuses_what_it_cannot_use(words, message):
    answer = run("structure", *words.split())
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert message in answer.stderr


def test_a_notebook_folds_them_out():
    html = render_html(graph.load_example().structure())
    assert "<summary>What the figures mean</summary>" in html
    assert STRUCTURE_FACTS["transitivity"].misleads in html
