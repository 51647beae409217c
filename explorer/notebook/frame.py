"""A page in a frame, as a notebook displays it."""

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from zlib import compress

from graph import Problem
from graph.rules.set_aside import RULE
from graph.text.safe import visible

FRAME_HEIGHT = 640

# A notebook keeps every display, so the page is deflated, which makes it about a third as long;
# unpacked, it replaces this document, and its own policy holds.
_UNPACKING = """<!doctype html>
<meta charset="utf-8">
<title>Interactive network</title>
<noscript>The network needs JavaScript. Save the page instead: net.save("network.html")</noscript>
<script id="packed" type="text/plain">{packed}</script>
<script>
(async () => {{
  if (typeof DecompressionStream === "undefined") {{
    document.body.append('This browser is too old. Save the page: net.save("network.html")');
    return;
  }}
  const text = document.getElementById("packed").textContent;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const page = await new Response(unpacked).text();
  document.open();
  document.write(page);
  document.close();
}})();
</script>
"""


def frame_page(document: str) -> str:
    """Return an HTML document in a sandboxed frame, which cannot reach the notebook."""
    packed = b64encode(compress(document.encode(), 9)).decode("ascii")
    return (
        '<iframe title="Interactive network"'
        ' sandbox="allow-scripts allow-downloads allow-popups"'
        f' width="100%" height="{FRAME_HEIGHT}"'
        f' srcdoc="{escape(_UNPACKING.format(packed=packed), quote=True)}"></iframe>'
    )


def format_notes(problems: Iterable[Problem]) -> str:
    """Return a paragraph with what was filled in or understood when data was read, if anything.

    Examples
    --------
    >>> note = Problem("a.csv", None, "kind", "blank in 1 row.", severity="note")
    >>> format_notes([note]), format_notes([])
    ('<p>a.csv: kind: blank in 1 row.</p>', '')
    """
    notes = [
        escape(visible(str(each)))
        for each in problems
        if each.severity == "note" or each.rule == RULE
    ]
    return f"<p>{' '.join(notes)}</p>" if notes else ""
