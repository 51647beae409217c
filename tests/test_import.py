"""Anyone's tables, in one command: the command itself, its folder and its report."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import graph
from explorer.cli import explore

TIES = """\
From;To;Relationship;Since;Amount;Link
Lukas Meier;Anna Vogel;brother of ;since 2020;;https://example.org/1
Kanzlei Winkler;Nordlicht Ltd;lends to;ca. 2014;0.3 Mio.;"https://a.org/1; https://a.org/2"
LUKAS MEIER;Kanzlei Winkler;employed by;07.05.2015;€ 320,000;Bote p. 4
Lukas Meie;Nordlicht Ltd;enemy of;02/2017;715.000,00 €;
;;;;;
Total;;;;1.035.300,00 €;
"""
PEOPLE = "Name;Type;Also known as\nLukas Meier;Person;Luke\nKanzlei Winkler;Law firm;KW, Winkler\n"


@pytest.fixture
def files(tmp_path):
    """Return two tables as a spreadsheet of a country with decimal commas saves them."""
    ties, people = tmp_path / "Ties.csv", tmp_path / "People.csv"
    ties.write_bytes(TIES.encode("cp1252"))
    people.write_bytes(PEOPLE.encode("cp1252"))
    return [str(ties), str(people)]


def run(*arguments):
    return CliRunner().invoke(explore, [*map(str, arguments)])


def test_a_folder_is_made_that_passes_check_and_gives_a_page(files, tmp_path):
    folder, page = tmp_path / "mine", tmp_path / "mine.html"
    done = run("import", *files, "-o", folder)
    assert done.exit_code == 0, done.output
    assert run("--data", folder, "check").exit_code == 0
    assert run("--data", folder, "html", "-o", page).exit_code == 0
    assert page.stat().st_size > 1000


def test_cells_are_understood_without_being_edited(files, tmp_path):
    run("import", *files, "-o", tmp_path / "mine")
    network = graph.load(tmp_path / "mine")
    frame = network.relations
    told = frame[["source", "target", "type", "start", "weight"]].astype(str).values.tolist()
    assert [row[:4] for row in told] == [
        ["Lukas Meier", "Anna Vogel", "sibling_of", "2020"],
        ["Kanzlei Winkler", "Nordlicht Ltd", "lent_to", "2014~"],
        ["Kanzlei Winkler", "Lukas Meier", "employs", "2015-05-07"],
        ["Lukas Meie", "Nordlicht Ltd", "opposes", "2017-02"],
    ]
    assert [float(row[4]) for row in told[1:]] == [300_000, 320_000, 715_000]


def test_the_report_tells_what_was_decided(files, tmp_path):
    done = run("import", *files, "-o", tmp_path / "mine", "--format", "json")
    report = json.loads(done.output)
    assert (report["actors"], report["relations"]) == (5, 4)
    assert report["spellings"] == [["LUKAS MEIER", "Lukas Meier"]]
    assert report["near"] == [["Lukas Meie", "Lukas Meier"]]
    assert report["set_aside"] == [["It is a row of totals.", 1]]
    signs = {line["words"]: line["sign"] for line in report["types"]}
    assert signs["enemy of"] == "-"
    text = (tmp_path / "mine" / "import.md").read_text("utf-8")
    assert "| enemy of | 1 | opposes | negative | by meaning |" in text


def test_near_names_are_merged_when_a_person_says_so(files, tmp_path):
    run("import", *files, "-o", tmp_path / "mine", "--merge", "Lukas Meie=Lukas Meier")
    assert len(graph.load(tmp_path / "mine").actors) == 4


def test_the_same_options_write_the_same_bytes(files, tmp_path):
    for name in ("one", "two"):
        run("import", *files, "-o", tmp_path / name)
    one, two = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()}
        for name in ("one", "two")
    )
    assert one == two


def test_nothing_is_overwritten(files, tmp_path):
    run("import", *files, "-o", tmp_path / "mine")
    before = (tmp_path / "mine" / "actors.csv").read_bytes()
    done = run("import", files[0], "-o", tmp_path / "mine")
    assert done.exit_code == 1
    assert "already has actors.csv" in done.output
    assert (tmp_path / "mine" / "actors.csv").read_bytes() == before


def test_what_is_no_network_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "figures.csv"
    file.write_text("Year,Rainfall,Sunshine\n2020,10.5,200\n2021,11.5,180\n", "utf-8")
    done = run("import", file, "-o", tmp_path / "mine")
    assert done.exit_code == 1
    assert "figures.csv: is no network: no two columns name actors." in done.output
    assert not Path(tmp_path / "mine").exists()


def test_a_formula_arrives_as_text(tmp_path):
    file = tmp_path / "ties.csv"
    file.write_text('from,to,remark\n"=HYPERLINK(""x"")",Bo,@SUM(1)\n', "utf-8")
    assert run("import", file, "-o", tmp_path / "mine").exit_code == 0
    written = (tmp_path / "mine" / "relations.csv").read_text("utf-8")
    assert "'=HYPERLINK" in written
    assert "'@SUM" in written
