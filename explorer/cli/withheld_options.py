"""Options that leave private rows and redacted columns out of a file that is passed on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any, NamedTuple

import click

from explorer.cli.error_list import call_with_words
from explorer.cli.lazy_completion import complete_columns
from explorer.cli.parameters import require_value, split_words
from explorer.cli.printing import format_problem_line, print_message
from explorer.cli.session import SHOWN_WARNINGS
from graph import Network, QuestionError
from graph.errors import quote_value, shorten
from graph.sharing.privacy import (
    FAMILIES,
    count_private,
    list_own_columns,
    list_removable_columns,
)
from graph.text.safe import visible


class Withholding(NamedTuple):
    """What is left out of a file; the fields are the names of the options.

    Parameters
    ----------
    redact
        Columns that are left out.
    include_private
        Whether private rows are included.
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
        other_version: Network | None = None,
    ) -> Network:
        """Return a network without what is withheld, and print what that is.

        Parameters
        ----------
        network
            The network that the filters select.
        texts
            Other texts in the file, such as its title.
        story
            Whether the story is in the file.
        version
            The folder of the network, where there are two versions.
        other_version
            The other version: a column that it alone has is not missing here.
        """
        private = count_private(network.columns)
        public = network if self.include_private else network.public()
        columns = list(self._list_columns(network, other_version))
        public = call_with_words(public.redact, columns) if columns else public
        if public.withheld:
            origin = f" from {version}" if version else ""
            print_message(visible(f"Withheld{origin}: {public.withheld}."))
        if self.include_private and private:
            print_message(f"Private, but included: {private}.")
        if public.withheld.actors:
            _warn_of_mentions(network, public, story=story)
        self.warn_of_names(network, public, texts)
        return public

    def _list_columns(self, network: Network, other_version: Network | None) -> Iterator[str]:
        """Yield the columns to leave out; several stand between commas, which names may have."""
        versions = [network, *([other_version] if other_version else [])]
        known = {name for version in versions for name in _list_column_names(version)}
        for name in split_words(self.redact, known):
            is_elsewhere = other_version is not None and _has_column(other_version, name)
            if not is_elsewhere or _has_column(network, name):
                yield name

    def warn_of_names(self, network: Network, public: Network, texts: Iterable[str | None]) -> None:
        """Warn of texts in the file that name withheld actors."""
        if not public.withheld.actors:
            return
        from graph.sharing.mentions import REMEDY, describe_mention, find_name
        from graph.sharing.withheld_names import WithheldNames

        names = WithheldNames(network.columns, public.columns)
        for text in filter(None, texts):
            if name := find_name(names, text):
                message = f"{quote_value(text)} {describe_mention(name)} {REMEDY}"
                print_message(format_problem_line(message, "warning"))

    def to_arguments(self) -> Iterator[str]:
        """Yield the options as arguments of a command line."""
        for column in self.redact:
            yield from ("--redact", column)
        if self.include_private:
            yield "--include-private"


def _list_column_names(network: Network) -> set[str]:
    """Return the columns that may be left out, also with the file that they are in."""
    names = list_removable_columns(network.columns)
    return {*names, *(f"{family}.{name}" for family in FAMILIES for name in names)}


def _has_column(network: Network, name: str) -> bool:
    try:
        network.redact(name)
    except QuestionError:
        return False
    return True


def print_own_columns(network: Network, content: str = "page") -> None:
    """Print which of the author's own columns are in a file that is passed on."""
    names = list_own_columns(network.columns)
    if names:
        listed = visible(", ".join(shorten(name) for name in names))
        print_message(f"Own columns in the {content}: {listed}. --redact leaves one out.")


def _warn_of_mentions(network: Network, public: Network, *, story: bool) -> None:
    """Warn of cells, and of parts of the story, that still name withheld actors."""
    from graph.sharing.mentions import find_mentions

    problems = find_mentions(network.columns, public.columns)
    if story and public.story_file:
        from graph.saved.story_mentions import find_story_mentions

        file = public.story_file
        problems += find_story_mentions(
            network.columns, public.columns, file.path.name, file.text()
        )
    for problem in problems[:SHOWN_WARNINGS]:
        print_message(format_problem_line(str(problem), "warning"))
    hidden_count = len(problems) - SHOWN_WARNINGS
    if hidden_count > 0:
        print_message(f"{hidden_count:,} more texts name withheld actors.")


_OPTIONS = (
    click.option("--redact", metavar="COLUMN", multiple=True, shell_complete=complete_columns,
                 callback=require_value("a column", "note"),
                 help="Leave out this column: note, actors.start. For several: a,b or repeat it."),
    click.option("--include-private", is_flag=True,
                 help="Include rows that are marked as private."),
)  # fmt: skip


def withholding_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that withhold to a command, as one argument ``withholding``."""

    @wraps(command)
    def wrapper(*args: Any, **options: Any) -> None:  # noqa: ANN401 - the command's own
        withholding = Withholding(**{name: options.pop(name) for name in Withholding._fields})
        command(*args, withholding=withholding, **options)

    for option in reversed(_OPTIONS):
        wrapper = option(wrapper)
    return wrapper
