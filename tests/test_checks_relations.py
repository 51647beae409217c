"""Rules about relations and their types: what they say, and what they let pass."""

import pytest
from tiny_network import COUPLE, FUNDING, folder, problems

import graph
from graph.data.columns import Columns
from graph.data.table import Table
from graph.data.vocabulary import TYPES
from graph.rules import check
from graph.rules.prepared_columns import PreparedColumns
from graph.rules.undeclared_types import UsedTypes

ACTORS = "id,name,kind,aliases,start,end\nluk,Alexander Lukashenko,person,{}\nb,Bob,person,,,\n"
RELATIONS = "source,target,type,start,end,weight,confidence,stance,note\na,b,{}\n"
DECLARE = "declare it in types.csv: a column 'type' is enough."
DECLARED = "type,sign,mutual,influence,label,inverse\n"


def relation(tmp_path, cells):
    return problems(tmp_path, relations=RELATIONS.format(cells))


def test_an_end_that_names_no_actor(tmp_path):
    actors = ACTORS.format("Lukashenka|Лукашенко,,")
    relations = "source,target,type\n" + "b,luk,opposes\n" * 12 + "b,Lukashenka A.,opposes\n"
    told = [
        line
        for line in problems(tmp_path, actors=actors, relations=relations)
        if "is identical to" not in line
    ]
    assert told == [
        (
            "relations.csv:14: target: 'Lukashenka A.' names no actor."
            " Did you mean 'luk' (Alexander Lukashenko)?"
        )
    ]


def test_an_end_that_is_near_nobody_is_made_an_actor(tmp_path):
    assert problems(tmp_path, relations="source,target,type\nNarnia,b,funds\n") == [
        (
            "relations.csv: 1 actor not in actors.csv, made of the ends of relations: 'Narnia'."
            " Add what is known of them to actors.csv."
        )
    ]


def test_an_alias_is_no_end_of_a_relation(tmp_path):
    told = problems(
        tmp_path,
        actors=ACTORS.format("Lukashenka,,"),
        relations="source,target,type\nLukashenka,b,funds\n",
    )
    assert told == [
        (
            "relations.csv:2: source: 'Lukashenka' names no actor."
            " Did you mean 'luk' (Alexander Lukashenko)?"
        )
    ]


def test_an_end_may_be_a_name_that_one_actor_alone_has(tmp_path):
    net = graph.load(folder(tmp_path, relations="source,target,type\nAnn,b,funds\n"))
    assert net.relation_rows[0].source.id == "a"


def test_an_end_that_is_the_name_of_several(tmp_path):
    told = problems(
        tmp_path, actors=COUPLE + "c,Ann,person\n", relations="source,target,type\nAnn,b,funds\n"
    )
    assert told == [
        "actors.csv:4: name: 'Ann' is also a name in line 2. This name alone finds neither actor.",
        "relations.csv:2: source: 'Ann' is the name of 2 actors. Give the actor's id.",
    ]


@pytest.mark.parametrize("column", ["source", "target"])
def test_a_required_cell_of_a_relation(tmp_path, column):
    row = {"source": "a", "target": "b", "type": "ally"} | {column: ""}
    assert problems(tmp_path, relations="source,target,type\n" + ",".join(row.values()) + "\n") == [
        f"relations.csv:2: {column}: is empty. Every row needs it."
    ]


@pytest.mark.parametrize(("column", "above"), [("source", "a"), ("target", "b")])
def test_a_required_cell_below_a_filled_one(tmp_path, column, above):
    row = {"source": "a", "target": "b", "type": "ally"} | {column: ""}
    assert problems(tmp_path, relations=FUNDING + ",".join(row.values()) + "\n") == [
        (
            f"relations.csv:3: {column}: is empty, below '{above}'. "
            "Were cells merged? Write the actor in every row: explore import does it."
        )
    ]


def test_a_type_that_is_not_declared(tmp_path):
    assert relation(tmp_path, "fund,,,,,,") == [
        f"relations.csv:2: type: 'fund' is not a relation type. Did you mean 'funds'? Or {DECLARE}"
    ]
    assert relation(tmp_path, "xyz,,,,,,") == [
        (
            "relations.csv:2: type: 'xyz' is not declared, in 1 row: it is read as neutral and"
            " directed. To declare it, write types.csv: type,sign,mutual and below it xyz,0,no"
        )
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "cites,plus,no,no,cites,cited",
            "sign: 'plus' is not a sign. Write +, - or 0, or positive, negative or neutral.",
        ),
        ("cites,0,maybe,no,cites,cited", "mutual: 'maybe' is not allowed here. Write yes or no."),
        ("cites,0,no,1,cites,cited", "influence: '1' is not allowed here. Write yes or no."),
        (",0,no,no,cites,cited", "type: is empty. Every row needs it."),
    ],
)
def test_a_declared_type(tmp_path, row, told):
    assert problems(tmp_path, types=DECLARED + row + "\n") == [f"types.csv:2: {told}"]


@pytest.mark.parametrize("ends", ["a,a", "a,Ann", "Ann,a"])
def test_a_tie_to_oneself(tmp_path, ends):
    (told,) = problems(tmp_path, relations=f"source,target,type\n{ends},funds\n")
    target = ends.split(",")[1]
    assert told == (
        f"relations.csv:2: target: {target!r} is related to itself. Paths and measures ignore it."
    )


def test_a_row_that_repeats_another(tmp_path):
    assert problems(tmp_path, relations=FUNDING + "b,a,funds\na,b,funds\n") == [
        "relations.csv:4: is identical to line 2. Both count, as two claims."
    ]


def test_actors_without_ids_make_no_strangers_of_everybody(tmp_path):
    assert problems(tmp_path, actors="di,name,kind\na,Ann,person\n") == [
        "actors.csv:1: id: this column is missing. Is it 'di'?"
    ]


def test_broken_types_make_no_type_unknown(tmp_path):
    told = problems(
        tmp_path,
        types="typ,sign,mutual,influence,label,inverse\ncites,0,no,no,cites,cited\n",
        relations="source,target,type\na,b,cites\n",
    )
    assert told == ["types.csv:1: type: this column is missing. Is it 'typ'?"]


def circles(tmp_path, *rows, extra=""):
    """Return what is told of circles of rows such as "a b part_of"."""
    ends = sorted({end for row in rows for end in row.split()[:2]})
    actors = "id,name,kind\n" + "".join(f"{end},{end.upper()},place\n" for end in ends)
    lines = (",".join(row.split()) for row in rows)
    relations = f"source,target,type{extra}\n" + "".join(f"{line}\n" for line in lines)
    return [
        line for line in problems(tmp_path, actors=actors, relations=relations) if "circle" in line
    ]


@pytest.mark.parametrize("kind", ["part_of", "located_in"])
def test_a_circle_is_told_once_in_its_order_at_its_first_relation(tmp_path, kind):
    assert circles(tmp_path, f"x a {kind}", f"b c {kind}", f"a b {kind}", f"c a {kind}") == [
        (
            f"relations.csv:3: target: 'b', 'c', 'a', 'b': these actors are {kind} each other in a"
            " circle. Remove or correct one of the relations."
        )
    ]


def test_circles_that_share_actors_are_one_and_others_are_told_apart(tmp_path):
    knot = ["a b part_of", "b a part_of", "b c part_of", "c b part_of", "d a part_of"]
    told = circles(tmp_path, *knot, "x y part_of", "y x part_of")
    assert [line.split(": these")[0] for line in told] == [
        "relations.csv:2: target: 'a', 'b', 'a'",
        "relations.csv:7: target: 'x', 'y', 'x'",
    ]


def test_what_is_no_circle(tmp_path):
    assert circles(tmp_path, "a b part_of", "a c part_of", "b d part_of", "c d part_of") == []
    assert circles(tmp_path, "a b part_of", "b a located_in") == []
    assert circles(tmp_path, "a b part_of", "b a leads") == []
    assert circles(tmp_path, "a a part_of", "b c part_of") == []
    disputed = ("a b part_of asserts", "b a part_of disputes")
    assert circles(tmp_path, *disputed, extra=",stance") == []


def test_a_mutual_type_goes_round_in_no_circle(tmp_path):
    mutual = "type,sign,mutual,influence,label,inverse\npart_of,0,yes,yes,with,with\n"
    both = "source,target,type\na,b,part_of\nb,a,part_of\n"
    assert problems(tmp_path, relations=both, types=mutual) == []


@pytest.mark.nightly
@pytest.mark.slow
@pytest.mark.parametrize("closed", [False, True])
def test_a_very_long_chain_is_walked_to_its_end(closed):
    number = 100_000 if closed else 20_000
    ids = [f"a{place}" for place in range(number)]
    actors = Table(
        "actors.csv", {"id": ids, "name": ids, "kind": ["place"] * number}, range(number)
    )
    targets = [*ids[1:], ids[0] if closed else "a1"]
    if not closed:
        ids, targets = ids[:-1], targets[:-1]
    ends = {"source": ids, "target": targets, "type": ["part_of"] * len(ids)}
    relations = Table("relations.csv", ends, range(2, len(ids) + 2))
    empty = Table("none", {}, ())
    columns, used = Columns(actors, relations, {}, TYPES), UsedTypes(relations, TYPES)
    told = check.check_tables(PreparedColumns(columns, empty, empty, {}, used, []))
    assert [problem.what for problem in told] == (
        [
            (
                "'a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 99,993 more, 'a0':"
                " these actors are part_of each other in a circle."
            )
        ]
        if closed
        else []
    )
