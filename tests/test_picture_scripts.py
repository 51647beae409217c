"""In PNG and PDF Typst shapes texts whose letters join or stack: in an SVG their signs overlap."""

import json

import pytest
from tiny_network import of_rows

from explorer.picture import draw_picture
from explorer.picture.shaped_texts import extract_shaped_texts

HINDI, THAI, ARABIC, TAMIL = "नरेंद्र मोदी", "ผู้นำ", "محمد", "ஸ்டாலின்"
NAMES = [HINDI, THAI, ARABIC, TAMIL, "Владимир", "Ėlytė", "王毅", "Νίκος"]


@pytest.fixture
def net():
    actors = [{"id": f"n{row}", "name": name, "kind": "person"} for row, name in enumerate(NAMES)]
    pairs = [{"source": "n0", "target": f"n{row}", "type": "ally"} for row in range(1, len(NAMES))]
    return of_rows(actors, pairs)


def test_the_texts_of_such_scripts_are_no_longer_in_the_svg(net):
    svg = draw_picture(net, title=f"About {HINDI}").data().decode()
    rest, texts = extract_shaped_texts(svg)
    drawn = {text["text"] for text in texts}
    assert {HINDI, THAI, ARABIC, TAMIL, f"About {HINDI}"} <= drawn
    assert not drawn & set(NAMES[4:])
    for name in NAMES[4:]:
        assert f">{name}</text>" in rest or f">{name}</" in rest
    for text in texts:
        assert f">{text['text']}</text>" not in rest
        assert text["halo"] or text["share"] == 0


def test_a_picture_without_them_is_untouched():
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text x="1" y="2">Minsk</text></svg>'
    assert extract_shaped_texts(svg) == (svg, [])


def test_they_are_given_to_typst(net, monkeypatch):
    given = []

    def compile_(_, **options):
        given.append(options["sys_inputs"])
        return b""

    monkeypatch.setattr("typst.compile", compile_)
    draw_picture(net).data("png")
    assert THAI in {text["text"] for text in json.loads(given[0]["shaped"])}
    assert f">{THAI}</text>" not in given[0]["svg"]
