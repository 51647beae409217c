"""Columns of the author's own are shown in every face, whatever they are called."""

import csv
import io
import json

import pytest
from click.testing import CliRunner
from terminal import run
from tiny_network import folder

import explorer
import graph
from explorer.cli import explore
from graph.data.own_columns import name_own_columns

LONG = "n" * 500
NAMES = ("amount", "path", "step", "type_label", "grade", "__proto__", "constructor", LONG)
ACTORS = """id,name,kind,party,rank
a,Ann,person,Reds,7th
b,Bob,person,,
"""
RELATIONS = (
    f"source,target,type,reference,{','.join(NAMES)},=1+1\n"
    "a,b,funds,s1,am1,pa1,st1,ty1,gr1,pr1,co1,lo1,<b>=f1</b>\n"
    "a,b,funds,,am2,,,,,,,,\n"
)
SOURCES = "id,title,desk,citation\ns1,A report,Desk 5,Their words\n"
VALUES = ("am1", "pa1", "st1", "ty1", "gr1", "pr1", "co1", "lo1", "=f1", "am2")


@pytest.fixture
def data(tmp_path):
    return str(folder(tmp_path, actors=ACTORS, relations=RELATIONS, sources=SOURCES))


def ask(*words):
    return CliRunner().invoke(explore, words, prog_name="explore")


QUESTIONS = {
    "show": ("show", "Ann"),
    "path": ("path", "Ann", "Bob"),
    "one source": ("sources", "s1"),
    "no source": ("sources", "--unsourced"),
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv"])
def test_every_format_shows_those_of_relations(data, question, form):
    shown = run(*QUESTIONS[question], "--format", form, data=data)
    assert shown.exit_code == 0, shown.stderr
    expected = {"one source": VALUES[:-1], "no source": VALUES[-1:]}.get(question, VALUES)
    missing = [value for value in expected if value not in shown.stdout]
    assert not missing
    assert form == "csv" or "amount" in shown.stdout


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv"])
def test_every_format_shows_those_of_the_actor_asked_for(data, form):
    shown = run("show", "Ann", "--format", form, data=data).stdout
    assert "party" in shown
    assert "Reds" in shown
    assert "7th" in shown


@pytest.mark.parametrize(
    "question",
    [
        *(("sources", "--format", form) for form in ("text", "markdown", "json", "csv")),
        *(("sources", "s1", "--format", form) for form in ("text", "markdown", "json")),
    ],
)
def test_every_format_shows_those_of_sources(data, question):
    shown = run(*question, data=data).stdout
    assert "desk" in shown
    assert "Desk 5" in shown
    assert "Their words" in shown


def test_a_csv_heading_is_never_there_twice(data):
    for question in ("show", "path", "one source"):
        text = run(*QUESTIONS[question], "--format", "csv", data=data).stdout
        header, first, *_ = csv.reader(io.StringIO(text))
        assert len(set(header)) == len(header)
        row = dict(zip(header, first, strict=True))
        assert row["amount"] == "am1"
        assert row["grade"] == ""
        assert row["grade (own)"] == "gr1"
        assert row["'=1+1"] == "<b>=f1</b>"


def test_json_keeps_them_apart_from_our_fields(data):
    answer = json.loads(run("path", "Ann", "Bob", "--format", "json", data=data).stdout)
    relation = answer["relations"][0]
    assert relation["grade"] == ""
    assert relation["attributes"]["grade"] == "gr1"
    assert relation["attributes"]["__proto__"] == "pr1"


@pytest.mark.parametrize(
    ("own", "headings"),
    [
        (["amount"], ["amount"]),
        (["step"], ["step (own)"]),
        (["step", "step (own)"], ["step (own) (own)", "step (own)"]),
        (["step (own)", "step"], ["step (own)", "step (own) (own)"]),
    ],
)
def test_a_heading_of_ours_stays_ours(own, headings):
    assert name_own_columns(own, ["path", "step"]) == headings


def test_a_name_longer_than_the_line_does_not_push_its_text_out_of_it(data, monkeypatch):
    monkeypatch.setattr("explorer.cli.printing.is_stdout_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("show", "Ann", data=data).stdout.splitlines()
    assert any(line.strip() == "lo1" for line in lines)


def test_the_tables_of_answers_have_them(data):
    net = graph.load(data)
    for frame in (net.show("a").frame, net.withdrawal("s1").frame, net.path("a", "b").frame):
        assert frame.columns.is_unique
        assert frame["amount"][0] == "am1"
        assert frame["path (own)" if frame.columns[0] == "path" else "path"][0] == "pa1"


def test_the_table_of_sources_has_them(data):
    frame = graph.load(data).evidence().frame
    assert frame["desk"].item() == "Desk 5"
    assert frame["citation (own)"].item() == "Their words"


def test_a_notebook_shows_them(data):
    net = explorer.load(data)
    for answer in (net.path("a", "b"), net.show("a")):
        shown = answer._repr_html_()
        assert all(value in shown for value in VALUES)
        assert "<b>=f1" not in shown
    assert "party: Reds" in net.show("a")._repr_html_()
    assert "desk: Desk 5" in net.evidence()._repr_html_()
    assert "desk: Desk 5" in net.withdrawal("s1")._repr_html_()


def test_a_saved_folder_and_the_frames_have_them(data, tmp_path):
    net = graph.load(data)
    net.to_folder(tmp_path / "saved")
    again = graph.load(tmp_path / "saved")
    for relation, attributes in zip(net.relation_rows, again.relation_rows, strict=True):
        assert dict(relation.attributes) == dict(attributes.attributes)
    assert again.actor_rows[0].attributes["party"] == "Reds"
    assert again.source_rows[0].attributes["desk"] == "Desk 5"
    assert set(NAMES) <= set(net.relations.columns)


def test_a_graph_keeps_one_that_is_called_like_a_part_of_its_type(tmp_path):
    relations = "source,target,type,sign,label,amount\na,b,funds,minus,Mine,5\na,b,funds,plus,,\n"
    net = graph.load(folder(tmp_path, relations=relations))
    (_, _, edge), *_ = net.graph.edges(data=True)
    assert (edge["sign"], edge["sign (own)"], edge["label (own)"]) == ("+", "minus", "Mine")
    again = graph.Network.from_graph(net.graph)
    assert [dict(row.attributes) for row in again.relation_rows] == [
        dict(row.attributes) for row in net.relation_rows
    ]


def test_a_comparison_tells_what_changed_in_them(data, tmp_path):
    later = tmp_path / "later"
    later.mkdir()
    changed = RELATIONS.replace("am2", "am9").replace("pr1", "pr9")
    folder(later, actors=ACTORS.replace("Reds", "Blues"), relations=changed, sources=SOURCES)
    for form in ("text", "markdown", "json", "csv"):
        shown = ask("compare", data, str(later), "--format", form).stdout
        assert all(value in shown for value in ("am9", "am2", "pr9", "pr1", "Blues", "Reds")), form


# What is passed on


def test_a_page_is_written_with_a_line_that_names_them(data, tmp_path):
    done = run("html", "-o", str(tmp_path / "a.html"), data=data)
    assert "Own columns in the page: actors.party, " in done.stderr
    assert "relations.amount" in done.stderr
    assert "sources.desk" in done.stderr


def test_each_can_be_left_out_of_a_page(data, tmp_path):
    file = tmp_path / "a.html"
    left_out = ("amount", "actors.party", "sources.desk", "__proto__")
    options = [word for name in left_out for word in ("--redact", name)]
    done = run("html", "-o", str(file), *options, data=data)
    assert done.exit_code == 0, done.stderr
    page = file.read_text(encoding="utf-8")
    assert not any(value in page for value in ("am1", "am2", "Reds", "Desk 5", "pr1"))
    assert "pa1" in page
    named = done.stderr.partition("Own columns in the page: ")[2]
    assert "relations.path" in named
    assert "amount" not in named


def test_without_any_nothing_is_said_of_them(tmp_path):
    data = str(folder(tmp_path))
    assert "Own columns" not in run("html", "-o", str(tmp_path / "a.html"), data=data).stderr


# The page


@pytest.fixture
def page(data, tmp_path):
    return explorer.load(data).save(tmp_path / "page.html")


def test_the_tables_without_javascript_have_them(page):
    plain = (
        page.read_text(encoding="utf-8")
        .partition('id="plain">')[2]
        .partition('<script id="document"')[0]
    )
    assert all(value in plain for value in (*VALUES, "party: Reds", "desk: Desk 5"))
    assert "<b>=f1" not in plain


@pytest.mark.browser
def test_the_details_show_those_of_each_claim(visit, page, data):
    one = visit(page, f"#relation={graph.load(data).relation_rows[0].id}")
    claims = one.page.locator("#panel-details .tie").all_inner_texts()
    assert all(value in claims[0] for value in VALUES[:-1])
    assert "am2" in claims[1]
    visited = visit(page, "#actor=a")
    text = visited.page.locator("#panel-details").inner_text()
    assert all(value in text for value in (*VALUES, "Reds", "7th"))


@pytest.mark.browser
def test_the_path_and_what_is_copied_of_it_show_them(visit, page):
    one = visit(page, "#path=a,b")
    text = one.page.locator("#panel-path").inner_text()
    assert all(value in text for value in VALUES)


@pytest.mark.browser
def test_the_table_has_a_column_for_each_that_is_filled(visit, page):
    one = visit(page, "#view=table")
    table = one.page.locator("#data-table")
    assert "Reds" in table.inner_text()
    one.page.locator("#view-table").get_by_role("button", name="Relations").first.click()
    headings = table.locator("th[scope=col] button").all_inner_texts()
    assert any(text.startswith("amount") for text in headings)
    assert any(text.startswith("grade (own)") for text in headings)
    assert all(value in table.inner_text() for value in VALUES)


@pytest.mark.browser
def test_the_panel_of_sources_shows_them(visit, page):
    one = visit(page)
    one.page.get_by_role("tab", name="Sources").click()
    assert "Desk 5" in one.page.locator("#panel-sources").inner_text()
