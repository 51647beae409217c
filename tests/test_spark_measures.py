"""Measures on Spark are those of one machine: degrees, PageRank to 1e-9, components, sources."""

import json
from pathlib import Path

import pytest
from tiny_network import folder

import graph
from graph.analysis import extraction

pytestmark = pytest.mark.spark

CASES = Path(__file__).parent / "cases"
ACTORS = """\
id,name,kind,start,reference
a,A,person,,paper
b,B,person,,
c,C,person,,
d,D,person,,
e,E,person,2021,
f,F,person,,
g,G,person,,
h,H,person,,
i,I,person,,
j,J,person,,
"""
# a, b, c and d have triangles and a mutual relation that is listed both ways; e is a sink; f and g
# are a component of their own, h and i are joined by a dispute alone, j by a relation to itself.
RELATIONS = """\
source,target,type,weight,stance,reference,start,end
a,b,ally,2,,paper,2019,2020
b,a,ally,3,,letter,,
b,c,funds,0.5,,https://example.org/1,,
a,c,funds,,,https://example.org/2|paper,,
c,a,supports,4,,,,
c,d,opposes,1,,paper|letter,,
b,d,leads,0,,,,
d,a,leads,7,,memo,,
d,e,leads,1,,memo,,
f,g,ally,1,,,,
h,i,ally,1,disputes,,,
j,j,funds,1,,,,
"""
SOURCES = "id,title,date,via\npaper,The paper,2023-05,letter\nletter,A letter,2023,\n"
ASKED = [
    (("degree", "in_degree", "weighted_degree"), {}),
    (("pagerank",), {"directed": True}),
    (("out_degree", "weighted_in_degree", "weighted_out_degree"), {"signs": "positive"}),
    (("pagerank", "degree"), {"weighted": True, "signs": "all"}),
]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    path = tmp_path_factory.mktemp("spark")
    return folder(path, actors=ACTORS, relations=RELATIONS, sources=SOURCES)


@pytest.fixture
def both(spark, data):
    from graph.spark.network import SparkNetwork

    return SparkNetwork.read(spark, str(data)), graph.load(data)


def compare_ranks(there, here):
    assert [actor.id for actor in there.actors] == [actor.id for actor in here.actors]
    assert list(there.scores) == list(here.scores)
    for measure, scores in here.scores.items():
        assert there.scores[measure] == pytest.approx(scores, abs=1e-9)
    assert there.method_notes == tuple(n for n in here.method_notes if "same weight" not in n)


@pytest.mark.nightly
def test_degrees_and_pagerank(both):
    from graph.spark.centrality import measure_centrality

    there, here = both
    for measures, options in ASKED[:2]:
        compare_ranks(
            measure_centrality(there, *measures, **options),
            here.centrality(*measures, **options),
        )


@pytest.mark.nightly
def test_ranks_of_every_projection(both):
    from graph.spark.centrality import measure_centrality

    there, here = both
    for measures, options in ASKED[2:]:
        compare_ranks(
            measure_centrality(there, *measures, **options),
            here.centrality(*measures, **options),
        )


@pytest.mark.nightly
def test_ranks_under_filters(both):
    from graph.spark.centrality import measure_centrality

    there, here = (each.at("2020").avoid("opposes").without_source("letter") for each in both)
    answers = measure_centrality(there, "degree", "pagerank"), here.centrality("degree", "pagerank")
    compare_ranks(*answers)
    assert answers[0].asked_time == answers[1].asked_time


@pytest.mark.nightly
def test_spark_multiplies_where_the_edges_do_not_come_home(both, monkeypatch):
    from graph.spark import centrality, ranking

    there, here = both
    monkeypatch.setattr(ranking, "RESTART", 40)
    monkeypatch.setattr(
        centrality, "compute_pagerank", lambda *given: ranking.compute_pagerank(*given, most_here=0)
    )
    found = centrality.measure_centrality(there, "pagerank", directed=True)
    compare_ranks(found, here.centrality("pagerank", directed=True))


@pytest.mark.nightly
def test_structure(both):
    from graph.spark.structure import NOT_MEASURED, measure_structure

    there, here = (
        network.to_dict() for network in (measure_structure(both[0]), both[1].structure())
    )
    absent = {name.split(".")[0] for name in NOT_MEASURED} - {"components"}
    for name in (
        here.keys()
        - absent
        - {"undefined", "components", "core_numbers", "two_mode", "method_notes"}
    ):
        is_share = isinstance(here[name], float)
        assert there[name] == (pytest.approx(here[name]) if is_share else here[name]), name
    for name, value in here["components"].items():
        assert there["components"][name] == (None if "strong" in name else value)
    assert set(NOT_MEASURED) <= set(there["undefined"])


@pytest.mark.nightly
def test_components_in_rounds_are_those_in_one(both):
    from graph.select.projection import Projection
    from graph.spark.edges import project
    from graph.spark.labels import find_components

    edges, count = project(both[0], Projection()), both[0].data.actors.total
    rounds = find_components(edges, count, most_pairs=0)
    assert rounds.tolist() == find_components(edges, count).tolist()
    assert rounds.tolist() == [0, 0, 0, 0, 0, 5, 5, 7, 8, 9]


@pytest.mark.nightly
def test_communities_by_label_propagation(both):
    from graph.spark.communities import find_communities

    answer = find_communities(both[0])
    members = [[actor.id for actor in each.actors] for each in answer.communities]
    assert sorted(map(sorted, members)) == [["a", "b", "c", "d", "e"], ["f", "g"]]
    assert [actor.id for actor in answer.isolates] == ["h", "i", "j"]
    assert answer.communities[0].type_counts == {"funds": 2, "leads": 3, "ally": 2, "supports": 1}
    assert answer.negative_counts == {"opposes": 1}
    assert "label propagation" in " ".join(answer.notes)
    # Of 7 edges 6 are in one of two communities, and 1 in the other.
    assert answer.modularity == pytest.approx(6 / 7 - (12 / 14) ** 2 + 1 / 7 - (2 / 14) ** 2)


@pytest.mark.nightly
def test_sources(both):
    from graph.spark.evidence import count_evidence

    there, here = count_evidence(both[0]).to_dict(), both[1].evidence().to_dict()
    assert there == here


@pytest.mark.nightly
def test_sources_where_references_are_very_many(both):
    from graph.spark.evidence import count_evidence

    there, here = count_evidence(both[0], most_cells=8).to_dict(), both[1].evidence().to_dict()
    undeclared = [found.pop("undeclared") for found in (there, here)]
    assert there == here
    key = json.dumps
    assert sorted(undeclared[0], key=key) == sorted(undeclared[1], key=key)


@pytest.mark.nightly
def test_parquet_is_read_again_as_the_same_network(spark, both, tmp_path):
    from graph.spark.exporting import export_parquet
    from graph.spark.network import SparkNetwork

    there, here = (network.avoid("leads") for network in both)
    assert export_parquet(there, str(tmp_path / "case.parquet")) == [
        "actors",
        "relations",
        "sources",
    ]
    with pytest.raises(graph.OutputError, match="exists already"):
        export_parquet(there, str(tmp_path / "case.parquet"))
    again = SparkNetwork.read(spark, str(tmp_path / "case.parquet"))
    from graph.spark.extracting import extract_selected

    home = extract_selected(again)
    assert [r.sentence for r in home.relation_rows] == [r.sentence for r in here.relation_rows]


@pytest.mark.nightly
def test_an_extract_is_the_same_folder(both, tmp_path):
    from graph.spark.extracting import extract_ego

    there, here = both
    rows = extraction.find_near(here, here.resolve("e"), 1)
    ids = [here.columns.actor(row).id for row in rows]
    for name, network in (("there", extract_ego(there, "e", 1)), ("here", here.only_actor(ids))):
        network.to_folder(tmp_path / name)
    assert ids == ["d", "e"]
    for file in ("actors.csv", "relations.csv", "sources.csv"):
        assert (tmp_path / "there" / file).read_text() == (tmp_path / "here" / file).read_text()


@pytest.mark.nightly
def test_every_extract_is_that_of_one_machine(both):
    from graph.spark import extracting

    there, here = both
    between = extracting.extract_between(there, "b", "e", directed=True)
    ends = here.resolve("b"), here.resolve("e")
    expected = [
        here.columns.actor(row).id for row in extraction.find_between(here, *ends, directed=True)
    ]
    assert [actor.id for actor in between.actor_rows] == expected == ["b", "d", "e"]
    selected = extracting.extract_selected(there.only("ally"))
    chosen = here.only("ally")
    assert len(selected.relation_numbers) == len(chosen.relation_numbers)
    assert [a.id for a in selected.actor_rows] == ["a", "b", "f", "g", "h", "i"]
    community = extracting.extract_community(there, "f")
    assert [actor.id for actor in community.actor_rows] == ["f", "g"]
    with pytest.raises(graph.QuestionError, match="is in no community"):
        extracting.extract_community(there, "h")
    with pytest.raises(graph.QuestionError, match="no path leads"):
        extracting.extract_between(there, "a", "f")


def test_what_is_not_offered_says_what_to_do(both):
    from graph.spark.centrality import measure_centrality

    with pytest.raises(graph.QuestionError, match=r"betweenness is not measured on Spark.*extract"):
        measure_centrality(both[0], "betweenness")
