"""The numbers, lists and words that the page's JavaScript shares with Python are the same."""

import json
import re
import subprocess

import pytest
from browser import node_path

from explorer.page.html import ASSETS
from explorer.picture.large_networks import FOREMOST, MOST_DRAWN
from graph.data.dates import DATE_FORMATS
from graph.names import folding, resolve
from graph.saved import layout_file, link_fields

# What each module exports, as JSON; a pattern as its source.
SCRIPT = """
const names = {{}};
for (const file of {files}) {{
  for (const [name, value] of Object.entries(await import("{core}" + file))) names[name] = value;
}}
const {{ listColourings, listFields, ...rest }} = names;
rest.COLOURINGS = listColourings({{ measures: [], camps: {{}} }}).map(({{ id }}) => id);
rest.FIELDS = listFields();
process.stdout.write(JSON.stringify(rest, (_, value) =>
  value instanceof RegExp ? value.source : value));
"""
FILES = (
    "colourings",
    "dates",
    "folding",
    "large_network",
    "layout_file",
    "lone_actors",
    "names",
    "page_link",
    "page_state",
    "panels",
    "similarity",
    "versions",
)

SHARED = {
    "VIEWS": list(link_fields.VIEWS),
    "PANELS": list(link_fields.PANELS),
    "COLOURINGS": list(link_fields.COLOURINGS),
    "WITHOUT_RELATIONS": list(link_fields.WITHOUT_RELATIONS),
    "VERSIONS": list(link_fields.VERSIONS),
    "CHANGES": list(link_fields.CHANGES),
    "WIDEST_EGO": link_fields.WIDEST_EGO,
    "HIGHEST_PATH_NUMBER": link_fields.HIGHEST_PATH_NUMBER,
    "FIELDS": [*link_fields.FIELDS, "step"],  # the page alone writes which step it shows
    "LAYOUT_VERSION": layout_file.VERSION,
    "LONGEST_NOTE": layout_file.LONGEST_NOTE,
    "LONGEST_LINK": layout_file.LONGEST_STATE,
    "FURTHEST": layout_file.FURTHEST,
    "LONGEST_QUERY": resolve.LONGEST_QUERY,
    "LEAST_SIMILARITY": resolve.NEAR,
    "UNWRITTEN_VOWELS": sorted(folding.UNWRITTEN_VOWELS, reverse=True),
    "MOST_DRAWN": MOST_DRAWN,
    "FOREMOST": FOREMOST,
    "DATE_FORMATS": DATE_FORMATS,
}


@pytest.fixture(scope="module")
def page():
    files = json.dumps([f"{name}.js" for name in FILES])
    script = SCRIPT.format(files=files, core=f"{(ASSETS / 'core').as_uri()}/")
    command = [node_path(), "--input-type=module", "-e", script]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def read_class(pattern):
    """Return the characters between the brackets of a JavaScript pattern."""
    escapes = re.compile(r"\\u\{?([0-9A-F]+)\}?")
    return escapes.sub(lambda match: chr(int(match[1], 16)), pattern[1:-1])


@pytest.mark.parametrize("name", SHARED)
def test_a_constant_is_the_same(page, name):
    assert page[name] == SHARED[name]


def test_letters_are_of_the_same_scripts(page):
    scripts = {name: read_class(pattern) for name, pattern in page["LOSSY"]}
    assert list(scripts.items()) == list(folding.LOSSY.items())


def test_the_same_signs_are_apostrophes(page):
    assert set(read_class(page["APOSTROPHES"])) == set(folding.APOSTROPHES)
