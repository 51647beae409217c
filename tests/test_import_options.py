"""The options of the import: each overrules a guess, and a wrong one says what is right."""

import pytest
from click.testing import CliRunner
from importing import read_rows

from explorer.cli import explore


@pytest.fixture
def ties(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text('Who,Whom,When,Sum\nAnna,Bob,8/9/2022,"1,500"\nBo,Cy,7/8/2021,"2,500"\n')
    return path


def run(*arguments, **options):
    return CliRunner().invoke(explore, [*map(str, arguments)], **options)


def read(folder):
    return read_rows((folder / "relations.csv").read_text("utf-8"))


@pytest.mark.parametrize(
    ("option", "column", "expected"),
    [
        ([], "start", "2022"),
        (["--dates", "dmy"], "start", "2022-09-08"),
        (["--dates", "mdy"], "start", "2022-08-09"),
        ([], "weight", "1500"),
        (["--decimal", "comma"], "weight", "1.5"),
        (["--map", "Sum=own"], "Sum", "1,500"),
        (["--map", "When=note"], "note", "8/9/2022"),
        (["--merge", "Bob=Bo"], "target", "Bo"),
        (["--type", "paid"], "type", "paid"),
    ],
)
def test_an_option_overrules_a_guess(ties, tmp_path, option, column, expected):
    done = run("import", ties, "-o", tmp_path / "new", *option)
    assert done.exit_code == 0, done.output
    assert read(tmp_path / "new")[0][column] == expected


def test_a_kind_is_given_to_all(ties, tmp_path):
    run("import", ties, "-o", tmp_path / "new", "--kind", "person")
    actors = read_rows((tmp_path / "new" / "actors.csv").read_text("utf-8"))
    assert {row["kind"] for row in actors} == {"person"}


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (["--map", "Manager"], "has no equals sign"),
        (["--dates", "dym"], "'dym' is not an order of dates. Did you mean"),
        (["--decimal", ";"], "is not a decimal sign"),
        (["--map", "Manger=target"], "'Manger' is not a column. Did you mean 'Manager'?"),
        (["--map", "Whom=sauce"], "'sauce' is not a role. Did you mean 'source'?"),
    ],
)
def test_a_wrong_option_says_what_is_right(tmp_path, option, message):
    path = tmp_path / "ties.csv"
    path.write_text("Whom,Manager\nAnna,Bo\n")
    done = run("import", path, "-o", tmp_path / "new", *option)
    assert done.exit_code == 2
    assert message in done.output
    assert not (tmp_path / "new").exists()


def test_near_names_are_asked_about_on_a_terminal(tmp_path, monkeypatch):
    path = tmp_path / "ties.csv"
    path.write_text("from,to\nPaul Huber,Anna Lee\nPaul Hube,Cy Old\n")
    monkeypatch.setattr("explorer.cli.ask_names.is_terminal", lambda _: True)
    done = run("import", path, "-o", tmp_path / "new", "--ask", input="y\n")
    assert "Is Paul Hube" in done.output
    assert len({row["source"] for row in read(tmp_path / "new")}) == 1


def test_nothing_is_asked_where_nobody_can_answer(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text("from,to\nPaul Huber,Anna Lee\nPaul Hube,Cy Old\n")
    done = run("import", path, "-o", tmp_path / "new", "--ask")
    assert "Is Paul" not in done.output
    assert len({row["source"] for row in read(tmp_path / "new")}) == 2


def test_the_page_is_drawn_and_opened(ties, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("click.launch", opened.append)
    done = run("import", ties, "-o", tmp_path / "new", "--open")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "new" / "network.html").is_file()
    assert opened == [(tmp_path / "new" / "network.html").resolve().as_uri()]


def test_an_encoding_is_given_before_or_behind(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_bytes("from,to\nЁж,Юра\n".encode("koi8-r"))
    run("--encoding", "koi8-r", "import", path, "-o", tmp_path / "new")
    assert read(tmp_path / "new")[0]["source"] == "Ёж"


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (["--type", "rivl=opposes"], "type: 'rivl' is not in these files. Did you mean 'rival'?"),
        (["--type", "rival=opposs"], "type: 'opposs' is not a type. Did you mean 'opposes'?"),
        (["--kind", "Frma=company"], "kind: 'Frma' is not in these files. Did you mean 'Firma'?"),
        (["--split", "nocol=/"], "split: 'nocol' is not a column. There are 'Who', 'Whom'"),
        (["--merge", "Ana=Bo"], "merge: 'Ana' is not in these files. Did you mean 'Anna'?"),
        (["--sheet", "Nope"], "sheet: 'Nope' is not a sheet that holds something."),
    ],
)
def test_an_option_that_names_nothing_is_refused(tmp_path, option, message):
    ties, people = tmp_path / "ties.csv", tmp_path / "people.csv"
    ties.write_text("Who,Whom,Relationship\nAnna,Bo,rival\n")
    people.write_text("Name,Kind\nAnna,Firma\n")
    done = run("import", ties, people, "-o", tmp_path / "new", *option)
    assert done.exit_code == 2, done.output
    assert message in done.output
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("option", ["Rival=opposes", "rival=rivals", "rival=-", "rival=enemy of"])
def test_a_word_is_named_in_any_case_and_may_mean_a_type_of_ones_own(tmp_path, option):
    path = tmp_path / "ties.csv"
    path.write_text("Who,Whom,Relationship\nAnna,Bo,rival\n")
    assert run("import", path, "-o", tmp_path / "new", "--type", option).exit_code == 0


def test_the_report_lists_what_was_merged(ties, tmp_path):
    run("import", ties, "-o", tmp_path / "new", "--merge", "Bob=Bo")
    assert "Bob is Bo, as asked." in (tmp_path / "new" / "import.md").read_text("utf-8")
