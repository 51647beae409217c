"""What the measures of paths mean: who stands between others, and who is near to them."""

from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.facts.publications import (
    FREEMAN_1977,
    MARCHIORI_2000,
    SABIDUSSI_1966,
    WASSERMAN_1994,
)

PATH_FACTS = (
    MeasureFacts(
        id="betweenness",
        label="betweenness",
        summary="share of shortest paths between others through it",
        question="Who stands between others who have no direct relation?",
        formula="for each pair of others the share of their shortest paths that lead through a, "
        "averaged over all pairs",
        scale="0 to 1",
        direction="along",
        weights="length",
        signs="all",
        parts="scaled",
        misleads="It says where paths lead, not that anything is passed on: across a border, a "
        "place or a feud nothing may be. A path of equal length that the data lacks halves it.",
        publications=(FREEMAN_1977,),
    ),
    MeasureFacts(
        id="closeness",
        label="closeness",
        summary="nearness, by the steps of all who reach it; 0 to 1",
        question="Who is near to all others?",
        formula="r / (sum of the steps from each of the r actors that reach a) * r / (n - 1)",
        scale="0 to 1, unless weighted",
        direction="towards",
        weights="length",
        signs="all",
        parts="scaled",
        misleads="Scores lie close together, so that one relation more or less changes ranks. "
        "Along arrows, an actor whom few can reach may still seem near.",
        publications=(SABIDUSSI_1966, WASSERMAN_1994),
    ),
    MeasureFacts(
        id="harmonic",
        label="harmonic closeness",
        summary="sum of 1 / steps over all who reach the actor",
        question="Who has many others near? Outward and of the type commands: who commands most, "
        "through others, too?",
        formula="sum of 1 / steps over all actors that reach a",
        scale="0 to n - 1, unless weighted",
        direction="towards",
        weights="length",
        signs="all",
        parts="unchanged",
        misleads="In a dense network it says hardly more than degree. A long path counts for "
        "little, though a chain of command may hold all along it.",
        publications=(MARCHIORI_2000,),
    ),
)
