"""A network exported to any format and imported again is the same, but for what is declared."""

import sys

import pytest
from any_network import networks
from hypothesis import HealthCheck, given, settings
from test_network_files_round_trip import everything
from tiny_network import network, of_rows

import graph
from graph.data.vocabulary import DEFAULT_TYPE, TYPES
from graph.exporting.follow_the_money import DATE, SCHEMA_OF_KIND, SPANS
from graph.exporting.formats import BY_WORD, FORMATS, UNHELD, export_network, list_files
from graph.exporting.xml_text import FORBIDDEN
from graph.importing.run import import_files
from graph.importing.tables.delimited import clean_cell

ACTOR = ("name", "kind", "aliases", "description", "start", "end", "references", "own")
RELATION = ("source", "target", "type", "start", "end", "weight", "confidence", "grade", "stance",
            "basis", "references", "claimant", "note", "own")  # fmt: skip


def describe(net):
    """Return what a network says, by field, as far as imports read it.

    They leave out control characters, and breaks of lines in the names of columns.
    """
    actors, relations, sources = everything(net)
    return clean({
        "actors": {one: dict(zip(ACTOR, row, strict=True)) for one, row in actors.items()},
        "relations": {one: dict(zip(RELATION, row, strict=True)) for one, row in relations.items()},
        "sources": sources,
        "types": dict(net.types),
    })  # fmt: skip


def clean(value):
    if isinstance(value, str):
        return clean_cell(value)
    if isinstance(value, dict):
        return {" ".join(clean(name).split()): clean(each) for name, each in value.items()}
    return type(value)(map(clean, value)) if type(value) in (list, tuple) else value


def change(said, family, **functions):
    """Return what is said with fields of all rows changed by functions."""
    rows = {
        one: {name: functions.get(name, lambda it: it)(cell) for name, cell in row.items()}
        for one, row in said[family].items()
    }
    return {**said, family: rows}


def cite(reference):
    """Return a reference as every format has it: the title of a source, else the reference."""
    if not isinstance(reference, dict):
        return reference
    return reference["title"] or reference["id"]


def forget_references(said):
    for family in ("actors", "relations"):
        said = change(said, family, references=len)
    return {**said, "sources": []}


def forget_source_details(said):
    """Leave of each source what it is called; an address alone may be a source, or none."""
    for family in ("actors", "relations"):
        said = change(said, family, references=lambda cited: sorted({*map(cite, cited)}))
    return {**said, "sources": []}


def forget_types(said):
    def plain(kind):
        # An own type whose name is a sign, such as 0, comes back as that of no type.
        is_built_in = TYPES.get(kind.name) == kind and kind.name != DEFAULT_TYPE
        return kind.name if is_built_in else ""

    return {**change(said, "relations", type=plain), "types": {}}


def forget_unused(said):
    used = {each["type"].name for each in said["relations"].values() if each["type"]}
    return {**said, "types": {n: each for n, each in said["types"].items() if n in used}}


def forget_dates(said):
    def exact(date):
        return date if date and DATE.fullmatch(date) else ""

    for family in ("actors", "relations"):
        said = change(said, family, start=exact, end=exact)
    for row in said["actors"].values():
        if SCHEMA_OF_KIND.get(row["kind"], "LegalEntity") not in SPANS:
            row.update(start="", end="")
    return said


def forget_disputed(said):
    rows = said["relations"].items()
    asserted = {one: row for one, row in rows if row["stance"] == "asserts"}
    return {**said, "relations": asserted}


def blank(*names):
    return lambda it: change(it, "relations", **dict.fromkeys(names, lambda _: ""))


def forget_own(said):
    for family in ("actors", "relations"):
        said = change(said, family, own=lambda _: {})
    return said


FORGET = {
    "unused types": forget_unused,
    "sources": forget_references,
    "source details": forget_source_details,
    "weight": blank("weight"),
    "confidence": blank("confidence", "grade"),
    "own columns": forget_own,
    "claimant ids": blank("claimant"),
    "type properties": forget_types,
    "dates": forget_dates,
    "disputed": forget_disputed,
}


def forget(said, words):
    for word in sorted(words, key=list(FORGET).index):
        said = FORGET[word](said)
    return said


def bring_back(net, form, folder):
    """Export a network, import it, and read what was made; return it with the export's notes."""
    name = f"x{form.ending}"
    export = export_network(net, form, positions=False)
    files = list_files(folder / name, form, export.files)
    for part, path in files.items():
        path.write_bytes(export.files[part])
    made = import_files([*files.values()])
    new = folder / "new"
    new.mkdir(exist_ok=True)
    for file in new.iterdir():
        file.unlink()
    for file, text in made.files.items():
        (new / file).write_text(text, encoding="utf-8")
    return graph.load(new, cache=False), export.notes


def fold_kinds(said):
    """Leave the case of kinds out, which foreign files write in many ways."""
    return change(said, "actors", kind=str.casefold)


def test_every_word_is_explained():
    assert [*FORGET] == [*UNHELD]
    assert {word for form in FORMATS for word in form.unheld} == {*UNHELD}


@pytest.mark.slow
@pytest.mark.parametrize("word", BY_WORD)
@settings(suppress_health_check=[*HealthCheck], max_examples=8, deadline=None)
@given(files=networks())
def test_any_network_comes_back(tmp_path_factory, word, files):
    form, folder = BY_WORD[word], tmp_path_factory.mktemp("net")
    for file, text in files.items():
        plain = FORBIDDEN.sub("", text) if word in ("gexf", "graphml") else text
        (folder / file).write_text(plain, encoding="utf-8")
    try:
        net = graph.load(folder, cache=False)
    except graph.DataError:
        return
    said = describe(net)
    if not forget(said, form.unheld)["relations"]:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "executable", "")  # the readers of packed files run here: it is faster
        again, notes = bring_back(net, form, folder)
    found = describe(again)
    if word == "ftm":
        said, found = fold_kinds(said), fold_kinds(found)
    assert forget(found, form.unheld) == forget(said, form.unheld)
    if found != said:
        assert notes, "what is lost is said"


@pytest.mark.parametrize(
    "own",
    [
        {"label": "is near"},
        {"label": "is near", "inverse": "is far", "past": "was near"},
        {"label": "true", "inverse": "1", "past": "no"},
    ],
)
@pytest.mark.parametrize("word", BY_WORD)
def test_the_words_of_own_types_come_back(tmp_path, word, own):
    types = [{"type": name, "sign": "+", **own} for name in ("nears", "0")]
    net = network("A nears B", "B 0 C", types=types)
    again, _ = bring_back(net, BY_WORD[word], tmp_path)
    if "type properties" not in BY_WORD[word].unheld:
        assert {**again.types} == {**net.types}


@pytest.mark.parametrize("name", ["a|b", "<gexf", "<graphml", "{", "*vertices 2"])
@pytest.mark.parametrize("word", BY_WORD)
def test_names_that_look_like_something_else_come_back(tmp_path, word, name):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "actors.csv").write_text(f"id,name\nn0,{name}\nn1,Ann\n", encoding="utf-8")
    (folder / "relations.csv").write_text("source,target,type\nn0,n1,ally\n", encoding="utf-8")
    again, _ = bring_back(graph.load(folder, cache=False), BY_WORD[word], tmp_path)
    assert [row["name"] for row in describe(again)["actors"].values()] == [name, "Ann"]


@pytest.mark.parametrize("word", BY_WORD)
def test_types_that_no_relation_has_come_back_or_are_named(tmp_path, word):
    types = [{"type": "scorns", "sign": "-"}, {"type": "shuns", "sign": "-"}]
    net = network("A scorns B", types=types)
    again, notes = bring_back(net, BY_WORD[word], tmp_path)
    assert ("shuns" in again.types) == ("unused types" not in BY_WORD[word].unheld)
    assert any("shuns" in note for note in notes) == ("shuns" not in again.types)


def test_a_group_that_is_owned_keeps_its_kind_as_follow_the_money(tmp_path):
    people = [{"id": "A", "name": "A", "kind": "person"}]
    groups = [{"id": "B", "name": "B", "kind": "armed_group"}]
    net = of_rows(people + groups, [{"source": "A", "target": "B", "type": "owns"}])
    again, _ = bring_back(net, BY_WORD["ftm"], tmp_path)
    assert {row["kind"] for row in describe(again)["actors"].values()} == {"person", "armed_group"}


def test_references_in_words_are_said_to_become_sources(tmp_path):
    _, notes = bring_back(network("A owns B reference=paper"), BY_WORD["ftm"], tmp_path)
    assert any("1 reference in words alone" in note for note in notes)
