"""How the answers about a network change over time."""
