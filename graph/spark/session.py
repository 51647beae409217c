"""Start Spark and stop it again: locally, or on a cluster; whatever fails is one sentence."""

from __future__ import annotations

import os
import re
import socket
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import EngineError, quote_value, shorten
from graph.errors.optional_libraries import require_library
from graph.spark.java import require_java

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOCAL = "local[*]"
MASTERS = re.compile(
    r"local(\[(\*|[1-9][0-9]*)(,[1-9][0-9]*)?\])?|local-cluster\[[0-9, ]+\]|yarn"
    r"|spark://[^/:,]+:[0-9]+(,[^/:,]+:[0-9]+)*|k8s://\S+"
)
DUE = f"Give {LOCAL}, local[4], spark://host:7077, yarn or k8s://https://host:443."
REACHED = 10  # seconds to reach a master
WORKERS_WITHIN = 60  # seconds in which a worker has to be there
SHARE = 3  # of this machine's memory a third is Spark's, where it runs here
LEAST, MOST = 1, 32  # GiB of it
MOST_DETAIL = 300  # characters of what Spark says
QUIET = Path(__file__).parent / "quiet.properties"


@contextmanager
def open_session(
    master: str = LOCAL, settings: Mapping[str, str] | None = None
) -> Iterator[SparkSession]:
    """Start Spark, and stop it at the end.

    What fails on Spark meanwhile is raised as an `EngineError`.

    Parameters
    ----------
    master
        Where it runs: ``local[*]`` on all cores of this machine, ``local[2]`` on two, or the
        address of a cluster.
    settings
        Spark's own, by name, such as ``spark.executor.memory``; they come before all others.

    Raises
    ------
    LibraryMissing
        When pyspark is not installed.
    EngineError
        When Java is missing or too old, the master is wrong or does not answer, or Spark fails.
    """
    check_master(master)
    require_library("pyspark", "The engine Spark")
    require_library("pyarrow", "The engine Spark")
    require_java()
    _require_answer(master)
    session = _start(master, settings or {})
    try:
        with failures_as_errors(), warnings.catch_warnings():
            # Of pandas nothing is used here; PySpark warns of its version wherever Arrow is used.
            warnings.filterwarnings("ignore", "PySpark does not yet", FutureWarning)
            if not master.startswith("local"):
                _require_workers(session, master)
            yield session
    finally:
        session.stop()


def check_master(master: str) -> None:
    """Refuse what is not the address of a master.

    Raises
    ------
    EngineError
        When it is not.

    Examples
    --------
    >>> check_master("local[2]")
    >>> check_master("localhost")
    Traceback (most recent call last):
    ...
    graph.errors.EngineError: 'localhost' is not a Spark master. Give local[*], ...
    """
    if not MASTERS.fullmatch(master):
        raise EngineError(f"{quote_value(master)} is not a Spark master. {DUE}")


@contextmanager
def failures_as_errors() -> Iterator[None]:
    """Raise what fails on Spark as an `EngineError` of one sentence."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (Py4JError, PySparkException) as error:
        raise EngineError(f"Spark failed: {_describe(error)}") from error
    except ConnectionError as error:
        raise EngineError("Spark failed: its process has ended.") from error


def _describe(error: Exception) -> str:
    """Return what Spark says of its innermost failure, in one line."""
    text = str(error)
    causes = re.findall(r"Caused by: (.+)", text)
    lines = [line.strip() for line in (causes[-1:] or text.splitlines()) if line.strip()]
    line = next((each for each in lines if not each.startswith("An error occurred")), "no reason")
    return shorten(re.sub(r"^(?:: )?(?:[\w$]+\.)+([\w$]+: )?", r"\1", line), MOST_DETAIL)


def _require_answer(master: str) -> None:
    """Refuse a standalone master of whom no host answers; Spark itself would try for minutes."""
    if not master.startswith("spark://"):
        return
    reasons = []
    for each in master.removeprefix("spark://").split(","):
        host, _, port = each.rpartition(":")
        try:
            socket.create_connection((host, int(port)), REACHED).close()
        except (OSError, OverflowError) as error:
            reasons.append(str(getattr(error, "strerror", None) or error))
        else:
            return
    what = f"No Spark master answers at {quote_value(master)}: {reasons[0]}."
    raise EngineError(f"{what} Start it, or correct --master.")


def _require_workers(session: SparkSession, master: str) -> None:
    """Wait until a worker is there; Spark itself would wait for ever."""
    context: Any = session.sparkContext
    scala = context._jsc.sc()  # noqa: SLF001 - PySpark has no other way to ask
    deadline = time.monotonic() + WORKERS_WITHIN
    while scala.getExecutorMemoryStatus().size() < 2:  # noqa: PLR2004 - the driver is one
        if time.monotonic() > deadline:
            what = f"No worker of {quote_value(master)} was free within {WORKERS_WITHIN} seconds."
            raise EngineError(f"{what} Start one, or give its cores and memory free.")
        time.sleep(0.2)


def _start(master: str, settings: Mapping[str, str]) -> SparkSession:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about pandas, which nothing here uses
        from pyspark.sql import SparkSession

    given = {
        "spark.app.name": "actor explorer",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "OFF",
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={QUIET.as_uri()}",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.driver.maxResultSize": "0",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "100000",
        **(_size_locally() if master.startswith("local") else {}),
        **settings,
    }
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master)
    for name, value in given.items():
        builder = builder.config(name, value)
    with _listen() as heard:
        try:
            session: SparkSession = builder.getOrCreate()
        except Exception as error:
            detail = _describe(error) if str(error) else heard()
            raise EngineError(f"Spark does not start: {shorten(detail, MOST_DETAIL)}") from error
    return session


def _size_locally() -> dict[str, str]:
    """Return how much memory Spark gets where all of it runs in one process of this machine."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # not on every system
        return {}
    gigabytes = max(LEAST, min(MOST, memory // SHARE >> 30))
    cores = os.cpu_count() or 1
    return {
        "spark.driver.memory": f"{gigabytes}g",
        "spark.sql.shuffle.partitions": str(max(8, 4 * cores)),
        "spark.sql.autoBroadcastJoinThreshold": str(64 << 20),
    }


@contextmanager
def _listen() -> Iterator[Any]:
    """Keep what Java says while it starts off the terminal; yield what returns its last line."""
    sys.stderr.flush()
    with tempfile.TemporaryFile() as spoken:
        stderr = os.dup(2)
        os.dup2(spoken.fileno(), 2)

        def get_last_line() -> str:
            spoken.seek(0)
            lines = spoken.read().decode("utf-8", "replace").split("\n")
            return next((line.strip() for line in reversed(lines) if line.strip()), "no reason")

        try:
            yield get_last_line
        finally:
            os.dup2(stderr, 2)
            os.close(stderr)
