import base64
import json
import re
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest

import graph
from explorer.page import Presentation, build_page
from explorer.page.content_security_policy import hash_source
from explorer.page.document import build_document
from explorer.page.html import AssetError, encode_document, escape_json, render_html
from explorer.page.plain_tables import SHOWN, build_tables
from explorer.picture import draw_picture
from graph.text.safe import HIDING, visible
from graph.text.urls import parse_web_address

TEMPLATE = """\
<!doctype html>
<html lang="{{ about.language }}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{{ csp }}">
<title>{{ about.title }}</title><style>{{ style }}</style></head>
<body><h1>{{ about.title }}</h1><p>{{ about.description }}</p>
<ul>{% for actor in tables.actors %}<li>{{ actor.name }} {{ actor.description }}</li>
{% endfor %}</ul>
<ol>{% for relation in tables.relations %}<li>{{ relation.parts | join }}
{% for each in relation.sources %}<a href="{{ each.url }}">{{ each.text }}</a>{% endfor %}</li>
{% endfor %}</ol>
<script>{{ starting }}</script>
<script id="document" type="{{ data_type }}">{{ data }}</script>
<script>{{ library }}</script>
<script type="module">{{ script }}</script>
</body></html>
"""

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{7*7}}{% raw %}",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "__proto__",
    "a\u202eb\u2028c\x00d",
    "&lt;b&gt;&amp;",
)


@pytest.fixture
def assets(tmp_path: Path):
    folder = tmp_path / "assets"
    for name, text in {
        "page.html.j2": TEMPLATE,
        "starting.js": "window.starting = true;\n",
        "style/base.css": "body > p { color: #000 }\n",
        "main.js": 'import { one } from "./one.js";\nif (1 < 2 && one) window.started = "ł";\n',
        "one.js": "export const one = 1;\n",
        "vendor/vis-network/vis-network.min.js": "var vis = {};\n",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def written(folder: Path, actors: str, relations: str):
    (folder / "actors.csv").write_text(actors, encoding="utf-8")
    (folder / "relations.csv").write_text(relations, encoding="utf-8")
    return graph.load(folder)


def quoted(text: str):
    return '"' + text.replace('"', '""') + '"'


class Elements(HTMLParser):
    """Every start tag with its attributes, and the text of scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]):
        self.tags.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self.raw.append((tag, ""))

    def handle_data(self, data: str):
        if self.cdata_elem is not None:
            tag, text = self.raw[-1]
            self.raw[-1] = (tag, text + data)


def parsed(html: str):
    elements = Elements()
    elements.feed(html)
    return elements


def hostile_network(folder: Path, text: str):
    shown = text.replace("\x00", "").replace("\u2028", "")
    cell = quoted(shown)
    return written(
        folder,
        f"id,name,kind,description,{cell}\n{cell},{cell},{cell},{cell},{cell}\nb,B,person,,\n",
        f"source,target,type,note,reference\n{cell},b,ally,{cell},{cell}\n",
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_the_data_says_the_elements_are_ours(tmp_path: Path, assets: Path, text: str):
    plain = written(
        tmp_path, "id,name,kind\na,A,person\nb,B,person\n", "source,target,type\na,b,ally\n"
    )
    expected = parsed(render_html(build_document(plain, Presentation("T")), assets=assets))
    network = hostile_network(tmp_path, text)
    made = build_document(network, Presentation(text, text, command=text))
    made["about"]["language"] = text
    found = parsed(render_html(made, assets=assets))
    assert [tag for tag, _ in found.tags if tag != "a"] == [tag for tag, _ in expected.tags]
    assert {name for _, attributes in found.tags for name in attributes} <= {
        "lang", "charset", "http-equiv", "content", "id", "type", "href"
    }  # fmt: skip
    assert "49" not in re.sub(
        r"sha256-[^']+", "", render_html(made, assets=assets).split("<script")[0]
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_data_arrives_unchanged_in_the_script(tmp_path: Path, assets: Path, text: str):
    made = build_document(hostile_network(tmp_path, text), Presentation(text))
    _, (_, data), *_ = [
        item for item in parsed(render_html(made, assets=assets)).raw if item[0] == "script"
    ]
    assert json.loads(data) == json.loads(json.dumps(made))
    assert re.search(f"[<>&{HIDING}\u2028\u2029]", data) is None
    assert not set(data) & set("<>&")


def test_the_policy_names_the_exact_bytes_of_each_script_and_style(tmp_path: Path, assets: Path):
    network = written(tmp_path, "id,name,kind\na,A,person\n", "source,target,type\n")
    html = render_html(build_document(network, Presentation("T")), assets=assets)
    elements = parsed(html)
    (policy,) = [at["content"] for _, at in elements.tags if at.get("http-equiv")]
    (_, style), (_, starting), (_, _data), (_, library), (_, script) = elements.raw
    assert policy is not None
    hashes = " ".join(hash_source(text) for text in (starting, library, script))
    assert f"script-src {hashes};" in policy
    assert f"style-src {hash_source(style)};" in policy
    assert "\r" not in html


@pytest.mark.long
def test_the_real_page_is_what_its_policy_says_and_asks_for_nothing():
    html = build_page(graph.load_example(), Presentation("Belarus"))
    elements = parsed(html)
    said = {at["http-equiv"]: at["content"] for _, at in elements.tags if at.get("http-equiv")}
    assert said["x-dns-prefetch-control"] == "off"
    policy = said["Content-Security-Policy"]
    assert policy is not None
    for tag, text in elements.raw:
        assert text
        assert hash_source(text) in policy or (tag == "script" and text.startswith("{"))
    attributes = [(tag, name) for tag, at in elements.tags for name in at]
    assert not [name for _, name in attributes if name == "style" or name.startswith("on")]
    assert {tag for tag, name in attributes if name == "src"} == set()
    assert {at["href"] for tag, at in elements.tags if tag == "link"} == {"data:,"}


def test_the_library_comes_without_the_address_of_its_source_map(tmp_path: Path, assets: Path):
    library = assets / "vendor/vis-network/vis-network.min.js"
    library.write_text("var vis = {};\n//# sourceMappingURL=vis-network.min.js.map\n")
    network = written(tmp_path, "id,name,kind\na,A,person\n", "source,target,type\n")
    found = parsed(render_html(build_document(network, Presentation("T")), assets=assets))
    assert [text for tag, text in found.raw if tag == "script"][2] == "var vis = {};"
    assert "sourceMappingURL" not in build_page(network)


def test_a_page_that_opens_on_a_story_is_called_as_that_is(tmp_path: Path):
    network = written(tmp_path, "id,name,kind\na,A,person\n", "source,target,type\n")
    (tmp_path / "story.md").write_text("# Who pays\n\n## One\n\nText.\n", encoding="utf-8")
    network = graph.Network.from_folder(tmp_path)
    titles = [Presentation(), Presentation("Mine"), Presentation(story=False)]
    told = [json.loads(script_of(build_page(network, one)))["about"]["title"] for one in titles]
    assert told == ["Who pays", "Mine", "Who stands how to whom"]


def test_a_page_does_not_say_which_folder_it_is_of(tmp_path: Path):
    (tmp_path / "zebra").mkdir()
    network = written(tmp_path / "zebra", "id,name,kind\na,A,person\n", "source,target,type\n")
    assert "zebra" not in build_page(network)
    assert "zebra" not in draw_picture(network).svg


def script_of(html: str):
    return [text for tag, text in parsed(html).raw if tag == "script"][1]


def test_a_page_tells_what_it_was_made_of(tmp_path: Path):
    network = written(tmp_path, "id,name,kind\na,A,person\n", "source,target,type\n")
    data = json.loads(script_of(build_page(network, Presentation("Ann"))))
    assert data["about"]["description"] == "1 actor, 0 relations"
    assert [entry["file"] for entry in data["about"]["inputs"]] == ["actors.csv", "relations.csv"]


def test_the_same_network_gives_the_same_page(tmp_path: Path, assets: Path):
    network = written(tmp_path, "id,name,kind\na,A,person\n", "source,target,type\n")
    pages = {
        render_html(build_document(network, Presentation("T")), assets=assets) for _ in range(2)
    }
    assert len(pages) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("style/base.css", "a{}\n/* </style> */"),
        ("vendor/vis-network/vis-network.min.js", "1\n'<!--'"),
    ],
)
def test_an_asset_that_would_end_its_element_is_refused(assets: Path, name: str, text: str):
    (assets / name).write_text(text, encoding="utf-8")
    network = graph.load_example().only("ally").kind("state")
    with pytest.raises(AssetError, match=f"^{re.escape(name)}, line 2: "):
        render_html(build_document(network, Presentation("T")), assets=assets)


def test_a_style_sheet_is_put_in_without_indents_and_comments(assets: Path):
    sheet = "/* a\n b */\n@media print {\n  p {\n    content: '  a';\n  }\n}\n"
    (assets / "style" / "base.css").write_text(sheet, encoding="utf-8")
    document = build_document(graph.load_example().only("ally"), Presentation("T"))
    raw = dict(parsed(render_html(document, assets=assets)).raw)
    assert raw["style"] == "@media print{p{content:'  a'}}"


def test_a_number_that_is_not_finite_never_goes_out():
    with pytest.raises(ValueError, match="JSON compliant"):
        escape_json({"weight": float("nan")})


def test_tables_tell_each_relation_as_a_sentence_with_its_sources(tmp_path: Path):
    network = written(
        tmp_path,
        "id,name,kind,aliases,start\na,Anna,person,Ania|Ann,1970\nb,Bank,armed_group,,\n",
        "source,target,type,start,stance,reference,note,lawyer,desk\n"
        "a,b,funds,2022,disputes,https://example.org/x|Interview|https://u:p@example.org,Cash,Kim,\n",
    )
    found = build_tables(build_document(network, Presentation()))
    assert found["actors"][0] == {
        "name": "Anna",
        "kind": "person",
        "aliases": "Ania, Ann",
        "dates": "(from 1970)",
        "description": "",
        "sources": [],
        "own": [],
    }
    assert found["actors"][1]["kind"] == "armed group"
    assert found["relations"] == [
        {
            "parts": list(network.relation_rows[0].parts_from(network.relation_rows[0].source)),
            "note": "Cash",
            "sources": [
                {"text": "https://example.org/x", "url": "https://example.org/x"},
                {"text": "Interview", "url": ""},
                {"text": "https://u:p@example.org", "url": ""},
            ],
            "own": ["lawyer: Kim"],
        }
    ]
    assert found["relations"][0]["parts"][-1].endswith("disputed")


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        ("reference\nhttps://a.example", ["Name", "Kind", "Relation", "Sources"]),
        ("note\nby radio", ["Name", "Kind", "Relation", "Note"]),
        ("colour\nred", ["Name", "Kind", "Relation", "Note"]),
    ],
)
def test_tables_leave_out_columns_that_no_row_fills(tmp_path: Path, column: str, shown: list[str]):
    name, cell = column.split("\n")
    network = written(
        tmp_path, "id,name\na,A\nb,B\n", f"source,target,type,{name}\na,b,ally,{cell}\n"
    )
    assert re.findall(r'<th scope="col">(\w+)', build_page(network)) == shown


def test_a_table_has_no_column_that_only_another_one_fills(tmp_path: Path):
    actors = "id,name,reference\na,A,https://a.example\nb,B,\n"
    network = written(tmp_path, actors, "source,target,type\na,b,ally\n")
    shown = ["Name", "Kind", "Relation"]
    assert re.findall(r'<th scope="col">(\w+)', build_page(network)) == shown


def test_long_tables_are_cut_and_say_so(tmp_path: Path):
    rows = "".join(f"a{row},A,person\n" for row in range(SHOWN + 3))
    network = written(tmp_path, f"id,name,kind\n{rows}", "source,target,type\n")
    found = build_tables(build_document(network, Presentation()))
    assert (len(found["actors"]), found["actors_left_out"]) == (SHOWN, 3)
    assert (found["relations"], found["relations_left_out"]) == ([], 0)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://",
        "https://user@example.org",
        "https://example.org/a b",
        "https://exa\u202emple.org",
        "https:\\\\example.org",
        "https://[example.org",
        " https://example.org",
        "ftp://example.org",
    ],
)
def test_what_is_no_safe_web_address_is_no_link(text: str):
    assert parse_web_address(text) is None


@pytest.mark.parametrize("text", ["https://example.org/ł?a=1#b", "HTTP://example.org"])
def test_a_web_address_is_a_link(text: str):
    assert parse_web_address(text) == text


def test_what_hides_or_turns_text_is_shown():
    hidden = "\x00\x1b\x7f\x85\xad\u061c\u200b\u200e\u202e\u2066\ufeff\ud800"
    assert visible(hidden) == "\N{REPLACEMENT CHARACTER}" * len(hidden)
    assert visible("می\u200cخواهم\r\n👩\u200d🔬") == "می\u200cخواهم 👩\u200d🔬"


@pytest.mark.long
def test_a_long_document_travels_deflated_and_whole():
    long = {"names": [f"</script><b>{number} \u0436\u202e" for number in range(30_000)]}
    kind, text = encode_document(long)
    assert kind == "text/plain"
    assert re.fullmatch("[A-Za-z0-9+/]+=*", text)
    assert json.loads(zlib.decompress(base64.b64decode(text))) == long
    assert len(text) < len(escape_json(long)) / 3
    assert encode_document(long) == (kind, text)
