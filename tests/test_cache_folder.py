"""In the cache folder nothing is followed, waited for, trusted or removed that is not our own."""

import os

import pytest
from systems import make_socket, only_on_posix
from terminal import folder, run

import graph
from graph.cache import own_files, store
from graph.cache.cached_columns import CachedColumns

KEY = "0123456789abcdef" * 2
pytestmark = only_on_posix


@pytest.fixture
def case(tmp_path):
    (tmp_path / "case").mkdir()
    files = folder(tmp_path / "case")
    for file in files.iterdir():
        os.utime(file, (1, 1))
    return files


def is_cached(case):
    return isinstance(graph.load(case).columns, CachedColumns)


def make_pipe(path):
    os.mkfifo(path)


def make_link(path):
    path.symlink_to("/dev/zero")


def make_dead_link(path):
    path.symlink_to("nowhere")


def names(place):
    return sorted(path.name for path in place.iterdir())


KINDS = [make_pipe, make_socket, make_link, make_dead_link, os.mkdir]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("suffix", [".seal", ".columns"])
@pytest.mark.parametrize("make", KINDS)
def test_nothing_else_in_place_of_a_file_is_waited_for(case, cache_folder, suffix, make):
    graph.load(case)
    assert is_cached(case)
    (file,) = cache_folder.glob(f"*{suffix}")
    file.unlink()
    make(file)
    assert not is_cached(case)
    assert run("path", "ada", "Dock", data=case).exit_code == 0
    assert run("cache").exit_code == 0
    assert run("cache", "clear").exit_code == 0


def test_a_link_to_a_good_file_is_not_followed(case, cache_folder, tmp_path):
    graph.load(case)
    (file,) = cache_folder.glob("*.columns")
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    before = (tmp_path / "elsewhere").read_bytes()
    assert not is_cached(case)
    assert is_cached(case)
    assert (tmp_path / "elsewhere").read_bytes() == before
    assert not file.is_symlink()


@pytest.mark.parametrize("mode", [0o777, 0o1777, 0o770, 0o702])
def test_a_folder_that_others_may_write_to_is_not_used(case, cache_folder, mode):
    graph.load(case)
    assert is_cached(case)
    cache_folder.chmod(mode)
    assert not is_cached(case)
    assert "Not used: other users may write to this folder." in run("cache").stdout
    cache_folder.chmod(0o700)
    assert "Not used" not in run("cache").stdout
    assert is_cached(case)


@pytest.mark.usefixtures("cache_folder")
def test_nor_one_that_others_may_exchange_for_another(case, tmp_path):
    graph.load(case)
    tmp_path.chmod(0o777)
    assert not is_cached(case)
    tmp_path.chmod(0o1777)
    assert is_cached(case)


def test_nor_one_of_another_user(case, cache_folder, monkeypatch):
    graph.load(case)
    monkeypatch.setattr(os, "getuid", lambda: 12_345)
    assert not is_cached(case)
    assert store.clear_cache() == (0, 0)
    assert len(list(cache_folder.iterdir())) == 2


STRANGERS = [
    "letter.txt", "film.part", "table.columns", "wax.seal", f"{KEY}.seal.bak", f"{KEY[1:]}.seal",
    f".{KEY}.seal.part", f"{KEY.upper()}.columns", f"{KEY}.part", f" {KEY}.seal",
]  # fmt: skip


def test_clearing_and_making_room_remove_nothing_of_others(case, cache_folder, monkeypatch):
    cache_folder.mkdir(mode=0o700)
    for name in STRANGERS:
        (cache_folder / name).write_text("mine")
        os.utime(cache_folder / name, (1, 1))
    make_pipe(cache_folder / f"{KEY}.seal")
    (cache_folder / f"{KEY}.columns").mkdir()
    (cache_folder / f".{KEY}.seal.01234567.part").symlink_to("letter.txt")
    before = names(cache_folder)
    graph.load(case)
    assert len(names(cache_folder)) == len(before) + 2
    monkeypatch.setattr(store, "LARGEST_FOLDER", 1 << 14)
    assert is_cached(case)
    run("cache", "clear")
    assert names(cache_folder) == before


def test_what_is_written_is_known_as_our_own(case, cache_folder):
    graph.load(case)
    assert len(own_files.list_own_files(cache_folder)) == len(names(cache_folder)) == 2
