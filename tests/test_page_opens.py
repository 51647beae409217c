"""The page opens from disk, offline, and shows the network at once."""

import pytest

pytestmark = pytest.mark.browser


def test_every_actor_and_relation_is_drawn(belarus, belarus_visit):
    drawing = belarus_visit.drawing
    assert drawing["actors"] == len(belarus.actor_rows)
    assert drawing["relations"] == len(belarus.relation_rows)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_everything_is_in_sight_and_most_of_it_named(visit, belarus_page, width, height):
    one = visit(belarus_page, width=width, height=height)
    drawing = one.drawing
    box = one.page.locator("#canvas").bounding_box()
    for place in drawing["positions"].values():
        assert 0 < place["x"] < box["width"]
        assert 0 < place["y"] < box["height"]
    assert len(drawing["labels"]) > drawing["actors"] / 3


@pytest.mark.parametrize("actor", ["russian_invasion", "anti_war_opposition"])
def test_on_a_phone_the_chosen_actor_is_in_sight_above_the_sheet(visit, belarus_page, actor):
    one = visit(belarus_page, f"#actor={actor}", width=390, height=844)
    canvas = one.page.locator("#canvas").bounding_box()
    place = one.drawing["positions"][actor]
    assert 0 < place["x"] < canvas["width"]
    assert 0 < place["y"] < one.page.locator("#panel").bounding_box()["y"] - canvas["y"]


@pytest.mark.parametrize("hash_", ["", "#actor=lukashenko", "#path=lukashenko,vilnius"])
def test_no_name_covers_another(visit, belarus_page, hash_):
    labels = visit(belarus_page, hash_).drawing["labels"]
    assert labels
    for i, one in enumerate(labels):
        for other in labels[:i]:
            apart_x = (
                one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            )
            apart_y = (
                one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
            )
            assert apart_x or apart_y, (one["text"], other["text"])


def test_no_mark_covers_another(belarus_visit):
    places = list(belarus_visit.drawing["positions"].values())
    for i, one in enumerate(places):
        for other in places[:i]:
            apart = ((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2) ** 0.5
            assert apart > one["r"] + other["r"]


def test_more_names_appear_on_zooming_in(belarus_visit):
    def named(box, drawing):
        inside = [
            actor
            for actor, place in drawing["positions"].items()
            if 0 < place["x"] < box["width"] and 0 < place["y"] < box["height"]
        ]
        return len(drawing["labels"]) / len(inside)

    box = belarus_visit.page.locator("#canvas").bounding_box()
    before = named(box, belarus_visit.drawing)
    for _ in range(2):
        belarus_visit.page.get_by_role("button", name="Zoom in").click()
    assert named(box, belarus_visit.drawing) > before


INKS = {"tie": "#009e73", "tension": "#d55e00", "power": "#33363b", "neutral": "#c3c7cd"}


def test_the_canvas_has_the_inks_of_its_pairs(belarus_visit):
    counts = belarus_visit.page.evaluate(
        """() => {
          const canvas = document.querySelector("#canvas canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const seen = {};
          for (let i = 0; i < data.length; i += 4) {
            const colour = (data[i] << 16) + (data[i + 1] << 8) + data[i + 2];
            const key = colour.toString(16).padStart(6, "0");
            seen[key] = (seen[key] ?? 0) + 1;
          }
          return seen;
        }"""
    )
    for ink, colour in INKS.items():
        assert counts.get(colour.removeprefix("#"), 0) > 20, ink


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_follow_the_system_until_the_reader_chooses(visit, belarus_page, scheme):
    one = visit(belarus_page, color_scheme=scheme)
    other = {"light": "dark", "dark": "light"}[scheme]
    html = one.page.locator("html")
    assert html.get_attribute("data-theme") == scheme
    one.page.get_by_role("button", name="Light or dark").click()
    assert html.get_attribute("data-theme") == other
    one.page.emulate_media(color_scheme=other)
    assert html.get_attribute("data-theme") == other


def test_without_javascript_the_tables_are_there(belarus, belarus_page, chromium):
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(belarus_page.as_uri())
    assert page.locator("#app").is_hidden()
    text = page.locator("#plain").inner_text()
    assert all(actor.name in text for actor in belarus.actor_rows)
    context.close()


def test_paper_is_light_and_has_legend_and_sources(visit, belarus, belarus_page):
    one = visit(belarus_page, color_scheme="dark")
    one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    one.page.emulate_media(media="print")
    assert one.page.locator("#print > svg").is_visible()
    assert one.page.locator(".bar").is_hidden()
    assert one.page.locator("#print .print-sources li").count() == len(belarus.source_rows)
    paper = one.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"


def test_paper_tells_a_path_in_words_with_the_sources_of_its_steps_alone(
    visit, belarus, belarus_page
):
    one = visit(belarus_page, "#path=lukashenko,vilnius&path_number=2")
    one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    one.page.emulate_media(media="print")
    path = belarus.path("lukashenko", "vilnius").paths[1]
    told = one.page.locator("#print .print-steps li").all_inner_texts()
    assert [line.split(" [")[0] for line in told] == [step.sentence for step in path.steps]
    assert told[0].endswith("]")
    notes = one.page.locator("#print .print-notes").inner_text()
    assert notes == " ".join(path.support.notes)
    rows = [relation for step in path.steps for relation in step.relations]
    cited = {source.id for row in rows for source in row.references if not isinstance(source, str)}
    assert one.page.locator("#print .print-sources li").count() == len(cited)


def test_a_network_of_nobody_opens(visit, page_of, belarus):
    one = visit(page_of(belarus.kind()), "#panel=ranks")
    assert one.drawing["actors"] == 0
    for tab in ("Communities", "Sources", "Path", "Table", "Timeline", "Network"):
        one.page.get_by_role("tab", name=tab, exact=True).click()
