"""Build the tables by which the page knows which part of a name is enough, as Python does.

The rules are `graph.names.surnames`; the page has their results for the names that it shows.
"""

from collections.abc import Iterable
from typing import Any

from graph.names.folding import fold
from graph.names.surnames import find_surname, identifies


def build_name_parts(
    names: Iterable[str], people: Iterable[str], without_kind: Iterable[str] = ()
) -> dict[str, Any]:
    """Build the tables of surnames, and of words that identify nothing beside a number.

    Parameters
    ----------
    names
        All actors' names and aliases.
    people
        Those of persons.
    without_kind
        The names of actors without a kind who are persons by their names.

    Returns
    -------
    dict
        ``surnames``: by name, where it is not the last word; empty where none is certain. Of those
        without a kind all, because the page takes them for persons only if they are here.
        ``weak_words``: folded, of the names that have a number.

    Examples
    --------
    >>> build_name_parts(["Protest of 2020", "Xi Jinping"], ["Xi Jinping", "Ann Lee"])
    {'surnames': {'Xi Jinping': 'Xi'}, 'weak_words': ['of']}
    """
    always = set(without_kind)
    surnames = {name: find_surname(name) for name in sorted(always.union(people))}
    every = list(names)
    numerals = set(filter(str.isnumeric, set().union(*every)))
    numbered = {name for name in every if not numerals.isdisjoint(name)}
    words = {word for name in numbered for word in fold(name) if not any(map(str.isdigit, word))}
    return {
        "surnames": {
            name: surname
            for name, surname in surnames.items()
            if name in always or fold(surname) != fold(name)[-1:]
        },
        "weak_words": sorted(word for word in words if not identifies(word)),
    }
