import json
import subprocess
import sys

import pytest
from terminal import environment

SLOW = {
    "IPython", "asyncio", "duckdb", "email", "igraph", "jinja2", "networkit",
    "networkx", "numpy", "pandas", "pyarrow", "pyvis", "rich", "scipy", "typst", "xml",
}  # fmt: skip
ASK = """
import json, sys
from explorer.cli import explore
try:
    explore.main({words!r}, prog_name="explore")
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
BACKEND = """
from __future__ import annotations\nimport json, sys, typing
before = set(sys.modules)
from graph.backend.info import get_info
get_info()
print(json.dumps(sorted(set(sys.modules) - before)), file=sys.stderr)
"""
PATHS = (
    ["path", "Lukashenko", "Vilnius"],
    ["path", "Лукашенко", "Вільня", "--at", "2022", "--avoid", "borders"],
    ["path", "Putin", "Vilnius", "--all", "--format", "json"],
    ["path", "Putin", "Vilnius", "--format", "markdown"],
)
TEXTS = (["--help"], ["--version"], ["path", "--help"])
UNASKED = (
    "graph.analysis.balance",
    "graph.analysis.camps",
    "graph.analysis.large",
    "graph.comparison",
    "graph.formats.accepted_file",
    "graph.formats.encoding_likelihood",
    "graph.importing",
    "graph.layout",
    "graph.saved.layout_file",
    "graph.saved.story_markdown",
    "explorer.page",
    "explorer.picture",
)
"""Modules of ours that a path does not need."""
FOR_HELP = {"graph", "graph.text", "graph.text.safe"}


def run(script):
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1])), done.stdout


def ask(*words):
    imported, printed = run(ASK.format(words=["--example", *words]))
    assert "click" in imported
    assert printed
    return imported


@pytest.mark.long
@pytest.mark.parametrize("words", [*PATHS, ["check"], *TEXTS])
def test_what_is_answered_at_once_imports_nothing_slow(words):
    imported = {name.partition(".")[0] for name in ask(*words)}
    assert imported & SLOW == set()


@pytest.mark.long
@pytest.mark.parametrize("words", PATHS)
def test_a_path_imports_the_part_of_the_engine_that_it_needs(words):
    assert [name for name in ask(*words) if name.startswith(UNASKED)] == []


@pytest.mark.long
@pytest.mark.parametrize("command", ["brief", "timeline", "camps --doubt"])
def test_a_small_network_needs_neither_solver_nor_networkx(command, tmp_path):
    output = ["-o", str(tmp_path / "brief.md")] if command == "brief" else []
    imported = {name.partition(".")[0] for name in ask(*command.split(), *output)}
    assert imported & {"highspy", "networkx", "pandas", "scipy"} == set()


def test_the_help_imports_nothing_of_the_engine():
    assert {name for name in ask("--help") if name.startswith("graph")} == FOR_HELP


def test_looking_up_the_backend_imports_nothing_but_its_own_description():
    imported, _ = run(BACKEND)
    assert imported == {"graph", "graph.backend", "graph.backend.info"}


def test_every_public_name_is_found_at_its_first_use():
    script = "import graph, json, sys; [getattr(graph, name) for name in graph.__all__]"
    imported, _ = run(f"{script}; print(json.dumps(sorted(sys.modules)), file=sys.stderr)")
    assert {"graph.network", "graph.comparison.what_if"} <= imported
