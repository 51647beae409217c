"""Open the data of a session on Spark, and close Spark when the answer is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from explorer.cli.error_lines import FilesError
from explorer.cli.progress import ProgressBar
from graph.errors import DataError

if TYPE_CHECKING:
    from explorer.cli.session import Session
    from graph.spark.network import SparkNetwork


@contextmanager
def open_on_spark(session: Session) -> Iterator[SparkNetwork]:
    """Start Spark, and yield the network of the session's data on it.

    Raises
    ------
    LibraryMissing
        When pyspark is not installed.
    EngineError
        When Spark does not start, or fails.
    FilesError
        When a file is missing or cannot be read.
    """
    from graph.loading import example_folder
    from graph.spark.network import SparkNetwork
    from graph.spark.session import LOCAL, open_session

    folder = str(example_folder()) if session.example else session.data_folder
    with open_session(session.master or LOCAL) as spark, ProgressBar("Asking Spark"):
        try:
            yield SparkNetwork.read(spark, folder, session.files, session.encoding)
        except DataError as error:
            raise FilesError(error.problems, session.format_command("check"), "") from None


def refuse_on_spark(option: str, remedy: str = "") -> None:
    """Refuse an option that Spark does not answer, with what to do."""
    default = (
        "Bring home what it needs, and ask there: explore --engine spark extract DIR --ego ACTOR"
    )
    message = f"{option} is not answered by --engine spark. {remedy or default}"
    raise click.UsageError(message, click.get_current_context())
