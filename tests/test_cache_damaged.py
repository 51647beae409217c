"""Whatever happens to what is kept, answers are those of the files."""

import os
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from terminal import folder

import graph
from graph.cache import store
from graph.cache.cached_columns import CachedColumns


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """A case that has been kept, and a copy of what was."""
    place = tmp_path_factory.mktemp("damaged")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(store.FOLDER_VARIABLE, str(place / "kept"))
        patch.setattr("graph.cache.LEAST_BYTES", 0)
        (place / "case").mkdir()
        files = folder(place / "case")
        for file in files.iterdir():
            os.utime(file, (1, 1))
        graph.load(files)
        shutil.copytree(place / "kept", place / "good")
        yield place


def rows(network):
    return network.relation_rows, network.actor_rows, network.path("ada", "dock").to_dict()


def damage(case, suffix, change):
    """Change the bytes of what is kept, and load; return the Network and whether it was used."""
    shutil.rmtree(case / "kept", ignore_errors=True)
    shutil.copytree(case / "good", case / "kept")
    (file,) = (case / "kept").glob(f"*{suffix}")
    file.write_bytes(change(file.read_bytes()))
    network = graph.load(case / "case")
    return network, isinstance(network.columns, CachedColumns)


def test_what_is_whole_is_used(case):
    network, used = damage(case, ".columns", lambda raw: raw)
    assert used
    assert rows(network) == rows(graph.load(case / "case", cache=False))


@pytest.mark.long
@pytest.mark.nightly(but_each=2)
@pytest.mark.parametrize("suffix", [".columns", ".seal"])
@settings(max_examples=30)
@given(share=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_seen_wherever_it_is(case, suffix, share, bit):
    def flipped(raw):
        place = int(share * len(raw))
        return raw[:place] + bytes([raw[place] ^ (1 << bit)]) + raw[place + 1 :]

    network, used = damage(case, suffix, flipped)
    assert not used
    assert rows(network) == rows(graph.load(case / "case", cache=False))
    assert isinstance(graph.load(case / "case").columns, CachedColumns)


@pytest.mark.long
@pytest.mark.parametrize("suffix", [".columns", ".seal"])
@settings(max_examples=30)
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_is_seen(case, suffix, share):
    assert not damage(case, suffix, lambda raw: raw[: int(share * len(raw))])[1]


@pytest.mark.nightly(but_each=2)
@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".columns", ".seal"])
@settings(max_examples=30)
@given(junk=st.binary(max_size=200))
def test_junk_is_seen(case, suffix, junk):
    assert not damage(case, suffix, lambda _: junk)[1]
    assert not damage(case, suffix, lambda raw: junk + raw[len(junk) :] + junk + b"\0")[1]


def test_what_is_missing_is_made_again(case):
    for suffix in (".columns", ".seal"):
        shutil.rmtree(case / "kept")
        shutil.copytree(case / "good", case / "kept")
        (file,) = (case / "kept").glob(f"*{suffix}")
        file.unlink()
        assert not isinstance(graph.load(case / "case").columns, CachedColumns)
        assert isinstance(graph.load(case / "case").columns, CachedColumns)


def test_what_is_damaged_after_it_was_sealed_is_compared_in_full_again(case):
    (columns,) = (case / "kept").glob("*.columns")
    assert isinstance(graph.load(case / "case").columns, CachedColumns)
    raw = bytearray(columns.read_bytes())
    raw[-9] ^= 1
    with columns.open("r+b") as file:
        file.write(raw)
    assert not isinstance(graph.load(case / "case").columns, CachedColumns)
