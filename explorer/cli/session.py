"""One run of the command line: where the data is, and who is meant."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Self

import click

from explorer.cli.exit_codes import FilesError
from explorer.cli.printing import error_line, is_terminal, tell
from graph import Limits, Network, load, load_example
from graph.data.records import Actor
from graph.errors import (
    ActorAmbiguous,
    ActorError,
    ActorNotFound,
    DataError,
    NamedActor,
    Problem,
    total,
)
from graph.saved.arrangement import Arrangement
from graph.saved.story import Story
from graph.text.safe import visible

SHOWN_WARNINGS = 3
START = (
    "Start a pair with: explore init DIR\n"
    "Or ask the example: explore --example path Lukashenko Vilnius"
)
FILES = ("actors", "relations", "sources", "types")
BOUNDS = ("largest_file", "longest_cell", "most_cells", "most_problems")


class Session(NamedTuple):
    """Where the data of this run is.

    Parameters
    ----------
    folder
        What ``--data`` says; None for the current folder.
    files
        By family the file that an option gives.
    example
        Whether the built-in example is asked.
    encoding
        How files are read that are not UTF-8; None where that is not said.
    strict
        Whether warnings are errors.
    bounds
        The limits of reading that options change.
    cache
        Whether what large files hold may be kept for the next run, and taken from there.
    """

    folder: str | None
    files: Mapping[str, str]
    example: bool
    encoding: str | None = None
    strict: bool = False
    bounds: Mapping[str, int] = MappingProxyType({})
    cache: bool = True

    @classmethod
    def from_options(cls, options: Mapping[str, Any]) -> Self:
        """Return the session that the options before the command describe."""
        files = {family: options[family] for family in FILES if options.get(family)}
        bounds = {bound: options[bound] for bound in BOUNDS if options.get(bound)}
        session = cls(
            options.get("data"),
            files,
            bool(options.get("example")),
            options.get("encoding"),
            bool(options.get("strict")),
            bounds,
            not options.get("no_cache"),
        )
        if session.example and (session.folder or files):
            given = "--data" if session.folder else f"--{next(iter(files))}"
            raise click.UsageError(f"--example and {given} exclude each other.")
        return session

    @property
    def options(self) -> list[str]:
        """The words that lead to the same data."""
        words = ["--example"] if self.example else []
        if self.folder:
            words += ["--data", self.folder]
        for family, file in self.files.items():
            words += [f"--{family}", file]
        if self.encoding:
            words += ["--encoding", self.encoding]
        if self.strict:
            words += ["--strict"]
        for bound, most in self.bounds.items():
            words += [f"--{bound.replace('_', '-')}", str(most)]
        if not self.cache:
            words += ["--no-cache"]
        return words

    def command(self, name: str) -> str:
        """Return a command line that asks the same data."""
        import shlex

        return shlex.join(["explore", *self.options, name])

    def read(self) -> Network:
        """Read the data.

        Raises
        ------
        FilesError
            With every problem of the files, when there is an error among them.
        """
        from explorer.cli.progress import Waiting

        try:
            with Waiting("Reading"):
                return load_example() if self.example else self._load()
        except DataError as error:
            hint = START if self._is_empty() else ""
            raise FilesError(error.problems, self.command("check"), hint) from None

    def _load(self) -> Network:
        given: Mapping[str, Any] = self.files
        return load(
            self.folder or ".",
            **given,
            encoding=self.encoding,
            strict=self.strict,
            limits=Limits(**self.bounds),
            cache=self.cache,
        )

    def _is_empty(self) -> bool:
        """Tell whether the folder is there and has none of the files, and none is given."""
        folder = Path(self.folder or ".")
        taken = (folder / f"{family}.csv{end}" for family in FILES for end in ("", ".gz"))
        return not self.files and folder.is_dir() and not any(map(os.path.lexists, taken))

    def network(self) -> Network:
        """Read the data, and tell the first of its warnings."""
        network = self.read()
        self.warn(network.warnings)
        return network

    def story(self, network: Network) -> Story | None:
        """Read the story told along a network, if there is one, and tell the first warnings.

        Raises
        ------
        FilesError
            With every problem of it, when there is an error among them.
        """
        try:
            story = network.story
        except DataError as error:
            raise FilesError(error.problems, self.command("check"), "") from None
        self.warn(story.warnings if story else ())
        return story

    def layout(
        self,
        network: Network,
        before: Network,
        given: str | bool,  # noqa: FBT001 - or a file
    ) -> Arrangement | None:
        """Read the saved layout that is given or lies beside the data, and tell its warnings.

        Raises
        ------
        FilesError
            With every problem of it, when there is an error among them.
        """
        from graph.saved.layout_file import beside, read_layout

        path = beside(network.files) if given is True else Path(given) if given else None
        if path is None:
            return None
        limits = Limits(**self.bounds)
        try:
            found = read_layout(path, network, before=before, limits=limits, strict=self.strict)
        except DataError as error:
            raise FilesError(error.problems, self.command("check"), "") from None
        self.warn(found.warnings)
        return found

    def warn(self, warnings: Sequence[Problem]) -> None:
        """Tell the first of some warnings, and the command that tells all of them."""
        shown = warnings[:SHOWN_WARNINGS]
        for warning in shown:
            tell(error_line(str(warning), "warning"))
        hidden = total(warnings) - total(shown)
        if hidden > 0:
            tell(visible(f"{hidden:,} more: {self.command('check')}"))


def meant(network: Network, query: str) -> Actor:
    """Return the actor that a name leads to; on a terminal, ask when it is in doubt.

    Raises
    ------
    ActorError
        When it leads to nobody, or to several, and nobody can be asked or none is chosen.
    """
    try:
        return network.resolve(query)
    except (ActorAmbiguous, ActorNotFound) as error:
        chosen = _asked(error) if is_terminal(sys.stdin) and is_terminal(sys.stderr) else None
        if chosen is None:
            raise
        columns = network.columns
        return columns.actor(columns.actor_row[chosen.id])


def _asked(error: ActorError) -> NamedActor | None:
    from explorer.cli.ask_actor import asked

    return asked(error)
