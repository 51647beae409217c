"""What the measures of support mean: who is supported by those who are supported themselves."""

from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.facts.publications import BONACICH_1972, EVERETT_2014, PAGE_1999

SUPPORT_FACTS = (
    MeasureFacts(
        id="eigenvector",
        label="eigenvector",
        summary="support by actors with high scores",
        question="Who has relations with those who are central themselves?",
        formula="sum of the scores of its neighbours / value, for the largest value for which this "
        "can be so",
        scale="0 to 1; the squares of all add up to 1",
        direction="raised",
        weights="strength",
        signs="support",
        parts="leading",
        misleads="It follows the densest part of the network, often the one that is described "
        "best. Along arrows most actors may have 0, and on a chain of command it is not defined.",
        publications=(BONACICH_1972,),
    ),
    MeasureFacts(
        id="pagerank",
        label="PageRank",
        summary="chance to meet a walker who restarts with 15 %",
        question="Who is supported by those who are supported, and who support few others?",
        formula="0.15 / n + 0.85 * (sum of score / number of edges over its "
        "neighbours + scores of all actors without edges / n)",
        scale="0 to 1; all add up to 1",
        direction="raised",
        weights="strength",
        signs="support",
        parts="scaled",
        misleads="Without direction it ranks nearly as degree does. A neutral relation (a border, "
        "a host) counts as support, too, unless signs are positive.",
        publications=(PAGE_1999,),
    ),
    MeasureFacts(
        id="pn",
        label="PN (friends and foes)",
        summary="1, raised by friends and lowered by foes",
        question="Who has many friends and few foes?",
        formula="1 + (sum of the scores of its friends - 2 * sum of the scores of its "
        "foes) / (2 n - 2)",
        scale="1 without signed relations; rarely above 2 or below 0",
        direction="towards",
        weights="never",
        signs="apart",
        parts="diluted",
        misleads="Scores lie close to 1 in a large network: compare ranks. One friend ranks "
        "before many friends and a few foes, and to be the foe of a foe helps little.",
        publications=(EVERETT_2014,),
    ),
)
