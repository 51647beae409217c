"""What a column, a row and a table are taken for, where several things are possible."""

import gzip

import pytest
from importing import read_rows
from test_import_shapes import bring_in
from test_import_workbooks import save

from graph.data.limits import Limits
from graph.errors import DataError, QuestionError
from graph.importing.options import ImportOptions
from graph.importing.run import import_files
from graph.importing.tables import delimited
from graph.importing.written import write_import


def rows_of(tmp_path, text, name="t.csv", **options):
    made = bring_in(tmp_path, {name: text}, **options)[2]
    return read_rows(made.files["relations.csv"]), made


def test_sheets_of_sources_and_types_are_these_tables(tmp_path):
    sheets = {
        "Ties": [["From", "To", "Type", "Source"], ["Anna", "Bo", "shuns", "s1"]],
        "Sources": [["Id", "Name", "Link", "Shelf"], ["s1", "The paper", "https://a.org", "A 3"]],
        "Types": [["Type", "Sign", "Remark"], ["shuns", "-", "asked twice"]],
    }
    made = import_files([save(tmp_path / "book.xlsx", sheets)])
    (source,) = read_rows(made.files["sources.csv"])
    assert (source["id"], source["title"], source["url"], source["Shelf"]) == (
        "s1", "The paper", "https://a.org", "A 3",
    )  # fmt: skip
    (kind,) = read_rows(made.files["types.csv"])
    assert (kind["type"], kind["sign"].lstrip("'")) == ("shuns", "-")
    assert read_rows(made.files["relations.csv"])[0]["reference"] == "s1"


def test_a_text_in_nearly_every_row_is_a_note(tmp_path):
    lines = "".join(f"a{n},b{n},said {n} in court\n" for n in range(70))
    rows, made = rows_of(tmp_path, f"from,to,role\n{lines}")
    assert rows[3]["note"] == "said 3 in court"
    assert "a text in nearly every row is no type" in " ".join(made.report.guesses)


def test_addresses_are_references_but_pictures_are_not(tmp_path):
    text = "from,to,portrait,found at\na,b,https://a.org/1.png,https://a.org/1\n"
    rows, _ = rows_of(tmp_path, text)
    assert (rows[0]["reference"], rows[0]["portrait"]) == (
        "https://a.org/1", "https://a.org/1.png",
    )  # fmt: skip


def test_a_date_of_something_is_the_date(tmp_path):
    rows, made = rows_of(tmp_path, "from,to,award date,city\na,b,2020-01-02,Rome\n")
    assert (rows[0]["start"], rows[0]["city"]) == ("2020-01-02", "Rome")
    assert "the first column of dates" in " ".join(made.report.guesses)


def test_words_say_the_basis(tmp_path):
    rows, _ = rows_of(tmp_path, "from,to,how known\na,b,explicit\nb,c,implied\n")
    assert [row["basis"] for row in rows] == ["stated", "inferred"]


def test_columns_are_given_a_role_kept_or_left_out(tmp_path):
    text = "from,to,remark,when,shoe\na,b,x,2020,42\n"
    roles = {"WHEN": "own", "remark": "note", "shoe": "skip"}
    rows, _ = rows_of(tmp_path, text, roles=roles)
    assert rows == [
        {"source": "a", "target": "b", "type": "related_to", "note": "x", "when": "2020"}
    ]
    files = {"p.csv": "Ref,Who\n1,Anna\n2,Bo\n", "t.csv": "from,to\n1,2\n"}
    made = bring_in(tmp_path, files, roles={"Ref": "id", "Who": "name"})[2]
    assert [row["id"] for row in read_rows(made.files["actors.csv"])] == ["1", "2"]


@pytest.mark.parametrize(
    ("roles", "message"),
    [({"remrk": "note"}, "'remrk' is not a column. Did you mean 'remark'?"),
     ({"remark": "notes"}, "'notes' is not a role. Did you mean 'note'?"),
     ({"zzz": "note"}, "There are from, to, remark."), ({"remark": "zzz"}, "Give one of source,")],
)  # fmt: skip
def test_a_role_that_is_none_is_refused(tmp_path, roles, message):
    with pytest.raises(QuestionError, match=message):
        rows_of(tmp_path, "from,to,remark\na,b,x\n", roles=roles)


def test_a_column_that_repeats_the_name_is_no_relation(tmp_path):
    text = "Name,Display,Boss\nAnna Lee,Anna Lee,\nBo Fox,Bo Fox,Anna Lee\nCy Dee,Cy Dee,Anna Lee\n"
    rows, made = rows_of(tmp_path, text)
    assert [(row["source"], row["type"], row["target"]) for row in rows] == [
        ("Anna Lee", "leads", "Bo Fox"), ("Anna Lee", "leads", "Cy Dee"),
    ]  # fmt: skip
    assert read_rows(made.files["actors.csv"])[0]["Display"] == "Anna Lee"


def test_first_and_last_names_are_one_name(tmp_path):
    files = {
        "people.csv": "ID,First Name,Surname,Type\n1,Anna,Lee,Person;Boss\n2,,Fox,Person\n",
        "ties.csv": "from,to\n1,2\n",
    }
    made = bring_in(tmp_path, files)[2]
    people = read_rows(made.files["actors.csv"])
    assert [(row["name"], row["kind"], row["kinds"]) for row in people] == [
        ("Anna Lee", "person", "Person | Boss"), ("Fox", "person", "Person"),
    ]  # fmt: skip


def test_ends_with_ids_names_and_kinds_are_actors(tmp_path):
    text = (
        "source id,source name,source type,target id,target name,target type,relation\n"
        "1,Anna,Person,2,Mill,Firm,owns\n1,Anna,Person,3,n/a,Firm,owns\n"
    )
    rows, made = rows_of(tmp_path, text)
    people = {row["id"]: (row["name"], row["kind"]) for row in read_rows(made.files["actors.csv"])}
    assert people == {"1": ("Anna", "person"), "2": ("Mill", "firm"), "3": ("3", "")}
    assert [(row["source"], row["target"]) for row in rows] == [("1", "2"), ("1", "3")]


def test_own_columns_of_one_name_are_numbered(tmp_path):
    rows, _ = rows_of(tmp_path, "from,to,Type,type,city,city\na,b,funds,Directed,Rome,Bern\n")
    assert (rows[0]["type"], rows[0]["city"], rows[0]["city 2"]) == ("funds", "Rome", "Bern")


def test_rows_of_one_actor_are_joined_and_differences_are_said(tmp_path):
    files = {
        "people.csv": (
            "Id,Name,AKA,Born,Type,City\n1,Anna Lee,A,1970,Person,Rome\n"
            "1,Anna Lee,B,1970-05,Person,\n1,A. Lee,,,Boss,Bern\n2,Bo,,,,\n,Bo,,,Person,\n"
            ",n/a,,,,\n"
        ),
        "ties.csv": "from,to\n1,2\n",
    }
    made = bring_in(tmp_path, files)[2]
    anna, bo = read_rows(made.files["actors.csv"])
    assert (anna["name"], anna["aliases"], anna["start"]) == ("Anna Lee", "A|B|A. Lee", "1970-05")
    assert (anna["kind"], anna["City"], bo["kind"]) == ("person", "Rome | Bern", "person")
    assert "The rows differ in kind, City." in " ".join(made.report.guesses)


def test_a_name_of_several_actors_is_set_aside(tmp_path):
    files = {
        "people.csv": "Id,Name\n1,Ann Ek\n2,Ann Ek\n3,Bo\n",
        "ties.csv": "from,to\nAnn Ek,3\n1,3\n",
    }
    ends, _, made = bring_in(tmp_path, files)
    assert ends == [("1", "related_to", "3")]
    assert made.report.set_aside == (("Its source is the name of several actors.", 1),)


def test_a_table_that_names_nobody_is_left_out(tmp_path):
    files = {"t.csv": "from,to\na,b\n", "prices.csv": "5,7\n8,9\n3,1\n6,6\n", "p.csv": "Price\n5\n"}
    made = bring_in(tmp_path, files)[2]
    assert "p.csv: is left out." in made.files["import.md"]


def test_the_same_headers_in_two_tables_of_relations(tmp_path):
    files = {"a.csv": "from,to,note\na,b,x\n", "b.csv": "from,to,amount\nb,c,5\n"}
    made = bring_in(tmp_path, files)[2]
    rows = read_rows(made.files["relations.csv"])
    assert [(row["note"], row["weight"]) for row in rows] == [("x", ""), ("", "5")]


MATRICES = {
    "labels twice": ",Anna,Bo,Cy\nAnna,0,1,0\nAnna,1,0,0\nCy,0,0,0\n",
    "numbers that are not marks": ",Ball,Fair,Race\nAnna,5,,\nBo,7,2,\n",
    "no labels and not square": "Anna,Bo,Cy\n0,1,0\n1,0,0\n",
    "a text in it": ",Anna,Bo,Cy\nAnna,0,1,0\nBo,tall,0,0\nCy,0,0,0\n",
    "a row without a label": ",Anna,Bo,Cy\nAnna,0,1,0\n,1,0,0\nCy,0,0,0\n",
    "two columns": "Anna,Bo\n0,1\n1,0\n",
}


@pytest.mark.parametrize("text", MATRICES.values(), ids=MATRICES)
def test_what_is_no_matrix_is_no_network(tmp_path, text):
    with pytest.raises(DataError, match="no network"):
        bring_in(tmp_path, {"m.csv": text})


def test_a_matrix_may_lack_actors_on_one_side_and_be_weighted(tmp_path):
    text = ",Anna,Bo,Dee\nAnna,9,1.5,-2\nBo,,,\nCy,1,,\nDee,,,\n"
    rows, made = rows_of(tmp_path, text)
    assert [(row["source"], row["type"], row["target"], row["weight"]) for row in rows] == [
        ("Anna", "positive", "Bo", "1.5"), ("Anna", "negative", "Dee", "2"),
        ("Cy", "positive", "Anna", "1"),
    ]  # fmt: skip
    assert "Its diagonal (1 cells) is left out." in made.files["import.md"]


def test_a_file_may_be_packed(tmp_path):
    file = tmp_path / "ties.csv.gz"
    file.write_bytes(gzip.compress(b"from,to\nAnna,Bo\n"))
    assert import_files([file]).report.relations == 1
    bare = tmp_path / "ties.csv"
    bare.write_bytes(gzip.compress(b"from,to\n" + b"Anna,Bo\n" * 99))
    assert import_files([bare]).report.relations == 99
    with pytest.raises(DataError, match="is larger unpacked than is read"):
        import_files([bare], ImportOptions(limits=Limits(largest_file=100)))


REFUSED = {
    "nothing": ("  \n", "is empty. Give a file with rows."),
    "a header": ("from,to\n", "is no network"),
    "nobody": (
        "from,to\nn/a,Bo\n",
        "no relation is left. The first was set aside: Its source names",
    ),
    "actors": ("Id,Name\n1,Anna\n2,Bo\n", "is no network yet: 2 actors"),
    "a cell": ("from,to\n" + "x" * 60 + ",Bo\n", "has a cell that is too long"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_network_is_refused_with_what_it_is(tmp_path, case):
    text, message = REFUSED[case]
    with pytest.raises(DataError, match=message.replace("(", r"\(")):
        bring_in(tmp_path, {"t.csv": text}, limits=Limits(longest_cell=50))


def test_more_cells_than_are_read_are_refused(tmp_path):
    with pytest.raises(DataError, match=r"has more than 5 cells\. Remove rows, or allow more"):
        bring_in(tmp_path, {"t.csv": "from,to\na,b\nc,d\n"}, limits=Limits(most_cells=5))
    sheets = {"Ties": [["from", "to"], ["a", "b"], ["c", "d"]]}
    file = save(tmp_path / "book.xlsx", sheets)
    with pytest.raises(DataError, match=r"has more than 5 cells\."):
        import_files([file], ImportOptions(limits=Limits(most_cells=5)))


@pytest.mark.parametrize(
    ("text", "said"),
    [("from\tto\nAnna\tBo\n", "separated by tabs"),
     ("sep=|\nfrom|to\nAnna|Bo\n", "separated by bars"),
     ("Anna Bo\nBo Cy\n", "separated by blanks"), ("# edges\nfrom,to\nAnna,Bo\n", "by commas")],
)  # fmt: skip
def test_a_delimiter_is_found_out(tmp_path, text, said):
    assert said in rows_of(tmp_path, text)[1].files["import.md"]


def test_a_quote_in_the_wrong_place_is_said(tmp_path):
    _, made = rows_of(tmp_path, 'from,to,note\nAnna,Bo,the "old" boss\nBo,Cy,"a "b" c"\n')
    assert "Cells near it may hold more or less" in " ".join(made.report.guesses)


def test_letters_in_an_old_encoding_are_read(tmp_path):
    file = tmp_path / "t.csv"
    words = "Müller für Behörden, Größe über Straßen, schön, Österreich"
    file.write_bytes(f'from,to,note\nMüller,Größer,"{words}"\n'.encode("cp1252"))
    made = import_files([file])
    assert read_rows(made.files["relations.csv"])[0]["source"] == "Müller"
    assert "It is read as windows-1252" in made.files["import.md"]
    given = import_files([file], ImportOptions(encoding="cp1252"))
    assert given.files["relations.csv"] == made.files["relations.csv"]


def test_a_large_file_is_read_by_column(tmp_path, monkeypatch):
    text = "From,To,Since\n" + "".join(f"n{n},m{n},20{n:02}\n" for n in range(50))
    plain, _ = rows_of(tmp_path, text)
    monkeypatch.setattr(delimited, "LARGE", 0)
    large, made = rows_of(tmp_path, text)
    assert large == plain
    assert "cells are separated" not in made.files["import.md"]
    several, _ = rows_of(tmp_path, 'from,to\na,"b\nc"\n')  # not plain: read row by row
    assert [row["target"] for row in several] == ["b", "c"]
    with pytest.raises(DataError, match="no network"):
        rows_of(tmp_path, "one\n1\n2\n")


def test_titles_empty_columns_and_remarks_are_around_a_table(tmp_path):
    text = (
        "Payments of the harbour,,,,\n,,,,\nFrom,To,,Amount,\nAnna,Bo,,5,kept\nSubtotal,,,5,\n"
        "Bo,Cy,,7,\nNote: as of May,,,,\n* estimated,,,,\n"
    )
    rows, made = rows_of(tmp_path, text)
    assert [(row["source"], row["weight"], row["column 5"]) for row in rows] == [
        ("Anna", "5", "kept"), ("Bo", "7", ""),
    ]  # fmt: skip
    assert dict(made.report.set_aside) == {
        "It is a row of totals.": 1, "It is a remark below the table.": 2,
    }  # fmt: skip
    assert "1 empty column is left out." in made.files["import.md"]


def test_pairs_of_numbers_without_a_header_are_relations(tmp_path):
    rows, made = rows_of(tmp_path, "1,2,0.5\n2,3,1.5\n")
    assert [(row["source"], row["target"], row["weight"]) for row in rows] == [
        ("1", "2", "0.5"), ("2", "3", "1.5"),
    ]  # fmt: skip
    assert "has no line that names columns" in " ".join(made.report.guesses)


def test_what_neo4j_and_gephi_get_comes_back_with_types_and_grades(tmp_path):
    from test_export_readers import ACTORS, RELATIONS, SOURCES, TYPES
    from tiny_network import of_rows

    import graph

    net = of_rows(ACTORS, RELATIONS, TYPES, SOURCES)
    for word in ("neo4j", "gephi"):
        made = import_files(net.export(tmp_path / f"{word}.csv", word, positions=False))
        write_import(made.files, tmp_path / f"{word} again")
        again = graph.load(tmp_path / f"{word} again")
        assert [each.type for each in again.relation_rows] == [
            each.type for each in net.relation_rows
        ]
        assert [each.grade for each in again.relation_rows] == [
            each.grade for each in net.relation_rows
        ]
        assert [each.id for each in again.actor_rows] == ["ann", "big co", "cy"]
    assert made.report.guesses == []
