"""api.md: everything public, written from signatures and docstrings."""

from __future__ import annotations

import dataclasses
import inspect
import re
import textwrap
from collections.abc import Iterable, Iterator

import explorer
import graph

HEAD = """# API

Everything public, as its docstrings say it. `import explorer` is the face for notebooks: its
Network draws itself and writes pages and pictures. `import graph` is the engine beneath it. What
answers hold is in [answers.md](answers.md). This file is written from the code by
`docs/regenerate.py`.
"""

SECTION = re.compile(r"^(\w[\w ]*)\n-{3,}\n", re.MULTILINE)


def write_api() -> str:
    """Return api.md."""
    parts = [HEAD]
    for module in (explorer, graph):
        parts += [f"## {module.__name__}\n", f"{first_paragraph(module)}\n"]
        for name in module.__all__:
            thing = getattr(module, name)
            if not name.startswith("_") and not (module is explorer and is_inherited(name, thing)):
                parts += describe(f"{module.__name__}.{name}", thing)
    return "\n".join(parts)


def is_inherited(name: str, thing: object) -> bool:
    """Say whether the notebook's face only passes on what the engine has."""
    return getattr(graph, name, None) is thing


def describe(name: str, thing: object) -> Iterator[str]:
    """Yield a heading, the docstring, and for a class the same for each of its own members."""
    heading = f"class {name}" if inspect.isclass(thing) else f"{name}{signature_of(thing)}"
    yield f"### {heading}\n"
    yield render_docstring(thing)
    for member, value in own_members(thing) if inspect.isclass(thing) else ():
        yield f"#### {name.rpartition('.')[2]}.{member}{signature_of(value)}\n"
        yield render_docstring(value)


def own_members(kind: type) -> Iterator[tuple[str, object]]:
    """Yield the public methods and properties of a class, of our own base classes, too."""
    fields = {field.name for field in dataclasses.fields(kind)} if is_record(kind) else set()
    members: dict[str, object] = {}
    for base in reversed(kind.__mro__):
        if base.__module__.partition(".")[0] in ("graph", "explorer"):
            if kind.__module__.startswith("explorer") and base.__module__.startswith("graph"):
                continue
            members |= vars(base)
    for name, value in members.items():
        if not name.startswith("_") and name not in fields and inspect.getdoc(unwrap(value)):
            yield name, value


def is_record(kind: type) -> bool:
    return dataclasses.is_dataclass(kind)


def unwrap(value: object) -> object:
    """Return the function behind a property, a class method or a cached property."""
    for attribute in ("fget", "func", "__func__"):
        value = getattr(value, attribute, value)
    return value


def signature_of(value: object) -> str:
    """Return a signature as a person writes it; nothing for what is not called."""
    if isinstance(value, property) or hasattr(value, "attrname"):
        return ""
    function = unwrap(value)
    if not callable(function):
        return ""
    parameters = list(inspect.signature(function).parameters.values())
    if parameters and parameters[0].name in ("self", "cls"):
        parameters = parameters[1:]
    shown = inspect.Signature([each.replace(annotation=each.empty) for each in parameters])
    return str(shown)


def first_paragraph(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n\n")[0]


def render_docstring(thing: object) -> str:
    """Return a numpy-style docstring as Markdown: parameters as a list, examples as code."""
    doc = inspect.getdoc(unwrap(thing)) or ""
    pieces = SECTION.split(doc)
    parts = [pieces[0].strip().replace("``", "`")]
    for title, body in zip(pieces[1::2], pieces[2::2], strict=True):
        render = render_examples if title == "Examples" else render_entries
        parts += [f"*{title}*", render(body.strip("\n"))]
    return "\n\n".join(part for part in parts if part) + "\n"


def render_examples(body: str) -> str:
    return f"```pycon\n{body.rstrip()}\n```"


def render_entries(body: str) -> str:
    """Return what a section lists, an item for each name."""
    return "\n".join(f"- `{name}`: {meaning}" for name, meaning in entries(body.splitlines()))


def entries(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield names, and their meanings on one line each."""
    name, meaning = "", list[str]()
    for line in [*lines, "end"]:
        if line and not line.startswith(" "):
            if name:
                yield name, " ".join(meaning).replace("``", "`")
            name, meaning = line.strip(), []
        elif line.strip():
            meaning.append(textwrap.dedent(line).strip())
