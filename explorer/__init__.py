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

from explorer.notebook import Network, load, load_example
from graph import __version__

__all__ = ["Network", "__version__", "load", "load_example"]
