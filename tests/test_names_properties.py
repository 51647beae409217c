"""Whatever is typed, of whatever network: what the resolver may say, told without the resolver."""

import random
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sharing import shares
from tiny_network import of_rows

import graph
from graph.names.resolve import LONGEST_QUERY, find_nearest_rows

LETTERS = (
    *("abzABZ", "éłßøşŭ", "лукаЛЎїы", "аеосрх", "αθήΩ", "ვილ", "Լու", "לוקש", "لوكا", "पुति", "ปูต"),
    *("王薇伟习習", "プルかー", "푸틴가", "ᴘᴜᴛﬁＡ", "123٣५½²", "+♥=🇧🇾😀", "-.,’'\"()"),
    *("\u0301\u0306", "\u200b\u200d\u202e\u200f"),
)
WORD = st.one_of([st.text(block, min_size=1, max_size=6) for block in LETTERS])
MIXED = st.text("".join(LETTERS) + " ", min_size=1, max_size=8)
NAME = (
    st.lists(WORD | MIXED, min_size=1, max_size=3)
    .map(" ".join)
    .map(str.strip)
    .filter(lambda name: any(unicodedata.category(char)[0] in "LN" for char in name))
)
KINDS = st.sampled_from(["person", "state", "asset"])
ACTORS = st.lists(st.tuples(KINDS, st.lists(NAME, min_size=1, max_size=3)), min_size=1, max_size=6)


def named(actors):
    """Return the Network of actors given as (kind, names)."""
    rows = [
        {"id": f"id{row}", "kind": kind, "name": names[0], "aliases": "|".join(names[1:])}
        for row, (kind, names) in enumerate(actors)
    ]
    try:
        return of_rows(rows, [])
    except graph.DataError:
        assume(condition=False)


def found(net, query):
    """Return the actors a query leads to: one taken, several listed, or nobody."""
    try:
        return [net.resolve(query)]
    except graph.ActorAmbiguous as error:
        return list(error.candidates)
    except graph.ActorNotFound:
        return []


@pytest.mark.slow
@given(ACTORS)
def test_every_id_is_its_actor(actors):
    net = named(actors)
    assert [net.resolve(actor.id) for actor in net.actor_rows] == list(net.actor_rows)


@given(ACTORS, st.data())
def test_every_name_is_its_actor_or_told_to_be_shared(actors, data):
    stolen = data.draw(st.sampled_from(actors))[1][0]
    actors = [*actors, ("person", [stolen])] if data.draw(st.booleans()) else actors
    net = named(actors)
    for actor in net.actor_rows:
        for name in actor.names:
            sharing = [other for other in net.actor_rows if name in other.names]
            assert found(net, name) == sharing


@given(st.lists(NAME, min_size=2, max_size=5, unique=True))
def test_an_id_comes_before_the_name_that_is_the_same(names):
    assume(all("|" not in name for name in names))
    rows = [{"id": name, "kind": "place", "name": f"{name} too"} for name in names]
    rows.append({"id": "last", "kind": "place", "name": names[0]})
    try:
        net = of_rows(rows, [])
    except graph.DataError:
        assume(condition=False)
    assert net.resolve(names[0]).id == names[0]


def changed(name, seed):
    """Return a name in another case, form, spacing and order of words, or a part of it."""
    chance = random.Random(seed)  # noqa: S311 - a choice, no secret
    words = name.split()
    chance.shuffle(words)
    words = words[: chance.randint(1, len(words))]
    text = chance.choice([" ", "  ", "\t", "-", "", " \u200b"]).join(words)
    text = chance.choice([str.upper, str.lower, str.title, str.casefold, str])(text)
    form = chance.choice(["NFC", "NFD", "NFKC", "NFKD"])
    text = unicodedata.normalize(form, text)
    if chance.random() < 0.5:
        text = "".join(char for char in text if not unicodedata.combining(char))
    return chance.choice(["", " ", "\u3000"]) + text


@given(ACTORS, st.integers(0, 1 << 30))
def test_a_changed_name_leads_to_nobody_who_shares_nothing_with_it(actors, seed):
    net = named(actors)
    for actor in net.actor_rows:
        query = changed(random.Random(seed).choice(actor.names), seed)  # noqa: S311 - as above
        for other in found(net, query):
            assert shares(query, (other.id, *other.names))


@pytest.mark.slow
@given(ACTORS, MIXED | WORD | st.text(max_size=12))
def test_nobody_is_taken_who_shares_nothing_with_the_query(actors, query):
    net = named(actors)
    for actor in found(net, query):
        assert shares(query, (actor.id, *actor.names))


PLAIN = st.lists(
    st.sampled_from(["ada", "bob", "cyd", "dov", "eve", "1", "2nd", "11"]), min_size=1, max_size=4
)


@given(st.lists(st.tuples(KINDS, PLAIN), min_size=1, max_size=6), PLAIN)
def test_who_is_taken_has_every_word_and_enough_of_them(actors, words):
    """Names of plain words: what folding makes of them is known without folding."""
    net = named([(kind, [" ".join(name)]) for kind, name in actors])
    try:
        taken = net.resolve(" ".join(words))
    except graph.ActorError:
        return
    name = taken.name.split()
    assert all(words.count(word) <= name.count(word) for word in words)
    if len(words) < len(name):
        run = f" {' '.join(words)} " in f" {' '.join(name)} "
        has_number = [word[0].isdigit() for word in words]
        numbered = run and any(has_number) and not all(has_number)
        surname = [word for word in name if not word[0].isdigit()][-1:]
        is_surname = bool(surname) and surname[0] in words
        assert numbered or (taken.kind == "person" and is_surname)


@given(st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(["{} Guards", "Unit {}", "S{}"]))
def test_a_number_is_never_another(one, other, pattern):
    assume(one != other)
    net = named([("armed_group", [pattern.format(one)])])
    query = pattern.format(other)
    assert found(net, query) == []
    assert net.suggest(query) == ()
    assert found(net, pattern.format(one).lower())


@given(ACTORS, MIXED | NAME, st.integers(0, 8), st.data())
def test_no_more_is_offered_than_asked_for_and_nobody_left_out(actors, query, limit, data):
    net = named(actors)
    gone = data.draw(st.sets(st.sampled_from([actor.id for actor in net.actor_rows])))
    kept = net.avoid_actor(gone)
    offered = kept.suggest(query, limit)
    assert len(offered) <= limit >= len(find_nearest_rows(query, net.columns.spellings, limit))
    assert len(offered) == len({actor.id for actor in offered})
    assert not gone & {actor.id for actor in offered}
    assert kept.suggest(query, len(actors))[:limit] == offered


@given(ACTORS, st.text() | st.binary().map(lambda data: data.decode("utf-8", "surrogateescape")))
def test_nothing_but_an_actor_error_is_raised(actors, query):
    net = named(actors)
    assert all(isinstance(actor, graph.Actor) for actor in found(net, query))


@pytest.mark.parametrize("query", ["x" * 10_000, "王" * 10_000, "a " * 5_000, "\u0301" * 10_000])
def test_a_long_query_is_refused_before_anything_is_compared(query, monkeypatch):
    import rapidfuzz.distance

    def compared(*_, **__):
        raise AssertionError(query[:1])

    net = named([("person", ["x" * 300, "Martin"]), ("place", ["王" * 9_999])])
    monkeypatch.setattr(rapidfuzz.distance.Indel, "normalized_similarity", compared)
    monkeypatch.setattr("graph.names.resolve.fold", compared)
    with pytest.raises(graph.ActorNotFound, match=f"Give at most {LONGEST_QUERY}"):
        net.resolve(query)
    assert net.suggest(query) == ()
