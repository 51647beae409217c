"""Every scene of the table, wide and narrow, light and dark: seen, and told to a screen reader."""

import pytest
from accessibility import axe_source, landmarks, tree, unnamed, violations
from scenes import PAGES, SCENES, shown_on

pytestmark = pytest.mark.browser

SCREENS = {"wide": {"width": 1440, "height": 900}, "narrow": {"width": 390, "height": 844}}
TO_TYPE = "type "


@pytest.fixture(scope="module")
def axe():
    return axe_source()


def open_scene(visit, path, scene, screen):
    """Open the page, and do what leads to the scene."""
    one = visit(path, scene.hash, has_touch=screen["width"] < 900, color_scheme="light", **screen)
    for key in scene.keys:
        if key.startswith(TO_TYPE):
            one.page.keyboard.type(key.removeprefix(TO_TYPE))
        else:
            one.page.keyboard.press(key)
    if scene.click:
        one.page.get_by_role("button", name=scene.click, exact=True).click()
    return one


def asked(expected, network):
    return expected(network) if callable(expected) else expected


@pytest.fixture(scope="module")
def pages(page_of, belarus):
    return {name: page_of(shown_on(name, belarus), **about) for name, about in PAGES.items()}


@pytest.fixture
def shown(visit, pages):
    return lambda scene, screen: open_scene(visit, pages[scene.page], scene, screen)


@pytest.mark.nightly(but_each=5)
@pytest.mark.parametrize(
    ("scene", "screen"),
    [
        pytest.param(scene, screen, id=f"{scene.name}-{screen}")
        for scene in SCENES
        for screen in SCREENS
        if screen == "wide" or scene.narrow
    ],
)
def test_what_must_be_seen_is_seen(shown, belarus, axe, scene, screen):
    one = shown(scene, SCREENS[screen])
    for words in (*scene.seen, *(scene.wide if screen == "wide" else ())):
        one.page.get_by_text(words).filter(visible=True).first.wait_for()
    drawing = one.drawing
    if scene.actors is not None:
        assert drawing["actors"] == asked(scene.actors, belarus)
    if scene.relations is not None:
        assert drawing["relations"] == asked(scene.relations, belarus)
    assert one.state == (scene.state if scene.state is not None else scene.hash)
    # A phone has the same colours, and so has what other scenes show, too.
    is_coloured = scene.narrow and screen == "wide"
    assert violations(one, axe, without=[] if is_coloured else ["color-contrast"]) == []
    if screen == "narrow":  # its names are those of the wide screen
        return
    if is_coloured:  # nothing else depends on the theme
        one.page.emulate_media(color_scheme="dark")
        one.page.locator("html[data-theme=dark]").wait_for(state="attached")
        assert violations(one, axe, ["color-contrast"]) == []
    nodes = tree(one)  # once: a browser that keeps this tree draws more slowly
    assert unnamed(nodes) == []
    if scene.landmark:
        role, name = scene.landmark
        assert any(each.startswith(name) for each in landmarks(nodes, role))


def test_there_are_at_least_forty_scenes_and_ten_pictures():
    assert len({scene.name for scene in SCENES}) == len(SCENES) >= 40
