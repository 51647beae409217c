"""Every example of docs/publishing.md works: its commands, its frame, its policies."""

import re
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from documents import copy_clone, read_blocks, run_shell
from systems import need_posix

need_posix()

PAGE = "docs/publishing.md"
FRAME, IMAGE = read_blocks(PAGE, "html")
FOR_ARTICLE, FOR_FILE = (block.strip().split(": ", 1) for block in read_blocks(PAGE, "http"))
POLICY = "Content-Security-Policy"

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The folder in which every command of the page was run."""
    clone = copy_clone(tmp_path_factory.mktemp("clone"))
    for block in read_blocks(PAGE, "sh"):
        run = run_shell(block, clone)
        assert run.returncode == 0, run.stderr
    return clone


class Server(SimpleHTTPRequestHandler):
    """Serves a folder, with a policy for some of its files."""

    def __init__(self, *arguments, policies, **options):
        self.policies = policies
        super().__init__(*arguments, **options)

    def end_headers(self):
        policy = self.policies.get(self.path.split("?")[0].lstrip("/"))
        if policy:
            self.send_header(POLICY, policy)
        super().end_headers()

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def serve(tmp_path, written):
    """A function that serves an article and the written files, and returns the address."""
    servers = []

    def start(content, **policies):
        for name in ("network-embed.html", "network.html", "network.png"):
            shutil.copy(written / name, tmp_path)
        text = (
            f"<!doctype html><title>article</title><link rel=icon href=data:,><p>Text</p>{content}"
        )
        (tmp_path / "article.html").write_text(text, encoding="utf-8")
        by_file = {f"{name}.html".replace("_", "-"): rule for name, rule in policies.items()}
        handler = partial(Server, directory=str(tmp_path), policies=by_file)
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def tab(chromium):
    context = chromium.new_context(viewport={"width": 1000, "height": 800}, accept_downloads=True)
    page = context.new_page()
    yield page
    context.close()


def test_every_command_writes_its_file(written):
    for name in ("network.html", "network-embed.html", "network.png", "network.pdf", "network.svg"):
        assert (written / name).stat().st_size > 0


def test_the_frame_shows_the_path_of_its_link(serve, tab):
    tab.goto(f"{serve(FRAME)}/article.html")
    frame = tab.frame_locator("iframe")
    frame.get_by_text("Alexander Lukashenko").filter(visible=True).first.wait_for()
    assert frame.locator("#panel-path").is_visible()
    assert tab.locator("iframe").bounding_box()["height"] == 600


def test_the_full_view_opens_from_the_frame_and_is_no_longer_in_the_sandbox(serve, tab):
    tab.goto(f"{serve(FRAME)}/article.html")
    frame = tab.frame_locator("iframe")
    with tab.context.expect_page() as opened:
        frame.locator(".embed-full").click()
    full = opened.value
    full.locator(".masthead h1").wait_for()
    assert full.evaluate("self.origin").startswith("http://127.0.0.1")


def test_without_scripts_the_frame_shows_tables(serve, tab):
    tab.goto(f"{serve(FRAME.replace('allow-scripts ', ''))}/article.html")
    tab.frame_locator("iframe").locator("table").first.wait_for()


def test_the_policy_for_the_file_lets_it_run(serve, tab):
    complaints = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto(f"{serve(FRAME, network_embed=FOR_FILE[1])}/article.html")
    tab.frame_locator("iframe").locator("#panel-path").wait_for()
    assert complaints == []


@pytest.mark.nightly
def test_the_policy_for_the_article_decides_where_frames_come_from(serve, tab):
    rule, complaints = FOR_ARTICLE[1], []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto(f"{serve(FRAME, article=rule)}/article.html")
    tab.frame_locator("iframe").locator("#panel-path").wait_for()
    assert complaints == []
    address = serve(FRAME, article=rule.replace("'self' ", ""))
    with tab.expect_console_message(lambda message: "frame-src" in message.text):
        tab.goto(f"{address}/article.html")


def test_the_picture_links_to_the_page(serve, tab):
    tab.goto(f"{serve(IMAGE)}/article.html")
    size = tab.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]")
    named = [int(number) for number in re.findall(r'(?:width|height)="(\d+)"', IMAGE)]
    assert size == [2 * number for number in named]  # sharp on dense screens
    tab.locator("img").click()
    tab.locator("#canvas").wait_for()
