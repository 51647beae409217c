"""Files that are made to take long: each is read, or refused, in time that grows with its size."""

from contextlib import suppress

import pytest

from graph.errors import DataError
from graph.importing.run import import_files

LONG = 300_000
FILES = {
    "digits": f"from,to,amount,since\nAnna,Bo,{'1' * LONG}x,{'1' * LONG}x\n",
    "blanks in a cell": f"from,to,link,aka\nAnna,Bo,a{' ' * LONG}b,a{' ' * LONG}b\n",
    "a sign and blanks": f"from,to,amount\nAnna,Bo,~{' ' * LONG}x\n",
    "digits alone": f"{'1' * LONG} {'2' * LONG}\n{'1' * LONG} 3\n",
    "a name": f"from,to\n{'Anna ' * (LONG // 5)},Bo\n{'Anne ' * (LONG // 5)},Bo\n",
    "dashes": f"from,to,since\nAnna,Bo,{'-' * LONG}\n",
    "columns": ",".join(f"c {n}" for n in range(16_000)) + "\n" + "x," * 15_999 + "x\n",
    "quotes": "from,to\n" + '"' * LONG + "\n",
}


@pytest.mark.slow
@pytest.mark.timeout(300)  # on a busy machine; what is not bounded takes hours
@pytest.mark.parametrize("name", FILES)
def test_no_file_takes_longer_than_its_size_says(tmp_path, name):
    path = tmp_path / "ties.csv"
    path.write_text(FILES[name], encoding="utf-8")
    with suppress(DataError):
        made = import_files([path])
        assert made.report.relations == 1
