"""A real Tab key in real shells: what is inserted is one word, and nothing in it runs."""

import csv

import pytest
from shell_session import ShellSession, need_shell

pytestmark = pytest.mark.slow

# From what is typed to the name that a Tab key completes it to.
NAMES = {
    "aa": "aa`./a`",
    "ab": "ab`./a` $x",
    "ac": "ac $(./a) ` !! !$ !x!",
    "ad": "ad;./a&./a|./a",
    "ae": "ae>owned <(./a) *?[a]",
    "af": 'af";./a;"',
    "ag": "ag';./a;'",
    "ah": "ah\\';./a;\\",
    "ai": "ai$'\\x41' ~ ~/x",
    "aj": "aj{1,2}  #x ^y^z %(./a)%{x%}",
    "ak": "ak:b=c@d,e\u3000f\u00a0g",
    "ÄÖ": "ÄÖ北京 ß$(./a)'\"",
    "\\~": "~root;./a",
    "\\$": "$HOME",
    "b": "b* '*'",
    "'#": "#;./a '",
    "'aa": "aa`./a`",
    "'ac": "ac $(./a) ` !! !$ !x!",
    "'ag": "ag';./a;'",
    "'ah": "ah\\';./a;\\",
    '"ac': "ac $(./a) ` !! !$ !x!",
    '"af': 'af";./a;"',
    '"ah': "ah\\';./a;\\",
    'am" ': "am ';./a",
    "ak:b": "ak:b=c@d,e\u3000f\u00a0g",
    "ax\t1": "ax $(./a)1",  # and ax $(./a)2
}
LAST = "=ls"  # zsh would put the path of a program
FILES = ("fa`touch owned`", "fb$(touch owned);'x'", 'fc !! "*" $x `')


def write(folder, rows, name):
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def write_case(folder, names, types=()):
    rows = [["id", "name", "kind"], *([f"n{row}", name, "state"] for row, name in enumerate(names))]
    write(folder, rows, "actors.csv")
    write(folder, [["source", "target", "type"]], "relations.csv")
    header = ["type", "sign", "mutual", "influence", "label", "inverse"]
    write(folder, [header, *([text, "0", "no", "no", text, text] for text in types)], "types.csv")


@pytest.fixture(params=["bash", "zsh", "fish"])
def shell(request, tmp_path):
    """Yield a shell in a folder whose program `a` would tell that a name was run."""
    need_shell(request.param)
    folder, scratch = tmp_path / "data", tmp_path / "scratch"
    folder.mkdir()
    scratch.mkdir()
    canary = folder / "a"
    canary.write_text("#!/bin/sh\ntouch owned\n")
    canary.chmod(0o755)
    session = ShellSession(request.param, folder, scratch)
    yield session
    session.close()
    assert not (folder / "owned").exists()


def test_names(shell):
    write_case(shell.folder, [*sorted({*NAMES.values()}), "ax $(./a)2", LAST, "-x"])
    asked = {**NAMES, "\\=": LAST}
    got = {typed: shell.type(f"explore show {typed}\t") for typed in asked}
    assert got == {typed: ["show", name] for typed, name in asked.items()}


def test_types_ids_and_lists_of_types(shell):
    write_case(shell.folder, ["Ada"], ["ty`./a`", "tz $(./a)"])
    assert shell.type("explore path n\t --only ty\t --avoid ally,tz\t") == [
        "path",
        "n0",
        "--only",
        "ty`./a`",
        "--avoid",
        "ally,tz $(./a)",
    ]


def test_files_and_folders(shell):
    for name in FILES:
        (shell.folder / name).mkdir()
        (shell.scratch / name).mkdir()
    (shell.folder / "fx").write_text("")
    for name in FILES:
        for home, place in (("", name), ("~/", str(shell.scratch / name))):
            option, path = shell.type(f"explore --data {home}{name[:2]}\t")
            assert (option, path.removesuffix("/")) == ("--data", place)  # zsh takes the slash away
    assert shell.type("explore --data fx\t") == ["--data", "fx"]
    assert shell.type("explore --actors fx\t show") == ["--actors", "fx", "show"]
