"""Whatever changes at once, the canvas is drawn once; pointing draws only the sheet over it."""

import pytest

pytestmark = pytest.mark.browser

COUNT = """
window.drawn = { lines: 0, sheet: 0 };
const { clearRect } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.clearRect = function (...box) {
  drawn[this.canvas.className === "overlay" ? "sheet" : "lines"] += 1;
  return clearRect.apply(this, box);
};
"""
FRAMES = """new Promise((done) => {
  let left = 6;
  const count = () => (left-- ? requestAnimationFrame(count) : done());
  count();
})"""


def drawn(one):
    """How often the canvas and the sheet over it were drawn since this was last asked."""
    counts = one.page.evaluate(f"{FRAMES}.then(() => ({{ ...drawn }}))")
    one.page.evaluate("drawn.lines = drawn.sheet = 0")
    return counts


@pytest.fixture
def opened(visit, belarus_page):
    def open_page(hash_=""):
        one = visit(belarus_page, hash_, watch=COUNT)
        assert one.state is not None
        return one

    return open_page


def test_opening_is_one_drawing(opened):
    assert drawn(opened()) == {"lines": 1, "sheet": 1}


@pytest.mark.parametrize("hash_", ["#avoid=borders&at=2022", "#actor=minsk&ego=1"])
def test_opening_a_part_is_one_more_at_most(opened, hash_):
    assert drawn(opened(hash_))["lines"] <= 2  # what it shows is fitted, or its scores arrive


def test_a_filter_is_one_drawing_and_one_when_its_scores_arrive(opened):
    one = opened()
    drawn(one)
    one.page.evaluate("location.hash = '#avoid=borders,ally'")
    one.page.wait_for_function("drawn.lines > 0")
    one.page.wait_for_timeout(500)
    assert drawn(one)["lines"] <= 2


def test_pointing_draws_the_sheet_alone(opened):
    one = opened()
    places = [one.point(actor) for actor in ("lukashenko", "minsk", "russia")]
    drawn(one)
    for place in places:
        one.page.mouse.move(*place)
        one.page.wait_for_function("drawn.sheet > 0")
        counts = drawn(one)
        assert counts["lines"] == 0
        assert counts["sheet"] <= 2  # leaving one actor, reaching the next
    assert one.drawing["emphasised"]
