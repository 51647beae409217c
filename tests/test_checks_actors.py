"""Rules about actors and ids: what they say, and what they let pass."""

import pytest
from tiny_network import COUPLE, problems

RELATIONS = "source,target,type,start,end,weight,confidence,stance,note\na,b,{}\n"
TYPES = "type,sign,mutual,influence,label,inverse\n"


def test_a_required_cell_of_an_actor(tmp_path):
    assert problems(tmp_path, actors=COUPLE + "c,,person\n") == [
        "actors.csv:4: name: is empty. Every row needs it."
    ]


def test_a_kind_that_seems_misspelt_is_told_once(tmp_path):
    told = problems(tmp_path, actors=COUPLE + "c,Cat,persn\nd,Dan,persn\ne,Eve,wizard\n")
    assert told == ["actors.csv:4: kind: 'persn' is not a built-in kind. Did you mean 'person'?"]


def test_a_kind_of_ones_own_is_none_unless_it_is_near_another(tmp_path):
    own = ["company", "media", "party", "bank", "ngo", "court", "ministry", "city", "government"]
    own += ["agency", "team", "event"]
    rows = "".join(f"n{i},N{i},{kind}\n" for i, kind in enumerate(own))
    assert problems(tmp_path, actors=COUPLE + rows) == []
    told = problems(tmp_path, actors=COUPLE + rows + "c,Cat,compny\n")
    assert told == ["actors.csv:16: kind: 'compny' is not a built-in kind. Did you mean 'company'?"]


def test_however_many_kinds_there_are_a_few_are_compared(tmp_path):
    rows = "".join(f"n{i},N{i},{chr(0x4E00 + 7 * i) * 4}\n" for i in range(60))
    assert problems(tmp_path, actors=COUPLE + rows + "c,Cat,persn\n") == []


def test_a_name_or_alias_that_two_actors_claim(tmp_path):
    actors = "id,name,kind,aliases\na,Ann,person,Annie\nb,Bob,person,Bobby|Annie\n"
    assert problems(tmp_path, actors=actors) == [
        (
            "actors.csv:3: aliases: 'Annie' is also a name in line 2."
            " This name alone finds neither actor."
        )
    ]


def test_an_actor_may_repeat_their_own_name(tmp_path):
    actors = "id,name,kind,aliases\nAnn,Ann,person,Ann|Ann\nb,Bob,person,\na,Amy,person,\n"
    assert problems(tmp_path, actors=actors) == []


def test_a_name_that_is_another_actors_id(tmp_path):
    told = problems(tmp_path, actors=COUPLE + "c,b,person\n")
    assert told == [
        "actors.csv:4: name: 'b' is also the id in line 3. This name finds the actor with that id."
    ]


@pytest.mark.parametrize(
    ("name", "twin"),
    [
        ("An\u200dna", "Anna"),
        ("Anna\u200c", "Anna"),
        ("👨\u200d👩\u200d", "👨\u200d👩"),
        ("王\u200d薇", "王薇"),
    ],
)
def test_a_name_that_is_anothers_but_for_a_joiner_is_told(tmp_path, name, twin):
    for rows in (f"x,{name},person\ny,{twin},person\n", f"y,{twin},person\nx,{name},person\n"):
        told = problems(tmp_path, actors=f"{COUPLE}{rows}")
        line = 4 if rows.startswith("y") else 5
        what = f"actors.csv:{9 - line}: name: {name!r} looks like {twin!r} in line {line}."
        assert told == [f"{what} Remove what is invisible, or rename one."]


@pytest.mark.parametrize(
    ("one", "other"), [("👨\u200d👩\u200d👧", "👨👩👧"), ("می\u200cرود", "میرود")]
)
def test_a_joiner_that_is_seen_makes_another_name(tmp_path, one, other):
    assert problems(tmp_path, actors=f"{COUPLE}x,{one},person\ny,{other},person\n") == []


def test_an_emoji_may_be_an_id(tmp_path):
    assert (
        problems(tmp_path, actors=f"{COUPLE}👨\u200d👩\u200d👧,Cat,person\n👨👩👧,Dan,person\n")
        == []
    )


@pytest.mark.parametrize("twin", ["a\u200b", "A", "A\u200d", "\u2800a"])
def test_ids_that_look_alike(tmp_path, twin):
    told = problems(tmp_path, actors=f"{COUPLE}{twin},Amy,person\n")
    assert told[-1] == (
        f"actors.csv:4: id: {twin!r} looks like 'a' in line 2. Rename one, or make them the same."
    )
    assert len(told) == 1 + (twin != "A")


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u017b", "Z\u0307"),
        ("Stra\u00dfe", "STRASSE"),
        ("\u0130x", "i\u0307X"),
        ("\ufb01n", "fin"),
    ],
)
def test_ids_that_are_equal_but_for_form_and_case(tmp_path, one, other):
    (line,) = problems(tmp_path, actors=f"{COUPLE}{one},One,person\n{other},Other,person\n")
    assert line.startswith(f"actors.csv:5: id: {other!r} looks like {one!r} in line 4.")


def test_ids_that_differ_are_not_told(tmp_path):
    assert problems(tmp_path, actors=COUPLE + "e,Eve,person\n\u00e9,Zoe,person\n") == []


def test_types_that_look_alike(tmp_path):
    types = (
        "type,sign,mutual,influence,label,inverse\ncites,0,no,no,cites,cited\nCites,0,no,no,x,y\n"
    )
    (line,) = problems(tmp_path, types=types)
    assert line.startswith("types.csv:3: type: 'Cites' looks like 'cites' in line 2.")


def test_an_alias_that_repeats_is_no_noise(tmp_path):
    actors = "id,name,kind,aliases\na,Ann,person,Ann|Annie|Annie\nb,Bob,person,|Bob|\n"
    assert problems(tmp_path, actors=actors) == []


def test_an_empty_name_is_nobodys_id(tmp_path):
    assert problems(tmp_path, actors=COUPLE + ",Cat,person\nd,,person\n") == [
        "actors.csv: id: blank in 1 row, read as the name.",
        "actors.csv:5: name: is empty. Every row needs it.",
    ]
