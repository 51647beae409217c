"""Asked twice, read once: answers from what is kept equal those from the files."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from systems import only_on_posix
from tiny_network import folder

import graph
from explorer.page import build_page
from graph.cache import fingerprints, store
from graph.cache.cached_columns import CachedColumns
from graph.data.dictionary_column import DictionaryColumn
from graph.data.relation_ids import ContentIds
from graph.formats.csv_writer import format_csv_files

ACTORS = """\
id,name,kind,aliases,mood,start
ann,Ann Ek,person,Ek|Анна,good,1970
bob,Bob,person,,,
club,North Club,organisation,The Club|bob2,"a ""b"", c",
dora,ann,person,Twin,,
evan,Evan,person,Twin,,
"""
RELATIONS = """\
source,target,type,start,end,weight,confidence,stance,reference,note,mood
ann,bob,funds,2020,2021,2,B2,asserts,paper|https://example.org/a,Says one,x
ann,bob,funds,2020,2021,2,B2,asserts,paper|https://example.org/a,Says one,x
bob,North Club,ally,2020-02,,,0.3,asserts,,,
club,dora,funds,,,,,disputes,letter,,
dora,evan,knows,,,,,asserts,,"two
lines",
bob,bob,ally,,,,,asserts,,,
"""
SOURCES = "id,title,author,mood\npaper,The paper,Bo,dull\nletter,A letter,,\n"
TYPES = "type,sign,mutual,influence,label,inverse\nknows,0,yes,no,knows,knows\n"
NAMES = [
    "ann",
    "Ann Ek",
    "ek",
    "Анна",
    "Ek",
    "Twin",
    "bob",
    "Bob",
    "bob2",
    "Club",
    "club",
    "nobody",
    "",
]


pytestmark = pytest.mark.usefixtures("cache_folder")


@pytest.fixture
def case(tmp_path):
    (tmp_path / "case").mkdir()
    return old(
        folder(tmp_path / "case", actors=ACTORS, relations=RELATIONS, sources=SOURCES, types=TYPES)
    )


def old(place):
    """Let the files of a folder be older than clocks are coarse."""
    for number, file in enumerate(sorted(place.iterdir())):
        os.utime(file, ns=(0, 1_700_000_000_123_456_789 + number))
    return place


@pytest.fixture
def sure(monkeypatch):
    """Clocks are as fine as they can be, so that files just made count as old."""
    monkeypatch.setattr(fingerprints, "CLOCK_PRECISION", -(10**12))


def is_kept(network):
    return isinstance(network.columns, CachedColumns)


def told(network):
    """Everything a Network answers, as data."""

    def named(query):
        try:
            return network.resolve(query)
        except graph.ActorError as error:
            return repr(error), getattr(error, "candidates", ()), getattr(error, "suggestions", ())

    paths = [
        network.path(one, other, directed=directed).to_dict()
        for one in ("ann", "club", "evan")
        for other in ("bob", "dora", "evan")
        for directed in (False, True)
    ]
    columns = network.columns
    return {
        "rows": (network.actor_rows, network.relation_rows, network.source_rows, network.types),
        "warnings": network.warnings,
        "files": network.files,
        "names": list(map(named, NAMES)),
        "paths": paths,
        "profile": network.show("Ann Ek").to_dict(),
        "lines": [columns.relations.line(row, "mood") for row in range(len(columns.relations))],
        "spellings": list(columns.spellings),
        "rows by id": dict(columns.actor_row),
        "ids": list(columns.relation_ids),
        "degree": network.centrality("degree").to_dict(),
        "graph": list(network.graph.edges(keys=True, data=True)),
        "actors": network.actors.to_csv(),
        "relations": network.relations.to_csv(),
    }


def filtered(network):
    return [
        network.only("funds"),
        network.avoid("funds"),
        network.at("2020", certain=True),
        network.min_confidence(0.5),
        network.kind("person"),
        network.avoid_actor("bob"),
    ]


def assert_same(one, other):
    assert told(one) == told(other)
    for here, there in zip(filtered(one), filtered(other), strict=True):
        assert here.relation_rows == there.relation_rows
        assert here.path("ann", "ann").to_dict() == there.path("ann", "ann").to_dict()


def test_the_second_time_answers_are_the_same(case):
    fresh, first, second = graph.load(case, cache=False), graph.load(case), graph.load(case)
    assert [is_kept(each) for each in (fresh, first, second)] == [False, False, True]
    assert_same(first, fresh)
    assert_same(second, fresh)
    assert fresh.warnings


def test_large_files_are_kept_as_they_were_read(case, monkeypatch):
    monkeypatch.setattr("graph.formats.csv_file.LARGE", 0)
    monkeypatch.setattr("graph.select.adjacency.MANY", 0)
    (case / "relations.csv").write_text(RELATIONS.replace("two\nlines", "one line"))
    fresh, _, second = graph.load(case, cache=False), graph.load(case), graph.load(case)
    assert all(
        isinstance(cells, DictionaryColumn) for cells in fresh.columns.relations.columns.values()
    )
    assert isinstance(second.columns.relation_ids, ContentIds)
    assert is_kept(second)
    assert_same(second, fresh)


def test_what_is_kept_reads_like_any_sequence(case):
    fresh, _, second = graph.load(case, cache=False), graph.load(case), graph.load(case)
    one, other = fresh.columns, second.columns
    assert [*other.spellings[1:3]] == one.spellings[1:3]
    assert [*other.actors.cells("name").values[-2:]] == ["ann", "Evan"]
    assert len(other.actor_row) == len(other.spellings) == 5
    assert "nobody" not in other.actor_row
    assert list(other.relation_ids[:2]) == one.relation_ids[:2]


def test_page_and_files_written_are_the_same(case):
    fresh, _, second = graph.load(case, cache=False), graph.load(case), graph.load(case)
    assert is_kept(second)
    assert build_page(second) == build_page(fresh)
    assert format_csv_files(second) == format_csv_files(fresh)


def test_nothing_is_kept_of_small_files_or_when_not_wanted(case, cache_folder, monkeypatch):
    graph.load(case, cache=False)
    assert not cache_folder.exists()
    monkeypatch.setattr("graph.cache.LEAST_BYTES", 1 << 20)
    graph.load(case)
    assert not cache_folder.exists()


def test_nothing_is_kept_of_files_with_errors(case, cache_folder):
    (case / "types.csv").write_text("sign\n")
    for _ in range(2):
        with pytest.raises(graph.DataError):
            graph.load(case)
    assert not cache_folder.exists()


@pytest.mark.parametrize("ids", [["r1", "r2", "r3"], ["r1", "", ""], ["", "", ""]], ids=str)
def test_given_and_made_ids_are_kept(case, ids):
    rows = [f"ann,bob,funds,{given}" for given in ids]
    (case / "relations.csv").write_text("\n".join(["source,target,type,id", *rows]))
    fresh, _, second = graph.load(case, cache=False), graph.load(case), graph.load(case)
    assert is_kept(second)
    assert list(second.columns.relation_ids) == list(fresh.columns.relation_ids)
    assert second.relation_rows == fresh.relation_rows


def test_one_actor_and_no_relation_are_kept(case):
    (case / "relations.csv").write_text("source,target,type\n")
    graph.load(case)
    second = graph.load(case)
    assert is_kept(second)
    assert second.relation_rows == ()
    assert second.path("ann", "bob").length is None


@pytest.mark.usefixtures("sure")
def test_an_edit_is_seen_though_size_and_times_are_as_before(case):
    file = case / "relations.csv"
    graph.load(case)
    assert is_kept(graph.load(case))
    known = file.stat()
    file.write_text(RELATIONS.replace("2021,2", "2022,2", 1))
    os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))
    third = graph.load(case)
    assert not is_kept(third)
    assert third.relation_rows[0].end == "2022"
    assert is_kept(graph.load(case))


@pytest.mark.usefixtures("sure")
def test_samples_see_an_edit_that_no_time_tells(case, monkeypatch):
    file = case / "relations.csv"
    known = fingerprints.read_stamp(file)
    graph.load(case)
    file.write_text(RELATIONS.replace("2021,2", "2022,2", 1))
    stamp = fingerprints.read_stamp
    monkeypatch.setattr(
        fingerprints, "read_stamp", lambda path: known if path == file else stamp(path)
    )
    assert not is_kept(graph.load(case))


def test_a_file_changed_just_now_is_compared_in_full(case, monkeypatch):
    graph.load(case)
    looked = []
    taken = fingerprints.take_fingerprint
    monkeypatch.setattr(
        fingerprints, "take_fingerprint", lambda path: looked.append(path.name) or taken(path)
    )
    assert is_kept(graph.load(case))
    assert sorted(looked) == ["actors.csv", "relations.csv", "sources.csv", "types.csv"]


@pytest.mark.usefixtures("sure")
def test_a_touched_file_is_compared_once_and_then_known(case, monkeypatch):
    graph.load(case)
    os.utime(case / "actors.csv", ns=(5, 1_600_000_000_123_456_789))
    looked = []
    taken = fingerprints.take_fingerprint
    monkeypatch.setattr(
        fingerprints, "take_fingerprint", lambda path: looked.append(path.name) or taken(path)
    )
    assert is_kept(graph.load(case))
    assert is_kept(graph.load(case))
    assert looked == ["actors.csv"]


@pytest.mark.usefixtures("sure")
def test_swapped_files_are_read(case, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    old(
        folder(
            other,
            actors=ACTORS.replace("Bob", "Bub"),
            relations=RELATIONS.replace("North Club", "club"),
            sources=SOURCES,
            types=TYPES,
        )
    )
    for place in (case, other):
        graph.load(place)
        assert is_kept(graph.load(place))
    case.rename(tmp_path / "aside")
    other.rename(case)
    swapped = graph.load(case)
    assert not is_kept(swapped)
    assert swapped.actor_rows[1].name == "Bub"


def test_files_that_come_and_go_are_seen(case):
    graph.load(case)
    (case / "sources.csv").rename(case / "aside.csv")
    assert not is_kept(graph.load(case))
    (case / "aside.csv").rename(case / "sources.csv")
    assert is_kept(graph.load(case))
    (case / "actors.csv.gz").write_bytes(b"")
    assert any(each.rule == "packed-twin" for each in graph.load(case).warnings)
    assert any(each.rule == "packed-twin" for each in graph.load(case).warnings)


def test_how_files_are_read_counts(case):
    graph.load(case)
    assert not is_kept(graph.load(case, encoding="utf-8"))
    assert not is_kept(graph.load(case, limits=replace(graph.Limits(), most_problems=1)))
    fewer = graph.load(case, limits=replace(graph.Limits(), most_problems=1))
    assert is_kept(fewer)
    assert fewer.warnings != graph.load(case).warnings
    with pytest.raises(graph.DataError):
        graph.load(case, strict=True)


def test_another_version_is_not_trusted(case, monkeypatch):
    graph.load(case)
    monkeypatch.setattr("graph.version.__version__", "9.9")
    assert not is_kept(graph.load(case))
    assert is_kept(graph.load(case))


def test_what_is_kept_is_private(case, cache_folder):
    graph.load(case)
    assert cache_folder.stat().st_mode & 0o777 == 0o700
    assert [file.stat().st_mode & 0o777 for file in cache_folder.iterdir()] == [0o600] * 2


def test_where_nothing_can_be_kept_reading_works(case, cache_folder, monkeypatch):
    cache_folder.write_text("no folder")
    assert not is_kept(graph.load(case))
    assert not is_kept(graph.load(case))
    cache_folder.unlink()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "write_file", full)
    assert not is_kept(graph.load(case))


def test_what_was_not_used_for_longest_goes_first(cache_folder, tmp_path, monkeypatch):
    places = []
    for number in range(3):
        place = tmp_path / f"case{number}"
        place.mkdir()
        folder(place)
        graph.load(place)
        places.append(place)
    size = sum(file.stat().st_size for file in cache_folder.iterdir())
    entries = {entry.files[0].parent.name: entry for entry in store.list_entries()}
    for number, place in enumerate(places):
        os.utime(entries[place.name].seal, (number, number))
    assert is_kept(graph.load(places[0]))
    monkeypatch.setattr(store, "LARGEST_FOLDER", size)
    other = tmp_path / "another"
    other.mkdir()
    graph.load(folder(other))
    assert sorted(entry.files[0].parent.name for entry in store.list_entries()) == [
        "another",
        "case0",
        "case2",
    ]
    assert sum(file.stat().st_size for file in cache_folder.iterdir()) <= size + 2000


def test_what_is_larger_than_all_may_be_is_not_kept(case, cache_folder, monkeypatch):
    monkeypatch.setattr(store, "LARGEST_FOLDER", 100)
    graph.load(case)
    assert not cache_folder.exists()


def test_a_half_written_file_is_removed_when_nobody_writes_it_any_more(case, cache_folder):
    graph.load(case)
    abandoned, fresh = (cache_folder / f".{letter * 32}.columns.0123abcd.part" for letter in "ab")
    for file in (abandoned, fresh):
        file.write_bytes(b"x")
    os.utime(abandoned, (1, 1))
    (case / "types.csv").write_text(TYPES + "\n")
    graph.load(case)
    assert (abandoned.exists(), fresh.exists()) == (False, True)


def test_two_processes_may_keep_at_once(case, cache_folder):
    script = (
        "import graph.cache, sys; graph.cache.LEAST_BYTES = 0\n"
        "print([graph.load(sys.argv[1]).path('ann', 'evan').length for _ in range(20)])"
    )
    command = [sys.executable, "-c", script, str(case)]
    running = [
        subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    answers = {process.communicate()[0] for process in running}
    assert answers == {f"{[graph.load(case).path('ann', 'evan').length] * 20}\n".encode()}
    assert is_kept(graph.load(case))
    assert sorted(file.suffix for file in cache_folder.iterdir()) == [".columns", ".seal"]


@only_on_posix
def test_a_pipe_is_no_file_to_look_at(case):
    (case / "sources.csv").unlink()
    os.mkfifo(case / "sources.csv")
    with pytest.raises(graph.DataError, match="is a pipe"):
        graph.load(case)


def test_no_time_is_lost_on_a_file_that_changes_meanwhile(case, cache_folder, monkeypatch):
    keep = store.write_cached

    def changed_before(place, *read):
        time.sleep(0.02)
        (case / "types.csv").write_text(TYPES + "\n")
        keep(place, *read)

    monkeypatch.setattr("graph.cache.store.write_cached", changed_before)
    graph.load(case)
    assert not cache_folder.exists()


@only_on_posix
def test_what_somebody_else_has_put_there_is_not_used(case, monkeypatch):
    graph.load(case)
    assert is_kept(graph.load(case))
    somebody = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: somebody)
    assert not is_kept(graph.load(case))


def test_a_file_written_in_part_leaves_nothing_behind(case, cache_folder, monkeypatch):
    def fails(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    assert not is_kept(graph.load(case))
    assert list(cache_folder.iterdir()) == []


def test_without_a_folder_named_it_is_the_systems_own(tmp_path, monkeypatch):
    monkeypatch.delenv(store.FOLDER_VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert store.get_cache_folder().name.lower().startswith("actor-explorer")
    assert store.get_cache_folder().is_absolute()


def test_damaged_seals_are_not_listed(case, cache_folder):
    graph.load(case)
    (cache_folder / f"{0:032}.seal").write_text("junk")
    assert [entry.files[0].parent for entry in store.list_entries()] == [case]
    assert store.clear_cache()[0] == 1
    assert list(cache_folder.iterdir()) == []
