"""igraph as a networkx backend: networkx's own calls, answered by igraph.

networkx finds it by the entry point `networkx.backends`; see `graph.backend.interface`.
"""
