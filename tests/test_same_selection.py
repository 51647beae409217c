"""Which cases run is the same in every run, whatever order of them is drawn."""

import subprocess
import sys
from pathlib import Path

import pytest

SCENES = Path(__file__).with_name("test_page_scenes.py")


def list_cases(seed):
    words = ["-q", "-n0", "--collect-only", f"--randomly-seed={seed}", str(SCENES)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words], capture_output=True, text=True, check=True
    )
    return [line for line in done.stdout.splitlines() if "::" in line]


@pytest.mark.slow
def test_the_cases_that_are_not_left_to_the_night_are_the_same():
    one, other = list_cases(1), list_cases(2)
    assert one != other  # another order
    assert sorted(one) == sorted(other) != []
