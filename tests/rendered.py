"""Markdown as a program of the reader's renders it, and the tags of any HTML."""

import base64
import re
import zlib
from html import unescape
from html.parser import HTMLParser


class Tags(HTMLParser):
    """The tags of a text, with their attributes, and the text between them."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.words = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.tags.append(f"<!--{data}-->")

    def handle_decl(self, decl):
        self.tags.append(f"<!{decl}>")

    def handle_pi(self, data):
        self.tags.append(f"<?{data}>")

    def unknown_decl(self, data):
        self.tags.append(f"<![{data}]>")

    @property
    def text(self):
        return "".join(self.words)


def rendered(markdown):
    """Return what CommonMark makes of it, with tables, and with raw HTML let through."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return Tags(reader.render(markdown))


def unpack_frame(display):
    """Return the page in what a notebook displays of a network."""
    packed = re.search(r'type="text/plain">([^<]*)<', unescape(display))[1]
    return zlib.decompress(base64.b64decode(packed)).decode()
