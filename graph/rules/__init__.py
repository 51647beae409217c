"""The rules about the data, one family a module; `graph.rules.check` runs them all."""
