"""The data of one run of the command line, and the actors that its arguments name."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import click

from explorer.cli.error_lines import FilesError
from explorer.cli.printing import format_problem_line, is_terminal, print_message
from graph.errors import ActorAmbiguous, ActorNotFound, DataError, count_rows, group_by_cause
from graph.text.safe import visible

if TYPE_CHECKING:
    from graph import Actor, Network, Problem, Relation
    from graph.saved.arrangement import Arrangement
    from graph.saved.story import Story
    from graph.spark.network import SparkNetwork

SHOWN_WARNINGS = 3
SLOW = 3.0  # seconds of reading, after which is said what would make it faster
FASTER = "Large files are read in a quarter of the time with pyarrow: pip install pyarrow"
DEFAULT_FOLDER = "EXPLORE_DATA"  # in the environment
START = (
    "To create a pair of files: explore init DIR\n"
    "To try the example: explore --example path Lukashenko Vilnius"
)
FILES = ("actors", "relations", "sources", "types")
BOUNDS = ("largest_file", "longest_cell", "most_cells", "most_problems")


class Session(NamedTuple):
    """The options before the command: where the data is, and how it is read.

    Parameters
    ----------
    folder
        The folder of ``--data``; None for the current folder.
    files
        The files that options name, by family.
    example
        Whether the data is the built-in example.
    encoding
        The encoding of the files; None for UTF-8.
    strict
        Whether warnings are errors.
    bounds
        The limits of reading that options change.
    cache
        Whether large files are cached.
    set_aside
        Whether rows in error are set aside.
    show_accepted
        Whether warnings that accepted.csv lists are shown, too.
    engine
        What answers: ``here``, or ``spark``.
    master
        Where Spark runs; None for this machine.
    """

    folder: str | None
    files: Mapping[str, str]
    example: bool
    encoding: str | None = None
    strict: bool = False
    bounds: Mapping[str, int] = MappingProxyType({})
    cache: bool = True
    set_aside: bool = False
    show_accepted: bool = False
    engine: str = "here"
    master: str | None = None

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
            bool(options.get("set_aside")),
            engine=options.get("engine") or "here",
            master=options.get("master"),
        )
        others = {"data": session.folder, **files, "encoding": session.encoding, **bounds}
        option = next((name for name, value in others.items() if value), "")
        if session.example and option:
            option = f"--{option.replace('_', '-')}"
            raise click.UsageError(f"--example and {option} exclude each other.")
        return session

    def refuse_options_of_engines(self) -> None:
        """Refuse options that the engine does not look at."""
        if self.engine == "here":
            if self.master is not None:
                raise click.UsageError("--master needs --engine spark.")
            return
        idle = {**self.bounds, "set_aside": self.set_aside, "no_cache": not self.cache}
        for name, is_given in idle.items():
            if is_given:
                option = f"--{name.replace('_', '-')}"
                raise click.UsageError(f"{option} has no effect with --engine spark. Remove it.")

    def to_arguments(self) -> list[str]:
        """Return the options as arguments of a command line that reads the same data."""
        arguments = ["--example"] if self.example else []
        if self.folder:
            arguments += ["--data", self.folder]
        for family, file in self.files.items():
            arguments += [f"--{family}", file]
        if self.encoding:
            arguments += ["--encoding", self.encoding]
        if self.strict:
            arguments += ["--strict"]
        if self.set_aside:
            arguments += ["--set-aside"]
        for bound, limit in self.bounds.items():
            arguments += [f"--{bound.replace('_', '-')}", str(limit)]
        if not self.cache:
            arguments += ["--no-cache"]
        if self.engine != "here":
            arguments += ["--engine", self.engine]
        if self.master:
            arguments += ["--master", self.master]
        return arguments

    def format_command(self, name: str) -> str:
        """Return the command line of a command on the same data."""
        import shlex

        return shlex.join(["explore", *self.to_arguments(), name])

    def read(self) -> Network:
        """Read the data.

        Raises
        ------
        FilesError
            With every problem of the files, when there is an error among them.
        """
        from explorer.cli.progress import ProgressBar
        from graph.network import Network

        start = time.monotonic()
        try:
            with ProgressBar("Reading"):
                network = Network.from_example() if self.example else self._load()
        except DataError as error:
            hint = START if self._is_empty() else ""
            raise FilesError(error.problems, self.format_command("check"), hint) from None
        if time.monotonic() - start > SLOW:
            _mention_arrow()
        return network

    @property
    def data_folder(self) -> str:
        """The folder that is read: of --data, else of EXPLORE_DATA, else the current one."""
        return self.folder or os.environ.get(DEFAULT_FOLDER) or "."

    def _load(self) -> Network:
        from graph.data.limits import Limits
        from graph.network import Network

        files: Mapping[str, Any] = self.files
        return Network.from_folder(
            self.data_folder,
            **files,
            encoding=self.encoding,
            strict=self.strict,
            limits=Limits(**self.bounds),
            cache=self.cache,
            set_aside=self.set_aside,
            show_accepted=self.show_accepted,
        )

    def _is_empty(self) -> bool:
        """Return whether the folder exists without any data file, and no option names one."""
        folder = Path(self.data_folder)
        paths = (folder / f"{family}.csv{end}" for family in FILES for end in ("", ".gz"))
        return not self.files and folder.is_dir() and not any(map(os.path.lexists, paths))

    def read_and_warn(self, *, notes: bool = False) -> Network:
        """Read the data, and print its first warnings.

        Parameters
        ----------
        notes
            Whether to print what was filled in or understood, too: where a file is written of it.
        """
        network = self.read()
        self.print_warnings(network.warnings, notes=notes)
        return network

    def read_story(self, network: Network) -> Story | None:
        """Read the story of a network, if there is one, and print its first warnings.

        Raises
        ------
        FilesError
            With every problem of the story, when there is an error among them.
        """
        try:
            story = network.story
        except DataError as error:
            raise FilesError(error.problems, self.format_command("check"), "") from None
        self.print_warnings(story.warnings if story else ())
        return story

    def read_layout(
        self,
        network: Network,
        before: Network,
        layout: str | bool,  # noqa: FBT001 - or a file
    ) -> Arrangement | None:
        """Read a saved layout, and print its first warnings.

        Parameters
        ----------
        network
            The network that is drawn.
        before
            The same network before anything was withheld.
        layout
            The file; True for the one beside the data, if there is one, False for none.

        Raises
        ------
        FilesError
            With every problem of the layout, when there is an error among them.
        """
        from graph.data.limits import Limits
        from graph.saved.layout_file import find_layout, read_layout

        path = find_layout(network.files, layout)
        if path is None:
            return None
        limits = Limits(**self.bounds)
        try:
            arrangement = read_layout(
                path, network, before=before, limits=limits, strict=self.strict
            )
        except DataError as error:
            raise FilesError(error.problems, self.format_command("check"), "") from None
        self.print_warnings(arrangement.warnings)
        return arrangement

    def print_warnings(self, problems: Sequence[Problem], *, notes: bool = False) -> None:
        """Print the first warnings, and the command that lists all of them."""
        warnings = [each for each in problems if notes or each.severity != "note"]
        causes = group_by_cause(warnings)[:SHOWN_WARNINGS]
        for cause in causes:
            print_message(format_problem_line(str(cause), cause.first.severity))
        shown_count = sum(count_rows(cause.problems) for cause in causes)
        hidden_count = count_rows(warnings) - shown_count
        if hidden_count > 0:
            print_message(visible(f"{hidden_count:,} more: {self.format_command('check')}"))

    def print_filled_types(self, network: Network, relations: Iterable[Relation]) -> None:
        """Print how blank types were read, if one of some relations has the type for them."""
        from graph.data.vocabulary import DEFAULT_TYPE

        if any(relation.type.name == DEFAULT_TYPE for relation in relations):
            notes = [each for each in network.warnings if each.rule == "blank-type"]
            self.print_warnings(notes, notes=True)


def _mention_arrow() -> None:
    from graph.errors.optional_libraries import is_installed

    if not is_installed("pyarrow"):
        print_message(format_problem_line(FASTER, "note"))


def find_actor(network: Network | SparkNetwork, query: str) -> Actor:
    """Return the actor that a name means; on a terminal, ask when the name is not clear.

    Raises
    ------
    ActorError
        When it names no actor, or several, and none is chosen on a terminal.
    """
    try:
        return network.resolve(query)
    except (ActorAmbiguous, ActorNotFound) as error:
        actor = None
        if is_terminal(sys.stdin) and is_terminal(sys.stderr):
            from explorer.cli.ask_actor import ask_actor

            actor = ask_actor(error)
        if actor is None:
            raise
        return network.resolve(actor.id)
