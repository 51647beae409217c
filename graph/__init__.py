"""The engine: actors and their relations as data, questions and answers. Nothing here prints.

Examples
--------
>>> import graph
>>> net = graph.load_example()
>>> net.path("Minsk", "Belarus").sentence.startswith("Minsk is located in")
True
"""

# Nothing is imported before its first use: networkx looks up the backend in this package whenever
# it is imported itself, and the command line answers most questions with a part of the engine.
TYPE_CHECKING = False
if TYPE_CHECKING:
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
        EngineError,
        GraphError,
        LibraryMissing,
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
    "EngineError",
    "GraphError",
    "LibraryMissing",
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

MODULES = {
    "Actor": "data.records",
    "Comparison": "comparison.comparison",
    "Limits": "data.limits",
    "Network": "network",
    "Relation": "data.records",
    "RelationType": "data.vocabulary",
    "Source": "data.records",
    "WhatIf": "comparison.what_if",
    "__version__": "version",
    "compare": "comparison.differences",
    "what_if": "comparison.what_if",
}
"""The modules of the public names that are no errors and no ways to load."""

METHODS = {"load": "from_folder", "load_example": "from_example"}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a public name at its first use."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        if name in METHODS:
            network = import_module("graph.network").Network
            value = getattr(network, METHODS[name])
        else:
            value = getattr(import_module(f"graph.{MODULES.get(name, 'errors')}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return the names that a notebook completes."""
    return sorted({*globals(), *__all__})
