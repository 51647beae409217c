"""Options of every command that makes a file to be passed on: what stays out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any, NamedTuple

import click

from explorer.cli.options import complete_columns, naming
from explorer.cli.printing import error_line, tell
from explorer.cli.session import SHOWN_WARNINGS
from graph import Network
from graph.errors import quoted
from graph.sharing.privacy import marked
from graph.text.safe import visible


class Withholding(NamedTuple):
    """What stays out of a file; the fields are the options' names.

    Parameters
    ----------
    redact
        Columns.
    include_private
        Whether rows that are marked as private are in the file all the same.
    """

    redact: tuple[str, ...] = ()
    include_private: bool = False

    def apply(
        self,
        network: Network,
        texts: Sequence[str | None] = (),
        *,
        story: bool = False,
        version: str = "",
    ) -> Network:
        """Return what may be passed on of a network, and tell what is withheld.

        Parameters
        ----------
        network
            What the filters keep.
        texts
            What else goes into the file, such as its title.
        story
            Whether its story does, too.
        version
            The folder it is read from, where there are two.
        """
        private = marked(network.columns)
        left = network if self.include_private else network.public()
        left = left.redact(self.redact) if self.redact else left
        if left.withheld:
            tell(visible(f"Withheld{' from ' if version else ''}{version}: {left.withheld}."))
        if self.include_private and private:
            tell(f"Private, and in the file all the same: {private}.")
        if left.withheld.actors:
            _tell_names(network, left, story=story)
        self.tell_names(network, left, texts)
        return left

    def tell_names(self, network: Network, left: Network, texts: Iterable[str | None]) -> None:
        """Tell which texts that go into the file name actors who are withheld."""
        if not left.withheld.actors:
            return
        from graph.sharing.mentions import named_in

        for text in filter(None, texts):
            name = named_in(network.columns, left.columns, text)
            if name:
                told = f"{quoted(text)} still names {quoted(name)}, who is withheld."
                tell(error_line(f"{told} Change the text.", "warning"))

    def words(self) -> Iterator[str]:
        """Yield the options as a command line has them."""
        for column in self.redact:
            yield from ("--redact", column)
        if self.include_private:
            yield "--include-private"


def _tell_names(network: Network, left: Network, *, story: bool) -> None:
    """Tell where the file would still name actors who are withheld."""
    from graph.sharing.mentions import in_story, mentions

    found = mentions(network.columns, left.columns)
    if story and left.story_file:
        file = left.story_file
        found += in_story(network.columns, left.columns, file.path.name, file.text())
    for problem in found[:SHOWN_WARNINGS]:
        tell(error_line(str(problem), "warning"))
    if len(found) > SHOWN_WARNINGS:
        tell(f"{len(found) - SHOWN_WARNINGS:,} more texts name actors who are withheld.")


_OPTIONS = (
    click.option("--redact", metavar="COLUMN", multiple=True, shell_complete=complete_columns,
                 callback=naming("column", "note"),
                 help="Keep this column out of the file: note, actors.start. Several: again."),
    click.option("--include-private", is_flag=True,
                 help="Put rows that are marked as private into the file all the same."),
)  # fmt: skip


def withholding_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that withhold, as one argument ``withholding``."""

    @wraps(command)
    def withheld(*args: Any, **options: Any) -> None:  # noqa: ANN401 - the command's own
        withholding = Withholding(**{name: options.pop(name) for name in Withholding._fields})
        command(*args, withholding=withholding, **options)

    for option in reversed(_OPTIONS):
        withheld = option(withheld)
    return withheld
