"""Document and assets -> one HTML file, as a string."""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import compress

from explorer.page.inline import inline
from explorer.page.plain_story import plain_story
from explorer.page.policy import content_security_policy
from explorer.page.tables import tables
from graph.errors import GraphError
from graph.text.safe import visible

ASSETS = Path(__file__).parent / "assets"
TEMPLATE = "page.html.j2"
STYLES = "style"
LAST = ("embed.css", "narrow.css", "print.css")  # what changes the rest, by screen, frame or paper
LIBRARY = "vendor/vis-network/vis-network.min.js"

PLAIN_UP_TO = 500_000  # characters of JSON; what is longer is deflated

_SOURCE_MAP = re.compile(r"^//[#@] sourceMappingURL=.*$", re.MULTILINE)
_ENDS_A_TAG = re.compile(r"<!--|</?(?:script|style)", re.IGNORECASE)
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}


class AssetError(GraphError):
    """One of the page's own files cannot be put into the page."""


def render(document: Mapping[str, Any], *, assets: Path = ASSETS) -> str:
    r"""Return the whole page, which makes no request when it is opened.

    Nothing from the document is ever markup: Jinja escapes its texts, and its JSON has no
    character that could end a script.

    Parameters
    ----------
    document
        As `explorer.page.document.document` makes it.
    assets
        The folder of the template, the style sheet, the JavaScript modules and the library.

    Returns
    -------
    str
        Write it as UTF-8 with ``newline="\n"``: the policy's hashes are of these very bytes.

    Raises
    ------
    AssetError
        An asset holds text that would end its own tag.
    explorer.page.inline.ModuleError
        The JavaScript modules do not fit together.
    """
    from markupsafe import Markup

    parts = {
        "style": "\n".join(_asset(assets, name) for name in _styles(assets)),
        # Opened developer tools would look for the map beside the page, where it is not.
        "library": _SOURCE_MAP.sub("", _asset(assets, LIBRARY)).rstrip("\n"),
        "script": inline(assets),
    }
    # Ours, and checked: none of these holds a tag.
    raw = {name: Markup(text) for name, text in parts.items()}  # noqa: S704
    data_type, data = carried(document)
    csp = content_security_policy(
        scripts=[parts["library"], parts["script"]], styles=[parts["style"]]
    )
    template = _environment(assets).get_template(TEMPLATE)
    about = {key: _shown(value) for key, value in document["about"].items()}
    carries = {"data": Markup(data), "data_type": data_type}  # noqa: S704
    shown = {"tables": tables(document), "story": plain_story(document)}
    return str(template.render(about=about, csp=csp, **shown, **carries, **raw))


def carried(document: Mapping[str, Any]) -> tuple[str, str]:
    """Return the type and the text of the script element that carries the document.

    It is JSON; above half a million characters that is deflated and written in base64, which makes
    large pages about a third as long. ``view/page_document.js`` reads either.

    Examples
    --------
    >>> carried({"kinds": ["person"]})
    ('application/json', '{"kinds":["person"]}')
    >>> carried({"kinds": ["person"] * 100_000})[0]
    'text/plain'
    """
    text = embedded(document)
    if len(text) <= PLAIN_UP_TO:
        return "application/json", text
    return "text/plain", b64encode(compress(text.encode("ascii"))).decode("ascii")


def embedded(document: Mapping[str, Any]) -> str:
    r"""Return the document as JSON that may stand in a script element.

    ASCII only, without ``<``, ``>`` and ``&``, so no text in it can end the element.

    Raises
    ------
    ValueError
        A number is not finite.

    Examples
    --------
    >>> print(embedded({"name": "</script><b>"}))
    {"name":"\u003c/script\u003e\u003cb\u003e"}
    """
    text = json.dumps(document, allow_nan=False, ensure_ascii=True, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) else value


def _styles(assets: Path) -> list[str]:
    """Return the style sheets: base.css first, then one for each part, in the order of names."""
    names = sorted(path.name for path in (assets / STYLES).glob("*.css"))
    names.sort(key=lambda name: (name in LAST, name != "base.css"))
    return [f"{STYLES}/{name}" for name in names]


def _asset(assets: Path, name: str) -> str:
    text = (assets / name).read_text(encoding="utf-8").strip("\n")
    if found := _ENDS_A_TAG.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise AssetError(f"{name}, line {line}: {found[0]!r} cannot stand inside its own element.")
    return text


def _environment(assets: Path) -> Any:  # noqa: ANN401 - jinja2 is imported where it is used
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(assets, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
