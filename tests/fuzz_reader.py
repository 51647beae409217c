"""Whatever four files hold ends in a Network or in problems.

The files are what stands between lines of `=====`: actors, relations, types, sources.
"""

import atheris

with atheris.instrument_imports(include=["graph"]):
    import graph
    import graph.analysis.paths.answer
    import graph.data.columns
    import graph.formats.csv_file
    import graph.names.resolve

import itertools
import tempfile
from functools import cached_property
from pathlib import Path

from fuzzing import fuzz

from graph.text.safe import visible

FAMILIES = ("actors", "relations", "types", "sources")
SEPARATOR = b"\n=====\n"
COLUMNS = [
    name
    for name, member in vars(graph.data.columns.Columns).items()
    if isinstance(member, cached_property)
]
FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-files-"))

ACTORS = 'id,name,kind,aliases,start\na,"Ann, ""A""",person,Энн|安,1999\nb,Bob,state,,\n'
RELATIONS = "source,target,type,start,end,weight,confidence,stance,reference,note,id\n"
TIES = (
    "a,b,funds,2022-08,2023,1.5,B2,asserts,s1|https://x.org,n,r1\nBob,a,owes,,,,0.5,disputes,,,\n"
)
TYPES = "type,sign,mutual,influence,label,inverse\nowes,-,no,yes,owes,is owed by\n"
SOURCES = "id,title,author,publisher,date,url,archive_url\ns1,T,A,P,2020,https://x.org,\n"
FILES = (ACTORS, RELATIONS + TIES, TYPES, SOURCES)
TEXTS = (
    FILES,
    FILES[:2],
    (ACTORS, RELATIONS),
    (ACTORS.replace(",", ";"), FILES[1].replace(",", "\t")),
    tuple(text.replace("\n", "\r\n") for text in FILES),
    ("\ufeff" + ACTORS, RELATIONS + TIES.replace("funds", "fund")),
    ("id,name,kind\n1,1st Guards,armed_group\n2,'-2+3,x\n2,\u202eA\u200b,person\n", "type\n"),
)
WORDS = [
    *("id,name,kind\n", "aliases", "source,target,type\n", "stance", "disputes", "asserts", "note"),
    *("funds", "borders", "part_of", "owes", "2022-02-30", "1e400", "nan", "1,5", "1_0", "٣", "B2"),
    *("https://", "javascript:", "=1+1", "а", "＂", '"', '""', ",", ";", "\t", "\n", "\r", "\r\n"),
    *("|", "\u202e", "\u200b", "\ufeff", "\u2028", "\x85", "\x00", "\x1b[31m"),
]


def judge(data):
    """Read the files of one input, and look at what came of it."""
    for family, content in itertools.zip_longest(FAMILIES, data.split(SEPARATOR, 3)):
        path = FOLDER / f"{family}.csv"
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
    try:
        net = graph.load(FOLDER)
    except graph.DataError as error:
        told(error.problems)
        stopped(error.problems)
    else:
        told(net.warnings)
        seen(net)


def stopped(problems):
    assert "error" in {problem.severity for problem in problems}


def told(problems):
    for problem in problems:
        assert problem.file
        assert problem.what
        assert len(visible(str(problem)).splitlines()) == 1, problem


def seen(net):
    """Look at every column, name and relation, and at the path between the outermost actors."""
    for name in COLUMNS:
        getattr(net.columns, name)
    assert len(net.relation_rows) == len(net.columns.relations)
    for actor in net.actor_rows:
        for name in filter(short, (actor.id, *actor.names)):
            assert actor in meant(net, name) or net.resolve(name).id == name
    ends = [actor.id for actor in net.actor_rows if short(actor.id)]
    if len(ends) > 1:
        answer = net.path(ends[0], ends[-1])
        assert str(answer)
        assert answer.to_dict()


def short(name):
    return len(name) <= graph.names.resolve.LONGEST_QUERY


def meant(net, name):
    try:
        return [net.resolve(name)]
    except graph.ActorAmbiguous as error:
        return error.candidates


if __name__ == "__main__":
    fuzz(judge, (SEPARATOR.join(map(str.encode, files)) for files in TEXTS), map(str.encode, WORDS))
