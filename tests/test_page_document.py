import json
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pytest
import tiny_network
from hypothesis import given
from hypothesis import strategies as st

import graph
from explorer.page.document import build_document, build_network_document, hash_files
from explorer.page.fold_table import build_fold_table
from explorer.page.packed_columns import pack, unpack
from explorer.page.plain_tables import build_tables
from explorer.page.presentation import Presentation
from graph.data.vocabulary import TYPES, RelationType
from graph.layout.styles import (
    DASHES,
    INK,
    LINES,
    QUIET,
    SIGN_COLOURS,
    build_kind_styles,
    build_type_styles,
)
from graph.names.folding import fold

ACTORS = """\
id,name,kind,aliases,description,start,end,reference,party
a,Anna,person,Ania|Ganna,She leads.,1970,,s1|https://example.org/a,Green
b,Bank,organisation,,,,,,
c,Cesarstwo Łódź,vessel,,,,,,
"""
RELATIONS = """\
source,target,type,start,end,weight,confidence,stance,reference,note,id,channel
a,b,funds,2020,2022-12,2.5,0.8,,s1,By cheque,r1,bank
a,b,funds,,,,B2,disputes,Interview,,r2,
c,a,visits,1999,,3,,,,,r3,
b,b,funds,,,,,,,,r4,
"""
SOURCES = """\
id,title,author,publisher,date,url,archive_url
s1,A report,"Doe, J.",Press,2021,https://example.org/r,
s2,Unused,,,,,
"""
TYPES_CSV = "type,sign,mutual,influence,label,inverse\nvisits,0,yes,yes,visits,is visited by\n"


@pytest.fixture
def network(tmp_path: Path):
    for name, text in (
        ("actors", ACTORS),
        ("relations", RELATIONS),
        ("sources", SOURCES),
        ("types", TYPES_CSV),
    ):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return graph.load(tmp_path)


def test_actors_stand_in_columns(network: graph.Network):
    actors = build_network_document(network)["actors"]
    assert actors["id"] == ["a", "b", "c"]
    assert actors["name"] == ["Anna", "Bank", "Cesarstwo Łódź"]
    assert actors["aliases"] == [["Ania", "Ganna"], [], []]
    assert unpack(actors["start"], 3) == ["1970", "", ""]
    assert actors["end"] == {"all": ""}
    assert actors["reference"] == [[0, "https://example.org/a"], [], []]
    assert {name: unpack(column, 3) for name, column in actors["attributes"].items()} == {
        "party": ["Green", "", ""]
    }


def test_relations_refer_by_row(network: graph.Network):
    relations = build_network_document(network)["relations"]
    columns = {
        name: unpack(column, 4)
        for name, column in relations.items()
        if name not in {"reference", "attributes"}
    }
    assert columns == {
        "id": ["r1", "r2", "r3", "r4"],
        "source": [0, 0, 2, 1],
        "target": [1, 1, 0, 1],
        "type": [0, 0, 1, 0],
        "start": ["2020", "", "1999", ""],
        "end": ["2022-12", "", "", ""],
        "weight": [2.5, 1, 3, 1],
        "confidence": [0.8, 0.8, None, None],
        "grade": ["", "B2", "", ""],
        "disputes": [0, 1, 0, 0],
        "claimant": ["", "", "", ""],
        "basis": ["stated"] * 4,
        "over": [1, 0, 0, 0],
        "planned": [0, 0, 0, 0],
        "note": ["By cheque", "", "", ""],
    }
    assert relations["reference"] == [[0], ["Interview"], [], []]


@pytest.mark.parametrize("keep", [lambda net: net, lambda net: net.kind("state").at("2022")])
def test_columns_say_what_actors_and_relations_say(keep):
    net = keep(graph.load_example())
    found = build_network_document(net)
    sources = [source.id for source in net.source_rows]

    def references(row):
        return [each if isinstance(each, str) else sources.index(each.id) for each in row]

    for records, table, names in (
        (net.actor_rows, found["actors"], ["id", "name", "description", "start", "end"]),
        (net.relation_rows, found["relations"], ["id", "start", "end", "note", "grade"]),
    ):
        columns = {
            name: unpack(column, len(records))
            for name, column in table.items()
            if name != "attributes"
        }
        for name in names:
            assert columns[name] == [getattr(record, name) for record in records]
        assert columns["reference"] == [references(record.references) for record in records]
    actors = [actor.id for actor in net.actor_rows]
    source, target, weight = (columns[name] for name in ("source", "target", "weight"))
    for row, relation in enumerate(net.relation_rows):
        assert (actors[source[row]], actors[target[row]]) == (
            relation.source.id,
            relation.target.id,
        )
        assert (weight[row], columns["confidence"][row]) == (relation.weight, relation.confidence)
        assert found["types"][columns["type"][row]]["id"] == relation.type.name
        assert columns["disputes"][row] == (relation.stance == "disputes")


def test_only_the_vocabulary_in_use_is_there(network: graph.Network):
    found = build_network_document(network)
    assert [kind["id"] for kind in found["kinds"]] == ["person", "organisation", "vessel"]
    assert found["types"] == [
        {
            "id": "funds",
            "sign": "+",
            "mutual": False,
            "influence": True,
            "label": "funds",
            "inverse": "is funded by",
            "event": False,
            "past": "funded",
            "past_inverse": "was funded by",
            "present": "",
            "present_inverse": "",
        },
        {
            "id": "visits",
            "sign": "0",
            "mutual": True,
            "influence": True,
            "label": "visits",
            "inverse": "is visited by",
            "event": False,
            "past": "",
            "past_inverse": "",
            "present": "",
            "present_inverse": "",
        },
    ]
    assert unpack(found["actors"]["kind"], 3) == [0, 1, 2]


def test_sources_carry_their_citation(network: graph.Network):
    sources = build_network_document(network)["sources"]
    assert sources["id"] == ["s1", "s2"]
    assert unpack(sources["citation"], 2) == ["Doe, J. (2021). A report. Press.", "Unused."]


def test_a_filtered_network_has_row_numbers_of_its_own(network: graph.Network):
    relations = build_network_document(network.avoid_actor("Anna"))["relations"]
    assert relations["id"] == ["r4"]
    assert (unpack(relations["source"], 1), unpack(relations["target"], 1)) == ([0], [0])


def test_about_says_what_there_is_and_where_from(network: graph.Network):
    about = build_document(network, Presentation("T"), inputs=[("actors.csv", "00")])["about"]
    assert about == {
        "title": "T",
        "description": "",
        "language": "en",
        "direction": "auto",
        "theme": "auto",
        "embed": False,
        "command": "",
        "redacted": False,
        "version": graph.__version__,
        "actors": 3,
        "relations": 4,
        "inputs": [{"file": "actors.csv", "sha256": "00"}],
        "earliest": "1999",
        "latest": "2022-12",
    }


def test_files_are_hashed_by_their_bytes(tmp_path: Path):
    (tmp_path / "actors.csv").write_bytes(b"id,name\r\n")
    digest = sha256(b"id,name\r\n").hexdigest()
    assert hash_files([tmp_path / "actors.csv"]) == [("actors.csv", digest)]


def test_measures_are_those_of_the_engine_in_row_order(network: graph.Network):
    measures = {entry["id"]: entry for entry in build_document(network, Presentation())["measures"]}
    assert list(measures) == [
        "degree",
        "in_degree",
        "out_degree",
        "weighted_degree",
        "weighted_in_degree",
        "weighted_out_degree",
        "betweenness",
        "closeness",
        "harmonic",
        "eigenvector",
        "pagerank",
        "pn",
        "clustering",
        "triangles",
        "core_number",
        "articulation",
    ]
    assert unpack(measures["degree"]["scores"], 3) == [2, 1, 1]
    assert measures["pagerank"]["label"] == "PageRank"
    assert measures["in_degree"]["label"] == "in-degree"
    assert measures["eigenvector"]["scores"] == [0.707106781187, 0.5, 0.5]


@pytest.mark.slow
def test_scores_rank_the_actors_as_their_profiles_do():
    network = graph.load_example()
    measures = {
        entry["id"]: unpack(entry["scores"], len(network.actor_rows))
        for entry in build_document(network, Presentation())["measures"]
    }
    for row, actor in enumerate(network.actor_rows):
        for measure, rank in network.show(actor.id).ranks.items():
            scores = measures[measure]
            assert rank == 1 + sum(score > scores[row] for score in scores), (actor.id, measure)


@pytest.mark.long
@pytest.mark.parametrize("left_out", [[], ["Belarus"]])
def test_communities_are_those_of_the_engine_in_row_order(left_out):
    net = graph.load_example().avoid_actor(left_out)
    found, answer = build_document(net, Presentation())["communities"], net.communities()
    numbers = {actor.id: each.number for each in answer.communities for actor in each.actors}
    numbers |= dict.fromkeys((actor.id for actor in answer.isolates), None)
    actors = [actor.id for actor in net.actor_rows]
    assert unpack(found["number"], len(actors)) == [numbers[actor] for actor in actors]
    assert [[actors[row] for row in rows] for rows in found["foremost"]] == [
        [actor.id for actor in each.foremost] for each in answer.communities
    ]
    assert found["modularity"] == pytest.approx(answer.modularity)


def test_a_large_network_gets_the_cheap_measures_only():
    import pandas as pd

    actors = pd.DataFrame(
        {"id": [f"a{row}" for row in range(2_001)], "name": "x", "kind": "person"}
    )
    relations = pd.DataFrame({"source": ["a0"], "target": ["a1"], "type": ["ally"]})
    large = graph.Network.from_frames(actors, relations)
    assert [entry["id"] for entry in build_document(large, Presentation())["measures"]] == [
        "degree",
        "in_degree",
        "out_degree",
        "weighted_degree",
        "weighted_in_degree",
        "weighted_out_degree",
        "pagerank",
        "core_number",
    ]


def test_a_network_of_nothing_is_a_document_too():
    import pandas as pd

    empty = graph.Network.from_frames(
        pd.DataFrame({"id": [], "name": [], "kind": []}),
        pd.DataFrame({"source": [], "target": [], "type": []}),
    )
    found = build_document(empty, Presentation())
    assert found["network"]["actors"]["id"] == []
    assert found["about"]["earliest"] == ""
    assert found["drawing"]["nodes"] == {}
    assert found["communities"] == {"number": [], "foremost": [], "modularity": 0}


@pytest.mark.long
def test_the_drawing_carries_only_what_the_page_does_not_set_itself():
    drawing = build_document(graph.load_example(), Presentation("T"))["drawing"]
    assert set(drawing["nodes"]) == {"x", "y", "shape"}
    assert set(drawing["edges"]) == {"color", "dashes", "arrows"}


JSON_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(0, 3), st.sampled_from(["", "a", "1", "true"])
)


@given(st.lists(st.one_of(JSON_VALUES, st.lists(st.integers(0, 1), max_size=2))))
def test_a_packed_column_is_read_back(column: list[object]):
    travelled = json.loads(json.dumps(pack(column)))
    assert json.dumps(unpack(travelled, len(column))) == json.dumps(column)


@given(st.lists(st.sampled_from(["funds", "supports", "a longer level"]), min_size=1))
def test_packing_is_never_longer_than_the_list_and_one_key(column: list[str]):
    assert len(json.dumps(pack(column))) <= len(json.dumps(column)) + len('{"all": }')


def test_a_number_that_is_none_is_refused():
    with pytest.raises(ValueError, match="JSON compliant"):
        pack([1.0, float("nan")])


def test_the_fold_table_knows_the_letters_people_type_and_those_of_every_name():
    table = build_fold_table(["𐌰", "漢", "Ⴀ"])
    assert [table[char] for char in "łжβսשщगภ𐌰漢"] == [
        "l", "zh", "v", "s", "s", "shch", "g", "ph", "a", "han",
    ]  # fmt: skip
    assert table["ⴀ"] == "a"
    assert all(len(char) == 1 and not char.isascii() for char in table)
    assert all(fold(f"q{char}") == tuple(f"q{plain}".split()) for char, plain in table.items())


def test_the_fold_table_leaves_out_what_the_page_finds_by_itself():
    table = build_fold_table(["Łódź 李明 ５ ٥ ♥"])
    assert [char for char in "ŁóźéấẾᾴ５٥♥\u0301" if char in table] == []
    assert len(json.dumps(table, ensure_ascii=False).encode()) < 15_000


STYLED = [name for name in TYPES if name in LINES]


def test_signs_are_told_apart_by_colour_and_types_by_line():
    styles = dict(zip(TYPES, build_type_styles(list(TYPES.values())), strict=True))
    lines = {(styles[name]["color"], tuple(styles[name]["dashes"])) for name in STYLED}
    assert len(lines) == len(STYLED)
    colours: dict[str, set[str]] = {}
    for name, style in styles.items():
        colours.setdefault(TYPES[name].sign, set()).add(style["color"])
    assert colours == {
        "+": {"#009E73", "#0072B2"},
        "-": {"#D55E00"},
        "0": {"#33363b", "#767676", *QUIET},
    }


def test_power_is_drawn_in_ink_and_no_type_of_an_author_is():
    power = ("leads", "commands", "controls", "appointed")
    assert {name for name, (colour, _) in LINES.items() if colour == INK} == set(power)
    own = build_type_styles([declared(f"t{number}", "0") for number in range(20)])
    assert len({(style["color"], tuple(style["dashes"])) for style in own}) == 20
    assert INK not in {style["color"] for style in own}
    assert [style["color"] for style in own[:4]] == [*QUIET]


@pytest.mark.parametrize("colour", [*QUIET, *chain(*SIGN_COLOURS.values())])
@pytest.mark.parametrize("ground", ["#ffffff", "#14161a"])
def test_lines_stand_out_on_both_grounds(colour: str, ground: str):
    light, dark = sorted((measure_luminance(colour), measure_luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def measure_luminance(colour: str):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def declared(name: str, sign: str):
    return RelationType(name, sign, mutual=False, influence=True, label=name, inverse=name)  # type: ignore[arg-type]


def test_declared_types_get_lines_nobody_has_until_there_are_none():
    styles = build_type_styles([declared(f"t{number}", "-") for number in range(5)])
    assert [tuple(style["dashes"]) for style in styles] == [*DASHES, DASHES[0]]


def test_a_built_in_type_with_another_sign_is_drawn_by_that_sign():
    assert build_type_styles([declared("ally", "-")])[0]["color"] == "#D55E00"


def test_kinds_differ_by_shape_or_colour():
    kinds = ["person", "state", "place", "asset", *(f"kind{number}" for number in range(20))]
    marks = {(style["shape"], style["color"]) for style in build_kind_styles(kinds)}
    assert len(marks) == len(kinds)


def test_a_sampled_measure_says_how_far_off_it_may_be(monkeypatch):
    monkeypatch.setattr("graph.analysis.large.strategy.MOST_BETWEENNESS", 0)
    monkeypatch.setattr("explorer.page.rank_doubt.MOST_ACTORS", 0)  # as for a large network
    few = tiny_network.network("a ally b", "b ally c", "c ally d")
    told = {
        entry["id"]: entry.get("sampled")
        for entry in build_document(few, Presentation())["measures"]
    }
    assert told.pop("betweenness").startswith("sampled, within ±")
    assert set(told.values()) == {None}


def test_a_page_made_for_a_date_has_that_date_and_why_relations_may_hold(network):
    document = build_document(network.at("2024"), Presentation())
    assert document["span"] == {"at": "2024", "from": "", "to": "", "certain": False}
    reasons = unpack(document["reasons"], len(document["network"]["relations"]["id"]))
    assert reasons == [row.when.why for row in network.at("2024").relation_rows]
    between = build_document(network.between("2020", certain=True), Presentation())
    assert between["span"] == {"at": "", "from": "2020", "to": "", "certain": True}
    assert "span" not in build_document(network, Presentation())


def test_plain_tables_and_the_description_say_what_may_hold(network):
    at_2024 = network.at("2024")
    tables = build_tables(build_document(at_2024, Presentation()))
    sentences = ["".join(row["parts"]) for row in tables["relations"]]
    assert sentences == [row.sentence for row in at_2024.relation_rows]
    assert any(sentence.endswith(", undated") for sentence in sentences)
    assert "may hold in 2024" in Presentation().complete(at_2024).description
