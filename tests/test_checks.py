"""Every rule about the data: what it says, and what it lets pass."""

import pytest
from tiny_network import COUPLE, FUNDING, folder, problems

import graph

ACTORS = "id,name,kind,aliases,start,end\nluk,Alexander Lukashenko,person,{}\nb,Bob,person,,,\n"
RELATIONS = "source,target,type,start,end,weight,confidence,stance,note\na,b,{}\n"
DECLARE = "Declare it in types.csv (type,sign,mutual,influence,label,inverse)."
TYPES = "type,sign,mutual,influence,label,inverse\n"
DATE = "Write a year (2022), a month (2022-08) or a day (2022-08-08)."


def relation(tmp_path, cells):
    return problems(tmp_path, relations=RELATIONS.format(cells))


def test_a_sound_pair_of_files_tells_nothing(tmp_path):
    assert problems(tmp_path) == []


def test_the_belarus_case_tells_nothing():
    assert graph.load_example().warnings == ()


def test_an_end_that_names_no_actor(tmp_path):
    actors = ACTORS.format("Lukashenka|Лукашенко,,")
    relations = "source,target,type\n" + "b,luk,opposes\n" * 12 + "b,Lukashenka A.,opposes\n"
    told = [
        line
        for line in problems(tmp_path, actors=actors, relations=relations)
        if "repeats" not in line
    ]
    assert told == [
        (
            "relations.csv:14: target: 'Lukashenka A.' names no actor."
            " Did you mean 'luk' (Alexander Lukashenko)?"
        )
    ]


def test_an_end_that_is_near_nobody(tmp_path):
    assert problems(tmp_path, relations="source,target,type\nNarnia,b,funds\n") == [
        "relations.csv:2: source: 'Narnia' names no actor. Add the actor to actors.csv."
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
        "actors.csv:4: name: 'Ann' is also a name in line 2. Asked by this name, neither is found.",
        "relations.csv:2: source: 'Ann' is the name of 2 actors. Give the actor's id.",
    ]


def test_many_strangers_get_a_hint_only_as_far_as_it_is_shown(tmp_path):
    strangers = "".join(f"Annn{number},b,funds\n" for number in range(60))
    relations = "source,target,type\n" + "".join(f"Ann{'n' * n},b,funds\n" for n in range(1, 61))
    assert len(problems(tmp_path, relations="source,target,type\n" + strangers)) == 60
    told = problems(tmp_path, relations=relations)
    assert told[0].endswith("Did you mean 'a' (Ann)?")
    assert told[-1].endswith("Add the actor to actors.csv.")


@pytest.mark.parametrize("column", ["id", "name", "kind"])
def test_a_required_cell_of_an_actor(tmp_path, column):
    row = {"id": "c", "name": "Cat", "kind": "person"} | {column: ""}
    assert problems(tmp_path, actors=COUPLE + ",".join(row.values()) + "\n") == [
        f"actors.csv:4: {column}: is empty. Every row needs it."
    ]


@pytest.mark.parametrize("column", ["source", "target", "type"])
def test_a_required_cell_of_a_relation(tmp_path, column):
    row = {"source": "a", "target": "b", "type": "ally"} | {column: ""}
    assert problems(tmp_path, relations=FUNDING + ",".join(row.values()) + "\n") == [
        f"relations.csv:3: {column}: is empty. Every row needs it."
    ]


def test_a_required_column(tmp_path):
    assert problems(tmp_path, actors="id,title,kind\na,Ann,person\n") == [
        "actors.csv:1: name: this column is missing. Due: id, name, kind."
    ]
    assert problems(tmp_path, relations="from,target,tpye\na,b,funds\n") == [
        "relations.csv:1: source: this column is missing. Due: source, target, type.",
        "relations.csv:1: type: this column is missing. Is it 'tpye'?",
    ]


def test_a_column_that_looks_like_a_known_one(tmp_path):
    told = problems(tmp_path, relations="source,target,type,Confidense,mood\na,b,funds,1,good\n")
    assert told == [
        (
            "relations.csv:1: Confidense: is no known column; it is kept as an attribute."
            " Did you mean 'confidence'?"
        )
    ]


@pytest.mark.parametrize(
    ("family", "text", "line"),
    [
        ("actors", COUPLE + "a,Amy,person\n", "actors.csv:4: id: 'a'"),
        (
            "relations",
            "source,target,type,id\na,b,ally,x\nb,a,funds,x\n",
            "relations.csv:3: id: 'x'",
        ),
        ("sources", "id\ns\ns\n", "sources.csv:3: id: 's'"),
        ("types", TYPES + "cites,0,no,no,cites,is cited by\n" * 2, "types.csv:3: type: 'cites'"),
    ],
)
def test_an_id_is_given_once(tmp_path, family, text, line):
    assert problems(tmp_path, **{family: text}) == [f"{line} is already in line 2. Rename one."]


def test_a_source_has_an_id(tmp_path):
    assert problems(tmp_path, sources="id,title\n,A work\n") == [
        "sources.csv:2: id: is empty. Every row needs it."
    ]


def test_a_kind_that_is_not_built_in_is_told_once(tmp_path):
    told = problems(tmp_path, actors=COUPLE + "c,Cat,persn\nd,Dan,persn\ne,Eve,wizard\n")
    assert told == [
        "actors.csv:4: kind: 'persn' is no built-in kind. Did you mean 'person'?",
        (
            "actors.csv:6: kind: 'wizard' is no built-in kind. Built in: person, state,"
            " organisation, armed_group, alliance, institution, movement, place, asset."
        ),
    ]


def test_a_name_or_alias_that_two_actors_claim(tmp_path):
    actors = "id,name,kind,aliases\na,Ann,person,Annie\nb,Bob,person,Bobby|Annie\n"
    assert problems(tmp_path, actors=actors) == [
        (
            "actors.csv:3: aliases: 'Annie' is also a name in line 2."
            " Asked by this name, neither is found."
        )
    ]


def test_an_actor_may_repeat_their_own_name(tmp_path):
    actors = "id,name,kind,aliases\nAnn,Ann,person,Ann|Ann\nb,Bob,person,\na,Amy,person,\n"
    assert problems(tmp_path, actors=actors) == []


def test_a_name_that_is_another_actors_id(tmp_path):
    told = problems(tmp_path, actors=COUPLE + "c,b,person\n")
    assert told == [
        "actors.csv:4: name: 'b' is also the id in line 3. Asked by this name, that one is found."
    ]


@pytest.mark.parametrize("date", ["spring 2022", "2022-13", "2022-02-30", "2022-8", "22", "0000"])
def test_a_date_that_is_none(tmp_path, date):
    assert relation(tmp_path, f"funds,{date},,,,,") == [
        f"relations.csv:2: start: {date!r} is no date. {DATE}"
    ]
    assert problems(
        tmp_path, actors=ACTORS.format(f",,{date}"), relations="source,target,type\n"
    ) == [f"actors.csv:2: end: {date!r} is no date. {DATE}"]


def test_an_interval_that_ends_before_it_starts(tmp_path):
    assert relation(tmp_path, "funds,2022-08,2022-07-31,,,,") == [
        (
            "relations.csv:2: end: '2022-07-31' lies before the start, '2022-08'."
            " Swap or correct the two."
        )
    ]
    assert relation(tmp_path, "funds,2022-08,2022,,,,") == []


@pytest.mark.parametrize(
    ("weight", "complaint"),
    [
        ("heavy", "is no number. Write it like 1.5."),
        ("1_0", "is no number. Write it like 1.5."),
        ("٣", "is no number. Write it like 1.5."),
        ("nan", "is no number. Write it like 1.5."),
        ("inf", "is no number. Write it like 1.5."),
        ("0x1", "is no number. Write it like 1.5."),
        ("0", "is not above 0 and finite. A weight is a strength."),
        ("-1", "is not above 0 and finite. A weight is a strength."),
        ("1e400", "is not above 0 and finite. A weight is a strength."),
        ("1e-310", "is beyond what can be added up. Give 1e-100 to 1e100."),
        ("1e308", "is beyond what can be added up. Give 1e-100 to 1e100."),
    ],
)
def test_a_weight_that_is_none(tmp_path, weight, complaint):
    assert relation(tmp_path, f"funds,,,{weight},,,") == [
        f"relations.csv:2: weight: {weight!r} {complaint}"
    ]


@pytest.mark.parametrize(("weight", "number"), [("", 1), ("2", 2), (".5", 0.5), ("+1.5e1", 15)])
def test_a_weight(tmp_path, weight, number):
    net = graph.load(folder(tmp_path, relations=RELATIONS.format(f"funds,,,{weight},,,")))
    assert net.relation_rows[0].weight == number


@pytest.mark.parametrize("confidence", ["high", "1.01", "-0.1", "G1", "A7", "B", "0,5%"])
def test_a_confidence_that_is_none(tmp_path, confidence):
    assert relation(tmp_path, f'funds,,,,"{confidence}",,') == [
        (
            f"relations.csv:2: confidence: {confidence!r} is no confidence."
            " Write 0 to 1, or an Admiralty grade such as B2."
        )
    ]


@pytest.mark.parametrize(
    ("cell", "confidence", "grade"),
    [("", None, ""), ("0", 0, ""), ("1", 1, ""), ("0.4", 0.4, ""), ("b2", 0.8, "B2"),
     ("A1", 1, "A1"), ("E1", 0.2, "E1"), ("F3", 0.6, "F3"), ("D6", 0.4, "D6"), ("F6", None, "F6")],
)  # fmt: skip
def test_a_confidence(tmp_path, cell, confidence, grade):
    net = graph.load(folder(tmp_path, relations=RELATIONS.format(f"funds,,,,{cell},,")))
    assert (net.relation_rows[0].confidence, net.relation_rows[0].grade) == (confidence, grade)


def test_a_stance(tmp_path):
    assert relation(tmp_path, "funds,,,,,asserts,") == []
    assert relation(tmp_path, "funds,,,,,disputes,") == []
    assert relation(tmp_path, "funds,,,,,Disputes,") == [
        "relations.csv:2: stance: 'Disputes' means nothing here. Write asserts or disputes."
    ]


def test_a_type_that_is_not_declared(tmp_path):
    assert relation(tmp_path, "fund,,,,,,") == [
        f"relations.csv:2: type: 'fund' is no relation type. Did you mean 'funds'? {DECLARE}"
    ]
    assert relation(tmp_path, "xyz,,,,,,") == [
        f"relations.csv:2: type: 'xyz' is no relation type. {DECLARE}"
    ]


@pytest.mark.parametrize("ends", ["a,a", "a,Ann", "Ann,a"])
def test_a_tie_to_oneself(tmp_path, ends):
    (told,) = problems(tmp_path, relations=f"source,target,type\n{ends},funds\n")
    target = ends.split(",")[1]
    assert told == (
        f"relations.csv:2: target: {target!r} is related to itself. No path or measure counts it."
    )


def test_a_row_that_repeats_another(tmp_path):
    assert problems(tmp_path, relations=FUNDING + "b,a,funds\na,b,funds\n") == [
        "relations.csv:4: repeats line 2 to the letter. It counts as a claim of its own."
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("cites,plus,no,no,cites,cited", "sign: 'plus' means nothing here. Write + or - or 0."),
        ("cites,0,maybe,no,cites,cited", "mutual: 'maybe' means nothing here. Write yes or no."),
        ("cites,0,no,1,cites,cited", "influence: '1' means nothing here. Write yes or no."),
        ("cites,0,no,no,,cited", "label: is empty. Every row needs it."),
        ("cites,0,no,no,cites,", "inverse: is empty. Every row needs it."),
    ],
)
def test_a_declared_type(tmp_path, row, told):
    assert problems(tmp_path, types=TYPES + row + "\n") == [f"types.csv:2: {told}"]


def test_the_problems_of_all_files_are_told_at_once_by_file_and_line(tmp_path):
    told = problems(
        tmp_path,
        actors=COUPLE + "a,,person\n",
        relations="source,target,type,weight\na,b,fund,x\na,Bobb,ally,\n",
        sources="title\nA work\n",
        types=TYPES + "cites,*,no,no,cites,cited\n",
    )
    assert [line.split(" ")[0] + " " + line.split(" ")[1] for line in told] == [
        "actors.csv:4: name:",
        "actors.csv:4: id:",
        "relations.csv:2: type:",
        "relations.csv:2: weight:",
        "relations.csv:3: target:",
        "sources.csv:1: id:",
        "types.csv:2: sign:",
    ]


def test_a_file_that_cannot_be_read_hides_no_other_problem_and_makes_none(tmp_path):
    unread = "actors.csv:1: byte 0xff is not UTF-8. Save the file as 'CSV UTF-8'."
    weight = "relations.csv:2: weight: '0' is not above 0 and finite. A weight is a strength."
    relations = "source,target,type,weight\nx,y,funds,0\n"
    assert problems(tmp_path, actors=b"\xff", relations=relations) == [unread, weight]


def test_actors_without_ids_make_no_strangers_of_everybody(tmp_path):
    assert problems(tmp_path, actors="ident,name,kind\na,Ann,person\n") == [
        "actors.csv:1: id: this column is missing. Due: id, name, kind."
    ]


def test_broken_types_make_no_type_unknown(tmp_path):
    told = problems(
        tmp_path,
        types="typ,sign,mutual,influence,label,inverse\ncites,0,no,no,cites,cited\n",
        relations="source,target,type\na,b,cites\n",
    )
    assert told == ["types.csv:1: type: this column is missing. Is it 'typ'?"]


def test_a_long_list_of_problems_is_cut_and_says_so(tmp_path):
    rows = "".join(f"{number},,person\n" for number in range(60))
    with pytest.raises(graph.DataError) as caught:
        graph.load(folder(tmp_path, actors=COUPLE + rows))
    assert len(caught.value.problems) == 60
    assert str(caught.value).splitlines()[-1] == "... and 10 more problems"
    assert len(str(caught.value).splitlines()) == 51


def test_warnings_do_not_hide_what_stops_the_reading(tmp_path):
    rows = "".join(f"c{number},Cat,person\n" for number in range(60))
    with pytest.raises(graph.DataError) as caught:
        graph.load(folder(tmp_path, actors=COUPLE + rows + "x,,person\n"))
    assert str(caught.value).splitlines()[0] == (
        "actors.csv:64: name: is empty. Every row needs it."
    )
    assert caught.value.problems[0].severity == "warning"


def test_control_characters_in_a_value_are_shown_as_escapes(tmp_path):
    assert problems(tmp_path, relations="source,target,type\n\x1b[31mx,b,funds\n") == [
        "relations.csv:2: source: '\\x1b[31mx' names no actor. Add the actor to actors.csv."
    ]


def test_warnings_come_with_the_network(tmp_path):
    net = graph.load(folder(tmp_path, actors=COUPLE + "c,Cat,wizard\n"))
    assert [(warning.line, warning.column, warning.severity) for warning in net.warnings] == [
        (4, "kind", "warning")
    ]
    assert net.only("funds").warnings == net.warnings


def test_a_reference_that_is_nearly_a_source_is_told_once(tmp_path):
    (tmp_path / "actors.csv").write_text("id,name,kind\na,A,person\nb,B,person\n")
    (tmp_path / "relations.csv").write_text(
        "source,target,type,reference\na,b,funds,chronicel2021\nb,a,funds,chronicel2021\n"
        "a,b,ally,A letter|chronicle2021|report_of_another_kind\n"
    )
    (tmp_path / "sources.csv").write_text("id,title\nchronicle2021,Chronicle\n")
    assert [str(warning) for warning in graph.load(tmp_path).warnings] == [
        (
            "relations.csv:2: reference: 'chronicel2021' is no id in sources.csv, so it is "
            "taken as text. Did you mean 'chronicle2021'?"
        )
    ]
