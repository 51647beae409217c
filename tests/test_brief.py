"""A brief: what it says of small networks, in Markdown, HTML and PDF."""

import re
from html.parser import HTMLParser

import pytest
from hostile import hostile_folder
from rendered import rendered
from terminal import folder, run
from tiny_network import network

import explorer
import graph
from explorer.brief import answers, build_brief
from graph.text.safe import visible

# a and b are friends, c is against both; d is a friend of b and, by one row, against a.
LINES = (
    "a ally b start=2001 reference=x",
    "a opposes c start=2002 reference=y",
    "b opposes c start=2002 end=2004 reference=y",
    "b ally d start=2003-05 reference=x",
    "d opposes a basis=alleged claimant=c reference=z",
)
FORMS = ("md", "html", "pdf")
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "bdi", "ul"),
    *("li", "ol", "a", "sup", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("svg", "desc", "rect", "g", "path", "circle", "polygon", "text", "tspan", "line"),
}


def read(net, **options):
    return build_brief(net, **options).data("md").decode()


def list_headings(text):
    return re.findall("^## (.*)$", text, re.MULTILINE)


@pytest.fixture(scope="module")
def small():
    return read(network(*LINES), title="Four")


@pytest.fixture
def data(tmp_path, monkeypatch):
    case = tmp_path / "case"
    case.mkdir()
    monkeypatch.chdir(tmp_path)
    return folder(case)


def test_it_has_all_sections_and_a_picture(small):
    assert small.startswith("# Four\n\n4 actors, 5 relations\n\n## In short\n\n")
    assert list_headings(small) == [
        "In short",
        "Who is central, and how sure that is",
        "Who stands between others",
        "Camps and tensions",
        "What is thinly sourced",
        "What changed",
        "Sources",
    ]
    assert "![Who stands with whom, and against whom](brief.svg)" in small


def test_the_central_are_told_with_their_numbers_and_how_sure_they_are(small):
    assert "- a, b and c have relations with the most other actors." in small
    # Of three others a and b have relations with all three, c and d with two.
    ranks = re.findall(r"^\| (\d) \| (\w), person\S* \| (\d) \|", small, re.MULTILINE)
    assert ranks == [("1", "a", "3"), ("1", "b", "3"), ("3", "c", "2"), ("3", "d", "2")]
    assert "100 draws were made" in small


def test_camps_and_tensions_rest_on_sources(small):
    assert "- 2 camps: a and b (2 actors); c (1 actor); 1 undecided." in small
    assert "| undecided | 1 | d[^1][^3] |" in small
    assert "**In tension in some of the best divisions**" in small
    assert "- d opposes (alleged by c) a (one row that is not rated).[^3]" in small


def test_what_is_thin_and_what_changed_is_told(small):
    assert "Of 5 relations, 1 (20 %) is alleged" in small
    assert "**Contested, or only alleged**\n\n- d opposes a, alleged by c" in small
    assert "**Latest known starts**\n\n- b is allied with d (from 2003-05)" in small
    assert "**Latest known ends**\n\n- b opposed c (2002 to 2004)" in small
    assert "| from 2005 | 4 | 4 |" in small


def test_every_number_has_a_source_and_every_source_a_number(small):
    body, _, sources = small.partition("## Sources")
    cited = set(re.findall(r"\[\^(\d+)\]", body))
    assert cited == set(re.findall(r"^\[\^(\d+)\]: ", sources, re.MULTILINE)) == set("123")


def test_the_same_network_gives_the_same_bytes():
    one, other = (build_brief(network(*LINES)) for _ in range(2))
    assert [one.data(form) for form in FORMS] == [other.data(form) for form in FORMS]


def test_without_camps_dates_or_sources_it_says_so():
    text = read(network("a met b", "b met c"))
    assert "There are no camps: no two actors have relations of one sign." in text
    assert "No relation has a date: the network is the same at any time." in text
    assert "2 (100 %) are without a source" in text
    assert "## Sources" not in text
    assert "[^" not in text
    assert "nothing else confirms it" not in text
    assert "![The network](brief.svg)" in text


def test_one_voice_is_told_first():
    line = "We know all of it through one independent voice: nothing else confirms it."
    assert line in read(network("a met b reference=x"))
    assert line not in read(network("a met b reference=x", "b met c"))
    assert line not in read(network("a met b reference=x", "b met c reference=y"))


def test_only_what_was_left_out_is_said_to_have_been(small):
    assert "| Lowest rank with something left out |" in small
    assert "Left out in turn: what is alleged." in small
    assert "each source" not in small
    assert (
        "sides are sure. A side is sure here if it holds in nine of ten draws, and without" in small
    )


@pytest.mark.parametrize("actors", ["", "a b"])
@pytest.mark.parametrize("form", FORMS)
def test_without_relations_there_is_nothing_to_tell(actors, form):
    brief = build_brief(network(actors=actors))
    assert brief.data(form)
    assert list_headings(brief.data("md").decode()) == ["In short"]
    assert "No relation is selected: there is nothing to tell." in brief.data("md").decode()


def test_a_large_network_has_no_camps(monkeypatch):
    monkeypatch.setattr(answers, "MOST_DIVIDED", 4)
    text = read(network(*LINES))
    assert "Left out" in list_headings(text)
    assert "Camps and tensions" not in list_headings(text)
    assert "more than 5,000 relations" in text


def test_tables_have_at_most_ten_rows_and_lists_few_points():
    lines = [f"a{i} {'ally' if i % 3 else 'opposes'} a{j} start={1990 + i}"
             for i in range(9) for j in range(i + 1, 9)]  # fmt: skip
    text = read(network(*lines))
    for block in text.split("\n\n"):
        assert block.count("\n| ") <= 11
        assert block.count("\n- ") <= 6


def test_filters_are_named_unless_something_is_withheld(data):
    answer = run("brief", "-o", "b.md", "--avoid", "attacks", "--at", "2022", data=data)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert "Filters: avoid attacks, at 2022." in (data.parent / "b.md").read_text("utf-8")
    run("brief", "-o", "b.md", "--at", "2022", "--redact", "note", data=data)
    assert "Filters" not in (data.parent / "b.md").read_text("utf-8")


def test_what_may_hold_is_told_once(data):
    run("brief", "-o", "b.md", "--at", "2022", data=data)
    text = (data.parent / "b.md").read_text("utf-8")
    assert text.count("may hold then: their start or end is not known") == 1


def test_markdown_and_its_picture_are_written_together(data, tmp_path):
    answer = run("brief", "-o", "my brief.md", data=data)
    assert re.fullmatch(
        r"my brief\.md: 5 actors, 7 relations, \d+ kB\n"
        r"my brief\.svg: 5 actors, 7 relations, \d+ kB\n",
        answer.stdout,
    )
    assert "](my%20brief.svg)" in (tmp_path / "my brief.md").read_text("utf-8")
    assert (tmp_path / "my brief.svg").read_bytes().startswith(b"<?xml ")
    assert list(tmp_path.glob(".*")) == []


def test_all_or_nothing_is_written(data, tmp_path):
    (tmp_path / "b.svg").mkdir()
    answer = run("brief", "-o", "b.md", data=data)
    assert answer.exit_code == 1
    assert "b.svg: this is a folder" in answer.stderr
    assert not (tmp_path / "b.md").exists()


def test_data_is_not_overwritten(data):
    answer = run("brief", "-o", str(data / "story.md"), data=data)
    assert answer.exit_code == 2
    assert "'story.md' is the name of a data file. Give a name that ends in .html." in answer.stderr


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("b.mdd", "Did you mean '.md'?"),
        ("b", "Choose .md, .html or .pdf."),
        ("b.png", "For a picture: explore picture -o b.png"),
        ("b.gexf", "For a network file: explore export b.gexf"),
    ],
)
def test_another_ending_is_refused(data, name, remedy):
    answer = run("brief", "-o", name, data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert f"{name!r} does not end in .md, .html or .pdf. {remedy}" in answer.stderr


def test_stdout_gets_the_page(data):
    answer = run("brief", "-o", "-", data=data)
    assert answer.stdout.startswith("<!doctype html>")
    assert answer.stdout.count("<svg") == 1


def test_private_rows_do_not_travel(data, tmp_path):
    actors = (data / "actors.csv").read_text("utf-8").replace("reference", "private", 1)
    (data / "actors.csv").write_text(actors.replace(",paper", ",yes"), "utf-8")
    for name in ("b.md", "b.html"):
        answer = run("brief", "-o", name, data=data)
        assert "Withheld: 1 actor" in answer.stderr
    for name in ("b.md", "b.svg", "b.html"):
        assert "Ada" not in (tmp_path / name).read_text("utf-8")
    run("brief", "-o", "b.html", "--include-private", data=data)
    assert "Ada" in (tmp_path / "b.html").read_text("utf-8")


class Tags(HTMLParser):
    """Collects the tags and the attributes of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.links, self.attributes = set(), set(), set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value for name, value in attrs if name == "href"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return build_brief(graph.load(hostile_folder(tmp_path_factory.mktemp("hostile"))))


def test_the_page_only_says_what_cells_hold(hostile):
    page = hostile.data("html").decode()
    parser = Tags()
    parser.feed(page)
    assert parser.tags <= TAGS
    assert not {name for name in parser.attributes if name.startswith("on")}
    assert all(link.startswith(("#source-", "http://", "https://")) for link in parser.links)
    assert "default-src &#x27;none&#x27;; script-src &#x27;none&#x27;" in page
    assert all(visible(line) == line for line in page.split("\n"))


def test_markdown_only_says_what_cells_hold(hostile):
    text = hostile.data("md").decode()
    assert all(visible(line) == line for line in text.split("\n"))
    assert set(rendered(text).tags) <= {
        *("h1", "h2", "p", "strong", "em", "ul", "ol", "li", "a", "img", "table", "thead", "tbody"),
        *("tr", "th", "td", "hr", "section", "sup"),
    }


def test_pdf_takes_what_cells_hold_as_text(hostile):
    assert hostile.data("pdf").startswith(b"%PDF-")


def test_a_notebook_displays_and_saves_it(tmp_path):
    net = explorer.load_example().only("ally", "opposes").at("2022")
    brief = net.brief(title="War <b>")
    assert "&lt;iframe" not in brief._repr_html_()
    assert brief._repr_html_().startswith("<iframe sandbox ")
    assert repr(brief) == "<Brief: 6 sections>"
    assert brief.save(tmp_path / "b.htm") == tmp_path / "b.htm"
    page = (tmp_path / "b.htm").read_text("utf-8")
    assert "War &lt;b&gt;</bdi></h1>" in page
    assert "net.at(&quot;2022&quot;)" in page
    with pytest.raises(graph.QuestionError, match=r"'b\.png' does not end in \.md"):
        brief.save(tmp_path / "b.png")
    with pytest.raises(graph.QuestionError, match="'txt' is not md, html or pdf"):
        brief.data("txt")


def test_camps_that_are_not_proved_are_told_so_and_not_drawn(monkeypatch):
    foes = network(*(f"n{one} opposes n{other}" for one in range(6) for other in range(one)))
    assert "2 camps, not proved (" not in read(foes)
    monkeypatch.setattr(answers, "SECONDS", 1e-9)
    assert "2 camps, not proved (" in read(foes)
    assert build_brief(foes).picture.title == "The network"
