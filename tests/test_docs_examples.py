"""The examples of the other pages in docs/ work: Python runs, a story and a layout are valid."""

import importlib
import re
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from documents import read_blocks

import graph
from explorer.cli import explore
from explorer.report.markdown import escape
from graph.analysis.centrality import MEASURES
from graph.analysis.facts.catalogue import MEASURE_FACTS
from graph.saved.layout_file import parse_layout

ROOT = Path(__file__).parents[1]


def test_the_python_of_the_page_on_the_backend_runs():
    names = {}
    with nx.config(backend_priority=[]):  # what the examples set ends here
        for code in read_blocks("docs/backend.md", "python"):
            exec(code, names)  # noqa: S102 - that it runs is the point


def test_the_page_on_measures_explains_each_and_runs():
    text = (ROOT / "docs" / "measures.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == list(MEASURES)
    for facts in MEASURE_FACTS.values():
        assert f"\n### {facts.label}\n\n{facts.question}\n" in text
    assert text.count("- **example**: `") == len(MEASURES)
    for code in read_blocks("docs/measures.md", "python"):
        exec(code, {})  # noqa: S102 - that it runs is the point


@pytest.mark.long
def test_the_commands_of_the_page_on_measures_give_its_numbers():
    text = (ROOT / "docs" / "measures.md").read_text(encoding="utf-8")
    asked = re.findall(r"^explore (--example centrality --by (\w+) .*)$", text, re.MULTILINE)
    tables = re.findall(r"^\| \| by `\w+` \| score \|\n.*\n((?:\| \d.*\n)+)", text, re.MULTILINE)
    assert len(asked) == len(tables) > 12
    for (words, measure), table in zip(asked, tables, strict=True):
        answer = CliRunner().invoke(explore, [*words.split(), "--format", "markdown"])
        rows = re.findall(r"^\| (\d+) \| (.*?) \| .* \| (\S+) \|$", answer.stdout, re.MULTILINE)
        assert table == "".join(f"| {rank} | {name} | {score} |\n" for rank, name, score in rows)
        assert answer.stdout.startswith(f"| rank | name | kind | id | {escape(measure)} |")


def test_a_wrong_working_stops_the_page_on_measures(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    examples = importlib.import_module("worked_examples")
    assert examples.work_out("degree").startswith("`Cleo`: `1 + 1 + 1 + 1 = 4` (")
    monkeypatch.setitem(examples.WORKINGS, "degree", ("Cleo", "1 + 1 + 1", "one is forgotten"))
    with pytest.raises(ValueError, match=re.escape("degree: 1 + 1 + 1 is 3.0, not 4")):
        examples.work_out("degree")


@pytest.mark.parametrize("measure", MEASURES)
def test_the_help_explains_each_measure(measure):
    told = CliRunner().invoke(explore, ["centrality", "--help"]).stdout
    assert re.search(rf"^  {measure}  +\w", told, re.MULTILINE)


@pytest.fixture
def mine(tmp_path):
    folder = tmp_path / "mine"
    assert CliRunner().invoke(explore, ["init", str(folder)]).exit_code == 0
    return folder


def test_the_story_fits_the_folder_to_start_from(mine):
    (story,) = read_blocks("docs/story.md", "markdown")
    (mine / "story.md").write_text(story, encoding="utf-8")
    answer = CliRunner().invoke(explore, ["--data", str(mine), "check", "--strict"])
    assert answer.stdout == "No problems. 5 actors, 6 relations, 2 sources, a story of 2 steps.\n"


def test_the_layout_fits_the_example():
    (layout,) = read_blocks("docs/layout.md", "json")
    arrangement, problems = parse_layout(layout, "layout.json", graph.load_example())
    assert (len(arrangement.positions), problems) == (2, [])
