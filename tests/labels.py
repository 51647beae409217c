"""Labels of relation types in sentences that tests expect: written in one place, the vocabulary.

`test_wording` holds the labels themselves; whatever else expects a sentence says the type.
"""

import re

from graph.data.vocabulary import TYPES

TYPE = re.compile(r"\[(~?)([a-z_]+)(!?)\]")


def say(text):
    """Replace ``[funds]`` by the label of the type, and ``[~funds]`` by its inverse.

    ``[funds!]`` and ``[~funds!]`` are the same in the past.
    """
    return TYPE.sub(
        lambda found: TYPES[found[2]].choose_wording(backwards=bool(found[1]), over=bool(found[3])),
        text,
    )


def say_each(value):
    """Say every text in lists, tuples and dictionaries."""
    if isinstance(value, dict):
        return {key: say_each(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(say_each(each) for each in value)
    return say(value) if isinstance(value, str) else value
