"""Build the camps that the page shows: who is where, what is in tension, and a layout for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.page.packed_columns import pack

if TYPE_CHECKING:
    from graph import Network
    from graph.analysis.balance.answer import Balance
    from graph.analysis.balance.signed_edge import SignedEdge
    from graph.analysis.camps.answer import Camps
    from graph.saved.arrangement import Arrangement

MOST_ACTORS = 2_000
MOST_RELATIONS = 10_000
MOST_LISTED = 100  # tensions and triangles
SECONDS = 10  # for the proof of the camps, and for that of the balance; unproved, they are left out
TWO = 2
FEWEST_MEMBERS = 3  # of each camp, where a page opens by camp
SHARE_PLACED = 0.5  # of the actors with relations that are then on a side


def build_camps(network: Network, arrangement: Arrangement) -> dict[str, Any]:
    """Build the camps of the network that is shown; see `graph.analysis.camps.answer`.

    Returns
    -------
    dict
        Empty where there are no two camps, or the network is large. Else ``camps``: ``number``,
        each actor's camp from 1, or null; ``names``, ``short_names`` and ``foremost`` of the
        camps; ``opens``, whether the page opens with them apart; ``undecided`` and ``unplaced``;
        ``apart``, the places and assets that are on a side; ``past``, whose time ended before the
        year ``past_limit``; ``sentence``, ``notes`` and ``findings`` in words; ``tensions`` by how
        sure they are, each group with its ``title``, and ``triangles``: each item with a sentence,
        on what it rests, and its actors; ``tension_count`` and ``triangle_count``, how many there
        are in all; ``x`` and ``y``, where actors are drawn when camps stand apart, unless a reader
        arranged them.
    """
    answer = find_camps(network)
    if answer is None:
        return {}
    described = _describe(network, answer, network.balance(seconds=SECONDS))
    return {"camps": described | _place(network, answer, arrangement)}


def find_camps(network: Network) -> Camps | None:
    """Find the two camps that the page knows; None without two, or in a large network."""
    from graph.select.edge_relations import count_by_sign

    is_large = (
        len(network.actor_numbers) > MOST_ACTORS or len(network.relation_numbers) > MOST_RELATIONS
    )
    if is_large or not count_by_sign(network).get("-"):
        return None
    answer = network.camps(seconds=SECONDS)
    return answer if len(answer.camps) == TWO and answer.optimal else None


def is_divided(network: Network, camps: Camps) -> bool:
    """Return whether a drawing opens with the camps apart.

    Each has three members or more, and half of the actors with relations are on a side.
    """
    sources, targets = network.columns.endpoints
    related = {ends[row] for row in network.relation_numbers for ends in (sources, targets)}
    sides = [len(camp.actors) + len(camp.places_and_assets) for camp in camps.camps]
    fewest = min(len(camp.actors) for camp in camps.camps)
    return fewest >= FEWEST_MEMBERS and sum(sides) >= SHARE_PLACED * len(related)


def _describe(network: Network, answer: Camps, balance: Balance) -> dict[str, Any]:
    from explorer.report.camps import IN_TENSION
    from explorer.report.signed_edges import group_tensions
    from graph.layout.camp_positions import find_past, find_past_limit

    ids = network.columns.actors.cells("id")
    number_of = {ids[row]: place for place, row in enumerate(network.actor_numbers)}
    numbers: list[int | None] = [None] * len(number_of)
    for camp in answer.camps:
        for actor in (*camp.actors, *camp.places_and_assets):
            numbers[number_of[actor.id]] = camp.number
    return {
        "number": pack(numbers),
        "names": [camp.name for camp in answer.camps],
        "short_names": [camp.short_name for camp in answer.camps],
        "counts": [len(camp.actors) for camp in answer.camps],
        "foremost": [[number_of[actor.id] for actor in camp.foremost] for camp in answer.camps],
        "undecided": [number_of[actor.id] for actor in answer.undecided],
        "unplaced": [number_of[actor.id] for actor in answer.unplaced],
        "apart": [number_of[actor.id] for camp in answer.camps for actor in camp.places_and_assets],
        "past": [number_of[ids[row]] for row in sorted(find_past(network))],
        "past_limit": find_past_limit(network),
        "sentence": answer.sentence,
        "notes": list(answer.notes),
        "findings": [
            {"actors": [number_of[each.actor.id]], "sentence": each.sentence}
            for each in answer.defections
        ],
        "tensions": [
            {
                "title": title,
                "items": [
                    _describe_edges(number_of, [each.edge], f"It rests on {each.edge.support}.")
                    for each in found
                ],
            }
            for title, found in group_tensions(answer.tensions[:MOST_LISTED], IN_TENSION)
        ],
        "tension_count": len(answer.tensions),
        "triangles": [
            _describe_edges(number_of, each.edges, each.support)
            for each in balance.unbalanced[:MOST_LISTED]
        ],
        "triangle_count": balance.unbalanced_count,
    }


def _describe_edges(
    number_of: dict[str, int], edges: list[SignedEdge] | tuple[SignedEdge, ...], support: str
) -> dict[str, Any]:
    ends = (actor for edge in edges for actor in (edge.step.source, edge.step.target))
    return {
        "actors": list(dict.fromkeys(number_of[actor.id] for actor in ends)),
        "sentence": "; ".join(edge.sentence for edge in edges),
        "support": support,
    }


def _place(network: Network, answer: Camps, arrangement: Arrangement) -> dict[str, Any]:
    from graph.layout.camp_positions import compute_camp_positions

    if arrangement.positions:
        return {"opens": False}
    positions = compute_camp_positions(network, answer)
    return {
        "opens": is_divided(network, answer),
        "x": [x for x, _ in positions],
        "y": [y for _, y in positions],
    }
