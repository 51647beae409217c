"""Whatever is typed ends in somebody who shares letters with it, or in nobody.

The first line of an input is the query; each other is an actor: names with `|` between.
"""

import atheris

with atheris.instrument_imports(include=["graph"]):
    from graph import errors
    from graph.data.table import Table
    from graph.names.folding import fold
    from graph.names.resolve import find_nearest_rows, resolve_name
    from graph.network import Network
    from graph.rules.checked_columns import build_checked_columns

from fuzzing import fuzz
from sharing import shares

SEEDS = (
    "1st guards\n1st Guards Tank Army|1GTA\n11th Guards",
    "лукашенко\nAlexander Lukashenko|Лукашенко|Łukaszenka\nViktor Lukashenko",
    "王薇\n王伟|Wang Wei\n習近平|习近平",
    "c ++\nC++\nC+|C",
    "לוקשנקו\nלוקשנקו|لوكاشينكو\nプーチン",
    "5²\n52 Unit|5² Unit\n½ Share",
    "o’brien\nO'Brien|Obrien\n🇧🇾|🏴",
    "Straße\nGroß Straße\nΑθήνα|Ἀθῆναι",
)
WORDS = "\n| |1st|11|²|½|٣|१|ß|ı|İ|ł|'|’|״|\u0301|\u200b|\u202e|ー|ا|王|北|가|ᄀ|🇧|♥|+|ŉ|ﬁ|ﷺ|a b"


def judge(data):
    """Ask one query of one network, and hold each answer against what the actor is called."""
    query, *lines = data.decode("utf-8", "ignore").split("\n")[:12]
    known = [(f"id{row}", *line.split("|")) for row, line in enumerate(lines)]
    for people in (range(len(known)), ()):
        for row in resolve_name(query, known, people):
            assert shares(query, known[row]), (query, known[row])
    assert len(find_nearest_rows(query, known)) <= 3
    assert fold(" ".join(fold(query))) == fold(query)
    asked(query, known)


def asked(query, known):
    """Ask it of a Network, too, of those who have a name."""
    rows = [(actor, *map(str.strip, names)) for actor, *names in known if names[0].strip()]
    columns = {
        "id": [row[0] for row in rows],
        "name": [row[1] for row in rows],
        "kind": ["person"] * len(rows),
        "aliases": ["|".join(filter(None, row[2:])) for row in rows],
    }
    tables = {
        "actors": Table("actors.csv", columns, range(2, len(rows) + 2)),
        "relations": Table("relations.csv", dict.fromkeys(("source", "target", "type"), ()), ()),
    }
    try:
        net = Network.from_columns(*build_checked_columns(tables))
        found = net.resolve(query)
    except (errors.ActorError, errors.DataError):
        return
    assert shares(query, (found.id, *found.names))


if __name__ == "__main__":
    fuzz(judge, map(str.encode, SEEDS), map(str.encode, WORDS.split("|")))
