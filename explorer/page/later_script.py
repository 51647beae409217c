"""Part the page's joined script in two: what the first drawing needs, and what comes later.

A browser reads all of a script before it runs the first line, and two thirds of the page's modules
do nothing until a reader asks for something. Their names are in ``assets/later.txt``. The list is
about speed alone: a function of such a module may be called at any time, and has its script read
then. ``assets/later.js`` does that; the first script sees of a later module only functions.
"""

import re
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from explorer.page.inline import SECTION, ModuleError

LIST = "later.txt"
LOADER = "later.js"  # runs before the modules, and is none

_IMPORT = re.compile(r"^const ?\{(?P<names>[\w$,]+)\} ?= ?(?P<number>\$\d+);$", re.MULTILINE)


class Scripts(NamedTuple):
    """The page's own script: what runs when the page opens, and what runs when it is needed."""

    first: str
    later: str


def read_later_list(assets: Path) -> list[str]:
    """Return the modules that are in the later script, as ``later.txt`` names them.

    Parameters
    ----------
    assets
        The folder of the modules; without such a file there, none is later.
    """
    file = assets / LIST
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return [line for line in lines if line and not line.startswith("#")]


def part_script(script: str, later: Collection[str], loader: str = "") -> Scripts:
    r"""Part a script of `explorer.page.inline.inline`, with short names or without.

    Parameters
    ----------
    script
        The modules, each a function of its own.
    later
        The names of the modules that are needed later.
    loader
        What runs before the modules: it defines ``$of``, which stands for a later module.

    Raises
    ------
    ModuleError
        There is no such module, or another one needs more of it than its functions.

    Examples
    --------
    >>> script = (
    ...     "// a.js\nconst $1 = (() => {\nfunction ask(){}\nreturn {ask};\n})();\n"
    ...     "// b.js\n(() => {\nconst {ask} = $1;\nask();\n})();\n"
    ... )
    >>> first, later = part_script(script, ["a.js"])
    >>> print(first)
    const $1=$of("$1");
    // b.js
    (() => {
    const {ask} = $1;
    ask();
    })();
    <BLANKLINE>
    >>> print(later)
    "use strict";
    $later = (() => {
    // a.js
    const $1 = (() => {
    function ask(){}
    return {ask};
    })();
    return {$1};
    })();
    <BLANKLINE>
    """
    sections = list(SECTION.finditer(script))
    _check(sections, later)
    first = [section[0] for section in sections if section["name"] not in later]
    rest = [section for section in sections if section["name"] in later]
    if not rest:
        return Scripts("".join((loader, *first)), "")
    numbers = [section["number"] for section in rest]
    stands = ",".join(f'{number}=$of("{number}")' for number in numbers)
    head, end = '"use strict";\n$later = (() => {\n', f"return {{{','.join(numbers)}}};\n}})();\n"
    return Scripts(
        first="".join((loader, f"const {stands};\n", *first)),
        later="".join((head, *(section[0] for section in rest), end)),
    )


def _check(sections: list[re.Match[str]], later: Collection[str]) -> None:
    """Refuse names of no module, and what could not be used before the later script has run."""
    named = {section["name"]: section for section in sections}
    handing = {name for name, section in named.items() if section["number"]}
    if missing := sorted(set(later) - handing):
        raise ModuleError(
            f"{LIST}: {missing[0]!r} is no module that hands something on. Take it out."
        )
    by_number = {named[name]["number"]: named[name] for name in later}
    for section in sections:
        if section["name"] in later:
            continue
        for found in _IMPORT.finditer(section["code"]):
            if target := by_number.get(found["number"]):
                _check_names(section["name"], target, found["names"].split(","))


def _check_names(name: str, target: re.Match[str], wanted: list[str]) -> None:
    for each in wanted:
        declared = rf"^(?:async )?function\b ?\*? ?{re.escape(each)}\("
        if not re.search(declared, target["code"], re.MULTILINE):
            raise ModuleError(
                f"{LIST}: {name} needs {each!r} of {target['name']}, which is no function. "
                f"Take {target['name']} out, or have a function return it."
            )
