"""What a person types, and whom they mean."""

import pickle
import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tiny_network import of_rows

import graph
from explorer.page.network_document import build_network_document
from graph.names.folding import LOSSY, compile_letters, fold
from graph.names.resolve import find_nearest_rows, resolve_name


def people(*rows):
    """Return a Network of actors given as (id, name, aliases...)."""
    return of_rows(
        [{"id": i, "name": n, "kind": "person", "aliases": "|".join(a)} for i, n, *a in rows], []
    )


def candidates(net, query):
    with pytest.raises(graph.ActorAmbiguous) as caught:
        net.resolve(query)
    return [actor.id for actor in caught.value.candidates]


def suggestions(net, query):
    with pytest.raises(graph.ActorNotFound) as caught:
        net.resolve(query)
    return [actor.id for actor in caught.value.suggestions]


# The stages, each before the next


def test_an_exact_id_comes_before_anybodys_name():
    assert people(("x", "Bob"), ("Bob", "Ann")).resolve("Bob").id == "Bob"


def test_an_exact_name_or_alias_comes_before_what_folds_to_it():
    net = people(("1", "Müller"), ("2", "Muller"), ("3", "Maier", "MULLER"))
    assert [net.resolve(query).id for query in ("Müller", "Muller", "MULLER")] == ["1", "2", "3"]
    assert candidates(net, "muller") == ["1", "2", "3"]


def test_a_whole_name_comes_before_a_word_of_another():
    net = people(("1", "John Vilnius"), ("2", "Vilnius"))
    assert net.resolve("vilnius").id == "2"
    assert suggestions(net, "john") == ["1"]


def test_words_must_be_whole_and_of_one_name():
    net = people(("1", "Anna Maria Novak", "The Singer"))
    assert net.resolve("maria novak").id == "1"
    assert suggestions(net, "Nova") == ["1"]
    assert suggestions(net, "Anna Singer") == []


@pytest.mark.parametrize(
    ("kind", "name", "taken", "offered"),
    [
        ("person", "Anna Maria Novak", ["Novak", "novak anna"], ["Anna", "Maria", "Anna Maria"]),
        ("person", "Kim Jong Un", ["Kim", "un kim"], ["Un", "Jong Un", "Jong"]),
        ("person", "Elizabeth II", ["ii elizabeth"], ["II", "Elizabeth"]),
        ("person", "Anna Novak Jr.", ["Novak", "novak jr"], ["Jr", "Anna", "Anna Jr"]),
        ("person", "Jean-Luc", ["jeanluc"], ["Luc", "Jean"]),
        ("armed_group", "Brigade 3/4", ["brigade 3"], ["3/4", "3 4", "4"]),
        ("event", "Protest of 2020-08-09", ["protest of 2020"], ["2020-08", "2020", "of 2020"]),
        (
            "event",
            "March of 9 August 2020",
            [],
            ["9 August", "August 2020", "March of"],
        ),
        ("armed_group", "1st Guards Tank Army", ["1st Guards"], ["1st Army", "guards", "1st"]),
        ("armed_group", "Baltic Fleet", [], ["Baltic", "Fleet"]),
        ("movement", "2014 Kyiv Revolution", ["2014 Kyiv"], ["2014", "Revolution", "Kyiv 2014"]),
        ("person", "Unit 7 Chief", ["unit 7"], ["7"]),
    ],
)
def test_part_of_a_name_is_taken_only_where_it_tells_one_apart(kind, name, taken, offered):
    net = of_rows([{"id": "x", "name": name, "kind": kind}], [])
    assert [net.resolve(part).id for part in taken] == ["x"] * len(taken)
    assert [suggestions(net, part) for part in offered] == [["x"]] * len(offered)


def test_a_name_that_the_query_holds_whole_is_offered():
    net = people(("1", "Putin"), ("2", "Putin Street"))
    assert suggestions(net, "President Vladimir Putin") == ["1"]
    assert suggestions(net, "Putin 2") == []


def test_word_order_and_spaces_do_not_count():
    net = people(("1", "Nord Stream"), ("2", "Alexander Lukashenko"))
    assert net.resolve("nordstream").id == "1"
    assert net.resolve("Lukashenko, Alexander").id == "2"
    assert net.resolve("  NORD-stream\t").id == "1"
    place = of_rows([{"id": "x", "name": "Lake Balaton", "kind": "place"}], [])
    assert [place.resolve(text).id for text in ("Balaton Lake", "balaton, lake")] == ["x", "x"]


@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("Łukaszenka", ["lukaszenka", "LUKASZENKA", "Lukaszenka"]),
        ("Лукашенко", ["Lukashenko", "лукашенко", "ЛУКАШЕНКО"]),
        ("Sørensen", ["Sorensen", "SØRENSEN"]),
        ("Đorđe", ["Dorde", "dorde"]),
        ("Groß", ["Gross", "GROSS"]),
        ("Işık", ["Isik", "ISIK"]),
        ("Ťažký", ["Tazky", unicodedata.normalize("NFD", "Ťažký")]),
        ("O’Brien", ["O'Brien", "OBrien", "o`brien", "o´brien"]),
        ("ＵＮ", ["UN", "un"]),
        ("Αθήνα", ["Athina"]),
        ("北京", ["Beijing", "bei jing"]),
    ],
)
def test_diacritics_case_and_script_do_not_count(name, queries):
    net = people(("1", name), ("2", "Somebody Else"))
    assert [net.resolve(query).id for query in queries] == ["1"] * len(queries)


# Asking back


def test_several_alike_are_listed_in_row_order_and_none_is_taken():
    net = people(("z", "Rail Partisans"), ("a", "Cyber Partisans"), ("m", "Else"))
    assert candidates(net, "partisans") == ["z", "a"]
    with pytest.raises(graph.ActorAmbiguous) as caught:
        net.resolve("partisans")
    assert str(caught.value) == (
        "'partisans' names 2 actors: 'z' (Rail Partisans) or 'a' (Cyber Partisans). Give the id."
    )
    assert caught.value.query == "partisans"


def test_many_alike_are_counted():
    net = people(*((str(number), "Guards") for number in range(12)))
    with pytest.raises(graph.ActorAmbiguous, match=r"'9' \(Guards\) and 2 more\. Give the id\.$"):
        net.resolve("guards")


def test_a_near_miss_is_offered_and_never_taken():
    net = people(("luk", "Alexander Lukashenko"), ("putin", "Vladimir Putin"))
    with pytest.raises(graph.ActorNotFound) as caught:
        net.resolve("Lukashenk")
    assert str(caught.value) == (
        "'Lukashenk' names no actor. Did you mean 'luk' (Alexander Lukashenko)?"
    )
    assert suggestions(net, "Narnia") == []


def test_at_most_three_are_offered_the_nearest_first_then_by_row():
    net = people(
        ("1", "Marten"), ("2", "Martina"), ("3", "Martin"), ("4", "Martin"), ("5", "Marti")
    )
    assert suggestions(net, "Martinn") == ["3", "4", "2"]


def test_digits_are_never_fuzzy():
    net = people(("1", "1st Guards Tank Army"), ("11", "11th Guards Tank Army"))
    assert net.resolve("1st guards").id == "1"
    assert net.resolve("11th guards").id == "11"
    assert suggestions(net, "2nd Guards Tank Army") == []
    assert suggestions(net, "111th Guards Tank Army") == []
    assert suggestions(net, "1st Gards") == ["1"]


@pytest.mark.parametrize("query", ["", "   ", "?!", "\x00", "\ud800", "'"])
def test_what_holds_no_word_names_nobody(query):
    assert suggestions(people(("1", "Ann")), query) == []


def test_above_200_characters_only_an_exact_id_or_name_is_taken():
    net = people(("1", "x" * 200), ("2", f"Ann {'y' * 201}", "z" * 300), ("i" * 250, "Bob"))
    assert net.resolve(f"  {'x' * 200}  ").id == "1"
    asked = (f" Ann {'y' * 201}", "z" * 300, "i" * 250)
    assert [net.resolve(query).name[:3] for query in asked] == ["Ann", "Ann", "Bob"]
    with pytest.raises(graph.ActorNotFound) as caught:
        net.resolve("y" * 201)
    assert str(caught.value) == (
        "A name of 201 characters names no actor. Give at most 200, or the exact id or name."
    )
    assert caught.value.suggestions == ()


def test_blanks_around_a_query_do_not_make_it_long():
    assert suggestions(people(("1", "Martin")), f"{' ' * 300}Martinn") == ["1"]


def test_a_filter_never_lets_a_name_mean_another():
    net = people(("1", "Rail Partisans"), ("2", "Cyber Partisans")).avoid_actor("1")
    with pytest.raises(graph.ActorAmbiguous):
        net.resolve("partisans")
    with pytest.raises(graph.ActorLeftOut) as caught:
        net.resolve("Rail Partisans")
    assert str(caught.value) == (
        "'Rail Partisans' names '1' (Rail Partisans), whom the filters leave out."
    )
    assert net.avoid_actor("1").resolve("2").id == "2"
    assert suggestions(net, "Rail Partisan") == []
    assert suggestions(net, "Ciber Partisan") == ["2"]


# The case of the design


@pytest.mark.parametrize(
    ("query", "actor"),
    [
        ("Lukashenko", "lukashenko"),
        ("lukasenka", "lukashenko"),
        ("Лукашенко", "lukashenko"),
        ("Łukaszenka", "lukashenko"),
        ("Kalinouski Regiment", "kalinouski_regiment"),
        ("1st guards", "first_guards_tank_army"),
    ],
)
def test_the_belarus_case(query, actor):
    assert graph.load_example().resolve(query).id == actor


def test_every_actor_of_the_belarus_case_is_found_by_every_name():
    net = graph.load_example()
    for actor in net.actor_rows:
        assert {net.resolve(name).id for name in (actor.id, *actor.names)} == {actor.id}


# Whatever is typed

WORDS = st.text(st.sampled_from("abкл1 2-'Łß北"), min_size=1, max_size=6).filter(str.strip)
NAMES = st.lists(st.lists(WORDS.map(str.strip), min_size=1, max_size=3), min_size=1, max_size=6)


def known_of(names):
    return [(f"id:{row}", *spellings) for row, spellings in enumerate(names)]


@given(NAMES)
def test_every_name_leads_to_its_actor_or_is_told_to_be_shared(names):
    known = known_of(names)
    for row, (actor, *spellings) in enumerate(known):
        assert resolve_name(actor, known) == [row]
        for name in spellings:
            sharing = [other for other, (_, *theirs) in enumerate(known) if name in theirs]
            assert resolve_name(f" {name}\n", known) == sharing


@given(NAMES, WORDS | st.text(max_size=10))
def test_nobody_is_found_who_shares_no_word_with_the_query(names, query):
    known = known_of(names)
    words = fold(query)
    for row in resolve_name(query, known):
        spellings = list(map(fold, known[row][1:]))
        shared = any(set(words) & set(name) for name in spellings)
        joined = any("".join(words) == "".join(name) for name in spellings)
        assert shared or joined or query.strip() in known[row]


@given(NAMES, WORDS | st.text(max_size=10))
def test_what_is_offered_was_not_found_in_digits(names, query):
    known = known_of(names)
    numbers = {word for word in fold(query) if any(map(str.isdigit, word))}
    for row in find_nearest_rows(query, known):
        assert any(numbers <= set(fold(name)) for name in known[row][1:])


SPACED = st.lists(st.sampled_from(["a", "b", "1", "12", "2b", "+", "🇧", "王", "²"])).map(" ".join)
SHUFFLED = st.text("ab12+🇧王薇² ", max_size=8)


def marks(text):
    """Return the runs of digits, none spanning two words, and the symbols of a text."""
    words = fold(text)
    return [mark for word in words for mark in re.findall(r"[0-9]+|[^0-9a-z]", word)]


@given(st.lists(SPACED | SHUFFLED, min_size=1, max_size=4), SPACED | SHUFFLED)
def test_numbers_and_symbols_of_what_is_found_are_those_of_the_query(names, query):
    known = [(f"id:{row}", name) for row, name in enumerate(names)]
    asked = marks(query)
    for name in (names[row] for row in resolve_name(query, known)):
        theirs = marks(name)
        if len("".join(fold(query))) == len("".join(fold(name))):  # none of its words is left out
            assert asked == theirs
        windows = [theirs[first : first + len(asked)] for first in range(len(theirs) + 1)]
        assert asked in windows


@given(st.text(max_size=30))
def test_folding_leaves_lower_case_words_and_folds_no_further(text):
    words = fold(text)
    assert all(word == word.lower() and word.split() == [word] for word in words)
    assert fold(" ".join(words)) == words


@given(st.characters(categories=["L", "N", "S"], exclude_characters="`´ʼʹ"))
def test_no_letter_number_or_symbol_vanishes(char):
    assume(
        any(unicodedata.category(part)[0] in "LNS" for part in unicodedata.normalize("NFKC", char))
    )
    assert fold(char)
    assert fold(f"Team {char}") == ("team", *fold(char))


@pytest.mark.parametrize("script", LOSSY)
def test_a_letter_that_is_kept_is_no_other(script):
    kept = [
        char
        for char in map(chr, range(0x590, 0x9000))
        if compile_letters(script).match(char)
        and char.isalpha()
        and unicodedata.is_normalized("NFKC", char)
        and char != "\u0640"
    ]
    folded = [fold(char, frozenset({script})) for char in kept]
    assert folded == [(char,) for char in kept if char not in "׳״"]


@given(st.text(st.characters(codec="latin-1", categories=["L"]), min_size=1, max_size=12))
def test_folding_heeds_neither_case_nor_unicode_form(text):
    assume("ß" not in text)
    forms = {unicodedata.normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    assert len({fold(form) for form in forms}) == 1
    assert "".join(fold(text.upper())) == "".join(fold(text.lower()))


@pytest.mark.parametrize("query", ["Nobody", "Partisans", "Rail Partisans"])
def test_what_was_not_found_survives_a_copy(query):
    net = people(("1", "Rail Partisans"), ("2", "Cyber Partisans")).avoid_actor("1")
    with pytest.raises(graph.ActorError) as caught:
        net.resolve(query)
    copied = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert (type(copied), str(copied)) == (type(caught.value), str(caught.value))


# Actors without a kind


@pytest.mark.parametrize(
    ("name", "taken", "offered"),
    [
        ("Anna Schäfer", ["Schäfer", "schafer", "schäfer anna"], ["Anna"]),
        ("Schäfer, Anna", ["Schäfer"], ["Anna"]),
        ("Dr. Hans-Peter Vogel", ["Vogel"], ["Hans", "Peter"]),
        ("J. Nowak", ["Nowak"], []),
        ("Orbán Viktor", ["Orbán"], ["Viktor"]),
        ("Шевченко Тарас Григорович", ["Шевченко"], ["Тарас"]),
        ("Vincent van Gogh", ["Gogh", "van gogh"], ["Vincent"]),
        ("Baltic Fleet", [], ["Fleet", "Baltic"]),
        ("Nord Stream", [], ["Stream"]),
        ("Habsburg Austria", [], ["Austria"]),
        ("Virginia Beach", [], ["Beach", "Virginia"]),
        ("Santa Maria", [], ["Santa", "Maria"]),
        ("Anna Becker GmbH", [], ["Becker"]),
        ("Anna & Bo", [], ["Bo"]),
        ("anna schäfer", [], ["Schäfer"]),
        ("Anna Maria Paula Vera Ines Schäfer", [], ["Schäfer"]),
        ("Elizabeth II", [], ["II"]),
    ],
)
def test_the_surname_of_an_actor_without_a_kind_is_taken_only_where_the_name_is_a_persons(
    name, taken, offered
):
    net = of_rows([{"id": "x", "name": name}], [])
    assert [net.resolve(part).id for part in taken] == ["x"] * len(taken)
    assert [suggestions(net, part) for part in offered] == [["x"]] * len(offered)


def test_a_surname_of_two_without_a_kind_is_a_question():
    net = of_rows([{"id": "a", "name": "Anna Vogel"}, {"id": "b", "name": "Thomas Vogel"}], [])
    assert candidates(net, "Vogel") == ["a", "b"]


def test_another_kind_is_believed_although_the_name_is_a_persons():
    net = of_rows([{"id": "x", "name": "Thomas Cook", "kind": "company"}], [])
    assert suggestions(net, "Cook") == ["x"]


def test_the_page_knows_the_surnames_of_those_without_a_kind():
    rows = [{"id": "a", "name": "Anna Vogel"}, {"id": "b", "name": "Baltic Fleet"}]
    named = [{"id": "c", "name": "Bo Ek", "kind": "person"}]
    document = build_network_document(of_rows([*rows, *named], []))
    assert document["surnames"] == {"Anna Vogel": "Vogel"}
