"""List the ids that relations had in version 0.1, so that old links and notes find them."""

from graph import Network
from graph.data.dictionary_column import iter_values

MOST_RELATIONS = 1000  # of a page that lists them: 11 bytes each, under 3 % of the page


def list_former_ids(network: Network) -> dict[str, str]:
    """Return the part of the document with former ids; empty for large data and given ids.

    Each is written without its ``r``, with a blank between; an id that is given is an empty word.

    Examples
    --------
    >>> import graph
    >>> former = list_former_ids(graph.load_example().only("trades_with"))
    >>> len(former["former_relation_ids"].split(" "))
    4
    """
    columns, rows = network.columns, network.relation_numbers
    if len(rows) > MOST_RELATIONS:
        return {}
    given = iter_values(columns.relations.cells("id"), rows)
    former = iter_values(columns.former_relation_ids, rows)
    words = ["" if name else each[1:] for name, each in zip(given, former, strict=True)]
    return {"former_relation_ids": " ".join(words)} if any(words) else {}
