import os
from pathlib import Path

import pytest

from explorer.report.output import OutputError, write_text


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("old")
    return path


def only(path):
    """Tell whether a file is alone in its folder."""
    return [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_text_is_written_as_it_is(tmp_path):
    path = tmp_path / "new.html"
    write_text(path, "one\ntwo\r\nŁ")
    assert path.read_bytes() == "one\ntwo\r\nŁ".encode()
    assert only(path)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_permissions_are_those_of_the_umask(tmp_path, mask, mode):
    before = os.umask(mask)
    try:
        write_text(tmp_path / "new.html", "x")
    finally:
        os.umask(before)
    assert (tmp_path / "new.html").stat().st_mode & 0o777 == mode


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_the_old_file_is_whole_when_a_step_fails(target, monkeypatch, step, error):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr(step, fails)
    with pytest.raises(type(error)):
        write_text(target, "new")
    assert target.read_text() == "old"
    assert only(target)


def test_a_text_that_cannot_be_written_leaves_the_old_file(target):
    with pytest.raises(UnicodeEncodeError):
        write_text(target, "\ud800")
    assert target.read_text() == "old"
    assert only(target)


def test_a_failure_names_the_file_that_was_asked_for(tmp_path):
    with pytest.raises(OSError, match="No such file") as caught:
        write_text(tmp_path / "gone" / "page.html", "new")
    assert caught.value.filename == str(tmp_path / "gone" / "page.html")


def test_an_input_is_refused_also_by_another_name(target, tmp_path):
    for link in (tmp_path / "link.html", tmp_path / "hard.html"):
        link.hardlink_to(target) if link.name == "hard.html" else link.symlink_to(target)
        with pytest.raises(OutputError, match="was read for this"):
            write_text(link, "new", inputs=[target])
    assert target.read_text() == "old"


def test_a_link_is_followed(target, tmp_path):
    link = tmp_path / "link.html"
    link.symlink_to(target)
    write_text(link, "new")
    assert (link.is_symlink(), target.read_text()) == (True, "new")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(OutputError, match="is a folder"):
        write_text(tmp_path, "new")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_a_device_is_refused():
    with pytest.raises(OutputError, match="is no regular file"):
        write_text(Path("/dev/null"), "new")
