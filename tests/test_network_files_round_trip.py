"""A network that is exported and read again is the same network, as far as a format holds it."""

from dataclasses import replace

import pytest
from drafted import read, to_network
from test_export_readers import ACTORS, RELATIONS, SOURCES, TYPES
from tiny_network import of_rows

import graph
from graph.exporting.formats import BY_WORD, export_network
from graph.importing.run import import_files

WHOLE = {
    "gexf": "a.gexf",
    "graphml": "a.graphml",
    "jgf": "a.json",
    "cytoscape": "a.cyjs",
    "node-link": "a.json",
}


def again(net, word, name):
    return to_network(read(export_network(net, BY_WORD[word], positions=False).files[""], name))


def cells_of(attributes):
    """Return own columns that say something; sign is a word of foreign files, too."""
    return {
        name.replace("sign (own)", "sign"): " ".join(text.split())
        for name, text in attributes.items()
        if text.strip()
    }


def flat(text):
    return " ".join(text.split())


def everything(net):
    """Return what a network says, apart from blanks at the edges of cells."""
    sources = {each.id: _source(each) for each in net.source_rows}

    def cite(references):
        return [sources[each.id] if hasattr(each, "id") else flat(each) for each in references]

    actors = {
        each.id: (flat(each.name), each.kind, [*map(flat, each.aliases)], flat(each.description),
                  each.start, each.end, cite(each.references), cells_of(each.attributes))
        for each in net.actor_rows
    }  # fmt: skip
    relations = {
        each.id: (each.source.id, each.target.id, each.type, each.start, each.end, each.weight,
                  each.confidence, each.grade, each.stance, each.basis, cite(each.references),
                  getattr(each.claimant, "id", each.claimant), flat(each.note),
                  cells_of(each.attributes))
        for each in net.relation_rows
    }  # fmt: skip
    return actors, relations, [*sources.values()]


def _source(source):
    plain = {name: flat(text) for name, text in vars(source).items() if isinstance(text, str)}
    return {**plain, "attributes": cells_of(source.attributes)}


@pytest.mark.parametrize(("word", "name"), WHOLE.items())
def test_parallel_dated_sourced_relations_come_back(word, name):
    net = of_rows(ACTORS, RELATIONS, TYPES, SOURCES)
    assert everything(again(net, word, name)) == everything(net)


@pytest.mark.parametrize(("word", "name"), WHOLE.items())
def test_the_example_comes_back(word, name):
    net = graph.load_example()
    found = again(net, word, name)
    assert everything(found) == everything(net)
    assert [each.id for each in found.relation_rows] == [each.id for each in net.relation_rows]


def test_kumu_gives_the_network_without_its_table_of_sources():
    net = of_rows(ACTORS, RELATIONS, TYPES, SOURCES)
    actors, relations, _ = everything(again(net, "kumu", "a.json"))
    due_actors, due_relations, _ = everything(net)
    citation = ["Bo (2021). The paper. https://example.org/paper"]
    assert actors == {
        one: (*row[:6], citation if row[6] else [], row[7]) for one, row in due_actors.items()
    }
    assert relations["r1"][10] == [*citation, "https://example.org/a"]
    assert {one: row[:10] for one, row in relations.items()} == {
        one: row[:10] for one, row in due_relations.items()
    }


def test_followthemoney_gives_who_and_what_and_when_and_sources():
    net = of_rows(ACTORS, RELATIONS, TYPES, SOURCES)
    draft = read(export_network(net, BY_WORD["ftm"]).files[""], "a.json")
    assert [*draft.actors["name"]] == ["Ann Ek", "Big Co", "Cy"]
    assert [*draft.actors["kind"]] == ["person", "organisation", "state"]
    assert draft.actors["aliases"][0] == "Annie|А. Эк|"
    assert draft.actors["start"][0] == "1960"
    assert [*draft.relations["type"]] == ["owns", "funds", "borders", "met", "owes"]
    assert [*draft.relations["id"]] == ["r1", "r2", "r4", "r5", "r6"]
    assert (draft.relations["start"][0], draft.relations["end"][0]) == ("2020-02", "2022")
    assert (draft.relations["basis"][1], draft.relations["claimant"][1]) == ("alleged", "Cy")
    assert draft.relations["note"][0] == "half"
    assert [*draft.sources["title"]] == ["The paper"]
    assert draft.relations["reference"][0].split("|")[1] == draft.sources["id"][0]


def test_an_own_column_with_a_name_of_ours_comes_back():
    net = of_rows(
        [{"id": "a", "name": "A", "kind": "person"}],
        [{"source": "a", "target": "a", "type": "knows", "label": "x", "grade": "B2"}],
    )
    for word, name in WHOLE.items():
        (relation,) = again(net, word, name).relation_rows
        assert {k: v for k, v in relation.attributes.items() if v} == {"label": "x", "grade": "B2"}
    assert replace(relation, attributes={}).confidence is None


IMPORTED = {
    **WHOLE,
    "jgf": "a.jgf.json",
    "node-link": "a.node-link.json",
    "kumu": "a.kumu.json",
    "xlsx": "a.xlsx",
    "gephi": "a.csv",
    "neo4j": "a.csv",
    "sqlite": "a.sqlite",
    "parquet": "a.parquet",
}


def say(net):
    """Return what each relation says, by the names of its actors."""
    return sorted(
        (each.source.name, each.type.name, each.target.name, each.start, each.end, each.stance,
         getattr(each.claimant, "name", each.claimant), each.basis, str(each.confidence),
         each.weight, each.note)
        for each in net.relation_rows
    )  # fmt: skip


@pytest.mark.nightly(but_each=3)
@pytest.mark.slow
@pytest.mark.parametrize(("word", "name"), IMPORTED.items())
def test_the_example_comes_back_through_the_importer(tmp_path, word, name):
    net = graph.load_example()
    made = import_files(net.export(tmp_path / name, word, positions=False))
    for file, text in made.files.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    again = graph.load(tmp_path, cache=False)
    assert say(again) == say(net)
    assert [(each.id, each.name, each.kind, each.aliases) for each in again.actor_rows] == [
        (each.id, each.name, each.kind, each.aliases) for each in net.actor_rows
    ]
    if word in WHOLE or word in ("xlsx", "neo4j", "sqlite", "parquet"):
        assert again.source_rows == net.source_rows
    assert made.report.guesses == []
