"""Give the variables of the page's joined script short names: half of its length is names.

Spaces and comments that separate nothing go, too.

It reads tokens, not the language: `explorer.page.inline` has checked the form of the modules, and
prettier has written them. A name is only replaced where it is declared in a form that is known, in
the whole of its module, and never where it is a property. `tests/test_page_short_names.py` has
the script parsed before and after, and every variable compared.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from explorer.page.inline import SECTION
from explorer.page.javascript_tokens import Role, Token, find_declared, find_roles, split_tokens

_IMPORT = re.compile(r"const \{(?P<names>[\w$,]+)\} = (?P<number>\$\d+);\n")
_EXPORTS = re.compile(r"return \{(?P<names>[\w$,]+)\};\n\Z")
_WORD_TEXT = """
    Infinity NaN arguments async await break case catch class const continue default delete do
    else eval extends false finally for function get if in instanceof let new null of return set
    static super switch this throw true try typeof undefined var void while with yield
"""
_WORDS = frozenset(_WORD_TEXT.split())
_GLOBAL_TEXT = """
    Array Blob Boolean Date DecompressionStream Error Float32Array Float64Array Image Int32Array
    Intl JSON Map Math MutationObserver Node Number Object Path2D Promise RangeError RegExp
    ResizeObserver Response Set String URL URLSearchParams Uint16Array Uint32Array Uint8Array
    WeakMap XMLSerializer addEventListener atob clearInterval clearTimeout decodeURIComponent
    document encodeURIComponent getComputedStyle globalThis history innerHeight localStorage
    location matchMedia navigator origin parseInt performance print removeEventListener
    requestAnimationFrame self setTimeout top vis window
"""
GLOBALS = frozenset(_GLOBAL_TEXT.split())
"""The browser's own names that the page's modules use, which no variable is named after here."""
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHORTEST = 3  # letters; shorter names are left


@dataclass(frozen=True)
class _Module:
    head: str
    number: str | None
    imports: Sequence[tuple[str, Sequence[str]]]  # number of the module, names
    exports: Sequence[str]
    tokens: Sequence[Token]
    tail: str


def shorten_names(script: str) -> str:
    r"""Return a script of `explorer.page.inline.inline` with short names for its variables.

    Raises
    ------
    ModuleError
        The script has a token that is not understood.

    Examples
    --------
    >>> print(shorten_names("// a.js\n(() => {\nconst width=box.width;show({width});\n})();\n"))
    // a.js
    (() => {
    const a=box.width;show({width:a});
    })();
    <BLANKLINE>
    """
    modules = [_read_module(match) for match in SECTION.finditer(script)]
    used = {token.text for module in modules for token in module.tokens if token.kind == "name"}
    free = (name for name in _list_names() if name not in used)
    shared = {
        (module.number, name): next(free) if len(name) >= _SHORTEST else name
        for module in modules
        for name in module.exports
    }
    return "".join(_write_module(module, shared) for module in modules)


def _read_module(match: re.Match[str]) -> _Module:
    code = match["code"]
    imports = []
    while found := _IMPORT.match(code):
        imports.append((found["number"], found["names"].split(",")))
        code = code[found.end() :]
    exported = _EXPORTS.search(code)
    exports = exported["names"].split(",") if exported else []
    tokens = list(split_tokens(code[: exported.start()] if exported else code))
    return _Module(match["head"], match["number"], imports, exports, tokens, match["tail"])


def _write_module(module: _Module, shared: Mapping[tuple[str | None, str], str]) -> str:
    """Return a module in which every variable has its short name."""
    names = {name: shared[number, name] for number, names in module.imports for name in names}
    names |= {name: shared[module.number, name] for name in module.exports}
    roles = find_roles(module.tokens)
    names = _name_variables(module.tokens, roles, names)
    lines = [
        f"const{{{','.join(names[name] for name in imported)}}}={number};\n"
        for number, imported in module.imports
    ]
    exports = ",".join(names[name] for name in module.exports)
    code = "".join(_replace_names(module.tokens, roles, names))
    last = f"return {{{exports}}};\n" if exports else ""
    return "".join((module.head, *lines, code, last, module.tail))


def _name_variables(
    tokens: Sequence[Token], roles: Mapping[int, Role], shared: Mapping[str, str]
) -> dict[str, str]:
    """Return the short name of every variable, the shortest for those that occur most."""
    counts = Counter(tokens[index].text for index, role in roles.items() if role != "property")
    own = {name for name in find_declared(tokens, roles) if len(name) >= _SHORTEST}
    own -= {*shared, *GLOBALS}
    taken = {*(counts.keys() - own - shared.keys()), *shared.values(), *_WORDS}
    free = (name for name in _list_names() if name not in taken)
    frequent = sorted(own, key=lambda name: (-counts[name], name))
    return dict(shared) | dict(zip(frequent, free, strict=False))


def _list_names() -> Iterator[str]:
    """Yield a, b, and so on, then names of two letters and more."""
    for length in range(1, 4):
        yield from filter(_is_free, map("".join, product(_LETTERS, repeat=length)))


def _is_free(name: str) -> bool:
    return name not in _WORDS and name not in GLOBALS


def _replace_names(
    tokens: Sequence[Token], roles: Mapping[int, Role], names: Mapping[str, str]
) -> Iterator[str]:
    for index, token in enumerate(tokens):
        if token.kind == "space":
            yield _shorten_space(tokens, index)
            continue
        short = names.get(token.text) if roles.get(index, "property") != "property" else None
        if short is None or short == token.text:
            yield token.text
        else:
            yield f"{token.text}:{short}" if roles[index] == "shorthand" else short


def _shorten_space(tokens: Sequence[Token], index: int) -> str:
    """Return what is left of a space or a comment: an end of line, or a space between words."""
    text = tokens[index].text
    if "\n" in text:
        return "\n"
    if text.startswith("//") or not 0 < index < len(tokens) - 1:
        return ""
    before, after = tokens[index - 1], tokens[index + 1]
    meeting = before.text[-1:] + after.text[:1]
    joins = _is_word(before) and _is_word(after)
    return " " if joins or meeting in {"++", "--", "//"} else ""


def _is_word(token: Token) -> bool:
    return token.kind in {"name", "number"}
