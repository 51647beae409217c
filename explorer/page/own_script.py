"""The page's own modules joined to its scripts, kept from the installation if nothing has changed.

Joining them and shortening names takes half of the time of a small page. It is done when the
project is built or installed (`hatch_build.py`), and again only where a module is another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from explorer.page.inline import inline, strip_lines
from explorer.page.later_script import LIST, LOADER, Scripts, part_script, read_later_list
from explorer.page.short_names import shorten_names

ASSETS = Path(__file__).parent / "assets"
VENDOR = "vendor"
JOINED = Path(__file__).parent / "own_script.js"
WRITERS = (
    "inline.py",
    "javascript_tokens.py",
    "later_script.py",
    "own_script.py",
    "short_names.py",
)
BETWEEN = "// later\n"  # in the file, before the later script

_LAST_SEMICOLON = re.compile(r";(?=\}+$)", re.MULTILINE)  # of a block; it separates nothing
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@cache
def read_own_script(joined: Path = JOINED) -> Scripts:
    """Return the scripts of the page: the joined ones, or new ones where modules have changed.

    Parameters
    ----------
    joined
        The file that `write_own_script` has written, if there is one.
    """
    try:
        head, _, script = joined.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeError):
        return join_own_script()
    if head != _make_head(script):
        return join_own_script()
    first, _, later = script.partition(BETWEEN)
    return Scripts(first, later)


def join_own_script() -> Scripts:
    """Join the modules of the package, with short names.

    Letters beyond ASCII, which stand in texts and patterns alone, become escapes: one of them would
    have a browser keep the whole script in two bytes a letter, and read it for longer.
    """
    script = _LAST_SEMICOLON.sub("", shorten_names(inline(ASSETS)))
    return join_scripts(_BEYOND_ASCII.sub(_escape_letter, script), ASSETS)


def join_scripts(script: str, assets: Path) -> Scripts:
    """Part the joined modules of a folder, with the loader of the later ones before the first."""
    later = read_later_list(assets)
    lines = (assets / LOADER).read_text(encoding="utf-8").splitlines() if later else []
    return part_script(script, later, "".join(f"{line}\n" for line in strip_lines(lines)))


def _escape_letter(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def write_own_script(joined: Path = JOINED) -> Path:
    """Write the script with what it was made of, and return the file."""
    script = BETWEEN.join(join_own_script())
    joined.write_text(f"{_make_head(script)}\n{script}", encoding="utf-8", newline="\n")
    return joined


def _make_head(script: str) -> str:
    """Return the digests of the modules, of what joins them, and of the script."""
    made_of = blake2b(digest_size=16)
    for file in _list_sources():
        content = file.read_bytes()
        made_of.update(f"{file.name} {len(content)} ".encode())
        made_of.update(content)
    whole = blake2b(script.encode(), digest_size=16)
    return f"// {made_of.hexdigest()} {whole.hexdigest()}"


def _list_sources() -> Iterator[Path]:
    folder = Path(__file__).parent
    yield from (folder / name for name in WRITERS)
    if (ASSETS / LIST).is_file():
        yield ASSETS / LIST
    files = sorted(ASSETS.rglob("*.js"), key=lambda file: file.relative_to(ASSETS).as_posix())
    yield from (file for file in files if file.relative_to(ASSETS).parts[0] != VENDOR)
