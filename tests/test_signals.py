"""Signals: one line and 128 more than their number, from the first import on."""

import json
import signal
import subprocess
import sys

import pytest
from systems import need_posix
from terminal import ROOT, environment, heed_signals

need_posix()

LINES = {
    signal.SIGINT: "Interrupted.",
    signal.SIGTERM: "Terminated.",
    signal.SIGHUP: "Hung up.",
}

# As a console script does, it imports explorer.cli first; then every import is disturbed in turn: a
# fork made right there gets the signal, and the process itself goes on to the next import.
DISTURBED = """
import explorer.cli
import os, sys
words, number, file, every = {words!r}, {number}, {file!r}, {every}
imported, results = [], []

class Disturb:
    def find_spec(self, name, *_):
        if len(imported) % every:
            imported.append(name)
            return
        imported.append(name)
        if os.fork() == 0:
            sys.meta_path.remove(self)
            send_output_to(file)
            os.kill(os.getpid(), number)
            return
        code = os.waitstatus_to_exitcode(os.wait()[1])
        results.append((name, code, open(file).read()))

def send_output_to(file):
    for stream in (1, 2):
        os.dup2(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | os.O_APPEND), stream)

process, output = os.getpid(), os.dup(1)
send_output_to(file + ".whole")
sys.meta_path.insert(0, Disturb())
sys.argv[1:] = words
try:
    explorer.cli.main()
finally:
    if os.getpid() == process:
        del sys.meta_path[0]
        import json
        os.write(output, json.dumps([open(file + ".whole").read(), imported, results]).encode())
"""


def python(script, prepare=heed_signals):
    return subprocess.run(
        [sys.executable, "-c", script, "--example", "check"],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        cwd=ROOT,
        preexec_fn=prepare,
    )


@pytest.mark.nightly
@pytest.mark.slow
@pytest.mark.parametrize(("number", "every"), [(signal.SIGINT, 5), (signal.SIGTERM, 9)])
def test_at_whichever_import_a_signal_comes_it_is_one_line(tmp_path, number, every):
    words = ["--example", "path", "Lukashenko", "Vilnius"]
    file = str(tmp_path / "told")
    done = python(DISTURBED.format(words=words, number=int(number), file=file, every=every))
    assert done.stderr == ""
    answer, names, results = json.loads(done.stdout)
    assert "\nAlexander Lukashenko leads (since 1994) and is supported by" in answer, answer
    assert len(results) > 20
    assert names[0] == "explorer.cli.signals"
    assert {
        "signal",
        "enum",
        "click",
        "graph",
        "explorer.cli.commands.path",
        "graph.analysis.paths.search",
    } <= set(names)
    heeded = names.index("explorer.cli.group")
    for name, code, told in results:
        if number != signal.SIGINT and names.index(name) < heeded:
            assert (code, told) == (-number, ""), name  # the system's own way, no less quiet
        else:
            assert (code, told) == (128 + number, f"{LINES[number]}\n"), name


def test_before_main_has_taken_over_nothing_is_imported():
    script = """
import sys
before = set(sys.modules)
import explorer.cli
print(*sorted(set(sys.modules) - before))
"""
    assert python(script).stdout == "explorer explorer.cli\n"


MEANWHILE = """
import os, signal, sys, weakref
from graph.network import Network
import explorer.cli.progress
read = Network.from_example
def meanwhile():
    {happens}
    return read()
Network.from_example = meanwhile
from explorer.cli import main
main()
"""


@pytest.mark.long
@pytest.mark.parametrize("number", LINES)
@pytest.mark.parametrize(
    "happens",
    [
        "os.kill(os.getpid(), {0})",
        # Nothing can be raised from a callback; it is raised again a moment later.
        (
            "x = type('X', (), {{}})(); "
            "r = weakref.ref(x, lambda _: os.kill(os.getpid(), {0})); del x\n"
            "    while True: pass"
        ),
        # C code that makes an error of its own of what a module's import raised.
        (
            "try: os.kill(os.getpid(), {0})\n"
            "    except BaseException: raise SyntaxError('made of it') from None"
        ),
    ],
    ids=["plainly", "in a callback", "made an error of"],
)
def test_a_signal_is_one_line_and_its_own_code(number, happens):
    done = python(MEANWHILE.format(happens=happens.format(int(number))))
    assert (done.returncode, done.stdout) == (128 + number, "")
    assert done.stderr == f"{LINES[number]}\n"


def test_what_was_printed_before_is_not_pressed_into_a_full_pipe():
    """A reader who does not read would keep the process from ending."""
    script = MEANWHILE.format(
        happens="sys.stdout.write('x' * 5_000); os.set_blocking(1, True)\n"
        "    try:\n"
        "        os.set_blocking(1, False)\n"
        "        while True: os.write(1, b'x' * 65536)\n"
        "    except BlockingIOError: os.set_blocking(1, True)\n"
        "    os.kill(os.getpid(), signal.SIGTERM)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, "--example", "check"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_signals,  # noqa: PLW1509 - there are no other threads
    ) as started:
        assert started.stderr.read() == b"Terminated.\n"
        assert started.wait(60) == 143


@pytest.mark.long
@pytest.mark.parametrize("number", LINES)
def test_a_signal_that_is_ignored_from_the_start_stays_so(number):
    def ignore():
        signal.signal(number, signal.SIG_IGN)

    script = MEANWHILE.format(happens=f"os.kill(os.getpid(), {int(number)})")
    done = python(script, ignore)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No problems")


def test_the_library_leaves_signals_alone():
    script = """
import signal, sys
import explorer, graph, graph.formats.atomic_write
explorer.load_example()
import explorer.cli, explorer.cli.group
assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
assert {signal.getsignal(n) for n in (signal.SIGTERM, signal.SIGHUP)} == {signal.SIG_DFL}
assert sys.unraisablehook is sys.__unraisablehook__
"""
    done = python(script)
    assert (done.returncode, done.stderr) == (0, "")
