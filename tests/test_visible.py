"""Python and the page show the same characters as marks, and leave no other unseen."""

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest
from browser import node_path

from graph.text.safe import visible

MARK = "\N{REPLACEMENT CHARACTER}"
TEXT_JS = Path(__file__).parents[1] / "explorer/page/assets/core/text.js"
EVERY_CHARACTER = """
const changed = [];
for (let code = 0; code < 0x110000; code += 1) {
  const text = `a${String.fromCodePoint(code)}b`;
  const shown = makeVisible(text);
  if (shown !== text) changed.push([code, shown]);
}
console.log(JSON.stringify(changed));
"""
# Without width or ink of their own: what names and emoji need, and signs that are drawn.
SHAPING = {0x200C, 0x200D, 0x180B, 0x180C, 0x180D, 0x180F, *range(0xFE00, 0xFE10)} | {
    *range(0xE0100, 0xE01F0)
}
DRAWN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
BLANK = {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}


def in_node(script, *words):
    """Run JavaScript that knows `makeVisible`, and return what it printed as JSON."""
    source = f"import {{ makeVisible }} from {json.dumps(TEXT_JS.as_uri())};{script}"
    command = [node_path(), "--input-type=module", "-", *words]
    ran = subprocess.run(command, input=source, capture_output=True, encoding="utf-8", check=True)
    return json.loads(ran.stdout)


@pytest.mark.slow
def test_the_page_and_python_show_every_character_alike():
    here = [
        [code, shown]
        for code in range(0x110000)
        if (shown := visible(text := f"a{chr(code)}b")) != text
    ]
    assert here == in_node(EVERY_CHARACTER)


def test_no_control_or_format_character_stays_unseen():
    hiding = {
        code
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    }
    assert all(visible(chr(code)) in {MARK, " "} for code in hiding - SHAPING - DRAWN | BLANK)


def test_whole_blocks_that_are_never_drawn_are_shown():
    nothing = {*range(0x2060, 0x2070), *range(0xFFF0, 0xFFFC), *range(0xFDD0, 0xFDF0)}
    nothing |= {*range(0xE0000, 0xE1000)} - SHAPING
    nothing |= {plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)}
    assert {code for code in nothing if visible(chr(code)) != MARK} == set()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("葛\U000e0100城", "葛\U000e0100城"),
        ("a\u200d\u200d\u200db", f"a\u200d\u200d{MARK}b"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("a" + "\U000e0101" * 5, "a" + "\U000e0101" * 2 + MARK * 3),
        ("a\u200c\ufe0f\u200cb\u200c", f"a\u200c\ufe0f{MARK}b\u200c"),
        ("e" + "\u0336" * 9 + "x", "e" + "\u0336" * 6 + MARK * 3 + "x"),
        ("a" + "\u0301" * 5 + "\u034f\u0301", "a" + "\u0301" * 5 + f"{MARK}\u0301"),
        ("ก" + "\u0e47" * 7, "ก" + "\u0e47" * 6 + MARK),
        ("Việt Nguyễn בְּרֵאשִׁ֖ית مُحَمَّدٌ", "Việt Nguyễn בְּרֵאשִׁ֖ית مُحَمَّدٌ"),
        ("🏴\U000e0067\U000e0062\U000e007f", f"🏴{MARK * 3}"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("א\u202eב\u2069", f"א{MARK}ב{MARK}"),
        ("x\ufff9y\ufffaz\ufffb", f"x{MARK}y{MARK}z{MARK}"),
    ],
)
def test_what_shapes_its_neighbour_stays_and_what_piles_up_is_shown(text, shown):
    assert visible(text) == shown
    assert in_node(f"console.log(JSON.stringify(makeVisible({json.dumps(text)})))") == shown
