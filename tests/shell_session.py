"""A real shell on a terminal, in which tests type command lines and press the Tab key."""

import contextlib
import io
import os
import re
import select
import shutil
import signal
import subprocess
import time

import pytest
from click.testing import CliRunner
from systems import need_posix
from terminal import LIMIT, environment, heed_signals

from explorer.cli import explore
from explorer.cli.completion_shells import print_completions

PROMPT, ENDED = "READY>", "PROGRAM ENDED"
QUESTION_PARTS = 3
# In place of the program, whose start would take most of the time: at Tab it asks the test, which
# answers as the program does; at Enter it writes the words that the shell gave.
PROGRAM = """\
#!/bin/sh
if [ -n "$_EXPLORE_COMPLETE" ]; then
  printf '%s\\0' "$_EXPLORE_COMPLETE" "$COMP_LINE" "$COMP_TEXT" > "{scratch}/question"
  exec cat "{scratch}/answer"
fi
printf '%s\\0' "$#" "$@" >> "{scratch}/log"
echo {ended}
"""
START = {
    "bash": "PS1='READY''> '; set -o history -o histexpand; source {script}",
    "zsh": "PS1='READY''> '; autoload -U compinit; compinit -D -u; source {script}",
    "fish": "function fish_prompt; echo -n READY'> '; end; set -g fish_autosuggestion_enabled 0;"
    " source {script}",
}
COMMANDS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}


def bash_version():
    """Return the version of bash as a number such as 502; 0 for none."""
    if shutil.which("bash") is None:
        return 0
    asked = [shutil.which("bash"), "-c", "echo $((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1]))"]
    return int(subprocess.run(asked, capture_output=True, check=True).stdout)


def need_shell(name):
    """Skip the test where a shell is missing, or older than its script is for."""
    need_posix()
    if shutil.which(name) is None:
        pytest.skip(f"needs {name}: apt install {name}")
    if name == "bash" and bash_version() < 404:
        pytest.skip("needs bash 4.4")


class ShellSession:
    """A shell in a folder, with completion switched on."""

    def __init__(self, name, folder, scratch):
        import pty

        self.folder, self.scratch, self.log = folder, scratch, scratch / "log"
        for pipe in ("question", "answer"):
            os.mkfifo(scratch / pipe)
        self.questions = os.open(scratch / "question", os.O_RDWR)
        (scratch / "bin").mkdir()
        program = scratch / "bin" / "explore"
        program.write_text(PROGRAM.format(scratch=scratch, ended=ENDED))
        program.chmod(0o755)
        script = scratch / "script"
        script.write_text(CliRunner().invoke(explore, ["completion", name]).stdout)
        setting = {"HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch), "INPUTRC": os.devnull}
        setting |= {"PATH": f"{scratch / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        self.output = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            heed_signals()
            os.chdir(folder)
            command = COMMANDS[name]
            path = shutil.which(command[0])
            os.execve(path, command, environment(**setting, TERM="xterm"))  # noqa: S606
        os.write(self.terminal, f"{START[name].format(script=script)}\r".encode())
        self._read_until(PROMPT)

    def type(self, text):
        """Type a text with its Tab keys, and Enter; return the words that the program got."""
        self.log.unlink(missing_ok=True)
        self.output = b""
        os.write(self.terminal, f"{text}\r".encode())
        self._read_until(f"{ENDED}.*{PROMPT}")
        count, *words = self.log.read_text(encoding="utf-8").split("\0")[:-1]
        assert len(words) == int(count), "the program ran more than once"
        return words

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)
        os.close(self.questions)

    def _read_until(self, pattern):
        """Read what the shell prints, up to a pattern, and answer what it asks at Tab."""
        end = time.monotonic() + LIMIT / 4
        while not re.search(pattern.encode(), self.output, re.DOTALL):
            rest = max(0, end - time.monotonic())
            ready = select.select([self.terminal, self.questions], [], [], rest)[0]
            if not ready:
                pytest.fail(f"the shell does not come back: {self.output!r}")
            if self.questions in ready:
                self._answer()
            else:
                self.output += os.read(self.terminal, 65536)

    def _answer(self):
        question = b""
        while question.count(b"\0") < QUESTION_PARTS:
            question += os.read(self.questions, 65536)
        instruction, line, text = question.decode().split("\0")[:-1]
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            patch.setenv("HOME", str(self.scratch))
            patch.setenv("COMP_LINE", line)
            patch.setenv("COMP_TEXT", text)
            with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())) as output:
                print_completions(explore, "_EXPLORE_COMPLETE", instruction)
            output.seek(0)
        (self.scratch / "answer").write_text(output.read(), encoding="utf-8")
