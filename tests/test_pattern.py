"""Patterns of relations: what they mean, what fits them, and where they cannot be read."""

import json
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal import folder, run
from tiny_network import network, of_rows

import graph
from graph.analysis.pattern import search
from graph.data.vocabulary import TYPES

ACTORS = "pqrst"
KINDS = dict(zip(ACTORS, ("person", "person", "state", "state", "armed_group"), strict=True))
TYPE_NAMES = ["ally", "opposes", "funds", "borders"]
LINE = st.fixed_dictionaries(
    {
        "source": st.sampled_from(ACTORS),
        "type": st.sampled_from(TYPE_NAMES),
        "target": st.sampled_from(ACTORS),
        "stance": st.sampled_from(["asserts", "asserts", "disputes"]),
        "start": st.sampled_from(["", "2000", "2010"]),
        "end": st.sampled_from(["", "2015", "2020"]),
    }
)
TERM = st.sampled_from(["?", "A", "B", "C", "A[person]", "?[state|armed group]", *ACTORS])
VERB = st.sampled_from(
    ["any", "+", "-", "0", *TYPE_NAMES, "funds|ally", "is funded by", "-|borders"]
)
DATE = st.sampled_from(["", "", " @2005", " @2012..2030", " @..1999"])
CLAUSE = st.tuples(TERM, VERB, TERM, DATE).filter(
    lambda each: each[0][0] != each[2][0] or each[0][0] == "?"
)


def fits(row, verb, one, other):
    """Return whether a row fits a verb from one actor to another, without our code."""
    kind = TYPES[row["type"]]
    ends = row["source"], row["target"]
    ways = {ends, ends[::-1]} if kind.mutual else {ends}
    if one == other:
        return False
    for word in verb.split("|"):
        if word == "any" and set(ends) == {one, other}:
            return True
        if word == "is funded by" and row["type"] == "funds" and (other, one) in ways:
            return True
        if word in (row["type"], kind.sign) and (one, other) in ways:
            return True
    return False


def holds(row, date):
    """Return whether a row may hold then: its dates are years, and it does not end before 2015."""
    if not date:
        return True
    start, dots, end = date.strip(" @").partition("..")
    end = end if dots else start
    begins, ends = row["start"] or "0", row["end"] or "9999"
    return begins <= (end or "9999") and ends >= (start or "0")


def find_by_brute_force(rows, clauses):
    """Return the actors of every match, in the order in which the terms first stand."""
    terms, places = [], []
    for one, _, other, _ in clauses:
        for term in (one, other):
            name = term[0]
            if name == "?" or name not in [each[0] for each in terms]:
                places.append(len(terms))
                terms.append([name, set(KINDS.values())])
            else:
                places.append([each[0] for each in terms].index(name))
            kinds = {"[": {"person"}}.get(term[1:2]) if "person" in term else None
            kinds = {"state", "armed_group"} if "state" in term else kinds
            terms[places[-1]][1] &= kinds or set(KINDS.values())
    clause_ends = [*zip(places[::2], places[1::2], strict=True)]
    walked = [row for row in rows if row["stance"] == "asserts"]

    def is_match(actors):
        named = [term[0] for term in terms if term[0] != "?"]
        taken = {actor for term, actor in zip(terms, actors, strict=True) if term[0] != "?"}
        return (
            len(taken) == len(named)
            and all(term[0] in (*"?ABC", each) for term, each in zip(terms, actors, strict=True))
            and all(KINDS[each] in term[1] for term, each in zip(terms, actors, strict=True))
            and all(
                any(
                    fits(row, verb, actors[one], actors[other]) and holds(row, date)
                    for row in walked
                )
                for (one, other), (_, verb, _, date) in zip(clause_ends, clauses, strict=True)
            )
        )

    parts = [
        (*ends, list_ways(rows, verb), date)
        for ends, (_, verb, _, date) in zip(clause_ends, clauses, strict=True)
    ]
    mirrors = [each for each in permutations(range(len(terms))) if is_mirror(terms, parts, each)]
    return [
        list(actors)
        for actors in product(ACTORS, repeat=len(terms))
        if is_match(actors)
        and all(actors <= tuple(actors[slot] for slot in mirror) for mirror in mirrors)
    ]


def list_ways(rows, verb):
    """Return the types in use that fit a verb, and whether onward or back."""
    names = {row["type"] for row in rows}
    ends = [("p", "q", "on"), ("q", "p", "back")]
    return {
        (name, way)
        for name in names
        for one, other, way in ends
        if fits({"type": name, "source": "p", "target": "q"}, verb, one, other)
    }


def is_mirror(terms, parts, mirror):
    """Return whether a pattern is the same after its actors changed places."""

    def read(one, other, ways, date):
        turned = {(name, "back" if way == "on" else "on") for name, way in ways}
        sides = [(one, other, sorted(ways), date), (other, one, sorted(turned), date)]
        return min(sides, key=lambda each: each[:2])

    words = ["letter" if term[0] in "ABC" else term[0] for term in terms]
    alike = all(
        (words[at], terms[at][1]) == (words[slot], terms[slot][1]) for at, slot in enumerate(mirror)
    )
    turned = [read(mirror[one], mirror[other], *rest) for one, other, *rest in parts]
    return alike and sorted(turned) == sorted(read(*each) for each in parts)


@given(rows=st.lists(LINE, max_size=12), clauses=st.lists(CLAUSE, min_size=1, max_size=3))
def test_as_many_answers_as_by_brute_force(rows, clauses):
    rows = [row for row in rows if not (row["start"] and row["end"] and row["start"] > row["end"])]
    people = [{"id": each, "name": each, "kind": KINDS[each]} for each in ACTORS]
    net = of_rows(people, rows)
    text = "; ".join(f"{one} {verb} {other}{date}" for one, verb, other, date in clauses)
    answer = net.find(text, limit=100_000)
    assert answer.is_complete
    expected = find_by_brute_force(rows, clauses)
    assert [[actor.id for actor in match.actors] for match in answer.matches] == expected
    for match in answer.matches[:3]:
        for step, (_, verb, _, date) in zip(match.steps, clauses, strict=True):
            for relation in step.relations:
                row = {"type": relation.type.name, "source": relation.source.id}
                row |= {"target": relation.target.id, "start": relation.start, "end": relation.end}
                if relation.stance == "asserts":
                    assert fits(row, verb, step.source.id, step.target.id)
                    assert holds(row, date)


NET = network(
    "Ann leads Bank start=2000 end=2010", "Bo leads Bank", "Bank funds Cy", "Cy opposes Bank",
    "Ann ally Cy", "Ann ally Bo stance=disputes",
)  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "named"),
    [
        ("? leads Bank", ["? is Ann", "? is Bo"]),
        ("Bank is led by ?", ["? is Ann", "? is Bo"]),
        ("BANK  is  LED by ?", ["? is Ann", "? is Bo"]),
        ("? led Bank", ["? is Ann", "? is Bo"]),
        ("? leads Bank @2015", ["? is Bo"]),
        ("? leads Bank @2009..2015", ["? is Ann", "? is Bo"]),
        ("A leads Bank; A ally ?", ["A is Ann, ? is Cy"]),
        ("Cy is allied with ?", ["? is Ann"]),
        ("? ally Bo", []),
        ("A + B; B - A", ["A is Bank, B is Cy"]),
        ("A negative ?", ["A is Cy, ? is Bank"]),
        ('"Ann" any "Cy"', [""]),
        ("Cy opposes|funds ?", ["? is Bank"]),
        ('Cy "opposes"|«funds» ?', ["? is Bank"]),
        ("A leads B\nB funds C", ["A is Ann, B is Bank, C is Cy", "A is Bo, B is Bank, C is Cy"]),
        ("?[person] ally ? [person];", ["? is Ann, ? is Cy"]),
        ("A ally B", ["A is Ann, B is Cy"]),
        ("A ally B; B opposes ?", ["A is Ann, B is Cy, ? is Bank"]),
    ],
)
def test_what_patterns_mean(pattern, named):
    assert [match.named for match in NET.find(pattern).matches] == named


ADVICE = "Write a type, a sign (+, -) or any between two actors, such as: ? leads A"


@pytest.mark.parametrize(
    ("pattern", "what", "part"),
    [
        ("", "is empty. Write one such as: ? leads A; A attacks Ukraine", ""),
        (" ; ", "is empty. Write one such as: ? leads A; A attacks Ukraine", ""),
        ("Ann", "needs two actors and a relation between them, such as: ? leads A", "Ann"),
        ("? leeds Bank", "'leeds' is not a relation. Did you mean 'leads'?", "leeds"),
        ("? x y ?", f"'x y' is not a relation. {ADVICE}", "x y"),
        ("Ann zzz Bo", f"'zzz' is not a relation. {ADVICE}", "zzz"),
        ("? leads A[persn]", "no actor is of the kind 'persn'. Did you mean 'person'?", "A[persn]"),
        ("? leads A[zz]", "no actor is of the kind 'zz'. Known: person.", "A[zz]"),
        ("A leads A", "has the same actor on both sides. Use two letters, or ? for one of them.",
         "A leads A"),
        ("? leads A @2022-13", "'2022-13' is not a date. There is no month 13.", "2022-13"),
        ("? leads A @", "has no date behind @. Write @2022, or @2020..2022.", ""),
        ("? leads A @2022..2020", "ends before it begins. Write @2020..2022.", "2022..2020"),
        ("; ".join(["? leads A"] * 9), "has 9 parts, at most 8.", "? leads A"),
        ("Ann leads Bank, Bank funds ?", "',' sets no parts of a pattern apart. Write ;", ","),
        ("? leads or ally Bo", "'or' joins no relations. Write | between several", "or"),
        ("? leads ?person", "'?person' is no name. Write a kind in brackets: ?[person]", "?person"),
        ("[person] leads A", "'[person]' is no name. Anybody of a kind is ?[person]", "[person]"),
        ("A[person;state] leads B", "'[' is not closed. Write | between several", "["),
        ("A [leads] B", "'leads' is no kind. Write a relation without brackets", "A [leads]"),
        ("A leads,ally B", "'leads,ally' is not a relation. Write | between several", "leads,ally"),
        ("A -leads-> B", "has arrows. Write words between two actors", "A -leads-> B"),
        ("A leads Bank in 2022", "'2022' is no part of a name. Write a time behind @: @2022",
         "2022"),
        ("?" * 3000, "has 3,000 characters, at most 2,000.", ""),
    ],
)  # fmt: skip
def test_what_is_no_pattern_is_refused_with_where_and_why(pattern, what, part):
    with pytest.raises(graph.PatternError) as caught:
        NET.find(pattern)
    error = caught.value
    assert error.what.startswith(what.partition(". There")[0])
    assert error.pattern[error.start : error.end] == part
    shown, mark = error.pointer
    at = mark.index("^")
    assert shown[at : at + mark.count("^")].startswith(part[:10])


def test_kinds_of_a_letter_are_those_that_all_its_places_allow():
    rows = [{"source": "p", "type": "ally", "target": "r"}]
    people = [{"id": each, "name": each, "kind": KINDS[each]} for each in ACTORS]
    net = of_rows(people, rows)
    answer = net.find("A[person|state] ally ?; A[state] ally ?")
    assert [match.actors[0].id for match in answer.matches] == ["r"]
    with pytest.raises(graph.PatternError, match="A is of two kinds at once"):
        net.find("A[person] ally ?; A[state] ally ?")


def test_names_that_lead_nowhere_are_refused():
    with pytest.raises(graph.ActorNotFound, match="'Anne Boleyn' names no actor"):
        NET.find("Anne Boleyn leads ?")
    with pytest.raises(graph.QuestionError, match="limit: must be 1 or more, not 0"):
        NET.find("? leads A", limit=0)


def test_a_contested_relation_is_marked_by_the_row_that_disputes_it():
    net = network("a leads b", "a leads b stance=disputes id=x", "c leads b")
    standings = [match.steps[0].standings for match in net.find("? leads b").matches]
    assert standings == [("contested", "contested"), ("stands",)]


def test_the_time_of_a_part_marks_what_merely_may_hold():
    (match,) = NET.find("Bank funds Cy @2015").matches
    assert match.sentence == "Bank funds Cy, undated."


def test_nothing_fits_and_why():
    assert str(NET.find("Bo funds ?")) == "Nothing fits “Bo funds ?”. No relation does."
    assert NET.find("Cy opposes A; A opposes ?").notes == (
        "Each part has answers alone, but not all parts together.",
    )
    assert NET.find("Cy opposes A; A attacks ?").notes == (
        "Its part “A attacks ?” fits no relation.",
    )
    assert NET.only("ally").find("? leads Bank").notes == (
        "No relation does.",
        "Without the filters there is an answer.",
    )


def test_searches_end_and_lists_are_cut_short(monkeypatch):
    net = network(*(f"a funds b{n}" for n in range(6)))
    answer = net.find("a funds ?", limit=2)
    assert (answer.match_count, len(answer.matches), answer.cut_short) == (6, 2, True)
    assert answer.notes == ("The first 2 are listed.",)
    monkeypatch.setattr(search, "MOST_MATCHES", 3)
    monkeypatch.setattr(search, "MOST_LOOKED_AT", 4)
    answer = net.find("a funds ?")
    assert (answer.match_count, answer.is_complete) == (4, False)
    assert answer.sentence == "At least 4 answers to “a funds ?”."
    assert answer.notes[0] == "The search was ended: there may be more. Name an actor or a type."


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path)


TEXT = """\
1 answer to “A ally B; B part_of|leads ?”.

1. A is Ada Ek, B is South Club, ? is West Dock
   ally   Ada Ek is allied with South Club
   leads  South Club leads West Dock (from 2022-08) [1]

Sources
[1] A memo
"""


TRIANGLES = [f"{one} ally {other}" for one, other in ("ab", "bc", "ca", "cd", "db")]


@pytest.mark.parametrize(
    ("pattern", "count", "mirrors"),
    [
        ("A any B; B any C; C any A", 2, True),
        ("A ally B; B ally C; C ally A", 2, True),
        ("A ally B; B ally a", 4, False),
        ("a ally A; b ally A", 1, False),
        ("? ally A; ? ally A", 18, True),
        ("A funds B", 0, False),
        ("; ".join(f"A any {letter}" for letter in "BCDEFGHI"), 0, False),
    ],
)
def test_mirror_images_count_once(pattern, count, mirrors):
    answer = network(*TRIANGLES).find(pattern)
    assert answer.match_count == count
    note = "Answers that differ only in the order of the actors count once."
    assert (note in answer.notes) == mirrors


def test_of_very_many_mirror_images_each_counts():
    net = network(*(f"a ally b{number}" for number in range(5)))
    pattern = "; ".join(f"A ally {letter}" for letter in "BCDEF")
    assert net.find(pattern).match_count == 1
    net = network(*(f"a ally b{number}" for number in range(6)))
    answer = net.find(f"{pattern}; A ally G")
    assert (answer.match_count, answer.is_symmetric) == (720, False)


def test_a_letter_that_is_an_actor_too_is_noted():
    net = network("P funds Tim", "Ann funds P")
    note = 'P is anybody here. For the actor of that name, write "P" in quotes.'
    answer = net.find("P funds A; P funds ?")
    assert [match.named for match in answer.matches] == [
        "P is Ann, A is P, ? is P",
        "P is P, A is Tim, ? is Tim",
    ][::-1]
    assert answer.notes == (note,)
    assert net.find("P ally A").notes == (note, "No relation does.")
    named = net.find('"P" funds A')
    assert ([match.named for match in named.matches], named.notes) == (["A is Tim"], ())


@pytest.mark.parametrize(
    ("word", "hints"),
    [("a", True), ("AA", True), ('"a"', True), ("Somebody", True), ("anna karenina", False)],
)
def test_a_short_name_of_nobody_may_be_meant_for_anybody(word, hints):
    with pytest.raises(graph.ActorNotFound) as caught:
        network("Tim funds Jim").find(f"{word} funds B")
    hint = "Anybody is ?, or one capital letter such as A."
    assert str(caught.value).endswith(hint) == hints


def test_a_type_with_a_mark_in_it_is_offered_in_quotes():
    rows = [{"source": "p", "type": 'odd; "type"', "target": "q"}]
    people = [{"id": each, "name": each, "kind": "person"} for each in "pq"]
    net = of_rows(people, rows)
    with pytest.raises(graph.PatternError, match="""Did you mean '“odd; "type"”'"""):
        net.find('A "odd type" B')
    assert [match.named for match in net.find('A “odd; "type"” B').matches] == ["A is p, B is q"]


def test_the_command_answers_in_sentences_with_sources(data):
    assert run("find", "A ally B; B part_of|leads ?", data=data).stdout == TEXT
    found = json.loads(run("find", "? leads A", "--format", "json", data=data).stdout)
    assert [each["actors"] for each in found["matches"]] == [["club", "dock"]]
    rows = run("find", "? leads A", "--format", "csv", data=data).stdout.splitlines()
    assert rows[0].startswith("match,step,from,to,id,source,target,type")
    assert rows[1].startswith("1,1,club,dock,r6,")
    marked = run("find", "ada ally club", "--format", "markdown", data=data).stdout
    assert marked.startswith("**1 answer to “ada ally club”.**\n\n1. All actors are named\n   - ")
    cut = run("find", "? any ?", "--limit", "1", data=data).stdout
    assert "The first is listed. --limit sets how many." in cut


def test_the_command_points_at_what_it_cannot_read(data):
    answer = run("find", "? leeds A", data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == (
        "Error: PATTERN: 'leeds' is not a relation. Did you mean 'leads'?\n  ? leeds A\n    ^^^^^\n"
    )
    answer = run("find", " ", data=data)
    assert "PATTERN is empty. Give a pattern, such as '? leads Belarus'." in answer.stderr


def test_a_long_pattern_is_shown_near_the_trouble():
    with pytest.raises(graph.PatternError) as caught:
        NET.find("; ".join(["? leads A"] * 7) + "; ? leeds A")
    shown, mark = caught.value.pointer
    assert len(shown) <= 70
    assert shown[mark.index("^") :].startswith("leeds")
    assert str(caught.value).count("\n") == 2


def test_a_far_word_is_no_suggestion():
    answer = run("find", "? likes Lukashenko")
    assert "'likes' is not a relation. Write a type, a sign (+, -) or any" in answer.stderr
