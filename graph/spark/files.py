"""Find the files of a folder, wherever Spark reads them: this machine, HDFS, S3 and the like."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.errors import DataError, Problem

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

HEAD = 1 << 20  # bytes of a file, from which its header and its first cells are read
CSV, PARQUET = "csv", "parquet"
ENDINGS = {".csv": CSV, ".csv.gz": CSV, ".parquet": PARQUET}
SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]+:")  # of more letters than a drive has
FAMILIES = ("actors", "relations", "sources", "types")


class DataFiles(NamedTuple):
    """The files that have the rows of one family.

    Parameters
    ----------
    name
        What problems call them: the name of the file, or of the folder of the parts.
    form
        ``csv`` or ``parquet``.
    paths
        The files, in the order of their names.
    """

    name: str
    form: str
    paths: Sequence[str]


def find_files(
    session: SparkSession, folder: str, given: Mapping[str, str] | None = None
) -> dict[str, DataFiles]:
    """Return the files of each family that a folder has.

    A family is one file (``relations.csv``, ``relations.csv.gz``, ``relations.parquet``), or a
    folder of parts: ``relations``, or one with the name of such a file, as Spark writes it.

    Parameters
    ----------
    folder
        A path, or an address such as ``hdfs://host/case``.
    given
        By family a file or folder of parts to read instead.

    Raises
    ------
    DataError
        When there are no relations, or what was given does not exist.
    """
    found, missing = {}, []
    for family in FAMILIES:
        named = (given or {}).get(family)
        paths = [named] if named else [f"{folder}/{family}{end}" for end in (*ENDINGS, "")]
        files = next(filter(None, (_list_files(session, path) for path in paths)), None)
        if files:
            found[family] = files
        elif named or family == "relations":
            remedy = "Check its name." if named else "Give the folder that has it."
            what = "there is no such file, and no folder of CSV or Parquet files."
            name = named or f"{folder}/{family}.csv"
            missing.append(Problem(name, None, "", what, remedy, rule="no-file"))
    if missing:
        raise DataError(missing)
    return found


def _list_files(session: SparkSession, path: str) -> DataFiles | None:
    """Return a file, or the parts that a folder has; None where there is neither."""
    system, where = _locate(session, path)
    if not system.exists(where):
        return None
    name = str(where.getName())
    if not system.getFileStatus(where).isDirectory():
        return DataFiles(name, _find_form(name) or CSV, [str(where.toString())])
    parts = sorted(
        str(status.getPath().toString())
        for status in system.listStatus(where)
        if status.isFile() and not status.getPath().getName().startswith((".", "_"))
    )
    for form in (PARQUET, CSV):
        of_form = [part for part in parts if _find_form(part) == form]
        if of_form:
            return DataFiles(name, form, of_form)
    return None


def _find_form(name: str) -> str:
    return next((form for end, form in ENDINGS.items() if name.casefold().endswith(end)), "")


def exists(session: SparkSession, path: str) -> bool:
    """Return whether there is a file or a folder."""
    system, where = _locate(session, path)
    return bool(system.exists(where))


def read_head(session: SparkSession, path: str) -> bytes:
    """Return the first bytes of a file, unpacked; whole lines of them where there are more.

    Fewer than half of `HEAD` are the whole file.
    """
    system, where = _locate(session, path)
    stream = system.open(where)
    try:
        raw = bytes(stream.readNBytes(HEAD))
    finally:
        stream.close()
    is_whole = len(raw) < HEAD
    if path.casefold().endswith(".gz"):
        raw = _unpack(raw)
        is_whole &= len(raw) < HEAD
    return raw if is_whole else _cut_line(raw)


def _cut_line(raw: bytes) -> bytes:
    """Return bytes up to the last end of a line, or all of them, so many that none seem missing."""
    end = raw.rfind(b"\n") + 1
    return raw[:end] if end > HEAD // 2 else raw


def _unpack(raw: bytes) -> bytes:
    """Return what the beginning of a packed file holds."""
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        return unpacking.decompress(raw, HEAD)
    except zlib.error as error:
        raise gzip.BadGzipFile(str(error)) from error


def to_address(path: str) -> str:
    """Return where a path leads, as an address that Spark reads.

    Examples
    --------
    >>> to_address("hdfs://host/case")
    'hdfs://host/case'
    >>> to_address("/data/my case")
    '/data/my case'
    """
    return path if SCHEME.match(path) else str(Path(path).absolute())


def _locate(session: SparkSession, path: str) -> tuple[Any, Any]:
    """Return the file system of a path, and the path as Hadoop knows it."""
    java = _get_java(session)
    where = java.org.apache.hadoop.fs.Path(to_address(path))
    context: Any = session.sparkContext
    return where.getFileSystem(context._jsc.hadoopConfiguration()), where  # noqa: SLF001


def _get_java(session: SparkSession) -> Any:  # noqa: ANN401 - py4j's own
    context: Any = session.sparkContext
    return context._jvm  # noqa: SLF001 - PySpark has no other way to the file systems of Hadoop
