"""What the measures of an actor's surroundings mean: how it is placed among its neighbours."""

from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.facts.publications import HOPCROFT_1973, SEIDMAN_1983, WATTS_1998

LOCAL_FACTS = (
    MeasureFacts(
        id="clustering",
        label="local clustering",
        summary="share of its neighbours' pairs who are neighbours",
        question="Whose neighbours know each other?",
        formula="edges among the k neighbours of a / (k (k - 1) / 2); 0 if k is below 2",
        scale="0 to 1",
        direction="none",
        weights="never",
        signs="all",
        parts="unchanged",
        misleads="Highest are actors with two neighbours who happen to have a relation; those with "
        "many rarely come first. Low is whoever joins circles that do not know each other.",
        publications=(WATTS_1998,),
    ),
    MeasureFacts(
        id="triangles",
        label="triangles",
        summary="pairs of its neighbours who are neighbours",
        question="Who is part of the most closed triples?",
        formula="number of edges among the neighbours of a",
        scale="a count",
        direction="none",
        weights="never",
        signs="all",
        parts="unchanged",
        misleads="It rises with degree. A triangle of three foes counts as one of three friends.",
        publications=(WATTS_1998,),
    ),
    MeasureFacts(
        id="core_number",
        label="core number",
        summary="k: among actors with k neighbours among themselves",
        question="Who is in the core, and who at the edge?",
        formula="largest k for which a is among actors who each have k neighbours among themselves",
        scale="a count, at most n - 1",
        direction="none",
        weights="never",
        signs="all",
        parts="unchanged",
        misleads="Many actors share a rank. A core may be two camps at war with each other: choose "
        "signs positive for one that holds together.",
        publications=(SEIDMAN_1983,),
    ),
    MeasureFacts(
        id="articulation",
        label="articulation",
        summary="how many more parts there would be without it",
        question="Without whom would the network fall apart?",
        formula="components without a - components with a, at least 0",
        scale="a count; above 0 for an articulation point",
        direction="none",
        weights="never",
        signs="all",
        parts="unchanged",
        misleads="Most of what falls off is one actor of whom the data knows a single relation. "
        "One more relation that nobody wrote down, and it does not fall off.",
        publications=(HOPCROFT_1973,),
    ),
)
