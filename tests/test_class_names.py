"""No two public classes have the same name, so that a name in a message or a document is clear."""

import ast
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "docs"))
from imports import find_modules

# A class may have the name of its base class, where it adds only how a notebook displays it.
DELIBERATE = {
    "Comparison": ["explorer.notebook.comparison", "graph.comparison.comparison"],
    "Network": ["explorer.notebook.network", "graph.network"],
}


def test_no_two_public_classes_have_the_same_name():
    modules = defaultdict(list)
    for module, file in find_modules().items():
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                modules[node.name].append(module)
    shared = {name: sorted(found) for name, found in modules.items() if len(found) > 1}
    assert shared == DELIBERATE
