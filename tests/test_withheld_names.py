"""A text that still names a withheld actor is told, however it spells the name."""

import pytest
from tiny_network import folder, of_rows

import graph
from graph.saved.story_mentions import find_story_mentions
from graph.sharing.mentions import find_mentions, find_name
from graph.sharing.withheld_names import WithheldNames

PRIVATE = (
    ("ivo_k", "Ivo Kay-Novák", "person", "Informant K"),
    ("a1", "Xi Jinping", "person", "习近平"),
    ("luk", "Alexander Lukashenko", "person", "Лукашенко"),
    ("a2", "王薇", "person", ""),
    ("a3", "Tower Project", "asset", "TP"),
    ("pm", "Theresa May", "person", ""),
    ("a4", "Orbán Viktor", "person", ""),
    ("a5", "Vladimir Putin", "person", "پوتين"),
    ("77", "Kim Jong Un", "person", ""),
    ("vol", "Nina Volkova", "person", ""),
)
PUBLIC = (
    ("ann", "Ann Lake", "person", ""),
    ("viktor", "Viktor Petrov", "person", ""),
    ("street", "Orban Street", "place", ""),
    ("capital", "Minsk", "place", "明斯克"),
)
COLUMNS = ("id", "name", "kind", "aliases")


@pytest.fixture(scope="module")
def net():
    rows = [dict(zip(COLUMNS, row, strict=True)) | {"private": "yes"} for row in PRIVATE]
    rows += [dict(zip(COLUMNS, row, strict=True)) | {"private": "no"} for row in PUBLIC]
    return of_rows(rows, [])


@pytest.fixture(scope="module")
def names(net):
    return WithheldNames(net.columns, net.public().columns)


TOLD = {
    # blanks, breaks, case, accents, hyphens, order, and what nobody sees
    "met Ivo  Kay-Novák": "Ivo  Kay-Novák",
    "Ivo\nKay Novák": "Ivo\nKay Novák",
    "IVO KAY NOVAK": "IVO KAY NOVAK",
    "ivo kay–novak,": "ivo kay–novak",
    "Kay-Novák Ivo": "Kay-Novák Ivo",
    "ivokaynovak": "ivokaynovak",
    "ｉｖｏ ｋａｙ ｎｏｖａｋ": "ｉｖｏ ｋａｙ ｎｏｖａｋ",
    "Lu\u00adka\u200bshenko": "Lu\u00adka\u200bshenko",
    "Luka-\nshenko": "Luka-\nshenko",
    # surnames, as the resolver takes them, and their endings
    "Kay-Novák, I.": "Kay-Novák",
    "said Xi": "Xi",
    "Orban said": "Orban",
    "May said": "May",
    "MAY SAID": "MAY",
    "Putin’s men": "Putin’s",
    "l'Orbán": "Orbán",
    "о Путине": "Путине",
    "с Лукашенком": "Лукашенком",
    "KIM": "KIM",
    # scripts
    "Ціханоўская і Лукашэнко": "Лукашэнко",
    "今天习近平主席说": "习近平",
    "習近平": "習近平",
    "今天 习 近 平 说": "习 近 平",
    "王薇来了": "王薇",
    "Wang Wei": "Wang Wei",
    "今天Putin说": "Putin",
    "وپوتين": "پوتين",
    # joined, with a year, in circles, as other languages write sh
    "LukashenkoAlexander": "LukashenkoAlexander",
    "#alexanderlukashenko": "alexanderlukashenko",
    "Lukashenko2020": "Lukashenko",
    "2020Lukashenko": "Lukashenko",
    "L'Orbán2014": "Orbán",
    "Ⓛⓤⓚⓐⓢⓗⓔⓝⓚⓞ": "Ⓛⓤⓚⓐⓢⓗⓔⓝⓚⓞ",
    "🄿🅄🅃🄸🄽": "🄿🅄🅃🄸🄽",
    "Lukašenko": "Lukašenko",
    "Lukaschenko": "Lukaschenko",
    "o Lukašenkovi": "Lukašenkovi",
    "Lukašenka": "Lukašenka",
    "Wolkowa": "Wolkowa",
    "mit Wolkowoj": "Wolkowoj",
    # behind another word
    "#FreeLukashenko": "Lukashenko",
    "MrVolkova's house": "Volkova",
    "NVolkova": "Volkova",
    "СвободуЛукашенко": "Лукашенко",
    # ids, short names, addresses, entities
    "see ivo_k": "ivo_k",
    "Ivo K.": "Ivo K",
    "the TP": "TP",
    "project tower": "project tower",
    "https://example.org/ivo-kay-novak": "ivo-kay-novak",
    "https://example.org/?q=Kay%2DNov%C3%A1k": "Kay-Novák",
    "&#79;rb&aacute;n": "Orbán",
}  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
def test_a_withheld_name_is_told_however_it_is_spelt(names, text):
    assert find_name(names, text).lstrip("و") == TOLD[text]


@pytest.mark.parametrize(
    "text",
    [
        "", "Ivo", "Novák", "Jinping", "Viktor", "Un", "Jong", "K", "may come", "it may",
        "Orbán Street", "Ann Lake in Minsk", "明斯克", "王伟", "薇", "tp", "the project", "77",
        "Putinism", "Orbital", "LeMay", "McDonald", "Maypole", "xis",
        "Wang", "Lukasz", "Lukachs", "VulkanWerke",
    ],
)  # fmt: skip
def test_other_words_are_not(names, text):
    assert find_name(names, text) == ""


def test_what_a_public_actor_is_called_too_names_nobody_withheld():
    rows = [
        {"id": "a", "name": "Ann Kay", "kind": "person", "aliases": "The Fox", "private": "yes"},
        {"id": "b", "name": "Bob Kay", "kind": "person", "aliases": "The Fox", "private": "no"},
    ]
    net = of_rows(rows, [])
    names = WithheldNames(net.columns, net.public().columns)
    assert [find_name(names, text) for text in ("Kay", "the fox", "Ann Kay")] == ["", "", "Ann Kay"]


def test_a_public_name_spelt_alike_names_nobody_withheld():
    rows = [
        {"id": "a", "name": "Ann Fletscher", "kind": "person", "private": "yes"},
        {"id": "b", "name": "Bob Fletcher", "kind": "person", "private": "no"},
        {"id": "c", "name": "Eva Novak", "kind": "person", "private": "yes"},
        {"id": "d", "name": "Novak2020", "kind": "movement", "private": "no"},
        {"id": "e", "name": "Ruth Vera", "kind": "person", "private": "yes"},
        {"id": "f", "name": "Vera Ruth", "kind": "person", "private": "no"},
    ]
    net = of_rows(rows, [])
    names = WithheldNames(net.columns, net.public().columns)
    texts = "Fletcher", "Fletscher", "Novak2020", "NovakEva", "Novak2021", "ruthvera"
    found = [find_name(names, text) for text in texts]
    assert found == ["", "Fletscher", "", "NovakEva", "Novak", ""]


def test_every_text_that_leaves_is_looked_at(tmp_path):
    files = {
        "actors": "id,name,kind,description,boss,of Ivo  Kay,private\n"
        "a,Ann,person,met KAY,i_7,,no\ni_7,Ivo Kay,person,,,,yes\n",
        "relations": "source,target,type,note,reference\n"
        "a,a,ivo_kay_ties,see Kay (Ivo),by Ivo Kay\n",
        "sources": 'id,title,author,shelf\ns,About Kay,"Kay, Ivo",i_7\n',
        "types": "type,sign,mutual,influence,label,inverse\nivo_kay_ties,0,yes,no,knows Kay,x\n",
    }  # fmt: skip
    full = graph.load(folder(tmp_path, **files))
    told = [(each.file, each.column) for each in find_mentions(full.columns, full.public().columns)]
    assert told == [
        ("actors.csv", "of Ivo  Kay"), ("actors.csv", "description"), ("actors.csv", "boss"),
        ("relations.csv", "type"), ("relations.csv", "note"), ("relations.csv", "reference"),
        ("sources.csv", "title"), ("sources.csv", "author"), ("sources.csv", "shelf"),
        ("types.csv", "type"), ("types.csv", "label"),
    ]  # fmt: skip


def test_the_headers_of_every_file_name_nobody(tmp_path):
    files = {
        "actors": "id,name,kind,private\na,Ann,person,no\ns,Secret Source,person,yes\n",
        "relations": "source,target,type\na,a,knows\n",
        "sources": "id,title,author\nr,Report,\n",
    }
    full = graph.load(folder(tmp_path, **files))
    assert not find_mentions(full.columns, full.public().columns)


STORY = """\
# About I**vo** *Kay-Nov&aacute;k*

## Two

Here Ivo
Kay-Novák and
[him](https://example.org/Ivo%20Kay-Novak).

- a list with Kay\\-Novák
- ![Xi](x.png) and `Orbán`

#actor=a5
"""


def test_a_story_is_searched_as_it_is_shown(net):
    found = find_story_mentions(net.columns, net.public().columns, "story.md", STORY)
    assert [(each.line, each.what.split("'")[1]) for each in found] == [
        (1, "Ivo Kay-Novák"), (5, "Ivo Kay-Novák"), (7, "Ivo Kay-Novak"),
        (9, "Kay-Novák"), (10, "Xi"),
    ]  # fmt: skip
