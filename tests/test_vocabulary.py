"""Relation types: those built in, those that types.csv declares or changes."""

import pytest
from tiny_network import folder

import graph
from graph.data.declared_types import make_undeclared_type
from graph.data.sign_reasons import SIGN_REASONS
from graph.data.vocabulary import KINDS, TYPES

TYPES_FILE = "type,sign,mutual,influence,label,inverse\n"


def test_the_built_in_types():
    assert {name: (known.sign, known.mutual, known.influence) for name, known in TYPES.items()} == {
        "ally": ("+", True, True),
        "supports": ("+", False, True),
        "funds": ("+", False, True),
        "supplies": ("+", False, True),
        "opposes": ("-", False, True),
        "sanctions": ("-", False, True),
        "attacks": ("-", False, True),
        "leads": ("0", False, True),
        "commands": ("0", False, True),
        "member_of": ("0", False, True),
        "part_of": ("0", False, True),
        "hosts": ("0", False, True),
        "trades_with": ("0", True, True),
        "borders": ("0", True, False),
        "located_in": ("0", False, False),
        "owns": ("0", False, True),
        "controls": ("0", False, True),
        "founded": ("0", False, True),
        "employs": ("0", False, True),
        "advises": ("+", False, True),
        "represents": ("+", False, True),
        "appointed": ("0", False, True),
        "married_to": ("+", True, True),
        "parent_of": ("0", False, True),
        "related_to": ("0", False, True),
        "knows": ("0", True, True),
        "met": ("0", True, True),
        "donated_to": ("+", False, True),
        "paid": ("0", False, True),
        "lent_to": ("0", False, True),
        "invested_in": ("0", False, True),
        "contracts_with": ("0", True, True),
        "lobbies": ("0", False, True),
        "investigates": ("0", False, True),
        "sued": ("-", False, True),
        "criticises": ("-", False, True),
        "praises": ("+", False, True),
        "signed_with": ("0", True, True),
        "studied_at": ("0", False, False),
    }


def test_a_mutual_type_reads_the_same_both_ways_and_a_directed_one_does_not():
    for known in TYPES.values():
        same = known.mutual or known.name == "related_to"
        assert (known.label == known.inverse) == same
        assert (known.past == known.past_inverse) == same


def test_every_event_has_words_for_what_is_to_come_and_nothing_else_has():
    for known in TYPES.values():
        assert bool(known.present) == bool(known.present_inverse) == known.event
        assert not known.event or known.present != known.label
        if known.mutual:
            assert known.present == known.present_inverse


def test_every_type_has_words_for_what_is_over_and_an_event_has_no_others():
    for known in TYPES.values():
        assert known.past
        assert known.past_inverse
        assert (known.label, known.inverse) == (known.past, known.past_inverse) or not known.event
    assert [name for name, known in TYPES.items() if known.event] == [
        "founded",
        "appointed",
        "met",
        "donated_to",
        "paid",
        "lent_to",
        "invested_in",
        "sued",
        "signed_with",
    ]


def test_a_type_may_be_declared_by_its_name_alone(tmp_path):
    files = folder(
        tmp_path, types="type\nborn_in\nfunds\n", relations="source,target,type\na,b,born_in\n"
    )
    net = graph.load(files)
    born = net.types["born_in"]
    assert (born.sign, born.mutual, born.influence, born.event) == ("0", False, False, False)
    assert (born.label, born.inverse, born.past) == ("born in", "", "")
    assert net.types["funds"] == TYPES["funds"]


def test_signs_and_answers_in_words_of_any_case(tmp_path):
    row = "cites,Positive,YES,Yes,no\n"
    files = folder(tmp_path, types="type,sign,mutual,influence,event\n" + row)
    cites = graph.load(files).types["cites"]
    assert (cites.sign, cites.mutual, cites.influence, cites.event) == ("+", True, True, False)


def test_every_sign_has_a_reason():
    assert list(SIGN_REASONS) == list(TYPES)


def test_the_built_in_kinds():
    assert " ".join(KINDS) == (
        "person state organisation armed_group alliance institution movement place asset"
    )


def test_the_vocabulary_cannot_be_changed():
    with pytest.raises(TypeError):
        TYPES["ally"] = TYPES["funds"]


def test_a_type_of_ones_own(tmp_path):
    files = folder(
        tmp_path,
        types=TYPES_FILE + "cites,+,no,no,cites,is cited by\n",
        relations="source,target,type\na,b,cites\n",
    )
    net = graph.load(files)
    cites = net.types["cites"]
    assert (cites.sign, cites.mutual, cites.influence) == ("+", False, False)
    assert net.path("b", "a").sentence == "Bob is cited by Ann."
    assert list(net.types) == [*TYPES, "cites"]


def test_a_built_in_type_may_be_changed_for_one_network_alone(tmp_path):
    files = folder(
        tmp_path, types=TYPES_FILE + "funds,-,yes,yes,trades blows with,trades blows with\n"
    )
    assert graph.load(files).path("b", "a", directed=True).sentence == "Bob trades blows with Ann."
    assert TYPES["funds"].sign == "+"


@pytest.mark.parametrize(("mutual", "inverse"), [(True, "went to"), (False, "")])
def test_a_type_that_nobody_declared_reads_plainly(mutual, inverse):
    plain = make_undeclared_type("went_to", mutual=mutual)
    assert (plain.sign, plain.label, plain.inverse) == ("0", "went to", inverse)
