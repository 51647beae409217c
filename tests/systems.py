"""What not every system has: tests of it are skipped elsewhere, with the reason."""

import os
import socket

import pytest

WHY = "needs the pipes, signals, devices and shells of a POSIX system"
IS_POSIX = os.name == "posix"

only_on_posix = pytest.mark.skipif(not IS_POSIX, reason=WHY)


def need_posix():
    """Skip the test, or the whole module that is being imported, where the system is another."""
    if not IS_POSIX:
        pytest.skip(WHY, allow_module_level=True)


def make_socket(path):
    """Make a socket in a folder."""
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(path.parent)  # the path of a socket must be short
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.fchdir(here)
        os.close(here)
