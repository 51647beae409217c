"""The command line as tests drive it: in this process, in one of its own, or on a terminal."""

import os
import select
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

from click.testing import CliRunner, Result
from systems import need_posix

from explorer.cli import explore

# Machines that are busy take seconds for anything; here that brings up no progress bar.
PATIENT_MAIN = """
import explorer.cli.progress as waiting
from explorer.cli import main
waiting.PATIENCE = 600
main()
"""
PATIENT = ("-c", PATIENT_MAIN)
ROOT = Path(__file__).parents[1]
LIMIT = 120  # seconds after which a process on a terminal is ended

ACTORS = """\
id,name,kind,aliases,description,reference
ada,Ada Ek,person,Ek,A mayor.,paper
bank,North Bank,organisation,,,
club,South Club,organisation,,,
dock,West Dock,asset,Dock,,
elle,Elle Oy,person,,,
"""
# ada-bank-dock and ada-club-dock are equally short; elle is tied by a disputed relation alone.
RELATIONS = """\
source,target,type,start,end,confidence,stance,reference,note,id
ada,bank,funds,2020,2022,B2,asserts,paper|https://example.org/a,Says one witness,r1
ada,bank,funds,2021,,,disputes,paper,,r2
bank,ada,opposes,,,0.3,asserts,,,r3
dock,bank,part_of,,2023,,asserts,letter,,r4
ada,club,ally,,,,asserts,,,r5
club,dock,leads,2022-08,,,asserts,A memo,,r6
elle,dock,attacks,,,,disputes,,,r7
"""
SOURCES = """\
id,title,author,publisher,date,url,archive_url
letter,A letter,,,,,
paper,The paper,"Bo, C.",Press,2023,https://example.org/paper,
"""


def folder(path, actors=ACTORS, relations=RELATIONS, sources=SOURCES):
    """Write a small case into a folder and return it."""
    for name, text in (("actors", actors), ("relations", relations), ("sources", sources)):
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return path


def run(*words, data=None) -> Result:
    """Ask in this process; without a folder, of the example."""
    place = ["--example"] if data is None else ["--data", str(data)]
    place = [] if words[0] == "cache" else place  # it reads no data
    return CliRunner().invoke(explore, [*place, *words], prog_name="explore")


def environment(**extra):
    """Return an environment that finds the project and no setting of whoever runs the tests."""
    unset = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "EXPLORE_DATA")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "PAGER": "cat", **extra}


def process(*words, **options):
    """Run ``explore`` in a process of its own, with its output caught unless told otherwise."""
    command = [sys.executable, "-m", "explorer", *words]
    caught = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    known = {"env": environment(), "timeout": 60, **caught, **options}
    return subprocess.run(command, check=False, **known)


def heed_signals():
    """Let a new process heed signals; in the background a shell has its children ignore them."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


def on_terminal(*words, columns=80, reply=b"", program=PATIENT, **extra):
    """Run ``explore`` on a terminal; give the reply once it asks. Return output and exit code."""
    need_posix()
    import pty  # these three are for POSIX systems only
    import termios
    from fcntl import ioctl

    pid, terminal = pty.fork()
    if pid == 0:
        heed_signals()
        os.execve(sys.executable, [sys.executable, *program, *words], environment(**extra))  # noqa: S606
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    output = b""
    end = time.monotonic() + LIMIT
    while select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side has closed
            break
        if not piece:
            break
        output += piece
        if reply and b"Who is meant? " in output:
            os.write(terminal, reply)
            reply = b""
    else:
        os.kill(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    os.close(terminal)
    return output.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)
