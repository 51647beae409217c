"""The parts of architecture.md that follow from the code: rooms, their imports, their modules."""

from __future__ import annotations

import ast
import re

from imports import ROOMS, ROOT, find_imports, find_modules, room_of

WIDTH = 28


def write_architecture(text: str) -> str:
    """Return architecture.md with its written parts as the code has them now.

    A part stands between ``<!-- NAME PACKAGE -->`` and ``<!-- end -->``; NAME is ``drawing`` or
    ``modules``.
    """
    parts = {"drawing": draw_rooms, "modules": list_modules}

    def replace(match: re.Match[str]) -> str:
        start, name, package = match[1], match[2], match[3]
        return f"{start}\n\n{parts[name](package)}\n\n<!-- end -->"

    pattern = re.compile(r"(<!-- (drawing|modules) (\w+) -->).*?<!-- end -->", re.DOTALL)
    return pattern.sub(replace, text)


def draw_rooms(package: str) -> str:
    """Draw the rooms from top to bottom, each with the rooms it imports from."""
    imports = find_imports(find_modules())
    lines = []
    for room in ROOMS[package]:
        targets = {room_of(target) for module, target in imports if room_of(module) == room}
        below = [other for other in ROOMS[package] if other in targets and other != room]
        names = ", ".join(map(short_name, below)) or "nothing of ours"
        lines.append(f"{short_name(room):<{WIDTH}} {names}")
    return "\n".join(["```text", f"{'room':<{WIDTH}} imports from", *lines, "```"])


def short_name(room: str) -> str:
    """Return a room as a path below its package."""
    package, _, rest = room.partition(".")
    return rest.replace(".", "/").removesuffix("/*") + "/" * room.endswith(".*") or package


def list_modules(package: str) -> str:
    """Return a table of the modules of each room, each with the first line of its docstring."""
    modules = [name for name in find_modules() if name.startswith(package)]
    parts = []
    for room in ROOMS[package]:
        names = [name for name in modules if room_of(name) == room]
        rows = [f"| `{name}` | {first_line(name)} |" for name in names]
        parts.append("\n".join(rows))
    return "\n".join(["| module | what it does |", "|---|---|", *parts])


def first_line(module: str) -> str:
    """Return the first line of a module's docstring."""
    doc = ast.get_docstring(ast.parse(find_modules()[module].read_text("utf-8"))) or ""
    return doc.partition("\n")[0].replace("|", "\\|")


if __name__ == "__main__":
    page = ROOT / "docs" / "architecture.md"
    page.write_text(write_architecture(page.read_text("utf-8")), encoding="utf-8", newline="\n")
