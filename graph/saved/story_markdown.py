"""Markdown -> sections of plain blocks: a tolerant part of it, read by markdown-it.

Headings, paragraphs, emphasis, lists, quotations and links are read. Raw HTML stays as the text
it is; an image becomes its words. Each part that is left out is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from graph.errors import quote_value, shorten
from graph.saved.story import Block, Items, Paragraph, Quotation, Run
from graph.text.urls import parse_web_address

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

PAGE_LINK_LINE = re.compile(r" {0,3}(#[A-Za-z]+=.*)")  # of a line without blanks at its end
HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")
NO_HEADING = re.compile(r" {0,3}#{1,6}[^#\s=&][^=]*")
LINK_IN_BRACKETS = re.compile(r"\]\(\s*(#[a-z]+=[^()]*)\)")
LINK_IN_TEXT = re.compile(r"(?<!\S)(?<!\]: )#[a-z]+=\S+")


class Remark(NamedTuple):
    """What is passed over on a line, and what to do."""

    line: int
    what: str
    remedy: str
    rule: str


class PageLinkAt(NamedTuple):
    """A page link and its line."""

    line: int
    text: str


@dataclass
class Section:
    """A heading, with its line and level (0 for what stands before any), and what follows it."""

    heading: str = ""
    line: int = 1
    level: int = 0
    blocks: list[Block] = field(default_factory=list)
    links: list[PageLinkAt] = field(default_factory=list)


def read_markdown(text: str) -> tuple[list[Section], list[Remark]]:
    r"""Return the sections of a Markdown text, and what in it is passed over.

    Lines are counted from 1, and end as in CSV files. A page link (an address that starts with
    ``#``) that stands alone in its paragraph or line is no block, but one of the section's links.

    Examples
    --------
    >>> sections, remarks = read_markdown("# Title\n\n## One\n\nSee *this*.\n\n#at=2022\n")
    >>> [(section.heading, section.level, section.line) for section in sections[1:]]
    [('Title', 1, 1), ('One', 2, 3)]
    >>> sections[2].links, remarks
    ([PageLinkAt(line=7, text='#at=2022')], [])
    """
    lines = re.split("\r\n|\r|\n", text)
    remarks = list(_remarks(lines))
    links = {}
    for number, line in enumerate(lines):
        if alone := PAGE_LINK_LINE.fullmatch(line.rstrip()):
            links[number + 1] = alone[1]
            lines[number] = ""
    reading = _Reading(remarks)
    reading.walk(parse_blocks("\n".join(lines)))
    for line, link in links.items():
        place = bisect_right(reading.sections, line, key=lambda section: section.line) - 1
        reading.sections[place].links.append(PageLinkAt(line, link))
    for section in reading.sections:
        section.links.sort()
    return reading.sections, sorted(remarks)


def parse_blocks(text: str) -> list[Token]:
    """Return a Markdown text as markdown-it's tokens."""
    return _reader().parse(text)


def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False})
    reader.disable(["code", "fence", "html_block", "html_inline"])
    # A link that leads nowhere is reported; addresses stay as they are written.
    reader.validateLink = lambda url: url is not None  # type: ignore[method-assign]
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return reader


def _remarks(lines: Iterable[str]) -> Iterator[Remark]:
    """Yield remarks on text that looks like Markdown which is left out or read otherwise."""
    for number, line in enumerate(lines, 1):
        if html := HTML.search(line):
            what = f"{quote_value(html[0])} is HTML, and is shown as it stands."
            yield Remark(number, what, "Write Markdown.", "html")
        if NO_HEADING.fullmatch(line):
            what = f"{quote_value(line.strip())} is not a heading."
            yield Remark(number, what, "Write a blank behind the #.", "no-heading")
        if any(re.search(r"\s", link) for link in LINK_IN_BRACKETS.findall(line)):
            what = "a page link holds a blank, and is shown as it stands."
            yield Remark(number, what, "Write %20 for the blank.", "page-link")
        lost = LINK_IN_TEXT.search(line)
        if lost and not PAGE_LINK_LINE.fullmatch(line.rstrip()):
            what = f"{quote_value(lost[0])} is inside a text and is shown as text."
            yield Remark(number, what, "Put the page link on a line of its own.", "page-link")


@dataclass
class _Frame:
    """A block that is open: its kind, the blocks in it so far, and the number of a list."""

    kind: str
    blocks: list[Block] = field(default_factory=list)
    items: list[tuple[Block, ...]] = field(default_factory=list)
    first: int | None = None


class _Reading:
    """Walks over markdown-it's flat tokens; nothing here is as deep as the text is nested."""

    def __init__(self, remarks: list[Remark]) -> None:
        self.remarks = remarks
        self.sections = [Section()]
        self.open: list[_Frame] = []
        self.heading: Token | None = None

    def walk(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.type == "inline":
                self._inline(token)
            elif token.type == "heading_open":
                self.heading = token
            elif token.type == "heading_close":
                self.heading = None
            elif token.nesting == 1 and token.type != "paragraph_open":
                first = int(token.attrs.get("start", 1)) if token.tag == "ol" else None
                self.open.append(_Frame(token.tag, first=first))
            elif token.nesting == -1 and token.type != "paragraph_close":
                self._close(self.open.pop())

    def _close(self, frame: _Frame) -> None:
        if frame.kind == "li":
            self.open[-1].items.append(tuple(frame.blocks))
        elif frame.kind == "blockquote":
            self._add(Quotation(tuple(frame.blocks)))
        else:
            self._add(Items(tuple(frame.items), frame.first))

    def _add(self, block: Block) -> None:
        (self.open[-1].blocks if self.open else self.sections[-1].blocks).append(block)

    def _inline(self, token: Token) -> None:
        line = (token.map or [0])[0] + 1
        runs, links = self._runs(token.children or (), line)
        if self.heading is not None and not self.open:
            words = "".join(run.text for run in runs).strip()
            self.sections.append(Section(words, line, int(self.heading.tag[1])))
        elif runs and not (links and all(run.link.startswith("#") for run in runs)):
            self._add(Paragraph(tuple(runs)))
        self.sections[-1].links += links

    def _runs(self, tokens: Sequence[Token], line: int) -> tuple[list[Run], list[PageLinkAt]]:
        """Return what a paragraph or heading says, and the page links in it."""
        runs, links = list[Run](), list[PageLinkAt]()
        depth, link = {"em": 0, "strong": 0}, ""
        for token in tokens:
            if token.tag in depth:
                depth[token.tag] += token.nesting
            elif token.type == "link_open":
                link = self._destination(str(token.attrs["href"]), line, links)
            elif token.type == "link_close":
                link = ""
            else:
                text = self._words(token, line)
                runs.append(Run(text, depth["em"] > 0, depth["strong"] > 0, link))
            line += token.type in {"softbreak", "hardbreak"}
        return list(_join_runs(runs)), links

    def _words(self, token: Token, line: int) -> str:
        if token.type in {"softbreak", "hardbreak"}:
            return " "
        if token.type == "image":
            what = f"{quote_value(token.content)} is an image, of which the words alone are shown."
            remedy = "A story holds words and links."
            self.remarks.append(Remark(line, what, remedy, "image"))
        return token.content

    def _destination(self, address: str, line: int, links: list[PageLinkAt]) -> str:
        """Return where a link leads: a web address, a page link, or nowhere."""
        if address.startswith("#"):
            links.append(PageLinkAt(line, address))
            return address
        if parse_web_address(address) is None:
            what = f"{quote_value(shorten(address))} is not an http address."
            remark = Remark(line, what, "Its words are shown without a link.", "address")
            self.remarks.append(remark)
            return ""
        return address


def _join_runs(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs that have text, neighbours of one style joined."""
    pending: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if pending and vars(pending) | {"text": ""} == vars(run) | {"text": ""}:
            pending = Run(pending.text + run.text, run.emphasis, run.strong, run.link)
            continue
        if pending:
            yield pending
        pending = run
    if pending:
        yield pending
