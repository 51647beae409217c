"""Modules that no first drawing needs are in a script of their own, which is read later."""

import re

import pytest
from browser import READY
from tiny_network import network

from explorer.page.html import ASSETS
from explorer.page.inline import ModuleError, inline
from explorer.page.later_script import part_script, read_later_list

SCRIPT = """// core/a.js
const $1 = (() => {
const most=3;
function count(){return most;}
return {count,most};
})();
// core/b.js
const $2 = (() => {
const {count} = $1;
async function ask(){return count();}
return {ask};
})();
// main.js
(() => {
const {ask} = $2;
ask();
})();
"""
LINKS = ["#view=table", "#path=ann,cyd", "#view=timeline", "#panel=ranks", "#actor=ann&depth=1"]
# So nothing comes after the first drawing that nobody asks for.
STILL = """
window.requestIdleCallback = () => {};
const own = window.setTimeout;
window.setTimeout = (run, after, ...words) => after >= 900 ? 0 : own(run, after, ...words);
"""


def test_each_module_is_in_one_of_the_scripts_in_the_same_order():
    first, later = part_script(SCRIPT, ["core/b.js"], "loader;\n")
    assert re.findall(r"// (\S+)", first) == ["core/a.js", "main.js"]
    assert re.findall(r"// (\S+)", later) == ["core/b.js"]
    assert first.startswith('loader;\nconst $2=$of("$2");\n')
    assert "return {$2};" in later


def test_without_later_modules_there_is_one_script():
    assert part_script(SCRIPT, []) == (SCRIPT, "")


def test_a_later_module_may_use_whatever_another_hands_on():
    script = SCRIPT.replace("{count} = $1", "{count,most} = $1")
    assert part_script(script, ["core/b.js"]).later
    assert part_script(script, ["core/a.js", "core/b.js"]).later


@pytest.mark.parametrize(
    ("later", "script", "message"),
    [
        (["core/c.js"], SCRIPT, r"'core/c\.js' is no module that hands something on"),
        (["main.js"], SCRIPT, r"'main\.js' is no module that hands something on"),
        (
            ["core/a.js"],
            SCRIPT.replace("{count} = $1", "{count,most} = $1"),
            r"core/b\.js needs 'most' of core/a\.js, which is no function",
        ),
    ],
)
def test_what_would_fail_in_a_browser_is_refused(later, script, message):
    with pytest.raises(ModuleError, match=message):
        part_script(script, later)


def test_no_line_of_the_page_is_lost():
    whole = inline(ASSETS)
    first, rest = part_script(whole, read_later_list(ASSETS))
    added = re.compile(r'const \$\d+=\$of|"use strict";|\$later = |return \{\$')
    lines = [line for line in (first + rest).splitlines() if not added.match(line)]
    assert sorted(lines) == sorted([*whole.splitlines(), "})();"])


@pytest.mark.browser
@pytest.mark.parametrize("size", ["drawn by vis-network", "drawn by the page"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_first_drawing_needs_no_later_script(chromium, page_of, size, width):
    count = 2 if "vis" in size else 600  # the page draws 500 relations and more
    net = network(*(f"A{i % 30} funds B{i}" for i in range(count)))
    context = chromium.new_context(viewport={"width": width, "height": 844}, offline=True)
    page = context.new_page()
    page.add_init_script(STILL)
    page.goto(page_of(net, title="First").as_uri())
    page.wait_for_function("actorExplorer.drawing().labels.length > 1")
    assert page.evaluate("$later") is None
    context.close()


@pytest.mark.browser
def test_what_needs_the_later_script_has_it_at_once(chromium, page_of):
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.add_init_script(STILL)
    page.goto(page_of(network("Ann funds Bob", "Bob leads Cyd"), title="Now").as_uri())
    page.wait_for_function("actorExplorer.drawing().labels.length > 1")
    assert page.evaluate("$later") is None
    page.keyboard.press("/")
    page.keyboard.type("Cyd")
    page.get_by_role("option", name="Cyd").wait_for()
    assert page.evaluate("Object.keys($later).length") == len(read_later_list(ASSETS))
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("link", LINKS)
def test_a_link_opens_what_the_later_script_draws(chromium, page_of, link):
    page = chromium.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(page_of(network("Ann funds Bob", "Bob leads Cyd"), title="Linked").as_uri() + link)
    page.evaluate(READY)
    assert not errors
    page.close()
