"""Where the page cannot start, its tables are there: no scripts, an error, an old browser."""

import re

import pytest
from browser import READY
from tiny_network import network

pytestmark = pytest.mark.browser

SITE = "https://newsroom.test/page.html"
FAULTS = {
    "an error of the library": "Object.defineProperty(window, 'vis', {get() { throw Error(); }})",
    "no canvas": "HTMLCanvasElement.prototype.getContext = () => { throw Error('x'); };",
    "no matchMedia": "delete window.matchMedia; window.matchMedia = undefined;",
    "no ResizeObserver": "delete window.ResizeObserver; window.ResizeObserver = undefined;",
    "no WeakMap": "delete window.WeakMap; window.WeakMap = undefined;",
}
POLICIES = {
    "no scripts": "default-src 'none'; style-src 'unsafe-inline'",
    "no inline scripts": "script-src 'self'",
    "no inline scripts and styles": "default-src 'self'",
    "a nonce": "script-src 'nonce-abc' 'strict-dynamic'",
    "a sandbox": "sandbox",
    "one script of three": "script-src 'sha256-{starting}'",
    "no inline styles": "style-src 'self'",
    "no style elements": "style-src-elem 'none'",
}


@pytest.fixture(scope="module")
def html(page_of):
    return page_of(network("Ann funds Bob", "Bob leads Cyd"), title="Three").read_text("utf-8")


@pytest.fixture
def serve(chromium):
    """A function that opens the page as a site sends it, with a policy of the site's own."""
    contexts = []

    def open_site(html, policy="", fault="", **options):
        context = chromium.new_context(**options)
        contexts.append(context)
        headers = {"content-type": "text/html; charset=utf-8"}
        if policy:
            headers["content-security-policy"] = policy
        context.route("**/*", lambda route: route.fulfill(body=html, headers=headers))
        page = context.new_page()
        if fault:
            page.add_init_script(fault)
        page.goto(SITE)
        return page

    yield open_site
    for context in contexts:
        context.close()


def assert_tables(page):
    page.get_by_text("Ann funds Bob").wait_for()
    assert page.locator("#app").is_hidden()
    assert page.locator("#plain th[scope=row]").all_inner_texts() == ["Ann", "Bob", "Cyd"]


def test_with_everything_the_network_is_there_and_no_table(serve, html):
    page = serve(html)
    page.evaluate(READY)
    assert page.evaluate("actorExplorer.drawing().actors") == 3
    assert page.locator("#plain").count() == 0


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_of_the_site_leaves_the_tables(serve, html, name):
    starting = html.split("sha256-")[1][:44]
    assert_tables(serve(html, POLICIES[name].replace("{starting}", starting)))


def test_tables_come_back_where_the_later_script_may_not_run(serve, html):
    scripts = re.findall(r"sha256-[\w+/=]+", html.partition("style-src")[0])
    allowed = " ".join(f"'{each}'" for each in scripts if each != scripts[2])
    page = serve(html, f"script-src {allowed}")
    page.get_by_text("Ann funds Bob").wait_for()


@pytest.mark.parametrize("name", FAULTS)
def test_an_error_at_the_start_leaves_the_tables(serve, html, name):
    assert_tables(serve(html, fault=FAULTS[name]))


def test_damaged_data_leave_the_tables(serve, html):
    assert_tables(serve(html.replace('type="application/json">{', 'type="application/json">{{')))


def test_a_browser_that_cannot_unpack_a_large_page_says_so_over_the_tables(serve, html):
    page = serve(
        html.replace('type="application/json">{', 'type="text/plain">{'),
        fault="delete window.DecompressionStream; window.DecompressionStream = undefined;",
    )
    assert_tables(page)
    assert "cannot unpack" in page.get_by_role("alert").inner_text()


def test_data_that_cannot_be_unpacked_leave_the_tables(serve, html):
    assert_tables(serve(html.replace('type="application/json">{', 'type="text/plain">{')))
