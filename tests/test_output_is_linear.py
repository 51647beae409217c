"""What is printed grows with what was read: no cell is repeated once a row, however long it is."""

import pytest
from click.testing import CliRunner
from tiny_network import folder, problems

from explorer.cli import explore
from graph.data.claim_words import join_names

ROWS, SHORT, LONG = 150, 10, 20_000  # the relations over each cell; characters
CELLS = {
    "actors": ("name", "aliases", "description", "district"),
    "sources": ("title", "author", "publisher", "url", "archive_url", "desk"),
    "types": ("label", "inverse", "past"),
}
ASKED = {
    "path": ("path", "hub", "end", "--all"),
    "between": ("between", "hub", "end", "m1"),
    "cut": ("cut", "hub", "end"),
    "ego": ("ego", "hub", "--depth", "2", "--limit", "1000"),
    "find": ("find", "hub moves A; A moves ?", "--limit", "1000"),
    "show": ("show", "hub"),
    "sources": ("sources",),
    "source": ("sources", "s1"),
    "centrality": ("centrality",),
    "communities": ("communities", "--members"),
    "structure": ("structure",),
    "balance": ("balance",),
    "camps": ("camps",),
    "brokers": ("brokers",),
}


def write(path, length):
    """Write data in which each of `CELLS` has so many characters in one row, seen from many."""
    path.mkdir()
    text = {name: f"{name}{'x' * length}" for cells in CELLS.values() for name in cells}
    text |= dict.fromkeys(("url", "archive_url"), f"https://example.org/{'x' * length}")
    hub = ",".join(("hub", text["name"], "person", *(text[name] for name in CELLS["actors"][1:])))
    actors = [f"id,name,kind,aliases,description,{'own' * 300}", hub, "end,End,person,,,"]
    relations = ["source,target,type,stance,claimant,reference"]
    for row in range(ROWS):
        actors.append(f"m{row},M{row},person,,,1")
        relations += [
            f"hub,m{row},moves,asserts,hub,s1", f"hub,m{row},moves,disputes,,s1",
            f"m{row},end,moves,asserts,,s{row % 3}",
        ]  # fmt: skip
    sources = ["id,title,author,publisher,url,archive_url,via,desk"]
    cells = [text[name] for name in CELLS["sources"]]
    sources += [",".join((f"s{n}", *cells[:-1], "s0" if n else "", cells[-1])) for n in range(3)]
    types = f"type,label,inverse,past\nmoves,{','.join(text[name] for name in CELLS['types'])}\n"
    lines = {"actors": actors, "relations": relations, "sources": sources}
    files = {name: "\n".join(rows) + "\n" for name, rows in lines.items()}
    return folder(path, **files, types=types)


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """Data with short and with long cells, and by how many bytes the second is larger."""
    root = tmp_path_factory.mktemp("grown")
    folders = [write(root / str(length), length) for length in (SHORT, LONG)]
    sizes = [sum(file.stat().st_size for file in each.iterdir()) for each in folders]
    return *map(str, folders), sizes[1] - sizes[0]


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv"])
@pytest.mark.parametrize("question", ASKED)
def test_an_answer_grows_no_faster_than_the_data(grown, question, form):
    short, long, more = grown
    sizes = []
    for data in (short, long):
        words = ["--data", data, *ASKED[question], "--format", form]
        answer = CliRunner().invoke(explore, words, prog_name="explore")
        assert answer.exit_code == 0, answer.output
        sizes.append(len(answer.stdout))
    assert sizes[1] - sizes[0] < 3 * more


@pytest.mark.slow
def test_nor_does_a_page(grown, tmp_path):
    short, long, more = grown
    sizes = []
    for data in (short, long):
        page = tmp_path / f"{len(sizes)}.html"
        words = ["--data", data, "html", "-o", str(page)]
        answer = CliRunner().invoke(explore, words, prog_name="explore")
        assert answer.exit_code == 0, answer.output
        sizes.append(page.stat().st_size)
    assert sizes[1] - sizes[0] < 4 * more


FULL = "x" * 1_000
COUPLE = "id,name,kind\na,Ann,person\nb,Bob,person\n"


@pytest.mark.parametrize(
    ("family", "column", "rows"),
    [
        ("actors", "id", COUPLE + "{},Cat,person\n"),
        ("actors", "id", "name,kind\na,person\nb,person\n{},person\n"),  # its name is its id
        ("relations", "id", "id,source,target,type\n{},a,b,ally\n"),
        ("sources", "id", "id,title\n{},Diary\n"),
        ("types", "type", "type,sign\n{},+\n"),
        ("relations", "", "source,target,type,{}\na,b,ally,1\n"),
    ],
)
def test_what_every_row_repeats_has_a_longest(tmp_path, family, column, rows):
    assert not [said for said in problems(tmp_path, **{family: rows.format(FULL)}) if "1," in said]
    listed = problems(tmp_path, **{family: rows.format(FULL + "x")})
    (told,) = [said for said in listed if "blank in" not in said]
    assert "1,001 characters. Give at most 1,000." in told
    assert f": {column or 'xxx'}" in told


def test_sides_are_named_shortly_and_alike_on_every_face():
    assert join_names([FULL, "Ann", FULL]) == f"{'x' * 40}…{'x' * 39} and Ann"
