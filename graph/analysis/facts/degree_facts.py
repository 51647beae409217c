"""What the degrees mean: how many others an actor has relations with, and how strong these are."""

from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.facts.publications import BARRAT_2004, FREEMAN_1978, WASSERMAN_1994

DEGREE_FACTS = (
    MeasureFacts(
        id="degree",
        label="degree",
        summary="other actors with a relation to the actor",
        question="Who has relations with the most others?",
        formula="number of other actors with a relation to or from a",
        scale="a count, at most n - 1",
        direction="none",
        weights="never",
        signs="all",
        parts="unchanged",
        misleads="Friends and foes count alike, and whoever is described in most detail comes "
        "first: it measures attention as much as importance.",
        publications=(FREEMAN_1978,),
    ),
    MeasureFacts(
        id="in_degree",
        label="in-degree",
        summary="actors with a relation that points to the actor",
        question="To whom do the most others do something? With signs negative: who is attacked "
        "by the most? With signs positive: who is supported by the most?",
        formula="number of other actors with a relation that points to a, or with a mutual one",
        scale="a count, at most n - 1",
        direction="into",
        weights="never",
        signs="all",
        parts="unchanged",
        misleads="Being supported, attacked or merely known all count as one: choose signs or "
        "types. An attack by an army and a speech count the same.",
        publications=(FREEMAN_1978, WASSERMAN_1994),
    ),
    MeasureFacts(
        id="out_degree",
        label="out-degree",
        summary="actors that a relation of the actor points to",
        question="Who does something to the most others? Of the type commands: who commands most?",
        formula="number of other actors that a relation of a points to, or a mutual one joins",
        scale="a count, at most n - 1",
        direction="out_of",
        weights="never",
        signs="all",
        parts="unchanged",
        misleads="It counts direct relations only: whoever commands one general who commands "
        "twenty has 1. It depends on how types are worded: a leads b, but b is part of a.",
        publications=(FREEMAN_1978, WASSERMAN_1994),
    ),
    MeasureFacts(
        id="weighted_degree",
        label="weighted degree",
        summary="sum of the weights of the actor's relations",
        question="Who has the strongest relations, all in all?",
        formula="sum of the weights of all relations of a",
        scale="0 or more, in the unit of the weights",
        direction="none",
        weights="always",
        signs="all",
        parts="unchanged",
        misleads="Weights of different units (money, soldiers, votes) are added up, and a blank "
        "weight is 1. One very strong relation outweighs many.",
        publications=(BARRAT_2004,),
    ),
    MeasureFacts(
        id="weighted_in_degree",
        label="weighted in-degree",
        summary="of those that point to the actor: who got most",
        question="Who got most?",
        formula="sum of the weights of all relations that point to a, and of its mutual ones",
        scale="0 or more, in the unit of the weights",
        direction="into",
        weights="always",
        signs="all",
        parts="unchanged",
        misleads="As weighted degree. Choose types with one unit, such as funds; without weights "
        "in the data it only counts relations.",
        publications=(BARRAT_2004,),
    ),
    MeasureFacts(
        id="weighted_out_degree",
        label="weighted out-degree",
        summary="of those that point from the actor: who gave most",
        question="Who gave most?",
        formula="sum of the weights of all relations that point from a, and of its mutual ones",
        scale="0 or more, in the unit of the weights",
        direction="out_of",
        weights="always",
        signs="all",
        parts="unchanged",
        misleads="As weighted degree. Choose types with one unit, such as funds; without weights "
        "in the data it only counts relations.",
        publications=(BARRAT_2004,),
    ),
)
