"""Split JavaScript as prettier writes it into tokens, and find the variables among them."""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, NoReturn

from explorer.page.inline import ModuleError

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)|(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"|(?P<number>\d[\w.]*)|(?P<name>[A-Za-z_$][\w$]*)"
    r"|(?P<mark>\.\.\.|\?\.(?!\d)|\?\?|=>|==+|!=+|<=|>=|\*\*|[-{}()\[\];,<>+*%&|^!~?:=./`])",
    re.DOTALL,
)
_PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*", re.DOTALL)
_BEFORE_PATTERN = frozenset(["return", "typeof", "case", "in", "of", "yield", "await", "else"])
_BEFORE_OBJECT = frozenset(
    ["return", "typeof", "const", "let", "var", "of", "in", "yield", "await"]
)
_BEFORE_BLOCK = frozenset([";", "{", "}", ")", "=>"])

Role = Literal["variable", "shorthand", "property"]


class Token(NamedTuple):
    """A token, which may be a space or a comment.

    Parameters
    ----------
    kind
        One of name, mark, text, number and space.
    text
        Its characters.
    """

    kind: str
    text: str


def split_tokens(code: str) -> Iterator[Token]:
    """Yield the tokens of a code, which together are the code."""
    at, open_marks, last = 0, list[str](), Token("mark", ";")
    while at < len(code):
        if code[at] == "}" and open_marks and open_marks[-1] == "${":
            open_marks.pop()
            yield Token("mark", "}")
            last, at = yield from _read_template(code, at + 1, open_marks)
            continue
        match = _PATTERN.match(code, at) if code[at] == "/" and _begins_pattern(last) else None
        match = match or _TOKEN.match(code, at)
        if match is None:
            _refuse(code, at)
        token = Token(match.lastgroup or "text", match[0])
        at = match.end()
        yield token
        if token.text == "`":
            last, at = yield from _read_template(code, at, open_marks)
        elif token.kind != "space":
            last = token
            if token.text == "{":
                open_marks.append("{")
            elif token.text == "}" and open_marks:
                open_marks.pop()


def _read_template(
    code: str, at: int, open_marks: list[str]
) -> Generator[Token, None, tuple[Token, int]]:
    """Yield the text of a template up to its end, or to an expression in it.

    Returns the last token, and where the code goes on.
    """
    match = _TEMPLATE.match(code, at)
    end = match.end() if match else at
    yield Token("text", code[at:end])
    if code.startswith("${", end):
        open_marks.append("${")
        yield Token("mark", "${")
        return Token("mark", "${"), end + 2
    yield Token("mark", "`")
    return Token("text", "`"), end + 1


def _begins_pattern(last: Token) -> bool:
    """Return whether a slash behind this token begins a pattern; else it divides."""
    if last.kind == "mark":
        return last.text not in (")", "]", "}")
    return last.kind == "name" and last.text in _BEFORE_PATTERN


def find_roles(tokens: Sequence[Token]) -> dict[int, Role]:
    """Return for the index of each name whether it is a variable, a property, or both at once.

    Examples
    --------
    >>> tokens = list(split_tokens("a.b({c,d:e})"))
    >>> [(tokens[at].text, role[0]) for at, role in find_roles(tokens).items()]
    [('a', 'v'), ('b', 'p'), ('c', 's'), ('d', 'p'), ('e', 'v')]
    """
    roles: dict[int, Role] = {}
    open_marks: list[str] = []  # of a brace what it opens: object, block or class
    seen = [index for index, token in enumerate(tokens) if token.kind != "space"]
    for place, index in enumerate(seen):
        before = [tokens[each] for each in seen[max(0, place - 2) : place]]
        after = tokens[seen[place + 1]].text if place + 1 < len(seen) else ""
        token = tokens[index]
        if token.text in ("(", "[", "${") and token.kind == "mark":
            open_marks.append(token.text)
        elif token.text == "{" and token.kind == "mark":
            open_marks.append(_classify_brace(before))
        elif token.text in (")", "]", "}") and token.kind == "mark" and open_marks:
            open_marks.pop()
        elif token.kind == "name":
            inside = open_marks[-1] if open_marks else "block"
            roles[index] = _find_role(before, after, inside)
    return roles


def _classify_brace(before: Sequence[Token]) -> str:
    if not before:
        return "block"
    last = before[-1]
    if len(before) > 1 and before[-2].text in ("class", "extends"):
        return "class"
    if last.kind == "name":
        return "object" if last.text in _BEFORE_OBJECT else "block"
    return "block" if last.text in _BEFORE_BLOCK else "object"


def _find_role(before: Sequence[Token], after: str, inside: str) -> Role:
    """Return the role of a name by the tokens beside it, and by the bracket that it is in."""
    last = before[-1].text if before else ";"
    if last in (".", "?.") or inside == "class":
        return "property"
    if inside != "object":
        return "variable"
    is_method = last in ("get", "set", "async", "*") and after == "("
    if is_method and before[-2:-1] != [Token("name", "yield")]:
        return "property"
    if last not in ("{", ","):
        return "variable"
    if after in (",", "}", "="):
        return "shorthand"
    return "property"


def find_declared(tokens: Sequence[Token], roles: Mapping[int, Role]) -> set[str]:
    """Return the names that are declared: by a word, as an argument, or in a pattern.

    Examples
    --------
    >>> tokens = list(split_tokens("const {a,b:[c]} = d;function e(f, {g = h}) {i((j) => k);}"))
    >>> sorted(find_declared(tokens, find_roles(tokens)))
    ['a', 'c', 'e', 'f', 'g', 'j']
    """
    code = [(index, token) for index, token in enumerate(tokens) if token.kind != "space"]
    declared: set[str] = set()
    for place, (_, token) in enumerate(code):
        following = [each.text for _, each in code[place + 1 : place + 3]]
        if token.kind == "name" and token.text in ("function", "class") and following:
            declared.add(following[1] if following[0] == "*" else following[0])
        elif token.kind == "name" and token.text in ("const", "let", "var"):
            declared |= _list_bound(code, roles, place + 1)
        elif token.text == "=>":
            last = code[place - 1][1]
            start = _find_opening(code, place - 1) if last.text == ")" else place - 1
            declared |= _list_bound(code, roles, start)
        elif token.text == "(" and _opens_parameters(code, place, roles):
            declared |= _list_bound(code, roles, place)
    return declared - {"("}


Code = Sequence[tuple[int, Token]]


def _opens_parameters(code: Code, place: int, roles: Mapping[int, Role]) -> bool:
    """Return whether a bracket opens the parameters of a function, a method or a catch."""
    words = [token.text for _, token in code[max(0, place - 3) : place]]
    if words[-1:] in (["function"], ["catch"], ["*"]) or "function" in words[-3:-1]:
        return True
    index = code[place - 1][0]
    return place > 0 and roles.get(index) == "property" and words[-2:-1] in (["{"], [","])


def _find_opening(code: Code, place: int) -> int:
    depth = 0
    while place >= 0:
        text = code[place][1].text
        depth += (text in (")", "]", "}")) - (text in ("(", "[", "{", "${"))
        if depth == 0:
            return place
        place -= 1
    return 0


def _list_bound(code: Code, roles: Mapping[int, Role], place: int) -> set[str]:
    """Return the names that the pattern from a token on binds, without its default values."""
    bound: set[str] = set()
    depth, skipped = 0, -1  # skipped: the depth at which a default value stands
    while place < len(code):
        index, token = code[place]
        if token.kind == "mark":
            if token.text in ("(", "[", "{", "${"):
                depth += 1
            elif token.text in (")", "]", "}"):
                depth -= 1
            elif token.text == "=" and skipped < 0:
                if depth == 0:
                    break
                skipped = depth
            if skipped >= 0 and (depth < skipped or (token.text == "," and depth == skipped)):
                skipped = -1
        elif token.kind == "name" and skipped < 0 and roles.get(index) != "property":
            bound.add(token.text)
        place += 1
        if depth <= 0:
            break
    return bound


def _refuse(code: str, at: int) -> NoReturn:
    line = code[at:].split("\n", maxsplit=1)[0]
    raise ModuleError(f"This JavaScript is not understood: {line[:80]!r}.")
