"""Every command in every format says hostile cells and means nothing by them."""

import csv
import io
import json

import pytest
from hostile import PAYLOADS, PLAIN, RUNS, hostile_folder
from rendered import rendered
from terminal import on_terminal, run

from explorer.report.json_csv import format_csv
from graph.text.safe import visible
from graph.text.urls import parse_web_address

FORMATS = ["text", "json", "csv", "markdown"]
IDS = [*PLAIN.values(), *(f"a{i}" for i in range(len(PLAIN), len(PAYLOADS)))]
HALF = IDS[len(IDS) // 2]
COMMANDS = {
    "path one way": ["path", IDS[0], HALF],
    "path on": ["path", "--all", HALF, IDS[-1]],
    "path none": ["path", "--only", RUNS, IDS[0], HALF],
    "between": ["between", IDS[0], HALF, IDS[-1]],
    "between none": ["between", "--only", RUNS, IDS[0], HALF],
    "cut": ["cut", IDS[0], HALF],
    "cut of steps": ["cut", "--relations", IDS[0], HALF],
    "ego": ["ego", "--depth", "2", IDS[0]],
    "find": ["find", "A any B"],
    "find by name": ["find", f'"{IDS[0]}" any ?'],
    "centrality": ["centrality", "--top", "100"],
    "centrality all": ["centrality", "--by", "all", "--top", "100"],
    "centrality doubt": ["centrality", "--doubt", "--draws", "2", "--top", "100"],
    "communities": ["communities"],
    "members": ["communities", "--members"],
    "structure": ["structure"],
    "balance": ["balance", "--top", "100"],
    "camps": ["camps"],
    "timeline": ["timeline"],
    "camps doubt": ["camps", "--doubt", "--draws", "2"],
    "brokers": ["brokers", "--top", "100"],
    "whatif": ["whatif", "--without", IDS[0], "--path", HALF, IDS[-1]],
    "sources": ["sources"],
    "one source": ["sources", "--", HALF],
    "unsourced": ["sources", "--unsourced"],
    "check": ["check"],
} | {f"show {name}": ["show", "--", ident] for name, ident in zip(PAYLOADS, IDS, strict=True)}
WRONG = {
    "nobody": ["show", "Z\u0351\u202e<b>[red]"],
    "no type": ["path", "--avoid", "\x1b[2J[red]\u202e", IDS[0], HALF],
    "several": ["show", "S"],
}
MARKUP = {
    "p",
    "strong",
    "em",
    "ol",
    "ul",
    "li",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "code",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return hostile_folder(tmp_path_factory.mktemp("hostile"))


def assert_seen(text):
    for line in text.split("\n"):
        assert visible(line) == line


def answer(words, data, form):
    told = run(words[0], "--format", form, *words[1:], data=data)
    assert told.exit_code == 0, told.stderr
    assert_seen(told.stderr)
    assert_seen(told.stdout)
    return told.stdout


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_text_shows_whatever_hides(data, words):
    answer(words, data, "text")


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_json_is_read_back_with_every_character(data, words):
    parsed = json.loads(answer(words, data, "json"))
    if words[0] == "show":
        assert parsed["actor"]["name"] in {text.strip() for text in PAYLOADS.values()}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_csv_has_no_formula_and_every_cell_in_its_place(data, words):
    header, *rows = csv.reader(io.StringIO(answer(words, data, "csv"), newline=""))
    assert {len(row) for row in rows} <= {len(header)}
    for row in (header, *rows):
        assert next(csv.reader(io.StringIO(format_csv(row, []), newline=""))) == row


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_markdown_means_itself(data, words):
    found = rendered(answer(words, data, "markdown"))
    assert set(found.tags) <= MARKUP
    assert {name for name, _ in found.attributes} <= {"href", "style", "start"}
    for name, value in found.attributes:
        assert name != "href" or parse_web_address(value), value
        assert name != "style" or value == "text-align:right", value


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("form", FORMATS)
def test_an_error_only_says_what_it_is_about(data, words, form):
    told = run(words[0], "--format", form, *words[1:], data=data)
    assert told.exit_code in {1, 2}
    assert_seen(told.stdout + told.stderr)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [COMMANDS["path one way"], COMMANDS["centrality all"], ["show", IDS[-1]], ["check"]],
    ids=lambda words: words[0],
)  # fmt: skip
def test_a_terminal_gets_no_command_and_reads_no_markup(data, words):
    output, code = on_terminal("--data", str(data), *words, NO_COLOR="1", columns=400)
    assert code == 0
    assert_seen(output)


def test_a_table_in_markdown_keeps_its_cells_apart(data):
    found = rendered(answer(COMMANDS["centrality"], data, "markdown"))
    assert found.tags.count("tr") == len(IDS) + 1
    assert found.tags.count("td") == found.tags.count("th") * len(IDS)
    assert found.tags.count("table") == 1
