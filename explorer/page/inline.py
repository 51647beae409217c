"""Join the page's JavaScript modules to the text of one script.

The modules under ``assets/`` are real ES modules, so that they can be tested one by one.
Here each becomes a function of its own, called once, after the modules it imports::

    const $1 = (() => {
    function addDays(date, days) { ... }
    return {addDays};
    })();
    const $2 = (() => {
    const {addDays} = $1;
    ...
    })();

So a name may be used in several modules. Only named imports at the top and exports of functions,
constants and classes are understood. Any other form is an error here that names file and line,
because otherwise only the browser of a reader would report it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from graph import GraphError

SECTION = re.compile(
    r"^(?P<head>// (?P<name>[^\n]+)\n(?:const (?P<number>\$\d+) = )?\(\(\) => \{\n)(?P<code>.*?)"
    r"(?P<tail>^\}\)\(\);\n)",
    re.DOTALL | re.MULTILINE,
)
"""A module in the joined script."""
_NAMES = r"[\w$]+(?:,\s+[\w$]+)*"
_IMPORT = re.compile(rf'import \{{\s+(?P<names>{_NAMES}),?\s+\}} from "(?P<path>\.\.?/[^"]+)";')
_DECLARATION = re.compile(
    r"(?P<export>export )?(?:(?:async )?function\*? ?|class |const |let |var )(?P<name>[\w$]+)"
)
_EXPORTED = re.compile(r"export (?:(?:async )?function\b|class |const )")
_MODULE_WORD = re.compile(r"(?:import|export)\b(?!\s*[:,(=])")  # not a property of that name
_UNKNOWN_NAMES = re.compile(r"(?:export )?(?:const|let|var)\s*[{\[]")
_RUN_TIME_IMPORT = re.compile(r"(?<![.\w$])import\s*[.(]")
_TOP_LEVEL_AWAIT = re.compile(r"(?:(?:export )?(?:const|let|var) [\w$]+ = )?await\b|for await\b")
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)|^\s*\*.*|//.*")
_TYPE_CAST = re.compile(r"/\*\* @(?:type|satisfies) .*?\*/ ?")
_OPEN_END = re.compile(r"[,(\[{]$")  # a line after which a break means nothing
_CLOSED_START = re.compile(r"[)}\].?:]|&&|\|\|")  # a line before which it means nothing
_TEXT = re.compile(r'("(?:[^"\\]|\\.)*")')
_OTHER_TEXT = re.compile(r"[\"'`/]")  # outside such a text: another one, a pattern or a comment
_SPACES = re.compile(r" ?([{}()\[\],;:?=>&|*]) ?")  # not + and -: a + +b
_LONGEST_LINE = 200  # of lines joined; a browser's messages name a line


class ModuleError(GraphError):
    """A JavaScript module of the page cannot be put into the page."""


@dataclass(frozen=True)
class _Import:
    line: int
    path: str  # as written
    names: tuple[str, ...]


@dataclass(frozen=True)
class _Module:
    name: str
    imports: dict[str, _Import]  # file, relative to the folder -> what is imported from it
    exports: tuple[str, ...]
    code: tuple[str, ...]


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
        ``export function`` / ``export const`` / ``export class``, ``await`` outside a function, a
        file or name that is missing, a name declared twice in one module, or modules that import
        each other in a circle.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name:
    ...     folder = Path(name)
    ...     _ = (folder / "sum.js").write_text("export const one = 1;")
    ...     _ = (folder / "main.js").write_text('import { one } from "./sum.js";\nshow(one);')
    ...     print(inline(folder))
    // sum.js
    const $1 = (() => {
    const one=1;
    return {one};
    })();
    // main.js
    (() => {
    const {one} = $1;
    show(one);
    })();
    <BLANKLINE>
    """
    modules: dict[str, _Module] = {}
    _read_with_imports(folder, entry, modules, trail=())
    numbers = {name: f"${number}" for number, name in enumerate(modules, start=1)}
    return "".join(_wrap(module, numbers) for module in modules.values())


def _wrap(module: _Module, numbers: dict[str, str]) -> str:
    """Return the module as a function that is called at once and returns the exports."""
    head = f"const {numbers[module.name]} = (() => {{" if module.exports else "(() => {"
    imports = [
        f"const {{{','.join(imported.names)}}} = {numbers[target]};"
        for target, imported in module.imports.items()
    ]
    exports = [f"return {{{','.join(module.exports)}}};"] if module.exports else []
    lines = [f"// {module.name}", head, *imports, *module.code, *exports, "})();"]
    return "".join(f"{line}\n" for line in lines)


def _read_with_imports(
    folder: Path, name: str, modules: dict[str, _Module], trail: tuple[str, ...]
) -> None:
    """Add a module to ``modules`` after everything it imports."""
    module = _read_module(folder, name)
    for target, imported in module.imports.items():
        if target in (*trail, name):
            circle = " -> ".join((*trail, name, target))
            _refuse(name, imported.line, f"modules import each other in a circle: {circle}")
        if target not in modules:
            _read_with_imports(folder, target, modules, (*trail, name))
        for wanted in imported.names:
            if wanted not in modules[target].exports:
                _refuse(name, imported.line, f"{target} does not export {wanted!r}")
    modules[name] = module


def _read_module(folder: Path, name: str) -> _Module:
    text = (folder / name).read_text(encoding="utf-8")
    imports: dict[str, _Import] = {}
    exports: list[str] = []
    declared: dict[str, int] = {}
    lines: list[str] = []
    for number, statement in _split_statements(text):
        if match := _IMPORT.fullmatch(statement.rstrip()):
            imported = _Import(number, match["path"], tuple(re.split(r",\s+", match["names"])))
            target = _resolve(folder, name, imported)
            if target in imports:
                _refuse(name, number, f"{target} is already imported on an earlier line")
            imports[target] = imported
            for each in imported.names:
                _declare(name, number, each, declared)
            continue
        _check(name, number, statement)
        if match := _DECLARATION.match(statement):
            _declare(name, number, match["name"], declared)
            exports += [match["name"]] if match["export"] else []
        lines.append(statement.removeprefix("export "))
    return _Module(name, imports, tuple(exports), tuple(strip_lines(lines)))


def _split_statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, and an import that spans several lines as one."""
    lines = enumerate(text.splitlines(), start=1)
    for number, line in lines:
        statement = line
        while statement.startswith("import {") and "}" not in statement:
            following = next(lines, None)
            if following is None:
                break
            statement += f"\n{following[1]}"
        yield number, statement


def _resolve(folder: Path, name: str, imported: _Import) -> str:
    root = folder.resolve()
    target = (root / name).parent.joinpath(imported.path).resolve()
    if not target.is_relative_to(root) or not target.is_file():
        _refuse(name, imported.line, f"there is no module {imported.path!r}")
    return target.relative_to(root).as_posix()


def strip_lines(lines: list[str]) -> Iterator[str]:
    """Yield the lines that run, without comments, needless spaces and breaks inside brackets.

    These are almost half of the modules, and whoever reads them has the modules themselves.

    Examples
    --------
    >>> list(strip_lines(["// Twice.", "const twice = (", "  one,", ") => 2 * one;"]))
    ['const twice=(one)=>2*one;']
    """
    joined = ""
    for line in map(_strip_spaces, _strip_comments(lines)):
        can_join = _OPEN_END.search(joined) or (joined and _CLOSED_START.match(line))
        if can_join and "//" not in joined and len(joined) + len(line) <= _LONGEST_LINE:
            joined = (joined.removesuffix(",") if line[0] in ")]}" else joined) + line
            continue
        if joined:
            yield joined
        joined = line
    if joined:
        yield joined


def _strip_comments(lines: list[str]) -> Iterator[str]:
    comment = False
    for line in (_TYPE_CAST.sub("", line).strip() for line in lines):
        comment = comment or line.startswith("/*")
        if not comment and line and not line.startswith("//"):
            yield line
        comment = comment and not line.endswith("*/")


def _strip_spaces(line: str) -> str:
    code = _TEXT.split(line)[::2]
    if any(map(_OTHER_TEXT.search, code)):
        return line
    texts = [*_TEXT.findall(line), ""]
    stripped = (_SPACES.sub(r"\1", part) for part in code)
    return "".join(f"{part}{text}" for part, text in zip(stripped, texts, strict=True))


def _declare(name: str, line: int, declared_name: str, declared: dict[str, int]) -> None:
    if declared_name in declared:
        first = declared[declared_name]
        _refuse(name, line, f"{declared_name!r} is already declared on line {first}")
    declared[declared_name] = line


def _check(name: str, number: int, line: str) -> None:
    """Refuse what would run differently inside a function, or end the script."""
    code = _COMMENT.sub("", line)
    word = _MODULE_WORD.match(code.lstrip())
    if (word and not _EXPORTED.match(code)) or _RUN_TIME_IMPORT.search(code):
        shown = line.split("\n", maxsplit=1)[0].strip()
        _refuse(name, number, f"this import or export form is not understood: {shown!r}")
    if _UNKNOWN_NAMES.match(code):
        _refuse(name, number, "a top-level declaration must give one plain name")
    if _TOP_LEVEL_AWAIT.match(code):
        _refuse(name, number, "await is understood inside an async function only")
    if re.search(r"<!--|</?script", line, re.IGNORECASE):
        _refuse(name, number, "'<script', '</script' and '<!--' cannot stand inside a script")


def _refuse(name: str, line: int, problem: str) -> NoReturn:
    raise ModuleError(f"{name}, line {line}: {problem}.")
