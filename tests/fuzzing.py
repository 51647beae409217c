"""What the fuzzers share: seeds and words written for one run, and how to start it."""

import sys
import tempfile
from pathlib import Path

import atheris

LARGEST = 4096


def fuzz(judge, seeds, words):
    """Judge inputs made from seeds, as many and as long as the options say; never returns.

    An argument that names a file is judged alone: what a run found is seen again that way.
    """
    given = sys.argv[1:]
    if not any(Path(argument).is_file() for argument in given):
        folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        corpus = folder / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(seeds):
            (corpus / f"seed-{number}").write_bytes(seed)
        escaped = ("".join(f"\\x{byte:02x}" for byte in word) for word in words)
        dictionary = folder / "words"
        dictionary.write_text("".join(f'"{word}"\n' for word in escaped), encoding="ascii")
        given = ["-seed=1", f"-max_len={LARGEST}", f"-dict={dictionary}", *given, str(corpus)]
    atheris.Setup([sys.argv[0], "-timeout=20", *given], judge)
    atheris.Fuzz()
