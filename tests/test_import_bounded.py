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
    "nobody": f"from,to,aka\nAnna,Bo,n{' ' * LONG}x\n",
}


@pytest.mark.nightly(but_each=3)
@pytest.mark.slow
@pytest.mark.timeout(300)  # on a busy machine; what is not bounded takes hours
@pytest.mark.parametrize("name", FILES)
def test_no_file_takes_longer_than_its_size_says(tmp_path, name):
    path = tmp_path / "ties.csv"
    path.write_text(FILES[name], encoding="utf-8")
    with suppress(DataError):
        made = import_files([path])
        assert made.report.relations == 1


NETWORKS = {
    "brackets.net": '*Vertices 1\n1 "Anna" ' + "[ " * LONG,
    "blanks.dl": f"dl n={' ' * LONG}x\nformat{' ' * LONG}=1\ndata:\n",
    "diagonal.dl": f"dl n=1 diagonal{' ' * LONG}x\ndata:\n0\n",
    "digits.dl": f"dl n={'9' * LONG}\ndata:\n",
    "ends.dl": f"dl n=1 format=edgelist1\ndata:\n{'9' * 9_999} {'8' * 9_999}\n\u00b2 \u00b3\n",
    "rows.dl": "dl n=2000000000 format=edgelist1\ndata:\n1 2\n",
    "columns.dl": "dl nr=1 nc=2000000000 nm=0\ncolumn labels embedded\ndata:\n1 2\n",
    "vertices.net": "*Vertices 40000000\n*Arcs\n1 2\n",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", NETWORKS)
def test_no_network_file_takes_more_than_its_size_says(tmp_path, name):
    path = tmp_path / name
    path.write_text(NETWORKS[name], encoding="utf-8")
    with suppress(DataError):
        import_files([path])


@pytest.mark.parametrize("name", ["rows.dl", "columns.dl", "vertices.net"])
def test_what_is_counted_and_not_named_is_refused(tmp_path, name):
    path = tmp_path / name
    path.write_text(NETWORKS[name], encoding="utf-8")
    with pytest.raises(DataError, match=r"says [\d,]+ (rows|columns) that|and names 0 of them"):
        import_files([path])
