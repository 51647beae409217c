"""Relation types: those built in, those that types.csv declares or changes."""

import pytest
from tiny_network import folder

import graph
from graph.data.vocabulary import KINDS, TYPES, make_undeclared_type

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
    }


def test_a_mutual_type_reads_the_same_both_ways_and_a_directed_one_does_not():
    for known in TYPES.values():
        assert (known.label == known.inverse) == known.mutual


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


@pytest.mark.parametrize(
    ("mutual", "inverse"), [(True, "went to"), (False, 'is at the other end of "went to" from')]
)
def test_a_type_that_nobody_declared_reads_plainly(mutual, inverse):
    plain = make_undeclared_type("went_to", mutual=mutual)
    assert (plain.sign, plain.label, plain.inverse) == ("0", "went to", inverse)
