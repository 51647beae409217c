"""Whatever a notebook displays of hostile cells has our tags and no others."""

import pytest
from hostile import PAYLOADS, PLAIN, hostile_folder
from rendered import Tags, unpack_frame

import explorer
import graph
from explorer.notebook.network import COMMAND
from explorer.page import Presentation, build_page
from graph.text.safe import visible

IDS = [*PLAIN.values(), *(f"a{i}" for i in range(len(PLAIN), len(PAYLOADS)))]
ANSWER = {"p", "ol", "ul", "li", "bdi", "br", "small"}
FOLD = {"details", "summary", "ul", "li"}
TABLE = {"table", "thead", "tbody", "tr", "th", "td", "p"}


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    return explorer.load(hostile_folder(tmp_path_factory.mktemp("hostile")))


def assert_only(html, tags, attributes=()):
    found = Tags(html)
    assert set(found.tags) <= tags
    assert set(found.attributes) <= set(attributes)
    assert all(visible(line) == line for line in found.text.splitlines())


@pytest.mark.parametrize(("source", "target"), [*zip(IDS, [*IDS[1:], IDS[0]], strict=True)])
def test_a_path(network, source, target):
    assert_only(network.path(source, target)._repr_html_(), ANSWER)


def test_a_long_path_and_none(network):
    half = IDS[len(IDS) // 2]
    assert_only(network.path(IDS[0], half)._repr_html_(), ANSWER)
    assert_only(network.only(IDS[1]).path(IDS[0], half)._repr_html_(), ANSWER)


@pytest.mark.parametrize("ident", IDS, ids=PAYLOADS)
def test_a_profile(network, ident):
    assert_only(network.show(ident)._repr_html_(), ANSWER)


def test_steps(network):
    answer = network.connection(IDS[0], IDS[len(IDS) // 2], IDS[-1])
    assert_only(answer._repr_html_(), ANSWER)
    assert_only(network.cut(IDS[0], IDS[-1], by="relations")._repr_html_(), ANSWER)
    assert_only(network.cut(IDS[0], IDS[1])._repr_html_(), ANSWER)
    assert_only(network.ego(IDS[0], 2)._repr_html_(), ANSWER)
    assert_only(network.find("A any B")._repr_html_(), ANSWER)


def test_sources_and_what_rests_on_them(network):
    assert_only(network.evidence()._repr_html_(), ANSWER)
    assert_only(network.unsourced()._repr_html_(), ANSWER)
    for ident in IDS[:10]:
        assert_only(network.withdrawal(ident)._repr_html_(), ANSWER)


def test_two_versions(network):
    half = network.only(IDS[1], IDS[2]).avoid_actor(IDS[3], IDS[5])
    for pair in ((network, half), (half, network)):
        assert_only(graph.compare(*pair)._repr_html_(), ANSWER)
    frame = Tags(explorer.compare(half, network)._repr_html_())
    assert frame.tags == ["iframe"]
    assert frame.text == ""


def test_scores(network):
    looks = [("border", "1"), ("class", "dataframe"), ("style", "text-align: right;")]
    for answer in (network.centrality(), network.centrality("degree").top(60)):
        assert_only(answer._repr_html_(), {*TABLE, *FOLD, "bdi"}, looks)
    assert_only(network.communities()._repr_html_(), TABLE, looks)
    assert_only(network.structure()._repr_html_(), {*TABLE, *FOLD})


@pytest.mark.long
def test_a_network_is_one_frame_that_may_do_little(network):
    found = Tags(network._repr_html_())
    assert found.tags == ["iframe"]
    kept = dict(found.attributes)
    assert kept.keys() == {"title", "sandbox", "width", "height", "srcdoc"}
    assert "allow-same-origin" not in kept["sandbox"]
    inner = Tags(kept["srcdoc"])
    assert inner.tags == ["<!doctype html>", "meta", "title", "noscript", "script", "script"]
    as_displayed = Presentation(embed=True, command=COMMAND, story=False, library=False)
    page = build_page(network, as_displayed)
    tables = slice(page.index('<div class="plain"'), page.index('<script id="document"'))
    before, _, after = unpack_frame(network._repr_html_()).partition('<div class="plain"')
    assert before == page[: tables.start]
    assert after.endswith(page[tables.stop :])
    assert "<table" not in after.partition('<script id="document"')[0]
    assert found.text == ""


def test_names_in_another_direction_keep_to_themselves(network):
    shown = network.path(IDS[0], IDS[1])._repr_html_()
    assert shown.startswith("<p><bdi>")
    hebrew = graph.Network.from_frames(
        *_frames([("a", "\u05e9\u05e8\u05d4"), ("b", "\u05d3\u05d5\u05d3")])
    )
    first = hebrew.path("a", "b")._repr_html_().partition("</p>")[0]
    assert (
        first == "<p><bdi>\u05e9\u05e8\u05d4</bdi> <bdi>funds</bdi> <bdi>\u05d3\u05d5\u05d3</bdi>."
    )
    told = hebrew.show("a")._repr_html_()
    assert told.startswith("<p><bdi>\u05e9\u05e8\u05d4</bdi> (<bdi>person</bdi>): 1 relation with")


def _frames(named):
    import pandas as pd

    actors = pd.DataFrame([{"id": i, "name": name, "kind": "person"} for i, name in named])
    return actors, pd.DataFrame([{"source": "a", "target": "b", "type": "funds"}])
