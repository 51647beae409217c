"""The engine: actors and their relations as data, questions and answers. Nothing here prints.

Examples
--------
>>> import graph
>>> net = graph.load_example()
>>> net.path("Minsk", "Belarus").sentence.startswith("Minsk is located in")
True
"""

from graph.comparison.comparison import Comparison
from graph.comparison.differences import compare
from graph.comparison.what_if import WhatIf, what_if
from graph.data.limits import Limits
from graph.data.records import Actor, Relation, Source
from graph.data.vocabulary import RelationType
from graph.errors import (
    ActorAmbiguous,
    ActorError,
    ActorLeftOut,
    ActorNotFound,
    DataError,
    GraphError,
    OutputError,
    PatternError,
    Problem,
    QuestionError,
)
from graph.network import Network
from graph.version import __version__

load = Network.from_folder
load_example = Network.from_example

__all__ = [
    "Actor",
    "ActorAmbiguous",
    "ActorError",
    "ActorLeftOut",
    "ActorNotFound",
    "Comparison",
    "DataError",
    "GraphError",
    "Limits",
    "Network",
    "OutputError",
    "PatternError",
    "Problem",
    "QuestionError",
    "Relation",
    "RelationType",
    "Source",
    "WhatIf",
    "__version__",
    "compare",
    "load",
    "load_example",
    "what_if",
]
