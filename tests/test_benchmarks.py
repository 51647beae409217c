"""The benchmarks run on tiny networks and their table renders; nothing here looks at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

import graph
from benchmarks import large_network, table
from benchmarks.__main__ import PAGE, list_work, measure_all
from benchmarks.data import Data, find_question
from benchmarks.results import Figure, Goal, Work, compare_rounds, require_faster, require_within
from benchmarks.timing import NotMeasurable, build_python_command, run, run_in_turn

TINY = 300


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    place = tmp_path_factory.mktemp("networks")
    return Data(small=60, medium=TINY, large=TINY, rounds=1, long=1, directory=place)


@pytest.mark.slow
def test_a_made_up_network_is_the_same_each_time(tmp_path):
    one, two = (large_network.write_network(tmp_path / name, TINY) for name in ("one", "two"))
    for name in ("actors.csv", "relations.csv"):
        assert (one / name).read_bytes() == (two / name).read_bytes()


@pytest.mark.slow
def test_a_made_up_network_has_no_problems(tmp_path):
    network = graph.load(large_network.write_network(tmp_path, 2_000), strict=True)
    assert (len(network.actors), len(network.relations)) == (400, 2_000)


@pytest.mark.slow
def test_the_two_actors_asked_about_are_joined_by_one_path_alone(tiny):
    folder = tiny.make_folder(TINY)
    paths = graph.load(folder).path(*find_question(folder))
    assert paths.length > 1
    assert paths.path_count == 1


@pytest.mark.nightly
@pytest.mark.slow
def test_peers_give_our_answer(tiny):
    path = next(work for work in list_work(tiny) if work.name == "path")
    found = list(measure_all([path]))
    assert [figure.reason for figure in found] == [""] * len(path.rows)
    assert all(len(figure.values) == 1 for figure in found)


@pytest.mark.nightly
@pytest.mark.slow
def test_an_import_makes_what_the_native_files_hold(tiny):
    work = next(work for work in list_work(tiny) if work.name == "import")
    (figure,) = measure_all([work])
    assert (figure.reason, len(figure.values)) == ("", 1)


@pytest.mark.slow
def test_what_cannot_be_measured_says_why():
    def without(_):
        raise NotMeasurable("no such library")

    work = Work("some", (("this", "that", require_within(2)),), without)
    [figure] = measure_all([work])
    assert (figure.reason, figure.reached) == ("no such library", None)
    assert "not measured: no such library" in table.render_table([figure], [])


@pytest.mark.slow
def test_a_process_that_fails_is_not_measured():
    with pytest.raises(NotMeasurable, match="ZeroDivisionError"):
        run(build_python_command("-c", "1 / 0"))


@pytest.mark.slow
def test_the_first_round_is_dropped():
    given = iter(range(6))
    assert run_in_turn(2, lambda: next(given), lambda: next(given)) == [(2, 3), (4, 5)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("goal", "ratio", "reached"),
    [
        (require_faster(4), 5, True),
        (require_faster(6), 5, False),
        (require_within(0.2), 0.2, True),
        (require_within(0.1), 0.2, False),
    ],
)
def test_a_ratio_is_read_as_its_goal_is(goal, ratio, reached):
    figure = compare_rounds("this", "that", goal, [(1.0, 5.0), (2.0, 10.0)])
    assert figure.values == (ratio, ratio)
    assert figure.reached is reached


@pytest.mark.slow
def test_a_row_tells_medians_spread_and_whether_the_goal_is_reached():
    goal = Goal("most", 2, "within 2 times")
    figure = Figure("a|b", "that", goal, "2 s", "1 s", (1.0, 3.0, 1.5))
    row = table.render_table([figure], ["Taken here"]).splitlines()[-1]
    assert row == r"| a\|b | that | 2 s | 1 s | 1.5 x | 1 to 3 | within 2 times | yes |"


@pytest.mark.slow
def test_the_page_takes_the_table_between_its_markers():
    page = PAGE.read_text(encoding="utf-8")
    once = table.insert_table(page, "new")
    assert table.insert_table(once, "new") == once
    assert once.startswith(page.partition(table.BEGIN)[0])
    with pytest.raises(ValueError, match="markers"):
        table.insert_table("no markers", "new")


@pytest.mark.slow
def test_the_command_lists_what_it_measures():
    command = [sys.executable, "-m", "benchmarks", "--list"]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == "start"
