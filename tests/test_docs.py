"""What is written from the code is what the code says now."""

import importlib.util
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.no_cover  # it is the scripts in docs/ that run

ROOT = Path(__file__).parents[1]
WRITTEN = sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))
PAGES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", *WRITTEN]


@pytest.fixture(scope="module")
def written():
    spec = importlib.util.spec_from_file_location(
        "regenerate_docs", ROOT / "docs" / "regenerate.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.build_pages()


@pytest.mark.parametrize(
    "name",
    [
        *("answers.md", "api.md", "architecture.md", "commands.md", "measures.md", "names.md"),
        *("types.md", "scenes/answer.svg"),
    ],
)
def test_no_page_is_stale(written, name):
    kept = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert kept == written[name], "run: python docs/regenerate.py"


def test_every_module_says_what_it_does(written):
    rows = re.findall(r"^\| `([\w.]+)` \| (.*) \|$", written["architecture.md"], re.MULTILINE)
    modules = sum(len(list((ROOT / package).rglob("*.py"))) for package in ("graph", "explorer"))
    assert len({name for name, _ in rows}) == modules
    assert [name for name, idea in rows if not idea] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    named = re.findall(r"`((?:graph|explorer|tests|docs|examples)/[\w./]+)`", text)
    folder = (ROOT / page).parent
    assert [link for link in links if not (folder / link).exists()] == []
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_index_lists_every_page():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    listed = {name for name in re.findall(r"\]\(([\w.]+)\)", index) if name.endswith(".md")}
    assert listed == {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}
