import errno
import os
from contextlib import nullcontext
from pathlib import Path
from stat import S_ISDIR

import pytest

from graph.errors import OutputError
from graph.formats.atomic_write import write_new, write_text


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
        with pytest.raises(OutputError, match="this file is an input"):
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
    with pytest.raises(OutputError, match="this is not a regular file"):
        write_text(Path("/dev/null"), "new")


CASE = {"actors.csv": "id,name,kind\n", "relations.csv": "Ł\r\n"}


def read(folder):
    return {file.name: file.read_bytes().decode() for file in folder.iterdir()}


@pytest.mark.parametrize("place", [".", "new", "new/er"])
def test_new_files_are_written_into_a_folder_that_may_have_to_be_made(tmp_path, place):
    write_new(tmp_path / place, CASE)
    assert read(tmp_path / place) == CASE


def test_new_files_stand_beside_others(target):
    write_new(target.parent, CASE)
    assert read(target.parent) == CASE | {"page.html": "old"}


@pytest.mark.parametrize("make", ["write", "link", "folder"])
def test_no_new_file_takes_a_name_that_is_taken(tmp_path, make):
    taken = tmp_path / "relations.csv"
    {
        "write": lambda: taken.write_text("old"),
        "link": lambda: taken.symlink_to("nowhere"),
        "folder": taken.mkdir,
    }[make]()
    with pytest.raises(OutputError, match=r"already has relations\.csv"):
        write_new(tmp_path, CASE)
    assert only(taken)


@pytest.mark.parametrize(
    "name", ["types.csv", "sources.csv", "accepted.csv", "actors.csv.gz", "story.md", "layout.json"]
)
def test_no_new_file_stands_beside_one_that_would_be_read_with_it(tmp_path, name):
    (tmp_path / name).write_text("old")
    with pytest.raises(OutputError, match=f"already has {name}. Give another folder"):
        write_new(tmp_path, CASE)
    assert only(tmp_path / name)


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_is_taken_meanwhile_is_left_alone(tmp_path, monkeypatch, links):
    """Somebody writes the second file just as the first one is moved to its place."""

    def link(file, place):
        (tmp_path / "relations.csv").write_text("old")
        if not links:
            raise OSError(errno.EPERM, "Operation not permitted")
        real(file, place)

    real = os.link
    monkeypatch.setattr("os.link", link)
    with pytest.raises(OSError, match=r"exists|not permitted"):
        write_new(tmp_path, CASE)
    assert read(tmp_path) == {"relations.csv": "old"}


def test_where_there_are_no_hard_links_files_are_moved(tmp_path, monkeypatch):
    def link(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.link", link)
    write_new(tmp_path, CASE)
    assert read(tmp_path) == CASE


def test_new_files_need_a_folder(target):
    with pytest.raises(OutputError, match="this is not a folder"):
        write_new(target, CASE)


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
@pytest.mark.parametrize("write", [lambda path: write_text(path, "x"),
                                   lambda path: write_new(path, CASE)])  # fmt: skip
def test_what_can_name_no_file_is_refused(tmp_path, name, write):
    with pytest.raises(OutputError, match="this is not a possible file name"):
        write(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["x" * 255, "\N{GRINNING FACE}" * 63])
def test_the_longest_names_can_be_written(tmp_path, name):
    write_text(tmp_path / name, "x")
    assert only(tmp_path / name)


def test_a_name_that_is_too_long_is_the_systems_to_refuse(tmp_path):
    with pytest.raises(OSError, match="File name too long"):
        write_text(tmp_path / ("x" * 256), "x")


def test_links_that_lead_round_in_a_circle_are_left(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic links"):
        write_text(tmp_path / "a", "x")
    assert sorted(read_links(tmp_path)) == ["a", "b"]


def read_links(folder):
    return [file.name for file in folder.iterdir() if file.is_symlink()]


def test_a_file_that_is_protected_is_refused(target, monkeypatch):
    """As root may write everything, the system's answer is given for it."""
    monkeypatch.setattr("os.access", lambda path, _: path != target)
    with pytest.raises(PermissionError):
        write_text(target, "new")
    assert target.read_text() == "old"


@pytest.mark.parametrize(("number", "told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_folder_that_knows_no_flush_is_no_failure(tmp_path, monkeypatch, number, told):
    real = os.fsync

    def fsync(descriptor):
        if S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        real(descriptor)

    monkeypatch.setattr("os.fsync", fsync)
    with pytest.raises(OSError, match="error") if told else nullcontext():
        write_text(tmp_path / "new.html", "new")
    assert (tmp_path / "new.html").read_text() == "new"


def test_the_file_then_its_folder_are_flushed(target, monkeypatch):
    flushed = []
    real = os.fsync

    def fsync(descriptor):
        flushed.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        real(descriptor)

    monkeypatch.setattr("os.fsync", fsync)
    write_text(target, "new")
    assert flushed[0].endswith(".part")
    assert flushed[1:] == [str(target.parent)]
