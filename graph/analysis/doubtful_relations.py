"""List the relations that are contested, and those that are only alleged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.data.claims import Claim, add_sides, find_sides, find_standings, get_claim
from graph.data.records import Relation, Standing

if TYPE_CHECKING:
    from graph.select.selection import Selection


def list_doubtful_relations(
    network: Selection, most: int = 5
) -> Sequence[tuple[Relation, Standing]]:
    """List relations that another row disputes, with who says what; then those that are alleged.

    Rows that dispute are told with what they dispute, together with what they cite, and are not
    listed themselves.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    most
        How many are listed at the most.

    Examples
    --------
    >>> import graph
    >>> listed = list_doubtful_relations(graph.load_example(), 1)
    >>> [(relation.type.name, standing) for relation, standing in listed]
    [('leads', 'contested')]
    """
    columns, rows = network.columns, network.relation_numbers
    standings, sides = find_standings(columns, rows), find_sides(columns, rows)
    asserting = [row for row in rows if not columns.disputes[row]]
    contested = [row for row in asserting if standings[get_claim(columns, row)] == "contested"]
    alleged = [row for row in asserting if columns.bases[row] == "alleged"]
    listed = list(dict.fromkeys([*contested, *alleged]))[:most]
    disputing: dict[Claim, list[int]] = {}
    for row in rows:
        if columns.disputes[row]:
            disputing.setdefault(get_claim(columns, row), []).append(row)
    found = []
    for row in listed:
        claim = get_claim(columns, row)
        relation = add_sides(network.relation(row), claim, sides)
        about = [relation, *(network.relation(each) for each in disputing.get(claim, ()))]
        cited = dict.fromkeys(reference for each in about for reference in each.references)
        found.append((replace(relation, references=tuple(cited)), standings[claim]))
    return found
