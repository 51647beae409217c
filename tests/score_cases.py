"""The shared cases of scores under filters: what Python answers to the filters of a page link."""

from typing import Any

from explorer.page.measures import build_communities, build_measures
from explorer.page.packed_columns import unpack
from graph import Network
from graph.saved.page_link import LinkVocabulary, read_link

BY_VALUE = ("avoid", "avoid_basis", "basis", "according_to", "avoid_kind", "avoid_actor")


def make_score_case(network: Network, link: str) -> dict[str, Any]:
    """Return the scores and communities of what the filters of a link select."""
    return {"link": link, **answer_scores(select(network, link))}


def answer_scores(selected: Network) -> dict[str, Any]:
    """Return the actors, every measure of the page with its notes, and the communities."""
    ids = [actor.id for actor in selected.actor_rows]
    communities = build_communities(selected)
    numbers = unpack(communities["number"], len(ids))
    measures = build_measures(selected)
    return {
        "actors": ids,
        "scores": {each["id"]: unpack(each["scores"], len(ids)) for each in measures},
        "notes": {each["id"]: each["notes"] for each in measures if "notes" in each},
        "communities": [
            {
                "members": [
                    name for name, each in zip(ids, numbers, strict=True) if each == number
                ],
                "foremost": [ids[actor] for actor in foremost],
            }
            for number, foremost in enumerate(communities["foremost"], 1)
        ],
        "modularity": communities["modularity"],
        "agreement": communities.get("agreement", ""),
        "alone": sum(each is None for each in numbers),
    }


def select(network: Network, link: str) -> Network:
    """Return what the filters of a page link select."""
    read, problems = read_link(link, LinkVocabulary(network))
    assert not problems, problems
    fields = dict(read)
    certain = fields.get("certain") == ("yes",)
    selected = network
    for name in BY_VALUE:
        if name in fields:
            selected = getattr(selected, name)(fields[name])
    if "at" in fields:
        selected = selected.at(fields["at"][0], certain=certain)
    elif "from" in fields or "to" in fields:
        ends = (fields.get(name, ("",))[0] for name in ("from", "to"))
        selected = selected.between(*ends, certain=certain)
    if "min_confidence" in fields or "unrated" in fields:
        (minimum,) = fields.get("min_confidence", ("0",))
        selected = selected.min_confidence(minimum, unrated=fields.get("unrated") != ("no",))
    if "without_source" in fields:
        selected = selected.without_source(fields["without_source"])
    return selected
