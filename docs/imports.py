"""Which module of ours imports which, read from the syntax of every file; nothing is imported."""

from __future__ import annotations

import ast
import functools
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS: Mapping[str, list[str]] = tomllib.loads((ROOT / "docs" / "rooms.toml").read_text("utf-8"))


@functools.cache
def find_modules() -> dict[str, Path]:
    """Return the file of each module of both packages, by its dotted name."""
    files = (file for package in ROOMS for file in sorted((ROOT / package).rglob("*.py")))
    return {module_name(file.relative_to(ROOT)): file for file in files}


def module_name(file: Path) -> str:
    """Return the dotted name of a module; a package's is its folder's."""
    parts = file.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def find_imports(modules: Mapping[str, Path]) -> set[tuple[str, str]]:
    """Return every import between modules, lazy and type-only ones too, as pairs of names."""
    pairs = (
        (module, target) for module, file in modules.items() for target in imported(file, modules)
    )
    return {(module, target) for module, target in pairs if target in modules and target != module}


def imported(file: Path, modules: Mapping[str, Path]) -> Iterator[str]:
    for node in find_statements(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in modules else node.module for name in names)


def find_statements(node: ast.AST) -> Iterator[ast.AST]:
    """Return all statements in a node, at any depth; expressions, most of a file, are passed by."""
    for part in ("body", "handlers", "orelse", "finalbody", "cases"):
        inner = getattr(node, part, ())
        for each in inner if isinstance(inner, list) else ():  # a lambda's body is an expression
            yield each
            yield from find_statements(each)


@functools.cache
def room_of(module: str) -> str:
    """Return the room of a module: the longest entry of the table that it belongs to."""
    rooms = ROOMS[module.partition(".")[0]]
    if module in rooms:
        return module
    stems = {room.removesuffix(".*"): room for room in rooms if room not in ROOMS}
    return stems[max((stem for stem in stems if module.startswith(f"{stem}.")), key=len)]


def find_upward_imports(imports: set[tuple[str, str]]) -> list[str]:
    """Return the imports from a room to a higher one of the same package."""
    floors = {room: floor for rooms in ROOMS.values() for floor, room in enumerate(rooms)}
    return [
        f"{module} imports {target}"
        for module, target in sorted(imports)
        if module.partition(".")[0] == target.partition(".")[0]
        and floors[room_of(module)] > floors[room_of(target)]
    ]


def find_circles(imports: set[tuple[str, str]]) -> list[list[str]]:
    """Return the modules that import each other, by whatever way round."""
    import networkx as nx

    parts = nx.strongly_connected_components(nx.DiGraph(sorted(imports)))
    return sorted(sorted(part) for part in parts if len(part) > 1)
