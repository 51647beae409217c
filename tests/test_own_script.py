"""The page's script is kept from the installation as long as its modules are the same."""

import shutil

import pytest

from explorer.page import own_script
from explorer.page.own_script import join_own_script, read_own_script, write_own_script


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The file as an installation writes it; to join the modules takes a while."""
    return write_own_script(tmp_path_factory.mktemp("joined") / "own_script.js")


@pytest.fixture
def joined(written, tmp_path):
    """A copy of that file, of which nothing is remembered."""
    read_own_script.cache_clear()
    yield shutil.copy(written, tmp_path / "own_script.js")
    read_own_script.cache_clear()


def fail():
    raise AssertionError("joined again")


@pytest.mark.long
def test_what_was_joined_is_read_and_not_joined_again(joined, monkeypatch):
    monkeypatch.setattr(own_script, "join_own_script", fail)
    script = read_own_script(joined)
    monkeypatch.undo()
    assert script == join_own_script()


@pytest.mark.long
@pytest.mark.parametrize("harm", ["a changed script", "a script cut off", "no UTF-8", "no file"])
def test_what_is_damaged_is_joined_again(joined, monkeypatch, harm):
    whole = joined.read_bytes()
    match harm:
        case "a changed script":
            joined.write_bytes(whole.replace(b"const", b"alert", 1))
        case "a script cut off":
            joined.write_bytes(whole[:-100])
        case "no UTF-8":
            joined.write_bytes(b"\xff" + whole)
        case _:
            joined.unlink()
    monkeypatch.setattr(own_script, "join_own_script", lambda: "joined again")
    assert read_own_script(joined) == "joined again"


@pytest.mark.long
def test_a_script_of_other_modules_is_joined_again(joined, monkeypatch, tmp_path):
    (tmp_path / "main.js").write_text("show(1);\n", encoding="utf-8")
    monkeypatch.setattr(own_script, "ASSETS", tmp_path)
    first, later = read_own_script(joined)
    assert "show(1)" in first
    assert later == ""
    assert "show(1)" not in joined.read_text("utf-8")
