"""story.md -> a Story whose page links mean something in the network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.formats.plain_file import FileKind, read_bytes

if TYPE_CHECKING:
    from graph.saved.page_link import LinkVocabulary
    from graph.saved.story import Block, Story, StoryStep
    from graph.saved.story_markdown import PageLinkAt, Section
    from graph.select.selection import Selection

WITHHELD = "names something that is withheld. The page link leaves it out."
STORY = FileKind("Markdown file", "Save the file as UTF-8", largest=250_000)
START = "Begin each with a heading: ## Who leads whom"


@dataclass(frozen=True)
class StoryFile:
    """Where a story is, and how it is read.

    Parameters
    ----------
    path
        The file.
    encoding
        Of a file without a byte order mark; None for UTF-8.
    strict
        Whether a warning, too, is an error.
    limits
        How much is read at the most.
    before
        The data with everything in it, where what is read for is made without some of it.
    """

    path: Path
    encoding: str | None = None
    strict: bool = False
    limits: Limits = field(default_factory=Limits)
    before: Selection | None = None

    def text(self) -> str:
        """Return what stands in the file.

        Raises
        ------
        DataError
            When it cannot be read.
        """
        return self._decode()[0]

    def read(self, network: Selection) -> Story:
        """Return the story; its page links lead to what `network` holds.

        What a link names and the filters leave out, or is withheld, is taken out of it, with a
        warning.

        Raises
        ------
        DataError
            With every problem, when there is an error among them.
        """
        text, problems = self._decode()
        story, found = parse_story(text, self.path.name, network)
        problems = [*problems, *self._allow_withheld(text, found)]
        if self.strict:
            problems = [replace(problem, severity="error") for problem in problems]
        if any(problem.severity == "error" for problem in problems):
            raise DataError(problems)
        return replace(story, warnings=tuple(problems))

    def _allow_withheld(self, text: str, found: list[Problem]) -> list[Problem]:
        """Return problems in which nothing is an error for naming what is withheld."""
        if self.before is None:
            return found
        known = set(parse_story(text, self.path.name, self.before)[1])
        return [
            replace(problem, what=WITHHELD, remedy="", severity="warning", rule="left-out")
            if problem.severity == "error" and problem not in known
            else problem
            for problem in found
        ]

    def _decode(self) -> tuple[str, list[Problem]]:
        from graph.formats.encoding import decode

        raw = read_bytes(self.path, self.limits, STORY)
        return decode(raw, self.path.name, self.encoding, STORY)


def export_story(file: StoryFile | None, network: Selection) -> dict[str, str]:
    """Return the story's text by its file name, if the network has all that it names."""
    if file is None:
        return {}
    story = file.read(network)
    left_out = any(warning.rule == "left-out" for warning in story.warnings)
    return {} if left_out else {file.path.name: file.text()}


def parse_story(text: str, name: str, network: Selection) -> tuple[Story, list[Problem]]:
    r"""Return the story that a Markdown text tells, and every problem in it, by line.

    A heading begins a step; if the first heading is the only one of the first level, it is the
    title. The text before the first step is the introduction. A step's page link says what the
    page shows beside it; without one it is the whole network.

    Parameters
    ----------
    text
        The Markdown.
    name
        What problems call the file.
    network
        Whose actors, types and sources page links name.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> text = "# Two\n\n## Ends\n\n#path=minsk,lukashenka\n"
    >>> story, problems = parse_story(text, "story.md", net)
    >>> story.title, story.steps[0].heading
    ('Two', 'Ends')
    >>> problems[0].line, problems[0].column, problems[0].what
    (5, '#path=minsk,lukashenka', "'lukashenka' names no actor.")
    """
    from graph.saved.page_link import LinkVocabulary
    from graph.saved.story import Story, StoryStep
    from graph.saved.story_markdown import read_markdown

    sections, remarks = read_markdown(text)
    problems = [
        Problem(name, line, "", what, remedy, "warning", rule=rule)
        for line, what, remedy, rule in remarks
    ]
    problems += _find_invisible(text, name)
    before, steps = _split_introduction(sections)
    title = before[-1].heading
    introduction = tuple(_relink([b for section in before for b in section.blocks], ""))
    for section in before:
        problems += (_make_stray_link_problem(name, link) for link in section.links)
    vocabulary, story_steps = LinkVocabulary(network), list[StoryStep]()
    for section in steps:
        step, step_problems = _read_step(section, name, vocabulary)
        story_steps.append(step)
        problems += step_problems
    if not steps:
        problems.append(Problem(name, None, "", "has no steps.", f"{START}.", rule="no-steps"))
    problems.sort(key=lambda problem: problem.line or 0)
    return Story(title, introduction, tuple(story_steps)), problems


def _split_introduction(sections: Sequence[Section]) -> tuple[Sequence[Section], Sequence[Section]]:
    """Return what stands before the first step, the title's section last, and the steps."""
    levels = [section.level for section in sections]
    titled = levels[1:2] == [1] and levels.count(1) == 1
    return sections[: 1 + titled], sections[1 + titled :]


def _read_step(
    section: Section, name: str, known: LinkVocabulary
) -> tuple[StoryStep, list[Problem]]:
    from graph.saved.page_link import read_link

    problems = []
    if not section.heading:
        what, remedy = "the heading of a step is empty.", "Give it a few words."
        problems.append(Problem(name, section.line, "", what, remedy, rule="no-heading"))
    shown = ""
    for place, (line, text) in enumerate(section.links):
        if place:
            problems.append(_make_second_link_problem(name, line, text, section.links[0]))
            continue
        link, flaws = read_link(text, known)
        shown = link.hash
        problems += (
            Problem(name, line, f"#{part}", what, remedy, severity, rule=rule)
            for part, (what, remedy, severity, rule) in flaws
        )
    from graph.saved.story import StoryStep

    return StoryStep(section.heading, tuple(_relink(section.blocks, shown)), shown), problems


def _make_second_link_problem(name: str, line: int, text: str, first: PageLinkAt) -> Problem:
    what = f"is a second page link, after that of line {first.line}: a step shows one thing."
    return Problem(name, line, text, what, "Make it a step of its own.", rule="second-link")


def _make_stray_link_problem(name: str, link: PageLinkAt) -> Problem:
    what = "is before the first step, where the whole network is shown."
    return Problem(name, link.line, link.text, what, "Put it below a heading.", rule="stray-link")


def _relink(blocks: Sequence[Block], shown: str) -> Iterator[Block]:
    """Yield blocks whose page links lead to what the step shows, or nowhere if that is all."""
    from graph.saved.story import Items, Paragraph, Quotation

    for block in blocks:
        match block:
            case Paragraph(runs):
                yield Paragraph(
                    tuple(
                        replace(run, link=shown) if run.link.startswith("#") else run
                        for run in runs
                    )
                )
            case Items(items, first):
                yield Items(tuple(tuple(_relink(item, shown)) for item in items), first)
            case Quotation(inner):
                yield Quotation(tuple(_relink(inner, shown)))


def _find_invisible(text: str, name: str) -> Iterator[Problem]:
    """Yield each line that holds what nobody sees."""
    import re

    from graph.text.invisible import JOINERS, describe_invisible, find_invisible

    for number, line in enumerate(re.split("\r\n|\r|\n", text), 1):
        if found := find_invisible(line, f"{JOINERS}\t"):
            yield Problem(
                name,
                number,
                "",
                *describe_invisible(line, found),
                "warning",
                rule="unseen-character",
            )
