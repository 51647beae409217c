"""List the types of relations and the kinds of actors that are in use."""

from graph.data.dictionary_column import iter_values
from graph.data.vocabulary import KINDS, RelationType
from graph.select.selection import Selection


def list_used_types(selection: Selection) -> list[RelationType]:
    """List the types of a selection's relations, in the order of its vocabulary.

    Examples
    --------
    >>> import graph
    >>> [each.name for each in list_used_types(graph.load_example().only("funds", "ally"))]
    ['ally', 'funds']
    """
    used = set(iter_values(selection.columns.relations.cells("type"), selection.relation_numbers))
    return [relation_type for name, relation_type in selection.types.items() if name in used]


def list_used_kinds(*selections: Selection) -> list[str]:
    """List the kinds of the selections' actors: built-in kinds in their order, then the others.

    Examples
    --------
    >>> import graph
    >>> list_used_kinds(graph.load_example().kind("state", "person"))
    ['person', 'state']
    """
    used = {
        kind
        for selection in selections
        for kind in iter_values(selection.columns.actors.cells("kind"), selection.actor_numbers)
    }
    return [*(kind for kind in KINDS if kind in used), *sorted(used.difference(KINDS))]
