"""The page's JavaScript modules -> the text of one script.

The modules under ``assets/`` are real ES modules, so that they can be tested one by one.
Here they are put one after the other, each after those it imports, with ``import`` and
``export`` taken off. Only single-line named imports and named exports are understood; whatever
else is an error that says where, because the browser would only say it to the reader.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from graph.errors import GraphError

_IMPORT = re.compile(r'import \{ (?P<names>[\w$]+(?:, [\w$]+)*) \} from "(?P<path>\.\.?/[^"]+)";')
_DECLARATION = re.compile(
    r"(?P<export>export )?(?:(?:async )?function\*? ?|class |const |let |var )(?P<name>[\w$]+)"
)
_EXPORTED = re.compile(r"export (?:(?:async )?function\b|class |const )")
_MODULE_WORD = re.compile(r"(?:import|export)\b(?!\s*[:,(=])")  # not a property of that name
_UNKNOWN_NAMES = re.compile(r"(?:export )?(?:const|let|var)\s*[{\[]")
_RUN_TIME_IMPORT = re.compile(r"(?<![.\w$])import\s*[.(]")
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)|^\s*\*.*|//.*")


class ModuleError(GraphError):
    """A JavaScript module of the page cannot be put into the page."""


@dataclass(frozen=True)
class _Module:
    name: str
    imports: tuple[tuple[int, str, tuple[str, ...]], ...]  # line, file, names
    declared: dict[str, int]  # top-level name -> line
    exported: frozenset[str]
    text: str


def inline(folder: Path, entry: str = "main.js") -> str:
    r"""Return one script that does what the module does together with all it imports.

    Parameters
    ----------
    folder
        Holds every module; no import may leave it.
    entry
        The module to start from, relative to the folder.

    Raises
    ------
    ModuleError
        An import or export in any other form than ``import { a, b } from "./x.js";`` and
        ``export function`` / ``export const`` / ``export class``, a file or name that is not
        there, a top-level name declared twice, modules that import each other in a circle.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name:
    ...     folder = Path(name)
    ...     _ = (folder / "sum.js").write_text("export const one = 1;")
    ...     _ = (folder / "main.js").write_text('import { one } from "./sum.js";\none;')
    ...     print(inline(folder))
    // sum.js
    const one = 1;
    // main.js
    one;
    <BLANKLINE>
    """
    modules: dict[str, _Module] = {}
    _follow(folder, entry, modules, trail=())
    _refuse_doubles(modules)
    return "".join(f"// {module.name}\n{module.text}\n" for module in modules.values())


def _follow(folder: Path, name: str, modules: dict[str, _Module], trail: tuple[str, ...]) -> None:
    """Add a module to ``modules`` after everything it imports."""
    module = _read(folder, name)
    for line, path, names in module.imports:
        target = _resolve(folder, module, line, path)
        if target in (*trail, name):
            circle = " -> ".join((*trail, name, target))
            _refuse(name, line, f"modules import each other in a circle: {circle}")
        if target not in modules:
            _follow(folder, target, modules, (*trail, name))
        for wanted in names:
            if wanted not in modules[target].exported:
                _refuse(name, line, f"{target} does not export {wanted!r}")
    modules[name] = module


def _resolve(folder: Path, module: _Module, line: int, path: str) -> str:
    root = folder.resolve()
    target = (root / module.name).parent.joinpath(path).resolve()
    if not target.is_relative_to(root) or not target.is_file():
        _refuse(module.name, line, f"there is no module {path!r}")
    return target.relative_to(root).as_posix()


def _read(folder: Path, name: str) -> _Module:
    imports: list[tuple[int, str, tuple[str, ...]]] = []
    declared: dict[str, int] = {}
    exported: set[str] = set()
    kept: list[str] = []
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if found := _IMPORT.fullmatch(line.rstrip()):
            imports.append((number, found["path"], tuple(found["names"].split(", "))))
            continue
        _check(name, number, line)
        if found := _DECLARATION.match(line):
            _declare(name, number, found["name"], declared)
            exported.update([found["name"]] if found["export"] else [])
        kept.append(line.removeprefix("export "))
    text = "\n".join(_code(kept))
    return _Module(name, tuple(imports), declared, frozenset(exported), text)


def _code(lines: Iterable[str]) -> Iterator[str]:
    """Yield what of a module runs: no line that is a comment, and no indents.

    They are a third of the script, and those who read it have the modules themselves.
    """
    comment = False
    for line in map(str.strip, lines):
        comment = comment or line.startswith("/*")
        if not comment and line and not line.startswith("//"):
            yield line
        comment = comment and not line.endswith("*/")


def _declare(name: str, line: int, declared_name: str, declared: dict[str, int]) -> None:
    if declared_name in declared:
        first = declared[declared_name]
        _refuse(name, line, f"{declared_name!r} is already declared on line {first}")
    declared[declared_name] = line


def _check(name: str, number: int, line: str) -> None:
    """Refuse what the inliner would silently get wrong."""
    code = _COMMENT.sub("", line)
    word = _MODULE_WORD.match(code.lstrip())
    if (word and not _EXPORTED.match(code)) or _RUN_TIME_IMPORT.search(code):
        _refuse(name, number, f"this import or export form is not understood: {line.strip()!r}")
    if _UNKNOWN_NAMES.match(code):
        _refuse(name, number, "a top-level declaration must give one plain name")
    if re.search(r"<!--|</?script", line, re.IGNORECASE):
        _refuse(name, number, "'<script', '</script' and '<!--' cannot stand inside a script")


def _refuse_doubles(modules: dict[str, _Module]) -> None:
    first: dict[str, str] = {}
    for module, name, line in _declarations(modules):
        if name in first:
            _refuse(module, line, f"{name!r} is already declared in {first[name]}")
        first[name] = module


def _declarations(modules: dict[str, _Module]) -> Iterator[tuple[str, str, int]]:
    for module in modules.values():
        for name, line in module.declared.items():
            yield module.name, name, line


def _refuse(name: str, line: int, what: str) -> NoReturn:
    raise ModuleError(f"{name}, line {line}: {what}.")
