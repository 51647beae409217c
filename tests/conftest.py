"""What all tests share: steady property tests, no skips under CI, a browser for the page."""

import gc
import os
import sys
from collections import Counter

import pytest
from browser import BUILT, COLLECT_VIOLATIONS, HOW_TO_GET_ONE, Tabs, Visit, chromium_path, missing
from hypothesis import settings
from spark_engine import QUICK, need_spark

# The fuzzers need atheris, which not every system has; .ci/fuzz runs them. A case is no test.
collect_ignore_glob = ["fuzz*.py", "cases/*"]

UNDER_CI = bool(os.environ.get("CI"))
MEASURED_CASES = 24  # of each test
CHROMIUM_FLAGS = ["--no-sandbox", "--renderer-process-limit=1"]  # one for all tabs of a window
COVERAGE, MEASURED = pytest.StashKey(), pytest.StashKey()
NOTHING_SKIPPED = UNDER_CI and sys.platform == "linux"

# No test is timed; under CI the same examples are drawn on every run, so few will do.
EXAMPLES = 20 if UNDER_CI else 30
settings.register_profile("steady", deadline=None, derandomize=UNDER_CI, max_examples=EXAMPLES)
settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """The tests keep what they read in a folder of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ACTOR_EXPLORER_CACHE", str(tmp_path_factory.mktemp("cache") / "kept"))
        yield


@pytest.fixture
def cache_folder(tmp_path, monkeypatch):
    """A cache of the test's own, for files of any size."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("ACTOR_EXPLORER_CACHE", str(folder))
    monkeypatch.setattr("graph.cache.LEAST_BYTES", 0)
    return folder


def pytest_addoption(parser):
    parser.addoption("--nightly", action="store_true", help="run the tests of the night, too")


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Let no garbage be looked for while thousands of tests are made: they stay to the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    in_order = sorted(items, key=lambda item: item.nodeid)  # whatever order was drawn before
    leave_to_the_night(config, items, in_order)
    choose_measured(in_order)


def leave_to_the_night(config, items, in_order):
    """Leave out tests marked `nightly`; of one marked `nightly(but_each=N)` each Nth case runs."""
    if config.getoption("--nightly"):
        return
    cases, left = Counter(), []
    for item in in_order:
        mark = item.get_closest_marker("nightly")
        function = item.path, getattr(item, "originalname", None) or item.name
        cases[function] += 1
        each = mark.kwargs.get("but_each") if mark else 1
        if not each or cases[function] % each != 1 % each:
            left.append(item)
    config.hook.pytest_deselected(items=left)
    away = set(left)
    items[:] = [item for item in items if item not in away]


def choose_measured(items):
    """Measure the branches that quick tests take, and of one test only its first cases.

    Measuring doubles the time of a test. Long ones and further cases show nothing new; tests with
    drawn examples do for the backend alone.
    """
    cases = Counter()
    for item in items:
        function = getattr(item, "originalname", None) or item.name
        cases[item.path, function] += 1
        is_long = any(map(item.get_closest_marker, ("browser", "no_cover", "published", "slow")))
        is_drawn = hasattr(getattr(item, "obj", None), "hypothesis")
        is_drawn = is_drawn and not item.path.name.startswith("test_backend")
        is_whole = item.get_closest_marker("measured")
        many = cases[item.path, function] > MEASURED_CASES and not is_whole
        item.stash[MEASURED] = not (is_long or is_drawn or many)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtestloop(session):
    """Measure what is imported while tests are collected, and from then on measured tests alone.

    To measure what pytest itself does between the tests would take longer than most of them.
    """
    session.stash[COVERAGE] = stop_measuring()
    return (yield)


def stop_measuring():
    """Stop coverage, and return what starts it again, if it ran.

    In a worker of xdist two run: the one that pytest-cov starts before it knows that it is one, and
    whose measures nobody reads, would otherwise go on whenever the other stops.
    """
    stopped = []
    if "coverage" in sys.modules:
        from coverage import Coverage

        while running := Coverage.current():
            running.stop()
            stopped.append(running)
    return stopped[0] if stopped else None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item):
    """Measure a test from its first fixture to its last."""
    coverage = item.session.stash[COVERAGE] if item.stash[MEASURED] else None
    if coverage is None:
        return (yield)
    coverage.start()
    try:
        return (yield)
    finally:
        coverage.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Under CI on Linux a skipped test has failed: what it needs must be there."""
    report = yield
    marked = any(map(item.get_closest_marker, ("published", "firefox", "followthemoney", "spark")))
    optional = marked or hasattr(report, "wasxfail")
    if NOTHING_SKIPPED and report.skipped and not optional:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and with CI set nothing may be."
    return report


@pytest.fixture(scope="session")
def one_spark():
    """A local Spark, for as long as there are tests."""
    need_spark()
    from graph.spark.session import open_session

    with open_session("local[2]", QUICK) as session:
        yield session


@pytest.fixture
def spark(one_spark):
    """A local Spark that keeps nothing from one test to the next."""
    yield one_spark
    one_spark.catalog.clearCache()


@pytest.fixture(scope="session")
def chromium():
    """A headless Chromium, for as long as there are tests."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        path = chromium_path(driver.chromium.executable_path)
        if path is None:
            missing("Chromium", HOW_TO_GET_ONE)
        browser = driver.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def page_of(tmp_path_factory):
    """A function from a network to the file of its page, which is built once."""

    from explorer.page import Presentation, build_page  # not before coverage has started

    built = {}

    def write(network, **about):
        key = id(network), *sorted(about.items())
        if key not in built:
            path = tmp_path_factory.mktemp("page") / "page.html"
            html = build_page(network, Presentation(**about))
            path.write_text(html, encoding="utf-8", newline="\n")
            built[key] = network, path  # a network that is kept keeps its id
        return built[key][1]

    return write


@pytest.fixture(scope="session")
def belarus():
    import graph  # not before coverage has started

    return graph.load_example()


@pytest.fixture(scope="session")
def belarus_page(page_of, belarus):
    return page_of(
        belarus, title="Belarus and the war", description="Who stands how to whom.", story=False
    )


@pytest.fixture(scope="session")
def tabs(chromium, tmp_path_factory):
    """The browser's tabs."""
    blank = tmp_path_factory.mktemp("blank") / "blank.html"
    blank.write_text("<!doctype html><title>blank</title>", encoding="utf-8")
    return Tabs(chromium, blank)


@pytest.fixture
def visit(tabs):
    """A function that opens a page offline; every page opened must have stayed quiet."""
    opened = []

    def open_page(path, hash_="", *, width=1440, height=900, watch="", **options):
        one = Visit(tabs.open({"width": width, "height": height}, **options))
        opened.append(one)
        one.listen()
        one.page.add_init_script(COLLECT_VIOLATIONS + watch)
        one.page.goto(f"{path.as_uri()}{hash_}")
        if options.get("java_script_enabled", True):
            one.page.evaluate(BUILT)
        return one

    yield open_page
    try:
        for one in opened:
            one.assert_quiet()
    finally:
        tabs.close([one.page for one in opened])


@pytest.fixture
def belarus_visit(visit, belarus_page):
    """The example's page, open."""
    return visit(belarus_page)
