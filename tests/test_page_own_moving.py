"""What moves is shown from what is painted already; at rest all is as if painted anew."""

import pytest

import graph

pytestmark = pytest.mark.browser

ACTORS, STEPS = 125, 40  # as many relations as make lines too many to draw while they move
EDGES = 3000  # of 3.5 million values; where a line is cut, its edge is rounded otherwise
COUNT = """() => {
  window.strokes = 0;
  const owner = CanvasRenderingContext2D.prototype;
  const { stroke } = owner;
  owner.stroke = function (...words) {
    if (this.canvas.className === "ground") window.strokes += 1;
    return stroke.apply(this, words);
  };
}"""
READ = """() => {
  const sheet = document.querySelector("#canvas canvas.ground");
  const copy = new OffscreenCanvas(sheet.width, sheet.height).getContext("2d");
  copy.fillStyle = "#fff";
  copy.fillRect(0, 0, sheet.width, sheet.height);
  copy.drawImage(sheet, 0, 0);
  return copy.getImageData(0, 0, sheet.width, sheet.height).data;
}"""
DIFFER = f"""() => {{
  const data = ({READ})();
  return data.reduce((sum, value, at) => sum + (Math.abs(value - window.before[at]) > 30), 0);
}}"""
SHOWN = "() => actorExplorer.drawing().relations > 0"


@pytest.fixture(scope="module")
def large_page(page_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    rows = [
        f"{actor},{(actor + step) % ACTORS},supports"
        for actor in range(ACTORS)
        for step in range(1, STEPS + 1)
    ]
    rows += [f"{actor},{(actor + ACTORS // 2) % ACTORS},opposes" for actor in range(ACTORS)]
    (folder / "relations.csv").write_text("\n".join(["source,target,type", *rows]))
    return page_of(graph.load(folder))


@pytest.fixture
def large(visit, large_page):
    one = visit(large_page)
    one.page.wait_for_function(SHOWN)
    one.page.evaluate(COUNT)
    return one


def turn_wheel(one):
    one.page.mouse.move(500, 450)
    for _ in range(4):
        one.page.mouse.wheel(0, -120)


def wait_for_frames(one, count=12):
    one.page.evaluate(
        """async (count) => {
          for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame);
        }""",
        count,
    )


def assert_as_painted_anew(one):
    """Give the window another size and back, upon which all is painted."""
    one.page.evaluate(f"() => {{ window.before = ({READ})(); }}")
    assert one.page.evaluate("window.before.some((value) => value < 99)")
    for height in (800, 900):
        one.page.evaluate("window.strokes = 0")
        one.page.set_viewport_size({"width": 1440, "height": height})
        one.page.wait_for_function("() => window.strokes > 0")
        wait_for_frames(one)
    assert one.page.evaluate(DIFFER) < EDGES


def test_dragging_paints_only_what_comes_into_sight(large):
    large.drag_paper()
    wait_for_frames(large)
    assert large.page.evaluate("window.strokes") < 2 * ACTORS * STEPS  # of eight moves
    assert_as_painted_anew(large)


def test_zooming_paints_no_line_until_it_ends(large):
    scale = large.drawing["scale"]
    large.page.evaluate(
        """() => addEventListener("wheel", () => requestAnimationFrame(() => {
          window.zooming = window.strokes;
        }), { passive: true })"""
    )
    turn_wheel(large)
    large.page.wait_for_function(f"() => actorExplorer.drawing().scale > {1.2 * scale}")
    assert large.page.evaluate("window.zooming") == 0
    large.page.wait_for_function("() => window.strokes > 1000")
    wait_for_frames(large)
    assert_as_painted_anew(large)


def test_a_change_amid_the_making_up_is_painted_too(large):
    turn_wheel(large)
    large.page.wait_for_function("() => window.strokes > 0")
    large.page.evaluate("location.hash = '#avoid=supports'")
    large.page.wait_for_function(f"() => actorExplorer.drawing().relations === {ACTORS}")
    wait_for_frames(large)
    assert_as_painted_anew(large)
