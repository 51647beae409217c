"""What stands in a picture, and that the three forms of it are what they say."""

import re
import struct
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hostile import PAYLOADS, hostile_folder
from tiny_network import folder, network, of_rows

import graph
from explorer.picture import draw_picture
from explorer.picture.pair_lines import GROUPS
from explorer.picture.sheet import THEMES
from graph.errors import OutputError, QuestionError
from graph.saved.arrangement import Arrangement
from graph.text.safe import visible

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def belarus():
    net = graph.load_example()
    return net, draw_picture(net, title="Belarus")


def parsed(made):
    return ET.fromstring(made.svg)  # noqa: S314 - of our own making


def group(made, name):
    found = parsed(made).find(f"{SVG}g[@id='{name}']")
    return [] if found is None else list(found)


def list_marks(made, net):
    """List the marks in row order; in the picture none lies under a smaller one."""
    marks = {told(part): part for part in group(made, "actors")}
    assert len(marks) == len(net.actor_rows)
    return [marks[actor.name] for actor in net.actor_rows]


def texts(made):
    return [text.text for text in parsed(made).iter(f"{SVG}text")]


def told(part):
    return part.findtext(f"{SVG}title")


def test_every_actor_and_every_relation_is_drawn_and_told(belarus):
    net, made = belarus
    assert len(list_marks(made, net)) == len(group(made, "actors"))
    lines = [told(part) for part in group(made, "relations")]
    pairs = {frozenset((each.source, each.target)) for each in net.relation_rows}
    assert len(lines) == len(pairs)
    assert all(any(each.sentence in line for line in lines) for each in net.relation_rows)


def test_names_are_text_and_those_left_out_are_counted(belarus):
    net, made = belarus
    names = {word for part in group(made, "names") for word in part.text.split()}
    assert {"Lukashenko", "Ukraine", "Kalinoŭski", "NATO"} <= names
    assert len(made.left_out) == 1
    count = int(made.left_out[0].split()[0])
    assert 0 < count < len(net.actor_rows) / 5
    assert made.left_out[0] in " ".join(texts(made))


def test_who_cannot_see_it_hears_title_and_description(belarus):
    root = parsed(belarus[1])
    assert root.get("role") == "img"
    named = [root.find(f"{SVG}*[@id='{ident}']") for ident in root.get("aria-labelledby").split()]
    assert [part.text for part in named] == [
        "Belarus",
        f"85 actors, {len(belarus[0].relation_rows)} relations",
    ]
    assert [part.tag for part in named] == [f"{SVG}title", f"{SVG}desc"]


def test_the_legend_has_what_is_in_use_alone(belarus):
    net, made = belarus
    words = texts(made)
    assert {"Claims", "Actors", "contested", "ties and tensions at once"} <= set(words)
    groups = [text.split(" (")[0] for text in words]
    assert [word for word in groups if word in GROUPS.values()] == [*GROUPS.values()]
    assert "only disputed" in words
    assert "funds (1)" in words
    assert "person (7)" in words
    few = texts(draw_picture(net.only("ally").kind("state")))
    assert "Tensions" not in few
    assert "only disputed" not in few
    assert not any(word.startswith(("funds", "person")) for word in few)
    assert len(group(made, "legend-lines")) == len(GROUPS) + 1
    assert len(group(made, "legend-marks")) == len({a.kind for a in net.actor_rows}) + 2  # camps


def test_the_legend_has_no_ink_of_both_where_no_two_actors_have_both():
    fillers = [f"X{number} borders Y{number}" for number in range(25)]
    apart = draw_picture(network("A ally B", "B opposes C", *fillers))
    assert "ties and tensions at once" not in texts(apart)


@pytest.mark.long
def test_the_legend_can_be_left_out(belarus):
    made = draw_picture(belarus[0], legend=False)
    assert group(made, "legend-lines") == group(made, "legend-marks") == []
    assert "Ties" not in texts(made)


def test_the_sources_stand_below(belarus):
    line = next(text for text in texts(belarus[1]) if text.startswith("Sources: "))
    assert line.startswith("Sources: Belarus and the Consequences of the Russo-Ukraine War (")
    assert any(re.search(r"and \d+ more\.$", text) for text in texts(belarus[1]))


def test_lines_have_the_colours_dashes_and_heads_of_the_page():
    made = draw_picture(network("A funds B", "A ally B", "B sanctions A"), legend=False)
    funds, ally, sanctions = group(made, "relations")
    line = [part[1].attrib for part in (funds, ally, sanctions)]
    assert [look["stroke"] for look in line] == ["#0072B2", "#009E73", "#D55E00"]
    assert [look.get("stroke-dasharray") for look in line] == [None, None, "9 6"]
    assert [len(part) for part in (funds, ally, sanctions)] == [3, 2, 3]
    assert funds[2].get("fill") == "#0072B2"


def test_many_relations_have_one_line_a_pair_in_the_ink_of_their_signs():
    lines = ["A ally B", "B opposes A", "C leads D", "C borders D", "D funds E", "E attacks A"]
    fillers = [f"X{number} borders Y{number}" for number in range(20)]
    made = draw_picture(network(*lines, *fillers), legend=False)
    inks = {told(part): part[1].get("stroke") for part in group(made, "relations")}
    pairs = THEMES["light"].pairs
    assert inks["A is allied with B; B opposes A"] == pairs["both"]
    assert inks["C leads D; C borders D"] == pairs["power"]
    assert inks["D funds E"] == pairs["tie"]
    assert inks["E attacks A"] == pairs["tension"]
    assert inks["X1 borders Y1"] == pairs["neutral"]
    assert len(inks) == 24


def test_the_foremost_twenty_are_bold_and_named():
    hubs = [f"Hub{number}" for number in range(20)]
    net = network(*(f"{hub} funds {hub}leaf{leaf}" for hub in hubs for leaf in range(3)))
    made = draw_picture(net, width=900, height=600, legend=False)
    bold = {part.text for part in group(made, "names") if part.get("font-weight") == "600"}
    assert bold == set(hubs)


def test_without_tensions_marks_have_the_colours_of_communities():
    caves = [f"{a} borders {b}" for cave in ("ABC", "DEF") for a, b in combinations(cave, 2)]
    net = network(*caves, "A borders D")
    made = draw_picture(net)
    colours = [part.get("fill") for part in list_marks(made, net)]
    assert colours == [colour for colour in THEMES["light"].communities[:2] for _ in range(3)]
    assert {"Communities", "around A (3)", "around D (3)"} <= set(texts(made))
    signed = draw_picture(network(*caves, "A opposes D"))
    assert {part.get("fill") for part in group(signed, "actors")} == {THEMES["light"].ink}


def test_actors_are_drawn_where_a_reader_put_them():
    net = network("A ally B", "B ally C")
    arranged = Arrangement({"A": (0, 0), "B": (300, 0), "C": (0, 300)})
    made = draw_picture(net, legend=False, arrangement=arranged)
    a, b, c = [middle_of(part) for part in list_marks(made, net)]
    assert b[0] - a[0] == pytest.approx(c[1] - a[1], abs=5)
    assert b[0] - a[0] > 100
    assert (b[1], c[0]) == pytest.approx((a[1], a[0]), abs=5)


def middle_of(part):
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", part.get("d"))]
    return numbers[0], numbers[1]


def test_parallel_relations_are_kept_apart():
    made = draw_picture(network("A funds B", "B funds A", "A leads B", "A ally C"), legend=False)
    *parallel, alone = [part[1].get("d") for part in group(made, "relations")]
    assert len(set(parallel)) == 3
    assert "Q" in parallel[0] + parallel[2]
    assert "Q" not in alone


def test_ties_to_oneself_are_drawn_one_around_the_other():
    made = draw_picture(network("A ally A", "A ally A note=2", "A ally B"), legend=False)
    one, other, _ = [part[1].get("d") for part in group(made, "relations")]
    assert "a" in one
    assert one != other


def test_what_is_contested_and_what_is_only_disputed_has_its_sign():
    made = draw_picture(
        network("A funds B", "A funds B stance=disputes", "B leads C stance=disputes", "C ally A")
    )
    signs = [part.text for part in group(made, "claims") if part.tag == f"{SVG}text"]
    assert signs == ["?", "?", "×"]
    assert {"contested", "only disputed"} <= set(texts(made))


def test_marks_grow_with_relations_or_with_a_measure(belarus):
    net = network("Hub ally A", "Hub ally B", "Hub ally C", "C ally D")
    made = draw_picture(net)
    by_relations = [width_of(part) for part in list_marks(made, net)]
    assert by_relations[0] > by_relations[3] > by_relations[1]
    in_order = [width_of(part) for part in group(made, "actors")]
    assert in_order == pytest.approx(sorted(by_relations), abs=0.2)
    by_closeness = draw_picture(net, size_by="closeness")
    assert [width_of(part) for part in list_marks(by_closeness, net)] != by_relations
    assert "The larger, the higher the closeness" in texts(by_closeness)
    assert "The larger, the more relations" in texts(belarus[1])


def width_of(part):
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", part.get("d"))]
    across = numbers[0], numbers[7]
    return round(max(across) - min(across), 1)


def test_the_dark_picture_is_drawn_on_the_dark_ground(belarus):
    root = parsed(draw_picture(belarus[0], theme="dark"))
    assert root.find(f"{SVG}rect").get("fill") == "#14161a"


def test_filters_choose_what_is_drawn(belarus):
    made = draw_picture(belarus[0].only("ally").kind("state"))
    assert len(group(made, "actors")) == 14
    assert len(group(made, "relations")) == len(belarus[0].only("ally").kind("state").relation_rows)


def test_a_png_is_twice_as_fine_as_its_page(belarus):
    data = belarus[1].data("png")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (2560, 1440)


def test_a_pdf_is_one_page_of_its_size_without_a_date(belarus):
    data = draw_picture(belarus[0], page="a4-upright").data("pdf")
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type ?/Page\b", data)) == 1
    width, height = map(float, re.search(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", data).groups())
    assert (round(width), round(height)) == (596, 842)
    assert b"CreationDate" not in data
    assert b"xmp:CreateDate" not in data


@pytest.mark.long
def test_a_pdf_may_list_all_its_sources(belarus):
    net, made = belarus
    data = made.data("pdf", sources=True)
    assert len(re.findall(rb"/Type ?/Page\b", data)) == 2
    assert data == draw_picture(net, title="Belarus").data("pdf", sources=True)
    cited = {work.id for row in (*net.relation_rows, *net.actor_rows) for work in row.references}
    assert len(made.sources) == len(cited)
    assert made.data("png", sources=True) == made.data("png")


def test_only_plain_web_addresses_become_links(tmp_path):
    made = draw_picture(graph.load(hostile_folder(tmp_path)))
    links = {address for _, address in made.sources if address}
    assert all(re.fullmatch("https?://[!-~]+", address) for address in links)
    assert len(made.data("pdf", sources=True)) > len(made.data("pdf"))


@pytest.mark.long
@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_the_same_network_gives_the_same_bytes(belarus, form):
    again = draw_picture(graph.load_example(), title="Belarus")
    assert again.data(form) == belarus[1].data(form)


def test_hostile_texts_are_only_text(tmp_path):
    net = graph.load(hostile_folder(tmp_path))
    evil = PAYLOADS["tag"] + PAYLOADS["escapes"]
    made = draw_picture(
        net, title=evil, description=evil, note=evil, page="letter", size_by="degree"
    )
    tags = {part.tag.removeprefix(SVG) for part in parsed(made).iter()}
    assert tags == {"svg", "title", "desc", "rect", "g", "path", "circle", "text"}
    attributes = {name for part in parsed(made).iter() for name in part.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}
    assert [told(part) for part in group(made, "actors")] == [
        visible(actor.name) for actor in net.actor_rows
    ]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made.svg)
    assert made.data("png").startswith(b"\x89PNG")
    assert made.data("pdf").startswith(b"%PDF-")


def test_many_relations_are_cut_to_the_foremost_actors(monkeypatch):
    monkeypatch.setattr("explorer.picture.large_networks.MOST_DRAWN", 5)
    monkeypatch.setattr("explorer.picture.large_networks.FOREMOST", 3)
    lines = ["A ally B", "A ally C", "B ally C", "C ally D", "D ally E", "E ally F"]
    made = draw_picture(network(*lines))
    assert [told(part) for part in group(made, "actors")] == ["A", "B", "C"]
    assert len(group(made, "relations")) == 3
    sentence = "Drawn are the 3 actors with most relations of 6."
    assert made.cautions == (sentence,)
    assert any(sentence in text for text in texts(made))


def test_a_long_legend_tells_what_is_in_the_picture_most():
    kinds = [{"id": f"k{n}", "name": f"K{n}", "kind": f"kind{n % 70}"} for n in range(71)]
    net = of_rows(kinds, [{"source": "k1", "target": "k2", "type": "ally"}])
    made = draw_picture(net, width=640, height=400)
    words = texts(made)
    assert "kind0 (2)" in words
    assert any(re.fullmatch(r"and \d+ more", word) for word in words)
    assert words.index("The larger, the more relations") > words.index("kind0 (2)")
    assert len(group(made, "actors")) == 71


def test_a_legend_without_room_is_left_out_and_that_is_told(belarus):
    made = draw_picture(belarus[0], width=400, height=320)
    assert "The legend is left out: there is no room for it." in made.left_out
    assert group(made, "legend-lines") == []


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"theme": "drak"}, "theme: 'drak' is not a theme. Did you mean 'dark'?"),
        ({"page": "slides"}, "page: 'slides' is not a page. Did you mean 'slide'?"),
        ({"size_by": "degre"}, "size_by: 'degre' is not a measure. Did you mean 'degree'?"),
        (
            {"width": 100},
            "width: a picture cannot be 100 x 56 pixels. Each side must be 320 to 5,000 pixels.",
        ),
    ],
)
def test_what_has_no_meaning_is_told(asked, told):
    with pytest.raises(QuestionError) as caught:
        draw_picture(network("A ally B"), **asked)
    assert str(caught.value) == told


def test_a_form_that_there_is_not_is_told(tmp_path):
    made = draw_picture(network("A ally B"))
    with pytest.raises(QuestionError, match=r"'map.pgn' does not end in \.svg, \.png or \.pdf"):
        made.save(tmp_path / "map.pgn")
    assert list(tmp_path.iterdir()) == []


def test_it_saves_and_shows_itself(tmp_path):
    made = draw_picture(network("A ally B"))
    assert made.save(tmp_path / "map.PDF").read_bytes() == made.data("pdf")
    full = made.save(tmp_path / "full.pdf", sources=True)
    assert full.read_bytes() == made.data("pdf", sources=True)
    fitting = ' style="max-width: 100%; height: auto"'  # a notebook may be narrower than the sheet
    assert made._repr_svg_().replace(fitting, "", 1) == made.svg


def test_what_was_read_is_never_written_over(tmp_path):
    folder(tmp_path)
    mine = (tmp_path / "actors.csv").rename(tmp_path / "mine.svg")
    before = mine.read_bytes()
    with pytest.raises(OutputError, match="this file is an input"):
        draw_picture(graph.load(tmp_path, actors=mine)).save(mine)
    assert mine.read_bytes() == before


def test_empty_networks_have_a_picture():
    empty = network("A ally B").avoid_actor("A", "B")
    for form in ("svg", "png", "pdf"):
        assert draw_picture(empty).data(form)
    assert texts(draw_picture(empty)) == ["Who stands how to whom", "0 actors, 0 relations"]


def test_scripts_that_the_font_lacks_are_drawn_all_the_same():
    net = network("王薇 ally العربية", "שלום ally ไทย")
    made = draw_picture(net)
    assert {"王薇", "العربية", "שלום", "ไทย"} <= set(texts(made))
    assert made.data("pdf").startswith(b"%PDF-")
