"""What a measure means, as facts of which tests try those that can be tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph.analysis.facts.publications import Publication

Direction = Literal["none", "into", "out_of", "along", "towards", "raised", "arrows"]
Weights = Literal["never", "always", "length", "strength"]
Signs = Literal["all", "support", "apart", "every"]
Parts = Literal["unchanged", "scaled", "leading", "diluted", "whole", "largest"]

DIRECTIONS: Mapping[Direction, str] = {
    "none": "None: a relation counts at both ends, whichever way it points.",
    "into": "Always to the actor: relations that point to it, and mutual ones.",
    "out_of": "Always from the actor: relations that point from it, and mutual ones.",
    "along": "None unless directed: then paths follow relations from source to target.",
    "towards": "None unless directed: then from others to the actor; outward from it to others.",
    "raised": "None unless directed: then only relations that point to the actor raise its score.",
    "arrows": "From source to target, and both ways for mutual types.",
}
WEIGHTS: Mapping[Weights, str] = {
    "never": "Never count.",
    "always": "Always count: those of all relations between two actors are added up.",
    "length": "Ignored unless weighted: then an edge of weight w is 1 / w steps long.",
    "strength": "Ignored unless weighted: then an edge counts by its weight.",
}
SIGNS: Mapping[Signs, str] = {
    "all": "All relations count, negative ones like any other, unless signs are chosen.",
    "support": "An edge counts as support: negative relations are left out, unless signs are "
    "chosen.",
    "apart": "Positive relations raise a score and negative ones lower it; neutral ones are left "
    "out.",
    "every": "All relations count, negative ones like any other.",
}
PARTS: Mapping[Parts, str] = {
    "unchanged": "Other parts of the network change no score.",
    "scaled": "Other parts make all scores smaller by one factor: ranks within a part stay.",
    "leading": "Only the part with the largest eigenvalue has scores, and all whom it leads to; "
    "parts that share it share. All others have 0.",
    "diluted": "Other parts bring all scores nearer to 1, and may change ranks.",
    "whole": "Taken over all parts together.",
    "largest": "Taken in the largest part alone.",
}
LOOPS = "Relations of an actor to itself are left out, and so are disputed ones."


@dataclass(frozen=True)
class MeasureFacts:
    """What a measure of an actor, or a figure of a network, means.

    Parameters
    ----------
    id
        Its name in Python, options and JSON.
    label
        Its name in words.
    summary
        What it is, in half a line.
    question
        The question that it answers.
    formula
        How the score of an actor ``a``, one of ``n``, is computed.
    scale
        From where to where scores go.
    direction, weights, signs, parts
        What it does with them: a key of `DIRECTIONS`, `WEIGHTS`, `SIGNS` and `PARTS`.
    misleads
        When it misleads.
    publications
        Where it is defined.
    loops
        What it does with relations of an actor to itself, and with disputed ones.
    """

    id: str
    label: str
    summary: str
    question: str
    formula: str
    scale: str
    direction: Direction
    weights: Weights
    signs: Signs
    parts: Parts
    misleads: str
    publications: tuple[Publication, ...] = ()
    loops: str = LOOPS

    def to_dict(self) -> dict[str, Any]:
        """Return the facts as data, in sentences, as in JSON.

        Examples
        --------
        >>> from graph.analysis.facts.catalogue import MEASURE_FACTS
        >>> facts = MEASURE_FACTS["degree"].to_dict()
        >>> facts["weights"], facts["sources"][0][:21]
        ('Never count.', 'Freeman, L. C. (1978)')
        """
        return {
            "label": self.label,
            "question": self.question,
            "formula": self.formula,
            "scale": self.scale,
            "direction": DIRECTIONS[self.direction],
            "weights": WEIGHTS[self.weights],
            "signs": SIGNS[self.signs],
            "in_parts": PARTS[self.parts],
            "loops": self.loops,
            "misleads": self.misleads,
            "sources": [each.citation for each in self.publications],
        }
