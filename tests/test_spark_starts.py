"""Where Spark does not start, one sentence says why, and what to do; no Spark is started here."""

import socket
import sys

import pytest
from spark_engine import need_spark
from terminal import folder, run

from graph.errors import EngineError, LibraryMissing
from graph.spark.java import require_java
from graph.spark.session import open_session


def ask(path, *words):
    answer = run("path", "ada", "dock", "--engine", "spark", *words, data=folder(path))
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1
    return answer.exit_code, answer.stderr


def write_java(path, version):
    """Write a program that says a version as Java does."""
    program = path / "bin" / "java"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
    program.chmod(0o755)


def test_what_is_no_master_is_refused(tmp_path):
    code, told = ask(tmp_path, "--master", "localhost:7077")
    assert code == 1
    assert "'localhost:7077' is not a Spark master. Give local[*], local[4], spark://" in told


@pytest.mark.spark
def test_a_master_that_does_not_answer(tmp_path):
    need_spark()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code, told = ask(tmp_path, "--master", f"spark://127.0.0.1:{port}")
    assert code == 1
    assert "No Spark master answers at 'spark://127.0.0.1:" in told
    assert told.endswith("Start it, or correct --master.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a program in the shell")
@pytest.mark.parametrize(
    ("version", "told"),
    [("1.8.0_402", "is Java 8. Install Java 17"), ("11.0.2", "is Java 11."), ("", "does not tell")],
)
def test_a_java_that_is_too_old(tmp_path, monkeypatch, version, told):
    write_java(tmp_path, version)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineError, match=told):
        require_java()


@pytest.mark.skipif(sys.platform == "win32", reason="a program in the shell")
def test_a_java_that_is_new_enough(tmp_path, monkeypatch):
    write_java(tmp_path, "21.0.1")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert require_java() == tmp_path / "bin" / "java"


def test_no_java(tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineError, match="needs Java, which is not installed: JAVA_HOME is"):
        require_java()
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match=r"not found\. Install Java 17 or newer"):
        require_java()


def test_no_pyspark(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with (
        pytest.raises(LibraryMissing, match=r"The engine Spark needs pyspark.*pip install pyspark"),
        open_session("local[1]"),
    ):
        pass


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show", "ada"), "show is not answered by --engine spark. Bring home what it needs"),
        (("path", "ada", "dock", "--k", "2"), "--k is not answered by --engine spark."),
        (("path", "ada", "dock", "--set-aside"), "--set-aside has no effect with --engine spark."),
        (("centrality", "--doubt"), "--doubt is not answered by --engine spark."),
        (("communities", "--seed", "7"), "Label propagation draws no lots."),
        (("sources", "paper"), "is not answered by --engine spark."),
        (("export", "x.gexf"), "It writes parquet."),
        (("export", "x.parquet", "--redact", "note"), "--redact is not answered by"),
    ],
)
def test_what_spark_does_not_answer_is_said_before_it_starts(tmp_path, words, told):
    answer = run(*words, "--engine", "spark", data=folder(tmp_path))
    assert answer.exit_code == 2
    assert told in answer.stderr


def test_a_master_needs_the_engine(tmp_path):
    answer = run("path", "ada", "dock", "--master", "local", data=folder(tmp_path))
    assert (answer.exit_code, "--master needs --engine spark." in answer.stderr) == (2, True)
