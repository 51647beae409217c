"""In Firefox, too, a page opened by its link shows, prints and exports what the link says."""

import pytest
from firefox import Firefox, firefox_path

pytestmark = [pytest.mark.browser, pytest.mark.firefox, pytest.mark.slow]

EXPORTS = {
    "(PNG": b"\x89PNG",
    "(SVG)": b"<?xml",
    "Actors (CSV)": b"",
    "Relations (CSV)": b"",
    "(JSON)": b'{"about"',
}
HASHES = ["#view=table", "#view=timeline&actor=lukashenko", "#path=lukashenko,vilnius"]
PRINTED = """
dispatchEvent(new Event("beforeprint"));
const part = document.getElementById("print");
const seen = part.querySelectorAll(".marks > *, tbody tr, .timeline-row");
const told = [seen.length, part.textContent];
dispatchEvent(new Event("afterprint"));
return told;
"""
CHOOSE = """
const item = [...document.querySelectorAll("#export-menu button")]
  .find((button) => button.textContent.includes(NAME));
item.click();
"""


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    path = firefox_path()
    if path is None:
        pytest.skip("no Firefox: apt-get install firefox-esr, or firefox")
    browser = Firefox(path, tmp_path_factory.mktemp("firefox"))
    yield browser
    browser.close()


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize("hash_", HASHES)
def test_a_link_prints_and_exports(firefox, belarus_page, hash_):
    firefox.open(belarus_page.as_uri() + hash_)
    assert firefox.run("return document.documentElement.dataset.started") == ""
    rows, words = firefox.run(PRINTED)
    assert rows >= 85  # actors, or dated relations
    assert "with the actor explorer" in words
    assert firefox.print().startswith(b"%PDF")
    for item, start in EXPORTS.items():
        firefox.run(CHOOSE.replace("NAME", repr(item)))
        content = firefox.wait_for_download()
        assert content.startswith(start)
        assert len(content) > 1000
