"""The actor explorer in a notebook: networks that are displayed as interactive pages.

Examples
--------
>>> import explorer
>>> net = explorer.load_example()
>>> net.path("Lukashenko", "Vilnius").length
3
>>> net.centrality("degree").top(1).frame["id"].item()
'belarus'
"""

# Nothing is imported before its first use, not even typing: the command line imports this
# package, and an interrupt before it handles signals would end in a traceback.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.notebook.comparison import compare
    from explorer.notebook.network import Network, from_frames, load, load_example
    from explorer.notebook.reading import from_edges, read
    from graph import __version__, what_if

__all__ = [
    "Network",
    "__version__",
    "compare",
    "from_edges",
    "from_frames",
    "load",
    "load_example",
    "read",
    "what_if",
]

if not TYPE_CHECKING:  # pragma: no branch

    def __getattr__(name: str) -> object:
        """Import a public name at its first use."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import graph
        from explorer.notebook import comparison, network, reading

        modules = {
            "__version__": graph,
            "compare": comparison,
            "from_edges": reading,
            "read": reading,
            "what_if": graph,
        }
        return getattr(modules.get(name, network), name)


def __dir__() -> list[str]:
    """Return the names that a notebook completes."""
    return sorted({*globals(), *__all__})
