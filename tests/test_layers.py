"""The rooms of both packages: imports run down only, and in no circle."""

import ast
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "docs"))
from imports import (
    ROOMS,
    ROOT,
    find_circles,
    find_imports,
    find_modules,
    find_upward_imports,
    room_of,
)

MODULES = find_modules()
IMPORTS = find_imports(MODULES)
MOST_AT_THE_ROOT = 6
MOST_ROOMS = 23


def test_every_module_has_a_room_and_every_room_a_module():
    listed = [room for rooms in ROOMS.values() for room in rooms]
    assert len(listed) == len(set(listed))
    assert {room_of(module) for module in MODULES} == set(listed)


def test_imports_run_down_only():
    assert find_upward_imports(IMPORTS) == []


def test_imports_run_in_no_circle():
    assert find_circles(IMPORTS) == []


def test_the_engine_does_not_know_the_faces():
    assert [
        pair for pair in IMPORTS if pair[0].startswith("graph") and pair[1].startswith("explorer")
    ] == []


def test_the_engine_is_made_of_few_rooms():
    assert len(list((ROOT / "graph").glob("*.py"))) <= MOST_AT_THE_ROOT
    assert len(ROOMS["graph"]) <= MOST_ROOMS


def test_the_engine_never_prints():
    calls = [
        f"{module}:{node.lineno}"
        for module, file in MODULES.items()
        if module.startswith("graph")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    assert calls == []


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        (("graph.data.table", "graph.network"), ["graph.data.table imports graph.network"]),
        (("graph.network", "graph.data.table"), []),
        (("explorer.cli.commands.path", "explorer.cli.group"),
         ["explorer.cli.commands.path imports explorer.cli.group"]),
        (("explorer.cli.commands.path", "explorer.cli.session"), []),
    ],
)  # fmt: skip
def test_an_upward_import_would_be_seen(pair, told):
    assert find_upward_imports({pair}) == told


def test_a_circle_would_be_seen():
    assert find_circles({("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")}) == [["a", "b", "c"]]
