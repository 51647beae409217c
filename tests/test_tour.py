"""The notebook in examples/ runs from its first cell to its last."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

pytestmark = pytest.mark.slow

TOUR = Path(__file__).parents[1] / "examples" / "tour.ipynb"


@pytest.fixture(scope="module")
def executed():
    notebook = nbformat.read(TOUR, as_version=4)
    NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(TOUR.parent)}}
    ).execute()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cell, kind):
    return "".join(
        "".join(output.get("data", {}).get(kind, "")) + output.get("text", "")
        for output in cell.outputs
    )


def test_the_network_draws_itself_in_a_sandbox(executed):
    display = shown(executed[0], "text/html")
    assert display.startswith("<iframe")
    assert 'sandbox="allow-scripts' in display
    assert "allow-same-origin" not in display


def test_a_name_in_another_script_is_understood(executed):
    assert "Alexander Lukashenko" in shown(executed[1], "text/html")


def test_frames_lead_back_to_the_same_answer(executed):
    assert shown(executed[-1], "text/plain") == "True"


def test_no_output_is_kept_in_the_repository():
    notebook = nbformat.read(TOUR, as_version=4)
    assert [cell for cell in notebook.cells if cell.get("outputs")] == []
