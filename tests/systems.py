"""What not every system has: tests of it are skipped elsewhere, with the reason."""

import os

import pytest

WHY = "needs the pipes, signals, devices and shells of a POSIX system"
IS_POSIX = os.name == "posix"

only_on_posix = pytest.mark.skipif(not IS_POSIX, reason=WHY)


def need_posix():
    """Skip the test, or the whole module that is being imported, where the system is another."""
    if not IS_POSIX:
        pytest.skip(WHY, allow_module_level=True)
