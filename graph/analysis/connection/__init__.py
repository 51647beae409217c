"""The smallest network that connects several actors: a Steiner tree, exact or with a bound."""
