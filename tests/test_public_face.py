"""What a user sees of a Network: its completions, and its types."""

import inspect
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

import explorer
import graph
from graph.analysis.questions import Questions
from graph.network import PUBLIC_NAMES
from graph.select.filtering import FilterableSelection

SCRIPT = Path(__file__).parent / "cases" / "user_script.py"
NAMES = sorted(name for names in PUBLIC_NAMES.values() for name in names)
EXPLORER_NAMES = ["brief", "draw_path", "html", "picture", "save", "what_if"]


def public_members(kind):
    return {name for name in vars(kind) if not name.startswith("_")}


def test_dir_lists_questions_filters_data_and_ways_out_only():
    assert list(PUBLIC_NAMES) == ["questions", "filters", "data", "ways out"]
    assert len(set(NAMES)) == len(NAMES)
    assert dir(graph.load_example()) == NAMES
    assert dir(explorer.load_example()) == sorted([*NAMES, *EXPLORER_NAMES])


def test_every_question_and_filter_is_listed():
    assert public_members(FilterableSelection) == set(PUBLIC_NAMES["filters"])
    asked = set().union(*map(public_members, (Questions, *Questions.__bases__)))
    assert asked == set(PUBLIC_NAMES["questions"]) - {"resolve", "suggest"}


@pytest.mark.parametrize("name", [*NAMES, *EXPLORER_NAMES])
def test_every_public_name_has_a_docstring(name):
    network = explorer.load_example()
    assert hasattr(network, name)
    if name in {field.name for field in fields(network)}:
        documented = "".join(inspect.getdoc(kind) or "" for kind in type(network).__mro__[:-1])
        assert name in documented.replace(",", "\n").split()
    else:
        assert inspect.getdoc(inspect.getattr_static(network, name))


def test_what_may_be_supposed_has_the_names_of_the_engine():
    asked = inspect.signature(graph.what_if).parameters
    given = inspect.signature(explorer.Network.what_if).parameters
    assert given.keys() - {"self"} == asked.keys() - {"network", "progress"}
    assert all(each.default == asked[name].default for name, each in given.items() if name in asked)


@pytest.mark.parametrize("package", [graph, explorer])
def test_packages_are_typed(package):
    assert (Path(package.__file__).parent / "py.typed").is_file()


@pytest.mark.slow
def test_a_users_type_checker_sees_our_types(tmp_path):
    pytest.importorskip("mypy")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.read_text(encoding="utf-8"), encoding="utf-8")
    options = ["--strict", "--no-error-summary", "--cache-dir", str(tmp_path / "cache")]
    check = subprocess.run(
        [sys.executable, "-m", "mypy", *options, script.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (check.returncode, check.stdout) == (0, ""), check.stdout + check.stderr
