"""The entry of the command line, run in this process: arguments in UTF-8, names of the package."""

import os
import sys

import pytest

import explorer
from explorer import cli


def test_names_are_imported_at_their_first_use():
    assert cli.explore.name == "explore"
    assert {"load", "compare", "Network", "__version__"} <= set(dir(explorer))
    for name in explorer.__all__:
        assert getattr(explorer, name) is not None
    for package in (cli, explorer):
        with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
            package.nothing  # noqa: B018 - reading it is the test


def test_an_interrupt_while_modules_load_is_one_line(monkeypatch, capsys):
    def interrupt():
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_restart_in_utf8", interrupt)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 130
    assert capsys.readouterr().err == "Interrupted.\n"


@pytest.mark.skipif(os.name != "posix", reason="elsewhere Python reads arguments in UTF-8")
def test_only_an_ascii_locale_starts_again(monkeypatch):
    started = []
    monkeypatch.setattr(os, "execv", lambda *words: started.append(words))
    cli._restart_in_utf8()  # noqa: SLF001 - the locale of the tests is UTF-8
    assert started == []
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "ascii")
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "explorer", "show", "é"])
    cli._restart_in_utf8()  # noqa: SLF001
    words = [sys.executable, "-X", "utf8", "-m", "explorer", "show", "é"]
    assert started == [(sys.executable, words)]
