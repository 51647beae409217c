"""Render the document and the assets as a single HTML file."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any
from zlib import compressobj

from explorer.page.content_security_policy import build_content_security_policy
from explorer.page.inline import inline
from explorer.page.own_script import ASSETS, join_scripts, read_own_script
from explorer.page.plain_story import build_plain_story
from explorer.page.plain_tables import build_tables, is_leftward
from explorer.page.pyvis_network import PAINTED_FROM
from explorer.page.short_names import shorten_names
from graph import GraphError
from graph.text.safe import HIDING, visible

TEMPLATE = "page.html.j2"
STYLES = "style"
LATER_SHEETS = ("embed.css", "low.css", "narrow.css", "print.css")  # they change the others
SCRIPTS = ("starting", "library", "later", "script")
STARTING = "starting.js"  # runs first, and is no module
LIBRARY = "vendor/vis-network/vis-network.min.js"

LEVELS_APART = 3  # of the document: its parts, their tables, their columns
PLAIN_UP_TO = 500_000  # characters of JSON; longer data is compressed

_SOURCE_MAP = re.compile(r"^//[#@] sourceMappingURL=.*$", re.MULTILINE)
_NEEDLESS = re.compile(r"^ +|/\*.*?\*/\n*|(?<=[{};,])\n+", re.MULTILINE | re.DOTALL)
"""What means nothing in a style sheet: indents, comments, and most ends of lines."""
_PROPERTY = re.compile(r"^( +[a-z-]+): (?!.*\{$)", re.MULTILINE)  # and no selector
_ENDS_A_TAG = re.compile(r"<!--|</?(?:script|style)", re.IGNORECASE)
_NEVER_PLAIN = re.compile(f"[<>&\u2028\u2029\u200c\u200d{HIDING}]")  # in the page's JSON


class AssetError(GraphError):
    """Raised if an asset of the page cannot be put into it."""


def render_html(
    document: Mapping[str, Any],
    *,
    tables: bool = True,
    library: bool = True,
    assets: Path = ASSETS,
) -> str:
    r"""Render the whole page, which makes no request when it is opened.

    Data never becomes markup: Jinja escapes its texts, and its JSON has no character that could
    end a script.

    Parameters
    ----------
    document
        As `explorer.page.document.build_document` makes it.
    tables
        Whether tables for readers without JavaScript are in the page, too.
    library
        Whether vis-network is in the page of a small network.
    assets
        The folder of the template, the style sheet, the JavaScript modules and the library.

    Returns
    -------
    str
        Write it as UTF-8 with ``newline="\n"``: the policy's hashes are of these very bytes.

    Raises
    ------
    AssetError
        An asset contains text that would end its element.
    explorer.page.inline.ModuleError
        The JavaScript modules do not fit together.
    """
    from markupsafe import Markup

    is_own = assets == ASSETS
    own = read_own_script() if is_own else join_scripts(shorten_names(inline(assets)), assets)
    parts = {
        "style": "\n".join(_read_style_sheet(assets, name) for name in _list_style_sheets(assets)),
        "starting": _read_asset(assets, STARTING),
        "library": _read_library(assets) if library and _is_small(document) else "",
        "later": own.later,
        "script": own.first,
    }
    # These are our own assets, checked to contain no tag.
    raw = {name: Markup(text) for name, text in parts.items()}  # noqa: S704
    data_type, data = encode_document(document)
    csp = build_content_security_policy(
        scripts=[parts[name] for name in SCRIPTS if parts[name]],
        styles=[parts["style"]],
    )
    template = _make_environment(assets).get_template(TEMPLATE)
    about = {key: _make_visible(value) for key, value in document["about"].items()}
    data_parts = {"data": Markup(data), "data_type": data_type}  # noqa: S704
    plain = {"tables": build_tables(document), "story": build_plain_story(document)}
    shown = plain if tables else dict.fromkeys(plain)
    return str(template.render(about=about, csp=csp, **shown, **data_parts, **raw))


def _is_small(document: Mapping[str, Any]) -> bool:
    """Return whether vis-network may draw the page; a larger network it paints itself."""
    count: int = document["about"].get("relations", 0)
    return count < PAINTED_FROM


def _read_library(assets: Path) -> str:
    """Return vis-network, without its source map, which developer tools would look for."""
    return _SOURCE_MAP.sub("", _read_asset(assets, LIBRARY)).rstrip("\n")


def encode_document(document: Mapping[str, Any]) -> tuple[str, str]:
    """Encode the document: return the type and the text of its script element.

    It is JSON; above half a million characters it is compressed and written in base64, which makes
    large pages about a third as long. ``view/page_document.js`` reads both.

    Examples
    --------
    >>> encode_document({"kinds": ["person"]})
    ('application/json', '{"kinds":["person"]}')
    >>> encode_document({"kinds": ["person"] * 100_000})[0]
    'text/plain'
    """
    parts = map(_escape_invisible, _iter_json(document))
    plain, length = list[str](), 0
    for part in parts:
        plain.append(part)
        length += len(part)
        if length > PLAIN_UP_TO:
            break
    else:
        return "application/json", "".join(plain)
    # Part by part: the text of a million relations would take a third of all memory.
    packer = compressobj()
    packed = [packer.compress(part.encode()) for part in chain(plain, parts)]
    return "text/plain", b64encode(b"".join([*packed, packer.flush()])).decode("ascii")


def escape_json(document: Mapping[str, Any]) -> str:
    r"""Write the document as JSON that is safe in a script element.

    It has no ``<``, ``>`` and ``&``, so that no text in it can end the element, and no character
    that cannot be seen, such as one that turns the direction of writing. Letters stay as they are:
    escaped, Cyrillic and Chinese ones would take two to three times the room.

    Raises
    ------
    ValueError
        A number is not finite.

    Examples
    --------
    >>> print(escape_json({"name": "</script><b>", "alias": "Łuk\u202e"}))
    {"name":"\u003c/script\u003e\u003cb\u003e","alias":"Łuk\u202e"}
    """
    return "".join(map(_escape_invisible, _iter_json(document)))


def _iter_json(value: object, depth: int = LEVELS_APART) -> Iterator[str]:
    """Yield JSON in parts: what is in the upper levels of dictionaries, each by itself."""
    if depth and isinstance(value, dict) and all(isinstance(key, str) for key in value):
        for number, (key, each) in enumerate(value.items()):
            yield f"{',' if number else '{'}{_to_json(key)}:"
            yield from _iter_json(each, depth - 1)
        yield "}" if value else "{}"
    else:
        yield _to_json(value)


def _to_json(value: object) -> str:
    return json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def _escape_invisible(text: str) -> str:
    return _NEVER_PLAIN.sub(_escape_character, text)


def _escape_character(match: re.Match[str]) -> str:
    r"""Return a character as JSON's ``\uXXXX``; two of them above U+FFFF."""
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def _make_visible(value: object) -> object:
    return visible(value) if isinstance(value, str) else value


def _list_style_sheets(assets: Path) -> list[str]:
    """List the style sheets: base.css first, then a sheet for each part, in the order of names."""
    names = sorted(path.name for path in (assets / STYLES).glob("*.css"))
    names.sort(key=lambda name: (name in LATER_SHEETS, name != "base.css"))
    return [f"{STYLES}/{name}" for name in names]


def _read_style_sheet(assets: Path, name: str) -> str:
    text = _PROPERTY.sub(r"\1:", _read_asset(assets, name))
    text = _NEEDLESS.sub("", text).replace(" {", "{").replace(";}", "}")
    return text.replace(", ", ",").replace(" > ", ">")


def _read_asset(assets: Path, name: str) -> str:
    text = (assets / name).read_text(encoding="utf-8").strip("\n")
    if match := _ENDS_A_TAG.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise AssetError(
            f"{name}, line {line}: {match[0]!r} would end the element that contains it."
        )
    return text


def _make_environment(assets: Path) -> Any:  # noqa: ANN401 - jinja2 is imported where it is used
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(assets, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["leftward"] = is_leftward
    return environment
