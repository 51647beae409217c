"""Names are matched whatever stands beside them, by any column, and spelt as a person asks."""

import pytest
from importing import read_rows

import graph
from graph.errors import DataError
from graph.importing.options import ImportOptions
from graph.importing.run import import_files


def bring(tmp_path, texts, **options):
    paths = [tmp_path / name for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return import_files(paths, ImportOptions(**options))


def test_names_are_matched_beside_a_column_of_kinds(tmp_path):
    text = (
        "Donor,Donor type,Party\nErik Ek,Person,Greens\n"
        '"EK, Erik",Person,greens\nMill Energy AG,Company,Greens\nMill Energie AG,Company,Greens\n'
    )
    made = bring(tmp_path, {"t.csv": text})
    rows = read_rows(made.files["actors.csv"])
    assert [(row["name"], row["kind"]) for row in rows] == [
        ("Erik Ek", "person"), ("Mill Energy AG", "company"), ("Mill Energie AG", "company"),
        ("Greens", "party")]  # fmt: skip
    assert made.report.near == (("Mill Energy AG", "Mill Energie AG"),)


def test_two_kinds_of_one_actor_are_kept_and_said(tmp_path):
    made = bring(tmp_path, {"t.csv": "Donor,Donor type,Party\nAnna,Person,Red\nAnna,Firm,Red\n"})
    (row, _) = read_rows(made.files["actors.csv"])
    assert (row["kind"], row["kind as written"]) == ("person", "Person | Firm")
    assert "Several kinds are given of 'Anna'" in made.files["import.md"]


@pytest.mark.parametrize("name", ["Erik Ek", "Ek, Erik"])
def test_merge_writes_the_spelling_that_was_asked_for(tmp_path, name):
    other = {"Erik Ek": "Ek, Erik", "Ek, Erik": "Erik Ek"}[name]
    people = 'name,kind\n"Ek, Erik",person\nErik Ek,person\nBo,person\n'
    texts = {"people.csv": people, "ties.csv": f'from,to\n"{other}",Bo\n'}
    made = bring(tmp_path, texts, merge={other: name})
    (row, _) = read_rows(made.files["actors.csv"])
    assert (row["name"], row["aliases"], row.get("id", name)) == (name, other, name)
    assert read_rows(made.files["relations.csv"])[0]["source"] == name
    assert not made.report.warnings


def test_another_table_may_name_actors_by_any_column_of_their_list(tmp_path):
    channels = "user,title,language\nann_x,Ann Ek,be\nbo_y,Bo,lt\ncy_z,Cy,be\n"
    forwards = "forwarded_by,original_channel,n\nann_x,bo_y,3\nbo_y,cy_z,4\n"
    made = bring(tmp_path, {"channels.csv": channels, "forwards.csv": forwards})
    assert [row["id"] for row in read_rows(made.files["actors.csv"])] == ["ann_x", "bo_y", "cy_z"]
    assert "'user' is the id (another table names actors by it)" in "".join(made.report.guesses)


def test_a_list_with_ids_beside_ties_by_id_is_a_list_of_actors(tmp_path):
    texts = {"people.csv": "id,name,party\n1,Anna,Red\n2,Bo,Blue\n",
             "ties.csv": "source,target,type\n1,2,ally\n"}  # fmt: skip
    rows = read_rows(bring(tmp_path, texts).files["actors.csv"])
    assert [(row["id"], row["name"], row["party"]) for row in rows] == [
        ("1", "Anna", "Red"), ("2", "Bo", "Blue")]  # fmt: skip


def test_the_file_that_is_not_understood_is_named_with_its_own_columns(tmp_path):
    texts = {
        "people.csv": "name,kind\nRex,person\n",
        "b.csv": "thing,stuff,n\nabc,uu,3\nx y,v w,4\n",
    }
    with pytest.raises(DataError, match=r'b\.csv: is left out.*--map "thing=source" --map "stuff='):
        bring(tmp_path, texts)


@pytest.mark.parametrize(
    ("name", "what"), [("a.ged", "GEDCOM"), ("a.gml", "GML"), ("a.dot", "DOT")]
)
def test_a_format_that_is_known_and_not_read_is_named(tmp_path, name, what):
    with pytest.raises(DataError, match=rf"is .*{what}, which is not read"):
        bring(tmp_path, {name: "0 HEAD\n1 SOUR x\n"})


def test_an_alias_that_is_the_name_turned_round_is_no_list_of_aliases(tmp_path):
    (tmp_path / "relations.csv").write_text("source,target,type\na,b,ally\n")
    head, turned, both = "id,name,aliases\n", 'a,Anna Lee,"Lee, Anna"\n', 'b,Bo,"X, Y"\n'
    for text, due in ((head + turned + "b,Bo,\n", []), (head + turned + both, ["joined-aliases"])):
        (tmp_path / "actors.csv").write_text(text)
        warnings = graph.load(tmp_path, cache=False).warnings
        assert [each.rule for each in warnings if each.column == "aliases"] == due
