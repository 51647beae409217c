"""What a link opens on a phone is in sight above the sheet that the link opens, too."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("hash_", "actors"),
    [
        ("#path=lukashenko,vilnius", ("lukashenko", "belarus_government", "vilnius")),
        ("#actor=poland", ("poland",)),
    ],
)
def test_what_a_link_opens_is_above_its_sheet(visit, belarus_page, hash_, actors):
    one = visit(belarus_page, hash_, width=390, height=844)
    canvas = one.page.locator("#canvas").bounding_box()
    sheet = one.page.locator("#panel").bounding_box()
    for actor in actors:
        _, y = one.point(actor)
        assert canvas["y"] + 10 < y < sheet["y"] - 10
