"""Who stands how to whom: the notebook face of the actor explorer.

Examples
--------
>>> import explorer
>>> net = explorer.load_example()
>>> net.path("Lukashenko", "Vilnius").length
3
>>> net.centrality("degree").top(1).frame["id"].item()
'belarus'
"""

# Nothing is imported before it is asked for, not even typing: the command line takes this way,
# too, and an interrupt before it has taken over would end in a traceback.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.notebook import Network, load, load_example
    from explorer.versions import compare
    from graph import __version__

__all__ = ["Network", "__version__", "compare", "load", "load_example"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import what is public when it is asked for."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import graph
        from explorer import notebook, versions

        places = {"__version__": graph, "compare": versions}
        return getattr(places.get(name, notebook), name)


def __dir__() -> list[str]:
    """Return the names that a notebook completes."""
    return sorted({*globals(), *__all__})
