"""What the engine imports, and that hash seeds, locales and time zones change no byte."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SLOW = {"explorer", "pandas", "numpy", "networkx", "scipy", "igraph", "rapidfuzz", "rich", "pyvis",
        "IPython"}  # fmt: skip

PATH = """
import sys
import graph
net = graph.load_example()
print(net.avoid("borders").at("2022").path("Lukashenko", "Vilnius").to_dict()["length"])
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""

EVERYTHING = r"""
import json
import graph
net = graph.load_example()
print(json.dumps([
    net.path("Lukashenko", "Vilnius").to_dict(),
    net.path("sakhashchyk", "kaliningrad", limit=5).to_dict(),
    net.centrality(directed=True, weighted=True).to_dict(),
    net.communities().to_dict(),
    net.structure().to_dict(),
    net.show("\u041b\u0443\u043a\u0430\u0448\u0435\u043d\u043a\u043e").to_dict(),
    [relation.id for relation in net.relation_rows],
    [actor.id for actor in net.suggest("partisan")],
]))
print(net.relations.to_csv(), net.actors.to_csv(), net.sources.to_csv())
print([*net.graph.edges(keys=True, data=True)])
"""


def run(script, **environment):
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout


def test_a_path_needs_nothing_beyond_the_standard_library():
    length, modules = run(PATH).decode().splitlines()
    assert length == "3"
    assert SLOW & set(modules.split()) == set()
    assert "graph" in modules.split()


@pytest.mark.nightly
@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes():
    same = run(EVERYTHING, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8")
    assert len(same) > 100_000
    other = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati"}
    assert run(EVERYTHING, PYTHONIOENCODING="utf-8", **other) == same


def test_the_engine_knows_nothing_of_its_faces_and_prints_nothing():
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / "graph").rglob("*.py")}
    assert len(sources) > 20
    for path, text in sources.items():
        assert "import explorer" not in text, path
        assert "from explorer" not in text, path
        lines = text.splitlines()
        code = "\n".join(line for line in lines if not line.lstrip().startswith((">>>", "...")))
        assert not re.search(r"\bprint\(", code), path
