"""Say who says what: in a step of a path, and about what is contested.

The page has the same wording in `explorer/page/assets/core/claim_words.js`; shared cases compare
the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.data.hosts import find_host
from graph.data.records import Basis, Reference, Relation, Standing
from graph.errors import shorten

MOST_NAMES = 3
LONGEST_NAME = 80  # characters of each: the sentence of one relation has the names of others
DOUBTFUL_BASES: tuple[Basis, ...] = ("inferred", "alleged")


def mark_step(
    relations: Sequence[Relation], standing: Standing, all_relations: Sequence[Relation]
) -> str:
    """Return what a step of a path says in brackets of relations that read alike; may be empty.

    Where any of them is stated by its sources alone, the step needs no word about the others. The
    sides of what is contested are named where a row has a claimant; lists name them always.

    Parameters
    ----------
    relations
        Those with one wording and one standing.
    standing
        How they stand.
    all_relations
        All between the two actors: those that dispute may be among them only.
    """
    if standing == "contested":
        first = relations[0]
        is_named = any(
            each.claimant
            for each in all_relations
            if each.type.name == first.type.name
            and (first.type.mutual or each.source.id == first.source.id)
        )
        sides = f": {first.sides}" if is_named else ""
        return _add_bases(f"contested{sides}", relations)
    if standing == "disputed":
        names = _list_claimants(relations)
        return _add_bases(f"disputed by {names}" if names else "disputed", relations)
    stated = [relation for relation in relations if relation.basis == "stated"]
    if stated:
        is_plain = any(not relation.claimant for relation in stated)
        return "" if is_plain else f"according to {_list_claimants(stated)}"
    words = []
    for basis in DOUBTFUL_BASES:
        rows = [relation for relation in relations if relation.basis == basis]
        names = _list_claimants(rows)
        by = "from the words of" if basis == "inferred" else "by"
        words += [f"{basis} {by} {names}" if names else basis] if rows else []
    return ", ".join(words)


def _add_bases(words: str, relations: Sequence[Relation]) -> str:
    """Return words behind what relations rest on, unless one of them is stated."""
    bases = {relation.basis for relation in relations}
    doubtful = () if "stated" in bases else [each for each in DOUBTFUL_BASES if each in bases]
    return ", ".join([*doubtful, words])


def _list_claimants(relations: Iterable[Relation]) -> str:
    return join_names([each.claimant_name for each in relations if each.claimant_name])


def describe_sides(relations: Sequence[Relation]) -> str:
    """Return who asserts and who disputes what several rows say of one relation.

    A side is the claimant of a row, else the authors or titles of its sources.
    """
    sides = []
    for stance, verb in (("asserts", "asserted"), ("disputes", "disputed")):
        rows = [relation for relation in relations if relation.stance == stance]
        named = [_name_side(relation) for relation in rows]
        unnamed = named.count(())
        names = [name for names in named for name in names]
        names += [] if not unnamed else ["one row" if unnamed == 1 else f"{unnamed:,} rows"]
        sides.append(f"{verb} by {join_names(names)}")
    return ", ".join(sides)


def _name_side(relation: Relation) -> tuple[str, ...]:
    if relation.claimant_name:
        return (relation.claimant_name,)
    return tuple(map(_name_reference, relation.references))


def _name_reference(reference: Reference) -> str:
    """Return the author of a source, else its quoted title or its id; of an address the host."""
    if not isinstance(reference, str):
        title = f'"{reference.title}"' if reference.title else reference.id
        return reference.author or title
    return find_host(reference) or reference


def join_names(names: Iterable[str]) -> str:
    """Join names, each once, with commas and "and"; many, and long ones, are shortened.

    Examples
    --------
    >>> join_names(["A", "B", "A"]), join_names("ABCDE")
    ('A and B', 'A, B, C and 2 others')
    """
    unique = list(dict.fromkeys(names))
    hidden = len(unique) - MOST_NAMES
    if hidden > 1:
        unique[MOST_NAMES:] = [f"{hidden:,} others"]
    unique = [shorten(name, LONGEST_NAME) for name in unique]
    return " and ".join(filter(None, (", ".join(unique[:-1]), *unique[-1:])))
