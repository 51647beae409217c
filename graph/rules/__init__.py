"""The rules about the data, one family a module; `graph.check` runs them all."""
