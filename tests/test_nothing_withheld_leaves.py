"""A marked word stands in every withheld cell of every file, and in no byte that leaves.

It is looked for without regard to case, accents and signs, as it is and in entities, percent signs,
escapes of JSON, UTF-16, base64, hexadecimal digits and compressed streams.
"""

import base64
import binascii
import html
import json
import re
import unicodedata
import zlib
from urllib.parse import quote, unquote_to_bytes

import pytest
from click.testing import CliRunner
from terminal import run
from tiny_network import folder

import explorer
import graph
from explorer.cli import explore
from explorer.page import build_page
from explorer.page import html as page_html

WORD = "Žuqévok"
FOLDED = "zuqevok"
MARK = WORD.lower()
NO_LETTERS = bytes(code for code in range(256) if not (chr(code).isascii() and chr(code).isalpha()))

FILES = {
    "actors": f"""\
id,name,kind,aliases,description,start,reference,phone,{WORD}column,private
ann,Ann,person,Annie,Mayor,2001,paper,{WORD} 1,,no
bob,Bob,person,,,,paper,{WORD} 2,,
cy,Cy,company,,,,,,,
{MARK}-id,{WORD} Smith,{MARK}kind,{WORD}|{WORD} b,A {WORD},1999,{MARK}src|{WORD},{WORD},{WORD},yes
""",
    "relations": f"""\
source,target,type,start,confidence,reference,note,id,channel,{WORD}channel,private
ann,bob,funds,2020,B2,paper|letter,By cheque,r1,{WORD} 3,,no
bob,cy,ally,2021,,paper,,r2,,,
ann,cy,{MARK}type,2022,0.5,{MARK}src|see {WORD},{WORD} note,{MARK}rel,{WORD},{WORD},yes
{MARK}-id,bob,{MARK}type,2023,,{MARK}src,{WORD} too,{MARK}rel2,{WORD},,no
{WORD} Smith,ann,funds,2019,,,Note on {WORD},r3,,{WORD},
""",
    "sources": f"""\
id,title,author,publisher,date,url,shelf,{WORD}shelf,private
paper,The paper,Bo,,2020,https://example.org/a,{WORD} 4,,no
letter,A letter {WORD},{WORD},{WORD},2021,https://example.org/{MARK},{WORD},{WORD},yes
{MARK}src,Memo {WORD},{WORD},{WORD},2022,https://example.org/{MARK}2,{WORD},,no
""",
    "types": f"""\
type,sign,mutual,influence,label,inverse
{MARK}type,-,no,yes,{WORD} does,{WORD} is done
""",
}
REDACTED = ("phone", "channel", "shelf")
STORY = f"""\
# Three

## One

Ann funds Bob.

#actor={quote(MARK)}-id&avoid={quote(MARK)}type

## Two

Bob and Cy.

#path=ann,cy&without_source={quote(MARK)}src
"""
LAYOUT = {
    "version": 1,
    "positions": {"ann": [0, 0], "bob": [90, 10], f"{MARK}-id": [40, 90]},
    "notes": {
        "actors": {"ann": "Ours.", f"{MARK}-id": f"{WORD} note"},
        "relations": {"r1": "Paid.", f"{MARK}rel": f"On {WORD}", "r3": f"{WORD}"},
    },
    "state": f"#actor={quote(MARK)}-id&avoid={quote(MARK)}type&notes={quote(MARK)}-id,x",
}


def find_word(data, depth=0):
    """Return whether the word is in some bytes, whatever they are encoded in."""
    return any(FOLDED in fold(text) or FOLDED[::-1] in fold(text) for text in read(data)) or (
        depth < 3 and any(find_word(inner, depth + 1) for inner in unpack(data))
    )


def fold(text):
    """Return the letters of a text, in small ones without accents."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(filter(str.isalpha, parts))


def read(data):
    """Yield what bytes may be as text."""
    yield data.translate(None, delete=NO_LETTERS).decode("ascii")
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") > len(text) // 9 and b"\0" not in data[:99]:
        return  # pixels
    yield text
    yield unquote_to_bytes(text).decode("utf-8", "replace")
    yield html.unescape(html.unescape(text))
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    if b"\0" in data:
        for encoding in ("utf-16-le", "utf-16-be"):
            yield data.decode(encoding, "replace")
            yield data[1:].decode(encoding, "replace")


def unpack(data):
    """Yield the bytes that are packed inside some bytes."""
    for found in re.finditer(rb"[A-Za-z0-9+/_-]{12,}={0,2}", data):
        chunk = found[0].replace(b"-", b"+").replace(b"_", b"/")
        yield base64.b64decode(chunk[: len(chunk) // 4 * 4])
    for found in re.finditer(rb"[0-9A-Fa-f\s]{16,}", data):
        digits = b"".join(found[0].split())
        yield binascii.unhexlify(digits[: len(digits) // 2 * 2])
    # zlib, gzip and raw deflate
    for start in (
        match.start() for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b", data)
    ):
        yield inflate(data[start:], 47)
    yield inflate(data, -15)


def inflate(data, bits):
    try:
        return zlib.decompressobj(bits).decompress(data)
    except zlib.error:
        return b""


@pytest.fixture
def data(tmp_path):
    place = folder(tmp_path, **FILES)
    (place / "story.md").write_text(STORY, encoding="utf-8")
    (place / "layout.json").write_text(json.dumps(LAYOUT), encoding="utf-8")
    return place


@pytest.mark.parametrize(
    "packed",
    [
        WORD.encode(), unicodedata.normalize("NFD", WORD.upper()).encode(), quote(WORD).encode(),
        json.dumps(WORD).encode(), WORD.encode("utf-16"), base64.b64encode(f"a {WORD}!".encode()),
        "Žuq&eacute;vok".encode(), b"Z&#117;qevok", zlib.compress(WORD.encode()),
        b"%PDF 1" + zlib.compress(b"(zuqevok)"),
        base64.b64encode(zlib.compress(WORD.encode() * 9)), WORD.encode("utf-16-be").hex().encode(),
        b"zu\xc2\xadq-e v_ok",
    ],
)  # fmt: skip
def test_the_word_is_found_however_it_is_packed(packed):
    assert find_word(packed)
    assert find_word(b"<p>" + packed)
    assert not find_word(packed[: len(packed) // 2])


REDACT = [word for column in REDACTED for word in ("--redact", column)]


def written(command, name, data, out, *options):
    answer = run(command, "-o", str(out / name), *REDACT, *options, data=data)
    assert answer.exit_code == 0, answer.stderr
    return (out / name).read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["page.html", "a.svg", "a.png", "a.pdf"])
def test_files_of_the_terminal(data, tmp_path_factory, name):
    command = "html" if name.endswith("html") else "picture"
    out = tmp_path_factory.mktemp("out")
    made = written(command, name, data, out, *(["--width", "600"] if command == "picture" else []))
    assert not find_word(made)
    assert find_word(run("html", "-o", "-", "--include-private", data=data).stdout.encode())


@pytest.mark.slow
def test_a_page_that_is_packed(data, monkeypatch):
    monkeypatch.setattr(page_html, "PLAIN_UP_TO", 0)
    net = graph.load(data)
    assert not find_word(build_page(net.redact(*REDACTED)).encode())
    assert find_word(build_page(net, include_private=True).encode())


@pytest.mark.slow
def test_a_page_of_two_versions(data, tmp_path_factory):
    later = tmp_path_factory.mktemp("later")
    for file in data.iterdir():
        text = file.read_text(encoding="utf-8").replace("Mayor", "Minister").replace("2021", "2022")
        (later / file.name).write_text(text, encoding="utf-8")
    answer = CliRunner().invoke(explore, ["html", str(data), str(later), "-o", "-", *REDACT])
    assert answer.exit_code == 0, answer.stderr
    assert not find_word(answer.stdout.encode())
    versions = (graph.load(place).public().redact(*REDACTED) for place in (data, later))
    found = graph.compare(*versions)
    for form in (str(found), json.dumps(found.to_dict()), found.frame.to_csv()):
        assert not find_word(form.encode())


def test_own_columns_that_withheld_rows_alone_fill_go_with_them(tmp_path):
    actors = "id,name,kind,alibi,shoes,private\na,Ann,person,,,no\nb,Bob,person,none,,yes\n"
    left = graph.load(folder(tmp_path, actors=actors)).public()
    assert (list(left.actors.columns)[3:][-1], left.withheld.columns) == (
        "shoes",
        ("actors.alibi",),
    )
    assert left.redact("alibi", "actors.alibi").withheld == left.withheld
    with pytest.raises(graph.QuestionError, match="no file has a column 'alib'"):
        left.redact("alib")


@pytest.mark.slow
def test_a_notebook(data):
    net = explorer.load(data).redact(*REDACTED)
    shown = [net.html(), net._repr_html_(), net.picture().svg]
    assert [find_word(text.encode()) for text in shown] == [False] * len(shown)


QUESTIONS = {
    "profile": lambda net: net.profile("Ann"),
    "path": lambda net: net.path("Ann", "Cy"),
    "connection": lambda net: net.connection("Ann", "Cy"),
    "cut": lambda net: net.cut("Ann", "Cy"),
    "ego": lambda net: net.ego("Ann", 3),
    "find": lambda net: net.find("? any A"),
    "centrality": lambda net: net.centrality(),
    "communities": lambda net: net.communities(),
    "structure": lambda net: net.structure(),
    "balance": lambda net: net.balance(),
    "camps": lambda net: net.camps(),
    "brokers": lambda net: net.brokers(),
    "evidence": lambda net: net.evidence(),
    "withdrawal": lambda net: net.withdrawal("paper"),
    "unsourced": lambda net: net.unsourced(),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_answers_in_every_form(data, name):
    answer = QUESTIONS[name](explorer.load(data).public().redact(*REDACTED))
    forms = [str(answer), repr(answer), json.dumps(answer.to_dict()), answer._repr_html_()]
    forms += [answer.frame.to_csv(), answer.sentence, *map(str, answer.notes)]
    assert [form for form in forms if find_word(form.encode())] == []


def test_tables_graphs_stories_and_saved_folders(data, tmp_path_factory):
    net = graph.load(data).public().redact(*REDACTED)
    frames = [frame.to_csv() for frame in (net.actors, net.relations, net.sources)]
    texts = [*frames, repr(net), str(net.types), json.dumps(net.story.to_dict())]
    texts += [repr(dict(net.graph.nodes(data=True))), repr(list(net.graph.edges(data=True)))]
    texts += map(str, net.warnings)
    assert [text for text in texts if find_word(text.encode())] == []
    out = tmp_path_factory.mktemp("out")
    net.to_folder(out / "saved")
    for file in (out / "saved").iterdir():
        assert not find_word(file.read_bytes()), file.name
    answers = ("Zuqevok", WORD, f"{MARK}-id", "Smith")
    for query in answers:
        with pytest.raises(graph.ActorNotFound) as caught:
            net.resolve(query)
        assert caught.value.suggestions == ()
