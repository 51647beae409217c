"""Paths on Spark are those of one machine: the same sentence, order, counts and reasons."""

from pathlib import Path

import pytest
from tiny_network import folder

import graph

pytestmark = pytest.mark.spark

CASES = Path(__file__).parent / "cases"
BELARUS = Path(__file__).parents[1]
ACTORS = """\
id,name,kind,aliases,start,end
ada,Ada Ek,person,Ek|Ada,,
bo,Bo Yt,person,,,2021
bank,North Bank,organisation,,,
dock,West Dock,asset,Dock,,
elle,Elle Oy,person,,,
"""
RELATIONS = """\
From,To,relation,since,end,confidence,stance,claimant,basis,reference,own
 ada ,North Bank,Funds,2020,2022,B2,,Bo Yt,,paper,1
ada,bank,funds,2021,,,disputes,,,paper,2
ada,bo,,,,,,,alleged,"a memo, ""signed"" once",'=3
bo,dock,ally,,ended,0.4,,,,paper,4
bank,dock,supports,2022,..,high,,elle,,letter,5
dock,Cy,leads,,,,,,,,6
n/a,Cy,owns,,,,,,,,7
n/a,elle,owns,,,,,,,,8
"""
SOURCES = "id,title,date,via\npaper,The paper,2023-05,letter\nletter,A letter,2023,\n"

# Names, filters and options: of a tiny network, and where there is no path.
TINY = [
    (("ada", "dock"), [], {}),
    (("Ek", "Cy"), [], {}),
    (("ada", "dock"), [("avoid", "ally")], {"directed": True}),
    (("dock", "ada"), [], {"directed": True}),
    (("ada", "dock"), [("at", "2022")], {}),
    (("ada", "Cy", "bo"), [], {"max_length": 2}),
    (("ada", "dock"), [("min_confidence", 0.5)], {}),
    (("ada", "dock"), [("according_to", "Bo")], {}),
    (("ada", "elle"), [], {}),
    (("ada", "dock"), [("avoid_basis", "alleged"), ("without_source", "letter")], {}),
    (("ada", "ada"), [], {}),
]
BELARUS_CASES = [
    (("Lukashenko", "Вильнюс"), [], {}),
    (("Putin", "Vilnius"), [("avoid", "borders", "located_in"), ("at", "2022-08")], {}),
    (("Minsk", "Kyiv"), [("kind", "state", "place")], {"limit": 3}),
]
NO_PATH = [
    (("a", "z"), [("avoid", "funds")], {}),
    (("d", "a"), [("avoid", "opposes")], {"directed": True}),
    (("a", "d"), [("avoid", "opposes", "ally", "leads"), ("avoid_actor", "x")], {}),
    (("a", "f"), [("at", "2002")], {}),
    (("a", "d"), [("avoid", "ally"), ("avoid_kind", "state")], {}),
]


def ask_both(there, here, asked):
    """Return what Spark and one machine answer to the same question."""
    from graph.spark.paths import find_paths

    names, filters, options = asked
    for name, *arguments in filters:
        there, here = getattr(there, name)(*arguments), getattr(here, name)(*arguments)
    return find_paths(there, *names, **options).to_dict(), here.path(*names, **options).to_dict()


@pytest.fixture
def tiny(tmp_path):
    return folder(tmp_path, actors=ACTORS, relations=RELATIONS, sources=SOURCES)


def compare(spark, data, questions):
    """See that both answer all questions alike; the data are read once."""
    from graph.spark.network import SparkNetwork

    both = SparkNetwork.read(spark, str(data)), graph.load(data)
    for asked in questions:
        there, here = ask_both(*both, asked)
        assert there == here, asked


def test_paths_of_a_tiny_network(spark, tiny):
    compare(spark, tiny, TINY[:2])


@pytest.mark.nightly
def test_why_there_is_no_path(spark):
    compare(spark, CASES / "no_path", NO_PATH[:1])


@pytest.mark.nightly
def test_paths_under_every_filter(spark, tiny):
    compare(spark, tiny, TINY[2:])


@pytest.mark.nightly
def test_paths_of_the_example(spark):
    compare(spark, BELARUS, BELARUS_CASES)


@pytest.mark.nightly
def test_each_reason_why_there_is_no_path(spark):
    compare(spark, CASES / "no_path", NO_PATH[1:])


@pytest.mark.nightly
def test_many_parts_and_parquet_are_the_same_network(spark, tiny, tmp_path):
    from graph.spark.network import SparkNetwork
    from graph.spark.paths import find_paths

    data = tiny
    here = graph.load(data).path("ada", "dock").to_dict()
    header, *lines = RELATIONS.splitlines(keepends=True)
    parts = tmp_path / "parts" / "relations"
    parts.mkdir(parents=True)
    for number in (0, 4):
        text = "".join([header, *lines[number : number + 4]])
        (parts / f"part-{number}.csv").write_text(text, encoding="utf-8")
    for family in ("actors", "sources"):
        (tmp_path / "parts" / f"{family}.csv").write_bytes((data / f"{family}.csv").read_bytes())
    assert (
        find_paths(SparkNetwork.read(spark, str(tmp_path / "parts")), "ada", "dock").to_dict()
        == here
    )
    columnar = tmp_path / "parquet"
    columnar.mkdir()
    for family in ("actors", "relations", "sources"):
        frame = spark.read.options(header="true", escape='"').csv(str(data / f"{family}.csv"))
        frame.write.parquet(str(columnar / f"{family}.parquet"))
    assert find_paths(SparkNetwork.read(spark, str(columnar)), "ada", "dock").to_dict() == here


@pytest.mark.nightly
def test_names_are_resolved_as_here_also_by_workers(spark, tiny, monkeypatch):
    from graph.spark.data import MOST_HERE
    from graph.spark.network import SparkNetwork

    here = graph.load(tiny)
    for most in (MOST_HERE, 0):  # by this process, then by Spark's workers
        monkeypatch.setattr("graph.spark.data.MOST_HERE", most)
        there = SparkNetwork.read(spark, str(tiny))
        for query in ("bank", "Ek", "dok", "nobody at all") if most else ("Ek", "bamk"):
            assert ask_name(there, query) == ask_name(here, query)


def ask_name(network, query):
    try:
        return network.resolve(query)
    except graph.ActorError as error:
        return str(error)


@pytest.mark.nightly
def test_combinations_of_cells_are_judged_alike_by_workers(spark, tiny, monkeypatch):
    monkeypatch.setattr("graph.spark.selecting.MOST_JUDGED_HERE", 0)
    filters = [("at", "2022"), ("min_confidence", "40%")]
    compare(spark, tiny, [(("ada", "dock"), filters, {})])
